package segment

import "strings"

// tear marks the rows of a table that wide gaps part whose cells run over lines, as
// pdftotext -layout writes them: what stands on the lines above and below belongs to their
// cells, and which of it to which cannot always be said.
func (s *splitter) tear(g *grid, heads int, types []cellKind, bands []band) {
	keys := 0
	for _, t := range types {
		if t == amountCell {
			keys++
		}
	}
	t := ""
	if len(g.rows) > 0 {
		t = s.textIn(&g.rows[0], 0)
	}
	numbered := t == "序号" || t == "编号"
	if keys == 0 && !numbered {
		return
	}
	torn := make([]bool, len(g.rows))
	for n := heads; n < len(g.rows); n++ {
		if s.anchored(&g.rows[n], types, numbered) {
			for _, c := range g.rows[n].cells {
				t := s.quote(c.Span)
				torn[n] = torn[n] || strings.Count(t, "（")+strings.Count(t, "(") > strings.Count(t, "）")+strings.Count(t, ")")
			}
			continue
		}
		for _, c := range g.rows[n].cells {
			if c.Span.Len() == 0 {
				continue
			}
			torn[n] = torn[n] || c.Column > 1 && !s.namesRows(&g.rows[n], c)
			above := n > heads && s.anchored(&g.rows[n-1], types, numbered) && s.goesDown(&g.rows[n-1], c, bands[c.Column], types[c.Column])
			below := n+1 < len(g.rows) && s.anchored(&g.rows[n+1], types, numbered) && s.textIn(&g.rows[n+1], c.Column) == ""
			if above {
				torn[n-1], torn[n] = true, true
			}
			if below && !s.namesRows(&g.rows[n], c) {
				torn[n+1], torn[n] = true, true
			}
		}
	}
	for n := range g.rows {
		if r := &g.rows[n]; torn[n] {
			r.mixed, r.cells = true, []Cell{{Span: r.body()}}
		}
	}
}

// anchored reports whether a line begins a row: it has an amount, or a number in front, or
// most of its cells.
func (s *splitter) anchored(r *gridRow, types []cellKind, numbered bool) bool {
	filled := 0
	for _, c := range r.cells {
		if c.Span.Len() > 0 {
			filled++
		}
		if k := s.kindAt(c.Span); c.Span.Len() > 0 && (types[c.Column] == amountCell && (k == amountCell || k == void || k == phrase) || numbered && c.Column == 0 && k == amountCell) {
			return true
		}
	}
	return filled*2 > len(types)
}

// goesDown reports whether the cell of a row may go on in rest, on the line below: it is
// empty, as one is that begins further up, or an amount, under which nothing else can stand,
// or as wide as its column. 学前教育 under a short name, or one with its unit, names rows.
func (s *splitter) goesDown(r *gridRow, rest Cell, b band, kind cellKind) bool {
	for _, c := range r.cells {
		if c.Column != rest.Column || c.Span.Len() == 0 {
			continue
		}
		t, wide := s.quote(c.Span), s.bandOf(r.first, c.Span)
		switch {
		case kind == amountCell:
			return true
		case (wide.to-wide.from)*5 < 4*(b.to-b.from):
			return false
		}
		return !strings.HasSuffix(t, "）") && !strings.HasSuffix(t, ")") && (wide.to-wide.from >= 16 || rest.Span.Len() < len("学前教育"))
	}
	return true
}

// namesRows reports whether a cell is all of a line and names the rows below it: 一、经济发展, 合计.
func (s *splitter) namesRows(r *gridRow, cell Cell) bool {
	for _, c := range r.cells {
		if c.Span.Len() > 0 && c.Column != cell.Column {
			return false
		}
	}
	n := s.lines[r.first].number.style
	return n != none && n < arabic || containsAny(s.quote(cell.Span), "合计", "小计", "总计")
}
