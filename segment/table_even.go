package segment

import (
	"strconv"
	"strings"
	"unicode/utf8"

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

// evenCell is one cell of a table that has no marks between its cells.
type evenCell struct {
	span source.Span
	line int
	kind cellKind
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

// lineCells returns the lines from i on, each a cell, at most most of them.
func (s *splitter) lineCells(i, most int) []evenCell {
	var out []evenCell
	known, amounts := 0, 0
	for k := i; k < len(s.lines) && len(out) < most; k = s.next(k + 1) {
		l := &s.lines[k]
		t := l.text(s.text)
		if l.role != plain || l.depth > 0 || l.tabs || l.width > 40 || l.ending == closed || l.number.style != none && l.number.style < arabic || remarkLine(t) || tableName(t) {
			break
		}
		out = append(out, evenCell{span: source.Span{Start: int(l.head), End: int(l.tail)}, line: k})
		if len(out) < evenLeast { // most lines stand among fewer, and what they hold is not asked
			continue
		}
		for ; known < len(out); known++ {
			if out[known].kind = s.kindAt(out[known].span); out[known].kind == amountCell {
				amounts++
			}
		}
		if len(out) == evenAhead && amounts == 0 {
			return nil
		}
	}
	return out[:known]
}

// blankCells returns what single blanks part on line i, each a cell; nothing where
// they are less than three.
func (s *splitter) blankCells(i, most int) []evenCell {
	l := &s.lines[i]
	if l.role != plain || l.tabs || int(l.to-l.from) > MaxBlock || l.ending == closed || l.number.style != none && l.number.style < arabic && l.number.style != box {
		return nil
	}
	fields := s.blanks(i)
	if len(fields) < 3 {
		return nil
	}
	out := s.cellsOf(i, fields, nil)
	return out[:min(len(out), most)]
}

// rowCells returns the cells of the lines from i on that single blanks part, none
// of them into more than line i.
func (s *splitter) rowCells(i, most int) []evenCell {
	out := s.blankCells(i, most)
	size := len(out)
	if size < 3 || size > evenColumns {
		return nil
	}
	for k := s.next(i + 1); k < len(s.lines) && len(out) < most; k = s.next(k + 1) {
		l := &s.lines[k]
		n := len(out)
		if l.role != plain || l.tabs || l.ending == closed || int(l.to-l.from) > MaxBlock || l.number.style == box {
			break // 专栏3 is no row
		}
		if out = s.cellsOf(k, s.blanks(k), out); len(out)-n > size || len(out)-n < 2 {
			if len(out)-n == 1 && strings.ContainsAny(l.text(s.text), "0123456789") {
				return nil // 畜禽规模化养殖率%61.875: further rows are run together
			}
			return out[:n]
		}
	}
	return out
}

// cellsOf adds the fields of line k that hold something.
func (s *splitter) cellsOf(k int, fields []source.Span, out []evenCell) []evenCell {
	for _, f := range fields {
		if f.Len() > 0 {
			out = append(out, evenCell{f, k, s.kindAt(f)})
		}
	}
	return out
}

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

// evenRows finds the rows of a table under its head and reports whether they are
// ones: three or more, or two under words that heads are made of.
func (s *splitter) evenRows(e *evenTable, part bool) bool {
	headed := s.evenHead(e.cells[e.title : e.title+e.heads])
	if t := s.quote(e.headOf(0)); headKind(t) == amountCell && (strings.HasSuffix(t, "）") || strings.HasSuffix(t, ")")) {
		return false // 资金安排（万元） stands over no names: the head begins further up
	}
	first := e.title + e.heads
	if headed < 0 || first+e.size > len(e.cells) {
		return false
	}
	model := e.cells[first : first+e.size]
	for c, m := range model {
		t := s.quote(e.headOf(c))
		if h := headKind(t); m.kind == amountCell && strings.HasPrefix(t, "备注") || (m.kind == nature) != (h == nature) && (m.kind == nature || m.kind == amountCell) {
			return false
		}
	}
	for e.end = first; ; {
		dropped := evenRow(model, e.cells[e.end:])
		if dropped < 0 {
			break
		}
		e.dropped = append(e.dropped, dropped)
		e.end += e.size - dropped
	}
	rows := len(e.dropped)
	if rows < 2 || rows == 2 && headed == 0 || e.heads == 2 && headed < 2 || e.dropped[0] > 0 || s.counted(e) || s.oneGroup(e) {
		return false
	}
	rest := e.cells[e.end:]
	e.sum = s.evenSum(rest, model)
	for _, c := range rest[e.sum:min(len(rest), e.sum+e.size)] {
		if c.kind == amountCell && !part {
			return false // numbers go on in another way: this was chance
		}
	}
	return true
}

// evenHead counts the cells that look like a head's, -1 where one cannot be.
func (s *splitter) evenHead(cells []evenCell) int {
	headed := 0
	for n, c := range cells {
		t := s.quote(c.span)
		if c.kind != words && c.kind != when || n == 0 && c.kind == when || utf8.RuneCountInString(t) > 18 || strings.ContainsAny(t, "。；，：:;") || strings.HasPrefix(t, "（") || strings.HasPrefix(t, "(") || parseNumber(t).style == box {
			return -1
		}
		if t == "序号" && (n > 1 || n > headed) {
			return -1 // what stands in front of the head is none of its cells
		}
		if headish(t) || yearHead(t) || strings.HasSuffix(t, "）") || strings.HasSuffix(t, ")") {
			headed++
		}
	}
	return headed
}

// counted reports whether a column under no 序号 counts 1, 2, 3: then the columns
// are shifted.
func (s *splitter) counted(e *evenTable) bool {
	first := e.title + e.heads
	for c := range e.size {
		head := s.quote(e.headOf(c))
		if e.cells[first+c].kind != amountCell || strings.HasPrefix(head, "序") || strings.HasPrefix(head, "编号") || strings.Contains(head, "排") {
			continue
		}
		at, counting := first, true
		for n, dropped := range e.dropped {
			if c >= dropped && s.quote(e.cells[at+c-dropped].span) != strconv.Itoa(n+1) {
				counting = false
			}
			at += e.size - dropped
		}
		if counting {
			return true
		}
	}
	return false
}

// oneGroup reports whether the first row alone has the first column, under a head that
// names no groups: then that cell is rather the last of the head.
func (s *splitter) oneGroup(e *evenTable) bool {
	for _, d := range e.dropped[1:] {
		if d == 0 {
			return false
		}
	}
	return len(e.dropped) > 1 && !containsAny(s.quote(e.headOf(0)), "类", "领域", "方面", "维度", "板块", "一级")
}

// evenRow returns how many cells in front a row lacks that is otherwise like the
// model: none, or the labels that stand over several rows. -1 where the cells are
// no such row.
func evenRow(model, cells []evenCell) int {
	for dropped := 0; dropped <= 2 && dropped < len(model)-1; dropped++ {
		if dropped > 0 && (model[dropped-1].kind != words || model[dropped].kind != words && model[dropped].kind != amountCell) {
			return -1
		}
		if evenMatch(model[dropped:], cells) {
			return dropped
		}
	}
	return -1
}

// evenMatch reports whether cells begin with a row like the model: numbers where
// it has numbers, a nature where it has one, a dash anywhere, and behind the name
// at least one number, or words for it where the nature tells the row's end.
func evenMatch(model, cells []evenCell) bool {
	if len(cells) < len(model) {
		return false
	}
	numbers, natures := 0, 0
	for c, m := range model {
		if m.kind == nature && cells[c].kind == nature && c > 1 {
			natures++
		}
		if cells[c].kind == amountCell && c > 0 {
			numbers++
		}
	}
	for c, m := range model {
		kind := cells[c].kind
		if kind == void || m.kind == void || evenNumber(kind) == evenNumber(m.kind) && (kind == nature) == (m.kind == nature) {
			continue
		}
		if natures == 0 || c == 0 || !evenNumber(m.kind) || kind != words {
			return false
		}
	}
	named := cells[0].kind == words || cells[0].kind == when || len(model) > 2 && cells[0].kind == amountCell && cells[1].kind == words
	return named && numbers+natures > 0
}

// evenNumber reports whether a cell stands in a column of numbers.
func evenNumber(k cellKind) bool { return k == amountCell || k == phrase }

// evenSum returns the length of a row of sums, whose label is followed by the
// numbers alone.
func (s *splitter) evenSum(cells, model []evenCell) int {
	n := 1
	for _, m := range model[1:] {
		if m.kind == amountCell {
			n++
		}
	}
	if len(cells) < n {
		return 0
	}
	t := s.quote(cells[0].span)
	if !strings.HasSuffix(t, "合计") && !strings.HasSuffix(t, "总计") && !strings.HasSuffix(t, "小计") {
		return 0
	}
	for _, c := range cells[1:n] {
		if c.kind != amountCell && c.kind != void {
			return 0
		}
	}
	return n
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
