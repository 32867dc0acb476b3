package store

import (
	"context"
	"database/sql/driver"
	"fmt"

	"github.com/mattn/go-sqlite3"

	"suyuan/extract"
	"suyuan/segment"
)

// writing is one entry on its way into the tables. Ids are given out here, in
// the order of the text: the transaction is the only writer.
type writing struct {
	Entry
	*places
	conn     *sqlite3.SQLiteConn
	spare    []driver.NamedValue // room for the rows that one INSERT takes
	document int64
	block    int64 // id of the first block
	records  []*filed
	ids      map[*extract.Record]int64
	roles    roles
	column   []byte // room for one column of evidence
}

// filed is a record with its type and its id.
type filed struct {
	*extract.Record
	kind string
	id   int64
}

// rows writes what belongs to the document id. Records take up the ids that are
// kept for their keys.
func rows(ctx context.Context, tx *transaction, e Entry, p *places, id int64, kept keptIDs) error {
	w := &writing{Entry: e, places: p, document: id, ids: map[*extract.Record]int64{}, roles: roles{}}
	var record int64
	err := tx.QueryRowContext(ctx, `SELECT (SELECT coalesce(max(id), 0) + 1 FROM blocks), (SELECT coalesce(max(id), 0) + 1 FROM records)`).Scan(&w.block, &record)
	if err != nil {
		return err
	}
	w.number(record, kept)
	err = tx.raw(func(conn *sqlite3.SQLiteConn) error {
		w.conn = conn
		return w.tables(ctx)
	})
	if about := w.about(); err == nil && about != 0 {
		_, err = tx.ExecContext(ctx, "UPDATE documents SET record_id = ? WHERE id = ?", about, id)
	}
	if err == nil {
		err = addFindings(ctx, tx.Tx, id, e.Findings, w.ids)
	}
	return err
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

// tables writes the rows of every table but documents.
func (w *writing) tables(ctx context.Context) error {
	for _, table := range []func() error{w.pages, w.blocks, w.recordRows, w.figures, w.dates, w.departments, w.projects, w.numerals, w.links} {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := table(); err != nil {
			return err
		}
	}
	return nil
}

// number lists the records and gives each its id: the one that is kept for its
// key, or the next from the first on.
func (w *writing) number(first int64, kept keptIDs) {
	if len(kept) > 0 {
		first = max(first, kept.last()+1)
	}
	for kind, r := range w.Records.All() {
		id, ok := int64(0), false
		if len(kept) > 0 {
			id, ok = kept.take(extract.Key(kind, w.text, r.Span))
		}
		if !ok {
			id, first = first, first+1
		}
		w.records = append(w.records, &filed{r, kind, id})
		w.ids[r] = id
	}
}

// record returns the id of r, nil for nil.
func (w *writing) record(r *extract.Record) (any, error) {
	if r == nil {
		return nil, nil
	}
	id, ok := w.ids[r]
	if !ok {
		return nil, fmt.Errorf("it names a record of the rule %s at byte %d that is none of the document's", r.Rule, r.Span.Start)
	}
	return id, nil
}

// heading returns the id of the block b, nil for nil.
func (w *writing) heading(b *segment.Block) (any, error) {
	if b == nil {
		return nil, nil
	}
	i, ok := w.numbers[b]
	if !ok {
		return nil, fmt.Errorf("the heading at bytes %d to %d is no block of the document", b.Span.Start, b.Span.End)
	}
	return w.block + int64(i), nil
}
