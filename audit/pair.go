package audit

import (
	"math/big"
	"strconv"
	"strings"
)

// ends returns the two levels that a rate, a multiple or a change runs between
// and the years that lie between them, 0 where unknown. They are the ends that
// its own sentence states or, where it states none, the levels of the same thing
// at the two years of its time.
func (d *document) ends(g *figure) (start, end *figure, years int) {
	start, end = g.start, g.end
	from, to := span(g)
	if start == nil && from != 0 {
		if start = d.namedStart(g, from); start == nil {
			start = d.level(g, from)
		}
	}
	if end == nil && to != 0 {
		end = d.level(g, to)
	}
	if start == nil || end == nil || start == end || end.Kind != g.Kind && g.end == nil ||
		start.Kind == "target" && end.Kind == "actual" || !start.comparable(end) || start.Scope != end.Scope {
		return nil, nil, 0
	}
	if start.TimeLast != 0 && end.TimeLast != 0 {
		years = end.TimeLast - start.TimeLast
	}
	if start.Time == end.Time && from != 0 { // its own year was not read
		years = to - from
	}
	return start, end, years
}

// namedStart returns the level in the sentence of g that stands right behind a year
// as what it is compared with: 较2017年末的975亿元增长50%.
func (d *document) namedStart(g *figure, from int) *figure {
	for _, f := range d.byKey[g.key] {
		if f.Statement != g.Statement || f.Measure != "level" || f.Span.Start > g.Span.Start {
			continue
		}
		if m := comparedWith().FindStringSubmatch(f.lead); m != nil && m[1] == strconv.Itoa(from) {
			return f
		}
	}
	return nil
}

var comparedWith = expression(`[较比](\d{4})年[底末]?的?$`)

// span returns the first and the last year of what a figure tells, 0 where it is
// not said. 十三五期间 runs from the end of the period before, 增长5% in 2020 from 2019.
func span(g *figure) (from, to int) {
	a, b, two := strings.Cut(g.Time, "/")
	from, to = plain(a), plain(b)
	switch {
	case !two && from != 0 && g.Kind == "actual" && g.Per == "" && g.Measure == "growth":
		return from - 1, from
	case !two:
		return 0, from
	case to-from == 4 && from%5 == 1:
		return from - 1, to
	}
	return from, to
}

// plain reads a year, 0 for 20XX and for none.
func plain(year string) int {
	y, err := strconv.Atoi(year)
	if err != nil {
		return 0
	}
	return y
}

// level returns the level of what g speaks of in a year: the one of its own
// sentence, else the only one that the document states; nil for none or several.
func (d *document) level(g *figure, year int) *figure {
	var found *figure
	for _, f := range d.byKey[g.key] {
		if f.Measure != "level" || f.Time != strconv.Itoa(year) || f.Scope != g.Scope || f.place != g.place || f.act != "" || f.total != nil && f.IndicatorID == "" {
			continue
		}
		if f.Statement == g.Statement {
			return f
		}
		if found != nil && !found.amount.meets(f.amount) {
			return nil
		}
		if found == nil {
			found = f
		}
	}
	return found
}

// comparable reports whether two levels are stated in units of one kind. 7.63亿
// beside 68.2亿元 is one of money with its unit cut short.
func (f *figure) comparable(g *figure) bool {
	return f.UnitBase == g.UnitBase || cutShort(f) || cutShort(g) || f.UnitBase == "" || g.UnitBase == ""
}

// cutShort reports whether only a multiplier stands for a unit: 亿 for 亿元.
func cutShort(f *figure) bool {
	return f.Unit != "" && strings.Trim(f.Unit, "万亿百千") == ""
}

// together reports whether figures stand in one sentence.
func together(figures ...*figure) bool {
	for _, f := range figures {
		if f.Statement != figures[0].Statement {
			return false
		}
	}
	return true
}

// grave is Error for what one sentence says, Warning for what was put together
// from several.
func grave(figures ...*figure) Severity {
	if together(figures...) {
		return Error
	}
	return Warning
}

// growthOf returns the end over the start, less one.
func growthOf(start, end amount) amount {
	return end.over(start).plus(exactly(whole(-1)))
}

// compounded reports whether start growing at a yearly rate for n years can be
// end.
func compounded(start, rate, end amount, n int) bool {
	one := exactly(whole(1))
	r := rate.plus(one)
	grown := amount{}
	if r.lo != nil && start.lo != nil && r.lo.Sign() > 0 {
		grown.lo = mul(start.lo, power(r.lo, n))
	}
	if r.hi != nil && start.hi != nil && r.hi.Sign() > 0 {
		grown.hi = mul(start.hi, power(r.hi, n))
	}
	return grown.meets(end)
}

// root returns the n-th root of a positive number as a decimal good for print.
func root(r *big.Rat, n int) float64 {
	x, _ := r.Float64()
	return pow(x, 1/float64(n))
}
