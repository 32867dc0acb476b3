// Package eval scores predicted records against gold ones: what was found, and
// what of it is right field by field. A gold record and a predicted one meet
// where their spans overlap and their ends lie close, one to one, closest first;
// projects meet by name. Records marked optional count neither way.
package eval

import (
	"suyuan/extract"
	"suyuan/source"
)

// The types of record that are scored, in the order in which they are printed.
const (
	Figure     = "figure"
	Date       = "date"
	Department = "department"
	Project    = "project"
)

// Types lists the types of record that are scored.
var Types = []string{Figure, Date, Department, Project}

// Record is one gold or predicted record. Fields of other types than its own are
// empty, and a field that the text does not state is empty too.
type Record struct {
	Type     string `json:"type"`
	Start    int    `json:"start"` // characters, half-open
	End      int    `json:"end"`
	Text     string `json:"text"` // the quote
	Optional bool   `json:"optional,omitempty"`

	Value         *float64 `json:"value,omitempty"` // figures, as stated
	ValueMax      *float64 `json:"value_max,omitempty"`
	Comparator    string   `json:"comparator,omitempty"`
	Unit          string   `json:"unit,omitempty"`
	Measure       string   `json:"measure,omitempty"`
	Kind          string   `json:"kind,omitempty"`
	Indicator     string   `json:"indicator,omitempty"`
	IndicatorAlso []string `json:"indicator_also,omitempty"` // gold only: other readings that are as good
	Time          string   `json:"time,omitempty"`
	TimeAlso      []string `json:"time_also,omitempty"`

	EDTF   string   `json:"edtf,omitempty"`   // dates
	Role   string   `json:"role,omitempty"`   // departments
	Name   string   `json:"name,omitempty"`   // departments and projects, predicted only
	Also   []string `json:"also,omitempty"`   // projects, gold only: other names that are as good
	Status string   `json:"status,omitempty"` // projects

	Statement string `json:"statement,omitempty"` // predicted only
	Rule      string `json:"rule,omitempty"`      // predicted only
}

// About is the document's own record; a field that the text does not state is empty.
type About struct {
	Title     string `json:"title"`
	Region    string `json:"region"`
	Issuer    string `json:"issuer"`
	DocNumber string `json:"doc_number"`
	IssuedOn  string `json:"issued_on"`
	Period    string `json:"period"`
}

// Document is the gold or predicted records of one document.
type Document struct {
	Name    string // the source file's name without folder and ending
	About   *About // nil where the gold has none: its fields are not judged then
	Records []Record
}

// FromRecords returns the records that the extraction made of a document.
func FromRecords(d *source.Document, records *extract.Records) Document {
	p := predicted{doc: d, index: source.NewIndex(d.Text)}
	for _, f := range records.Figures {
		r := p.record(Figure, &f.Record)
		value := f.Value
		r.Value, r.ValueMax, r.Comparator, r.Unit = &value, f.ValueMax, f.Comparator, f.Unit
		r.Measure, r.Kind, r.Indicator, r.Time = f.Measure, f.Kind, f.Indicator, f.Time
	}
	for _, t := range records.Dates {
		p.record(Date, &t.Record).EDTF = t.EDTF
	}
	for _, u := range records.Departments {
		r := p.record(Department, &u.Record)
		r.Name, r.Role = u.Name, u.Role
	}
	for _, u := range records.Projects {
		r := p.record(Project, &u.Record)
		r.Name, r.Status = u.Name, u.Status
	}
	a := records.About
	return Document{Name: stem(d.Name), Records: p.records,
		About: &About{Title: a.Title, Region: a.Region, Issuer: a.Issuer, DocNumber: a.DocNumber, IssuedOn: a.IssuedOn, Period: a.Period}}
}

// predicted collects the records of one document.
type predicted struct {
	doc     *source.Document
	index   *source.Index
	records []Record
}

// record adds a record and returns it for its own fields to be filled in, before
// the next one is added.
func (p *predicted) record(kind string, r *extract.Record) *Record {
	p.records = append(p.records, Record{
		Type:      kind,
		Start:     p.index.Char(r.Span.Start),
		End:       p.index.Char(r.Span.End),
		Text:      p.doc.Quote(r.Span),
		Statement: p.doc.Quote(r.Statement),
		Rule:      r.Rule,
	})
	return &p.records[len(p.records)-1]
}
