package store

import (
	"bytes"
	"encoding/json"
)

// Record is one record of any type with its place, its fields and the verdict
// that stands on it. Of the five pointers to fields the one of its Type is set.
type Record struct {
	ID         int64
	Key        string
	Type       string // figure, date, department, project, document
	DocumentID int64
	Path       string // the first of the document's paths
	Title      Text   // the document's
	Region     Text   // the document's
	Status     Text   // the document's: draft, final
	TextSHA256 string
	Section    string // the headings above, joined by " > "
	Statement  string // the sentence or table row
	// Where the statement begins, and where the record does, in bytes and in
	// characters of the text from 0; the ends are exclusive.
	StatementStart     int
	ByteStart, ByteEnd int
	CharStart, CharEnd int
	Line               int // from 1
	Quote              string
	Rule               string
	Confidence         float64

	Figure     *Figure
	Date       *Date
	Department *Department
	Project    *Project
	About      *About

	Review   *Review    // the verdict that stands, nil for none
	Evidence []Evidence // by place; only where it was asked for
}

// Reviewed returns the figure as the reviewers left it: corrected, as it was
// extracted, or nil where it was judged wrong or the record is none.
func (r *Record) Reviewed() *Figure {
	switch {
	case r.Review == nil:
		return r.Figure
	case r.Review.Verdict == Wrong:
		return nil
	case r.Review.Figure != nil && !r.Review.Misplaced:
		return r.Review.Figure
	}
	return r.Figure
}

// Fields returns the record's own fields as JSON, by the names of its view.
func (r *Record) Fields() json.RawMessage {
	var fields json.RawMessage
	switch {
	case r.Figure != nil:
		fields, _ = marshal(r.Figure)
	case r.Date != nil:
		fields, _ = marshal(r.Date)
	case r.Department != nil:
		fields, _ = marshal(r.Department)
	case r.Project != nil:
		fields, _ = marshal(r.Project)
	case r.About != nil:
		fields, _ = marshal(r.About)
	default:
		fields = json.RawMessage("{}")
	}
	return fields
}

// marshal is json.Marshal without escapes for HTML: < and > are comparators.
func marshal(v any) (json.RawMessage, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}
