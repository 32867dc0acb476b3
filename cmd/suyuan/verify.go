package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"suyuan/extract"
	"suyuan/store"
	"suyuan/terminal"
)

func verifyCommand() *cobra.Command {
	var db string
	var asJSON, rules bool
	c := &cobra.Command{
		Use:   "verify [--db FILE]",
		Short: "Prove the stored data: spans, values, source files, the database itself",
		Long: `Prove the stored data: every span equals its quote, every value read again from
its quote equals the stored one, every digit stands in the ledger, every source
file that is still there has its hash and gives its text again, every review is as
it was given, the database is sound. Nothing is changed.

With --rules every document is extracted again from its stored text as well, and all
that is stored otherwise than the rules make it is told: a name, a title, a kind, a
year. This takes about as long as ingest. Documents that other rules or word lists
have made are left aside and said.

Paths are looked up from the current folder, as they were given to ingest.`,
		Args: cobra.NoArgs,
	}
	databaseFlag(c, &db)
	c.Flags().BoolVar(&asJSON, "json", false, "print one JSON object")
	c.Flags().BoolVar(&rules, "rules", false, "also extract every document again from its stored text, and tell what is stored otherwise")
	lexicon := lexiconFlag(c)
	c.RunE = func(c *cobra.Command, _ []string) error {
		var words *extract.Lexicon
		if rules || c.Flags().Changed("lexicon") {
			var err error
			if words, err = lexicon(); err != nil {
				return err
			}
		}
		ctx, stop := untilInterrupted(c.Context())
		defer stop()
		s, err := store.OpenReadOnly(ctx, db)
		if err != nil {
			return err
		}
		defer s.Close()
		report, err := verify(ctx, c, s, words, asJSON)
		switch {
		case ctx.Err() != nil:
			return &statusError{statusInterrupted, errors.New("interrupted: not everything was looked at")}
		case err != nil:
			return &statusError{statusReport, err}
		case report.Faults > 0:
			return &statusError{status: statusReport}
		}
		return nil
	}
	return c
}

// verify writes what does not hold, line by line or as JSON, and then the counts.
// Without words the rules are not run again.
func verify(ctx context.Context, c *cobra.Command, s *store.Store, words *extract.Lexicon, asJSON bool) (store.Report, error) {
	out := c.OutOrStdout()
	var faults []store.Fault
	tell := func(f store.Fault) { faults = append(faults, f) }
	if !asJSON {
		tell = func(f store.Fault) {
			f.Path, f.Message = legible(f.Path), terminal.Clean(f.Message)
			fmt.Fprintln(out, f)
		}
	}
	report, err := s.Verify(ctx, tell)
	if err == nil && words != nil {
		err = s.VerifyRules(ctx, words, &report, tell)
	}
	switch {
	case err != nil:
		return report, err
	case asJSON:
		return report, writeVerifyJSON(out, s.Path(), report, faults)
	}
	_, err = fmt.Fprintf(out, "%s: %d documents, %d records, %d pieces of evidence, %d numerals, %d values read again, %d source files%s%s: %s\n",
		s.Path(), report.Documents, report.Records, report.Evidence, report.Numerals, report.Values, report.Files, counted(report.Reviews, "reviews"),
		counted(report.Again, "documents extracted again"), verdict(report))
	return report, err
}

// counted says how many there are of something where there is any.
func counted(n int, what string) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(", %d %s", n, what)
}

func verdict(r store.Report) string {
	if r.Faults == 0 {
		return "all hold"
	}
	return fmt.Sprintf("%d faults", r.Faults)
}

type verifyJSON struct {
	Database  string      `json:"database"`
	Documents int         `json:"documents"`
	Records   int         `json:"records"`
	Evidence  int         `json:"evidence"`
	Numerals  int         `json:"numerals"`
	Values    int         `json:"values"`
	Files     int         `json:"files"`
	Reviews   int         `json:"reviews"`
	Again     int         `json:"extracted_again"`
	Faults    []faultJSON `json:"faults"`
	Notes     []faultJSON `json:"notes"`
}

type faultJSON struct {
	Check      string `json:"check"`
	DocumentID *int64 `json:"document_id"`
	Path       string `json:"path"`
	RecordID   *int64 `json:"record_id"`
	Type       string `json:"type"`
	ByteStart  int    `json:"byte_start"`
	ByteEnd    int    `json:"byte_end"`
	Line       int    `json:"line"`
	Message    string `json:"message"`
}

func writeVerifyJSON(w io.Writer, db string, r store.Report, faults []store.Fault) error {
	out := verifyJSON{Database: db, Documents: r.Documents, Records: r.Records, Evidence: r.Evidence, Numerals: r.Numerals,
		Values: r.Values, Files: r.Files, Reviews: r.Reviews, Again: r.Again, Faults: []faultJSON{}, Notes: []faultJSON{}}
	for _, f := range faults {
		line := faultJSON{f.Check, nonZero(f.DocumentID), f.Path, nonZero(f.RecordID), f.Type, f.Span.Start, f.Span.End, f.Line, f.Message}
		if f.Note {
			out.Notes = append(out.Notes, line)
		} else {
			out.Faults = append(out.Faults, line)
		}
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}

func nonZero(id int64) *int64 {
	if id == 0 {
		return nil
	}
	return &id
}
