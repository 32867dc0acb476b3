package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"suyuan/merge"
)

func mergeCommand() *cobra.Command {
	var o merge.Options
	var asJSON bool
	c := &cobra.Command{
		Use:   "merge OUT IN…",
		Short: "Bring databases together in one",
		Long: `Bring databases together in the database OUT, which is made where there is none.
An IN is a database, or a folder of Parquet files as suyuan export and suyuan-beam
write them. No IN is changed.

The same content is there once, under all its paths. Where a path leads to different
contents, the one that was found later counts, as when a file changes; each such path
is said. Records, findings, failures, runs and reviews with their whole history come
along. The order of the inputs does not matter, and merging the same once more
changes nothing.

Documents that other rules or word lists have made are extracted again from their
stored texts, those of OUT included; with --same-rules they are refused instead, and
nothing is written. An IN that cannot be read is said and the others are merged. One
document is one transaction: a merge that was cut short is run again.`,
		Example: `  suyuan merge all.db north.db south.db
  suyuan merge all.db shards/*.db
  suyuan merge all.db beam-out/`,
		Args: cobra.MinimumNArgs(2),
	}
	c.Flags().BoolVar(&o.SameRules, "same-rules", false, "refuse documents that different rules have made")
	c.Flags().BoolVar(&asJSON, "json", false, "print what was done as one JSON object")
	lexicon := lexiconFlag(c)
	c.RunE = func(c *cobra.Command, paths []string) (err error) {
		if o.Lexicon, err = lexicon(); err != nil {
			return err
		}
		o.Note = runNote(c, paths)
		o.Tell = func(line string) { fmt.Fprintln(c.ErrOrStderr(), legible(line)) }
		ctx, stop := untilInterrupted(c.Context())
		defer stop()
		report, err := merge.Run(ctx, paths[0], paths[1:], o)
		if err == nil {
			err = tellMerged(c.OutOrStdout(), paths[0], report, asJSON)
			tellFindings(c.ErrOrStderr(), legible(paths[0]), report.Gone)
		}
		return merged(report, err)
	}
	return c
}

func tellMerged(w io.Writer, out string, r *merge.Report, asJSON bool) error {
	if asJSON {
		e := json.NewEncoder(w)
		e.SetIndent("", "  ")
		return e.Encode(r)
	}
	_, err := fmt.Fprintf(w, "%s: %d inputs, %d documents added, %d extracted again, %d further paths, %d known already, %d failed; %d failures, %d findings and %d reviews taken over\n",
		legible(out), r.Inputs, r.Added, r.Extracted, r.Paths, r.Known, r.Failed, r.Failures, r.Findings, r.Reviews)
	return err
}

// merged is the exit status of a merge.
func merged(r *merge.Report, err error) error {
	switch {
	case errors.Is(err, merge.ErrNone), errors.Is(err, merge.ErrRules), err != nil && r.Inputs == 0:
		return err // nothing could be done
	case err != nil:
		return &statusError{statusReport, err}
	case r.Interrupted:
		return &statusError{statusInterrupted, errors.New("interrupted: what is merged stays, run the same command again for the rest")}
	case r.Broken > 0 || r.Failed > 0:
		return &statusError{status: statusReport}
	}
	return nil
}
