package segment

import (
	"slices"
	"strings"
)

// byIndex cuts the cells into rows at 1, 2, 3, …, or from another number on where the
// table goes on from the page before. grouped says that a group's label may stand in
// front of the number.
func (s *splitter) byIndex(data []piece, grouped bool) [][]piece {
	rows, rest := s.sumRows(data)
	starts := s.indexes(rest)
	if len(starts) == 0 {
		return nil
	}
	grouped = grouped || starts[0] == 1
	for n, from := range starts {
		if n == 0 {
			from = 0
		} else if label := starts[n] - 1; label > starts[n-1]+2 && grouped && rest[label].kind == words && rest[label-1].kind != words {
			from = label // a group's label stands in front of the number
			last := len(rows) - 1
			rows[last] = rows[last][:len(rows[last])-1]
		}
		to := len(rest)
		if n+1 < len(starts) {
			to = starts[n+1]
		}
		row := rest[from:to:to]
		if k := s.sumFrom(row); k > 0 {
			sums, _ := s.sumRows(row[k:])
			rows = append(append(rows, row[:k:k]), sums...)
			continue
		}
		rows = append(rows, row)
	}
	rows[len(rows)-1] = s.lastRow(rows)
	return rows
}

// indexes returns the cells that number the rows. A value that happens to be the next
// number is none: a name stands behind a row's number. Numbers may be left out, two at
// most, where the row in front of the gap is as long as another or ends in a nature.
func (s *splitter) indexes(data []piece) []int {
	first := slices.IndexFunc(data[:min(2, len(data))], func(p piece) bool { return s.index(p) > 0 })
	if first < 0 || first+1 >= len(data) || data[first+1].kind != words {
		return nil
	}
	starts := []int{first}
	sizes := map[int]bool{}
	for number := s.index(data[first]); ; {
		last := starts[len(starts)-1]
		next, found := 0, 0
		for skip := 1; skip <= 3 && next == 0; skip++ {
			for at := last + 2; at+1 < len(data) && at-last <= 24; at++ {
				if s.index(data[at]) == number+skip && data[at+1].kind == words && (skip == 1 || sizes[at-last] || sizes[at-last-1] || data[at-1].kind == nature || data[at-2].kind == nature) {
					next, found = at, number+skip
					break
				}
			}
		}
		if next == 0 {
			return starts
		}
		sizes[next-last] = true
		starts, number = append(starts, next), found
	}
}

// index returns the row number that a cell is alone, 0 where it is none.
func (s *splitter) index(p piece) int {
	t := strings.TrimRight(s.lines[p.first].text(s.text), ".、． ")
	if value, size := figures(t); p.first == p.last && size > 0 && size == len(t) && value < 1000 {
		return int(value)
	}
	return 0
}

// isIndex reports whether a cell is the row number n alone.
func (s *splitter) isIndex(p piece, n int) bool {
	return s.index(p) == n
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

// sumRows cuts the rows of sums, 合计 and 一、产业项目 with their amounts, off the front.
func (s *splitter) sumRows(data []piece) (rows [][]piece, rest []piece) {
	for {
		n := s.sumSize(data)
		if n == 0 {
			return rows, data
		}
		rows, data = append(rows, data[:n:n]), data[n:]
	}
}

// sumSize returns how many cells at the front are a row of sums: a label and amounts alone.
func (s *splitter) sumSize(data []piece) int {
	if len(data) < 2 || data[0].kind != words || data[1].kind != amountCell || s.index(data[1]) > 0 && len(data) > 2 && data[2].kind == words {
		return 0
	}
	t := s.lines[data[0].first].text(s.text)
	if n := s.lines[data[0].first].number.style; n != none && n < arabic || containsAny(t, "合计", "总计", "小计", "共计") {
		n := 1
		for n < len(data) && (data[n].kind == amountCell || data[n].kind == void) && !(s.index(data[n]) > 0 && n+1 < len(data) && data[n+1].kind == words) {
			n++
		}
		return n
	}
	return 0
}

// sumFrom returns the cell behind a row at which rows of sums begin, 0 where none do.
func (s *splitter) sumFrom(row []piece) int {
	for k := 2; k+1 < len(row); k++ {
		if s.sumSize(row[k:]) > 0 {
			return k
		}
	}
	return 0
}
