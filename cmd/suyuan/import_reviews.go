package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"suyuan/export"
	"suyuan/store"
)

func importReviewsCommand() *cobra.Command {
	var db string
	c := &cobra.Command{
		Use:   "import-reviews [--db FILE] FILE|-",
		Short: "Take over the verdicts of another database",
		Long: `Take over the verdicts that suyuan export --format reviews wrote, with their history.
A verdict is tied to the text and the place of what was judged: it holds wherever
the same text is stored. One whose record is not in this database is kept and
listed, never moved to another record, and the exit status is 1. The order of
imports does not matter, and a second import of the same changes nothing.`,
		Example: `  suyuan export --format reviews --db old.db --out reviews.jsonl
  suyuan import-reviews --db new.db reviews.jsonl`,
		Args: cobra.ExactArgs(1),
	}
	databaseFlag(c, &db)
	c.RunE = func(c *cobra.Command, args []string) error {
		reviews, err := readReviews(c, args[0])
		if err != nil {
			return fmt.Errorf("read reviews %s: %w", args[0], err)
		}
		ctx, stop := untilInterrupted(c.Context())
		defer stop()
		s, err := store.OpenExisting(ctx, db)
		if err != nil {
			return err
		}
		done, err := s.Import(ctx, reviews)
		err = errors.Join(err, s.Close())
		if err != nil && ctx.Err() != nil {
			return &statusError{statusInterrupted, errors.New("interrupted: no review was taken over")}
		}
		if err != nil {
			return &statusError{statusReport, err}
		}
		return tellImported(c.OutOrStdout(), done)
	}
	return c
}

func readReviews(c *cobra.Command, path string) ([]store.Review, error) {
	if path == "-" {
		return export.ReadReviews(c.InOrStdin())
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return export.ReadReviews(f)
}

// tellImported lists the verdicts whose records are gone and counts the others.
func tellImported(w io.Writer, done store.Imported) error {
	for _, v := range done.Gone {
		fmt.Fprintf(w, "gone: %s %s %s: %s by %s, in: %s\n", v.Type, v.RecordKey+v.FindingKey, legible(v.Quote), v.Verdict, legible(v.Reviewer), legible(v.Statement))
	}
	_, err := fmt.Fprintf(w, "%d reviews added, %d known already, %d of what is not in this database\n", done.Added, done.Known, len(done.Gone))
	if err == nil && len(done.Gone) > 0 {
		return &statusError{status: statusReport}
	}
	return err
}
