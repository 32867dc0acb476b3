package terminal

import (
	"fmt"
	"io"
	"unicode/utf8"

	"suyuan/source"
	"suyuan/store"
)

// around is how many characters of a text are shown before and behind the words.
const around = 40

// ShowHits writes what a search found: the place, and the words in what stands
// around them.
func (p Paint) ShowHits(w io.Writer, hits store.Hits) {
	for _, h := range hits.Hits {
		head := fmt.Sprintf("%s:%d", Clean(h.Path), h.Line)
		if h.Region != "" {
			head += "  " + Clean(string(h.Region))
		}
		if h.Section != "" {
			head += "  " + Clean(h.Section)
		}
		fmt.Fprintf(w, "%s\n    %s\n", p.in(faint, head), p.excerpt(h.Text, h.Spans))
	}
	if n := len(hits.Hits); n < hits.Blocks {
		fmt.Fprintf(w, "%d of ", n)
	}
	fmt.Fprintf(w, "%s in %s\n", count(hits.Blocks, "place"), count(hits.Documents, "document"))
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// excerpt cuts a text to what stands around its first span.
func (p Paint) excerpt(text string, spans []source.Span) string {
	from, to := back(text, spans[0].Start, around), ahead(text, spans[0].End, around)
	for _, s := range spans[1:] {
		if s.Start < to {
			to = max(to, s.End)
		}
	}
	var within []source.Span
	for _, s := range spans {
		if s.End <= to {
			within = append(within, source.Span{Start: s.Start - from, End: s.End - from})
		}
	}
	out := p.Marked(text[from:to], within)
	if from > 0 {
		out = "…" + out
	}
	if ahead(text, to, 2) < len(text) {
		out += "…"
	}
	return out
}

// back returns the byte n characters before byte i.
func back(text string, i, n int) int {
	for ; n > 0 && i > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(text[:i])
		i -= size
	}
	return i
}

// ahead returns the byte n characters behind byte i.
func ahead(text string, i, n int) int {
	for ; n > 0 && i < len(text); n-- {
		_, size := utf8.DecodeRuneInString(text[i:])
		i += size
	}
	return i
}
