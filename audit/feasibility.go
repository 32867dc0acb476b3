package audit

import (
	"fmt"
	"math/big"
)

var feasibilityCheck = Check{
	Name: "feasibility",
	Doc: `What an amount and its share of another imply for that other: R&D to grow 9% a year and its share to rise from 0.69% to 1% leaves GDP hardly any growth.
Reported where the other would have to grow by less than 3% or more than 15% a year (a population: shrink or grow by more than 3%). A note where the digits leave room for less.`,
	Match: []string{
		"2020年，全市R&D经费达«7.5»亿元，R&D经费投入强度为«0.69»%。\n\n到2025年，R&D经费投入年均增长«9»%，R&D经费投入强度达到«1»%以上。",
	},
	Reject: []string{
		"2020年，全市R&D经费达7.5亿元，R&D经费投入强度为0.69%。\n\n到2025年，R&D经费投入年均增长12%，R&D经费投入强度达到0.9%。",
	},
	find: func(d *document) (found []report) {
		done := map[string]bool{}
		for _, share := range d.figures {
			r := d.ratioOf(share)
			if r == nil || share.Measure != "level" || share.place != "" || share.Scope != "" || share.TimeLast == 0 || share.value.Sign() <= 0 || done[share.key+share.Time] {
				continue
			}
			one, ok := d.imply(share, r)
			if ok {
				done[share.key+share.Time] = true
				found = append(found, one)
			}
		}
		return found
	},
}

// imply computes how a divisor would have to grow up to the year of a share.
func (d *document) imply(share *figure, r *ratio) (report, bool) {
	before, from, basis := d.shareBefore(share)
	if basis == nil || before.lo == nil || before.lo.Sign() <= 0 {
		return report{}, false
	}
	years := share.TimeLast - from
	times, growth := d.multiplied(share, r.over, from)
	if growth == nil || years <= 0 || years > 30 || share.amount.lo == nil && share.amount.hi == nil {
		return report{}, false
	}
	if (share.Comparator == "<" || share.Comparator == "<=") && !less(share.value, before.lo) {
		return report{}, false
	}
	aimed := share.amount
	if share.Kind == "target" { // 1.5% is aimed at, not measured
		aimed = amount{share.value, share.value}
		if share.Comparator == ">=" || share.Comparator == ">" {
			aimed.hi = nil
		}
	}
	divisor := times.over(aimed.over(before))
	slow, fast := big.NewRat(103, 100), big.NewRat(115, 100)
	if r.under == ofPeople {
		slow, fast = big.NewRat(97, 100), big.NewRat(103, 100)
	}
	low := divisor.hi != nil && less(divisor.hi, power(slow, years))
	high := divisor.lo != nil && less(power(fast, years), divisor.lo)
	middle := quo(mul(growth.value, basis.value), share.value)
	sure := low || high
	if !sure && !less(middle, power(slow, years)) && !less(power(fast, years), middle) {
		return report{}, false
	}
	yearly := (root(middle, years) - 1) * 100
	figures := append(append([]*figure{}, growth.figures...), basis.figures...)
	figures = append(figures, share)
	bound, boundEN := "", ""
	if share.Comparator == ">=" || share.Comparator == ">" {
		bound, boundEN = "至多", "at most "
	}
	severity := Warning
	if r.under == ofPeople || !sure {
		severity = Note
	}
	return report{
		severity: severity, figures: figures,
		zh:         fmt.Sprintf("“%s”与其总量的变化意味着%s在%d年间%s为原来的%s倍，年均%.1f%%", share.Indicator, r.name, years, bound, decimal(middle, 3), yearly),
		en:         fmt.Sprintf("%s and its amount imply that %s becomes %s%s times in %d years, %.1f%% a year", share.Indicator, r.name, boundEN, decimal(middle, 3), years, yearly),
		arithmetic: fmt.Sprintf("%s÷(%s÷%s)=%s；%s^(1/%d)−1=%.1f%%", growth.text, share.print(), basis.text, decimal(middle, 3), decimal(middle, 3), years, yearly),
	}, true
}

// term is a number of a calculation with what it rests on.
type term struct {
	value   *big.Rat
	text    string
	figures []*figure
}

// shareBefore returns the share at an earlier time, stated or by its change.
func (d *document) shareBefore(share *figure) (before amount, year int, basis *term) {
	for _, c := range d.byKey[share.key] {
		if c.Measure == "change" && c.Per == "" && c.Kind == share.Kind && c.TimeLast == share.TimeLast && c.TimeFirst < c.TimeLast && c.UnitBase == "个百分点" {
			value := sub(share.value, c.value)
			return share.amount.minus(c.amount), c.TimeFirst, &term{value, fmt.Sprintf("(%s−%s)", share.print(), c.print()), []*figure{c}}
		}
	}
	var best *figure
	for _, g := range d.byKey[share.key] {
		if g.Measure == "level" && g.Kind == "actual" && g.Scope == "" && g.place == "" && d.yearOf(g) < d.yearOf(share) && (best == nil || d.yearOf(g) >= d.yearOf(best)) {
			if best == nil || d.yearOf(g) > d.yearOf(best) || best.Comparator == "~" && g.Comparator == "=" {
				best = g
			}
		}
	}
	if best == nil || d.yearOf(best) == 0 {
		return amount{}, 0, nil
	}
	return best.amount, d.yearOf(best), &term{best.value, best.print(), []*figure{best}}
}

// yearOf returns the year of a level; what has none (20xx年, 目前) in a plan is of
// the year before it begins.
func (d *document) yearOf(f *figure) int {
	if f.TimeLast != 0 && len(f.Time) >= 4 && f.Time[2:4] != "XX" {
		return f.TimeLast
	}
	if f.Kind == "actual" {
		return d.before()
	}
	return f.TimeLast
}

// multiplied returns by how much an amount is multiplied from a year to that of a
// share: by its two levels, or by its growth.
func (d *document) multiplied(share *figure, key string, from int) (amount, *term) {
	var start, end *figure
	for _, g := range d.byKey[key] {
		if g.Scope != "" || g.place != "" {
			continue
		}
		switch {
		case g.Measure == "level" && d.yearOf(g) == from && g.Kind == "actual":
			start = g
		case g.Measure == "level" && d.yearOf(g) == share.TimeLast && g.Kind == share.Kind:
			end = g
		}
	}
	if start != nil && end != nil && start.UnitBase == end.UnitBase && start.value.Sign() > 0 {
		return end.amount.over(start.amount), &term{quo(end.value, start.value), fmt.Sprintf("(%s÷%s)", end.print(), start.print()), []*figure{start, end}}
	}
	for _, g := range d.byKey[key] {
		if g.Kind != share.Kind || g.TimeLast != share.TimeLast || g.TimeFirst != g.TimeLast && g.TimeFirst != from || g.Scope != "" {
			continue
		}
		if times, t := g.grown(share.TimeLast - from); t != nil {
			if start != nil {
				t.figures = append([]*figure{start}, t.figures...)
			}
			return times, t
		}
	}
	return amount{}, nil
}

// grown returns by how much a growth or a multiple multiplies in some years.
func (g *figure) grown(years int) (amount, *term) {
	one, hundredth := whole(1), big.NewRat(1, 100)
	switch {
	case g.Measure == "multiple" && g.Per == "":
		return g.amount, &term{g.value, g.print(), []*figure{g}}
	case g.Measure == "growth" && g.UnitBase == "倍" && g.Per == "":
		return g.amount.plus(exactly(one)), &term{add(g.value, one), fmt.Sprintf("(1+%s)", g.Quote), []*figure{g}}
	case g.Measure == "growth" && g.UnitBase == "%" && g.Per == "year" && years > 0:
		rate := g.amount
		if g.Kind == "target" && g.Comparator == "=" {
			rate = exactly(g.value)
		}
		rate = rate.by(hundredth).plus(exactly(one))
		var times amount
		if rate.lo != nil {
			times.lo = power(rate.lo, years)
		}
		if rate.hi != nil {
			times.hi = power(rate.hi, years)
		}
		return times, &term{power(add(one, mul(g.value, hundredth)), years), fmt.Sprintf("(1+%s)^%d", g.print(), years), []*figure{g}}
	case g.Measure == "growth" && g.UnitBase == "%" && g.Per == "" && g.TimeFirst < g.TimeLast:
		return g.amount.by(hundredth).plus(exactly(one)), &term{add(one, mul(g.value, hundredth)), fmt.Sprintf("(1+%s)", g.print()), []*figure{g}}
	}
	return amount{}, nil
}
