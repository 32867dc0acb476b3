package segment

import "strings"

// most cells that a table without lines and marks may have.
const mostCells = 20000

// piece is one cell of a table given one cell a line; a cell broken over lines has several.
type piece struct {
	first, last int
	kind        cellKind
}

// column finds a table given one cell a line: 序号 / 指标 / 2020年 / … / 1 / ….
func (s *splitter) column(i int) *grid {
	if !s.headLine(i) {
		return s.unnamed(i)
	}
	heads, indexed := s.headLines(i)
	if len(heads) < 3 {
		return nil
	}
	lines := s.dataLines(s.next(heads[len(heads)-1]+1), s.lines[i].text(s.text))
	if len(lines) > 0 {
		s.reach = lines[len(lines)-1]
	}
	data := s.pieces(lines)
	var rows [][]piece
	if indexed {
		rows = s.byIndex(data)
	} else {
		rows = byValue(data)
	}
	if len(rows) < 2 {
		return nil
	}
	return s.assemble(heads, rows)
}

// unnamed finds a table under a line that names one, 2024年任务分解表 or 单位：座,
// whose head says nothing that only a head says: 乡（镇） / 新建 / 改造 / 合计. The
// head has as many cells as stand in front of the first value, less a name.
func (s *splitter) unnamed(i int) *grid {
	if l := &s.lines[i]; l.width > 12 || l.ending == closed || l.number.style != none || l.tabs || !s.underName(i) {
		return nil
	}
	lines := s.dataLines(i, "")
	first := 0
	for first < len(lines) && first < 24 && kindOf(s.lines[lines[first]].text(s.text)) == words {
		first++
	}
	size := first - 1
	if size < 2 || len(lines) < 3*size {
		return nil
	}
	s.reach = lines[len(lines)-1]
	var rows [][]piece
	for at := size; at+size <= len(lines); at += size {
		var row []piece
		for _, k := range lines[at : at+size] {
			row = append(row, piece{k, k, kindOf(s.lines[k].text(s.text))})
		}
		if row[0].kind != words || !valuesOnly(row[1:]) {
			break
		}
		rows = append(rows, row)
	}
	if len(rows) < 2 {
		return nil
	}
	return s.assemble(lines[:size], rows)
}

func valuesOnly(cells []piece) bool {
	for _, c := range cells {
		if c.kind != amountCell && c.kind != void && c.kind != phrase {
			return false
		}
	}
	return true
}

// underName reports whether the line above line i names a table or gives its unit.
func (s *splitter) underName(i int) bool {
	k := s.previous(i - 1)
	if k < 0 {
		return false
	}
	t := s.lines[k].text(s.text)
	return unitLine(t) || tableName(t) || len(t) < 150 && strings.HasSuffix(strings.TrimRight(t, "）)"), "表")
}

// headLine reports whether line i can be the first cell of a table's head.
func (s *splitter) headLine(i int) bool {
	l := &s.lines[i]
	return l.role == plain && l.width <= 12 && l.ending == cut && l.number.style == none && !l.tabs && headish(l.text(s.text)) && !yearHead(l.text(s.text))
}

// headLines returns the lines of the head that begins on line i, and whether
// its rows are numbered.
func (s *splitter) headLines(i int) (heads []int, indexed bool) {
	valued := false
	for k := i; k < len(s.lines) && len(heads) < 24; k = s.next(k + 1) {
		l := &s.lines[k]
		t := l.text(s.text)
		if l.role != plain || l.width > 20 || l.ending == closed || t == "1" || kindOf(t) == nature || k > i && t == s.lines[i].text(s.text) {
			break
		}
		if !indexed && !(headish(t) && !(valued && nameHead(t))) && !(len(heads) > 0 && headTail(s.lines[heads[len(heads)-1]].text(s.text), t)) {
			break
		}
		valued = valued || headKind(t) == amountCell
		heads = append(heads, k)
		indexed = indexed || strings.HasPrefix(t, "序") || t == "编号"
	}
	return heads, indexed
}

// nameHead reports whether t rather names what a row is about than what a column holds.
func nameHead(t string) bool {
	for _, w := range [...]string{"备注", "属性", "性质", "责任", "牵头", "配合", "年均", "增速", "增长", "增幅", "累计", "类型", "完成", "目标", "预期", "现状", "单位", "数据", "指标属性", "指标性质", "权重", "分值", "时限", "主管", "进度", "“十", "十"} {
		if strings.HasPrefix(t, w) {
			return false
		}
	}
	return t != "指标" && !yearHead(t) // 指标 / 属性 is a head over two lines
}

// dataLines returns the lines from i on that can be cells: up to a heading,
// running text, or the first word of the head, which comes again on the next page.
func (s *splitter) dataLines(i int, head string) []int {
	var out []int
	for k := i; k < len(s.lines) && len(out) < mostCells; k = s.next(k + 1) {
		l := &s.lines[k]
		if l.role != plain || l.depth > 0 || l.width > 300 || l.tabs || l.ending == closed && l.stop < l.tail && l.width > 60 || remarkLine(l.text(s.text)) || l.text(s.text) == head || strings.Contains(l.text(s.text), "续表") {
			break
		}
		if n := l.number; n.style != none && n.style <= hanIn && l.head+n.length < l.tail && len(out) > 0 && kindOf(s.lines[out[len(out)-1]].text(s.text)) != words || n.style == box || n.style == chapter || n.style == part {
			break
		}
		out = append(out, k)
	}
	return out
}

// pieces makes cells of lines. Where blank lines part nearly all cells, lines
// without one between them are one cell.
func (s *splitter) pieces(lines []int) []piece {
	parted := 0
	for n := 1; n < len(lines); n++ {
		if lines[n] > lines[n-1]+1 {
			parted++
		}
	}
	loose := parted*10 >= 8*(len(lines)-1)
	out := make([]piece, 0, len(lines))
	for n, k := range lines {
		if loose && n > 0 && k == lines[n-1]+1 && len(out) > 0 {
			last := &out[len(out)-1]
			last.last = k
			last.kind = s.kindAt(s.cell(last.first, k, 0).Span)
			continue
		}
		out = append(out, piece{k, k, kindOf(s.lines[k].text(s.text))})
	}
	return out
}

// byIndex cuts the cells into rows at 1, 2, 3, …. A value that happens to be the
// next number is none: a name stands behind a row's number.
func (s *splitter) byIndex(data []piece) [][]piece {
	var starts []int
	for at := 0; at+1 < len(data); at++ {
		if s.isIndex(data[at], len(starts)+1) && data[at+1].kind == words {
			if len(starts) > 0 && at-starts[len(starts)-1] > 24 {
				break
			}
			starts = append(starts, at)
		}
	}
	if len(starts) == 0 || starts[0] > 1 {
		return nil
	}
	rows := make([][]piece, 0, len(starts))
	for n, from := range starts {
		if n == 0 {
			from = 0
		} else if label := starts[n] - 1; label > starts[n-1]+2 && starts[0] == 1 && data[label].kind == words && data[label-1].kind != words {
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

// isIndex reports whether a cell is the row number n alone.
func (s *splitter) isIndex(p piece, n int) bool {
	t := strings.TrimRight(s.lines[p.first].text(s.text), ".、． ")
	value, size := figures(t)
	return p.first == p.last && size > 0 && size == len(t) && int(value) == n
}

// lastRow ends the last row where the others end: at its nature, or at as many
// cells as they have.
func (s *splitter) lastRow(rows [][]piece) []piece {
	row := rows[len(rows)-1]
	most := 0
	natured := false
	for _, r := range rows[:len(rows)-1] {
		most = max(most, len(r))
		natured = natured || r[len(r)-1].kind == nature
	}
	if len(rows) == 1 {
		return row
	}
	for n, p := range row {
		if natured && p.kind == nature {
			return row[:n+1]
		}
		if l := &s.lines[p.first]; n > 1 && l.stop > 0 && l.width > 60 {
			return row[:n]
		}
	}
	return row[:min(len(row), most)]
}

// byValue cuts the cells into rows where a name follows a value.
func byValue(data []piece) [][]piece {
	var rows [][]piece
	from, valued := 0, false
	for at, p := range data {
		if p.kind == words && valued {
			rows = append(rows, data[from:at:at])
			from, valued = at, false
		}
		valued = valued || p.kind != words
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
func (s *splitter) assemble(heads []int, rows [][]piece) *grid {
	size := commonSize(rows)
	groups := s.mergeHeads(heads, size)
	columns := max(len(groups), size)
	if columns > 24 {
		return nil
	}
	shift := 0
	if columns == len(groups)+1 && s.isIndex(rows[0][0], 1) && !strings.HasPrefix(s.lines[heads[0]].text(s.text), "序") {
		shift = 1 // the numbers have no head
	}
	g := &grid{columns: columns}
	head := gridRow{first: heads[0], last: heads[len(heads)-1], from: int(s.lines[heads[0]].from)}
	for c, span := range groups {
		head.cells = append(head.cells, s.cell(span[0], span[1], c+shift))
	}
	g.rows = append(g.rows, head)
	types := s.columnTypes(groups, rows, columns, shift)
	for _, row := range rows {
		g.rows = append(g.rows, s.align(row, types))
	}
	last := rows[len(rows)-1]
	g.end = last[len(last)-1].last + 1
	return s.finish(g, 1)
}

// commonSize returns how many cells most rows have, the larger where two sizes are as common.
func commonSize(rows [][]piece) int {
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
func (s *splitter) columnTypes(groups [][2]int, rows [][]piece, columns, shift int) []cellKind {
	types := make([]cellKind, columns)
	for c := range types {
		var count [cellKinds]int
		for _, r := range rows {
			if len(r) == columns {
				count[r[c].kind]++
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
	case strings.Contains(t, "年限") || strings.Contains(t, "时限") || strings.HasSuffix(t, "建设期") || strings.Contains(t, "起止"):
		return when
	case strings.Contains(t, "投资") || strings.Contains(t, "资金"):
		return amountCell
	case yearHead(t) || strings.HasSuffix(t, "值") || strings.HasSuffix(t, "目标") || strings.Contains(t, "增") || strings.HasSuffix(t, "数"):
		return amountCell
	}
	return words
}

// markLabels marks the cells of the columns that name groups of rows: words in
// front of other words, with a cell empty where the group goes on.
func (s *splitter) markLabels(g *grid, types []cellKind) {
	for c := 0; c+1 < len(types); c++ {
		if types[c] != words {
			continue
		}
		if types[c+1] != words {
			return
		}
		empty, above := 0, false
		for _, r := range g.rows[g.heads:] {
			switch {
			case c >= len(r.cells):
			case r.cells[c].Span.Len() > 0:
				above = true
			case above && c+1 < len(r.cells) && r.cells[c+1].Span.Len() > 0:
				empty++
			}
		}
		if empty == 0 {
			return // labels stand to the left of the names
		}
		for _, r := range g.rows[g.heads:] {
			if c < len(r.cells) && r.cells[c].Span.Len() > 0 {
				r.cells[c].Head = true
			}
		}
	}
}
