package segment

import (
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
