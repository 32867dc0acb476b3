package batch

import (
	"context"
	"errors"
	"time"

	"suyuan/intake"
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
	case p.past != "":
		step.Note = &Note{p.Path, p.past}
		if p.past == noneWanted {
			r.report.LeftOut++
		}
	case hopeless(err):
		return err
	case err != nil:
		p.Err = err
		f := p.Failure(begin)
		step.Failure = &f
		if failed := r.fail(ctx, f); failed != nil {
			return errors.Join(err, failed)
		}
	default:
		row.Path, row.Doubt, row.Time = p.Path, p.doubt(), p.took()+time.Since(begin)
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
func (r *run) fail(ctx context.Context, f Failure) error {
	if r.o.DryRun {
		return nil
	}
	if err := r.begin(ctx); err != nil {
		return err
	}
	return r.db.Fail(ctx, f)
}

// save stores a page, unless its content is there already.
func (r *run) save(ctx context.Context, p *page) (row Row, err error) {
	if p.Err != nil || p.past != "" {
		return row, p.Err
	}
	var at store.Standing
	if r.db != nil {
		if at, err = r.db.Standing(ctx, p.Path, p.Sum, r.rules); err != nil {
			return row, err
		}
	}
	gone, err := r.gone(ctx, at)
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
		if _, err := r.db.Attach(ctx, p.Path, at.Content, gone...); err != nil {
			return store.Summary{}, err
		}
		return r.db.Summary(ctx, at.Content)
	}
	if p.Entry.Document == nil { // what had the content when the run began has been given other content since
		if p.Make(ctx); p.Err == nil {
			intake.Extract([]*intake.Page{p.Page}, r.o.Lexicon, 0)
			p.prepare()
		}
		if p.Err != nil {
			return store.Summary{}, p.Err
		}
	}
	p.rows.At = time.Now()
	return r.db.Save(ctx, p.rows, gone...)
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
