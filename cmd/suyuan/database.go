package main

import "github.com/spf13/cobra"

// databaseFlag adds --db.
func databaseFlag(c *cobra.Command, path *string) {
	c.Flags().StringVar(path, "db", "suyuan.db", "the database file")
	_ = c.MarkFlagFilename("db", "db", "sqlite")
}
