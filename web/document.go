package web

import (
	"context"
	"database/sql"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"strconv"

	"suyuan/source"
	"suyuan/store"
)

// deskPage is a document beside its records.
type deskPage struct {
	Document store.Document
	Parts    []deskPart
	Pane     pane
}

// deskPart is a part of the text, without HTML where the page is to fetch it.
type deskPart struct {
	Number   int
	From, To int // bytes
	HTML     template.HTML
}

// nameOf is what a document is called: its path where it has no title.
func nameOf(d store.Document) string {
	if d.Title != "" {
		return string(d.Title)
	}
	return d.Path
}

// deepLink is the address of a record beside its text.
func deepLink(r store.Record) string {
	return fmt.Sprintf("/documents/%d?record=%s", r.DocumentID, url.QueryEscape(r.Key))
}

// documentOf returns the document that the address of a request names.
func (s *Site) documentOf(r *http.Request) (store.Document, error) {
	name := "id"
	if r.PathValue(name) == "" {
		name = "document"
	}
	id, err := number(r, name)
	if err != nil {
		return store.Document{}, err
	}
	all, err := s.store.Documents(r.Context(), store.Filter{DocumentID: id})
	if err == nil && len(all) == 0 {
		err = say(errNotFound, "fault_no_document", id)
	}
	if err != nil {
		return store.Document{}, err
	}
	return all[0], nil
}

// document answers with the desk of one document.
func (s *Site) document(w http.ResponseWriter, r *http.Request) error {
	d, err := s.documentOf(r)
	if err != nil {
		return err
	}
	sheet, err := s.sheet(r.Context(), d)
	if err != nil {
		return err
	}
	pane, err := s.pane(r, d)
	if err != nil {
		return err
	}
	first := sheet.partAt(pane.At)
	page := deskPage{Document: d, Pane: pane}
	for n, part := range sheet.parts {
		shown := deskPart{Number: n, From: part.span.Start, To: part.span.End}
		if n == first {
			if shown.HTML, err = s.partHTML(r.Context(), d, sheet, n); err != nil {
				return err
			}
		}
		page.Parts = append(page.Parts, shown)
	}
	return s.render(w, r, "document", nameOf(d), page)
}

// sheet returns the text of a document, cut for display.
func (s *Site) sheet(ctx context.Context, d store.Document) (*sheet, error) {
	return s.sheets.of(d.TextSHA256, func() (text string, err error) {
		err = s.ask(context.WithoutCancel(ctx), scanInto(&text), "SELECT text FROM v_texts WHERE document_id = ?", d.ID)
		return text, err
	})
}

// part answers with one part of the text.
func (s *Site) part(w http.ResponseWriter, r *http.Request) error {
	d, err := s.documentOf(r)
	if err != nil {
		return err
	}
	n, err := strconv.Atoi(r.PathValue("n"))
	if err != nil {
		return say(errWrong, "fault_number", "n", r.PathValue("n"))
	}
	sheet, err := s.sheet(r.Context(), d)
	if err != nil {
		return err
	}
	if n < 0 || n >= len(sheet.parts) {
		return say(errNotFound, "fault_parts", len(sheet.parts))
	}
	text, err := s.partHTML(r.Context(), d, sheet, n)
	if err != nil {
		return err
	}
	span := sheet.parts[n].span
	return s.render(w, r, "text_part", "", deskPart{n, span.Start, span.End, text})
}

func (s *Site) partHTML(ctx context.Context, d store.Document, sheet *sheet, n int) (template.HTML, error) {
	part := sheet.parts[n]
	marks, err := s.marks(ctx, d, part.span)
	if err != nil {
		return "", fmt.Errorf("read the records of document %d: %w", d.ID, err)
	}
	return sheet.html(part, marks), nil
}

// marks returns what is to be seen in a stretch of a document: its records, the
// numerals that none of them took, and the figures that reviewers added.
func (s *Site) marks(ctx context.Context, d store.Document, in source.Span) ([]mark, error) {
	var out []mark
	err := s.ask(ctx, func(rows *sql.Rows) error {
		var m mark
		var id int64
		err := rows.Scan(&id, &m.span.Start, &m.span.End, &m.class, &m.reason)
		if id != 0 {
			m.ref = strconv.FormatInt(id, 10)
		}
		out = append(out, m)
		return err
	}, `SELECT r.record_id, r.byte_start, r.byte_end,
			r.type || CASE f.kind WHEN 'target' THEN ' target' ELSE '' END || CASE v.verdict WHEN 'wrong' THEN ' wrong' ELSE '' END, ''
		FROM v_records r LEFT JOIN figures f ON f.record_id = r.record_id LEFT JOIN v_reviews v ON v.record_key = r.record_key
		WHERE r.document_id = ?1 AND r.type <> 'document' AND r.byte_start < ?3 AND r.byte_end > ?2
		UNION ALL
		SELECT 0, byte_start, byte_end, disposition, coalesce(reason, '')
		FROM v_numerals WHERE document_id = ?1 AND byte_start >= ?2 AND byte_start < ?3 AND disposition IN ('set_aside', 'unexplained')`, d.ID, in.Start, in.End)
	if err != nil {
		return nil, err
	}
	added, err := s.added(ctx, d)
	for _, r := range added {
		out = append(out, mark{span: source.Span{Start: r.ByteStart, End: r.ByteEnd}, ref: r.Ref, class: "figure added"})
	}
	return out, err
}
