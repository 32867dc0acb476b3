package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"suyuan/export"
	"suyuan/store"
	"suyuan/terminal"
)

// Texts are read through as long as there are few of them: above so many bytes a
// search takes some into the index first, for a second or two.
const (
	readThrough = 8 << 20
	indexStep   = 16 << 20
)

func searchCommand() *cobra.Command {
	var db string
	var asJSON bool
	var limit, offset int
	c := &cobra.Command{
		Use:   "search [--db FILE] WORDS…",
		Short: "Search the full texts",
		Long: `Search the full texts for places, paragraphs or rows of a table, where all WORDS
stand. A word is found wherever its characters follow one another, one of two
characters as well as a clause. White space, quotation marks and book-title marks in
the text do not count, nor do width and case, nor whether characters are traditional
ones; other punctuation does.

The texts of a large database are taken into an index, some with each search, so
that searching gets faster; a database that may not be written is read through.`,
		Example: `  suyuan search 高新技术企业 600
  suyuan search --region 潮州 研发投入`,
		Args: cobra.MinimumNArgs(1),
	}
	databaseFlag(c, &db)
	filter := documentFlags(c)
	c.Flags().IntVar(&limit, "limit", 50, "show at most so many places, 0 for all")
	c.Flags().IntVar(&offset, "offset", 0, "leave out so many first")
	c.Flags().BoolVar(&asJSON, "json", false, "print one JSON object")
	c.RunE = func(c *cobra.Command, args []string) error {
		f, err := filter()
		if err != nil {
			return err
		}
		if limit < 0 || offset < 0 {
			return fmt.Errorf("--limit %d --offset %d: give numbers from 0", limit, offset)
		}
		f.Limit, f.Offset = limit, offset
		if err := index(c, db); err != nil {
			return err
		}
		s, err := store.OpenReadOnly(c.Context(), db)
		if err != nil {
			return err
		}
		defer s.Close()
		hits, err := s.Search(c.Context(), strings.Join(args, " "), f)
		if err != nil {
			return err
		}
		switch {
		case asJSON:
			err = export.WriteHits(c.OutOrStdout(), args, hits)
		case hits.Blocks > 0:
			out := &keeper{to: c.OutOrStdout()}
			terminal.NewPaint(out.to).ShowHits(out, hits)
			err = out.err
		}
		return found(err, hits.Blocks)
	}
	return c
}

// index takes some texts into the index where there are many that it lacks. A
// database that cannot be written now is searched without.
func index(c *cobra.Command, db string) error {
	s, err := store.OpenReadOnly(c.Context(), db)
	if err != nil {
		return err
	}
	lacking, err := s.Unindexed(c.Context())
	s.Close()
	if err != nil || lacking < readThrough {
		return err
	}
	ctx, stop := untilInterrupted(c.Context())
	defer stop()
	if s, err = store.OpenExisting(ctx, db); err != nil {
		return nil // read-only, or in use
	}
	defer s.Close()
	if _, err = s.Index(ctx, indexStep); err != nil && ctx.Err() != nil {
		return &statusError{statusInterrupted, errors.New("interrupted: what is in the index stays")}
	}
	return nil
}
