package extract

import (
	"strings"

	"suyuan/segment"
)

// crossing is a cell with the row and the column that cross in it, and what they
// make of it.
type crossing struct {
	*grid
	p       *passage
	row     *tableRow
	col     *column
	bare    bool // it holds numbers and no words of its own
	q       *quantity
	front   string // the words in front of the number, with the bracket it stands in
	measure measure
	word    *part // that gives the measure
	time    when
	kind    string
	kindAt  []part
}

// numbers binds the numbers of a cell that holds nothing else. last is the last
// such cell of its row.
func (g *grid) numbers(p *passage, row *tableRow, col *column, last bool) {
	g.enter(p)
	if row.unit != nil && strings.Contains(row.unit.flow.Text, "/") {
		p.quantities = pairs(p.flow.Text, p.quantities)
	}
	var first *quantity
	n := 0
	for i := range p.quantities {
		q := &p.quantities[i]
		switch q.aside {
		case "", asideDuration, asideCount, asideNumber, asideItem, asidePage:
			q.aside = ""
		default:
			continue
		}
		x := &crossing{grid: g, p: p, row: row, col: col, bare: true}
		x.figure(q, first, n, last)
		if first == nil {
			first = q
		}
		n++
	}
}

// at is the cell's column, -1 for one beyond the table's edge.
func (x *crossing) at() int {
	if i := x.p.cell.Column; i < len(x.columns) {
		return i
	}
	return -1
}

// pairs parts what reads as a fraction under two units: 60/120 万千瓦/万千瓦时.
func pairs(text string, list []quantity) []quantity {
	var out []quantity
	for _, q := range list {
		i := strings.IndexByte(text[q.Start:q.End], '/')
		if i < 0 || !isDigit(text[q.Start]) || q.aside != "" {
			out = append(out, q)
			continue
		}
		first, second := q, q
		first.End, second.Start = q.Start+i, q.Start+i+1
		first.whole.End, second.whole.Start = first.End, second.Start
		first.value, second.value = readArabic(text[:first.End], first.Start).value, readArabic(text, second.Start).value
		out = append(out, first, second)
	}
	return out
}

// figure makes the record of the n-th number of a cell; first is the first one.
func (x *crossing) figure(q, first *quantity, n int, last bool) {
	x.q = q
	b := x.bind(q)
	f := &Figure{Record: x.p.record(b.rule, q.Start, q.End)}
	x.settleMeasure(b, first)
	if from := x.unitOf(q, n); from != nil {
		f.show(from.p, RoleUnit, from.at)
	}
	if first != nil && q.unit == "" && !x.col.rate {
		q.unit, q.base, q.factor, q.dimension = first.unit, first.base, first.factor, first.dimension
		f.show(x.p, RoleUnit, first.unitAt)
	}
	x.afterUnit(q)
	x.settleTime()
	x.settleKind(last)
	b.name, b.measure, b.kind, b.kindAt = x.name(), x.measure, x.kind, x.kindAt
	x.fill(f, b)
	x.r.records.Figures = append(x.r.records.Figures, f)
	if first == nil {
		x.tie(f)
	}
}

// bind prepares the number of a cell.
func (x *crossing) bind(q *quantity) *bound {
	end := len(x.p.flow.Text)
	s := &slot{q: q, left: segment.Range{Start: 0, End: q.whole.Start}, right: segment.Range{Start: q.whole.End, End: end}, first: true}
	b := &bound{slot: s, rule: "figure_cell"}
	b.clause = &clause{Range: segment.Range{Start: 0, End: end}, slots: []*slot{s}}
	b.words = x.r.leftPhrase(x.p, s.left, false)
	x.front = strings.TrimRight(x.p.textOf(s.left), " ")
	return b
}

// fill enters the fields of a figure and the places they rest on.
func (x *crossing) fill(f *Figure, b *bound) {
	q := b.q
	f.Rule = b.rule
	f.Indicator = b.name.String()
	f.Unit, f.UnitBase, f.Comparator = q.unit, q.base, q.comparator
	f.Measure, f.Kind, f.Per = b.measure.name, b.kind, b.measure.per
	f.Time = years(x.time.edtf)
	f.TimeFirst, f.TimeLast = edtfYears(f.Time)
	f.IndicatorID = x.r.lexicon.indicators.find(f)
	f.setValues(q, b.measure.negative)
	x.place(f)
	if x.word != nil {
		f.show(x.word.p, RoleMeasure, x.word.at)
	}
	f.addEvidence(x.p, b, x.time)
	if len(b.name) == 0 {
		f.Confidence *= 0.6
	}
	if x.time.carried {
		f.Confidence *= 0.97
	}
}

// place enters what a figure of the cell has from where it stands: its region, its
// nature, the head above it.
func (x *crossing) place(f *Figure) {
	for _, at := range []*part{x.row.place, x.col.place} {
		if at != nil && f.Scope == "" {
			f.Scope = at.text()
			f.show(at.p, RoleScope, at.at)
		}
	}
	if p := x.row.nature; p != nil {
		for _, n := range []string{"预期性", "约束性"} {
			if i := strings.Index(p.flow.Text, n); i >= 0 {
				f.Nature = n
				f.show(p, RoleNature, segment.Range{Start: i, End: i + len(n)})
			}
		}
	}
	for _, h := range x.col.heads {
		f.show(h, RoleHead, segment.Range{Start: 0, End: len(h.flow.Text)})
	}
}
