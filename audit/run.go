package audit

import (
	"context"
	"errors"

	"suyuan/store"
)

// Shown is a finding with what a reader asks for: the document and the records
// with their sentences and evidence, by the names of the views' columns.
type Shown struct {
	Key        string        `json:"finding_key"`
	Kind       string        `json:"kind"`
	Severity   string        `json:"severity"`
	Message    string        `json:"message"`
	MessageEN  string        `json:"message_en"`
	Arithmetic string        `json:"arithmetic,omitempty"`
	DocumentID int64         `json:"document_id"`
	Path       string        `json:"path"`
	Verdict    string        `json:"verdict,omitempty"` // a reviewer's, "" for none
	Records    []ShownRecord `json:"records"`
}

// ShownRecord is a record that a finding rests on.
type ShownRecord struct {
	ID        int64           `json:"record_id"`
	Key       string          `json:"record_key"`
	Type      string          `json:"type"`
	Indicator string          `json:"indicator,omitempty"`
	Quote     string          `json:"quote"`
	Unit      string          `json:"unit,omitempty"`
	Time      string          `json:"time,omitempty"`
	Section   string          `json:"section"`
	Statement string          `json:"statement"`
	Offset    int             `json:"-"` // bytes of the statement before the quote
	CharStart int             `json:"char_start"`
	CharEnd   int             `json:"char_end"`
	ByteStart int             `json:"byte_start"`
	ByteEnd   int             `json:"byte_end"`
	Line      int             `json:"line"`
	Evidence  []ShownEvidence `json:"evidence"`
}

// ShownEvidence is a place that a record rests on.
type ShownEvidence struct {
	Role      string `json:"role"`
	CharStart int    `json:"char_start"`
	CharEnd   int    `json:"char_end"`
	ByteStart int    `json:"byte_start"`
	ByteEnd   int    `json:"byte_end"`
	Line      int    `json:"line"`
	Quote     string `json:"quote"`
}

// Counts says what a run did.
type Counts struct {
	Documents, Findings, Shown int
	Meanwhile                  int // documents that were stored anew meanwhile, and left as they were
}

// Run audits every document of the store, by path: the findings are stored in
// place of those it had, and those that wanted asks for are told. What was done
// when it is interrupted stays; a document that is forgotten meanwhile is none.
func (a *Auditor) Run(ctx context.Context, s *store.Store, wanted func(Finding) bool, tell func(Shown) error) (counts Counts, err error) {
	documents, err := s.Documents(ctx, store.Filter{})
	if err != nil {
		return counts, err
	}
	for _, d := range documents {
		n, shown, err := a.document(ctx, s, d, wanted)
		switch {
		case errors.Is(err, store.ErrNoDocument):
			continue
		case errors.Is(err, store.ErrMeanwhile):
			counts.Meanwhile++
			continue
		case err != nil:
			return counts, err
		}
		counts.Documents++
		counts.Findings += n
		for _, f := range shown {
			counts.Shown++
			if err := tell(f); err != nil {
				return counts, err
			}
		}
	}
	return counts, nil
}

// document audits one document: it stores the findings, and returns how many there
// are and those that wanted asks for.
func (a *Auditor) document(ctx context.Context, s *store.Store, d store.Document, wanted func(Finding) bool) (int, []Shown, error) {
	m, err := Load(ctx, s, d)
	if err != nil {
		return 0, nil, err
	}
	findings := a.Findings(m)
	if err := s.ReplaceFindings(ctx, d, rows(findings)); err != nil {
		return 0, nil, err
	}
	shown, err := m.show(ctx, s, findings, wanted)
	return len(findings), shown, err
}

// rows are findings as the store keeps them.
func rows(findings []Finding) []store.Finding {
	all := make([]store.Finding, len(findings))
	for i, f := range findings {
		all[i] = store.Finding{Key: f.Key, Kind: f.Kind, Severity: f.Severity.String(),
			Message: f.Message, MessageEN: f.MessageEN, Arithmetic: f.Arithmetic, Records: f.Records}
	}
	return all
}

// show puts to the findings that are asked for what stands behind them.
func (m *Material) show(ctx context.Context, s *store.Store, findings []Finding, wanted func(Finding) bool) (all []Shown, err error) {
	byID := map[int64]*store.Record{}
	for i := range m.Records {
		byID[m.Records[i].ID] = &m.Records[i]
	}
	verdicts := map[string]string{}
	reviews, err := s.Verdicts(ctx, m.TextSHA256)
	if err != nil {
		return nil, err
	}
	for _, v := range reviews {
		verdicts[v.FindingKey] = v.Verdict
	}
	for _, f := range findings {
		if !wanted(f) {
			continue
		}
		one := Shown{Key: f.Key, Kind: f.Kind, Severity: f.Severity.String(), Message: f.Message, MessageEN: f.MessageEN,
			Arithmetic: f.Arithmetic, DocumentID: m.ID, Path: m.Path, Verdict: verdicts[f.Key], Records: []ShownRecord{}}
		for _, id := range f.Records {
			r, err := shownRecord(ctx, s, byID[id])
			if err != nil {
				return nil, err
			}
			one.Records = append(one.Records, r)
		}
		all = append(all, one)
	}
	return all, nil
}

func shownRecord(ctx context.Context, s *store.Store, r *store.Record) (ShownRecord, error) {
	shown := ShownRecord{ID: r.ID, Key: r.Key, Type: r.Type, Quote: r.Quote, Section: r.Section, Statement: r.Statement,
		Offset: r.ByteStart - r.StatementStart, CharStart: r.CharStart, CharEnd: r.CharEnd, ByteStart: r.ByteStart, ByteEnd: r.ByteEnd,
		Line: r.Line, Evidence: []ShownEvidence{}}
	if r.Figure != nil {
		shown.Indicator, shown.Unit, shown.Time = r.Figure.Indicator, r.Figure.Unit, string(r.Figure.Time)
	}
	evidence, err := s.Evidence(ctx, r.ID)
	for _, e := range evidence {
		shown.Evidence = append(shown.Evidence, ShownEvidence{e.Role, e.CharStart, e.CharEnd, e.ByteStart, e.ByteEnd, e.Line, e.Quote})
	}
	return shown, err
}
