package export

import (
	"bufio"
	"context"
	"encoding/json"
	"io"

	"suyuan/store"
)

// verdict is what stands on a record.
type verdict struct {
	Verdict   string          `json:"verdict"`
	Corrected json.RawMessage `json:"corrected"`
	Stale     bool            `json:"stale"`
	Note      store.Text      `json:"note"`
	Reviewer  string          `json:"reviewer"`
	At        string          `json:"at"`
}

// tail is what every line ends with.
type tail struct {
	Evidence []evidence `json:"evidence"`
	Review   *verdict   `json:"review"`
}

type figureLine struct {
	record
	store.Figure
	tail
}

type dateLine struct {
	record
	store.Date
	tail
}

type departmentLine struct {
	record
	store.Department
	tail
}

type projectLine struct {
	record
	store.Project
	tail
}

type aboutLine struct {
	record
	SHA256    string `json:"sha256"`
	MediaType string `json:"media_type"`
	Encoding  string `json:"encoding"`
	Reader    string `json:"reader"`
	Bytes     int64  `json:"bytes"`
	store.About
	Ruleset string `json:"ruleset"`
	tail
}

// WriteRecords writes the records that the filter wants as JSON Lines, and returns
// how many these are.
func WriteRecords(ctx context.Context, w io.Writer, s *store.Store, f store.Filter) (n int, err error) {
	out := bufio.NewWriter(w)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	f.Evidence = true
	for r, err := range s.Records(ctx, f) {
		if err != nil {
			return n, err
		}
		line, err := storedLine(ctx, s, &r, tail{evidenceOf(&r), verdictOn(&r)})
		if err != nil {
			return n, err
		}
		if err := encoder.Encode(line); err != nil {
			return n, err
		}
		n++
	}
	return n, out.Flush()
}

// WriteRecord writes one record as a line of JSON.
func WriteRecord(ctx context.Context, w io.Writer, s *store.Store, r *store.Record) error {
	line, err := storedLine(ctx, s, r, tail{evidenceOf(r), verdictOn(r)})
	if err != nil {
		return err
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(line)
}

func storedLine(ctx context.Context, s *store.Store, r *store.Record, t tail) (any, error) {
	head := record{Type: r.Type, RecordKey: r.Key, Path: r.Path, Section: stated(r.Section), Statement: r.Statement, Rule: r.Rule, Confidence: r.Confidence,
		place: place{CharStart: r.CharStart, CharEnd: r.CharEnd, ByteStart: r.ByteStart, ByteEnd: r.ByteEnd, Line: r.Line, Quote: r.Quote}}
	switch {
	case r.Figure != nil:
		return figureLine{head, *r.Figure, t}, nil
	case r.Date != nil:
		return dateLine{head, *r.Date, t}, nil
	case r.Department != nil:
		return departmentLine{head, *r.Department, t}, nil
	case r.Project != nil:
		return projectLine{head, *r.Project, t}, nil
	}
	d, err := s.Document(ctx, r.Path)
	return aboutLine{head, d.SHA256, d.MediaType, d.Encoding, d.Reader, d.Bytes, d.About, d.Ruleset, t}, err
}

func verdictOn(r *store.Record) *verdict {
	v := r.Review
	if v == nil {
		return nil
	}
	return &verdict{v.Verdict, v.Corrected, v.Stale, store.Text(v.Note), v.Reviewer, v.At}
}

// evidenceOf returns the evidence of a record as a line has it.
func evidenceOf(r *store.Record) []evidence {
	list := make([]evidence, 0, len(r.Evidence))
	for _, e := range r.Evidence {
		list = append(list, evidence{Role: e.Role, Page: stated(e.Page),
			place: place{CharStart: e.CharStart, CharEnd: e.CharEnd, ByteStart: e.ByteStart, ByteEnd: e.ByteEnd, Line: e.Line, Quote: e.Quote}})
	}
	return list
}
