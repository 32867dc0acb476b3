// Package export hands records on in other formats.
package export

import (
	"bufio"
	"encoding/hex"
	"encoding/json"
	"io"
	"sort"

	"suyuan/extract"
	"suyuan/source"
)

// WriteJSON writes the records of one document as JSON Lines: the document's own
// record, then figures, dates, departments and projects, each in the order of the
// text. The fields are those of the database's views, in one fixed order, with
// null for what the text does not say.
func WriteJSON(w io.Writer, d *source.Document, records *extract.Records, ruleset string) error {
	out := bufio.NewWriter(w)
	j := &lines{document: d, index: source.NewIndex(d.Text), text: d.TextSum(), encoder: json.NewEncoder(out)}
	j.encoder.SetEscapeHTML(false)
	j.put(j.about(&records.About, ruleset))
	for _, f := range records.Figures {
		j.put(j.figure(f))
	}
	for _, f := range records.Dates {
		j.put(j.date(f))
	}
	for _, f := range records.Departments {
		j.put(j.department(f))
	}
	for _, f := range records.Projects {
		j.put(j.project(f))
	}
	if j.err != nil {
		return j.err
	}
	return out.Flush()
}

type lines struct {
	document *source.Document
	index    *source.Index
	text     [32]byte
	encoder  *json.Encoder
	err      error
}

func (j *lines) put(line any) {
	if j.err == nil {
		j.err = j.encoder.Encode(line)
	}
}

// record is what every line but the document's begins with.
type record struct {
	Type      string  `json:"type"`
	RecordKey string  `json:"record_key"`
	Path      string  `json:"path"`
	Section   *string `json:"section"`
	Statement string  `json:"statement"`
	place
	Rule       string  `json:"rule"`
	Confidence float64 `json:"confidence"`
}

type place struct {
	CharStart int    `json:"char_start"`
	CharEnd   int    `json:"char_end"`
	ByteStart int    `json:"byte_start"`
	ByteEnd   int    `json:"byte_end"`
	Line      int    `json:"line"`
	Quote     string `json:"quote"`
}

type evidence struct {
	Role string `json:"role"`
	place
	Page *int `json:"page"`
}

func (j *lines) place(s source.Span) place {
	return place{
		CharStart: j.index.Char(s.Start),
		CharEnd:   j.index.Char(s.End),
		ByteStart: s.Start,
		ByteEnd:   s.End,
		Line:      j.index.Line(s.Start),
		Quote:     j.document.Quote(s),
	}
}

// page returns the 1-based page that a byte stands on, nil without pages.
func (j *lines) page(offset int) *int {
	if len(j.document.Pages) == 0 {
		return nil
	}
	n := sort.SearchInts(j.document.Pages, offset+1)
	return &n
}

func (j *lines) record(kind string, r *extract.Record) record {
	return record{
		Type:       kind,
		RecordKey:  extract.Key(kind, j.text, r.Span),
		Path:       j.document.Name,
		Section:    stated(extract.Section(j.document, r.Section)),
		Statement:  j.document.Quote(r.Statement),
		place:      j.place(r.Span),
		Rule:       r.Rule,
		Confidence: r.Confidence,
	}
}

func (j *lines) evidence(list []extract.Evidence) []evidence {
	out := make([]evidence, 0, len(list))
	for _, e := range list {
		out = append(out, evidence{Role: string(e.Role), place: j.place(e.Span), Page: j.page(e.Span.Start)})
	}
	return out
}

type about struct {
	Type      string     `json:"type"`
	Path      string     `json:"path"`
	SHA256    string     `json:"sha256"`
	MediaType string     `json:"media_type"`
	Encoding  string     `json:"encoding"`
	Reader    string     `json:"reader"`
	Bytes     int64      `json:"bytes"`
	Title     *string    `json:"title"`
	Region    *string    `json:"region"`
	Issuer    *string    `json:"issuer"`
	DocNumber *string    `json:"doc_number"`
	IssuedOn  *string    `json:"issued_on"`
	Period    *string    `json:"period"`
	Status    *string    `json:"status"`
	Ruleset   string     `json:"ruleset"`
	Evidence  []evidence `json:"evidence"`
}

func (j *lines) about(a *extract.About, ruleset string) about {
	d := j.document
	return about{
		Type: "document", Path: d.Name, SHA256: hex.EncodeToString(d.Sum[:]), MediaType: d.MediaType,
		Encoding: d.Encoding, Reader: d.Reader, Bytes: d.Size,
		Title: stated(a.Title), Region: stated(a.Region), Issuer: stated(a.Issuer), DocNumber: stated(a.DocNumber),
		IssuedOn: stated(a.IssuedOn), Period: stated(a.Period), Status: stated(a.Status),
		Ruleset: ruleset, Evidence: j.evidence(a.Evidence),
	}
}

// stated returns nil, JSON's null, for what the text does not say.
func stated[T comparable](v T) *T {
	var none T
	if v == none {
		return nil
	}
	return &v
}
