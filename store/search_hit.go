package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strings"
	"unicode/utf8"

	"suyuan/source"
)

// Hit is a block of a text in which all words stand: a paragraph, a heading, a
// list item, a row of a table.
type Hit struct {
	DocumentID int64
	Path       string // the first of the document's paths
	Title      Text
	Region     Text
	Section    string        // the headings above, joined by " > "
	Kind       string        // of the block
	Line       int           // on which the first of the words stands, from 1
	Text       string        // of the block
	ByteStart  int           // of the block in the document
	Spans      []source.Span // bytes of Text where the words stand, in order, none over another
}

// Hits is a part of what a search found.
type Hits struct {
	Hits      []Hit
	Blocks    int // how many blocks there are in all
	Documents int // in how many documents
}

// show reads the blocks that were found, with the places of the words.
func (s *Store) show(ctx context.Context, words []string, found []blockFound) ([]Hit, error) {
	var hits []Hit
	var last Hit // of its document the line feeds up to where it begins are counted
	for _, b := range found {
		all, err := ask(ctx, s.db, `SELECT b.document_id, coalesce((SELECT min(p.path) FROM paths p WHERE p.document_id = d.id), ''), d.title, d.region,
			coalesce(h.section, ''), b.kind, b.byte_start, b.text,
			(SELECT coalesce(sum(length(a.text) - length(replace(a.text, char(10), ''))), 0) FROM blocks a WHERE a.document_id = b.document_id AND a.byte_start < b.byte_start AND (b.document_id <> ?1 OR a.byte_start >= ?2))
			FROM blocks b JOIN documents d ON d.id = b.document_id LEFT JOIN blocks h ON h.id = b.parent_id WHERE b.id = ?3`, func(r *sql.Rows, h *Hit) error {
			return r.Scan(&h.DocumentID, &h.Path, &h.Title, &h.Region, &h.Section, &h.Kind, &h.ByteStart, &h.Text, &h.Line)
		}, last.DocumentID, last.ByteStart, b.block)
		if err != nil {
			return nil, err
		}
		for _, h := range all {
			if h.DocumentID == last.DocumentID {
				h.Line += last.Line
			}
			last = Hit{DocumentID: h.DocumentID, ByteStart: h.ByteStart, Line: h.Line}
			if h.Spans = spansOf(h.Text, words); len(h.Spans) > 0 {
				h.Line += 1 + strings.Count(h.Text[:h.Spans[0].Start], "\n")
				hits = append(hits, h)
			}
		}
	}
	return hits, nil
}

// spansOf returns the places of the words in a text, in order, none over another.
func spansOf(text string, words []string) (spans []source.Span) {
	folded, places := foldPlaces(text)
	for _, word := range words {
		for from := 0; ; {
			i := strings.Index(folded[from:], word)
			if i < 0 {
				break
			}
			start, end := places[from+i], places[from+i+len(word)-1]
			_, size := utf8.DecodeRuneInString(text[end:])
			spans = append(spans, source.Span{Start: start, End: end + size})
			from += i + len(word)
		}
	}
	slices.SortFunc(spans, func(a, b source.Span) int { return cmp.Or(a.Start-b.Start, b.End-a.End) })
	out := spans[:0]
	for _, s := range spans {
		if n := len(out); n > 0 && s.Start < out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}
