package audit

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
)

var unitCheck = Check{
	Name: "unit_doubtful",
	Doc: `A unit that cannot be right, is cut short or is missing.
One thing in units a thousand times apart while the numbers are near each other (120亿元, 118万元); 7.63亿 for 亿元; a row of a table without a unit where the others have one or its indicator has one elsewhere; a change of a share in % where 个百分点 must be meant.`,
	Match: []string{
		"2019年，全市社会消费品零售总额«118»万元。\n\n2020年，全市社会消费品零售总额«120»亿元。",
		"2020年，财政科技支出达«3.61»亿，全市一片繁荣。",
	},
	Reject: []string{
		"2019年，全市社会消费品零售总额118亿元。\n\n2020年，全市社会消费品零售总额120亿元。",
		"2015年，技术合同成交额9000万元。\n\n2020年，技术合同成交额1.2亿元。",
	},
	find: func(d *document) []report {
		found := d.magnitudes()
		found = append(found, d.otherKinds()...)
		found = append(found, d.short()...)
		found = append(found, d.unitless()...)
		return append(found, d.points()...)
	},
}

// magnitudes compares each level with the first one of its thing.
func (d *document) magnitudes() (found []report) {
	first := map[string]*figure{}
	for _, f := range d.figures {
		if f.Measure != "level" || f.UnitBase == "" || f.UnitBase == "%" || f.value.Sign() <= 0 || f.IndicatorID == "" && len([]rune(f.base)) < 4 {
			continue
		}
		key := strings.Join([]string{f.key, f.Scope, f.place, f.act, f.UnitBase}, "\x00")
		g := first[key]
		if g == nil {
			first[key] = f
			continue
		}
		times := quo(f.value, g.value)
		printed := quo(new(big.Rat).Abs(rat(f.Value)), new(big.Rat).Abs(rat(g.Value)))
		if f.Unit == g.Unit || printed == nil || within(times, big.NewRat(1, 1000), whole(1000)) || !within(printed, big.NewRat(1, 20), whole(20)) {
			continue
		}
		found = append(found, report{
			severity: Warning, figures: []*figure{g, f},
			zh:         fmt.Sprintf("“%s”一处为%s，一处为%s，相差%s倍，单位可疑", f.Indicator, g.print(), f.print(), apart(times)),
			en:         fmt.Sprintf("%s is %s here and %s there, %s times apart: the unit is doubtful", f.Indicator, g.print(), f.print(), apart(times)),
			arithmetic: fmt.Sprintf("%s÷%s=%s", f.print(), g.print(), decimal(times, 6)),
		})
	}
	return found
}

func within(r, lo, hi *big.Rat) bool { return less(lo, r) && less(r, hi) }

func apart(times *big.Rat) string {
	if less(times, whole(1)) {
		times = quo(whole(1), times)
	}
	return decimal(times, 0)
}

// otherKinds reports one thing measured in units of two kinds: 12.5件 and 13.1%.
func (d *document) otherKinds() (found []report) {
	first := map[string]*figure{}
	for _, f := range d.figures {
		kind := d.lexicon.Dimension(f.Unit)
		if f.Measure != "level" || kind == "" || len([]rune(f.name)) < 4 || strings.Contains(f.Unit, "/") {
			continue
		}
		key := f.name + "\x00" + f.Scope + "\x00" + f.act
		g := first[key]
		if g == nil {
			first[key] = f
			continue
		}
		other := d.lexicon.Dimension(g.Unit)
		if other == kind || !apartKinds(kind, other) || together(f, g) || f.IndicatorID == g.IndicatorID && f.IndicatorID == "" && !(f.table || g.table) && f.Time != g.Time && f.TimeLast == 0 {
			continue
		}
		found = append(found, report{
			severity: Note, figures: []*figure{g, f},
			zh:         fmt.Sprintf("“%s”一处以%s计，一处以%s计", f.Indicator, g.Unit, f.Unit),
			en:         fmt.Sprintf("%s is measured in %s here and in %s there", f.Indicator, g.Unit, f.Unit),
			arithmetic: g.print() + "，" + f.print(),
		})
	}
	return found
}

// apartKinds reports whether no one thing is measured in both kinds of unit. Roads
// are counted and measured, firms counted and their capital told.
func apartKinds(a, b string) bool {
	bulk := []string{"mass", "area", "volume", "power", "energy"}
	return (a == "share") != (b == "share") && a != "points" && b != "points" && a != "score" && b != "score" || slices.Contains(bulk, a) && slices.Contains(bulk, b)
}

// short reports multipliers without their unit.
func (d *document) short() (found []report) {
	for _, f := range d.figures {
		if !cutShort(f) || milestone().MatchString(f.tail) || f.Measure == "growth" || f.Measure == "multiple" {
			continue
		}
		sibling := "元"
		for _, g := range d.byKey[f.key] {
			if g.UnitBase != "" && !cutShort(g) && strings.HasPrefix(g.Unit, f.Unit) {
				sibling = strings.TrimPrefix(g.Unit, f.Unit)
			}
		}
		if len(d.byKey[f.key]) == 1 && !f.yearly {
			continue
		}
		found = append(found, report{
			severity: Note, figures: []*figure{f},
			zh:         fmt.Sprintf("“%s”%s缺单位，当为%s%s", f.Indicator, f.print(), f.Unit, sibling),
			en:         fmt.Sprintf("%s of %s lacks its unit, probably %s%s", f.print(), f.Indicator, f.Unit, sibling),
			arithmetic: "",
		})
	}
	return found
}

// pure are names of numbers without a unit.
var pure = expression(`(?:系数|指数|比|结构|弹性)$`)

// milestone is what stands behind a multiplier that only says how high: 200亿台阶.
var milestone = expression(`^[万亿]+(?:级|台阶|大关|、)`)

// unitless reports rows of a table without a unit, where others have one.
func (d *document) unitless() (found []report) {
	cells, without := 0, 0
	for _, f := range d.figures {
		if f.table && f.Measure == "level" {
			if cells++; f.Unit == "" {
				without++
			}
		}
	}
	done := map[string]bool{}
	for _, f := range d.figures {
		if f.Unit != "" || f.Measure != "level" || done[f.key] || f.step.Sign() == 0 || pure().MatchString(f.Indicator) || strings.ContainsAny(f.Quote, ":∶：") {
			continue
		}
		other := ""
		for _, g := range d.byKey[f.key] {
			if g.Unit != "" && g.Measure == "level" {
				other = g.Unit
			}
		}
		if other == "" && !(f.table && without*4 <= cells && cells >= 8) || f.IndicatorID == "" && other != "" && !f.table {
			continue
		}
		done[f.key] = true
		r := report{severity: Note,
			zh: fmt.Sprintf("“%s”没有写明单位", f.Indicator), en: fmt.Sprintf("%s is stated without a unit", f.Indicator)}
		if other != "" {
			r.zh += "，他处为" + other
			r.en += ", elsewhere it is " + other
		}
		for _, g := range d.byKey[f.key] {
			if g.Unit == "" && g.Measure == "level" {
				r.figures = append(r.figures, g)
			}
		}
		found = append(found, r)
	}
	return found
}

// points reports changes of a share in percent: 累计增加10% of 14.4%, and 提高11.8%
// from 59.8% to 71.6%.
func (d *document) points() (found []report) {
	for _, f := range d.figures {
		if f.Measure != "growth" || f.UnitBase != "%" || f.Per != "" {
			continue
		}
		start, end, _ := d.ends(f)
		if start == nil || start.UnitBase != "%" || !end.amount.minus(start.amount).meets(f.amount) || growthOf(start.amount, end.amount).by(whole(100)).meets(f.amount) {
			continue
		}
		found = append(found, report{
			severity: Warning, figures: []*figure{start, end, f},
			zh:         fmt.Sprintf("“%s”由%s到%s，相差%s个百分点，文中写作%s", f.Indicator, start.print(), end.print(), decimal(sub(end.value, start.value), 2), f.print()),
			en:         fmt.Sprintf("%s from %s to %s is %s percentage points, the text says %s", f.Indicator, start.print(), end.print(), decimal(sub(end.value, start.value), 2), f.print()),
			arithmetic: fmt.Sprintf("%s−%s=%s个百分点", end.print(), start.print(), decimal(sub(end.value, start.value), 2)),
		})
	}
	for _, f := range d.figures {
		if f.Measure != "change" || f.UnitBase != "%" || f.table && d.aimed(f) {
			continue
		}
		for _, g := range d.byKey[f.key] {
			if g.Measure == "level" && g.UnitBase == "%" {
				found = append(found, report{
					severity: Note, figures: []*figure{g, f},
					zh:         fmt.Sprintf("“%s”的变化%s以%%计，当为个百分点", f.Indicator, f.print()),
					en:         fmt.Sprintf("the change of %s, %s, is given in %%; percentage points must be meant", f.Indicator, f.print()),
					arithmetic: fmt.Sprintf("%s+%s个百分点=%s%%；%s×(1+%s%%)=%s%%", g.print(), f.Quote, decimal(add(g.value, f.value), 2), g.print(), f.Quote, decimal(mul(g.value, add(whole(1), quo(f.value, whole(100)))), 2)),
				})
				break
			}
		}
	}
	return found
}

// aimed reports whether the level that a change leads to is stated: the row of a
// table has both levels then, and change_vs_levels compares them.
func (d *document) aimed(f *figure) bool {
	return slices.ContainsFunc(d.byKey[f.key], func(g *figure) bool { return g.Measure == "level" && g.Kind == "target" })
}
