package store

import (
	"database/sql"
	"encoding/hex"
	"fmt"

	"suyuan/extract"
	"suyuan/source"
)

// storedPlace is a quote as it is stored.
type storedPlace struct {
	block int64
	start int // byte
	char  int
	line  int
	quote string
}

func (p storedPlace) span() source.Span {
	return source.Span{Start: p.start, End: p.start + len(p.quote)}
}

type storedRecord struct {
	storedPlace
	id        int64
	kind      string
	key       string
	statement source.Span
	section   sql.NullInt64
	evidence  []storedEvidence
}

type storedEvidence struct {
	storedPlace
	record int64
	role   extract.Role
}

// loads reads the document's records and their evidence.
func (d *inspection) loads() error {
	list, err := query(d.verification, `SELECT id, type, key, block_id, byte_start, char_start, line, quote, statement_start, statement_end, section_id
		FROM records WHERE document_id = ? ORDER BY id`, func(r *sql.Rows, s *storedRecord) error {
		return r.Scan(&s.id, &s.kind, &s.key, &s.block, &s.start, &s.char, &s.line, &s.quote, &s.statement.Start, &s.statement.End, &s.section)
	}, d.id)
	if err != nil {
		return err
	}
	d.records = make(map[int64]*storedRecord, len(list))
	for i := range list {
		d.records[list[i].id] = &list[i]
		d.order = append(d.order, &list[i])
	}
	evidence, err := query(d.verification, `SELECT e.record_id, e.role, e.block_id, e.byte_start, e.char_start, e.line, e.quote
		FROM records r JOIN evidence e ON e.record_id = r.id WHERE r.document_id = ? ORDER BY e.record_id, e.number`, func(r *sql.Rows, e *storedEvidence) error {
		return r.Scan(&e.record, &e.role, &e.block, &e.start, &e.char, &e.line, &e.quote)
	}, d.id)
	if err != nil {
		return err
	}
	for _, e := range evidence {
		if r := d.records[e.record]; r != nil {
			r.evidence = append(r.evidence, e)
		}
	}
	d.report.Records += len(list)
	d.report.Evidence += len(evidence)
	return nil
}

// places proves that every quote of a record stands where it says.
func (d *inspection) places() error {
	text, err := hex.DecodeString(d.textSum)
	if err != nil || len(text) != 32 {
		d.fault(Fault{Check: "text", Message: fmt.Sprintf("the hash of the text, %q, is no SHA-256", d.textSum)})
		text = make([]byte, 32)
	}
	for _, r := range d.order {
		d.place(r, "the record", r.storedPlace)
		for _, e := range r.evidence {
			d.place(r, "the evidence of role "+string(e.role), e.storedPlace)
		}
		b := d.blocks[r.block]
		inBlock := source.Span{Start: b.start, End: b.start + len(b.text)}.Contains(r.statement)
		if !inBlock || !r.statement.Contains(r.span()) {
			d.wrong(r, "statement", "its statement, bytes %d to %d, does not hold it or lies outside its block", r.statement.Start, r.statement.End)
		}
		if key := extract.Key(r.kind, [32]byte(text), r.span()); key != r.key {
			d.wrong(r, "key", "its record_key is %s, its type, text and span give %s", r.key, key)
		}
		if s, ok := d.blocks[r.section.Int64]; r.section.Valid && (!ok || s.kind != "heading" || s.start > r.start) {
			d.wrong(r, "statement", "its section is no heading above it")
		}
	}
	return nil
}

// place proves one quote of r, which may be nil for the ledger's.
func (d *inspection) place(r *storedRecord, what string, p storedPlace) {
	b, ok := d.blocks[p.block]
	from := p.start - b.start
	switch {
	case !ok:
		d.misplaced(r, "quote", p, "%s lies in a block that the document does not have", what)
	case p.quote == "":
		d.misplaced(r, "quote", p, "%s quotes nothing", what)
	case from < 0 || from+len(p.quote) > len(b.text):
		d.misplaced(r, "quote", p, "%s lies outside its block", what)
	case b.text[from:from+len(p.quote)] != p.quote:
		d.misplaced(r, "quote", p, "%s quotes %q where the text has %q", what, p.quote, b.text[from:from+len(p.quote)])
	case p.start+len(p.quote) > len(d.text) || d.text[p.start:p.start+len(p.quote)] != p.quote:
		// The blocks do not join, which was told.
	case d.index.Char(p.start) != p.char:
		d.misplaced(r, "place", p, "%s begins at character %d, stored is %d", what, d.index.Char(p.start), p.char)
	case d.index.Line(p.start) != p.line:
		d.misplaced(r, "place", p, "%s stands on line %d, stored is %d", what, d.index.Line(p.start), p.line)
	}
}

// wrong tells of a fault of the record r.
func (d *inspection) wrong(r *storedRecord, check, format string, args ...any) {
	d.misplaced(r, check, r.storedPlace, format, args...)
}

// misplaced tells of a fault at a place of the record r.
func (d *inspection) misplaced(r *storedRecord, check string, p storedPlace, format string, args ...any) {
	f := Fault{Check: check, Span: p.span(), Line: p.line, Message: fmt.Sprintf(format, args...)}
	if r != nil {
		f.RecordID, f.Type = r.id, r.kind
	}
	d.fault(f)
}
