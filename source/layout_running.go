package source

import (
	"regexp"
	"slices"
	"strings"
)

// whole reports whether columns are of running text, and do not begin anew on the same
// lines as the cells of a table do. Of columns that are known from the page before,
// others than the first may end soon.
func whole(columns [][]row, known bool) bool {
	heads, begin := 0, map[int]int{}
	for c, rows := range columns {
		if !running(rows) && (c == 0 || !known || !soon(rows, columns[0])) {
			return false
		}
		if title(rows) {
			heads++
		}
		for _, at := range begins(rows) {
			begin[at]++
		}
	}
	level := 0
	for _, n := range begin {
		if n == len(columns) {
			level++
		}
	}
	return heads < len(columns) && level <= len(columns[0])/20
}

// soon reports whether a column begins beside the top of the first one and goes on
// without a hole, in such letters, for at most half as many lines.
func soon(rows, first []row) bool {
	top, em, pitch := first[0].middle, first[0].em, lineDistance(first)
	for i := range rows {
		if rows[i].middle-top > 1.9*pitch || rows[i].em > 1.1*em || rows[i].em < 0.9*em {
			return false
		}
		top = rows[i].middle
	}
	return 2*len(rows) <= len(first)
}

// sentenceMark is what runs of names and amounts do not have.
var sentenceMark = regexp.MustCompile(`[，。；]|\p{Han}[,;]`)

// running reports whether rows are running text: most lines are full, with the marks of
// sentences, and stand under each other without holes. The cells of a table, be they
// sentences, leave one wherever that beside them is longer.
func running(rows []row) bool {
	if len(rows) < fewLines {
		return len(rows) >= shortLines && oneParagraph(rows)
	}
	m := findMargins(rows)
	full, marked, holes := 0, 0, 0
	pitch := lineDistance(rows)
	for i := range rows {
		if len(rows[i].pieces) == 1 && m.full(&rows[i]) {
			full++
		}
		if sentenceMark.MatchString(rows[i].text()) {
			marked++
		}
		if i > 0 && rows[i].middle-rows[i-1].middle > 1.9*pitch {
			holes++
		}
	}
	n := len(rows)
	return m.right-m.left >= narrowest*rows[0].em && 2*full >= n && 3*marked >= n && holes <= 1+n/20
}

// oneParagraph reports whether rows are one paragraph as it is printed: the first line begins
// further in by two letters, the others at the margin, all but the last are full, and
// sentences run over them.
func oneParagraph(rows []row) bool {
	m := findMargins(rows)
	last, marked := len(rows)-1, 0
	for i := range rows {
		r := &rows[i]
		in := (r.left - m.left) / r.em
		if len(r.pieces) != 1 || i < last && !m.full(r) || i == 0 && (in < 1.5 || in > 3) || i > 0 && in > 0.5 {
			return false
		}
		if sentenceMark.MatchString(r.text()) {
			marked++
		}
	}
	return m.right-m.left >= narrowest*rows[0].em && 2*marked >= len(rows) && strings.HasSuffix(rows[last].text(), "。")
}

// lineDistance returns how far one line is from the next, mostly.
func lineDistance(rows []row) float64 {
	if len(rows) < 2 {
		return 0
	}
	d := make([]float64, len(rows)-1)
	for i := range d {
		d[i] = rows[i+1].middle - rows[i].middle
	}
	slices.Sort(d)
	return d[len(d)/2]
}

// title reports whether rows begin with a short line that stands in the middle: the
// head of a table's column, where all columns have one.
func title(rows []row) bool {
	m := findMargins(rows)
	r := &rows[0]
	return r.right-r.left < 0.6*(m.right-m.left) && r.left-m.left > r.em && m.right-r.right > r.em
}

// begins returns the places at which rows begin anew, further below than a line stands
// below another, in half lines.
func begins(rows []row) (places []int) {
	pitch := lineDistance(rows)
	for i := 1; i < len(rows); i++ {
		if rows[i].middle-rows[i-1].middle > 1.15*pitch {
			places = append(places, int(2*rows[i].middle/max(pitch, 1)))
		}
	}
	return places
}
