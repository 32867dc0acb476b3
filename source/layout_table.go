package source

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// ruled is a table whose columns stand under each other on a page.
type ruled struct {
	rows  []row
	parts []float64 // the places between its columns
	heads [][]cell
	body  [][]cell
	head  bool // its first row is that of the table, which no page before has
	rest  bool // it goes on with a table of the page before, by whose columns it was found
}

// mostRows is how many lines of a page are looked at as one table.
const mostRows = 160

// findTable returns the table that rows begin with, nil if they begin with none.
func findTable(rows []row) *ruled {
	if !opensTable(rows) {
		return nil
	}
	n := tableLines(rows)
	for try := 0; n >= 2 && try < 4; try++ {
		t := &ruled{rows: rows[:n], parts: gutters(rows[:n], 0.4), head: true}
		m := t.trailing()
		if m == n {
			if !t.fits() {
				return nil
			}
			t.divide()
			t.refine()
			t.settle()
			return t
		}
		n = m
	}
	return nil
}

// refine parts the rows of a table at narrower gaps, where these stand under each
// other in all of them.
func (t *ruled) refine() {
	fine := make([]row, len(t.rows))
	for i := range t.rows {
		fine[i] = newRow(t.rows[i].words, t.rows[i].middle, fineGap)
	}
	if parts := gutters(fine, 0.8*fineGap); len(parts) > len(t.parts) && len(parts) < sheetWidth {
		t.rows, t.parts = fine, parts
	}
}

// opensTable reports whether a table may begin with the first of rows: it has
// several pieces, or stands as the upper part of a cell beside such a row.
func opensTable(rows []row) bool {
	if len(rows) < 2 {
		return false
	}
	return len(rows[0].pieces) > 1 || len(rows[1].pieces) > 1 && rows[1].middle-rows[0].middle < 0.95*rows[1].em
}

// tableLines returns how many of rows may belong to one table: no line of running
// text, and none far below the one above it.
func tableLines(rows []row) int {
	left, right := rows[0].left, rows[0].right
	for i := range rows {
		r := &rows[i]
		if i == mostRows || i > 0 && r.middle-rows[i-1].middle > 6*r.em {
			return i
		}
		if len(r.pieces) > 1 {
			left, right = min(left, r.left), max(right, r.right)
		} else if i > 0 && r.right-r.left > 0.75*(right-left) {
			return i
		}
	}
	return len(rows)
}

// gutter is a place between two columns.
type gutter struct{ from, to float64 }

// gutters returns the places between columns: where the rows of the most pieces
// have no text, and at least a third of all rows of several pieces have some on
// either side, for heads and titles may run over two columns. A gutter is at least
// so many full-width characters wide.
func gutters(rows []row, least float64) (parts []float64) {
	rich, several := richest(rows)
	found := gaps(rich, least)
	if len(found) >= sheetWidth {
		return nil
	}
	for _, g := range found {
		for i := range rows {
			for _, p := range rows[i].pieces {
				g.narrow(&p)
			}
		}
		if at := (g.from + g.to) / 2; parting(rows, at) >= max(2, several/3) {
			parts = append(parts, at)
		}
	}
	return parts
}

// richest returns the rows of the most pieces, at least two of them, and how many
// rows have several.
func richest(rows []row) (rich []row, several int) {
	var count [sheetWidth + 1]int
	for i := range rows {
		count[min(len(rows[i].pieces), sheetWidth)]++
	}
	several = len(rows) - count[0] - count[1]
	least, n := sheetWidth, count[sheetWidth]
	for least > 2 && n < 2 {
		least--
		n += count[least]
	}
	for i := range rows {
		if len(rows[i].pieces) >= least {
			rich = append(rich, rows[i])
		}
	}
	return rich, several
}

// gaps returns the places in which hardly any of rows has text.
func gaps(rows []row, least float64) (found []gutter) {
	type edge struct {
		at   float64
		step int
	}
	var edges []edge
	em := 0.0
	for i := range rows {
		em += rows[i].em / float64(len(rows))
		for _, p := range rows[i].pieces {
			edges = append(edges, edge{p.left, 1}, edge{p.right, -1})
		}
	}
	slices.SortFunc(edges, func(a, b edge) int { return cmp.Or(cmp.Compare(a.at, b.at), a.step-b.step) })
	covered, most, from := 0, len(rows)/6, math.Inf(1)
	for _, e := range edges {
		before := covered
		covered += e.step
		switch {
		case before > most && covered <= most:
			from = e.at
		case before <= most && covered > most && e.at-from >= least*em:
			found = append(found, gutter{from, e.at})
		}
	}
	return found
}

// narrow takes from a gutter what a piece that ends or begins in it covers.
func (g *gutter) narrow(p *piece) {
	switch {
	case p.left > g.from && p.left < g.to && p.right > g.to:
		g.to = p.left
	case p.right > g.from && p.right < g.to && p.left < g.from:
		g.from = p.right
	}
}

// parting returns how many rows have pieces on both sides of a place and none across it.
func parting(rows []row, at float64) (n int) {
	for i := range rows {
		before, behind := false, false
		for _, p := range rows[i].pieces {
			before, behind = before || p.left < at, behind || p.right > at
			if p.left+0.4*p.em < at && at < p.right-0.4*p.em {
				before, behind = false, false
				break
			}
		}
		if before && behind {
			n++
		}
	}
	return n
}

// trailing returns how many rows are left without those at the end that are no
// part of the table: one piece that stands across columns or apart.
func (t *ruled) trailing() int {
	rows, pitch := t.rows, 0.0
	for i := 1; i < len(rows); i++ {
		if d := rows[i].middle - rows[i-1].middle; len(rows[i].pieces) == 1 && (pitch == 0 || d < pitch) {
			pitch = d
		}
	}
	n := len(rows)
	for ; n > 1 && len(rows[n-1].pieces) == 1; n-- {
		r, above := &rows[n-1], &rows[n-2]
		p := &r.pieces[0]
		if first, last := t.span(p); first == last && !apart(p.text) && r.middle-above.middle <= min(1.15*pitch, 1.8*r.em) && (above.figures() || max(r.em, above.em) < 1.12*min(r.em, above.em)) {
			break
		}
	}
	return n
}

// figures reports whether a line has no Chinese word, by which alone its size can be told.
func (r *row) figures() bool {
	for i := range r.words {
		if c, _ := utf8.DecodeRuneInString(r.words[i].text); c >= 0x2e80 {
			return false
		}
	}
	return true
}

// span returns the first and the last column that a piece stands in. A few points
// of a wide cell may stand on the other side of where narrower ones part.
func (t *ruled) span(p *piece) (first, last int) {
	first, _ = slices.BinarySearch(t.parts, p.left+0.4*p.em)
	last, _ = slices.BinarySearch(t.parts, p.right-0.4*p.em)
	return min(first, last), max(first, last)
}

// apart reports whether a piece is in no cell: a page number that shows itself as
// such (— 2 —, 第2页), a note under the table.
func apart(s string) bool {
	for _, w := range [...]string{"注：", "注:", "备注：", "说明：", "资料来源", "数据来源"} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	inner := strings.Trim(s, "-—－– ·")
	if page, ok := strings.CutSuffix(inner, "页"); ok {
		inner = strings.TrimPrefix(page, "第")
	}
	return inner != s && inner != "" && strings.Trim(inner, "0123456789 ") == ""
}

// fits reports whether it is a table at all: three columns on two rows, or two on three.
func (t *ruled) fits() bool {
	n := 0
	for i := range t.rows {
		if len(t.rows[i].pieces) > 1 {
			n++
		}
	}
	return len(t.parts) < sheetWidth && (len(t.parts) > 1 && n > 1 || len(t.parts) == 1 && n > 2)
}

// overleaf returns the table that rows, at the top of the page behind t, begin
// with: found, as it shows itself, or rows between the columns of t, be it one row.
func (t *ruled) overleaf(rows []row, found *ruled) *ruled {
	if found == nil || len(found.parts) != len(t.parts) {
		rest := &ruled{rows: rows[:t.between(rows)], parts: t.parts, head: true, rest: true}
		if len(rest.rows) == 0 {
			return found
		}
		rest.settle()
		found = rest
	}
	if len(found.heads) > 0 && found.heads[0][0].text == "" { // the rest of a row that the page's end cut
		found.heads, found.body = nil, append(found.heads, found.body...)
	}
	found.head = len(found.heads) > 0
	return found
}

// between returns how many of rows stand between the columns of t, if one of
// them fills half of those.
func (t *ruled) between(rows []row) (n int) {
	em, filled := t.rows[len(t.rows)-1].em, false
	for i := range rows {
		r := &rows[i]
		if i > 0 && r.middle-rows[i-1].middle > 4*em || max(r.em, em) > 1.12*min(r.em, em) {
			break
		}
		for k := range r.pieces {
			if first, last := t.span(&r.pieces[k]); first != last || apart(r.pieces[k].text) {
				r = nil
				break
			}
		}
		if r == nil {
			break
		}
		filled = filled || len(r.pieces)*2 > len(t.parts) && len(r.pieces) > 1
		n = i + 1
	}
	if !filled {
		return 0
	}
	return n
}

// write writes the table in Markdown.
func (t *ruled) write(out *strings.Builder) {
	s := &sheet{}
	for _, cells := range append(slices.Clone(t.heads), t.body...) {
		if !s.add(cells) {
			break
		}
	}
	switch {
	case !t.head:
		s.heads = 0
		s.write(out)
	case s.fits():
		s.write(out)
	default:
		s.plain(out)
	}
}
