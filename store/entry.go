package store

import (
	"context"

	"github.com/mattn/go-sqlite3"

	"suyuan/extract"
)

// writing is the rows of a document on their way into the tables. Ids are given out
// here, in the order of the text: the transaction is the only writer.
type writing struct {
	*Rows
	conn      *sqlite3.SQLiteConn
	document  any
	blockIDs  []any
	recordIDs []any
	late      values // the values of rows that were not made ahead
}

// identify gives the records their ids: those that are kept for their keys, or the
// next ones; the blocks theirs follow each other.
func identify(ctx context.Context, tx *transaction, r *Rows, kept keptIDs) (*writing, error) {
	var block, record int64
	err := tx.QueryRowContext(ctx, `SELECT (SELECT coalesce(max(id), 0) + 1 FROM blocks), (SELECT coalesce(max(id), 0) + 1 FROM records)`).Scan(&block, &record)
	w := &writing{Rows: r, blockIDs: make([]any, len(r.Outline.Blocks)), recordIDs: make([]any, len(r.records))}
	for i := range w.blockIDs {
		w.blockIDs[i] = block + int64(i)
	}
	if len(kept) > 0 {
		record = max(record, kept.last()+1)
	}
	for i, f := range r.records {
		id, ok := int64(0), false
		if len(kept) > 0 {
			id, ok = kept.take(extract.Key(f.kind, r.text, f.Span))
		}
		if !ok {
			id, record = record, record+1
		}
		w.recordIDs[i] = id
	}
	return w, err
}

// id returns the id of a record, and whether it is one of the document's.
func (w *writing) id(r *extract.Record) (int64, bool) {
	at, ok := w.ids[r]
	if !ok {
		return 0, false
	}
	id, ok := w.recordIDs[at].(int64)
	return id, ok
}

// about returns the id of the record of the document's own fields, nil for none.
func (w *writing) about() any {
	if last := len(w.records) - 1; last >= 0 && w.records[last].kind == "document" {
		return w.recordIDs[last]
	}
	return nil
}

// tables writes the rows of every table but documents.
func (w *writing) tables(ctx context.Context, tx *transaction) error {
	return tx.raw(func(conn *sqlite3.SQLiteConn) error {
		w.conn = conn
		w.room.grow(len(w.blockIDs), len(w.recordIDs)) // one that was released has none
		for i := range w.sheets {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := w.insert(&w.sheets[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

// raw hands the driver's connection to do. A panic in it comes out here: within Raw it
// would wait for the connection, which Raw holds, for ever.
func (tx *transaction) raw(do func(*sqlite3.SQLiteConn) error) error {
	var fault any
	err := tx.conn.Raw(func(conn any) error {
		defer func() { fault = recover() }()
		return do(conn.(*sqlite3.SQLiteConn))
	})
	if fault != nil {
		panic(fault)
	}
	return err
}
