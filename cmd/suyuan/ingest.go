package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"suyuan/batch"
	"suyuan/extract"
	"suyuan/source"
	"suyuan/store"
)

// patience is how long a run waits for another process that holds the database: a
// merge, or whatever works within one transaction, takes its time.
const patience = 10 * time.Minute

func ingestCommand() *cobra.Command {
	var db, list string
	var asJSON bool
	only, o, limit := batch.Patterns{}, batch.Options{}, size(source.MaxSize)
	c := &cobra.Command{
		Use:   "ingest [--db FILE] PATH…",
		Short: "Read files and folders, extract their records and store them",
		Long: `Read files and folders (at any depth), extract their records and store them, one
transaction a document. A file that is stored with the same content and the same
rules is skipped. A file that fails is reported and stored as a failure (view
v_failures), as is a path or a link that leads nowhere and a folder that cannot be
read; the others go on, and the next run tries them again. Hidden files are passed
over and said. A run that writes is noted in the view v_runs.

A PATH that is not there and has one of *?[{ is a pattern; ** stands for any folders.
The PATH - stands for a list of paths on standard input, one a line, or parted by
NUL characters as find -print0 writes them. --include and --exclude look into an
archive as into a folder.

What a file is, its content says, not its name: text and Markdown in UTF-8, UTF-16,
GB18030 (GBK, GB2312) or Big5, web pages, Word (.docx) and Excel (.xlsx) files, OFD,
and .zip, .tar and .gz archives of these; PDF where poppler's pdftotext is installed,
.doc, .wps, .xls, RTF and OpenDocument where LibreOffice is.

The same content under several paths is one document with several paths. A file whose
content is stored already, under a path where nothing is any more, has moved: it
takes the place of that path. A file that is gone keeps its document; suyuan forget
takes it out.

It ends with a table, a row a document: what was found in it, and how many of its
numerals no rule explains.`,
		Example: `  suyuan ingest seeds
  suyuan ingest --db plans.db --jobs 4 2024 2025/work-report.txt
  suyuan ingest --include '*.html' --include '*.pdf' --exclude drafts crawled
  find . -newer suyuan.db -type f -print0 | suyuan ingest -`,
	}
	c.Args = func(c *cobra.Command, paths []string) error {
		if list != "" {
			return nil
		}
		return cobra.MinimumNArgs(1)(c, paths)
	}
	databaseFlag(c, &db)
	c.Flags().IntVarP(&o.Jobs, "jobs", "j", 0, "files worked on at once; 0 for one a processor")
	c.Flags().Var(&limit, "max-size", "greatest `SIZE` of a file, such as 500KB or 1GB: a larger one is a failure")
	c.Flags().StringArrayVar(&only.Include, "include", nil, "read only files that a `PATTERN` matches: by name, or by path where it has a slash")
	c.Flags().StringArrayVar(&only.Exclude, "exclude", nil, "leave out files and folders that a `PATTERN` matches")
	c.Flags().StringVar(&list, "files-from", "", "read a list of paths from `FILE`, as - reads it from standard input")
	c.Flags().BoolVar(&o.DryRun, "dry-run", false, "read the files and say what would be done, but extract and write nothing")
	c.Flags().BoolVar(&o.Skip, "skip-failed", false, "pass over files that failed before and have not changed since")
	c.Flags().BoolVar(&asJSON, "json", false, "print the table as one JSON object")
	lexicon := lexiconFlag(c)
	c.RunE = func(c *cobra.Command, paths []string) (err error) {
		if o.Jobs < 0 {
			return fmt.Errorf("--jobs %d: give the number of files to work on at once, 0 for one a processor", o.Jobs)
		}
		if err := only.Check(); err != nil {
			return err
		}
		words, err := aside(lexicon, c.Flags().Changed("lexicon"))
		if err != nil {
			return err
		}
		o.Limit, o.Note, o.Patience = int64(limit), runNote(c, paths), patience
		found := batch.FindListed(listed(c.InOrStdin(), paths, list), db, only)
		err = ingest(c, db, found, o, words, asJSON)
		return errors.Join(err, found.Close())
	}
	return c
}

// ingest runs the batch and tells how it went. A run whose paths lead nowhere does
// nothing; one that has found failures and no file stores those.
func ingest(c *cobra.Command, db string, found *batch.Found, o batch.Options, words func() (*extract.Lexicon, error), asJSON bool) error {
	tellFound(c.ErrOrStderr(), found)
	nothing := found.Err()
	switch {
	case nothing == nil:
	case nothing == batch.ErrNothing, nothing == batch.ErrLeftOut:
		if !found.HasFailures() {
			return &statusError{statusReport, errors.Join(nothing, tellNothing(c, db, found, asJSON))}
		}
	default:
		return &statusError{statusNothingDone, errors.Join(nothing, tellNothing(c, db, found, asJSON))}
	}
	s, err := openFor(c.Context(), db, o.DryRun)
	if err != nil {
		return err
	}
	if o.Lexicon, err = words(); err != nil {
		return errors.Join(err, closeIt(s))
	}
	ctx, stop := untilInterrupted(c.Context())
	defer stop()
	p, t := newProgress(c.ErrOrStderr(), "ingest", found.Files), newReport(c, db, found, o.DryRun, asJSON)
	o.Progress = func(s batch.Step) {
		p.step(s)
		t.step(s)
	}
	report, err := batch.Run(ctx, s, found, o)
	p.end()
	if err = errors.Join(err, closeIt(s), t.end(report)); err == nil && nothing != nil && !report.Interrupted {
		return &statusError{statusReport, nothing}
	}
	return outcome(report, err)
}

// openFor opens the database to write to. A dry run only reads, and goes without
// one that is not there yet.
func openFor(ctx context.Context, db string, dry bool) (*store.Store, error) {
	if !dry {
		return store.Open(ctx, db)
	}
	s, err := store.OpenReadOnly(ctx, db)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return s, err
}

// closeIt closes a database, if there is one.
func closeIt(s *store.Store) error {
	if s == nil {
		return nil
	}
	return s.Close()
}

// outcome is the exit status of a run.
func outcome(r *batch.Report, err error) error {
	switch {
	case err != nil && r.Done == 0:
		return err // nothing could be done
	case err != nil:
		return &statusError{statusReport, err}
	case r.Interrupted:
		return &statusError{statusInterrupted, fmt.Errorf("interrupted: %d of %d files are done and stay, run the same command again for the rest", r.Done, r.Files)}
	case r.Failed > 0:
		return &statusError{status: statusReport}
	case r.LeftOut > 0 && r.LeftOut == r.Done:
		return &statusError{statusReport, batch.ErrLeftOut}
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
