package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"suyuan/export"
	"suyuan/store"
)

func exportCommand() *cobra.Command {
	var db, name, to string
	var names []string
	long := "Hand on what a database holds, in one of these formats:\n\n"
	for _, f := range export.Formats() {
		names = append(names, f.Name)
		long += fmt.Sprintf("  %-14s %s\n", f.Name, f.Doc)
	}
	c := &cobra.Command{
		Use:   "export --format NAME [--db FILE] [--out FILE]",
		Short: "Hand on records or verdicts in another format",
		Long:  long + "\nFilters hold together; of one filter given twice either may hold. Where nothing is\nfound the exit status is 1.",
		Example: `  suyuan export --format jsonl --kind target --region 潮州
  suyuan export --format xlsx --out plans.xlsx
  suyuan export --format parquet --out tables
  suyuan export --format reviews --out reviews.jsonl`,
		Args: cobra.NoArgs,
	}
	databaseFlag(c, &db)
	c.Flags().StringVar(&name, "format", "", "the format: "+strings.Join(names, ", "))
	c.Flags().StringVarP(&to, "out", "o", "", "the file to write, standard output without it; for parquet the folder")
	_ = c.MarkFlagRequired("format")
	_ = c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp))
	filter := filterFlags(c)
	c.RunE = func(c *cobra.Command, _ []string) error {
		i := slices.Index(names, name)
		if i < 0 {
			return fmt.Errorf("--format %s: give one of %s", name, strings.Join(names, ", "))
		}
		if err := writableTo(c, to, db, export.Formats()[i]); err != nil {
			return err
		}
		f, err := filter()
		if err != nil {
			return err
		}
		ctx, stop := untilInterrupted(c.Context()) // what is half written is taken away
		defer stop()
		s, err := store.OpenReadOnly(ctx, db)
		if err != nil {
			return err
		}
		defer s.Close()
		n := 0
		if write := export.Formats()[i].Folder; write != nil {
			if to == "" {
				return fmt.Errorf("--format %s: it writes a folder, name it with --out", name)
			}
			n, err = write(ctx, to, s, f)
			return exported(ctx, err, n)
		}
		err = writeTo(c, to, func(w io.Writer) (err error) {
			n, err = export.Formats()[i].Write(ctx, w, s, f)
			return err
		})
		return exported(ctx, err, n)
	}
	return c
}

// writableTo refuses to write over the database that is read, and to fill a
// terminal with what it cannot show.
func writableTo(c *cobra.Command, path, db string, f export.Format) error {
	if out, ok := c.OutOrStdout().(*os.File); ok && path == "" && f.Binary && term.IsTerminal(int(out.Fd())) {
		return fmt.Errorf("--format %s is not for a terminal: give a file with --out", f.Name)
	}
	from, err := os.Stat(db)
	to, err2 := os.Stat(path)
	switch {
	case err == nil && err2 == nil && os.SameFile(from, to):
		return fmt.Errorf("--out %s is the database itself: name another file", path)
	case err2 == nil && to.IsDir() && f.Folder == nil:
		return fmt.Errorf("--out %s is a folder: name a file, in it or elsewhere", path)
	}
	return nil
}

// writeTo gives write the file to write to, or standard output for "". A file
// appears under its name when all of it is written and on the disk, with the mode of
// the one whose place it takes, else that of any new file. A link keeps its place, and
// a device or a pipe is written to: /dev/null renamed away is missed by the whole machine.
func writeTo(c *cobra.Command, path string, write func(io.Writer) error) error {
	if path == "" {
		return write(c.OutOrStdout())
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	there, err := os.Stat(path)
	if err == nil && !there.Mode().IsRegular() {
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		return errors.Join(write(f), f.Close())
	}
	f, err := os.OpenFile(filepath.Join(filepath.Dir(path), ".suyuan-"+rand.Text()), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		var place *fs.PathError // names the file of a moment
		if errors.As(err, &place) {
			err = place.Err
		}
		return &statusError{statusNothingDone, fmt.Errorf("write %s: its folder takes no files: %w: name another with --out", path, err)}
	}
	defer os.Remove(f.Name())
	if there != nil {
		err = f.Chmod(there.Mode().Perm())
	}
	if err := errors.Join(err, write(f), f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return nil
}

// exported is found for an export, which may have been interrupted.
func exported(ctx context.Context, err error, n int) error {
	if err != nil && ctx.Err() != nil {
		return &statusError{statusInterrupted, errors.New("interrupted: what was written is not whole, run the same command again")}
	}
	return found(err, n)
}

// found is the outcome of a command that lists: nothing found is something to report.
func found(err error, n int) error {
	var s *statusError
	switch {
	case errors.As(err, &s), errors.Is(err, export.ErrFilter):
		return err // nothing could be done
	case err != nil:
		return &statusError{statusReport, err}
	case n == 0:
		return &statusError{statusReport, errors.New("nothing found")}
	}
	return nil
}
