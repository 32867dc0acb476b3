package batch

import (
	"context"
	"errors"
	"time"

	"suyuan/source"
	"suyuan/store"
)

// persist writes a page, over and over while the database is held by another. A
// transaction that has begun is not cut short.
func (r *run) persist(ctx context.Context, p *page) error {
	begin := time.Now()
	for {
		err := r.write(context.WithoutCancel(ctx), p)
		if !errors.Is(err, store.ErrLocked) || ctx.Err() != nil || time.Since(begin) > r.o.Patience {
			return err
		}
	}
}

// write stores what became of one page, and tells of it. The error is one after
// which no other page can be stored either.
func (r *run) write(ctx context.Context, p *page) error {
	begin := time.Now()
	var step Step
	save := r.save
	if p.id != 0 {
		save = r.saveAgain
	}
	row, err := save(ctx, p)
	switch {
	case p.skipped:
		step.Note = &Note{p.path, "failed before and has not changed since, passed over"}
	case hopeless(err):
		return err
	case err != nil:
		step.Failure = failure(p, err)
		if err := r.fail(ctx, p, *step.Failure, begin); err != nil {
			return errors.Join(step.Failure.Err, err)
		}
	default:
		row.Path, row.Doubt, row.Time = p.path, p.doubt(), p.time+time.Since(begin)
		step.Row = &row
	}
	r.count(step)
	if p.last {
		r.report.Done++
	}
	step.Done, step.Total = r.report.Done, r.report.Files
	if r.o.Progress != nil {
		r.o.Progress(step)
	}
	return nil
}

func (r *run) count(s Step) {
	switch {
	case s.Failure != nil:
		r.report.Failed++
	case s.Note != nil:
		r.report.Skipped++
	default:
		*map[State]*int{Added: &r.report.Added, Changed: &r.report.Changed, Moved: &r.report.Moved, Unchanged: &r.report.Unchanged}[s.Row.State]++
	}
}

// fail stores a failure in the place of the document.
func (r *run) fail(ctx context.Context, p *page, f Failure, at time.Time) error {
	if r.o.DryRun {
		return nil
	}
	if err := r.begin(ctx); err != nil {
		return err
	}
	return r.db.Fail(ctx, store.Failure{Path: f.Path, Sum: p.sum, Stage: string(f.Stage), Message: f.Message, At: at})
}

// save stores a page, unless its content is there already.
func (r *run) save(ctx context.Context, p *page) (row Row, err error) {
	if p.err != nil || p.skipped {
		return row, p.err
	}
	var at store.Standing
	if r.db != nil {
		if at, err = r.db.Standing(ctx, p.path, p.sum, r.rules); err != nil {
			return row, err
		}
	}
	gone, err := r.gone(ctx, p, at)
	if err != nil {
		return row, err
	}
	switch {
	case at.Current && at.Path == at.Content && !at.Failed:
		row.State = Unchanged
		row.Summary, err = r.db.Summary(ctx, at.Content)
		return row, err
	case at.Path != 0:
		row.State = Changed
	case len(gone) > 0:
		row.State, row.From = Moved, gone[0]
	default:
		row.State = Added
	}
	if !r.o.DryRun {
		row.Summary, err = r.put(ctx, p, at, gone)
	}
	return row, err
}

// put writes a page whose content or path is new.
func (r *run) put(ctx context.Context, p *page, at store.Standing, gone []string) (store.Summary, error) {
	if err := r.begin(ctx); err != nil {
		return store.Summary{}, err
	}
	if at.Current {
		if _, err := r.db.Attach(ctx, p.path, at.Content, gone...); err != nil {
			return store.Summary{}, err
		}
		return r.db.Summary(ctx, at.Content)
	}
	if p.document == nil {
		if p.again(ctx, r.o.Lexicon); p.err != nil {
			return store.Summary{}, p.err
		}
	}
	return r.db.Save(ctx, store.Entry{Document: p.document, Outline: p.outline, Records: p.records, Ruleset: r.rules, At: time.Now()}, gone...)
}

// failure says at which stage a page failed and why.
func failure(p *page, err error) *Failure {
	f := &Failure{Path: p.path, Stage: StageSave, Message: err.Error(), Err: err}
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
	for _, e := range []error{store.ErrFull, store.ErrDisk, store.ErrLocked, store.ErrReadOnly, store.ErrDamaged} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}
