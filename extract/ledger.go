package extract

import (
	"sort"
	"strings"
	"unicode/utf8"

	"suyuan/segment"
	"suyuan/source"
)

// ledger accounts for every numeral of the text: taken by a record, set aside
// for a reason, or unexplained. A run of digits that no passage holds (in the
// contents list, in noise, in a heading's number) is found in the raw text.
func (r *reading) ledger() {
	l := &ledger{r: r, taken: map[source.Span]*Record{}}
	for _, f := range r.records.Figures {
		l.taken[f.Span] = &f.Record
	}
	for _, p := range r.passages {
		l.passage(p)
	}
	l.sort()
	l.projects()
	l.rest()
	l.sort()
	r.records.Numerals = l.rows
}

type ledger struct {
	r     *reading
	taken map[source.Span]*Record
	rows  []Numeral
}

// passage enters the numerals that the recognisers marked in a passage.
func (l *ledger) passage(p *passage) {
	dates := map[source.Span]*Record{}
	for _, d := range p.dates {
		dates[p.flow.Span(d.Start, d.End)] = nil
	}
	if p.quantities == nil {
		l.r.quantify(p)
	}
	for i := range p.quantities {
		q := &p.quantities[i]
		span := p.flow.Span(q.Start, q.End)
		row := Numeral{Span: span, Disposition: "set_aside", Reason: q.aside}
		switch record := l.taken[span]; {
		case record != nil:
			row.Disposition, row.Reason, row.Record = "figure", "", record
		case q.aside == "" && l.index(p):
			row.Reason = asideItem
		case q.aside == "":
			row.Disposition = "unexplained"
		}
		l.rows = append(l.rows, row)
		l.unit(p, q)
	}
	for _, d := range p.dates {
		if !numeric(p.flow.Text[d.Start:d.End]) {
			continue
		}
		row := Numeral{Span: p.flow.Span(d.Start, d.End), Disposition: "set_aside", Reason: asideDate}
		if !d.optional {
			row.Disposition, row.Reason, row.Record = "date", "", l.date(row.Span)
		}
		l.rows = append(l.rows, row)
	}
}

// unit sets aside the digits that a quantity's unit holds: 7.9/10万.
func (l *ledger) unit(p *passage, q *quantity) {
	for i := q.unitAt.Start; i < q.unitAt.End; i++ {
		if j := i; isDigit(p.flow.Text[i]) && i >= q.End {
			for i < q.unitAt.End && isDigit(p.flow.Text[i]) {
				i++
			}
			l.rows = append(l.rows, Numeral{Span: p.flow.Span(j, i), Disposition: "set_aside", Reason: asideUnit})
		}
	}
}

// date returns the record of the calendar expression at a place.
func (l *ledger) date(at source.Span) *Record {
	list := l.r.records.Dates
	i := sort.Search(len(list), func(i int) bool { return list[i].Span.Start >= at.Start })
	for ; i < len(list) && list[i].Span.Start == at.Start; i++ {
		if list[i].Span == at {
			return &list[i].Record
		}
	}
	return nil
}

// index reports whether a passage is the cell of a running number.
func (l *ledger) index(p *passage) bool {
	return p.cell != nil && p.cell.Column == 0 && len(p.flow.Text) <= 4
}

// numeric reports whether s holds a digit or a Chinese numeral.
func numeric(s string) bool {
	for _, r := range s {
		if r >= '0' && r <= '9' || chineseDigit(r) >= 0 || chinesePower(r) > 0 {
			return true
		}
	}
	return false
}

// projects gives the names of undertakings the numerals that nothing else takes: 5G+智慧园区.
func (l *ledger) projects() {
	for _, project := range l.r.records.Projects {
		i := sort.Search(len(l.rows), func(i int) bool { return l.rows[i].Span.Start >= project.Span.Start })
		for ; i < len(l.rows) && l.rows[i].Span.Start < project.Span.End; i++ {
			if row := &l.rows[i]; row.Record == nil && project.Span.Contains(row.Span) {
				row.Disposition, row.Reason, row.Record = "project", "", &project.Record
			}
		}
	}
}

// rest enters the digits that no row holds yet. A run is cut where a block ends or
// a row stands: in 2503改建 of a flattened table 250 is a cell and 3 the next row's
// number.
func (l *ledger) rest() {
	text := l.r.outline.Text
	rows, blocks := l.rows, l.r.outline.Blocks
	block := 0
	for i := digits.next(text, 0); i < len(text); i = digits.next(text, i) {
		for len(rows) > 0 && rows[0].Span.End <= i {
			rows = rows[1:]
		}
		for block+1 < len(blocks) && blocks[block].Span.End <= i {
			block++
		}
		stop := blocks[block].Span.End
		if len(rows) > 0 {
			if rows[0].Span.Start <= i {
				i = rows[0].Span.End
				continue
			}
			stop = min(stop, rows[0].Span.Start)
		}
		span := source.Span{Start: i, End: i}
		for span.End < stop && digitLen(text[span.End:]) > 0 {
			span.End += digitLen(text[span.End:])
		}
		if span.Len() == 0 { // bytes that are no character look like a digit: \xef\xfcX
			i++
			continue
		}
		row := Numeral{Span: span, Disposition: "set_aside", Reason: reasonIn(text, blocks[block], span)}
		if row.Reason == "" {
			row.Disposition = "unexplained"
		}
		l.rows = append(l.rows, row)
		i = span.End
	}
}

// digits are those of half and of full width.
var digits = runesOf("0123456789０１２３４５６７８９")

// digitLen returns the length of the digit, half or full width, that s begins with.
func digitLen(s string) int {
	if isDigit(s[0]) {
		return 1
	}
	if s[0] == 0xef {
		if r, n := utf8.DecodeRuneInString(s); r >= '０' && r <= '９' {
			return n
		}
	}
	return 0
}

// reasonIn says why digits of a block that no passage holds are no figure.
func reasonIn(text string, b *segment.Block, at source.Span) string {
	switch {
	case b.Kind == segment.Contents:
		return asideContents
	case b.Kind == segment.Noise:
		if strings.Trim(strings.TrimSpace(text[b.Span.Start:b.Span.End]), "0123456789０１２３４５６７８９-—–·第页共 /") == "" {
			return asidePage
		}
		return asideNoise
	case b.Mixed:
		return asideMixed
	case b.Number.Overlaps(at) && b.Kind == segment.Item:
		return asideItem
	case b.Number.Overlaps(at):
		return asideHeading
	}
	for _, s := range b.Skips {
		if s.Overlaps(at) {
			return asideNoise
		}
	}
	if inMark(text, b, at) {
		return asideMark
	}
	return ""
}

// inMark reports whether digits stand in an HTML tag, an entity or a superscript.
func inMark(text string, b *segment.Block, at source.Span) bool {
	from := max(b.Span.Start, at.Start-300)
	open, closed := strings.LastIndexByte(text[from:at.Start], '<'), strings.LastIndexByte(text[from:at.Start], '>')
	if open > closed {
		return true
	}
	if hasAnySuffix2(text[from:at.Start], "[", "[^") && strings.HasPrefix(text[at.End:], "]") {
		return true // a footnote's mark
	}
	return strings.HasSuffix(text[from:at.Start], "<sup>") || strings.HasSuffix(text[from:at.Start], "<sub>") || strings.HasSuffix(text[from:at.Start], "&#")
}

// sort orders the rows by place and joins those of one place: a figure comes
// before a date, a date before anything else.
func (l *ledger) sort() {
	rank := func(n Numeral) int {
		switch n.Disposition {
		case "figure":
			return 0
		case "date":
			return 1
		case "project":
			return 2
		case "set_aside":
			return 3
		}
		return 4
	}
	sort.SliceStable(l.rows, func(i, j int) bool {
		a, b := l.rows[i], l.rows[j]
		if a.Span.Start != b.Span.Start {
			return a.Span.Start < b.Span.Start
		}
		if a.Span.End != b.Span.End {
			return a.Span.End > b.Span.End
		}
		return rank(a) < rank(b)
	})
	out := l.rows[:0]
	for i, row := range l.rows {
		if i > 0 && out[len(out)-1].Span == row.Span {
			continue
		}
		out = append(out, row)
	}
	l.rows = out
}
