package extract

import (
	"sort"

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
