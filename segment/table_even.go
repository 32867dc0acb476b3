package segment

import (
	"strings"

	"suyuan/source"
)

// even finds a table whose cells follow one another with nothing but a line
// break or a blank between them: a head of any words, then rows of as many cells,
// each column all numbers or all words. A row may lack the labels in front that
// stand over several rows, no other cell.
func (s *splitter) even(i int) *grid {
	for _, cells := range [...]func(int, int) []evenCell{s.lineCells, s.blankCells, s.rowCells} {
		found := cells(i, evenProbe)
		if len(found) < evenLeast {
			continue
		}
		e := s.evenIn(found, len(found) >= evenProbe)
		if e != nil && len(found) >= evenProbe {
			found = cells(i, mostCells)
			s.reach = found[len(found)-1].line + 1
			e = s.evenIn(found, false)
		}
		if e != nil {
			return e.grid(s, i)
		}
	}
	return nil
}

// evenTable is a stretch of cells that is a table: a title, a head, rows of size
// cells.
type evenTable struct {
	cells            []evenCell
	title            int    // cells in front that are its title
	heads, size, end int    // end: the cell behind the last row
	dropped          []int  // of each row, how many labels in front stand further up
	sum              int    // cells of a last row of sums that has a label and numbers only; 0 for none
	over, under      []Cell // the head where it stands on two lines
}

// Bounds of an even table: its cells (a head and two rows of two), its columns, the
// cells in front of its first number, and the cells that are looked at before it is
// worth looking at all.
const (
	evenLeast   = 6
	evenColumns = 12
	evenAhead   = 24
	evenProbe   = 60
)

// evenIn looks for a head in front of the first number, at most two cells of a
// title on the table's own line left aside, and keeps the table of the most cells.
// Cells that are part only may end within a row.
func (s *splitter) evenIn(cells []evenCell, part bool) *evenTable {
	var best *evenTable
	for title := 0; title <= 2 && title < len(cells); title++ {
		if title > 0 && cells[0].line != cells[title].line {
			break
		}
		ahead := title
		for ahead < len(cells) && ahead-title <= evenAhead && cells[ahead].kind != amountCell {
			ahead++
		}
		for heads := 2; heads <= ahead-title && heads <= evenColumns; heads++ {
			e := &evenTable{cells: cells, title: title, heads: heads, size: heads}
			if s.evenRows(e, part) && e.better(best) {
				best = e
			}
			if e := s.evenSpread(cells, title, heads); e != nil && s.evenRows(e, part) && e.better(best) {
				best = e
			}
			if last := s.quote(cells[title+heads-1].span); heads > 2 && strings.HasPrefix(last, "备注") { // empty throughout
				e := &evenTable{cells: cells, title: title, heads: heads, size: heads - 1}
				if s.evenRows(e, part) && e.better(best) && (part || e.end == len(cells)) { // else a remark stands behind the last row
					best = e
				}
			}
		}
	}
	return best
}

// evenSpread returns a table under a head of two lines, 指标 单位 2020年 2025年 and 总量 增速
// 总量 增速, nil where so many cells are none.
func (s *splitter) evenSpread(cells []evenCell, title, heads int) *evenTable {
	from := title + heads
	for from > title && subhead(s.quote(cells[from-1].span)) {
		from--
	}
	if from <= title || title+heads-from < 2 {
		return nil
	}
	upper, lower := spansOf(cells[title:from]), spansOf(cells[from:title+heads])
	for wide := 1; wide <= 3 && wide < heads-2; wide++ {
		if over, under := s.spread(upper, lower, heads-wide); over != nil {
			return &evenTable{cells: cells, title: title, heads: heads, size: heads - wide, over: over, under: under}
		}
	}
	return nil
}

func spansOf(cells []evenCell) []source.Span {
	out := make([]source.Span, len(cells))
	for n, c := range cells {
		out[n] = c.span
	}
	return out
}

// headOf returns the lowest cell of the head of a column.
func (e *evenTable) headOf(column int) source.Span {
	for _, cells := range [...][]Cell{e.under, e.over} {
		for _, c := range cells {
			if c.Column == column {
				return c.Span
			}
		}
	}
	return e.cells[e.title+column].span
}

// better reports whether e explains more cells than best, or as many with fewer
// labels that stand further up.
func (e *evenTable) better(best *evenTable) bool {
	if best == nil || e.end != best.end {
		return best == nil || e.end > best.end
	}
	lacks := func(e *evenTable) (n int) {
		for _, d := range e.dropped {
			n += d
		}
		return n
	}
	return lacks(e) < lacks(best)
}

// grid makes the rows of an even table that begins on line i.
func (e *evenTable) grid(s *splitter, i int) *grid {
	g := &grid{columns: e.size}
	if e.title > 0 {
		g.title = e.cells[0].span.Join(e.cells[e.title-1].span)
	}
	all := make([]int, max(e.size, e.heads))
	for c := range all {
		all[c] = c
	}
	end := e.title + e.heads
	model := e.cells[end:]
	if len(e.under) == 0 {
		g.columns = e.heads
		g.rows = append(g.rows, s.evenGridRow(e.cells[e.title:end], all))
	}
	heads := e.cells[e.title:end]
	for _, cells := range [...][]Cell{e.over, e.under} {
		if len(cells) > 0 {
			r := s.evenGridRow(heads[:len(cells)], all)
			r.cells, heads = cells, heads[len(cells):]
			g.rows = append(g.rows, r)
		}
	}
	for _, dropped := range e.dropped {
		size := e.size - dropped
		g.rows = append(g.rows, s.evenGridRow(e.cells[end:end+size], all[dropped:]))
		end += size
	}
	if e.sum > 0 {
		sums := []int{0}
		for c := 1; c < e.size; c++ {
			if model[c].kind == amountCell {
				sums = append(sums, c)
			}
		}
		g.rows = append(g.rows, s.evenGridRow(e.cells[end:end+e.sum], sums))
		end += e.sum
	}
	g.mixed = s.parted(g.rows[0].cells)
	last := e.cells[end-1]
	g.end = last.line + 1
	if end < len(e.cells) && e.cells[end].line == last.line {
		g.tail = e.cells[end].span.Start
	}
	return s.finish(g, max(1, min(2, len(g.rows)-len(e.dropped)-min(e.sum, 1))))
}

// evenGridRow makes a row of cells that stand in the columns given.
func (s *splitter) evenGridRow(cells []evenCell, columns []int) gridRow {
	r := gridRow{first: cells[0].line, last: cells[len(cells)-1].line, from: cells[0].span.Start}
	if l := &s.lines[r.first]; int(l.head) == r.from {
		r.from = int(l.from)
	}
	for c := range columns[0] {
		r.cells = append(r.cells, Cell{Column: c}) // a label that stands further up
	}
	for n, c := range cells {
		r.cells = append(r.cells, Cell{Span: c.span, Column: columns[n]})
	}
	return r
}
