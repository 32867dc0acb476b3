package batch

import (
	"context"
	"errors"
	"time"

	"suyuan/source"
	"suyuan/store"
)

// read takes the files of a chunk through every step up to the writer. Several
// goroutines call it at once.
func (r *run) read(ctx context.Context, files []string) []*page {
	var pages []*page
	for _, path := range files {
		if ctx.Err() != nil {
			return nil // nobody will ask for them
		}
		for _, p := range open(path, r.o.Limit, r.before) {
			p.timed(p.split)
			pages = append(pages, p)
		}
	}
	extractAll(pages, r.o.Lexicon)
	return pages
}

// writeAll stores pages one after the other until ctx ends: a transaction that
// has begun is not cut short.
func (r *run) writeAll(ctx context.Context, pages []*page) error {
	for _, p := range pages {
		if ctx.Err() != nil {
			return nil
		}
		if err := r.write(context.WithoutCancel(ctx), p); err != nil {
			return err
		}
	}
	return nil
}

// write stores what became of one file, and tells of it. The error is one after
// which no other file can be stored either.
func (r *run) write(ctx context.Context, p *page) error {
	step := Step{Total: r.report.Files}
	begin := time.Now()
	state, summary, err := r.save(ctx, p)
	switch {
	case p.skipped:
		step.Note = &Note{p.path, "failed before and has not changed since, passed over"}
		r.report.Notes = append(r.report.Notes, *step.Note)
	case hopeless(err):
		return err
	case err != nil:
		f := failure(p, err)
		if err := r.db.Fail(ctx, store.Failure{Path: f.Path, Sum: p.sum, Stage: string(f.Stage), Message: f.Message, At: begin}); err != nil {
			return errors.Join(f.Err, err)
		}
		r.report.Failures = append(r.report.Failures, f)
		step.Failure = &f
	default:
		row := Row{Path: p.path, State: state, Summary: summary, Doubt: p.doubt(), Time: p.time + time.Since(begin)}
		r.report.Rows = append(r.report.Rows, row)
		step.Row = &row
	}
	if p.last {
		r.report.Done++
	}
	step.Done = r.report.Done
	if r.o.Progress != nil {
		r.o.Progress(step)
	}
	return nil
}

// save stores a page, unless its content is there already.
func (r *run) save(ctx context.Context, p *page) (State, store.Summary, error) {
	before, seen := r.paths[p.path]
	state := Added
	if seen {
		state = Changed
	}
	var summary store.Summary
	err := p.err
	switch {
	case err != nil || p.skipped:
	case p.stored == 0:
		summary, err = r.saveNew(ctx, p)
	case p.stored == before:
		state = Unchanged
		summary, err = r.db.Summary(ctx, p.stored)
	default:
		summary, err = r.attach(ctx, p)
	}
	return state, summary, err
}

func (r *run) saveNew(ctx context.Context, p *page) (store.Summary, error) {
	return r.db.Save(ctx, store.Entry{Document: p.document, Outline: p.outline, Records: p.records, Ruleset: r.rules, At: time.Now()})
}

// attach gives a path to a document that was stored when the run began. Where an
// earlier page has taken its last path, as when two files change places, it is
// gone and made again.
func (r *run) attach(ctx context.Context, p *page) (store.Summary, error) {
	id, current, err := r.db.Find(ctx, p.sum, r.rules)
	if err != nil {
		return store.Summary{}, err
	}
	if !current {
		if p.again(r.o.Lexicon); p.err != nil {
			return store.Summary{}, p.err
		}
		return r.saveNew(ctx, p)
	}
	if _, err := r.db.Attach(ctx, p.path, id); err != nil {
		return store.Summary{}, err
	}
	return r.db.Summary(ctx, id)
}

// failure says at which stage a page failed and why.
func failure(p *page, err error) Failure {
	f := Failure{Path: p.path, Stage: StageSave, Message: err.Error(), Err: err}
	var at *StageError
	if errors.As(err, &at) {
		f.Stage, f.Message = at.Stage, at.Err.Error()
	}
	var unread *source.Error
	if errors.As(err, &unread) {
		f.Message = unread.Message()
	}
	return f
}

// hopeless reports an error of the database that the next document would meet as well.
func hopeless(err error) bool {
	for _, e := range []error{store.ErrFull, store.ErrLocked, store.ErrReadOnly, store.ErrDamaged} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}
