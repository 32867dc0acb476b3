package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"suyuan/batch"
	"suyuan/store"
)

func reextractCommand() *cobra.Command {
	var db string
	var all, diff, asJSON bool
	o := batch.Options{Patience: patience}
	c := &cobra.Command{
		Use:   "reextract [--db FILE] [DOCUMENT…]",
		Short: "Run the rules of this program over the stored texts",
		Long: `Run the rules and word lists of this program over the texts of the documents that
other rules have made; the files are not needed. A DOCUMENT is a path that was given
to ingest, a folder above it, or a pattern; without one it is all documents.

What the rules make of a document as before stays as it is. Where they make something
else of it, the document is written anew, in a transaction of its own: records at the
same place keep their ids, reviews stay, and verify proves it as any other. With
--diff it is said what was added, what was removed, and which fields changed.`,
		Example: `  suyuan reextract
  suyuan reextract --diff --lexicon words '2024/**'`,
	}
	databaseFlag(c, &db)
	c.Flags().BoolVar(&all, "all", false, "documents that these rules have made as well")
	c.Flags().BoolVar(&diff, "diff", false, "print the records that were added, removed and changed")
	c.Flags().BoolVar(&asJSON, "json", false, "print one JSON object")
	c.Flags().IntVarP(&o.Jobs, "jobs", "j", 0, "documents worked on at once; 0 for one a processor")
	lexicon := lexiconFlag(c)
	c.RunE = func(c *cobra.Command, asked []string) (err error) {
		if o.Jobs < 0 {
			return fmt.Errorf("--jobs %d: give the number of documents to work on at once, 0 for one a processor", o.Jobs)
		}
		if o.Lexicon, err = lexicon(); err != nil {
			return err
		}
		s, err := store.OpenExisting(c.Context(), db)
		if err != nil {
			return err
		}
		o.Note = runNote(c, asked)
		return errors.Join(reextract(c, s, asked, o, all, &revisions{c: c, db: db, diff: diff}, asJSON), s.Close())
	}
	return c
}

// reextract runs the rules and tells what they changed.
func reextract(c *cobra.Command, s *store.Store, asked []string, o batch.Options, all bool, t *revisions, asJSON bool) error {
	rules := o.Lexicon.Ruleset()
	if all {
		rules = ""
	}
	documents, missed, err := batch.Stored(c.Context(), s, asked, rules)
	if err != nil {
		return err
	}
	for _, path := range missed {
		fmt.Fprintf(c.ErrOrStderr(), "%s: no stored path is this one, lies below it or matches it; see the view v_paths\n", legible(path))
	}
	ctx, stop := untilInterrupted(c.Context())
	defer stop()
	t.begin(asJSON)
	p := newProgress(c.ErrOrStderr(), "reextract", len(documents))
	o.Progress = func(s batch.Step) {
		p.step(s)
		t.step(s)
	}
	report, err := batch.Reextract(ctx, s, documents, o)
	p.end()
	err = outcome(report, errors.Join(err, t.end(report)))
	if err == nil && len(missed) > 0 {
		err = &statusError{status: statusReport}
	}
	return err
}
