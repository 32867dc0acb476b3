package batch

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"time"

	"suyuan/intake"
	"suyuan/store"
)

// Reextract runs the rules over the texts that db has stored of the documents, as
// Stored gives them, and needs no file. Each document is written in a
// transaction of its own; what the rules make of it as before is left as it is. A
// document that fails keeps what it had, and is noted as a failure.
//
// When ctx ends, the document that is being written is written and no other one is.
func Reextract(ctx context.Context, db *store.Store, documents []int64, o Options) (*Report, error) {
	if o.Jobs <= 0 {
		o.Jobs = runtime.GOMAXPROCS(0)
	}
	r := &run{db: db, o: o, rules: o.Lexicon.Ruleset(), report: &Report{}}
	r.report.Files = len(documents)
	r.o.Note.Command, r.o.Note.Ruleset, r.o.Note.Begun = "reextract", r.rules, time.Now()
	return r.work(ctx, func(ctx context.Context) error { return r.revise(ctx, documents) })
}

// textsAtOnce is how many stored texts make a chunk.
const textsAtOnce = 8

func (r *run) revise(ctx context.Context, documents []int64) error {
	chunks := func(yield func(chunk[int64]) bool) {
		for ids := range slices.Chunk(documents, textsAtOnce) {
			if !yield(chunk[int64]{items: ids}) {
				return
			}
		}
	}
	read := func(id int64) []*page { return []*page{r.recalled(ctx, id)} }
	for p := range pages(ctx, r, chunks, read) {
		if err := r.persist(ctx, p); err != nil {
			return err
		}
	}
	r.report.Interrupted = r.report.Done < len(documents)
	return nil
}

// recalled returns a page of a stored text.
func (r *run) recalled(ctx context.Context, id int64) *page {
	begin := time.Now()
	p := &page{id: id, last: true}
	e, err := r.db.Entry(ctx, id)
	switch {
	case errors.Is(err, store.ErrNoDocument):
		p.Page, p.past = &intake.Page{Path: fmt.Sprintf("document %d", id)}, forgotten
	case err != nil: // one that is damaged leaves the others whole
		p.Page = &intake.Page{Path: r.firstPath(ctx, id), Err: &StageError{Stage: StageRead, Err: fmt.Errorf("%v", err)}}
	default:
		p.Page = intake.Again(e.Document)
		p.Entry.At, p.Times.Read = e.At, time.Since(begin)
	}
	return p
}

func (r *run) firstPath(ctx context.Context, id int64) string {
	paths, err := r.db.Paths(ctx, id)
	if err != nil || len(paths) == 0 {
		return ""
	}
	return paths[0]
}

// saveAgain stores a page whose text was stored, in the place of what it gave before.
func (r *run) saveAgain(ctx context.Context, p *page) (row Row, err error) {
	if p.Err != nil || p.past != "" {
		return row, p.Err
	}
	if err := r.begin(ctx); err != nil {
		return row, err
	}
	v, err := r.db.Revise(ctx, p.id, p.rows)
	if errors.Is(err, store.ErrNoDocument) {
		p.past = forgotten
	}
	if err != nil {
		return row, err
	}
	row.State, row.Revision = Changed, &v
	if v.Same {
		row.State = Unchanged
	}
	row.Summary, err = r.db.Summary(ctx, p.id)
	return row, err
}

// Stored returns the ids of the stored documents, in the order in which they came,
// of those asked for as Match understands it, or all where nothing is asked for;
// only those that other rules than these have made, unless rules is "". Those
// asked for that are not stored are missed.
func Stored(ctx context.Context, db *store.Store, asked []string, rules string) (ids []int64, missed []string, err error) {
	var paths []string
	if len(asked) > 0 {
		if paths, missed, err = Match(ctx, db, asked); err != nil {
			return nil, nil, err
		}
	}
	wanted := make(map[string]bool, len(paths))
	for _, path := range paths {
		wanted[path] = true
	}
	rows, err := db.Query(ctx, `SELECT p.document_id, p.path FROM v_paths p JOIN v_documents d USING (document_id)
		WHERE d.ruleset <> ? ORDER BY p.document_id, p.path`, rules)
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		var path string
		if err := rows.Scan(&id, &path); err != nil {
			return nil, nil, err
		}
		if (len(asked) == 0 || wanted[path]) && (len(ids) == 0 || ids[len(ids)-1] != id) {
			ids = append(ids, id)
		}
	}
	return ids, missed, rows.Err()
}
