package audit

import (
	"context"
	"strconv"
	"strings"

	"suyuan/source"
	"suyuan/store"
)

// Material is what the checks read of one document.
type Material struct {
	store.Document
	Text    string
	Records []store.Record // figures, dates and the document's own, by place
	Links   []store.Link
}

// Load reads the material of a document. The error is that of Store.Still where the
// document is not what it was when d was read.
func Load(ctx context.Context, s *store.Store, d store.Document) (*Material, error) {
	m := &Material{Document: d}
	blocks, err := s.Blocks(ctx, d.ID)
	if err != nil {
		return nil, err
	}
	var text strings.Builder
	for _, b := range blocks {
		text.WriteString(b.Text)
	}
	m.Text = text.String()
	for r, err := range s.Records(ctx, store.Filter{DocumentID: d.ID, Types: []string{"figure", "date", "document"}}) {
		if err != nil {
			return nil, err
		}
		m.Records = append(m.Records, r)
	}
	if m.Links, err = s.Links(ctx, d.ID); err != nil {
		return nil, err
	}
	return m, s.Still(ctx, d)
}

// stated is a figure as the reviewers left it, with its place.
type stated struct {
	ID        int64
	Key       string
	Span      source.Span
	Statement source.Span
	Line      int
	Section   string
	Rule      string
	Quote     string
	fields
}

// fields are the fields of a figure, its place aside.
type fields struct {
	Indicator, IndicatorID          string
	Value, ValueBase                float64
	ValueMax                        *float64
	Comparator, Unit, UnitBase      string
	Measure, Per, Kind, Scope, Time string
	Nature                          string
	TimeFirst, TimeLast             int
}

// figures returns the figures that say what was or shall be: criteria and
// provisions, and what a reviewer judged wrong, are left out.
func (m *Material) figures() (all []stated) {
	for i := range m.Records {
		r := &m.Records[i]
		f := r.Reviewed()
		if f == nil || f.Kind != "target" && f.Kind != "actual" {
			continue
		}
		quote := r.Quote
		if r.Review != nil && r.Review.OwnValue {
			quote = strconv.FormatFloat(f.Value, 'f', -1, 64)
		}
		all = append(all, stated{r.ID, r.Key, source.Span{Start: r.ByteStart, End: r.ByteEnd},
			source.Span{Start: r.StatementStart, End: r.StatementStart + len(r.Statement)}, r.Line, r.Section, r.Rule, quote,
			fields{f.Indicator, string(f.IndicatorID), f.Value, f.ValueBase, f.ValueMax, f.Comparator, f.Unit, f.UnitBase,
				f.Measure, string(f.Per), f.Kind, string(f.Scope), string(f.Time), string(f.Nature), int(f.TimeFirst), int(f.TimeLast)}})
	}
	return all
}

// nearest returns the record that begins nearest to a place, nil where the document
// has none.
func (m *Material) nearest(at int) (near *store.Record) {
	distance := func(r *store.Record) int { return max(r.ByteStart-at, at-r.ByteStart) }
	for i := range m.Records {
		if r := &m.Records[i]; near == nil || distance(r) < distance(near) {
			near = r
		}
	}
	return near
}
