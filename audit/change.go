package audit

import "fmt"

var changeCheck = Check{
	Name: "change_vs_levels",
	Doc: `A stated change against the levels before and after: 新增10个 while the table goes from 3 to 6.
The level before a target is the latest that the document states. Amounts that are counted anew each year (产值, 授权量) have no such levels.`,
	Match: []string{
		"森林覆盖率由2015年的«45.2»%提高到2020年的«48.6»%，提高«4.4»个百分点。",
		"2020年，全市拥有省级重点实验室«3»家。到2025年，省级重点实验室达到«6»家。到2025年，新增省级重点实验室«10»家。",
		"| 指标 | 2020年 | 2025年目标 | 年均增速[累计] |\n| --- | --- | --- | --- |\n| 农业科技进步贡献率（%） | «60» | «64» | [«9»] |\n| 农作物耕种收综合机械化率（%） | 71 | 75 | [4] |\n",
	},
	Reject: []string{
		"森林覆盖率由2015年的45.2%提高到2020年的48.6%，提高3.4个百分点。",
		"R&D投入强度由2015年0.48%提高到2020年的1.29%，年均增幅0.16个百分点。",
		"2020年，全市拥有省级重点实验室3家。到2025年，省级重点实验室达到6家。到2025年，新增省级重点实验室3家。",
	},
	find: func(d *document) (found []report) {
		for _, f := range d.figures {
			if f.Measure != "change" || f.step.Sign() == 0 {
				continue
			}
			start, end, years := d.ends(f)
			if start == nil && f.Kind == "target" && !f.yearly {
				start, end = d.ahead(f)
			}
			if start == nil || !changed(f, start, end) || f.yearly && !together(f, start) {
				continue
			}
			if r, ok := changeReport(f, start, end, years); !ok {
				found = append(found, r)
			}
		}
		return found
	},
}

// ahead returns the level that a target's change begins at, the latest there is,
// and the level aimed at in the same year.
func (d *document) ahead(f *figure) (start, end *figure) {
	for _, g := range d.peers(f) {
		if g.Measure != "level" || g.Scope != f.Scope || g.place != f.place || g.act != "" {
			continue
		}
		switch {
		case g.Kind == "target" && g.TimeLast == f.TimeLast && end == nil:
			end = g
		case g.Kind == "actual" && (start == nil || g.TimeLast > start.TimeLast):
			start = g
		}
	}
	if start == nil || end == nil {
		return nil, nil
	}
	return start, end
}

// peers returns the figures of what f speaks of, under its own name and as the
// same class under another: 国家级创新平台 and 国家科研平台.
func (d *document) peers(f *figure) []*figure {
	if class := classWords[f.base]; class != "" {
		return d.byClass[f.level+class]
	}
	return d.byKey[f.key]
}

// changed reports whether the unit of a change fits its levels.
func changed(f, start, end *figure) bool {
	if start.UnitBase == "%" {
		return (f.UnitBase == "个百分点" || f.table && f.UnitBase == "%") && end.UnitBase == "%"
	}
	return f.UnitBase == start.UnitBase || f.UnitBase == "" || start.UnitBase == "" || start.table
}

func changeReport(f, start, end *figure, years int) (report, bool) {
	got := end.amount.minus(start.amount)
	formula := fmt.Sprintf("%s−%s", end.print(), start.print())
	exact := sub(end.value, start.value)
	if f.Per == "year" {
		if years <= 0 {
			return report{}, true
		}
		n := quo(whole(1), whole(int64(years)))
		got, exact = got.by(n), mul(exact, n)
		formula = fmt.Sprintf("(%s)÷%d", formula, years)
	}
	// 年均0.16 of 0.162 is cut, 12.35亿 of two rounded levels may differ by a digit.
	if got.meets(f.amount.around(f.step)) && (f.step.Cmp(whole(1)) != 0 || f.Per == "year" || got.meets(f.amount)) {
		return report{}, true
	}
	unit := f.Unit
	shown := quo(exact, f.factor)
	severity := grave(f, start, end)
	if start.key != f.key || end.key != f.key {
		severity = Warning
	}
	return report{
		severity: severity, figures: []*figure{start, end, f},
		zh:         fmt.Sprintf("“%s”由%s到%s，变化应为%s%s，文中为%s", f.Indicator, start.print(), end.print(), decimal(shown, 2), unit, f.print()),
		en:         fmt.Sprintf("%s from %s to %s changes by %s%s, the text says %s", f.Indicator, start.print(), end.print(), decimal(shown, 2), unit, f.print()),
		arithmetic: fmt.Sprintf("%s=%s%s；文中%s", formula, decimal(shown, 2), unit, f.print()),
	}, false
}
