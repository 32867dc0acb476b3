package segment

import "strings"

// moveRight puts the cells of rows that lack those in front, as a page of the web that
// was saved as text has under a cell over several rows, into their columns: the last one
// stands under a head of units, and what names a unit or a time shows which it is.
func (s *splitter) moveRight(g *grid) {
	head := g.rows[0].cells
	if len(head) != g.columns || g.columns < 3 || !containsAny(s.quote(head[g.columns-1].Span), "单位", "部门") {
		return
	}
	times := -1
	for c, h := range head {
		if containsAny(s.quote(h.Span), "时间", "时限", "期限") {
			times = c
		}
	}
	for n := range g.rows[1:] {
		if r := &g.rows[n+1]; len(r.cells) == g.columns {
			s.moveRow(r, head, times)
		}
	}
}

func (s *splitter) moveRow(r *gridRow, head []Cell, times int) {
	columns := len(r.cells)
	filled := columns
	for filled > 0 && r.cells[filled-1].Span.Len() == 0 {
		filled--
	}
	by := columns - filled
	if by == 0 || filled == 0 {
		return
	}
	for _, c := range r.cells[:filled] {
		if c.Span.Len() == 0 {
			return
		}
	}
	timed := times >= by && momentary(s.quote(r.cells[times-by].Span)) && !momentary(s.quote(r.cells[times].Span))
	if !timed && !(filled > 1 && unitName(s.quote(r.cells[filled-1].Span)) && !containsAny(s.quote(head[filled-1].Span), "单位", "部门", "责任", "牵头")) {
		return // under 牵头单位 it stands where it should: the row lacks its last cell
	}
	moved := make([]Cell, columns)
	for c := range moved {
		moved[c].Column = c
		if c >= by {
			moved[c].Span = r.cells[c-by].Span
		}
	}
	r.cells = moved
}

// momentary reports whether a cell holds a time and nothing else: 11月, 2021.12, 10月底前.
func momentary(t string) bool {
	if len(t) == 0 || len(t) > len("2021年12月底前") || figure(first(t)) < 0 {
		return false
	}
	_, n := figures(t)
	return strings.HasPrefix(t[n:], "年") || strings.HasPrefix(t[n:], "月") || n == 4 && strings.HasPrefix(t[n:], ".") && len(t) <= len("2021.12")
}
