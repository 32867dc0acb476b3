package segment

// groups finds a table whose rows are groups of lines with blank lines between
// them, one cell a line; a line with nothing but a tab is an empty cell.
func (s *splitter) groups(i int) *grid {
	if i > 0 && s.lines[i-1].filled() {
		return nil
	}
	size := s.groupSize(i)
	if size < 2 || size > 12 || !s.grouped(i, size) {
		return nil
	}
	g := &grid{columns: size}
	k := i
	for len(g.rows) < mostCells/size && k < len(s.lines) {
		if s.groupSize(k) != size || len(g.rows) > 0 && !s.grouped(k, size) {
			break
		}
		g.rows = append(g.rows, s.groupRow(k, size))
		g.end = k + size
		for k += size; k < len(s.lines) && !s.lines[k].filled(); k++ {
		}
	}
	s.reach = g.end
	if len(g.rows) < 3 || !s.headed(g) {
		return nil
	}
	return s.finish(g, 1)
}

// filled reports whether the line holds anything, be it only a tab.
func (l *line) filled() bool {
	return l.to > l.from || l.end-l.start > 2 // longer than its line break
}

// groupSize counts the filled lines from i on.
func (s *splitter) groupSize(i int) int {
	k := i
	for k < len(s.lines) && s.lines[k].filled() && k-i <= 12 {
		k++
	}
	return k - i
}

// grouped reports whether the lines of a group can be cells.
func (s *splitter) grouped(i, size int) bool {
	some := 0
	for k := i; k < i+size; k++ {
		l := &s.lines[k]
		if l.width > 60 || l.role != plain && l.role != blank || l.depth > 0 || l.ending == closed || l.stop > 0 || l.tabs || l.number.style != none && l.number.style < arabic {
			return false
		}
		if l.to > l.from {
			some++
		}
	}
	return some*2 >= size
}

func (s *splitter) groupRow(i, size int) gridRow {
	r := gridRow{first: -1}
	for c := range size {
		l := &s.lines[i+c]
		if l.to == l.from {
			r.cells = append(r.cells, Cell{Column: c})
			continue
		}
		if r.first < 0 {
			r.first, r.from = i+c, int(l.from)
		}
		r.cells = append(r.cells, s.cell(i+c, i+c, c))
		r.last = i + c
	}
	return r
}

// headed reports whether the first row is a head and each row below has a number.
func (s *splitter) headed(g *grid) bool {
	heads := 0
	for _, c := range g.rows[0].cells {
		t := s.quote(c.Span)
		if headish(t) {
			heads++
		} else if kindOf(t) == amountCell {
			return false
		}
	}
	numbered := 0
	for _, r := range g.rows[1:] {
		for _, c := range r.cells {
			if c.Span.Len() > 0 && kindOf(s.quote(c.Span)) == amountCell {
				numbered++
				break
			}
		}
	}
	return heads*2 >= len(g.rows[0].cells) && numbered*3 >= 2*(len(g.rows)-1)
}
