package main

import (
	"context"
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
		s, err := openStored(ctx, db)
		if err != nil {
			return err
		}
		tell := writeFinding(c.OutOrStdout())
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

// openStored opens a database for writing that must be there already.
func openStored(ctx context.Context, path string) (*store.Store, error) {
	s, err := store.OpenReadOnly(ctx, path)
	if err != nil {
		return nil, err
	}
	if err := s.Close(); err != nil {
		return nil, err
	}
	return store.Open(ctx, path)
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

// writeFinding writes findings for a reader: what, how it was computed, and the
// numbers in their sentences.
func writeFinding(w io.Writer) func(audit.Shown) error {
	return func(f audit.Shown) error {
		var b strings.Builder
		fmt.Fprintf(&b, "%s: %s %s %s\n  %s\n", legible(f.Path), f.Severity, f.Kind, f.Key, f.Message)
		if f.Arithmetic != "" {
			fmt.Fprintf(&b, "  计算：%s\n", f.Arithmetic)
		}
		if f.Verdict != "" {
			fmt.Fprintf(&b, "  已判：%s\n", terminal.Chinese(f.Verdict))
		}
		for _, r := range f.Records {
			fmt.Fprintf(&b, "  第%d行 %s\n", r.Line, excerpt(r))
		}
		_, err := io.WriteString(w, b.String())
		return err
	}
}

// excerpt shows a record's quote in its sentence, with some text around it.
func excerpt(r audit.ShownRecord) string {
	const around = 28
	before, after := []rune(oneLine(r.Statement[:r.Offset])), []rune(oneLine(r.Statement[r.Offset+len(r.Quote):]))
	left, right := "", ""
	if len(before) > around {
		before, left = before[len(before)-around:], "…"
	}
	if len(after) > around {
		after, right = after[:around], "…"
	}
	return left + string(before) + "【" + r.Quote + "】" + string(after) + right
}

// oneLine takes the line breaks out of a text.
func oneLine(text string) string {
	return strings.NewReplacer("\r", "", "\n", "", "\t", " ").Replace(text)
}

func writeFindingJSON(w io.Writer) func(audit.Shown) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return func(f audit.Shown) error { return e.Encode(f) }
}
