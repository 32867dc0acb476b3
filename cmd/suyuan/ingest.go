package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"suyuan/batch"
	"suyuan/store"
)

func ingestCommand() *cobra.Command {
	var db string
	var jobs int
	var asJSON, skip bool
	c := &cobra.Command{
		Use:   "ingest [--db FILE] PATH…",
		Short: "Read files and folders, extract their records and store them",
		Long: `Read files and folders (at any depth), extract their records and store them, one
transaction a document. A file that is stored with the same content and the same
rules is skipped. A file that fails is reported and stored as a failure (view
v_failures), the others go on; the next run tries it again. Hidden files are passed over and said.

What a file is, its content says, not its name: text and Markdown in UTF-8, UTF-16,
GB18030 (GBK, GB2312) or Big5, web pages, Word (.docx) and Excel (.xlsx) files, and
.zip, .tar and .gz archives of these.

It ends with a table, a row a document: what was found in it, and how many of its
numerals no rule explains.`,
		Example: `  suyuan ingest seeds
  suyuan ingest --db plans.db --jobs 4 2024 2025/work-report.txt`,
		Args: cobra.MinimumNArgs(1),
	}
	databaseFlag(c, &db)
	c.Flags().IntVarP(&jobs, "jobs", "j", 0, "files worked on at once; 0 for one a processor")
	c.Flags().BoolVar(&skip, "skip-failed", false, "pass over files that failed before and have not changed since")
	c.Flags().BoolVar(&asJSON, "json", false, "print the table as one JSON object")
	lexicon := lexiconFlag(c)
	c.RunE = func(c *cobra.Command, paths []string) (err error) {
		if jobs < 0 {
			return fmt.Errorf("--jobs %d: give the number of files to work on at once, 0 for one a processor", jobs)
		}
		words, err := lexicon()
		if err != nil {
			return err
		}
		found := batch.Find(paths, db)
		tellFound(c.ErrOrStderr(), found)
		if err := found.Err(); err != nil {
			return &statusError{map[error]int{batch.ErrNothing: statusReport, batch.ErrNowhere: statusNothingDone}[err], err}
		}
		s, err := store.Open(c.Context(), db)
		if err != nil {
			return err
		}
		ctx, stop := untilInterrupted(c.Context())
		defer stop()
		progress := newProgress(c.ErrOrStderr(), len(found.Files))
		report, err := batch.Run(ctx, s, found, batch.Options{Jobs: jobs, Lexicon: words, Skip: skip, Progress: progress.step})
		progress.end()
		return outcome(report, errors.Join(err, s.Close(), tell(c, report, db, asJSON)))
	}
	return c
}

// outcome is the exit status of a run.
func outcome(r *batch.Report, err error) error {
	switch {
	case err != nil && len(r.Rows) == 0:
		return err // nothing could be done
	case err != nil:
		return &statusError{statusReport, err}
	case r.Interrupted:
		return &statusError{statusInterrupted, fmt.Errorf("interrupted: %d of %d files are done and stay, run the same command again for the rest", r.Done, r.Files)}
	case len(r.Failures) > 0:
		return &statusError{status: statusReport}
	}
	return nil
}

// untilInterrupted returns a context that ends with Ctrl-C, upon which the run
// finishes the document it is storing. A second Ctrl-C ends the process at once.
func untilInterrupted(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}
