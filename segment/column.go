package segment

import "strings"

// most cells that a table without lines and marks may have.
const mostCells = 20000

// column finds a table given one cell a line: 序号 / 指标 / 2020年 / … / 1 / ….
func (s *splitter) column(i int) *grid {
	if !s.headLine(i) {
		return nil
	}
	heads, indexed := s.headLines(i)
	if len(heads) < 3 {
		return nil
	}
	data := s.dataLines(s.next(heads[len(heads)-1] + 1))
	var rows [][]int
	if indexed {
		rows = s.byIndex(data)
	} else {
		rows = s.byValue(data)
	}
	if len(rows) < 2 {
		return nil
	}
	return s.assemble(heads, rows)
}

// headLine reports whether line i can be the first cell of a table's head.
func (s *splitter) headLine(i int) bool {
	l := &s.lines[i]
	return l.role == plain && l.width <= 12 && l.ending == cut && l.number.style == none && !l.tabs && headish(l.text(s.text)) && !yearHead(l.text(s.text))
}

// headLines returns the lines of the head that begins on line i, and whether
// its rows are numbered.
func (s *splitter) headLines(i int) (heads []int, indexed bool) {
	for k := i; k < len(s.lines) && len(heads) < 24; k = s.next(k + 1) {
		l := &s.lines[k]
		t := l.text(s.text)
		if l.role != plain || l.width > 20 || l.ending == closed || t == "1" || kindOf(t) == nature {
			break
		}
		if !indexed && !headish(t) && !(len(heads) > 0 && headTail(s.lines[heads[len(heads)-1]].text(s.text), t)) {
			break
		}
		heads = append(heads, k)
		indexed = indexed || strings.HasPrefix(t, "序") || t == "编号"
	}
	return heads, indexed
}

// dataLines returns the lines from i on that can be cells: up to a heading or running text.
func (s *splitter) dataLines(i int) []int {
	var out []int
	for k := i; k < len(s.lines) && len(out) < mostCells; k = s.next(k + 1) {
		l := &s.lines[k]
		if l.role != plain || l.depth > 0 || l.width > 300 || l.tabs || l.ending == closed && l.stop < l.tail && l.width > 60 {
			break
		}
		if n := l.number; n.style != none && n.style <= hanIn && l.head+n.length < l.tail && len(out) > 0 && kindOf(s.lines[out[len(out)-1]].text(s.text)) != words || n.style == box || n.style == chapter || n.style == part {
			break
		}
		out = append(out, k)
	}
	return out
}

func (s *splitter) kind(k int) cellKind { return kindOf(s.lines[k].text(s.text)) }

// byIndex cuts the cells into rows at 1, 2, 3, …. A value that happens to be the
// next number is none: a name stands behind a row's number.
func (s *splitter) byIndex(data []int) [][]int {
	var starts []int
	for at := 0; at+1 < len(data); at++ {
		if s.isIndex(data[at], len(starts)+1) && s.kind(data[at+1]) == words {
			if len(starts) > 0 && at-starts[len(starts)-1] > 24 {
				break
			}
			starts = append(starts, at)
		}
	}
	if len(starts) == 0 || starts[0] > 1 {
		return nil
	}
	rows := make([][]int, 0, len(starts))
	for n, from := range starts {
		if n == 0 {
			from = 0
		} else if label := starts[n] - 1; label > starts[n-1]+2 && starts[0] == 1 && s.kind(data[label]) == words && s.kind(data[label-1]) != words {
			from = label // a group's label stands in front of the number
			rows[n-1] = rows[n-1][:len(rows[n-1])-1]
		}
		to := len(data)
		if n+1 < len(starts) {
			to = starts[n+1]
		}
		rows = append(rows, data[from:to:to])
	}
	rows[len(rows)-1] = s.lastRow(rows)
	return rows
}

// isIndex reports whether line k is the row number n alone.
func (s *splitter) isIndex(k, n int) bool {
	t := strings.TrimRight(s.lines[k].text(s.text), ".、． ")
	value, size := figures(t)
	return size > 0 && size == len(t) && int(value) == n
}

// lastRow ends the last row where the others end: at its nature, or at as many
// cells as they have.
func (s *splitter) lastRow(rows [][]int) []int {
	row := rows[len(rows)-1]
	most := 0
	natured := false
	for _, r := range rows[:len(rows)-1] {
		most = max(most, len(r))
		natured = natured || s.kind(r[len(r)-1]) == nature
	}
	if len(rows) == 1 {
		return row
	}
	for n, k := range row {
		if natured && s.kind(k) == nature {
			return row[:n+1]
		}
		if n > 1 && s.lines[k].stop > 0 && s.lines[k].width > 60 {
			return row[:n]
		}
	}
	return row[:min(len(row), most)]
}

// byValue cuts the cells into rows where a name follows a value.
func (s *splitter) byValue(data []int) [][]int {
	var rows [][]int
	from, valued := 0, false
	for at, k := range data {
		kind := s.kind(k)
		if kind == words && valued {
			rows = append(rows, data[from:at:at])
			from, valued = at, false
		}
		if kind == amountCell || kind == nature || kind == void {
			valued = true
		}
		if at-from > 12 {
			break
		}
	}
	if valued {
		rows = append(rows, data[from:])
	}
	for len(rows) > 0 && len(rows[len(rows)-1]) > 12 {
		rows = rows[:len(rows)-1]
	}
	return rows
}

// assemble makes a grid of a head and rows: as many columns as most rows have
// cells, each cell in the column that fits its kind.
func (s *splitter) assemble(heads []int, rows [][]int) *grid {
	size := commonSize(rows)
	groups := s.mergeHeads(heads, size)
	columns := max(len(groups), size)
	shift := 0
	if columns == len(groups)+1 && s.isIndex(rows[0][0], 1) && !strings.HasPrefix(s.lines[heads[0]].text(s.text), "序") {
		shift = 1 // the numbers have no head
	}
	if columns > 24 {
		return nil
	}
	g := &grid{heads: 1, columns: columns}
	head := gridRow{first: heads[0], last: heads[len(heads)-1]}
	for c, span := range groups {
		cell := s.cell(span[0], span[1], c+shift)
		cell.Head = true
		head.cells = append(head.cells, cell)
	}
	g.rows = append(g.rows, head)
	types := s.columnTypes(groups, rows, columns, shift)
	for _, row := range rows {
		g.rows = append(g.rows, s.align(row, types))
	}
	g.end = rows[len(rows)-1][len(rows[len(rows)-1])-1] + 1
	s.markLabels(g, types)
	return g
}

// commonSize returns how many cells most rows have, the larger where two sizes are as common.
func commonSize(rows [][]int) int {
	var count [64]int
	best := 0
	for _, r := range rows {
		if n := len(r); n < len(count) {
			if count[n]++; count[n] > count[best] || count[n] == count[best] && n > best {
				best = n
			}
		}
	}
	return best
}

// mergeHeads joins head cells that are broken over lines until there are as many as columns.
func (s *splitter) mergeHeads(heads []int, columns int) [][2]int {
	out := make([][2]int, 0, len(heads))
	for _, k := range heads {
		out = append(out, [2]int{k, k})
	}
	for n := 1; n < len(out) && len(out) > columns; {
		before := s.text[s.lines[out[n-1][0]].head:s.lines[out[n-1][1]].tail]
		if headTail(before, s.lines[out[n][0]].text(s.text)) {
			out[n-1][1] = out[n][1]
			out = append(out[:n], out[n+1:]...)
			continue
		}
		n++
	}
	return out
}

// columnTypes says what each column holds, by its head and by the rows that have a cell for each.
func (s *splitter) columnTypes(groups [][2]int, rows [][]int, columns, shift int) []cellKind {
	types := make([]cellKind, columns)
	for c := range types {
		var count [6]int
		for _, r := range rows {
			if len(r) == columns {
				count[s.kind(r[c])]++
			}
		}
		best := words
		for k := words; k < void; k++ {
			if count[k] > count[best] {
				best = k
			}
		}
		t := ""
		if c >= shift && c-shift < len(groups) {
			t = s.text[s.lines[groups[c-shift][0]].head:s.lines[groups[c-shift][1]].tail]
		}
		if count[words]+count[amountCell]+count[nature] == 0 {
			best = headKind(t)
		}
		switch {
		case strings.HasPrefix(t, "序") || t == "编号" || c == 0 && shift == 1:
			best = indexCell
		case best == words && (t == "单位" || t == "计量单位"):
			best = unitCell
		}
		types[c] = best
	}
	return types
}

// headKind guesses from a column's head what it holds.
func headKind(t string) cellKind {
	switch {
	case strings.Contains(t, "属性") || strings.Contains(t, "性质"):
		return nature
	case yearHead(t) || strings.HasSuffix(t, "值") || strings.HasSuffix(t, "目标") || strings.Contains(t, "增") || strings.HasSuffix(t, "数"):
		return amountCell
	}
	return words
}

// markLabels marks the cells of the columns that name groups of rows: words in
// front of other words, with a cell empty where the group goes on.
func (s *splitter) markLabels(g *grid, types []cellKind) {
	for c := 0; c+1 < len(types); c++ {
		if types[c] != words || types[c+1] != words {
			continue
		}
		empty := 0
		for _, r := range g.rows[1:] {
			if r.cells[c].Span.Len() == 0 {
				empty++
			}
		}
		if empty == 0 {
			continue
		}
		for _, r := range g.rows[1:] {
			if r.cells[c].Span.Len() > 0 {
				r.cells[c].Head = true
			}
		}
	}
}
