package parquet

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"time"

	"suyuan/extract"
	"suyuan/intake"
	"suyuan/segment"
	"suyuan/source"
)

// entry makes the document again that gave a row.
func (r *Reader) entry(row documentRow) (e *intake.Entry, err error) {
	m := &making{Reader: r, row: row}
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%v", p) // a number that counts rows which are not there
		}
		if err != nil {
			e, err = nil, fmt.Errorf("the document %s in %s does not fit together, make the files again: %w", row.Path, r.documents.path, err)
		}
	}()
	for _, step := range []func() error{m.document, m.text, m.outline, m.common, m.evidenced, m.ledger, m.linked} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return &m.Entry, nil
}

// making is an entry on its way out of the tables.
type making struct {
	intake.Entry
	*Reader
	row  documentRow
	list []*extract.Record // by their numbers
}

func (m *making) document() (err error) {
	row, paths := m.row, slices.Clone(m.row.Paths)
	d := &source.Document{Name: row.Path, Size: row.Bytes, MediaType: row.MediaType, Encoding: row.Encoding, Reader: row.Reader}
	if n, err := hex.Decode(d.Sum[:], []byte(row.Document)); err != nil || n != len(d.Sum) {
		return fmt.Errorf("%q is no SHA-256", row.Document)
	}
	for _, at := range row.Pages {
		d.Pages = append(d.Pages, int(at))
	}
	m.Entry = intake.Entry{Document: d, Outline: &segment.Outline{Document: d}, Ruleset: row.Ruleset,
		Paths: slices.DeleteFunc(paths, func(path string) bool { return path == row.Path })}
	m.Records = &extract.Records{About: extract.About{Title: row.Title, Region: row.Region, Issuer: row.Issuer, DocNumber: row.DocNumber,
		IssuedOn: row.IssuedOn, Period: row.Period, Status: row.Status}}
	if m.At, err = time.Parse(time.RFC3339, row.IngestedAt); err != nil {
		return err
	}
	m.Found = map[string]time.Time{}
	for i, path := range row.Paths {
		if m.Found[path], err = time.Parse(time.RFC3339, row.FoundAt[i]); err != nil {
			return err
		}
	}
	return nil
}

func (m *making) text() error {
	rows, err := m.texts.of(m.row.Document, func(r *textRow) string { return r.Document })
	if err != nil {
		return err
	}
	if len(rows) != 1 {
		return fmt.Errorf("it has %d texts", len(rows))
	}
	m.Document.Text = rows[0].Text
	if sum := sha256.Sum256([]byte(m.Document.Text)); hex.EncodeToString(sum[:]) != m.row.TextSHA256 {
		return fmt.Errorf("its text is not the one that was read")
	}
	return nil
}

func (m *making) outline() error {
	rows, err := m.blocks.of(m.row.Document, func(r *blockRow) string { return r.Document })
	m.Sections = make([]string, 0, len(rows))
	for _, row := range rows {
		kind, ok := segment.ParseKind(row.Kind)
		if !ok {
			return fmt.Errorf("a block is of the unknown kind %q", row.Kind)
		}
		b := &segment.Block{Kind: kind, Span: source.Span{Start: int(row.ByteStart), End: int(row.ByteEnd)}, Level: int(row.Level), Parent: m.block(row.Parent)}
		m.Outline.Blocks, m.Sections = append(m.Outline.Blocks, b), append(m.Sections, row.Section)
	}
	return err
}

// block returns the block of a number, nil for 0.
func (m *making) block(number int32) *segment.Block {
	if number == 0 {
		return nil
	}
	return m.Outline.Blocks[number-1]
}

// record returns the record of a number, nil for 0.
func (m *making) record(number int32) *extract.Record {
	if number == 0 {
		return nil
	}
	return m.list[number-1]
}

func (m *making) common() error {
	rows, err := m.records.of(m.row.Document, func(r *recordRow) string { return r.Document })
	for i := range rows {
		row := &rows[i]
		if int(row.Record) != i+1 {
			return fmt.Errorf("record %d stands where %d was to be", row.Record, i+1)
		}
		typed, err := m.typed(row)
		if err != nil {
			return err
		}
		*typed = extract.Record{Span: row.span(), Statement: source.Span{Start: int(row.StatementStart), End: int(row.StatementEnd)},
			Section: m.block(row.SectionBlock), Rule: row.Rule, Confidence: row.Confidence}
		m.list = append(m.list, typed)
	}
	return err
}

// typed adds a record with the fields of its type, and returns the part that all
// types have.
func (m *making) typed(r *recordRow) (*extract.Record, error) {
	all := m.Records
	switch r.Type {
	case "figure":
		f := &extract.Figure{Indicator: *r.Indicator, IndicatorID: r.IndicatorID, Value: *r.Value, ValueMax: r.ValueMax, Comparator: r.Comparator, Unit: *r.Unit,
			ValueBase: *r.ValueBase, ValueBaseMax: r.ValueBaseMax, UnitBase: *r.UnitBase, Measure: r.Measure, Per: r.Per, Kind: r.Kind,
			Scope: r.Scope, Time: r.Time, TimeFirst: int(r.TimeFirst), TimeLast: int(r.TimeLast), Nature: r.Nature}
		all.Figures = append(all.Figures, f)
		return &f.Record, nil
	case "date":
		d := &extract.Date{EDTF: r.EDTF, FirstDay: r.FirstDay, LastDay: r.LastDay}
		all.Dates = append(all.Dates, d)
		return &d.Record, nil
	case "department":
		d := &extract.Department{Name: *r.Name, CanonicalName: *r.CanonicalName, Role: r.Role, Task: r.Task}
		all.Departments = append(all.Departments, d)
		return &d.Record, nil
	case "project":
		p := &extract.Project{Name: *r.Name, Category: *r.Category, Status: r.Status}
		all.Projects = append(all.Projects, p)
		return &p.Record, nil
	case "document":
		return &extract.Record{}, nil
	}
	return nil, fmt.Errorf("a record is of the unknown type %q", r.Type)
}

func (m *making) evidenced() error {
	rows, err := m.evidence.of(m.row.Document, func(r *evidenceRow) string { return r.Document })
	for _, row := range rows {
		r := m.record(row.Record)
		r.Evidence = append(r.Evidence, extract.Evidence{Role: extract.Role(row.Role), Span: row.span()})
	}
	if n := len(m.list); n > 0 && m.list[n-1].Rule == "document" {
		m.Records.About.Evidence = m.list[n-1].Evidence
	}
	return err
}

func (m *making) ledger() error {
	rows, err := m.numerals.of(m.row.Document, func(r *numeralRow) string { return r.Document })
	for _, row := range rows {
		m.Records.Numerals = append(m.Records.Numerals, extract.Numeral{Span: row.span(), Disposition: row.Disposition, Record: m.record(row.Record), Reason: row.Reason})
	}
	return err
}

func (m *making) linked() error {
	rows, err := m.links.of(m.row.Document, func(r *linkRow) string { return r.Document })
	for _, row := range rows {
		m.Records.Links = append(m.Records.Links, extract.Link{From: m.record(row.Record), To: m.record(row.Linked), Role: row.Role})
	}
	return err
}

func (p *placeRow) span() source.Span {
	return source.Span{Start: int(p.ByteStart), End: int(p.ByteEnd)}
}
