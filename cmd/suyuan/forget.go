package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"suyuan/batch"
	"suyuan/store"
)

func forgetCommand() *cobra.Command {
	var db string
	var dry, gone, asJSON bool
	c := &cobra.Command{
		Use:   "forget [--db FILE] PATH…",
		Short: "Take documents out of the database",
		Long: `Take documents out of the database, and failures of files. A PATH is one that was
given to ingest, a folder above it, or a pattern such as '2024/**/draft*'; - stands
for a list of paths on standard input. A document that has another path stays under
that one. Reviews stay in any case. The files themselves are not touched.

With --gone a path is taken out only if nothing is there while something else still is
in its folder, or at another stored path below the same PATH. Where all is missing at
once, as when a disk is not mounted, it is kept and told of.`,
		Example: `  suyuan forget 2023/plan.txt
  suyuan forget --dry-run '2023/**'
  suyuan forget --gone .`,
		Args: cobra.MinimumNArgs(1),
	}
	databaseFlag(c, &db)
	c.Flags().BoolVar(&gone, "gone", false, "only where no file is any more, in archives too; looked for from the current folder")
	c.Flags().BoolVar(&dry, "dry-run", false, "say what would be taken out, and write nothing")
	c.Flags().BoolVar(&asJSON, "json", false, "print one JSON object")
	c.RunE = func(c *cobra.Command, asked []string) error {
		asked, err := all(listed(c.InOrStdin(), asked, ""))
		if err != nil {
			return err
		}
		s, err := store.OpenExisting(c.Context(), db)
		if err != nil {
			return err
		}
		err = forget(c, s, asked, gone, dry, asJSON)
		return errors.Join(err, s.Close())
	}
	return c
}

// forget takes out what was asked for and tells of it.
func forget(c *cobra.Command, s *store.Store, asked []string, gone, dry, asJSON bool) error {
	paths, missed, err := batch.Match(c.Context(), s, asked)
	if err != nil {
		return err
	}
	var unsure []string
	if gone {
		paths, unsure = batch.Missing(paths, asked)
	}
	t := newForgetReport(c, s.Path(), asJSON)
	t.dry = dry
	ctx, stop := untilInterrupted(c.Context())
	defer stop()
	if dry {
		t.would(paths)
	} else if err := batch.Forget(ctx, s, paths, t.forgot); err != nil {
		return err
	}
	if err := t.end(missed, unsure); err != nil {
		return &statusError{statusReport, err}
	}
	switch {
	case ctx.Err() != nil:
		return &statusError{statusInterrupted, fmt.Errorf("interrupted: %d of %d paths are taken out", t.paths, len(paths))}
	case len(missed)+len(unsure) > 0:
		return &statusError{status: statusReport}
	}
	return nil
}

// forgetReport tells what is taken out, line by line or as JSON.
type forgetReport struct {
	c                *cobra.Command
	db               string
	json             *objectWriter // nil for lines
	dry              bool
	paths, documents int
}

func newForgetReport(c *cobra.Command, db string, asJSON bool) *forgetReport {
	t := &forgetReport{c: c, db: db}
	if asJSON {
		t.json = &objectWriter{to: c.OutOrStdout()}
		t.json.field("database", db)
		t.json.list("forgotten")
	}
	return t
}

func (t *forgetReport) forgot(f batch.Forgotten) {
	t.paths++
	if f.Document {
		t.documents++
	}
	switch {
	case t.json != nil:
		t.json.item(struct {
			Path     string `json:"path"`
			Document bool   `json:"document_gone"`
		}{f.Path, f.Document})
	default:
		fmt.Fprintf(t.c.OutOrStdout(), "%s: forgotten\n", legible(f.Path))
	}
}

func (t *forgetReport) would(paths []string) {
	for _, path := range paths {
		t.paths++
		if t.json != nil {
			t.json.item(struct {
				Path string `json:"path"`
			}{path})
		} else {
			fmt.Fprintf(t.c.OutOrStdout(), "%s: would be forgotten\n", legible(path))
		}
	}
}

func (t *forgetReport) end(missed, unsure []string) error {
	for _, path := range missed {
		fmt.Fprintf(t.c.ErrOrStderr(), "%s: no stored path is this one, lies below it or matches it; see the view v_paths\n", legible(path))
	}
	for _, path := range unsure {
		fmt.Fprintf(t.c.ErrOrStderr(), "%s: is not there, and nothing else is in its folder or at the other stored paths: kept, since its disk may not be mounted or this be another folder; where it is gone for good, forget it without --gone\n", legible(path))
	}
	if t.json != nil {
		t.json.endList()
		t.json.field("unmatched", append([]string{}, missed...))
		t.json.field("unsure", append([]string{}, unsure...))
		return t.json.end()
	}
	if t.dry {
		fmt.Fprintf(t.c.ErrOrStderr(), "%s: %d paths would be forgotten; this was a dry run, nothing was written\n", t.db, t.paths)
		return nil
	}
	fmt.Fprintf(t.c.ErrOrStderr(), "%s: %d paths, %d documents taken out\n", t.db, t.paths, t.documents)
	return nil
}
