package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"slices"
)

// Steps in which records are looked for, at first and at most, and in which they
// are read. Between them other methods take their turn, so that a caller may use
// the Store while it iterates.
const (
	firstDocuments = 8
	mostDocuments  = 128
	recordsAtOnce  = 250
)

// ErrNoRecord is a record that is not in the database.
var ErrNoRecord = errors.New("no such record: give its id, its key or the beginning of the key, see v_records")

// Records returns the records that the filter wants, by the path of their
// document, then by place. Each is whole, with its fields as they are at one moment;
// of a document that is stored anew or forgotten meanwhile some may be missed. The
// first error is the last that is yielded.
func (s *Store) Records(ctx context.Context, f Filter) iter.Seq2[Record, error] {
	var more []fill
	if f.Evidence {
		more = append(more, fillEvidence)
	}
	return func(yield func(Record, error) bool) {
		for ids, err := range s.recordIDs(ctx, f) {
			if err != nil {
				yield(Record{}, s.explain("read", err))
				return
			}
			records, err := s.loadNow(ctx, ids, more...)
			if err != nil {
				yield(Record{}, s.explain("read", err))
				return
			}
			for _, r := range records {
				if !yield(r, nil) {
					return
				}
			}
		}
	}
}

// Count returns how many records the filter wants, whatever its Limit and Offset.
func (s *Store) Count(ctx context.Context, f Filter) (n int, err error) {
	c, ofFigures, err := s.records(&f)
	if err != nil {
		return 0, err
	}
	text := "SELECT count(*) FROM records r"
	switch {
	case ofFigures && f.Narrow():
		text += " JOIN figures f ON f.record_id = r.id"
	case ofFigures:
		text = "SELECT count(*) FROM figures f CROSS JOIN records r ON r.id = f.record_id"
	}
	if documents := f.documents(); len(documents) > 0 {
		where, args := documents.where()
		c.add("r.document_id IN (SELECT d.id FROM documents d"+where+")", args...)
	}
	where, args := c.where()
	return n, s.explain("read", s.db.QueryRowContext(ctx, text+where, args...).Scan(&n))
}

// Narrow reports whether the filter wants some documents alone.
func (f *Filter) Narrow() bool { return len(f.documents()) > 0 }

// Record returns one record by its id, its key or a beginning of its key that no
// other has, with its evidence. The error is ErrNoRecord where there is none, and says so where the
// beginning has several.
func (s *Store) Record(ctx context.Context, name string) (Record, error) {
	var records []Record
	err := s.read(ctx, func(q reader) error {
		ids, err := ask(ctx, q, "SELECT id FROM records WHERE id = CAST(? AS INTEGER) AND ? = CAST(id AS TEXT)", scanInt, name, name)
		if err == nil && len(ids) == 0 && len(name) >= 4 {
			ids, err = ask(ctx, q, "SELECT id FROM records WHERE substr(key, 1, ?) = ? ORDER BY id LIMIT 50", scanInt, len(name), name)
		}
		if err == nil {
			records, err = load(ctx, q, ids, fillEvidence)
		}
		return err
	})
	switch {
	case err != nil:
		return Record{}, s.explain("read", err)
	case len(records) == 0:
		return Record{}, fmt.Errorf("record %q: %w", name, ErrNoRecord)
	}
	// One text in two files has each record twice, under one key.
	for _, r := range records[1:] {
		if r.Key != records[0].Key {
			return Record{}, fmt.Errorf("record %q: several keys begin so, %s and %s among them: give more of it", name, records[0].Key, r.Key)
		}
	}
	return records[0], nil
}

// found is a record and the place by which it is sorted.
type found struct {
	id, document int64
	start        int
}

func scanFound(r *sql.Rows, f *found) error { return r.Scan(&f.id, &f.document, &f.start) }

// recordIDs yields the ids of what the filter wants in its order, some at a time.
func (s *Store) recordIDs(ctx context.Context, f Filter) iter.Seq2[[]int64, error] {
	return func(yield func([]int64, error) bool) {
		c, ofFigures, err := s.records(&f)
		if err != nil {
			yield(nil, err)
			return
		}
		documents, skip, err := s.start(ctx, &f, c, ofFigures)
		if err != nil {
			yield(nil, err)
			return
		}
		left := f.Limit
		for b := range batches(documents, &f) {
			all, err := s.find(ctx, b, c, ofFigures)
			if err != nil {
				yield(nil, err)
				return
			}
			cut := min(skip, len(all))
			all, skip = all[cut:], skip-cut
			if f.Limit > 0 && len(all) > left {
				all = all[:left]
			}
			left -= len(all)
			for part := range slices.Chunk(all, recordsAtOnce) {
				ids := make([]int64, len(part))
				for i, one := range part {
					ids[i] = one.id
				}
				if !yield(ids, nil) {
					return
				}
			}
			if f.Limit > 0 && left == 0 {
				return
			}
		}
	}
}

// start returns the documents that the filter wants by path, from the one that its
// Offset leads into, and how many records of that one are still to be left out.
func (s *Store) start(ctx context.Context, f *Filter, c conditions, ofFigures bool) (documents []int64, skip int, err error) {
	where, args := f.documents().where()
	documents, err = ask(ctx, s.db, "SELECT d.id FROM documents d"+where+" ORDER BY (SELECT min(p.path) FROM paths p WHERE p.document_id = d.id)", scanInt, args...)
	if err != nil || f.Offset == 0 || f.scattered() {
		return documents, f.Offset, err
	}
	text := "SELECT r.document_id, 0, count(*) FROM records r"
	if ofFigures {
		text = "SELECT r.document_id, 0, count(*) FROM figures f CROSS JOIN records r ON r.id = f.record_id"
	}
	where, args = c.where()
	counts, err := ask(ctx, s.db, text+where+" GROUP BY r.document_id", scanFound, args...)
	if err != nil {
		return nil, 0, err
	}
	records := make(map[int64]int, len(counts))
	for _, n := range counts {
		records[n.id] = n.start
	}
	skip = f.Offset
	for len(documents) > 0 && skip >= records[documents[0]] {
		skip -= records[documents[0]]
		documents = documents[1:]
	}
	return documents, skip, nil
}

// scattered reports whether what the filter wants is few records in any document,
// and is found at once.
func (f *Filter) scattered() bool {
	return f.Contains != "" || len(f.Indicators) > 0 && !f.Narrow()
}

// batch is some documents in the order of their paths.
type batch struct {
	rank map[int64]int
	only bool // they are looked for by document
}

// batches yields documents in steps that grow, or all at once.
func batches(documents []int64, f *Filter) iter.Seq[batch] {
	return func(yield func(batch) bool) {
		size := firstDocuments
		if f.scattered() {
			size = len(documents)
		}
		for len(documents) > 0 {
			n := min(size, len(documents))
			b := batch{rank: make(map[int64]int, n), only: !f.scattered() || f.Narrow()}
			for i, id := range documents[:n] {
				b.rank[id] = i
			}
			if !yield(b) {
				return
			}
			documents, size = documents[n:], min(2*size, max(mostDocuments, size))
		}
	}
}

// find returns the records of a batch that meet the conditions, in order.
func (s *Store) find(ctx context.Context, b batch, c conditions, ofFigures bool) ([]found, error) {
	text := "SELECT r.id, r.document_id, r.byte_start FROM records r"
	switch {
	case ofFigures && b.only:
		text += " CROSS JOIN figures f ON f.record_id = r.id"
	case ofFigures:
		text = "SELECT r.id, r.document_id, r.byte_start FROM figures f CROSS JOIN records r ON r.id = f.record_id"
	}
	if b.only {
		var ids []int64
		for id := range b.rank {
			ids = append(ids, id)
		}
		c = append(conditions{{"r.document_id IN (SELECT value FROM json_each(?))", []any{list(ids)}}}, c...)
	}
	where, args := c.where()
	all, err := ask(ctx, s.db, text+where, scanFound, args...)
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(f found) bool { _, ok := b.rank[f.document]; return !ok })
	slices.SortFunc(all, func(x, y found) int {
		return cmp.Or(b.rank[x.document]-b.rank[y.document], x.start-y.start, cmp.Compare(x.id, y.id))
	})
	return all, nil
}
