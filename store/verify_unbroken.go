package store

import (
	"database/sql"
	"sort"
	"strings"

	"suyuan/segment"
	"suyuan/source"
)

// unbroken returns the quote of a record as the extraction read it: without a page number or
// an address that stands amid it. The text is split again for that, once a document and only
// where a quote asks for it.
func (d *inspection) unbroken(r *storedRecord) (string, error) {
	if d.outline == nil {
		pages, err := query(d.verification, "SELECT byte_start FROM pages WHERE document_id = ? ORDER BY number", func(r *sql.Rows, at *int) error { return r.Scan(at) }, d.id)
		if err != nil {
			return "", err
		}
		document := &source.Document{Name: d.path, Text: d.text, Pages: pages}
		if segment.Check(document) != nil {
			return r.quote, nil
		}
		d.outline = segment.Split(document)
	}
	blocks, span := d.outline.Blocks, r.span()
	i := sort.Search(len(blocks), func(i int) bool { return blocks[i].Span.End > span.Start })
	if i == len(blocks) || !blocks[i].Span.Contains(span) {
		return r.quote, nil
	}
	for _, skip := range blocks[i].Skips {
		if skip.Start < span.End && skip.End > span.Start {
			return segment.NewFlow(d.outline.Text, span, blocks[i].Skips).Text, nil
		}
	}
	return r.quote, nil
}

// reads returns the quote of a record as it stands where that can be read and has no line of
// its own amid it, which may be a page number, and else as the extraction read it.
func (d *inspection) reads(r *storedRecord, readable func(quote string) bool) (quote string, err error) {
	lines := strings.FieldsFunc(r.quote, func(c rune) bool { return c == '\n' || c == '\r' || c == '\f' })
	if len(lines) < 3 && readable(r.quote) {
		return r.quote, nil
	}
	return d.unbroken(r)
}
