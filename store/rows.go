package store

import (
	"fmt"

	"suyuan/extract"
)

// The tables that a document has rows in.
var (
	pageTable   = newTable("pages", "document_id, byte_start, number")
	blockTable  = newTable("blocks", "id, document_id, byte_start, char_start, line, kind, level, parent_id, section, text")
	recordTable = newTable("records", `id, document_id, type, key, block_id, byte_start, char_start, line, quote,
		statement_start, statement_end, section_id, rule, confidence, evidence`)
	figureTable = newTable("figures", `record_id, indicator, indicator_id, value, value_max, comparator, unit, value_base, value_base_max, unit_base,
		measure, per, kind, scope, time, time_first, time_last, nature`)
	dateTable       = newTable("dates", "record_id, edtf, first_day, last_day")
	departmentTable = newTable("departments", "record_id, name, canonical_name, role, task")
	projectTable    = newTable("projects", "record_id, name, category, status")
	numeralTable    = newTable("numerals", "document_id, byte_start, bytes, block_id, disposition, record_id, reason")
	linkTable       = newTable("links", "record_id, linked_id, role")
)

func (r *Rows) page(i int, to *values) error {
	to.id(documentID{})
	to.number(r.Document.Pages[i], i+1)
	return nil
}

func (r *Rows) block(i int, to *values) error {
	b := r.Outline.Blocks[i]
	parent, err := r.headingID(b.Parent)
	if err != nil {
		return err
	}
	start := b.Span.Start
	to.id(r.room.blocks[i])
	to.id(documentID{})
	to.number(start, r.index.Char(start), r.index.Line(start))
	to.text(b.Kind.String())
	to.number(b.Level)
	to.id(parent)
	to.known(r.Section(i))
	to.text(r.Document.Quote(b.Span))
	return nil
}

func (r *Rows) record(i int, to *values) error {
	f := r.records[i]
	at, err := r.find(f.Span)
	if err != nil {
		return fmt.Errorf("a %s of the rule %s: %w", f.kind, f.Rule, err)
	}
	if !r.Outline.Blocks[at.block].Span.Contains(f.Statement) {
		return fmt.Errorf("a %s of the rule %s: its statement, bytes %d to %d, does not lie in the block of %q at byte %d", f.kind, f.Rule, f.Statement.Start, f.Statement.End, at.quote, at.start)
	}
	section, err := r.headingID(f.Section)
	if err != nil {
		return err
	}
	evidence, err := r.evidence(f, at.block)
	if err != nil {
		return err
	}
	to.id(r.room.records[i])
	to.id(documentID{})
	to.text(f.kind, extract.Key(f.kind, r.text, f.Span))
	to.id(r.room.blocks[at.block])
	to.number(at.start, at.char, at.line)
	to.text(at.quote)
	to.number(f.Statement.Start, f.Statement.End)
	to.id(section)
	to.text(f.Rule)
	to.decimal(f.Confidence)
	to.text(evidence)
	return nil
}

func (r *Rows) figure(i int, to *values) error {
	f := r.Records.Figures[i]
	r.own(&f.Record, to)
	to.text(f.Indicator)
	to.known(f.IndicatorID)
	to.decimal(f.Value)
	to.limit(f.ValueMax)
	to.text(f.Comparator, f.Unit)
	to.decimal(f.ValueBase)
	to.limit(f.ValueBaseMax)
	to.text(f.UnitBase, f.Measure)
	to.known(f.Per)
	to.text(f.Kind)
	to.known(f.Scope, f.Time)
	to.year(f.TimeFirst, f.TimeLast)
	to.known(f.Nature)
	return nil
}

func (r *Rows) date(i int, to *values) error {
	d := r.Records.Dates[i]
	r.own(&d.Record, to)
	to.text(d.EDTF)
	to.known(d.FirstDay, d.LastDay)
	return nil
}

func (r *Rows) department(i int, to *values) error {
	d := r.Records.Departments[i]
	r.own(&d.Record, to)
	to.text(d.Name, d.CanonicalName, d.Role)
	to.known(d.Task)
	return nil
}

func (r *Rows) project(i int, to *values) error {
	p := r.Records.Projects[i]
	r.own(&p.Record, to)
	to.text(p.Name, p.Category, p.Status)
	return nil
}

// own adds what stands for the id of one of the document's records.
func (r *Rows) own(one *extract.Record, to *values) { to.id(r.room.records[r.ids[one]]) }

func (r *Rows) numeral(i int, to *values) error {
	n := r.Records.Numerals[i]
	block, err := r.within(n.Span)
	if err != nil {
		return fmt.Errorf("a numeral of the ledger: %w", err)
	}
	if i > 0 && n.Span.Start <= r.Records.Numerals[i-1].Span.Start {
		return fmt.Errorf("the ledger has the numeral %q at byte %d twice or out of order", r.Document.Quote(n.Span), n.Span.Start)
	}
	record, err := r.recordID(n.Record)
	if err != nil {
		return fmt.Errorf("the numeral %q at byte %d: %w", r.Document.Quote(n.Span), n.Span.Start, err)
	}
	to.id(documentID{})
	to.number(n.Span.Start, n.Span.Len())
	to.id(r.room.blocks[block])
	to.text(n.Disposition)
	to.id(record)
	to.known(n.Reason)
	return nil
}

func (r *Rows) link(i int, to *values) error {
	l := r.Records.Links[i]
	from, err := r.recordID(l.From)
	if err != nil {
		return fmt.Errorf("a link of role %s: %w", l.Role, err)
	}
	linked, err := r.recordID(l.To)
	if err != nil {
		return fmt.Errorf("a link of role %s: %w", l.Role, err)
	}
	to.id(from)
	to.id(linked)
	to.text(l.Role)
	return nil
}
