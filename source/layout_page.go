package source

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// layout writes pages whose words have places: a line for each paragraph, as far
// as the page shows where it ends, tables in Markdown.
type layout struct {
	out     strings.Builder
	line    strings.Builder // the paragraph in hand, which the next page may go on with
	pages   []int           // byte of the text at which each page begins
	table   *ruled          // the table that the page before ended with
	last    *row            // the row that it ended with, where that was running text
	edges   margins         // of that page
	columns []float64       // the places between the columns of running text of that page
	ordered bool            // words come in the order in which they are read
	onHead  bool            // the page before stood on its head
	upward  bool            // pages that lie on their side are read upwards
	vain    int             // rows of the page that were looked at for a table in vain
}

// edge is how many rows a page may have above its text and below it: a running
// head, a page number.
const edge = 2

// page writes a page, one column of running text after the other.
func (l *layout) page(words []word) {
	l.vain = 0
	for i, s := range l.stretches(l.upright(words)) {
		if i > 0 && !s.column {
			l.last = nil
		}
		if i > 0 {
			l.table = nil
		}
		l.stretch(s.rows, i == 0)
	}
}

// stretch writes rows, those that a page begins with or others of it.
func (l *layout) stretch(rows []row, first bool) {
	m := findMargins(rows)
	before, last := l.table, l.last
	l.table, l.last = nil, nil
	goesOn := last != nil && len(rows) > 1 && l.edges.reaches(last) && m.follows(last, &rows[0]) && near(&rows[0], &rows[1]) && l.findTable(rows) == nil
	if !goesOn {
		l.end()
	}
	if first {
		l.pages = append(l.pages, l.out.Len()+l.line.Len())
	}
	at := 0
	if goesOn {
		at = l.paragraph(rows, 0, &m)
	}
	for at < len(rows) {
		l.end()
		t := l.findTable(rows[at:])
		if before != nil && at <= edge {
			t = before.overleaf(rows[at:], t)
		}
		if t != nil {
			t.write(&l.out)
			if at += len(t.rows); len(rows)-at <= edge {
				l.table = t
			}
			continue
		}
		at = l.paragraph(rows, at, &m)
	}
	l.edges = m
}

// patience is how many rows of a page are looked at for tables in vain.
const patience = 4000

// findTable is findTable, as long as that is not in vain.
func (l *layout) findTable(rows []row) *ruled {
	if l.vain > patience {
		return nil
	}
	t := findTable(rows)
	if t == nil && opensTable(rows) {
		l.vain += tableLines(rows)
	}
	return t
}

// paragraph takes in the paragraph that begins on a row, or goes on there, and
// returns the row behind it.
func (l *layout) paragraph(rows []row, at int, m *margins) int {
	l.goOn(rows[at].text())
	for at++; at < len(rows) && m.goesOn(&rows[at-1], &rows[at]) && l.findTable(rows[at:]) == nil; at++ {
		l.goOn(rows[at].text())
	}
	if at == len(rows) {
		l.last = &rows[at-1]
	}
	return at
}

// end ends the paragraph in hand.
func (l *layout) end() {
	if l.line.Len() > 0 {
		l.out.WriteString(l.line.String() + "\n")
		l.line.Reset()
	}
}

// goOn is join of the paragraph in hand and a text, whatever the length of what is
// there already.
func (l *layout) goOn(text string) {
	before, _ := utf8.DecodeLastRuneInString(l.line.String())
	after, _ := utf8.DecodeRuneInString(text)
	if spaced(before) && spaced(after) {
		l.line.WriteByte(' ')
	}
	l.line.WriteString(text)
}

// text returns what was written.
func (l *layout) text() string {
	l.end()
	return l.out.String()
}

// margins are the edges between which a page's paragraphs stand.
type margins struct {
	left, right float64
	indented    bool    // their first lines begin further in
	pitch       float64 // from one line of a paragraph down to the next; 0 where paragraphs do not stand apart
}

// findMargins takes the right edge that most rows without gaps reach, and the leftmost
// beginning of those and of the rows behind them.
func findMargins(rows []row) (m margins) {
	rights := make([]float64, 0, len(rows))
	for i := range rows {
		if len(rows[i].pieces) == 1 {
			rights = append(rights, rows[i].right)
		}
	}
	slices.Sort(rights)
	most, from := 0, 0
	for to := range rights {
		for rights[to]-rights[from] > 12 {
			from++
		}
		if n := to - from + 1; n >= most {
			most, m.right = n, rights[to]
		}
	}
	m.left = m.right
	for i := range rows {
		if len(rows[i].pieces) == 1 && m.full(&rows[i]) {
			m.left = min(m.left, rows[i].left)
			if i+1 < len(rows) && near(&rows[i], &rows[i+1]) {
				m.left = min(m.left, rows[i+1].left)
			}
		}
	}
	for i := range rows {
		in := (rows[i].left - m.left) / rows[i].em
		m.indented = m.indented || m.full(&rows[i]) && in > 1.5 && in < 3
	}
	m.pitch = pitch(rows, &m)
	return m
}

// pitch returns the least distance of two lines, if the ends of paragraphs that
// show themselves by a short last line have a greater one.
func pitch(rows []row, m *margins) float64 {
	least, apart := 0.0, false
	for i := 1; i < len(rows); i++ {
		if a := &rows[i-1]; near(a, &rows[i]) && m.reaches(a) && m.follows(a, &rows[i]) {
			if d := rows[i].middle - a.middle; least == 0 || d < least {
				least = d
			}
		}
	}
	for i := 1; i < len(rows); i++ {
		a, b := &rows[i-1], &rows[i]
		apart = apart || near(a, b) && !m.full(a) && b.middle-a.middle > 1.05*least
	}
	if !apart {
		return 0
	}
	return least
}

// full reports whether a row reaches the right margin, but for a character that
// did not fit.
func (m *margins) full(r *row) bool {
	return r.right >= m.right-1.7*r.em && r.right <= m.right+r.em
}

// near reports whether b stands under a as a line of the same paragraph may.
func near(a, b *row) bool {
	return b.middle-a.middle <= 2.5*max(a.em, b.em) && max(a.em, b.em) <= 1.2*min(a.em, b.em)
}

// goesOn reports whether b, under a, goes on with its paragraph. Where paragraphs
// are neither indented nor apart, a sentence's end is taken for that of one.
func (m *margins) goesOn(a, b *row) bool {
	if !m.reaches(a) || !near(a, b) || !m.follows(a, b) {
		return false
	}
	switch {
	case m.indented:
		return true
	case m.pitch > 0:
		return b.middle-a.middle <= 1.05*m.pitch
	}
	return !strings.HasSuffix(a.text(), "。")
}

// reaches reports whether a row without gaps runs to the right margin, from the left one or
// from the indent of a first line.
func (m *margins) reaches(r *row) bool {
	return len(r.pieces) == 1 && m.full(r) && r.left <= m.left+3*r.em
}

// follows reports whether b begins at the left margin, in letters as large as those of a.
func (m *margins) follows(a, b *row) bool {
	return b.left <= m.left+0.8*b.em && max(a.em, b.em) <= 1.2*min(a.em, b.em)
}
