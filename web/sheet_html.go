package web

import (
	"cmp"
	"fmt"
	"html/template"
	"slices"
	"strconv"
	"strings"

	"suyuan/segment"
	"suyuan/source"
)

// mark is a place of the text that the page shows in colour.
type mark struct {
	span   source.Span
	ref    string // of the record, as in row.Ref; "" for a numeral that none took
	class  string // figure, date, …; unexplained, set_aside
	reason string // why a numeral was set aside
}

// sheetWriter writes blocks as HTML. The text content of what it writes is the
// source text to the byte, line breaks and table bars included (they are hidden),
// so that a place of the page and a place of the text can be told from each other.
// Every element with data-o says at which byte its text begins.
type sheetWriter struct {
	strings.Builder
	text  string
	marks []mark // by start, the longer first
	next  int    // the first mark that may reach the rest of the text
}

// html writes one part of the text.
func (s *sheet) html(p part, marks []mark) template.HTML {
	slices.SortStableFunc(marks, func(a, b mark) int {
		return cmp.Or(a.span.Start-b.span.Start, b.span.End-a.span.End)
	})
	w := &sheetWriter{text: s.document.Text, marks: marks}
	blocks := s.outline.Blocks[p.from:p.to]
	for i := 0; i < len(blocks); {
		if blocks[i].Kind == segment.Row && blocks[i].Table != nil {
			i += w.table(blocks[i:])
			continue
		}
		w.block(blocks[i])
		i++
	}
	return template.HTML(w.String())
}

// block writes a block that is no table row.
func (w *sheetWriter) block(b *segment.Block) {
	tag, class := "p", "paragraph"
	switch b.Kind {
	case segment.Heading:
		tag, class = "h"+strconv.Itoa(min(6, max(2, b.Level+1))), "heading"
		if b.Box {
			class = "heading box"
		}
	case segment.Item:
		class = "item"
	case segment.Front:
		class = "front"
	case segment.Contents:
		class = "contents"
	case segment.Noise:
		class = "noise"
	}
	fmt.Fprintf(w, `<%s class="%s" data-o="%d">`, tag, class, b.Span.Start)
	if b.Number.Len() > 0 && b.Number.Start >= b.Span.Start && b.Number.End <= b.Body.Start {
		w.margin(b.Span.Start, b.Number.Start)
		w.WriteString(`<span class="number">`)
		w.run(b.Number)
		w.WriteString(`</span>`)
		w.margin(b.Number.End, b.Body.Start)
	} else {
		w.margin(b.Span.Start, b.Body.Start)
	}
	w.body(b.Body, b.Skips)
	w.margin(b.Body.End, b.Span.End)
	fmt.Fprintf(w, "</%s>\n", tag)
}

// table writes the rows of one table and returns how many they are. What stands
// between the cells (bars, blanks, ruled lines) goes hidden into the cells.
func (w *sheetWriter) table(blocks []*segment.Block) int {
	t := blocks[0].Table
	n := 1
	for n < len(blocks) && blocks[n].Kind == segment.Row && blocks[n].Table == t {
		n++
	}
	w.WriteString("<table>\n")
	for _, b := range blocks[:n] {
		w.row(b, t.Columns)
	}
	w.WriteString("</table>\n")
	return n
}

func (w *sheetWriter) row(b *segment.Block, columns int) {
	fmt.Fprintf(w, `<tr data-o="%d">`, b.Span.Start)
	at := b.Span.Start
	for i := 0; i < len(b.Cells); {
		first := b.Cells[i]
		j := i + 1
		for j < len(b.Cells) && b.Cells[j].Column == first.Column {
			j++
		}
		tag, across := "td", columns-first.Column
		if j < len(b.Cells) {
			across = b.Cells[j].Column - first.Column
		}
		if first.Head {
			tag = "th"
		}
		fmt.Fprintf(w, "<%s", tag)
		if across > 1 {
			fmt.Fprintf(w, ` colspan="%d"`, across)
		}
		w.WriteString(">")
		for k, c := range b.Cells[i:j] {
			w.hidden(source.Span{Start: at, End: c.Span.Start})
			if k > 0 {
				w.WriteString("<br>")
			}
			at = max(at, c.Span.Start)
			w.body(source.Span{Start: at, End: max(at, c.Span.End)}, b.Skips)
			at = max(at, c.Span.End)
		}
		if j == len(b.Cells) {
			w.hidden(source.Span{Start: at, End: b.Span.End})
			at = b.Span.End
		}
		fmt.Fprintf(w, "</%s>", tag)
		i = j
	}
	if at < b.Span.End { // a row without cells
		w.WriteString("<td>")
		w.body(source.Span{Start: at, End: b.Span.End}, b.Skips)
		w.WriteString("</td>")
	}
	w.WriteString("</tr>\n")
}

// margin writes what stands around a body: white space is hidden, marks are faint.
func (w *sheetWriter) margin(from, to int) {
	if from >= to {
		return
	}
	if strings.TrimSpace(strings.TrimPrefix(w.text[from:to], "\ufeff")) == "" {
		w.hidden(source.Span{Start: from, End: to})
		return
	}
	w.WriteString(`<span class="faint">`)
	w.body(source.Span{Start: from, End: to}, nil)
	w.WriteString(`</span>`)
}

func (w *sheetWriter) hidden(s source.Span) {
	if s.Len() > 0 {
		w.WriteString(`<span class="x">`)
		w.run(s)
		w.WriteString(`</span>`)
	}
}

// body writes running text: what no reader reads is grey, line breaks are hidden.
func (w *sheetWriter) body(s source.Span, skips []source.Span) {
	at := s.Start
	for _, k := range skips {
		if k.End <= at || k.Start >= s.End {
			continue
		}
		k = source.Span{Start: max(k.Start, at), End: min(k.End, s.End)}
		w.lines(source.Span{Start: at, End: k.Start})
		w.WriteString(`<span class="noise">`)
		w.lines(k)
		w.WriteString(`</span>`)
		at = k.End
	}
	w.lines(source.Span{Start: at, End: s.End})
}

// lines writes text and hides its line breaks with the indent behind them, which
// a browser would show as a blank; between Latin words they stay.
func (w *sheetWriter) lines(s source.Span) {
	at := s.Start
	for at < s.End {
		n := strings.IndexAny(w.text[at:s.End], "\r\n")
		if n < 0 {
			break
		}
		from := at + n
		to := s.End - len(strings.TrimLeft(w.text[from:s.End], " \t\r\n\u3000\u00a0"))
		w.run(source.Span{Start: at, End: from})
		if from > s.Start && to < s.End && w.text[from-1] < 0x80 && w.text[to] < 0x80 {
			w.run(source.Span{Start: from, End: to})
		} else {
			w.hidden(source.Span{Start: from, End: to})
		}
		at = to
	}
	w.run(source.Span{Start: at, End: s.End})
}
