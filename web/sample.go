package web

import (
	"context"
	"errors"
	"math/rand/v2"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"suyuan/extract"
	"suyuan/store"
)

// mostSampled is how many records may be drawn at once.
const mostSampled = 500

// draw says what a sample is drawn from, so that it can be drawn again.
type draw struct {
	Type     string
	Kind     string
	Rule     string
	Document int64
	N        int
	Seed     uint64
}

// samplePage is records drawn at random with the precision that their verdicts show.
type samplePage struct {
	draw
	Drawn     bool
	Rows      []row
	Precision store.Precision
	Low, High float64
	Of        int // records that it is drawn from, where that is quickly counted
	Rules     []string
	Documents []store.Document
	ByRule    []store.RulePrecision
}

func newDraw(r *http.Request) (d draw, err error) {
	if err := errors.Join(among(r, "type", recordTypes...), among(r, "kind", figureKinds...)); err != nil {
		return d, err
	}
	d = draw{Type: r.FormValue("type"), Kind: r.FormValue("kind"), Rule: r.FormValue("rule"), N: 30}
	if text := r.FormValue("document"); text != "" {
		if d.Document, err = strconv.ParseInt(text, 10, 64); err != nil {
			return d, say(errWrong, "fault_number", "document", text)
		}
	}
	if text := r.FormValue("n"); text != "" {
		if d.N, err = strconv.Atoi(text); err != nil || d.N < 1 || d.N > mostSampled {
			return d, say(errWrong, "fault_sample", text, mostSampled)
		}
	}
	if text := r.FormValue("seed"); text != "" {
		if d.Seed, err = strconv.ParseUint(text, 10, 64); err != nil {
			return d, say(errWrong, "fault_number", "seed", text)
		}
	}
	return d, nil
}

func (d draw) filter() store.Filter {
	f := store.Filter{DocumentID: d.Document, Types: recordTypes}
	if d.Type != "" {
		f.Types = []string{d.Type}
	}
	if d.Kind != "" {
		f.Kinds = []string{d.Kind}
	}
	if d.Rule != "" {
		f.Rules = []string{d.Rule}
	}
	return f
}

// Query is the draw as an address has it.
func (d draw) Query() string {
	q := url.Values{"n": {strconv.Itoa(d.N)}, "seed": {strconv.FormatUint(d.Seed, 10)}}
	for name, v := range map[string]string{"type": d.Type, "kind": d.Kind, "rule": d.Rule} {
		if v != "" {
			q.Set(name, v)
		}
	}
	if d.Document != 0 {
		q.Set("document", strconv.FormatInt(d.Document, 10))
	}
	return q.Encode()
}

// sample answers with records drawn at random. A draw without a seed is given one,
// so that the same records are there when the page is loaded again.
func (s *Site) sample(w http.ResponseWriter, r *http.Request) error {
	d, err := newDraw(r)
	if err != nil {
		return err
	}
	p := samplePage{draw: d, Drawn: r.FormValue("seed") != ""}
	if r.FormValue("draw") != "" {
		d.Seed = uint64(rand.Uint32())
		http.Redirect(w, r, "/sample?"+d.Query(), http.StatusSeeOther)
		return nil
	}
	for _, rule := range extract.Rules() {
		p.Rules = append(p.Rules, rule.Name)
	}
	slices.Sort(p.Rules)
	if p.Drawn {
		if err := s.fillSample(r, &p); err != nil {
			return err
		}
	}
	if p.ByRule, err = s.store.PrecisionByRule(r.Context()); err != nil {
		return err
	}
	if d.Document != 0 {
		if p.Documents, err = s.store.Documents(r.Context(), store.Filter{DocumentID: d.Document}); err != nil {
			return err
		}
	}
	return s.render(w, r, "sample", "sample", p)
}

func (s *Site) fillSample(r *http.Request, p *samplePage) (err error) {
	records, err := s.store.Sample(r.Context(), p.filter(), p.N, p.Seed)
	if err != nil {
		return err
	}
	for _, one := range records {
		p.Rows = append(p.Rows, newRow(one))
	}
	p.Precision = store.PrecisionOf(records)
	p.Low, p.High = p.Precision.Interval()
	if p.Of = len(records); len(records) == p.N && p.Document != 0 {
		p.Of, err = s.store.Count(r.Context(), p.filter())
	}
	return err
}

// sampled is one record of a sample after a verdict, with the precision that follows.
type sampled struct {
	Row     row
	Page    samplePage
	Problem string
}

// judgeSampled takes a verdict on a record of a sample.
func (s *Site) judgeSampled(w http.ResponseWriter, r *http.Request) error {
	d, err := newDraw(r)
	if err != nil {
		return err
	}
	record, err := s.store.Record(r.Context(), r.PathValue("name"))
	if err != nil {
		return err
	}
	out := sampled{Page: samplePage{draw: d, Drawn: true}}
	ctx := context.WithoutCancel(r.Context())
	if verdict := r.PostFormValue("verdict"); verdict == store.Undone {
		_, err = s.store.Undo(ctx, record.Key, s.reviewer(r))
	} else {
		_, err = s.store.Judge(ctx, store.Judgement{RecordKey: record.Key, Verdict: verdict, Note: strings.TrimSpace(r.PostFormValue("note")), Reviewer: s.reviewer(r)})
	}
	if err != nil {
		out.Problem = s.message(r, err)
	}
	if record, err = s.store.Record(r.Context(), r.PathValue("name")); err != nil {
		return err
	}
	out.Row = newRow(record)
	if err := s.fillSample(r, &out.Page); err != nil {
		return err
	}
	return s.render(w, r, "sampled", "", out)
}
