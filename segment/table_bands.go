package segment

import (
	"strings"
	"unicode/utf8"

	"suyuan/source"
)

// band is what a column of a table that wide gaps part takes of its lines, in columns of
// letters of one width.
type band struct{ from, to int }

func (b band) overlaps(o band) bool { return b.from < o.to && o.from < b.to }

// bandOf returns where a field stands on line k.
func (s *splitter) bandOf(k int, f source.Span) band {
	from := widthOf(s.text[s.lines[k].start:f.Start])
	return band{from, from + widthOf(s.quote(f))}
}

// widthOf returns how wide a text is: a Chinese character is as wide as two letters.
func widthOf(t string) (n int) {
	for i := 0; i < len(t); {
		r, size := utf8.DecodeRuneInString(t[i:])
		if n++; r >= 0x2e80 {
			n++
		}
		i += size
	}
	return n
}

// bands returns what the columns of a table take, as those of rows show that have a field
// for each of them: nil where these are few or stand across each other.
func (s *splitter) bands(rows [][]source.Span, at []int, columns int) []band {
	var out []band
	full := 0
	for n, fields := range rows {
		if len(fields) != columns {
			continue
		}
		full++
		for c, f := range fields {
			b := s.bandOf(at[n], f)
			if c > 0 && f.Start < fields[c-1].End+2 {
				return nil // one blank is no gap
			}
			if full > 1 {
				out[c] = band{min(b.from, out[c].from), max(b.to, out[c].to)}
			} else {
				out = append(out, b)
			}
		}
	}
	for c := 1; c < len(out); c++ {
		if out[c-1].to > out[c].from {
			return nil
		}
	}
	if full < 2 {
		return nil
	}
	return out
}

// columnIn returns the column in which a field stands, -1 where it stands in several or
// as near to one as to another.
func columnIn(bands []band, f band) int {
	hit := -1
	for c, b := range bands {
		if b.overlaps(f) {
			if hit >= 0 {
				return -1
			}
			hit = c
		}
	}
	if hit >= 0 {
		return hit
	}
	far := func(c int) int { return max(bands[c].from-f.to, f.from-bands[c].to) }
	for c := range bands {
		if hit < 0 || far(c) < far(hit) {
			hit = c
		}
	}
	for c := range bands {
		if c != hit && far(c) < 2*far(hit) {
			return -1
		}
	}
	return hit
}

// columnsIn returns the columns in which the fields of line k stand, nil where that cannot
// be said.
func (s *splitter) columnsIn(bands []band, k int, fields []source.Span) []int {
	if bands == nil {
		return nil
	}
	out := make([]int, len(fields))
	for n, f := range fields {
		if out[n] = columnIn(bands, s.bandOf(k, f)); out[n] < 0 || n > 0 && out[n] <= out[n-1] {
			return nil
		}
	}
	return out
}

// inColumns makes a cell for each column, of fields that stand in some of them.
func inColumns(fields []source.Span, columns []int, size int) []Cell {
	cells := make([]Cell, size)
	for c := range cells {
		cells[c].Column = c
	}
	for n, c := range columns {
		cells[c].Span = fields[n]
	}
	return cells
}

// headBands reads a head on two lines by where its words stand: each of the lower ones in
// a column, an upper one over its column or over those behind it that no other is nearer
// to. It returns nil for both where that cannot be said.
func (s *splitter) headBands(rows [][]source.Span, at []int, bands []band) (over, under []Cell) {
	if bands == nil || len(rows) < 4 || len(rows[1]) < 2 && !strings.ContainsAny(s.quote(rows[1][0]), "（）()") || !s.wordsAlone(rows[0]) || !s.wordsAlone(rows[1]) || s.wordsAlone(rows[2]) {
		return nil, nil
	}
	lower := s.columnsIn(bands, at[1], rows[1])
	if lower == nil {
		return nil, nil
	}
	if len(rows[0]) == len(bands) && s.running(rows[1]) {
		return nil, nil // the first row, whose cells run over lines
	}
	under = inColumns(rows[1], lower, len(bands))
	upper := make([]band, len(rows[0]))
	for n, f := range rows[0] {
		upper[n] = s.bandOf(at[0], f)
	}
	left := s.leftward(rows[1:], at[1:], bands)
	last, group := -1, make([]band, len(upper))
	for c, b := range bands {
		n := -1
		if under[c].Span.Len() > 0 {
			b = s.bandOf(at[1], under[c].Span)
			if n = behind(upper, b); !left {
				n = nearest(upper, b)
			}
		} else if n = nearest(upper, b); n < 0 || !upper[n].overlaps(b) {
			return nil, nil // nothing stands over the column
		}
		switch {
		case n < 0:
			return nil, nil
		case n == last && under[c].Span.Len() > 0 && under[c-1].Span.Len() > 0:
		case n == last+1:
			over, last = append(over, Cell{Span: rows[0][n], Column: c}), n
			group[n].from = b.from
		default:
			return nil, nil
		}
		group[n].to = b.to
	}
	for n := range group[:last+1] {
		if off := group[n].from + group[n].to - upper[n].from - upper[n].to; !left && max(off, -off) > 4 && under[over[n].Column].Span.Len() > 0 {
			return nil, nil // it does not stand over their middle
		}
	}
	if last != len(upper)-1 {
		return nil, nil
	}
	return over, under
}

// nearest returns which of the bands has its middle nearest to that of b, -1 where another
// is hardly further away.
func nearest(bands []band, b band) int {
	far := func(n int) int {
		return max(bands[n].from+bands[n].to-b.from-b.to, b.from+b.to-bands[n].from-bands[n].to)
	}
	best := 0
	for n := range bands {
		if far(n) < far(best) {
			best = n
		}
	}
	for n := range bands {
		if n != best && far(n)*4 < far(best)*5+4 {
			return -1
		}
	}
	return best
}

// leftward reports whether all cells of a table begin where their columns do, short ones
// and long ones.
func (s *splitter) leftward(rows [][]source.Span, at []int, bands []band) bool {
	uneven := false
	for n, fields := range rows {
		for c, f := range fields {
			if len(fields) == len(bands) {
				b := s.bandOf(at[n], f)
				if b.from != bands[c].from {
					return false
				}
				uneven = uneven || c > 0 && b.to < bands[c].to
			}
		}
	}
	return uneven
}

// behind returns the last of the bands that begins no further right than b ends, and at
// most a letter behind its beginning.
func behind(bands []band, b band) int {
	best := 0
	for n := range bands {
		if bands[n].from <= b.from+1 || bands[n].overlaps(b) && bands[n].from < (b.from+b.to)/2 {
			best = n
		}
	}
	return best
}

// wordsAlone reports whether fields hold words and years, no amounts and no natures.
func (s *splitter) wordsAlone(fields []source.Span) bool {
	for _, f := range fields {
		if t := s.quote(f); f.Len() > 0 && (kindOf(t) == amountCell && !yearHead(t) || kindOf(t) == nature) {
			return false
		}
	}
	return true
}

// running reports whether fields are rather parts of sentences than words of a head.
func (s *splitter) running(fields []source.Span) bool {
	for _, f := range fields {
		if t := s.quote(f); len(t) > 10*len("字") || strings.ContainsAny(t, "，、。；") {
			return true
		}
	}
	return false
}

// headTorn reports whether words of a head stand on lines under it in a way that cannot be
// read.
func (s *splitter) headTorn(rows [][]source.Span, at []int, bands []band) bool {
	for n := 1; bands != nil && n < len(rows) && n < 6 && s.wordsAlone(rows[n]) && len(rows[n]) < len(bands); n++ {
		for _, f := range rows[n] {
			if columnIn(bands, s.bandOf(at[n], f)) > 1 && !s.running(rows[n]) {
				return true
			}
		}
	}
	return false
}
