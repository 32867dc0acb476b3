package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"suyuan/export"
	"suyuan/store"
	"suyuan/terminal"
)

func showCommand() *cobra.Command {
	var db string
	var asJSON, document bool
	c := &cobra.Command{
		Use:   "show [--db FILE] RECORD|DOCUMENT",
		Short: "Show a record with its sentence and its evidence, or a document with its records",
		Long: `Show a record: its fields, its sentence with the place marked, what each field
rests on, and the verdicts on it. RECORD is an id, a key, or the beginning of a key
that no other has. Or show a document and its records, those that the filters want.
DOCUMENT is a path as v_documents has it, or an id with --doc.`,
		Example: `  suyuan show seeds/001_e5ee640610a49a2c.txt --kind target
  suyuan show 7fc32ebb`,
		Args: cobra.ExactArgs(1),
	}
	databaseFlag(c, &db)
	c.Flags().BoolVar(&document, "doc", false, "the argument names a document, by its id or path")
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON Lines, a record a line as suyuan export does")
	filter := filterFlags(c)
	c.RunE = func(c *cobra.Command, args []string) error {
		f, err := filter()
		if err != nil {
			return err
		}
		s, err := store.OpenReadOnly(c.Context(), db)
		if err != nil {
			return err
		}
		defer s.Close()
		d, err := s.Document(c.Context(), args[0])
		if err == nil && (document || d.Path == args[0] || !number(args[0])) {
			return showDocument(c, s, &d, f, asJSON)
		}
		if errors.Is(err, store.ErrNoDocument) {
			if failed := failureOf(c.Context(), s, args[0]); failed != nil {
				return &statusError{statusReport, failed}
			}
		}
		if err != nil && (document || !errors.Is(err, store.ErrNoDocument)) {
			return &statusError{statusReport, err}
		}
		return showRecord(c, s, args[0], asJSON)
	}
	return c
}

// failureOf tells how the file at a path failed, nil where it did not.
func failureOf(ctx context.Context, s *store.Store, path string) error {
	for f, err := range s.Failures(ctx) {
		if err == nil && f.Path == path {
			return fmt.Errorf("%s: failed (%s) at %s: %s", legible(path), f.Stage, f.At.Format(time.RFC3339), f.Message)
		}
	}
	return nil
}

// number reports whether an argument is one: it is a record's id then.
func number(argument string) bool {
	for _, r := range argument {
		if r < '0' || r > '9' {
			return false
		}
	}
	return argument != ""
}

func showDocument(c *cobra.Command, s *store.Store, d *store.Document, f store.Filter, asJSON bool) error {
	if asJSON {
		f.DocumentID = d.ID
		n, err := export.WriteRecords(c.Context(), c.OutOrStdout(), s, f)
		return found(err, n)
	}
	out := &keeper{to: c.OutOrStdout()}
	n, err := terminal.NewPaint(out.to).ShowDocument(c.Context(), out, s, d, f)
	return found(errors.Join(err, out.err), n)
}

func showRecord(c *cobra.Command, s *store.Store, name string, asJSON bool) error {
	r, err := s.Record(c.Context(), name)
	if errors.Is(err, store.ErrNoRecord) {
		if history, hErr := s.History(c.Context(), name); hErr == nil && len(history) > 0 && !asJSON {
			terminal.NewPaint(c.OutOrStdout()).ShowReviews(c.OutOrStdout(), history)
			return nil // a figure that a reviewer put in, or a record that is gone
		}
		err = fmt.Errorf("%w; a document is named by its path as v_documents has it", err)
	}
	if err != nil {
		return &statusError{statusReport, err}
	}
	if asJSON {
		return export.WriteRecord(c.Context(), c.OutOrStdout(), s, &r)
	}
	history, err := s.History(c.Context(), r.Key)
	if err != nil {
		return &statusError{statusReport, err}
	}
	out := &keeper{to: c.OutOrStdout()}
	terminal.NewPaint(out.to).ShowRecord(out, &r, history)
	return found(out.err, 1)
}

// keeper keeps the first error of writing what is written line by line.
type keeper struct {
	to  io.Writer
	err error
}

func (k *keeper) Write(data []byte) (int, error) {
	if k.err != nil {
		return 0, k.err
	}
	n, err := k.to.Write(data)
	k.err = err
	return n, err
}
