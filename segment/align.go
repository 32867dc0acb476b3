package segment

import "suyuan/source"

// What it costs to read a row in a way that does not fit: cheaper ways win.
const (
	never     = 1000
	skipCost  = 2 // a column left empty
	labelCost = 1 // a column of words in front of another one left empty: a group goes on
	joinCost  = 1 // a name broken over lines
)

// align puts the cells on the lines of row into columns, from left to right, so
// that each fits its column's kind as well as can be. Where a lone number fits
// two columns it goes to the later one: in a table of targets the value of the
// start may be missing, the target never is.
func (s *splitter) align(row []int, types []cellKind) gridRow {
	m, n := len(row), len(types)
	// best[i][c]: least cost of the first i lines with the last of them in column c
	best := make([][]int, m+1)
	from := make([][]int, m+1)
	for i := range best {
		best[i] = make([]int, n+1)
		from[i] = make([]int, n+1)
		for c := range best[i] {
			best[i][c] = never * never
		}
	}
	best[0][0] = 0 // column c stands at c+1
	for i := 1; i <= m; i++ {
		kind, width := s.kind(row[i-1]), s.lines[row[i-1]].width
		for c := 1; c <= n; c++ {
			fit := misfit(kind, width, types[c-1], m == n && i == c)
			if join := best[i-1][c] + joining(kind, types[c-1]); i > 1 && join+fit < best[i][c] {
				best[i][c], from[i][c] = join+fit, c
			}
			skipped := 0
			for p := c - 1; p >= 0; p-- {
				if cost := best[i-1][p] + skipped + fit; cost < best[i][c] {
					best[i][c], from[i][c] = cost, p
				}
				if p > 0 {
					skipped += skipping(types, p-1)
				}
			}
		}
	}
	end, least, skipped := n, never*never, 0
	for c := n; c > 0; c-- {
		if cost := best[m][c] + skipped; cost < least {
			end, least = c, cost
		}
		skipped += skipping(types, c-1)
	}
	column := make([]int, m)
	for i, c := m, end; i > 0; i-- {
		column[i-1] = c - 1
		c = from[i][c]
	}
	return s.fill(row, column, n)
}

// fill makes a row of lines and their columns; a column without a line gets an empty cell.
func (s *splitter) fill(row, column []int, n int) gridRow {
	r := gridRow{first: row[0], last: row[len(row)-1]}
	at, i := int(s.lines[row[0]].head), 0
	for c := 0; c < n; c++ {
		cell := Cell{Span: source.Span{Start: at, End: at}, Column: c}
		from := i
		for i < len(row) && column[i] == c {
			i++
		}
		if i > from {
			cell = s.cell(row[from], row[i-1], c)
			at = cell.Span.End
		}
		r.cells = append(r.cells, cell)
	}
	return r
}

func skipping(types []cellKind, c int) int {
	switch {
	case types[c] == indexCell:
		return 9
	case types[c] == words && c+1 < len(types) && types[c+1] == words:
		return labelCost
	}
	return skipCost
}

func joining(kind, column cellKind) int {
	switch {
	case column == words && kind == words:
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
	case inOrder:
		return 1
	case kind == amountCell:
		return 3
	}
	return 4
}
