package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"suyuan/store"
)

func upgradeCommand() *cobra.Command {
	var db string
	c := &cobra.Command{
		Use:   "upgrade [--db FILE]",
		Short: "Bring a database of an older suyuan up to this version",
		Long: `Bring a database that an older suyuan wrote up to this version, so that the
commands that only read can read it. Those that write do the same by themselves.
Every row stays; suyuan reextract then runs the rules of this version over the
texts. The older suyuan refuses the file from then on: copy it first where that
is still to work with it.`,
		Example: `  suyuan upgrade --db 2023.db`,
		Args:    cobra.NoArgs,
	}
	databaseFlag(c, &db)
	c.RunE = func(c *cobra.Command, _ []string) error {
		ctx, stop := untilInterrupted(c.Context())
		defer stop()
		before, err := older(ctx, db)
		if err != nil {
			return err
		}
		if before == 0 {
			fmt.Fprintf(c.ErrOrStderr(), "%s: is of this version already, nothing was written\n", db)
			return nil
		}
		s, err := store.OpenExisting(ctx, db)
		if err != nil && ctx.Err() != nil {
			return &statusError{statusInterrupted, errors.New("interrupted: the database is as it was")}
		}
		if err != nil {
			return err
		}
		if err := s.Close(); err != nil {
			return err
		}
		stat, err := os.Stat(db)
		if err != nil {
			return err
		}
		fmt.Fprintf(c.ErrOrStderr(), "%s: brought up to this version; %d KB before, %d KB now\n", db, before>>10, stat.Size()>>10)
		return nil
	}
	return c
}

// older returns the bytes of a database that an older suyuan wrote, 0 for one of
// this version.
func older(ctx context.Context, db string) (int64, error) {
	s, err := store.OpenReadOnly(ctx, db)
	if err == nil {
		return 0, s.Close()
	}
	if !errors.Is(err, store.ErrOlder) {
		return 0, err
	}
	stat, err := os.Stat(db)
	if err != nil {
		return 0, err
	}
	return stat.Size(), nil
}
