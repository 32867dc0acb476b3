package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"suyuan/extract"
	"suyuan/intake"
	"suyuan/source"
)

// textsAtOnce is how many stored texts share one dictionary.
const textsAtOnce = 8

// VerifyRules extracts every document again from its stored text by the rules of the
// lexicon, and tells tell of everything that is stored otherwise than they make it:
// an indicator, a title, a kind that was changed shows here, though its evidence
// holds. What it looked at and found is added to the report. Of a document that
// other rules have made there is a note; one that is forgotten meanwhile is none.
func (s *Store) VerifyRules(ctx context.Context, lexicon *extract.Lexicon, report *Report, tell func(Fault)) error {
	folder, err := os.MkdirTemp("", "suyuan-verify-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	fresh, err := Open(ctx, filepath.Join(folder, "fresh.db"))
	if err != nil {
		return err
	}
	defer fresh.Close()
	if _, err := fresh.db.ExecContext(ctx, "PRAGMA synchronous = OFF"); err != nil {
		return err
	}
	ids, err := ask(ctx, s.db, "SELECT id FROM documents ORDER BY id", scanInt)
	if err != nil {
		return s.explain("verify", err)
	}
	v := &renewal{s: s, fresh: fresh, lexicon: lexicon, report: report, tell: tell}
	for p := range intake.InOrder(ctx, runtime.GOMAXPROCS(0), slices.Chunk(ids, textsAtOnce), func(ids []int64, done func(*renewed)) { v.extract(ctx, ids, done) }) {
		if err := v.compare(ctx, p); err != nil {
			return s.explain("verify", err)
		}
	}
	return ctx.Err()
}

// renewal is one run of VerifyRules.
type renewal struct {
	s, fresh *Store // fresh holds the document that is being compared
	lexicon  *extract.Lexicon
	report   *Report
	tell     func(Fault)
}

// renewed is a stored document and what the rules make of its text.
type renewed struct {
	id     int64
	stored *Entry
	page   *intake.Page // nil for a document of other rules
	rows   *Rows        // what the rules make of it
	err    error        // of the stored document
}

// extract takes stored texts through the rules.
func (v *renewal) extract(ctx context.Context, ids []int64, done func(*renewed)) {
	var all []*renewed
	var pages []*intake.Page
	for _, id := range ids {
		p := &renewed{id: id}
		p.stored, p.err = v.s.Entry(ctx, id)
		if p.err == nil && p.stored.Ruleset == v.lexicon.Ruleset() {
			p.page = intake.Again(p.stored.Document)
			pages = append(pages, p.page)
		}
		all = append(all, p)
	}
	intake.Extract(pages, v.lexicon, 0)
	for _, p := range all {
		p.prepare()
		done(p)
	}
}

// prepare makes the rows of what the rules make of the text.
func (p *renewed) prepare() {
	if p.page == nil || p.page.Err != nil {
		return
	}
	p.page.Err = intake.Guard(intake.StageSave, func() (err error) {
		e := p.page.Entry
		e.At = p.stored.At
		p.rows, err = Prepare(e)
		return err
	})
}

// compare tells in what a document differs from what the rules make of it.
func (v *renewal) compare(ctx context.Context, p *renewed) error {
	f := Fault{Check: "rules", DocumentID: p.id}
	switch {
	case errors.Is(p.err, ErrNoDocument):
		return nil
	case errors.Is(p.err, ErrDamaged):
		f.Path, f.Message = v.s.path, p.err.Error()
		v.fault(f)
		return nil
	case p.err != nil:
		return p.err
	}
	f.Path = p.stored.Document.Name
	switch {
	case p.page == nil:
		f.Note, f.Message = true, "other rules or word lists have made it, so that it was not extracted again: run suyuan reextract, or name its lists with --lexicon"
		v.fault(f)
		return nil
	case p.page.Err != nil:
		f.Message = fmt.Sprintf("the rules cannot read its text again: %v", p.page.Err)
		v.fault(f)
		return nil
	}
	r, was, now, err := v.differences(ctx, p)
	if err != nil {
		return err
	}
	v.report.Again++
	v.differ(f, r, was, now)
	return nil
}

// differences stores the document anew on its own and compares the rows.
func (v *renewal) differences(ctx context.Context, p *renewed) (r Revision, was, now content, err error) {
	sum, err := v.fresh.Save(ctx, p.rows)
	if err != nil {
		return r, was, now, err
	}
	for _, side := range []struct {
		s  *Store
		id int64
		to *content
	}{{v.s, p.id, &was}, {v.fresh, sum.DocumentID, &now}} {
		err = errors.Join(err, side.s.read(ctx, func(q reader) (err error) {
			*side.to, err = contentOf(ctx, q, side.id)
			return err
		}))
	}
	if err == nil {
		_, err = v.fresh.Forget(ctx, p.rows.Document.Name)
	}
	r.compare(was, now)
	return r, was, now, err
}

// differ tells of every difference.
func (v *renewal) differ(f Fault, r Revision, was, now content) {
	record := func(r Record, id int64, format string, args ...any) {
		f := f
		f.RecordID, f.Type, f.Line, f.Span = id, r.Type, r.Line, source.Span{Start: r.ByteStart, End: r.ByteEnd}
		f.Message = fmt.Sprintf(format, args...)
		v.fault(f)
	}
	for _, one := range r.Removed {
		record(one, one.ID, "%q is stored, the rules do not find it", one.Quote)
	}
	for _, one := range r.Added {
		record(one, 0, "the rules find the %s %q, which is not stored: %s", one.Type, one.Quote, one.Fields())
	}
	for _, c := range r.Changed {
		for _, field := range c.Fields() {
			record(c.Was, c.Was.ID, "%s of %q is stored as %s, the rules make %s", field.Name, c.Was.Quote, field.Was, field.Now)
		}
	}
	if len(r.Added)+len(r.Removed)+len(r.Changed) > 0 || r.Same {
		return
	}
	for i := range max(len(was.rest), len(now.rest)) { // the document's fields, blocks, ledger or links
		stored, made := "nothing", "nothing"
		if i < len(was.rest) {
			stored = was.rest[i]
		}
		if i < len(now.rest) {
			made = now.rest[i]
		}
		if stored != made {
			f.Message = fmt.Sprintf("stored is %s, the rules make %s", stored, made)
			v.fault(f)
			return
		}
	}
}

func (v *renewal) fault(f Fault) {
	v.report.count(f)
	v.tell(f)
}
