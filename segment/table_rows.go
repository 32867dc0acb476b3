package segment

// piece is one cell of a table given one cell a line; a cell broken over lines has several.
type piece struct {
	first, last int
	kind        cellKind
}

func valuesOnly(cells []piece) bool {
	for _, c := range cells {
		if c.kind != amountCell && c.kind != void && c.kind != phrase {
			return false
		}
	}
	return true
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

// byValue cuts the cells into rows by what they hold.
func byValue(data []piece) [][]piece {
	natures := 0
	for _, p := range data {
		if p.kind == nature {
			natures++
		}
	}
	if natures >= 2 {
		return byNature(data)
	}
	return byTurn(data)
}

// byNature cuts the cells into rows behind each 预期性 or 约束性; where a row has
// none it is cut where a name follows a value.
func byNature(data []piece) [][]piece {
	var rows [][]piece
	from := 0
	for at, p := range data {
		if p.kind == nature {
			rows = append(rows, data[from:at+1:at+1])
			from = at + 1
		}
	}
	size := commonSize(rows)
	var out [][]piece
	for _, r := range rows {
		if len(r) > size+2 {
			out = append(out, byTurn(r)...)
		} else {
			out = append(out, r)
		}
	}
	return out
}

// byTurn cuts the cells into rows where a name follows a value.
func byTurn(data []piece) [][]piece {
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
