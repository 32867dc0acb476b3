package web

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"suyuan/store"
)

// findingsAtOnce is how many findings a page has.
const findingsAtOnce = 40

// finding is a contradiction with the records that it is about.
type finding struct {
	ID                             int64
	Key, Kind, Severity            string
	Message, MessageEN, Arithmetic string
	DocumentID                     int64
	Title                          string // of the document, or its path
	Rows                           []row
	Verdict                        string
	History                        []store.Review
	Problem                        string
}

// findingsPage is the findings of all documents or of one.
type findingsPage struct {
	Document    *store.Document
	Kind        string
	Severity    string // the least, "" for any
	Verdict     string // "", open, or a verdict
	Kinds       []kindCount
	Rows        []finding
	Count, Page int
	Pages       int
	query       func(page int) string
}

type kindCount struct {
	Kind  string
	Count int
}

// Turn is the address of another page of the list.
func (p findingsPage) Turn(by int) string { return p.query(p.Page + by) }

const findingRows = `SELECT f.finding_id, f.finding_key, f.kind, f.severity, f.message, f.message_en, coalesce(f.arithmetic, ''), f.document_id,
	coalesce(d.title, d.path), f.record_ids, coalesce(v.verdict, '')
FROM v_findings f JOIN v_documents d ON d.document_id = f.document_id LEFT JOIN v_reviews v ON v.finding_key = f.finding_key`

// findings answers with the list of findings.
func (s *Site) findings(w http.ResponseWriter, r *http.Request) error {
	p := findingsPage{Kind: r.FormValue("kind"), Severity: r.FormValue("severity"), Verdict: r.FormValue("verdict")}
	if err := errors.Join(among(r, "severity", "note", "warning", "error"), among(r, "verdict", findingStandings...)); err != nil {
		return err
	}
	var err error
	if p.Page, err = pageNumber(r); err != nil {
		return err
	}
	var where []string
	var args []any
	if r.FormValue("document") != "" {
		d, err := s.documentOf(r)
		if err != nil {
			return err
		}
		p.Document = &d
		where, args = append(where, "f.document_id = ?"), append(args, d.ID)
	}
	all := strings.Join(where, " AND ")
	if err := s.countKinds(r, &p, all, args); err != nil {
		return err
	}
	if p.Kind != "" && !slices.ContainsFunc(p.Kinds, func(k kindCount) bool { return k.Kind == p.Kind }) {
		if english()["check_"+p.Kind] == "" {
			return say(errWrong, "fault_no_check", p.Kind)
		}
		p.Kinds = append(p.Kinds, kindCount{Kind: p.Kind}) // one that finds nothing here
	}
	if p.Kind != "" {
		where, args = append(where, "f.kind = ?"), append(args, p.Kind)
	}
	switch p.Severity {
	case "warning":
		where = append(where, "f.severity <> 'note'")
	case "error":
		where = append(where, "f.severity = 'error'")
	}
	switch {
	case p.Verdict == "open":
		where = append(where, "v.verdict IS NULL")
	case slices.Contains(store.FindingVerdicts, p.Verdict):
		where, args = append(where, "v.verdict = ?"), append(args, p.Verdict)
	}
	text := ""
	if len(where) > 0 {
		text = " WHERE " + strings.Join(where, " AND ")
	}
	if err := s.ask(r.Context(), scanInto(&p.Count), "SELECT count(*) FROM v_findings f LEFT JOIN v_reviews v ON v.finding_key = f.finding_key"+text, args...); err != nil {
		return err
	}
	p.Pages = max(1, (p.Count+findingsAtOnce-1)/findingsAtOnce)
	p.Page = min(p.Page, p.Pages)
	q := r.URL.Query()
	p.query = func(page int) string { q.Set("page", strconv.Itoa(page)); return "/findings?" + q.Encode() }
	p.Rows, err = s.readFindings(r, text+fmt.Sprintf(" ORDER BY d.path, f.finding_id LIMIT %d OFFSET %d", findingsAtOnce, (p.Page-1)*findingsAtOnce), args...)
	if err != nil {
		return err
	}
	return s.render(w, r, "findings", "findings", p)
}

func (s *Site) countKinds(r *http.Request, p *findingsPage, where string, args []any) error {
	if where != "" {
		where = " WHERE " + where
	}
	return s.ask(r.Context(), func(rows *sql.Rows) error {
		var k kindCount
		err := rows.Scan(&k.Kind, &k.Count)
		p.Kinds = append(p.Kinds, k)
		return err
	}, "SELECT f.kind, count(*) FROM v_findings f"+where+" GROUP BY 1 ORDER BY 2 DESC, 1", args...)
}

// readFindings reads findings with their records.
func (s *Site) readFindings(r *http.Request, where string, args ...any) (all []finding, err error) {
	var ids []string
	err = s.ask(r.Context(), func(rows *sql.Rows) error {
		var f finding
		var list string
		err := rows.Scan(&f.ID, &f.Key, &f.Kind, &f.Severity, &f.Message, &f.MessageEN, &f.Arithmetic, &f.DocumentID, &f.Title, &list, &f.Verdict)
		all, ids = append(all, f), append(ids, list)
		return err
	}, findingRows+where, args...)
	if err != nil {
		return nil, err
	}
	for i := range all {
		var records []int64
		if err := json.Unmarshal([]byte(ids[i]), &records); err != nil {
			return nil, fmt.Errorf("finding %d: %w", all[i].ID, err)
		}
		for _, id := range records[:min(len(records), 12)] {
			record, err := s.store.Record(r.Context(), strconv.FormatInt(id, 10))
			if err != nil {
				return nil, err
			}
			all[i].Rows = append(all[i].Rows, newRow(record))
		}
		if all[i].Verdict != "" {
			if all[i].History, err = s.store.History(r.Context(), all[i].Key); err != nil {
				return nil, err
			}
		}
	}
	return all, nil
}

// judgeFinding takes a verdict on a finding, or takes one back.
func (s *Site) judgeFinding(w http.ResponseWriter, r *http.Request) error {
	key := r.PathValue("key")
	var problem string
	var err error
	if verdict := r.PostFormValue("verdict"); verdict == store.Undone {
		_, err = s.store.Undo(context.WithoutCancel(r.Context()), key, s.reviewer(r))
	} else {
		_, err = s.store.Judge(context.WithoutCancel(r.Context()), store.Judgement{FindingKey: key, Verdict: verdict, Note: strings.TrimSpace(r.PostFormValue("note")), Reviewer: s.reviewer(r)})
	}
	if err != nil {
		problem = s.message(r, err)
	}
	all, err := s.readFindings(r, " WHERE f.finding_key = ? LIMIT 1", key)
	if err != nil {
		return err
	}
	if len(all) == 0 {
		return say(errNotFound, "fault_no_finding", key)
	}
	all[0].Problem = problem
	return s.render(w, r, "finding_alone", "", all[0])
}
