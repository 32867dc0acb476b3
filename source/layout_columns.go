package source

import "slices"

// stretch is rows of a page that are read one after the other: those of a column of
// running text, or whatever stands above, below or without columns.
type stretch struct {
	rows   []row
	column bool // a paragraph of the column before it may go on here
}

const (
	// columnGap is how wide a gap between two columns of running text is at least,
	// narrowest how wide a column, in full-width characters.
	columnGap, narrowest = 1, 8
	// mostColumns is how many columns of running text stand side by side: a newspaper's.
	mostColumns = 6
	// mostStretches is how many stretches a page is parted into.
	mostStretches = 100
	// fewLines is how many lines each column has at least, shortLines where they are a
	// paragraph each as it is printed.
	fewLines, shortLines = 5, 3
)

// stretches parts a page where running text stands in columns, and puts one column
// behind the other. A last page may have less than that in its last column: there the
// columns are those of the page before.
func (l *layout) stretches(words []word) (out []stretch) {
	rows := pageRows(words)
	before := l.columns
	l.columns = nil
	plain := 0 // the first row that is in no stretch yet
	for at := 0; at < len(rows) && len(out) < mostStretches; {
		n := narrow(rows[at:], width(rows))
		c := findColumns(rows[at:at+n], before)
		if c == nil {
			at += max(n, 1)
			continue
		}
		if at+c.from > plain {
			out = append(out, stretch{rows: rows[plain : at+c.from]})
		}
		for _, column := range c.rows {
			out = append(out, stretch{rows: column, column: true})
		}
		at += c.to
		plain, l.columns = at, c.parts
	}
	if plain < len(rows) || len(out) == 0 {
		out = append(out, stretch{rows: rows[plain:]})
	}
	return out
}

// width returns how far rows reach from the left to the right.
func width(rows []row) float64 {
	if len(rows) == 0 {
		return 0
	}
	left, right := rows[0].left, rows[0].right
	for i := range rows {
		left, right = min(left, rows[i].left), max(right, rows[i].right)
	}
	return right - left
}

// narrow returns how many of rows come before one that fills a page of a width.
func narrow(rows []row, wide float64) int {
	for i := range rows {
		for _, p := range rows[i].pieces {
			if p.right-p.left > 0.6*wide {
				return i
			}
		}
	}
	return len(rows)
}

// abreast is columns of running text, in the rows from one to another of a page.
type abreast struct {
	rows     [][]row
	parts    []float64 // the places between them
	from, to int
}

// findColumns returns the first columns of running text that rows hold, nil if they
// hold none. Rows of another kind, such as a title over all columns, may stand before
// them and behind.
func findColumns(rows []row, before []float64) *abreast {
	if len(rows) < shortLines {
		return nil
	}
	found := gaps(rows, columnGap)
	parts := make([]float64, len(found))
	for i, g := range found {
		parts[i] = (g.from + g.to) / 2
	}
	if c := columnsBy(rows, parts, false); c != nil {
		return c
	}
	return columnsBy(rows, before, true)
}

// columnsBy looks for columns that places part; known are those of the page before.
func columnsBy(rows []row, parts []float64, known bool) *abreast {
	if len(parts) == 0 || len(parts) >= mostColumns {
		return nil
	}
	for from, to := 0, 0; from < len(rows); from = to + 1 {
		for to = from; to < len(rows) && !crosses(&rows[to], parts); to++ {
		}
		first, last := body(rows[from:to])
		if own := cut(rows[from+first:from+last], parts); whole(own, known) {
			return &abreast{own, parts, from + first, from + last}
		}
	}
	return nil
}

// crosses reports whether a piece of a row stands across one of the places.
func crosses(r *row, parts []float64) bool {
	for _, p := range r.pieces {
		for _, at := range parts {
			if p.left+0.4*p.em < at && at < p.right-0.4*p.em {
				return true
			}
		}
	}
	return false
}

// body leaves out the rows at both ends that stand apart: a running head, a page number.
func body(rows []row) (from, to int) {
	to = len(rows)
	apart := func(a, b *row) bool { return b.middle-a.middle > 2.2*max(a.em, b.em) }
	for i := 1; i <= edge && i < to; i++ {
		if apart(&rows[i-1], &rows[i]) {
			from = i
		}
	}
	for i := len(rows) - 1; i >= len(rows)-edge && i > from; i-- {
		if apart(&rows[i-1], &rows[i]) {
			to = i
		}
	}
	return from, to
}

// cut parts rows at the places between columns.
func cut(rows []row, parts []float64) [][]row {
	words := make([][]word, len(parts)+1)
	for i := range rows {
		for _, w := range rows[i].words {
			c, _ := slices.BinarySearch(parts, (w.left+w.right)/2)
			words[c] = append(words[c], w)
		}
	}
	own := make([][]row, len(words))
	for c := range words {
		own[c] = pageRows(words[c])
	}
	return own
}
