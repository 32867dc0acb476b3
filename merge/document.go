package merge

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"suyuan/intake"
	"suyuan/store"
)

// own brings the documents of the database itself to the rules of this merge.
func (m *merging) own(ctx context.Context) error {
	rules, err := m.out.Rulesets(ctx)
	if err != nil || len(rules) == 0 || len(rules) == 1 && rules[0] == m.ruleset {
		return err
	}
	for e, err := range m.out.Entries(ctx) {
		switch {
		case ctx.Err() != nil:
			return nil
		case err != nil:
			return err
		case e.Ruleset != m.ruleset:
			if err := m.document(context.WithoutCancel(ctx), m.out.Path(), e); err != nil {
				return err
			}
		}
	}
	return nil
}

// document takes in one document of the input from. The error is one of the
// database that is written to.
func (m *merging) document(ctx context.Context, from string, e *intake.Entry) error {
	return m.attempt(ctx, from, e, mostAttempts)
}

// mostAttempts is how often a document is looked at anew that another process changes
// meanwhile.
const mostAttempts = 20

// attempt takes in a document, in so many attempts at most.
func (m *merging) attempt(ctx context.Context, from string, e *intake.Entry, attempts int) error {
	wanted, err := m.out.Wants(ctx, e, m.ruleset)
	if err != nil {
		return err
	}
	for _, path := range wanted.Lost {
		m.tell("%s: %s has other content, which was found later; that of %s is left out", m.out.Path(), path, from)
	}
	if wanted.Nothing() {
		m.report.Known++
		return nil
	}
	if err := m.begin(ctx); err != nil {
		return err
	}
	other := e.Ruleset != m.ruleset && wanted.Store
	if other {
		err = m.again(e)
	}
	if err == nil {
		err = m.out.Adopt(ctx, e, wanted)
	}
	switch {
	case errors.Is(err, store.ErrMeanwhile) && attempts > 1:
		return m.attempt(ctx, from, e, attempts-1) // another process writes to the same database
	case hopeless(err):
		return err
	case err != nil:
		m.report.Failed++
		return m.fail(ctx, e, wanted, err)
	}
	for _, path := range wanted.Replaced {
		m.tell("%s: %s had other content, which was found earlier; that of %s takes its place", m.out.Path(), path, from)
	}
	m.count(wanted, e, other)
	return nil
}

func (m *merging) count(w store.Wanted, e *intake.Entry, other bool) {
	switch {
	case w.Store && !other:
		m.report.Added++
		m.report.Findings += len(e.Findings) // w has those alone of a document that is here
	case w.Store:
		m.report.Extracted++
	default:
		m.report.Paths += len(w.Paths)
	}
	m.report.Findings += len(w.Findings)
}

// again extracts a document from its text by the rules of this merge.
func (m *merging) again(e *intake.Entry) error {
	p := intake.Again(e.Document)
	intake.Extract([]*intake.Page{p}, m.Lexicon, 0)
	if p.Err != nil {
		return p.Err
	}
	e.Outline, e.Records, e.Ruleset = p.Entry.Outline, p.Entry.Records, p.Entry.Ruleset
	m.report.Gone += len(e.Findings)
	e.Sections, e.Findings = nil, nil
	return nil
}

// fail stores that a document could not be taken in, under each of its paths but
// for those that lead to other content, which stays.
func (m *merging) fail(ctx context.Context, e *intake.Entry, w store.Wanted, err error) error {
	p := &intake.Page{Sum: e.Document.Sum, Err: err}
	paths := w.Paths
	if len(paths) == 0 {
		paths = slices.DeleteFunc(e.AllPaths(), func(path string) bool { return slices.Contains(w.Lost, path) })
	}
	for _, p.Path = range paths {
		f := p.Failure(time.Now())
		m.tell("%s: failed (%s): %s", f.Path, f.Stage, f.Message)
		if err := m.out.Fail(ctx, f); err != nil {
			return err
		}
	}
	return nil
}

func (m *merging) failure(ctx context.Context, f intake.Failure) error {
	changed, err := m.out.AdoptFailure(ctx, f)
	if changed {
		m.report.Failures++
	}
	return err
}

// reviews takes in the reviews of an input with their whole history.
func (m *merging) reviews(ctx context.Context, in input) error {
	all, err := in.reviews(ctx)
	if err != nil {
		return err
	}
	missing, err := m.out.Unknown(ctx, all)
	if err != nil || len(missing) == 0 {
		return stop(err)
	}
	for _, v := range missing {
		if err := v.Check(); err != nil {
			return fmt.Errorf("its reviews are left out: %w", err)
		}
	}
	if err := m.begin(ctx); err != nil {
		return stop(err)
	}
	done, err := m.out.Import(ctx, missing)
	m.report.Reviews += done.Added
	return stop(err)
}

// runs takes in what the input was made by.
func (m *merging) runs(ctx context.Context, in input) error {
	all, err := in.runs(ctx)
	if err != nil {
		return err
	}
	_, err = m.out.AdoptRuns(ctx, all)
	return stop(err)
}

func stop(err error) error {
	if err == nil {
		return nil
	}
	return &stopError{err}
}

// hopeless reports an error of the database that the next document would meet as
// well.
func hopeless(err error) bool {
	for _, e := range []error{store.ErrFull, store.ErrDisk, store.ErrLocked, store.ErrReadOnly, store.ErrDamaged} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}
