package audit

import (
	"fmt"
	"math"
	"math/big"
)

func pow(x, y float64) float64 { return math.Pow(x, y) }

var rateCheck = Check{
	Name: "rate_vs_ends",
	Doc: `A stated growth against the two levels it runs between: 由37家增加到129家，增长300%.
Yearly rates are compounded over the years between. A rate stands for what is rounded to it and for what is cut to it. Growth of 地区生产总值 and 增加值 is told in constant prices: one that is up to 4 points a year below that of the levels is a note.`,
	Match: []string{
		"高新技术企业由2015年的«100»家增加到2020年的«150»家，增长«40»%。",
		"地区生产总值由2015年的«1200»亿元增长到2020年的«1680»亿元，年均增长«9.0»%。",
		"2020年实现旅游收入95亿元，是2015年的«2.4»倍，年均增长«15»%。",
		"2019年粮食产量为«50»万吨。2020年粮食产量为«60»万吨，比上年增长«12.5»%。",
	},
	Reject: []string{
		"高新技术企业由2015年的37家增加到2020年的129家，增长248%。",
		"地区生产总值由2015年的1200亿元增长到2020年的1680亿元，年均增长7.0%。",
		"地区生产总值由2015年的1200亿元增长到2020年的1680亿元，年均增长7%左右。",
		"2020年实现旅游收入95亿元，是2015年的2.4倍，年均增长19%。",
		"科技专项经费从2015年的520万元提高到2020年的2000万元，增幅达到285%。",
		"| 指标 | 单位 | 2022年目标 | 2022年实际完成 | 同比增长（%） |\n| --- | --- | --- | --- | --- |\n| 引进市外资金 | 亿元 | 90 | 81.9 | -4.2 |\n| 外贸出口 | 亿元 | 25 | 26.5 | 9.8 |",
	},
	find: func(d *document) (found []report) {
		for _, g := range d.growths() {
			if !g.holds(g.rounded) && !g.holds(g.cut) {
				found = append(found, g.report())
			}
		}
		return found
	},
}

var roundingCheck = Check{
	Name: "rounding",
	Doc: `A rate that is right but cut where it should be rounded: 由37家增加到129家 is 248.6%, printed 248.
Told apart from an error; notes only.`,
	Match:  []string{"高新技术企业由2015年的«37»家增加到2020年的«129»家，增长«248»%。"},
	Reject: []string{"高新技术企业由2015年的37家增加到2020年的129家，增长249%。"},
	find: func(d *document) (found []report) {
		for _, g := range d.growths() {
			if g.holds(g.rounded) || !g.holds(g.cut) {
				continue
			}
			exact := decimal(g.exact(), 2)
			r := g.report()
			r.severity = Note
			r.zh = fmt.Sprintf("“%s”增幅实为%s%%，写作%s，是舍去而非四舍五入", g.Indicator, exact, g.print())
			r.en = fmt.Sprintf("the growth of %s is %s%%, printed %s: cut, not rounded", g.Indicator, exact, g.print())
			found = append(found, r)
		}
		return found
	},
}

// growth is a rate in percent with its ends.
type growth struct {
	*figure
	start, end   *figure
	years        int    // 0 for a rate over the whole time
	rounded, cut amount // the rate as a fraction: as rounded, as cut
}

// growths returns the rates in percent whose ends are known.
func (d *document) growths() (all []growth) {
	hundredth := big.NewRat(1, 100)
	for _, f := range d.figures {
		if f.Measure != "growth" || f.UnitBase != "%" {
			continue
		}
		start, end, years := d.ends(f)
		if times := d.multipleOf(f); start == nil && times != nil {
			all = append(all, overMultiple(f, times))
			continue
		}
		if start == nil || start.value.Sign() <= 0 || end.value.Sign() <= 0 || f.Per == "year" && years <= 0 || start.UnitBase == "%" {
			continue
		}
		if f.Per != "year" {
			years = 0
		}
		all = append(all, growth{f, start, end, years, f.amount.by(hundredth), f.cut().by(hundredth)})
	}
	return all
}

// multipleOf returns the multiple that the sentence of a yearly rate states for the
// same thing and time: 是2000年的2.4倍，年均增长19%.
func (d *document) multipleOf(f *figure) *figure {
	if f.Per != "year" {
		return nil
	}
	for _, g := range d.byKey[f.key] {
		if g.Measure == "multiple" && g.Statement == f.Statement && g.Time == f.Time && g.step.Sign() > 0 && g.value.Sign() > 0 && ofYear().MatchString(g.lead) {
			return g
		}
	}
	return nil
}

// ofYear is what stands before the multiple of one year, not of a period's sum.
var ofYear = expression(`\d{4}年[底末]?的$`)

// overMultiple makes of a multiple the ends of a rate: from one to it.
func overMultiple(f, times *figure) growth {
	one := &figure{stated: stated{ID: times.ID, Key: times.Key, Statement: times.Statement, Quote: "1", fields: fields{Unit: "倍", Comparator: "="}},
		value: whole(1), step: whole(1), amount: exactly(whole(1))}
	hundredth := big.NewRat(1, 100)
	return growth{f, one, times, times.TimeLast - times.TimeFirst, f.amount.by(hundredth), f.cut().by(hundredth)}
}

// cut is what a rate stands for that was cut, not rounded.
func (f *figure) cut() amount {
	a := f.amount
	if f.Comparator == "=" {
		a = exactly(f.value)
		if f.value.Sign() < 0 {
			a.lo = sub(f.value, f.step)
		} else {
			a.hi = add(f.value, f.step)
		}
	}
	return a
}

// holds reports whether the ends can give the rate.
func (g growth) holds(rate amount) bool {
	if g.years > 1 {
		return compounded(g.start.amount, rate, g.end.amount, g.years)
	}
	return growthOf(g.start.amount, g.end.amount).meets(rate)
}

// exact returns the rate that the ends as printed give, in percent.
func (g growth) exact() *big.Rat {
	q := quo(g.end.value, g.start.value)
	if g.years > 1 {
		q = new(big.Rat)
		q.SetFloat64(root(quo(g.end.value, g.start.value), g.years))
	}
	return mul(sub(q, whole(1)), whole(100))
}

// real are words of what is told in prices of its time and whose growth is told in
// constant prices; by so much a year the one may be above the other.
var real = expression(`(?:生产总值|GDP|增加值|总产值|总产出)$`)

const inflation = 4

// deflated reports whether a lower growth than that of the ends may be the growth
// in constant prices.
func (g growth) deflated() bool {
	gap := sub(g.exact(), g.value)
	years := max(g.years, 1)
	if g.years == 0 && g.TimeFirst < g.TimeLast {
		years = g.TimeLast - g.TimeFirst
	}
	most := whole(inflation)
	if g.years == 0 {
		most = whole(int64(inflation * years))
	}
	return real().MatchString(g.Indicator) && gap.Sign() > 0 && less(gap, most)
}

func (g growth) report() report {
	r := g.severe()
	if g.deflated() {
		r.severity = Note
		r.zh += "；若按可比价计算则另当别论"
		r.en += "; in constant prices it may hold"
	}
	return r
}

func (g growth) severe() report {
	exact := decimal(g.exact(), 2)
	formula := fmt.Sprintf("%s÷%s−1=%s%%", g.end.print(), g.start.print(), exact)
	yearly, per := "", ""
	if g.years > 1 {
		formula = fmt.Sprintf("(%s÷%s)^(1/%d)−1=%s%%", g.end.print(), g.start.print(), g.years, exact)
		yearly, per = "年均", " a year"
	}
	return report{
		severity: grave(g.figure, g.start, g.end), figures: []*figure{g.start, g.end, g.figure},
		zh:         fmt.Sprintf("“%s”由%s到%s，%s增长应为%s%%，文中为%s", g.Indicator, g.start.print(), g.end.print(), yearly, exact, g.print()),
		en:         fmt.Sprintf("%s from %s to %s grows by %s%%%s, the text says %s", g.Indicator, g.start.print(), g.end.print(), exact, per, g.print()),
		arithmetic: formula + "；文中" + g.print(),
	}
}
