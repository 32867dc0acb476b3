package main

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"suyuan/audit"
	"suyuan/store"
	"suyuan/terminal"
)

func diffCommand() *cobra.Command {
	var db string
	var asJSON, all bool
	c := &cobra.Command{
		Use:   "diff [--db FILE] A B",
		Short: "Set the targets of two stored documents side by side",
		Long: `Set the targets of two stored documents side by side, a draft and the final, this
plan and the one before: raised, lowered, moved to another year, renamed, dropped,
new. Where one document is of a region that the other's lies in (a city's plan and
its province's), targets for the same indicator and year are compared: which share
or rate is the higher, and whether an amount of the part exceeds that of the whole.
A and B are paths or ids of v_documents. The status is 1 where something differs.`,
		Example: `  suyuan diff draft.txt final.txt
  suyuan diff --json city.txt province.txt`,
		Args: cobra.ExactArgs(2),
	}
	databaseFlag(c, &db)
	c.Flags().BoolVar(&all, "all", false, "also what is the same in both")
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON Lines, a difference a line, with both records and their evidence")
	lexicon := lexiconFlag(c)
	c.RunE = func(c *cobra.Command, args []string) error {
		words, err := lexicon()
		if err != nil {
			return err
		}
		s, err := store.OpenReadOnly(c.Context(), db)
		if err != nil {
			return err
		}
		defer s.Close()
		compared, err := audit.New(words).Diff(c.Context(), s, args[0], args[1])
		if err != nil {
			return err
		}
		shown := compared.Differing(all)
		write := writeDifferences
		if asJSON {
			write = writeDifferencesJSON
		}
		if err := write(c.OutOrStdout(), shown); err != nil {
			return &statusError{statusReport, err}
		}
		fmt.Fprintf(c.ErrOrStderr(), "%s, %s: %s\n", legible(compared.A.Path), legible(compared.B.Path), compared.Counted())
		if len(compared.Differing(false)) > 0 {
			return &statusError{status: statusReport}
		}
		return nil
	}
	return c
}

func writeDifferences(w io.Writer, all []audit.Difference) error {
	for _, d := range all {
		if err := terminal.ShowDifference(w, d); err != nil {
			return err
		}
	}
	return nil
}

func writeDifferencesJSON(w io.Writer, all []audit.Difference) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for _, d := range all {
		if err := e.Encode(d); err != nil {
			return err
		}
	}
	return nil
}
