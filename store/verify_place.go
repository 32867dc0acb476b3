package store

import (
	"database/sql"
	"encoding/hex"
	"fmt"
	"unicode/utf8"

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
	column    string // evidence as it is stored
	evidence  []storedEvidence
}

type storedEvidence struct {
	role extract.Role
	span source.Span
}

// loads reads the document's records and their evidence.
func (d *inspection) loads() error {
	list, err := query(d.verification, `SELECT id, type, key, block_id, byte_start, char_start, line, quote, statement_start, statement_end, section_id, evidence
		FROM records WHERE document_id = ? ORDER BY id`, func(r *sql.Rows, s *storedRecord) error {
		return r.Scan(&s.id, &s.kind, &s.key, &s.block, &s.start, &s.char, &s.line, &s.quote, &s.statement.Start, &s.statement.End, &s.section, &s.column)
	}, d.id)
	if err != nil {
		return err
	}
	d.records = make(map[int64]*storedRecord, len(list))
	for i := range list {
		r := &list[i]
		d.records[r.id] = r
		d.order = append(d.order, r)
		d.rested(r)
	}
	d.report.Records += len(list)
	return nil
}

// rested reads the evidence of r and proves that each piece is a stretch of the
// text, in the order of their places. Its quote, character and line are read from
// the text and cannot be others.
func (d *inspection) rested(r *storedRecord) {
	pieces, err := readPieces(r.column)
	if err != nil {
		d.wrong(r, "evidence", "its evidence cannot be read: %v", err)
	}
	last := 0
	for _, p := range pieces {
		start := d.blocks[r.block+p.block].start + p.start
		at := source.Span{Start: start, End: start + p.length}
		_, fault := d.stretch(r.block+p.block, start, p.length)
		if fault == "" && start < last {
			fault = "stands out of order"
		}
		if fault != "" {
			d.wrong(r, "evidence", "the evidence of role %s %s", p.role, fault)
		}
		last = at.Start
		r.evidence = append(r.evidence, storedEvidence{p.role, at})
	}
	d.report.Evidence += len(pieces)
}

// stretch returns what stands in a block from a byte of the text on, or what is
// wrong with such a place.
func (d *inspection) stretch(block int64, start, bytes int) (quote, fault string) {
	b, ok := d.blocks[block]
	switch from := start - b.start; {
	case !ok:
		fault = "lies in a block that the document does not have"
	case bytes <= 0:
		fault = "quotes nothing"
	case from < 0 || from > len(b.text) || bytes > len(b.text)-from:
		fault = "lies outside its block"
	case !utf8.ValidString(b.text[from : from+bytes]):
		fault = "cuts a character in two"
	default:
		quote = b.text[from : from+bytes]
	}
	return quote, fault
}

// places proves that every quote of a record stands where it says.
func (d *inspection) places() error {
	text, err := hex.DecodeString(d.textSum)
	if err != nil || len(text) != 32 {
		d.fault(Fault{Check: "text", Message: fmt.Sprintf("the hash of the text, %q, is no SHA-256", d.textSum)})
		text = make([]byte, 32)
	}
	for _, r := range d.order {
		d.place(r)
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

// place proves the quote of r.
func (d *inspection) place(r *storedRecord) {
	p := r.storedPlace
	b, ok := d.blocks[p.block]
	from := p.start - b.start
	switch {
	case !ok:
		d.wrong(r, "quote", "the record lies in a block that the document does not have")
	case p.quote == "":
		d.wrong(r, "quote", "the record quotes nothing")
	case from < 0 || from+len(p.quote) > len(b.text):
		d.wrong(r, "quote", "the record lies outside its block")
	case b.text[from:from+len(p.quote)] != p.quote:
		d.wrong(r, "quote", "the record quotes %q where the text has %q", p.quote, b.text[from:from+len(p.quote)])
	case p.start+len(p.quote) > len(d.text) || d.text[p.start:p.start+len(p.quote)] != p.quote:
		// The blocks do not join, which was told.
	case d.index.Char(p.start) != p.char:
		d.wrong(r, "place", "the record begins at character %d, stored is %d", d.index.Char(p.start), p.char)
	case d.index.Line(p.start) != p.line:
		d.wrong(r, "place", "the record stands on line %d, stored is %d", d.index.Line(p.start), p.line)
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
