package segment

import (
	"strings"

	"suyuan/source"
)

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
