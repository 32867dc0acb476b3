package segment

import "suyuan/source"

// grid is a table as it was found: its rows with their cells, not yet blocks.
type grid struct {
	rows    []gridRow
	heads   int // how many of rows are head rows
	columns int
	end     int // line behind it
}

// gridRow is a row on the lines first to last.
type gridRow struct {
	first, last int
	cells       []Cell
}

// table makes rows of the table that begins on line i and returns the line
// behind it, i where none begins.
func (s *splitter) table(i int) int {
	g := s.grid(i)
	if g == nil {
		return i
	}
	t := &Table{Heads: g.heads, Columns: g.columns}
	if n := len(s.out); n > 0 {
		above := s.out[n-1]
		if unitLine(s.text[above.Body.Start:above.Body.End]) && above.Kind == Paragraph {
			t.Unit = above
			if n--; n > 0 {
				above = s.out[n-1]
			}
		}
		if above.Kind == Heading || above.Kind == Front {
			t.Caption = above
		}
	}
	for _, r := range g.rows {
		b := s.block(Row, r.first, r.last, 0, int(s.lines[r.last].tail))
		b.Cells, b.Table = r.cells, t
		t.Rows = append(t.Rows, b)
	}
	if k := len(s.open) - 1; k >= 0 && s.open[k].rank == captionRank {
		s.open = s.open[:k]
	}
	return g.end
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
	return k < len(s.lines) && s.grid(k) != nil
}

// grid returns the table that begins on line i, nil where none does. The last
// answer is kept: the same line is asked about more than once.
func (s *splitter) grid(i int) *grid {
	if s.asked == i && i > 0 {
		return s.answer
	}
	var g *grid
	if l := &s.lines[i]; l.role == plain && l.depth == 0 {
		if g = s.groups(i); g == nil {
			g = s.column(i)
		}
	}
	if g != nil {
		for _, r := range g.rows {
			if int(s.lines[r.last].to-s.lines[r.first].from) > MaxBlock {
				g = nil
				break
			}
		}
	}
	s.asked, s.answer = i, g
	return g
}

// cell returns a cell of the lines from i to j.
func (s *splitter) cell(i, j, column int) Cell {
	return Cell{Span: source.Span{Start: int(s.lines[i].head), End: int(s.lines[j].tail)}, Column: column}
}
