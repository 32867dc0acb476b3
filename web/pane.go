package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"suyuan/store"
)

// rowsAtOnce is how many records a list shows before it fetches more.
const rowsAtOnce = 150

// pane is the records of a document beside its text.
type pane struct {
	Document    store.Document
	Filter      paneFilter
	Rows        []row
	Count, From int // of the records that the filter wants, and which of them Rows begins with
	Added       []row
	Card        *card
	Place       bool // a place is to be shown, not a record
	At, To      int  // bytes
}

// paneFilter is what the filter of a pane says.
type paneFilter struct {
	Types    []string
	Kind     string
	Verdict  string
	Contains string
}

func newPaneFilter(r *http.Request) (paneFilter, error) {
	q := r.URL.Query()
	f := paneFilter{Types: nonEmpty(q["type"]), Kind: q.Get("kind"), Verdict: q.Get("verdict"), Contains: q.Get("contains")}
	return f, errors.Join(among(r, "type", recordTypes...), among(r, "kind", figureKinds...), among(r, "verdict", standings...))
}

var recordTypes = []string{"figure", "date", "department", "project"}

// Has reports whether the type is one of those chosen.
func (f paneFilter) Has(t string) bool { return slices.Contains(f.Types, t) }

func (f paneFilter) empty() bool {
	return len(f.Types) == 0 && f.Kind == "" && f.Verdict == "" && f.Contains == ""
}

// of is the filter as the store has it.
func (f paneFilter) of(document int64) store.Filter {
	out := store.Filter{DocumentID: document, Types: f.Types, Contains: f.Contains}
	if len(out.Types) == 0 {
		out.Types = recordTypes
	}
	if f.Kind != "" {
		out.Kinds = []string{f.Kind}
	}
	if f.Verdict != "" {
		out.Verdicts = []string{f.Verdict}
	}
	return out
}

// Query is the filter as an address has it.
func (f paneFilter) Query() string {
	q := url.Values{}
	for _, t := range f.Types {
		q.Add("type", t)
	}
	for name, v := range map[string]string{"kind": f.Kind, "verdict": f.Verdict, "contains": f.Contains} {
		if v != "" {
			q.Set(name, v)
		}
	}
	return q.Encode()
}

// Next is the number of the first record behind Rows, 0 where there is none.
func (p pane) Next() int {
	if next := p.From + len(p.Rows); next < p.Count {
		return next
	}
	return 0
}

// Before is the number of the record that the list before Rows begins with.
func (p pane) Before() int { return max(0, p.From-rowsAtOnce) }

// pane reads what stands beside the text, and what of it is chosen.
func (s *Site) pane(r *http.Request, d store.Document) (p pane, err error) {
	p = pane{Document: d}
	if p.Filter, err = newPaneFilter(r); err != nil {
		return p, err
	}
	if name := r.FormValue("record"); name != "" {
		if id, err := s.recordID(r.Context(), d.ID, name); err != nil {
			return p, err
		} else if id != 0 {
			name = strconv.FormatInt(id, 10)
		}
		c, err := s.card(r, name)
		if err != nil {
			return p, err
		}
		if c.Row.DocumentID != d.ID && c.Row.TextSHA256 != d.TextSHA256 {
			return p, say(errNotFound, "fault_other_document", name)
		}
		p.Card, p.At = c, c.Row.ByteStart
		if p.Filter.empty() && c.Row.ID != 0 {
			if p.From, err = s.before(r.Context(), d.ID, c.Row.Record); err != nil {
				return p, err
			}
		}
	} else if at := r.FormValue("at"); at != "" {
		if _, err := fmt.Sscanf(at, "%d-%d", &p.At, &p.To); err != nil && p.At == 0 {
			return p, say(errWrong, "fault_place", at)
		}
		p.Place = true
		if p.Filter.empty() {
			if p.From, err = s.before(r.Context(), d.ID, store.Record{ByteStart: p.At}); err != nil {
				return p, err
			}
		}
	}
	return p, s.fill(r.Context(), &p)
}

// fill reads the rows of a pane.
func (s *Site) fill(ctx context.Context, p *pane) (err error) {
	f := p.Filter.of(p.Document.ID)
	if p.Count, err = s.store.Count(ctx, f); err != nil {
		return err
	}
	f.Limit, f.Offset = rowsAtOnce, p.From
	for r, err := range s.store.Records(ctx, f) {
		if err != nil {
			return err
		}
		p.Rows = append(p.Rows, newRow(r))
	}
	if p.From == 0 {
		p.Added, err = s.added(ctx, p.Document)
	}
	return err
}

// added returns the figures that reviewers added to a document: those whose key no
// record of it has.
func (s *Site) added(ctx context.Context, d store.Document) (out []row, err error) {
	standing, err := s.store.Verdicts(ctx, d.TextSHA256)
	if err != nil {
		return nil, err
	}
	for _, v := range standing {
		if v.Gone || v.Figure == nil || v.Verdict == store.Wrong {
			continue
		}
		id, err := s.recordID(ctx, d.ID, v.RecordKey)
		if err != nil {
			return nil, err
		}
		if id == 0 {
			out = append(out, newRow(addedRecord(d, v)))
		}
	}
	return out, nil
}

// recordID returns the id of the record of a document that has the key, 0 where
// none has.
func (s *Site) recordID(ctx context.Context, document int64, key string) (id int64, err error) {
	err = s.ask(ctx, scanInto(&id),
		"SELECT record_id FROM v_records WHERE document_id = ? AND record_key = ?", document, key)
	return id, err
}

// addedRecord is a figure that a reviewer added, as a record.
func addedRecord(d store.Document, v store.Review) store.Record {
	return store.Record{
		Key: v.RecordKey, Type: "figure", DocumentID: d.ID, Path: d.Path, TextSHA256: v.TextSHA256, Statement: v.Statement,
		ByteStart: v.ByteStart, ByteEnd: v.ByteStart + len(v.Quote), Quote: v.Quote, Rule: "reviewer", Confidence: 1, Figure: v.Figure, Review: &v,
	}
}

// before returns how many records of the document stand before r, rounded down to
// the begin of a list.
func (s *Site) before(ctx context.Context, document int64, r store.Record) (n int, err error) {
	err = s.ask(ctx, scanInto(&n), `SELECT count(*) FROM v_records
		WHERE document_id = ? AND type <> 'document' AND (byte_start < ? OR byte_start = ? AND record_id < ?)`, document, r.ByteStart, r.ByteStart, r.ID)
	return n / rowsAtOnce * rowsAtOnce, err
}

// records answers with the records of a document that a filter wants, from one on.
func (s *Site) records(w http.ResponseWriter, r *http.Request) error {
	d, err := s.documentOf(r)
	if err != nil {
		return err
	}
	p := pane{Document: d}
	if p.Filter, err = newPaneFilter(r); err != nil {
		return err
	}
	if from := r.FormValue("from"); from != "" {
		if p.From, err = strconv.Atoi(from); err != nil || p.From < 0 {
			return say(errWrong, "fault_number", "from", from)
		}
	}
	if err := s.fill(r.Context(), &p); err != nil {
		return err
	}
	return s.render(w, r, "rows", "", p)
}
