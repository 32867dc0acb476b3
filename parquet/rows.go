package parquet

import (
	"encoding/hex"
	"fmt"
	"slices"
	"sort"

	"suyuan/extract"
	"suyuan/intake"
	"suyuan/segment"
	"suyuan/source"
)

// rows are what one document gives each table.
type rows struct {
	entry    *intake.Entry
	index    *source.Index
	text     [32]byte
	numbers  map[*segment.Block]int32
	ids      map[*extract.Record]int32
	document documentRow
	blocks   []blockRow
	records  []recordRow
	evidence []evidenceRow
	links    []linkRow
	numerals []numeralRow
}

// EntryError is a document that no rows can be made of. It comes from a fault of
// the program, as a span outside of the text is.
type EntryError struct {
	Path  string
	Cause any
}

func (e *EntryError) Error() string { return fmt.Sprintf("make rows of %s: %v", e.Path, e.Cause) }

func newRows(e *intake.Entry) (r *rows, err error) {
	defer func() {
		if p := recover(); p != nil {
			r, err = nil, &EntryError{e.Document.Name, p}
		}
	}()
	r = &rows{entry: e, index: source.NewIndex(e.Document.Text), text: e.Document.TextSum(),
		numbers: make(map[*segment.Block]int32, len(e.Outline.Blocks)), ids: map[*extract.Record]int32{}}
	r.about()
	r.outline()
	r.common()
	r.fields()
	r.ledger()
	return r, nil
}

func (r *rows) about() {
	d, a := r.entry.Document, r.entry.Records.About
	paths := r.entry.AllPaths()
	slices.Sort(paths)
	r.document = documentRow{
		Document: hex.EncodeToString(d.Sum[:]), Path: paths[0], Paths: slices.Compact(paths), TextSHA256: hex.EncodeToString(r.text[:]),
		MediaType: d.MediaType, Encoding: d.Encoding, Reader: d.Reader, Bytes: d.Size,
		Title: a.Title, Region: a.Region, Issuer: a.Issuer, DocNumber: a.DocNumber, IssuedOn: a.IssuedOn, Period: a.Period, Status: a.Status,
		IngestedAt: stamp(r.entry.At), Ruleset: r.entry.Ruleset,
	}
	for _, path := range r.document.Paths {
		r.document.FoundAt = append(r.document.FoundAt, stamp(r.entry.FoundAt(path)))
	}
	for _, at := range d.Pages {
		r.document.Pages = append(r.document.Pages, int64(at))
	}
}

func (r *rows) outline() {
	for i, b := range r.entry.Outline.Blocks {
		n := int32(i + 1)
		r.numbers[b] = n
		r.blocks = append(r.blocks, blockRow{r.document.Document, n, int64(b.Span.Start), int64(b.Span.End), b.Kind.String(), int32(b.Level), r.numbers[b.Parent], r.entry.Section(i)})
	}
}

// common makes the columns that all records have, and their evidence.
func (r *rows) common() {
	for kind, c := range r.entry.Records.All() {
		n := int32(len(r.records) + 1)
		r.ids[c] = n
		row := recordRow{Document: r.document.Document, Record: n, Type: kind, RecordKey: extract.Key(kind, r.text, c.Span),
			SectionBlock: r.numbers[c.Section], Statement: r.entry.Document.Quote(c.Statement),
			StatementStart: int64(c.Statement.Start), StatementEnd: int64(c.Statement.End),
			placeRow: r.place(c.Span), Line: int64(r.index.Line(c.Span.Start)), Rule: c.Rule, Confidence: c.Confidence}
		if row.SectionBlock > 0 {
			row.Section = r.blocks[row.SectionBlock-1].Section
		}
		r.records = append(r.records, row)
		for _, e := range c.Evidence {
			r.evidence = append(r.evidence, evidenceRow{r.document.Document, n, string(e.Role), r.place(e.Span), int64(r.index.Line(e.Span.Start)), r.page(e.Span.Start)})
		}
	}
}

// fields makes the columns of each type.
func (r *rows) fields() {
	all := r.entry.Records
	for _, f := range all.Figures {
		row := &r.records[r.ids[&f.Record]-1]
		row.Indicator, row.IndicatorID, row.Value, row.ValueMax, row.Comparator, row.Unit = &f.Indicator, f.IndicatorID, &f.Value, f.ValueMax, f.Comparator, &f.Unit
		row.ValueBase, row.ValueBaseMax, row.UnitBase, row.Measure, row.Per, row.Kind = &f.ValueBase, f.ValueBaseMax, &f.UnitBase, f.Measure, f.Per, f.Kind
		row.Scope, row.Time, row.TimeFirst, row.TimeLast, row.Nature = f.Scope, f.Time, int32(f.TimeFirst), int32(f.TimeLast), f.Nature
	}
	for _, d := range all.Dates {
		row := &r.records[r.ids[&d.Record]-1]
		row.EDTF, row.FirstDay, row.LastDay = d.EDTF, d.FirstDay, d.LastDay
	}
	for _, d := range all.Departments {
		row := &r.records[r.ids[&d.Record]-1]
		row.Name, row.CanonicalName, row.Role, row.Task = &d.Name, &d.CanonicalName, d.Role, d.Task
	}
	for _, p := range all.Projects {
		row := &r.records[r.ids[&p.Record]-1]
		row.Name, row.Category, row.Status = &p.Name, &p.Category, p.Status
	}
}

func (r *rows) ledger() {
	for _, n := range r.entry.Records.Numerals {
		r.numerals = append(r.numerals, numeralRow{r.document.Document, r.place(n.Span), n.Disposition, r.ids[n.Record], n.Reason})
	}
	for _, l := range r.entry.Records.Links {
		r.links = append(r.links, linkRow{r.document.Document, r.ids[l.From], r.ids[l.To], l.Role})
	}
}

func (r *rows) place(s source.Span) placeRow {
	return placeRow{int64(r.index.Char(s.Start)), int64(r.index.Char(s.End)), int64(s.Start), int64(s.End), r.entry.Document.Quote(s)}
}

// page returns the page that a byte stands on, 0 for a format without pages.
func (r *rows) page(at int) int32 {
	pages := r.entry.Document.Pages
	return int32(sort.SearchInts(pages, at+1))
}
