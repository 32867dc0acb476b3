package segment

import (
	"slices"
	"strings"

	"suyuan/source"
)

// regular puts fields into columns: by their order where there are as many as
// columns, else by their kinds.
func (s *splitter) regular(rows [][]source.Span, at []int, tabs bool) *grid {
	columns := 0
	for _, r := range rows {
		columns = max(columns, len(r))
	}
	if tabs && indented(rows) {
		columns--
		for n := range rows {
			rows[n] = rows[n][1:]
		}
	}
	if columns > 64 || columns < 2 {
		return nil
	}
	g := &grid{columns: columns, end: at[len(at)-1] + 1}
	var types []cellKind
	var bands []band
	heads := -1
	if !tabs && slices.ContainsFunc(rows, func(r []source.Span) bool { return len(r) != columns }) {
		if bands = s.bands(rows, at, columns); bands != nil {
			types = s.fieldTypes(rows, columns)
		}
	}
	if over, under := s.headBands(rows, at, bands); over != nil {
		for n, cells := range [][]Cell{over, under} {
			g.rows = append(g.rows, gridRow{first: at[n], last: at[n], from: int(s.lines[at[n]].from), cells: cells})
		}
		rows, at, heads = rows[2:], at[2:], 2
	} else if s.headTorn(rows, at, bands) {
		g.mixed = true
	} else if !tabs && len(rows) > 3 && len(rows[1]) < columns && s.subheads(rows[1]) {
		over, under := s.spread(rows[0], rows[1], columns)
		if over == nil {
			over, under, g.mixed = inOrder(rows[0]), inOrder(rows[1]), true
		}
		for n, cells := range [][]Cell{over, under} {
			g.rows = append(g.rows, gridRow{first: at[n], last: at[n], from: int(s.lines[at[n]].from), cells: cells})
		}
		rows, at, heads = rows[2:], at[2:], 2
	}
	for n, fields := range rows {
		r := gridRow{first: at[n], last: at[n], from: int(s.lines[at[n]].from)}
		if n == 0 && heads < 0 && len(fields) == columns-1 && !tabs && (s.allYears(fields) || s.unheaded(fields, rows) || s.unitHead(at[0])) {
			fields = append([]source.Span{{}}, fields...) // no head stands over the names, or over their numbers
		}
		if in := s.columnsIn(bands, at[n], fields); in != nil && len(fields) < columns {
			r.cells = inColumns(fields, in, columns)
			g.rows = append(g.rows, r)
			continue
		}
		if len(fields) < columns && !tabs {
			if more := s.blanks(at[n]); len(more) <= columns {
				fields = more
			}
		}
		if len(fields) > 2 && len(fields) < columns && n > 0 && heads < 0 && s.unitHead(at[0]) {
			fields = fields[:2] // under which heads its values stand cannot be said
		}
		if len(fields) == columns || tabs || len(fields) == 2 && s.unitHead(at[0]) {
			for c := range columns {
				cell := Cell{Column: c}
				if c < len(fields) {
					cell.Span = fields[c]
				}
				r.cells = append(r.cells, cell)
			}
		} else {
			if types == nil {
				types = s.fieldTypes(rows, columns)
			}
			r.cells = s.place(fields, types)
			if len(fields) == 1 && s.lines[at[n]].number.style != none {
				r.cells = groupCells(fields[0], types)
			}
		}
		g.rows = append(g.rows, r)
	}
	if bands != nil {
		s.tear(g, max(heads, 1), types, bands)
	}
	return s.finish(g, heads)
}

// fieldTypes says what each column holds, by the rows that have a field for each.
func (s *splitter) fieldTypes(rows [][]source.Span, columns int) []cellKind {
	types := make([]cellKind, columns)
	for c := range types {
		var count [cellKinds]int
		for n, r := range rows {
			if len(r) == columns && n > 0 {
				count[s.kindAt(r[c])]++
			}
		}
		best := words
		for k := words; k < void; k++ {
			if count[k] > count[best] {
				best = k
			}
		}
		if count[words]+count[amountCell]+count[nature] == 0 {
			best = headKind(s.quote(rows[0][min(c, len(rows[0])-1)]))
		}
		types[c] = best
	}
	return types
}

// place puts fields into the columns that fit their kinds.
func (s *splitter) place(fields []source.Span, types []cellKind) []Cell {
	kinds := make([]cellKind, len(fields))
	widths := make([]int32, len(fields))
	for n, f := range fields {
		kinds[n], widths[n] = s.kindAt(f), int32(f.Len()/3)
	}
	out := make([]Cell, len(types))
	for c := range out {
		out[c].Column = c
	}
	for n, c := range fit(kinds, widths, types) {
		if out[c].Span.Len() == 0 {
			out[c].Span = fields[n]
		} else {
			out[c].Span = out[c].Span.Join(fields[n])
		}
	}
	return out
}

// groupCells puts what names the rows below it under the head of what they are about: 一、
// 产业发展, and never under 责任单位 at their end.
func groupCells(name source.Span, types []cellKind) []Cell {
	out := make([]Cell, len(types))
	at := -1
	for c, kind := range types {
		out[c].Column = c
		if kind == words && at < 0 {
			at = c
		}
	}
	out[max(at, 0)].Span = name
	return out
}

// unheaded reports whether the rows have numbers in front over which the head has nothing:
// 指标 单位 2020年 over 1 公路总里程 公里 3126.
func (s *splitter) unheaded(head []source.Span, rows [][]source.Span) bool {
	last, count := 0, 0
	for _, r := range rows[1:] {
		if len(r) != len(head)+1 {
			continue
		}
		value, n := figures(s.quote(r[0]))
		if n != r[0].Len() || int(value) <= last || s.kindAt(r[1]) != words {
			return false
		}
		last, count = int(value), count+1
	}
	return count > 1 && !strings.HasPrefix(s.quote(head[0]), "序")
}

// allYears reports whether fields are nothing but heads of years.
func (s *splitter) allYears(fields []source.Span) bool {
	for _, f := range fields {
		if !yearHead(s.quote(f)) {
			return false
		}
	}
	return true
}

// indented reports whether the first field of every row is empty.
func indented(rows [][]source.Span) bool {
	for _, r := range rows {
		if r[0].Len() > 0 || len(r) < 3 {
			return false
		}
	}
	return true
}
