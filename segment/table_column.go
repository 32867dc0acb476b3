package segment

import "strings"

// most cells that a table without lines and marks may have.
const mostCells = 20000

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
		rows = s.byIndex(data, !strings.HasPrefix(s.lines[i].text(s.text), "序") && s.lines[i].text(s.text) != "编号")
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

// underName reports whether the line above line i names a table or gives its unit.
func (s *splitter) underName(i int) bool {
	k := s.previous(i - 1)
	if k < 0 {
		return false
	}
	t := s.lines[k].text(s.text)
	return unitLine(t) || tableName(t) || len(t) < 150 && strings.HasSuffix(strings.TrimRight(t, "）)"), "表")
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
		if n := l.number; n.style != none && n.style <= hanIn && l.head+n.length < l.tail && len(out) > 0 && kindOf(s.lines[out[len(out)-1]].text(s.text)) != words && !s.sumLine(k) || n.style == box || n.style == chapter || n.style == part {
			break
		}
		out = append(out, k)
	}
	return out
}

// sumLine reports whether line k is the label of a row of sums: an amount is under it.
func (s *splitter) sumLine(k int) bool {
	next := s.next(k + 1)
	return next < len(s.lines) && s.lines[next].role == plain && kindOf(s.lines[next].text(s.text)) == amountCell && !rowNumber(s.lines[next].text(s.text))
}

// sumRow puts the amounts of a row of sums into the columns of amounts, if it has as many.
func (s *splitter) sumRow(row []piece, types []cellKind) gridRow {
	r := gridRow{first: row[0].first, last: row[len(row)-1].last, from: int(s.lines[row[0].first].from)}
	label, n := false, 1
	for c, t := range types {
		cell := Cell{Column: c}
		switch {
		case t == words && !label:
			label, cell = true, s.cell(row[0].first, row[0].last, c)
		case t == amountCell && n < len(row):
			cell = s.cell(row[n].first, row[n].last, c)
			n++
		case t == amountCell:
			n++
		}
		r.cells = append(r.cells, cell)
	}
	if !label || n != len(row) {
		r.mixed, r.cells = true, []Cell{s.cell(r.first, r.last, 0)}
	}
	return r
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
	offices := 0
	for _, c := range head.cells {
		if containsAny(s.quote(c.Span), "牵头", "配合", "责任单位", "责任部门", "协办") {
			offices++
		}
	}
	types := s.columnTypes(groups, rows, columns, shift)
	for _, row := range rows {
		if s.sumSize(row) == len(row) && len(row) > 1 {
			g.rows = append(g.rows, s.sumRow(row, types))
			continue
		}
		r := s.align(row, types)
		r.mixed = offices > 1 && len(row) < columns // whether 牵头单位 or 配合单位 lacks its cell
		g.rows = append(g.rows, r)
	}
	g.mixed = s.parted(head.cells) || shift == 0 && columns > len(groups) // the head begins further up
	last := rows[len(rows)-1]
	g.end = last[len(last)-1].last + 1
	return s.finish(g, 1)
}
