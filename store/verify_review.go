package store

import (
	"database/sql"
	"fmt"
	"unicode/utf8"

	"suyuan/extract"
)

// counts proves that what a document is said to have given is what it gave.
func (d *inspection) counts() error {
	return d.countsDiffer(`SELECT what, said, is_so FROM (
		SELECT 'figures' AS what, figures AS said, (SELECT count(*) FROM records r WHERE r.document_id = d.id AND r.type = 'figure') AS is_so FROM documents d WHERE id = ?1
		UNION ALL SELECT 'targets', targets, (SELECT count(*) FROM records r JOIN figures f ON f.record_id = r.id WHERE r.document_id = d.id AND f.kind = 'target') FROM documents d WHERE id = ?1
		UNION ALL SELECT 'dates', dates, (SELECT count(*) FROM records r WHERE r.document_id = d.id AND r.type = 'date') FROM documents d WHERE id = ?1
		UNION ALL SELECT 'departments', departments, (SELECT count(*) FROM records r WHERE r.document_id = d.id AND r.type = 'department') FROM documents d WHERE id = ?1
		UNION ALL SELECT 'projects', projects, (SELECT count(*) FROM records r WHERE r.document_id = d.id AND r.type = 'project') FROM documents d WHERE id = ?1
		UNION ALL SELECT 'numerals', numerals, (SELECT count(*) FROM numerals n WHERE n.document_id = d.id) FROM documents d WHERE id = ?1
		UNION ALL SELECT 'unexplained numerals', unexplained, (SELECT count(*) FROM numerals n WHERE n.document_id = d.id AND n.disposition = 'unexplained') FROM documents d WHERE id = ?1)
		WHERE said <> is_so`)
}

// countsDiffer tells of every count that a query finds wrong.
func (d *inspection) countsDiffer(text string) error {
	type count struct {
		what       string
		said, real int
	}
	wrong, err := query(d.verification, text, func(r *sql.Rows, c *count) error { return r.Scan(&c.what, &c.said, &c.real) }, d.id)
	for _, c := range wrong {
		d.fault(Fault{Check: "fields", Message: fmt.Sprintf("the document is said to have %d %s, it has %d", c.said, c.what, c.real)})
	}
	return err
}

// reviews proves the reviews of the document's text: each is as it was given, says
// rightly whether what was judged is here and unchanged, and the figure of a
// reviewer stands at its place and is what its quote says, or said to be otherwise.
func (d *inspection) reviews() error {
	var first int64
	if err := d.tx.QueryRowContext(d.ctx, "SELECT min(id) FROM documents WHERE text_sha256 = ?", d.textSum).Scan(&first); err != nil || first != d.id {
		return err // another document has the same text
	}
	all, err := askReviews(d.ctx, d.tx, "WHERE v.text_sha256 = ?", d.textSum)
	if err != nil || len(all) == 0 {
		return err
	}
	now, err := settled(d.ctx, d.tx, d.textSum, all)
	if err != nil {
		return err
	}
	for i, v := range all {
		d.report.Reviews++
		d.whole(&v)
		if v.Gone != now[i].gone || v.Stale != now[i].stale {
			d.review(&v, fmt.Sprintf("what it judged is gone: %t, changed: %t; stored is gone: %t, changed: %t", now[i].gone, now[i].stale, v.Gone, v.Stale))
		}
		if v.Figure != nil {
			d.reviewed(&v)
		}
	}
	return nil
}

// whole proves that a review says what it said when it was given.
func (v *verification) whole(r *Review) {
	if r.Key != "" && r.Key != r.hash() {
		v.fault(Fault{Check: "review", Path: v.path, Message: fmt.Sprintf("the review %s of %q by %s was altered: its key is not that of what it says", r.Key, r.Quote, r.Reviewer)})
	}
}

func (d *inspection) review(v *Review, message string) {
	d.fault(Fault{Check: "review", Message: fmt.Sprintf("the review %s of %q by %s: %s", v.Key, v.Quote, v.Reviewer, message)})
}

// reviewed proves the figure of a reviewer.
func (d *inspection) reviewed(v *Review) {
	end := v.ByteStart + len(v.Quote)
	if v.ByteStart < 0 || end > len(d.text) || d.text[v.ByteStart:end] != v.Quote {
		d.review(v, fmt.Sprintf("its figure does not stand at byte %d", v.ByteStart))
		return
	}
	var char, line int
	err := d.tx.QueryRowContext(d.ctx, "SELECT char_start, line FROM reviewed_figures WHERE review_id = ?", v.ID).Scan(&char, &line)
	if err != nil || char != utf8.RuneCountInString(d.text[:v.ByteStart]) || line != d.index.Line(v.ByteStart) {
		d.review(v, fmt.Sprintf("its figure is not at character %d, line %d", char, line))
	}
	if !v.OwnValue && !says(v.Quote, v.Figure) {
		d.review(v, fmt.Sprintf("its figure is %s, which its quote does not say", plain(v.Figure.Value)))
	}
	if first, last := extract.Years(string(v.Figure.Time)); Year(first) != v.Figure.TimeFirst || Year(last) != v.Figure.TimeLast {
		d.review(v, fmt.Sprintf("the time %q of its figure is of other years", v.Figure.Time))
	}
}

// strays proves the reviews of texts that are not stored.
func (v *verification) strays() error {
	all, err := askReviews(v.ctx, v.tx, "WHERE v.text_sha256 IS NULL OR v.text_sha256 NOT IN (SELECT text_sha256 FROM documents)")
	for _, r := range all {
		v.report.Reviews++
		v.whole(&r)
		if r.Key != "" && !r.Gone {
			v.fault(Fault{Check: "review", Path: v.path, Message: fmt.Sprintf("the review %s of %q by %s is of a text that is not stored, and does not say so", r.Key, r.Quote, r.Reviewer)})
		}
	}
	return err
}
