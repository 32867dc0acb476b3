package segment

// What it costs to read a row in a way that does not fit: cheaper ways win.
const (
	never     = 1 << 20
	skipCost  = 2 // a column left empty
	labelCost = 1 // a column of words in front of another one left empty: a group goes on
	joinCost  = 1 // a name broken over lines
)

// align puts the cells on the lines of row into columns, from left to right, so
// that each fits its column's kind as well as can be. Where a lone number fits
// two columns it goes to the later one: in a table of targets the value of the
// start may be missing, the target never is.
func (s *splitter) align(row []piece, types []cellKind) gridRow {
	kinds := make([]cellKind, len(row))
	widths := make([]int32, len(row))
	for n, p := range row {
		kinds[n], widths[n] = p.kind, s.lines[p.first].width
	}
	return s.fill(row, fit(kinds, widths, types), len(types))
}

// fit returns the column of each cell: the cheapest way to read them in order.
func fit(kinds []cellKind, widths []int32, types []cellKind) []int {
	m, n := len(kinds), len(types)
	// best[i][c]: least cost of the first i cells with the last of them in column c-1
	best := make([][]int, m+1)
	from := make([][]int, m+1)
	for i := range best {
		best[i] = make([]int, n+1)
		from[i] = make([]int, n+1)
		for c := range best[i] {
			best[i][c] = never
		}
	}
	best[0][0] = 0
	for i := 1; i <= m; i++ {
		for c := 1; c <= n; c++ {
			bad := misfit(kinds[i-1], widths[i-1], types[c-1], m == n && i == c)
			if join := best[i-1][c] + joining(kinds[i-1], types[c-1]) + bad; i > 1 && join < best[i][c] {
				best[i][c], from[i][c] = join, c
			}
			skipped := 0
			for p := c - 1; p >= 0; p-- {
				if cost := best[i-1][p] + skipped + bad; cost < best[i][c] {
					best[i][c], from[i][c] = cost, p
				}
				if p > 0 {
					skipped += skipping(types, p-1)
				}
			}
		}
	}
	end, least, skipped := n, never, 0
	for c := n; c > 0; c-- {
		if cost := best[m][c] + skipped; cost < least {
			end, least = c, cost
		}
		skipped += skipping(types, c-1)
	}
	column := make([]int, m)
	for i, c := m, end; i > 0; i-- {
		column[i-1] = max(c-1, 0)
		c = from[i][c]
	}
	return column
}

// fill makes a row of cells and their columns; a column without one gets an empty cell.
func (s *splitter) fill(row []piece, column []int, n int) gridRow {
	r := gridRow{first: row[0].first, last: row[len(row)-1].last, from: int(s.lines[row[0].first].from)}
	i := 0
	for c := range n {
		from := i
		for i < len(row) && column[i] == c {
			i++
		}
		if i > from {
			r.cells = append(r.cells, s.cell(row[from].first, row[i-1].last, c))
		} else {
			r.cells = append(r.cells, Cell{Column: c})
		}
	}
	return r
}

func skipping(types []cellKind, c int) int {
	switch {
	case types[c] == indexCell:
		return 9
	case types[c] == words && c+1 < len(types) && types[c+1] == unitCell:
		return 5
	case types[c] == words && c+1 < len(types) && types[c+1] == words:
		return labelCost
	}
	return skipCost
}

func joining(kind, column cellKind) int {
	switch {
	case column == words && kind <= when:
		return joinCost
	case column == amountCell && kind == amountCell:
		return 5
	case column == indexCell || column == nature:
		return 9
	}
	return 6
}

// misfit says how badly a cell fits a column.
func misfit(kind cellKind, width int32, column cellKind, inOrder bool) int {
	switch {
	case kind == column || kind == void:
		return 0
	case column == indexCell:
		if kind == amountCell {
			return 0
		}
		return 9
	case column == unitCell:
		if kind == words && width <= 6 {
			return 0
		}
		return 3
	case kind == nature || column == nature:
		return 6
	case kind == phrase || kind == when:
		if column == amountCell && kind == phrase || column == words {
			return 1
		}
		return 2
	case column == when:
		return 2
	case inOrder:
		return 1
	case kind == amountCell:
		return 3
	}
	return 4
}
