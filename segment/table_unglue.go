package segment

import (
	"strconv"
	"strings"

	"suyuan/source"
)

// unglue parts two values that were run together, 61.875 for 61.8 and 75, where
// only one way is likely and the other rows have a value in each column. Where
// more ways are, neither is a cell: better unread than read wrong.
func (f *flatTable) unglue(g *grid) {
	f.single = false
	for n := range g.rows[1:] {
		if r := &g.rows[n+1]; f.gluedCell(r) < 0 && f.lacking(r) {
			f.single = true
		}
	}
	for n := range g.rows[1:] {
		r := &g.rows[n+1]
		if c := f.gluedCell(r); c >= 0 {
			f.part(r, c)
		}
	}
}

// lacking reports whether a row has no value in a column of amounts.
func (f *flatTable) lacking(r *gridRow) bool {
	for c, k := range f.types {
		if k == amountCell && c < len(r.cells) && r.cells[c].Span.Len() == 0 {
			return true
		}
	}
	return false
}

// gluedCell returns the only value of a row that should have two, where it is
// digits that may be two numbers; else -1.
func (f *flatTable) gluedCell(r *gridRow) int {
	only, empty := -1, 0
	for c, k := range f.types {
		if k != amountCell || c >= len(r.cells) {
			continue
		}
		t := f.s.quote(r.cells[c].Span)
		switch rest := strings.TrimLeft(t, "0123456789."); {
		case t == "":
			empty++
		case len(rest) < len(t)-1 && (rest == "" || strings.HasPrefix(rest, "以")):
			only = c
		default:
			return -1
		}
	}
	if empty != 1 || only < 1 || f.types[only-1] != amountCell {
		return -1
	}
	return only
}

// part divides the glued value of column c between it and the column before.
func (f *flatTable) part(r *gridRow, c int) {
	span := r.cells[c].Span
	t := f.s.quote(span)
	digits := len(t) - len(strings.TrimLeft(t, "0123456789."))
	var ways []int
	for k := 1; k < digits; k++ {
		if oneNumber(t[:k]) && oneNumber(t[k:digits]) && likely(t[:k], t[k:digits]) {
			ways = append(ways, k)
		}
	}
	switch {
	case len(ways) == 0 && oneNumber(t[:digits]) && decimalsOf(t) <= 2:
		return // one value, the other is missing
	case len(ways) != 1 || f.single:
		r.cells[c].Span = source.Span{}
		return
	}
	at := span.Start + ways[0]
	r.cells[c-1].Span = source.Span{Start: span.Start, End: at}
	r.cells[c].Span = source.Span{Start: at, End: span.End}
}

// likely reports whether one indicator may have the values a and b in two years:
// neither grows more than twelvefold nor falls to less than two fifths, and
// neither has more than two decimals.
func likely(a, b string) bool {
	x, _ := strconv.ParseFloat(a, 64)
	y, _ := strconv.ParseFloat(b, 64)
	return x > 0 && y >= x*0.4 && y <= x*12 && decimalsOf(a) <= 2 && decimalsOf(b) <= 2
}

// oneNumber reports whether t is one number as it is written: 0.5, 12, but not 05, 5. or 1.2.3.
func oneNumber(t string) bool {
	if strings.Count(t, ".") > 1 || t[0] == '.' || t[len(t)-1] == '.' {
		return false
	}
	return t[0] != '0' || len(t) == 1 || t[1] == '.'
}

// decimalsOf counts the digits behind the point of the first number in t.
func decimalsOf(t string) int {
	k := strings.IndexByte(t, '.')
	if k < 0 {
		return 0
	}
	n := 0
	for k+1+n < len(t) && t[k+1+n] >= '0' && t[k+1+n] <= '9' {
		n++
	}
	return n
}

// sound reports whether nearly every row has a name and a value.
func (f *flatTable) sound(g *grid) bool {
	good := 0
	for n := range g.rows[1:] {
		named, valued := false, false
		for c, cell := range g.rows[n+1].cells {
			if cell.Span.Len() > 0 && c < len(f.types) {
				named = named || f.types[c] == words
				valued = valued || f.types[c] == amountCell
			}
		}
		valued = valued || hasValue(f.s.text[g.rows[n+1].from:f.s.lines[g.rows[n+1].last].to])
		if named && valued {
			good++
		}
	}
	return good*4 >= 3*(len(g.rows)-1)
}
