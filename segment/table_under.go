package segment

// moreHeads returns how many rows of g are heads where so many are known to be: a row
// under them that has words where a wider cell leaves the upper one empty, or says it
// again, is one too: 2020年 |  | 2025年 |  over 总量 | 增速 | 总量 | 增速.
func (s *splitter) moreHeads(g *grid, heads int) int {
	if heads == 0 || heads >= 3 || heads+1 >= len(g.rows) {
		return heads
	}
	first := s.textIn(&g.rows[0], 0)
	n := heads
	for n < len(g.rows) && n < 4 && !g.rows[n].mixed {
		if t := s.textIn(&g.rows[n], 0); t != "" && t != first {
			break
		}
		n++
	}
	if first == "" || n == len(g.rows) {
		return heads
	}
	for heads < min(n, 3) && s.subordinate(&g.rows[heads-1], &g.rows[heads], &g.rows[n]) {
		heads++
	}
	return heads
}

// subordinate reports whether row stands in a head under upper: in some column only row
// has words, and below, the first row of the body, has amounts under these.
func (s *splitter) subordinate(upper, row, below *gridRow) bool {
	fresh, valued := 0, 0
	for c := range row.cells {
		cell := &row.cells[c]
		t, over := s.quote(cell.Span), s.textIn(upper, cell.Column)
		if t == "" || t == over {
			continue
		}
		if k := kindOf(t); k == amountCell && !yearHead(t) || k == nature || len(t) > mostHead {
			return false
		}
		if over == "" || cell.Column > 0 && over == s.textIn(upper, cell.Column-1) {
			fresh++
			if k := kindOf(s.textIn(below, cell.Column)); k == amountCell || k == phrase {
				valued++
			}
		}
	}
	return valued > 0 && valued*2 >= fresh
}

// mostHead is how many bytes a cell of a head has at most.
const mostHead = 90

// textIn returns what a row has in a column, "" where nothing.
func (s *splitter) textIn(r *gridRow, column int) string {
	for c := min(column, len(r.cells)-1); c >= 0; c-- {
		if cell := &r.cells[c]; cell.Column == column {
			return s.quote(cell.Span)
		} else if cell.Column < column {
			break
		}
	}
	return ""
}
