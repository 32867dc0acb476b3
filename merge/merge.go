// Package merge brings databases and folders of Parquet files together in one
// database. The order in which they are given does not matter, and merging the same
// once more changes nothing.
package merge

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"suyuan/extract"
	"suyuan/store"
)

// Options of a merge.
type Options struct {
	Lexicon   *extract.Lexicon
	SameRules bool         // what other rules made is refused rather than extracted again
	Tell      func(string) // told, in a line each, of what is not as one would expect
	Note      store.Run    // what the table of runs is to say
}

// Report counts what a merge did.
type Report struct {
	Inputs      int  `json:"inputs"`          // that were read to their end
	Broken      int  `json:"broken"`          // that could not be read, or not to their end
	Added       int  `json:"added"`           // documents that were not there
	Extracted   int  `json:"extracted_again"` // documents that other rules had made, those of the database itself included
	Paths       int  `json:"paths"`           // paths of documents that were there
	Known       int  `json:"known"`           // documents of which nothing was to be taken in
	Failed      int  `json:"failed"`          // documents that could not be taken in
	Failures    int  `json:"failures"`        // files that could not be ingested
	Reviews     int  `json:"reviews"`
	Findings    int  `json:"findings"`
	Gone        int  `json:"findings_gone"` // that rested on records which other rules had made
	Interrupted bool `json:"interrupted"`
}

// ErrRules is a merge that was refused because different rules made the documents.
var ErrRules = errors.New("their documents were made by different rules: leave --same-rules out, and the others are extracted again from their texts")

// ErrNone is a merge of which no input can be read.
var ErrNone = errors.New("none of the databases can be read")

// Run merges the databases and folders at paths into the database at out, which is
// made where there is none. An input that cannot be read is told of, and the others
// are merged. What other rules have made is extracted again from its text: from the
// inputs, and in out itself.
//
// One document is one transaction, and one is in memory at a time: a merge that was
// cut short is run again. The error is one of the database at out, ErrNone or
// ErrRules; with the latter two nothing has been written.
func Run(ctx context.Context, out string, paths []string, o Options) (*Report, error) {
	m := &merging{Options: o, report: &Report{}, ruleset: o.Lexicon.Ruleset()}
	paths = m.sort(out, paths)
	if err := m.survey(ctx, out, paths); err != nil {
		return m.report, err
	}
	db, err := store.Open(ctx, out)
	if err != nil {
		return m.report, err
	}
	m.out = db
	m.Note.Command, m.Note.Ruleset, m.Note.Begun = "merge", m.ruleset, time.Now()
	err = m.all(ctx, paths)
	m.report.Interrupted = ctx.Err() != nil
	return m.report, errors.Join(err, m.end(context.WithoutCancel(ctx), err), db.Close())
}

// merging is a merge on its way.
type merging struct {
	Options
	report  *Report
	out     *store.Store
	ruleset string // that all documents are to be of
	noted   int64  // the merge's row in the table of runs, 0 while nothing has been written
}

func (m *merging) tell(format string, args ...any) {
	if m.Tell != nil {
		m.Tell(fmt.Sprintf(format, args...))
	}
}

// sort puts the inputs into one order, whatever theirs was, each once and without
// the database that is written to.
func (m *merging) sort(out string, paths []string) (sorted []string) {
	own, _ := os.Stat(out)
	for _, path := range paths {
		path = filepath.Clean(path)
		if stat, err := os.Stat(path); err == nil && own != nil && os.SameFile(stat, own) {
			m.tell("%s: is the database that is written to, passed over", path)
			continue
		}
		sorted = append(sorted, path)
	}
	slices.Sort(sorted)
	return slices.Compact(sorted)
}

// survey looks whether there is anything to merge, and whether it was all made by
// the same rules where that is asked for.
func (m *merging) survey(ctx context.Context, out string, paths []string) error {
	made := map[string][]string{}
	readable := 0
	look := func(path string) error {
		in, err := open(ctx, path)
		if err != nil {
			return err
		}
		defer in.Close()
		if !m.SameRules {
			return nil
		}
		rules, err := in.rulesets(ctx)
		for _, r := range rules {
			made[r] = append(made[r], path)
		}
		return err
	}
	for _, path := range paths {
		if err := look(path); err == nil {
			readable++
		}
	}
	if _, err := os.Stat(out); err == nil && m.SameRules {
		if err := look(out); err != nil {
			return err
		}
	}
	if readable == 0 && len(paths) > 0 {
		for _, path := range paths {
			m.tell("%s", broken(path, look(path)))
		}
		return ErrNone
	}
	if !m.SameRules {
		return nil
	}
	for rules, where := range made {
		m.ruleset = rules
		if len(made) > 1 {
			m.tell("rules %s: %s", rules, strings.Join(where, " "))
		}
	}
	if len(made) > 1 {
		return ErrRules
	}
	return nil
}

// all takes in one input after the other. The database itself comes first: what it
// has of other rules is extracted again.
func (m *merging) all(ctx context.Context, paths []string) error {
	if err := m.own(ctx); err != nil {
		return err
	}
	for _, path := range paths {
		if ctx.Err() != nil {
			return nil
		}
		in, err := open(ctx, path)
		if err == nil {
			err = errors.Join(m.take(ctx, path, in), in.Close())
		}
		var stop *stopError
		switch {
		case errors.As(err, &stop):
			return stop.error
		case ctx.Err() != nil:
			return nil
		case err != nil:
			m.report.Broken++
			m.tell("%s", broken(path, err))
		default:
			m.report.Inputs++
		}
	}
	return nil
}

// stopError is an error of the database that is written to, which ends the merge.
type stopError struct{ error }

// broken says what is wrong with an input, with its path in front.
func broken(path string, err error) string {
	return fmt.Sprintf("%s: failed: %v", path, err)
}

// take takes in what an input has.
func (m *merging) take(ctx context.Context, path string, in input) error {
	var damaged []error
	for e, err := range in.documents(ctx) {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			damaged = append(damaged, err)
		default:
			if err := m.document(context.WithoutCancel(ctx), path, e); err != nil {
				return &stopError{err}
			}
		}
	}
	for f, err := range in.failures(ctx) {
		if err != nil {
			damaged = append(damaged, err)
			break
		}
		if err := m.failure(ctx, f); err != nil {
			return &stopError{err}
		}
	}
	return errors.Join(append(damaged, m.reviews(ctx, in), m.runs(ctx, in))...)
}

// begin notes the merge before it writes for the first time: one that finds all
// there already leaves the database as it was.
func (m *merging) begin(ctx context.Context) (err error) {
	if m.noted == 0 {
		m.noted, err = m.out.Begin(ctx, m.Note)
	}
	return err
}

// end notes how the merge ended.
func (m *merging) end(ctx context.Context, err error) error {
	if m.noted == 0 {
		return nil
	}
	outcome := store.Done
	switch {
	case err != nil:
		outcome = store.Broken
	case m.report.Interrupted:
		outcome = store.Interrupted
	}
	r := m.report
	return m.out.End(ctx, m.noted, outcome, store.Counts{Files: r.Inputs + r.Broken, Added: r.Added, Changed: r.Extracted, Moved: r.Paths, Unchanged: r.Known, Failed: r.Failed}, time.Now())
}
