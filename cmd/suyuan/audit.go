package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"suyuan/audit"
	"suyuan/store"
	"suyuan/terminal"
)

func auditCommand() *cobra.Command {
	var db, least string
	var kinds []string
	var asJSON bool
	c := &cobra.Command{
		Use:   "audit [--db FILE]",
		Short: "List what does not add up in the documents",
		Long: `List what does not add up in the documents themselves: rates against their ends,
parts against their total, the text against the table, targets against what is
reached already. Every document is computed anew; the findings are stored in
v_findings, all of them, and those asked for are printed with the sentences they
rest on. The status is 1 where one is printed. docs/AUDIT.md explains each check.`,
		Example: `  suyuan audit --min-severity warning
  suyuan audit --kind text_vs_table,target_conflict --json`,
		Args: cobra.NoArgs,
	}
	databaseFlag(c, &db)
	c.Flags().StringSliceVar(&kinds, "kind", nil, "only findings of these kinds: "+strings.Join(auditKinds(), ", "))
	c.Flags().StringVar(&least, "min-severity", "note", "only findings of this severity or above: note, warning, error")
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON Lines, a finding a line, with its records and their evidence")
	lexicon := lexiconFlag(c)
	c.RunE = func(c *cobra.Command, _ []string) error {
		wanted, err := chooseFindings(kinds, least)
		if err != nil {
			return err
		}
		words, err := lexicon()
		if err != nil {
			return err
		}
		ctx, stop := untilInterrupted(c.Context())
		defer stop()
		s, err := store.OpenExisting(ctx, db)
		if err != nil {
			return err
		}
		tell := func(f audit.Shown) error { return terminal.ShowFinding(c.OutOrStdout(), f) }
		if asJSON {
			tell = writeFindingJSON(c.OutOrStdout())
		}
		counts, err := audit.New(words).Run(ctx, s, wanted, tell)
		err = errors.Join(err, s.Close())
		if ctx.Err() != nil {
			return &statusError{statusInterrupted, errors.New("interrupted: the findings stored so far stay, run the same command again for the rest")}
		}
		if err != nil {
			return &statusError{statusReport, err}
		}
		fmt.Fprintf(c.ErrOrStderr(), "%s: %d documents, %d findings, %d shown\n", s.Path(), counts.Documents, counts.Findings, counts.Shown)
		if counts.Meanwhile > 0 {
			return &statusError{statusReport, fmt.Errorf("%d documents were stored anew meanwhile: run the command again for their findings", counts.Meanwhile)}
		}
		if counts.Shown > 0 {
			return &statusError{status: statusReport}
		}
		return nil
	}
	return c
}

func auditKinds() (names []string) {
	for _, check := range audit.Checks() {
		names = append(names, check.Name)
	}
	return names
}

// chooseFindings returns which findings are asked for.
func chooseFindings(kinds []string, least string) (func(audit.Finding) bool, error) {
	severity, err := audit.ReadSeverity(least)
	if err != nil {
		return nil, err
	}
	for _, k := range kinds {
		if !slices.Contains(auditKinds(), k) {
			return nil, fmt.Errorf("no check is named %q: give some of %s", k, strings.Join(auditKinds(), ", "))
		}
	}
	return func(f audit.Finding) bool {
		return f.Severity >= severity && (len(kinds) == 0 || slices.Contains(kinds, f.Kind))
	}, nil
}

func writeFindingJSON(w io.Writer) func(audit.Shown) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return func(f audit.Shown) error { return e.Encode(f) }
}
