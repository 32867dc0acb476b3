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

func (w *writing) pages() error {
	in := w.insert(pageTable)
	for i, start := range w.Document.Pages {
		if err := in.add(w.document, start, i+1); err != nil {
			return err
		}
	}
	return in.flush()
}

func (w *writing) blocks() error {
	in := w.insert(blockTable)
	for i, b := range w.Outline.Blocks {
		parent, err := w.heading(b.Parent)
		if err != nil {
			return err
		}
		err = in.add(w.block+int64(i), w.document, b.Span.Start, w.index.Char(b.Span.Start), w.index.Line(b.Span.Start), b.Kind.String(), b.Level, parent, null(w.Section(i)), w.Document.Quote(b.Span))
		if err != nil {
			return err
		}
	}
	return in.flush()
}

func (w *writing) recordRows() error {
	in := w.insert(recordTable)
	for _, r := range w.records {
		at, err := w.find(r.Span)
		if err != nil {
			return fmt.Errorf("a %s of the rule %s: %w", r.kind, r.Rule, err)
		}
		if !w.Outline.Blocks[at.block].Span.Contains(r.Statement) {
			return fmt.Errorf("a %s of the rule %s: its statement, bytes %d to %d, does not lie in the block of %q at byte %d", r.kind, r.Rule, r.Statement.Start, r.Statement.End, at.quote, at.start)
		}
		section, err := w.heading(r.Section)
		if err != nil {
			return err
		}
		evidence, err := w.evidence(r, at.block)
		if err != nil {
			return err
		}
		err = in.add(r.id, w.document, r.kind, extract.Key(r.kind, w.text, r.Span), w.block+at.block, at.start, at.char, at.line, at.quote,
			r.Statement.Start, r.Statement.End, section, r.Rule, r.Confidence, evidence)
		if err != nil {
			return err
		}
	}
	return in.flush()
}

func (w *writing) figures() error {
	in := w.insert(figureTable)
	for _, f := range w.Records.Figures {
		err := in.add(w.ids[&f.Record], f.Indicator, null(f.IndicatorID), f.Value, nullFloat(f.ValueMax), f.Comparator, f.Unit, f.ValueBase, nullFloat(f.ValueBaseMax), f.UnitBase,
			f.Measure, null(f.Per), f.Kind, null(f.Scope), null(f.Time), nullYear(f.TimeFirst), nullYear(f.TimeLast), null(f.Nature))
		if err != nil {
			return err
		}
	}
	return in.flush()
}

func (w *writing) dates() error {
	in := w.insert(dateTable)
	for _, d := range w.Records.Dates {
		if err := in.add(w.ids[&d.Record], d.EDTF, null(d.FirstDay), null(d.LastDay)); err != nil {
			return err
		}
	}
	return in.flush()
}

func (w *writing) departments() error {
	in := w.insert(departmentTable)
	for _, d := range w.Records.Departments {
		if err := in.add(w.ids[&d.Record], d.Name, d.CanonicalName, d.Role, null(d.Task)); err != nil {
			return err
		}
	}
	return in.flush()
}

func (w *writing) projects() error {
	in := w.insert(projectTable)
	for _, p := range w.Records.Projects {
		if err := in.add(w.ids[&p.Record], p.Name, p.Category, p.Status); err != nil {
			return err
		}
	}
	return in.flush()
}

func (w *writing) numerals() error {
	in := w.insert(numeralTable)
	last := -1
	for _, n := range w.Records.Numerals {
		block, err := w.within(n.Span)
		if err != nil {
			return fmt.Errorf("a numeral of the ledger: %w", err)
		}
		if n.Span.Start <= last {
			return fmt.Errorf("the ledger has the numeral %q at byte %d twice or out of order", w.Document.Quote(n.Span), n.Span.Start)
		}
		last = n.Span.Start
		record, err := w.record(n.Record)
		if err != nil {
			return fmt.Errorf("the numeral %q at byte %d: %w", w.Document.Quote(n.Span), n.Span.Start, err)
		}
		err = in.add(w.document, n.Span.Start, n.Span.Len(), w.block+int64(block), n.Disposition, record, null(n.Reason))
		if err != nil {
			return err
		}
	}
	return in.flush()
}

func (w *writing) links() error {
	in := w.insert(linkTable)
	for _, l := range w.Records.Links {
		from, err := w.record(l.From)
		if err != nil {
			return fmt.Errorf("a link of role %s: %w", l.Role, err)
		}
		to, err := w.record(l.To)
		if err != nil {
			return fmt.Errorf("a link of role %s: %w", l.Role, err)
		}
		if err := in.add(from, to, l.Role); err != nil {
			return err
		}
	}
	return in.flush()
}

// about returns the id of the record of the document's own fields, 0 for none.
func (w *writing) about() int64 {
	if last := len(w.records) - 1; last >= 0 && w.records[last].kind == "document" {
		return w.records[last].id
	}
	return 0
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
