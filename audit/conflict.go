package audit

import (
	"fmt"
	"slices"
	"strings"
)

var twoValuesCheck = Check{
	Name: "two_values",
	Doc: `One indicator, one time, two values in the running text.
What is part of a sum is compared with parts of the same sum, what was done (引进) with what was done, a zone with itself.`,
	Match: []string{
		"2020年，科技型中小企业总量居全省第«3»位。\n\n2020年，科技型中小企业总量居全省第«4»位。",
		"2020年，全市高新技术企业达到«186»家。\n\n截至2020年底，全市高新技术企业为«176»家。",
	},
	Reject: []string{
		"2020年，全市高新技术企业达到186家。\n\n2019年，全市高新技术企业达到176家。",
		"2020年，全市高新技术企业达到186家。\n\n2020年，全市省级高新技术企业达到86家。",
		"2020年，R&D经费投入强度达到3.37%。\n\n2020年，R&D经费投入强度达到3.4%。",
	},
	find: func(d *document) []report { return d.conflicts("actual", false) },
}

var textTableCheck = Check{
	Name: "text_vs_table",
	Doc: `One indicator, one time, one value in the text and another in the document's table.
A sum that the text gives by levels (国家级3家, 省级3家) is compared with the row for all. What the text gives without a time is taken for the year before the plan begins; such findings and those by likeness of names are notes.`,
	Match: []string{
		"2020年，全市R&D经费投入强度达到«3.37»%。\n\n| 指标 | 2020年 | 2025年目标 |\n| --- | --- | --- |\n| R&D经费投入强度（%） | «2.5» | 3.5 |\n| 高新技术企业（家） | 176 | 350 |\n",
	},
	Reject: []string{
		"2020年，全市R&D经费投入强度达到2.5%。\n\n| 指标 | 2020年 | 2025年目标 |\n| --- | --- | --- |\n| R&D经费投入强度（%） | 2.5 | 3.5 |\n| 高新技术企业（家） | 176 | 350 |\n",
	},
	find: func(d *document) []report {
		found := d.conflicts("actual", true)
		found = append(found, d.levelsAgainstTable()...)
		found = append(found, d.classesAgainstTable()...)
		return append(found, d.stocks()...)
	},
}

var targetConflictCheck = Check{
	Name: "target_conflict",
	Doc: `One indicator, one year, two targets: 500家 here and 320家 there.
Targets are compared by their numbers, 45以上 and 50 differ.`,
	Match: []string{
		"到2025年，全市高新技术企业达到«500»家。\n\n到2025年，全市高新技术企业达到«320»家以上。",
		"“十四五”期间，地区生产总值年均增长«6.5»%。\n\n到2025年，地区生产总值年均增长«6»%左右。",
	},
	Reject: []string{"到2025年，全市高新技术企业达到500家。\n\n到2025年，全市高新技术企业达到500家以上。到2024年，全市高新技术企业达到420家。"},
	find:   func(d *document) []report { return append(d.conflicts("target", false), d.alikeTargets()...) },
}

// conflicts groups the figures by what they speak of and by time, and reports
// each group that has several values. Linear: every figure is in one group.
func (d *document) conflicts(kind string, table bool) (found []report) {
	groups := index{}
	var order []string
	for _, f := range d.figures {
		if f.Kind != kind || f.Measure == "rank" && f.among() == "" || f.Measure == "multiple" || f.Indicator == "" || f.Rule == "figure_ratio" || f.step.Sign() == 0 || strings.HasPrefix(f.Time, "20X") {
			continue
		}
		if f.IndicatorID == "" && (len([]rune(f.base)) < 4 || attribute().MatchString(f.base)) {
			continue
		}
		key := f.identity()
		if groups[key] == nil {
			order = append(order, key)
		}
		groups.put(key, f)
	}
	for _, key := range order {
		if r, ok := d.conflict(groups[key], kind, table); ok {
			found = append(found, r)
		}
	}
	return found
}

// attribute are names of what every project has.
var attribute = expression(`^(?:估算|计划|项目|规划|年度)?(?:总投资|投资额?|用地|占地面积|建筑面积|总建筑面积|用地面积|面积|资金|总额|产值|年产值|收入|税收|合同额|项目数?|企业数?)$`)

// identity is what two figures must have in common to be compared.
func (f *figure) identity() string {
	parts := []string{f.key, f.Scope, f.place, f.Measure, f.Per, f.Time, f.UnitBase}
	if f.Measure == "rank" {
		parts = append(parts, f.among())
	}
	if f.Measure == "growth" {
		from, to := span(f)
		parts[5] = fmt.Sprint(from, to)
	}
	if f.Kind == "target" {
		parts[5] = fmt.Sprint(f.TimeLast)
		if f.Measure != "level" && f.Per == "" {
			parts = append(parts, f.Time)
		}
		if hard(f.act) {
			parts = append(parts, f.act)
		}
	} else {
		parts = append(parts, f.act)
		if f.total != nil && f.IndicatorID == "" {
			parts = append(parts, f.total.key, f.total.act, f.total.Time)
		}
	}
	return strings.Join(parts, "\x00")
}

// order are words of those among whom a rank is held.
var order = expression(`全[国省市区县]|珠三角|粤东西北|粤东粤西粤北|长三角|京津冀`)

// among returns those among whom a rank is held, "" where the text does not say.
func (f *figure) among() string { return order().FindString(f.lead) }

// conflict reports a group of figures that are not all the same.
func (d *document) conflict(group []*figure, kind string, table bool) (report, bool) {
	group = lone(group)
	if len(group) < 2 {
		return report{}, false
	}
	var distinct []*figure
	cells := 0
	for _, f := range group {
		if f.table {
			cells++
		}
		if !slices.ContainsFunc(distinct, func(g *figure) bool { return agree(f, g, kind) }) {
			distinct = append(distinct, f)
		}
	}
	mixed := cells > 0 && cells < len(group)
	if len(distinct) < 2 || kind == "actual" && mixed != table || cells > 1 && len(distinct) > 2 {
		return report{}, false
	}
	first := group[0]
	severity := Warning
	if first.act != "" && kind == "actual" || first.Time == "" && kind == "actual" && !namedLevel(first) {
		severity = Note
	}
	at, atEN := first.when()
	what := map[string]string{"actual": "", "target": "目标"}[kind]
	whatEN := map[string]string{"actual": "", "target": " target"}[kind]
	var values, places []string
	for _, f := range distinct {
		values = append(values, f.print())
	}
	for _, f := range group {
		places = append(places, fmt.Sprintf("第%d行%s", f.Line, f.print()))
	}
	return report{
		severity: severity, figures: group,
		zh:         fmt.Sprintf("“%s”%s%s前后不一：%s", first.Indicator, at, what, strings.Join(values, "，")),
		en:         fmt.Sprintf("%s%s has two values%s: %s", first.Indicator, whatEN, atEN, strings.Join(values, ", ")),
		arithmetic: strings.Join(places, "≠"),
	}, true
}

// namedLevel reports whether a figure without a time still is one thing that there
// is now: 国家级工程技术研究中心 has an id, 项目 has none.
func namedLevel(f *figure) bool { return f.IndicatorID != "" && f.Measure == "level" }

// lone leaves out the figures of a sentence or a table that states several values
// of one thing: a breakdown, whose parts only seem to be the same.
func lone(group []*figure) []*figure {
	first := map[[2]int]*figure{}
	mixed := map[[2]int]bool{}
	for _, f := range group {
		at := [2]int{f.Statement.Start, f.Statement.End}
		if g := first[at]; g != nil && g.value.Cmp(f.value) != 0 {
			mixed[at] = true
		}
		first[at] = f
	}
	return slices.DeleteFunc(slices.Clone(group), func(f *figure) bool {
		return mixed[[2]int{f.Statement.Start, f.Statement.End}]
	})
}

// agree reports whether two figures can be the same. Targets are what is printed.
func agree(f, g *figure, kind string) bool {
	if kind == "actual" {
		return f.value.Cmp(g.value) == 0 || f.amount.overlaps(g.amount)
	}
	half := func(f *figure) amount {
		a := exactly(f.value)
		if f.ValueMax != nil {
			a.hi = mul(rat(*f.ValueMax), f.factor)
		}
		if f.step.Sign() == 0 || f.step.Cmp(whole(1)) == 0 {
			return a
		}
		return a.around(quo(f.step, whole(2)))
	}
	return half(f).meets(half(g))
}

// when names the time of a figure in both languages.
func (f *figure) when() (zh, en string) {
	if f.Kind == "target" && f.Measure == "level" && f.TimeLast != 0 {
		return fmt.Sprintf("（%d年）", f.TimeLast), fmt.Sprintf(" in %d", f.TimeLast)
	}
	if f.Time == "" {
		return "", ""
	}
	return "（" + f.Time + "）", " in " + f.Time
}

// alikeTargets reports targets of one year whose names end alike and whose numbers
// are far apart: 科技领军人才5名 and 产业领军人才100名. Notes: the names differ.
func (d *document) alikeTargets() (found []report) {
	byHead := map[string]*figure{}
	for _, f := range d.figures {
		if f.Kind != "target" || f.Measure != "level" && f.Measure != "change" || f.TimeLast == 0 || f.place != "" || f.UnitBase == "%" {
			continue
		}
		for _, n := range strings.FieldsFunc(f.base, func(r rune) bool { return strings.ContainsRune("、()或和及", r) }) {
			head := alikeHead(n)
			if head == "" {
				continue
			}
			key := fmt.Sprintf("%s\x00%s\x00%s\x00%d", head, f.level, f.UnitBase, f.TimeLast)
			g := byHead[key]
			if g == nil {
				byHead[key] = f
				continue
			}
			if g.key == f.key || together(f, g) || f.value.Sign() <= 0 || g.value.Sign() <= 0 {
				continue
			}
			if times := quo(f.value, g.value); less(times, whole(10)) && less(quo(whole(1), times), whole(10)) {
				continue
			}
			found = append(found, report{
				severity: Note, figures: []*figure{g, f},
				zh:         fmt.Sprintf("%d年目标“%s”%s与“%s”%s相差悬殊", f.TimeLast, g.Indicator, g.print(), f.Indicator, f.print()),
				en:         fmt.Sprintf("the targets for %d of %s, %s, and of %s, %s, are far apart", f.TimeLast, g.Indicator, g.print(), f.Indicator, f.print()),
				arithmetic: g.print() + "≠" + f.print(),
			})
		}
	}
	return found
}

// alikeHead returns the last four characters of a name that has a word of two
// before them: 领军人才 of 科技领军人才.
func alikeHead(name string) string {
	r := []rune(name)
	if len(r) != 6 {
		return ""
	}
	return string(r[2:])
}
