package main

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"suyuan/extract"
)

// version is the program's own, raised with each release.
const version = "0.1.0"

func versionCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "version",
		Short: "Print the version of the program and the hash of its rules",
		Args:  cobra.NoArgs,
	}
	lexicon := lexiconFlag(c)
	c.RunE = func(c *cobra.Command, _ []string) error {
		words, err := lexicon()
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(c.OutOrStdout(), "suyuan %s, rules %d, ruleset %s, %s\n",
			version, extract.Version, words.Ruleset(), runtime.Version())
		return err
	}
	return c
}
