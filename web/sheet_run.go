package web

import (
	"cmp"
	"fmt"
	"html"
	"slices"
	"strings"

	"suyuan/source"
)

// run writes text with the marks that lie on it. Where marks overlap, the text is
// cut at their ends, and a piece has the look of the shortest of its marks.
func (w *sheetWriter) run(s source.Span) {
	for w.next < len(w.marks) && w.marks[w.next].span.End <= s.Start {
		w.next++
	}
	for s.Len() > 0 {
		end, over := w.piece(s)
		w.open(over)
		w.plain(source.Span{Start: s.Start, End: end})
		if len(over) > 0 {
			w.WriteString("</mark>")
		}
		s.Start = end
	}
}

// piece returns the marks over the start of s, the shortest first, and where the
// first of them ends or the next begins.
func (w *sheetWriter) piece(s source.Span) (end int, over []mark) {
	end = s.End
	for _, m := range w.marks[w.next:] {
		if m.span.Start >= end {
			break
		}
		switch {
		case m.span.End <= s.Start:
		case m.span.Start > s.Start:
			end = min(end, m.span.Start)
		default:
			over = append(over, m)
			end = min(end, m.span.End)
		}
	}
	slices.SortStableFunc(over, func(a, b mark) int {
		return cmp.Or(a.span.Len()-b.span.Len(), strings.Compare(b.ref, a.ref)) // a record before a numeral that is none
	})
	return end, over
}

func (w *sheetWriter) open(over []mark) {
	if len(over) == 0 {
		return
	}
	w.WriteString(`<mark class="`)
	w.WriteString(html.EscapeString(over[0].class))
	w.WriteString(`"`)
	if reason := over[0].reason; reason != "" {
		fmt.Fprintf(w, ` data-reason="%s"`, html.EscapeString(reason))
	}
	sep := ` data-r="`
	for _, m := range over {
		if m.ref != "" {
			w.WriteString(sep + html.EscapeString(m.ref)) // the key of an imported review may be anything
			sep = " "
		}
	}
	if sep == " " {
		w.WriteString(`"`)
	}
	w.WriteString(`>`)
}

// plain writes text. A browser makes a line feed of a carriage return and another
// character of NUL unless it is told: the text behind NUL says where it stands.
func (w *sheetWriter) plain(s source.Span) {
	text := w.text[s.Start:s.End]
	for {
		n := strings.IndexByte(text, 0)
		if n < 0 {
			w.WriteString(escape.Replace(text))
			return
		}
		w.WriteString(escape.Replace(text[:n]))
		text = text[n+1:]
		fmt.Fprintf(w, `<span class="nul" data-o="%d">`+"\ufffd"+`</span><span data-o="%d"></span>`, s.End-len(text)-1, s.End-len(text))
	}
}

var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;", "\r", "&#13;")
