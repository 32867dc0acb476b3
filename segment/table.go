package segment

import (
	"strings"

	"suyuan/source"
)

// grid is a table as it was found: its rows with their cells, not yet blocks.
type grid struct {
	rows    []gridRow
	heads   int // how many of rows are head rows
	columns int
	mixed   bool        // its columns cannot be told apart
	title   source.Span // the title that stands on the table's first line; empty where none
	end     int         // line behind it
	tail    int         // where text goes on after it on the line before end; 0 where none does
}

// gridRow is a row on the lines first to last. It begins at the byte from, with
// the marks that belong to it.
type gridRow struct {
	first, last int
	from        int
	cells       []Cell
	mixed       bool // what stands in which cell cannot be said
}

// body returns the span from the first cell that holds something to the last.
func (r *gridRow) body() source.Span {
	b := source.Span{Start: -1}
	for _, c := range r.cells {
		if c.Span.Len() > 0 {
			if b.Start < 0 {
				b.Start = c.Span.Start
			}
			b.End = c.Span.End
		}
	}
	if b.Start < 0 {
		b = r.cells[0].Span
	}
	return b
}

// table makes rows of the table that begins on line i and returns the line
// behind it, i where none begins.
func (s *splitter) table(i int) int {
	g := s.grid(i)
	if g == nil {
		return i
	}
	if g.title.Len() > 0 {
		s.titled(i, g.title)
	}
	t := &Table{Heads: g.heads, Columns: g.columns, Mixed: g.mixed}
	s.name(t, i)
	parent := s.parent()
	if before := s.continued(g); before != nil {
		t.Caption, t.Unit, parent = before.Caption, before.Unit, before.Rows[0].Parent
	}
	for n := range g.rows {
		r := &g.rows[n]
		body := r.body()
		b := s.block(Row, r.first, r.last, 0, body.End)
		b.Span.Start, b.Body.Start = r.from, body.Start
		b.Number = source.Span{Start: body.Start, End: body.Start}
		b.Skips = within(b.Skips, body)
		b.Cells, b.Table, b.Parent, b.Mixed = r.settle(body), t, parent, r.mixed
		t.Rows = append(t.Rows, b)
	}
	if k := len(s.open) - 1; k >= 0 && s.open[k].rank == captionRank {
		s.open = s.open[:k]
	}
	s.asked, s.before = -1, t
	if g.tail > 0 {
		k := g.end - 1
		s.lines[k] = look(s.text, g.tail, int(s.lines[k].end))
		s.done = k
		return k
	}
	return g.end
}

// continued returns the table before, where g has the same head and nothing but
// noise, a line break or （续表） stands between: a table over two pages.
func (s *splitter) continued(g *grid) *Table {
	if s.before == nil || g.heads == 0 || s.before.Heads == 0 || len(g.rows[0].cells) != len(s.before.Rows[0].Cells) {
		return nil
	}
	for c, cell := range g.rows[0].cells {
		sp := s.before.Rows[0].Cells[c].Span
		if s.quote(cell.Span) != s.quote(sp) {
			return nil
		}
	}
	for n := len(s.out) - 1; n >= 0; n-- {
		switch b := s.out[n]; {
		case b.Table == s.before:
			return s.before
		case b.Kind != Noise && !strings.Contains(s.quote(b.Body), "续"):
			return nil
		}
	}
	return nil
}

// settle gives the empty cells places inside the body, in order.
func (r *gridRow) settle(body source.Span) []Cell {
	at := body.Start
	for n := range r.cells {
		if c := &r.cells[n]; c.Span.Len() == 0 {
			c.Span = source.Span{Start: at, End: at}
		} else {
			at = c.Span.End
		}
	}
	return r.cells
}

func within(skips []source.Span, body source.Span) []source.Span {
	out := skips[:0]
	for _, k := range skips {
		if body.Contains(k) {
			out = append(out, k)
		}
	}
	return out
}

// titled makes a heading of the title that stands on the table's own first line.
func (s *splitter) titled(i int, title source.Span) {
	n := parseNumber(s.quote(title))
	isBox := n.style == box
	if !isBox {
		n = numbering{style: caption}
	}
	s.heading(i, i, n, title.End, isBox)
}

// name finds what names the table above line i, and the line that gives its unit.
func (s *splitter) name(t *Table, i int) {
	n := len(s.out) - 1
	for n >= 0 && s.out[n].Kind == Noise {
		n--
	}
	if n >= 0 && s.out[n].Kind == Paragraph && unitLine(s.quote(s.out[n].Body)) {
		t.Unit = s.out[n]
		n--
	}
	if n >= 0 && (s.out[n].Kind == Heading || s.out[n].Kind == Front) {
		t.Caption = s.out[n]
	}
}

// captioned reports whether line i is the title of the table under it.
func (s *splitter) captioned(i int) bool {
	l := &s.lines[i]
	if l.role != plain || l.width > 50 || l.ending == closed || l.stop > 0 || l.number.style != none || unitLine(l.text(s.text)) || s.grid(i) != nil {
		return false
	}
	k := s.next(i + 1)
	if k < len(s.lines) && unitLine(s.lines[k].text(s.text)) {
		k = s.next(k + 1)
	}
	return k < len(s.lines) && s.lines[k].role == plain && s.grid(k) != nil
}

// cell returns a cell of the lines from i to j.
func (s *splitter) cell(i, j, column int) Cell {
	return Cell{Span: source.Span{Start: int(s.lines[i].head), End: int(s.lines[j].tail)}, Column: column}
}

// kindAt looks at what a span holds.
func (s *splitter) kindAt(sp source.Span) cellKind { return kindOf(s.quote(sp)) }

// finish finds the head rows of g and marks its heads and labels.
func (s *splitter) finish(g *grid, heads int) *grid {
	if g.heads = heads; heads < 0 {
		g.heads = s.countHeads(g)
	}
	g.heads = s.moreHeads(g, g.heads)
	for n := range g.rows[:g.heads] {
		for c := range g.rows[n].cells {
			g.rows[n].cells[c].Head = g.rows[n].cells[c].Span.Len() > 0
		}
	}
	counts := make([][cellKinds]int, g.columns)
	for _, r := range g.rows[g.heads:] {
		for _, cell := range r.cells {
			if cell.Span.Len() > 0 {
				counts[cell.Column][s.kindAt(cell.Span)]++
			}
		}
	}
	types := make([]cellKind, g.columns)
	for c, count := range counts {
		if count[amountCell]+count[void] > count[words] {
			types[c] = amountCell
		} else if count[nature] > count[words] {
			types[c] = nature
		}
	}
	for _, r := range g.rows[:g.heads] {
		for _, cell := range r.cells {
			if t := s.quote(cell.Span); t == "单位" || t == "计量单位" {
				types[cell.Column] = unitCell
			}
		}
	}
	s.markLabels(g, types)
	s.partUnits(g)
	return g
}
