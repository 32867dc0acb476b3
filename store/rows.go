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
	return to.add(documentID{}, r.Document.Pages[i], i+1)
}

func (r *Rows) block(i int, to *values) error {
	b := r.Outline.Blocks[i]
	parent, err := r.headingID(b.Parent)
	if err != nil {
		return err
	}
	start := b.Span.Start
	return to.add(blockAt(i), documentID{}, start, r.index.Char(start), r.index.Line(start), b.Kind.String(), b.Level, parent, null(r.Section(i)), r.Document.Quote(b.Span))
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
	return to.add(recordAt(i), documentID{}, f.kind, extract.Key(f.kind, r.text, f.Span), blockAt(at.block), at.start, at.char, at.line, at.quote,
		f.Statement.Start, f.Statement.End, section, f.Rule, f.Confidence, evidence)
}

func (r *Rows) figure(i int, to *values) error {
	f := r.Records.Figures[i]
	return to.add(r.ids[&f.Record], f.Indicator, null(f.IndicatorID), f.Value, nullFloat(f.ValueMax), f.Comparator, f.Unit, f.ValueBase, nullFloat(f.ValueBaseMax), f.UnitBase,
		f.Measure, null(f.Per), f.Kind, null(f.Scope), null(f.Time), nullYear(f.TimeFirst), nullYear(f.TimeLast), null(f.Nature))
}

func (r *Rows) date(i int, to *values) error {
	d := r.Records.Dates[i]
	return to.add(r.ids[&d.Record], d.EDTF, null(d.FirstDay), null(d.LastDay))
}

func (r *Rows) department(i int, to *values) error {
	d := r.Records.Departments[i]
	return to.add(r.ids[&d.Record], d.Name, d.CanonicalName, d.Role, null(d.Task))
}

func (r *Rows) project(i int, to *values) error {
	p := r.Records.Projects[i]
	return to.add(r.ids[&p.Record], p.Name, p.Category, p.Status)
}

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
	return to.add(documentID{}, n.Span.Start, n.Span.Len(), blockAt(block), n.Disposition, record, null(n.Reason))
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
	return to.add(from, linked, l.Role)
}

func nullFloat(f *float64) any {
	if f == nil {
		return nil
	}
	return *f
}

func nullYear(year int) any {
	if year == 0 {
		return nil
	}
	return year
}
