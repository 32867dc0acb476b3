package audit

import (
	"fmt"
	"strconv"
	"strings"
)

var timeCheck = Check{
	Name: "time_doubtful",
	Doc:  `A time that cannot be right: a target whose year is over when the document is issued or its plan begins, a fact of a year still to come, a period that ends before it starts, 十四五 with other years than 2021 to 2025, a 三年行动 that runs over other than three, years left out as 20xx.`,
	Match: []string{
		"《某市科技创新“十四五”规划》（«2021-2024年»）已经印发。",
		"某市三年行动计划（«2024-2028年»）已经印发。",
		"《某市国民经济和社会发展“十四五”规划纲要》（«2020-2025年»）已经印发。",
		"20xx年，全市R&D经费投入达到«13.7»亿元。",
	},
	Reject: []string{
		"《某市科技创新“十四五”规划》（2021-2025年）已经印发。",
		"某市三年行动计划（2024-2026年）已经印发。",
		"落实“十四五”工作要求，实施水环境治理行动方案（2023-2025年）。",
		"衔接“十四五”规划与国土空间总体规划（2021-2035年）。",
		"2020年，全市R&D经费投入达到13.7亿元。",
		"某县2020年政府工作报告\n\n2019年12月28日\n\n一、2020年重点工作\n（一）夯实发展基础\n建成3个码头，新增公共厕所4座。",
	},
	find: func(d *document) []report {
		found := d.overdue()
		found = append(found, d.early()...)
		found = append(found, d.backwards()...)
		found = append(found, d.misdated()...)
		return append(found, d.blank()...)
	},
}

// begins is the year from which on the document speaks of what lies ahead.
func (d *document) begins() int {
	if d.issued != 0 {
		return d.issued
	}
	return d.first
}

var (
	ahead    = expression(`目标|任务|展望|愿景`)
	behind   = expression(`基础|现状|回顾|成效|成就|成绩|完成情况`)
	laid     = expression(`(?:夯实|筑牢|打牢|巩固|强化|加强|完善|改善).*基础`) // what is to be done
	reaching = expression(`(?:到|至|力争|争取|截至|确保)(\d{4})年`)
)

// overdue reports targets whose year is over before the document.
func (d *document) overdue() (found []report) {
	begins := d.begins()
	for _, f := range d.figures {
		if begins == 0 || f.TimeLast == 0 || f.TimeLast >= begins || strings.HasPrefix(f.Time, "20X") {
			continue
		}
		aimed := f.Kind == "target"
		if !aimed && !f.table && ahead().MatchString(f.Section) {
			m := reaching().FindStringSubmatch(d.flow(f.Statement.Start, f.Span.Start))
			aimed = m != nil && m[1] == strconv.Itoa(f.TimeLast)
		}
		if !aimed || f.Measure == "rank" {
			continue
		}
		found = append(found, report{
			severity: Warning, figures: []*figure{f},
			zh:         fmt.Sprintf("“%s”的目标年份%d年早于文件的%d年", f.Indicator, f.TimeLast, begins),
			en:         fmt.Sprintf("the target of %s is for %d, before the document's %d", f.Indicator, f.TimeLast, begins),
			arithmetic: fmt.Sprintf("%d<%d", f.TimeLast, begins),
		})
	}
	return found
}

// early reports facts of a year that was still to come.
func (d *document) early() (found []report) {
	for _, f := range d.figures {
		if d.issued == 0 || f.TimeLast <= d.issued || f.TimeFirst <= d.issued && f.Measure == "level" || f.table {
			continue
		}
		heading := f.Section[strings.LastIndex(f.Section, ">")+1:]
		back := behind().MatchString(heading) && !laid().MatchString(heading) && !aiming().MatchString(d.flow(f.Statement.Start, f.Span.Start))
		if f.Kind != "actual" && !back {
			continue
		}
		found = append(found, report{
			severity: Warning, figures: []*figure{f},
			zh:         fmt.Sprintf("“%s”%s写作%d年的事实，文件印发于%d年", f.Indicator, f.print(), f.TimeLast, d.issued),
			en:         fmt.Sprintf("%s of %s is told as a fact of %d, the document is of %d", f.print(), f.Indicator, f.TimeLast, d.issued),
			arithmetic: fmt.Sprintf("%d>%d", f.TimeLast, d.issued),
		})
	}
	return found
}

var period = expression(`(\d{4})年?(?:-|—|–|－|~|～|至|到)+(\d{4})年`)

// backwards reports periods that end before they start, and changes whose
// beginning is told to be after their end.
func (d *document) backwards() (found []report) {
	for _, at := range period().FindAllStringSubmatchIndex(d.Text, -1) {
		a, b := d.Text[at[2]:at[3]], d.Text[at[4]:at[5]]
		if a <= b || a > "2100" || b < "1949" {
			continue
		}
		r := report{severity: Error,
			zh:         fmt.Sprintf("“%s”止于起始之前", d.Text[at[0]:at[1]]),
			en:         fmt.Sprintf("%s ends before it starts", d.Text[at[0]:at[1]]),
			arithmetic: b + "<" + a}
		d.rest(&r, at[0], at[1])
		found = append(found, r)
	}
	for _, f := range d.figures {
		if f.start == nil || f.end == nil || f.start.TimeLast == 0 || f.end.TimeLast == 0 || f.start.TimeLast < f.end.TimeLast || f.start.Time == f.end.Time {
			continue
		}
		found = append(found, report{
			severity: Error, figures: []*figure{f.start, f.end, f},
			zh:         fmt.Sprintf("“%s”的起点%d年晚于终点%d年", f.Indicator, f.start.TimeLast, f.end.TimeLast),
			en:         fmt.Sprintf("%s starts in %d, after its end in %d", f.Indicator, f.start.TimeLast, f.end.TimeLast),
			arithmetic: fmt.Sprintf("%d>%d", f.start.TimeLast, f.end.TimeLast),
		})
	}
	return found
}

// rest lets a report rest on the dates at a place, or the figures of the sentence
// there, or else on the record that stands nearest.
func (d *document) rest(r *report, from, to int) {
	for _, t := range d.Records {
		if t.Date != nil && t.ByteStart < to && from < t.ByteEnd {
			r.records = append(r.records, record{t.ID, t.Key})
		}
	}
	for _, f := range d.figures {
		if len(r.records) == 0 && f.Statement.Start <= from && to <= f.Statement.End {
			r.figures = append(r.figures, f)
		}
	}
	if len(r.records) == 0 && len(r.figures) == 0 {
		if near := d.nearest(from); near != nil {
			r.records = append(r.records, record{near.ID, near.Key})
		}
	}
}

var (
	named     = expression(`十([一二三四五六])五[”"』」]?[^\d\n，。；,;]{0,24}?[（(](\d{4})年?(?:-|—|–|~|～|至|到)+(\d{4})年?[)）]`)
	counted   = expression(`([一二三四五两])年(?:行动|工作|实施|攻坚|提升|专项)?(?:计划|方案|行动|规划|工程)[^\d\n，。；,;]{0,12}?[（(](\d{4})年?(?:-|—|–|~|～|至|到)+(\d{4})年?[)）]`)
	ofPlan    = expression(`(?:规划|纲要|期间|时期|”|")(?:》)?[（(]$`)
	startless = expression(`[（(](?:-|—|–)(\d{4})年[)）]`)
	numbers   = map[string]int{"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6}
)

// misdated reports periods that do not fit the name of their plan.
func (d *document) misdated() (found []report) {
	seen := map[string]bool{}
	report := func(at []int, zh, en, arithmetic string) {
		quote := d.Text[at[0]:at[1]]
		if seen[quote] {
			return
		}
		seen[quote] = true
		r := report{severity: Warning, zh: "“" + quote + "”" + zh, en: quote + " " + en, arithmetic: arithmetic}
		d.rest(&r, at[4], at[len(at)-1])
		found = append(found, r)
	}
	for _, at := range named().FindAllStringSubmatchIndex(d.Text, -1) {
		first := 2001 + 5*numbers[d.Text[at[2]:at[3]]]
		a, b := plain(d.Text[at[4]:at[5]]), plain(d.Text[at[6]:at[7]])
		inside := a >= first && b <= first+4 && !ofPlan().MatchString(d.Text[at[3]:at[4]]) // 十四五…行动方案（2023—2025年）
		if (a != first || b != first+4) && !inside && b-a < 9 {
			report(at, fmt.Sprintf("与规划期%d—%d年不符", first, first+4), fmt.Sprintf("does not fit the plan's %d to %d", first, first+4), fmt.Sprintf("%d—%d≠%d—%d", a, b, first, first+4))
		}
	}
	for _, at := range counted().FindAllStringSubmatchIndex(d.Text, -1) {
		n := numbers[d.Text[at[2]:at[3]]]
		a, b := plain(d.Text[at[4]:at[5]]), plain(d.Text[at[6]:at[7]])
		if years := b - a + 1; years != n && years != n+1 || years > n && n == 1 {
			report(at, fmt.Sprintf("共%d年，不是%d年", years, n), fmt.Sprintf("runs over %d years, not %d", years, n), fmt.Sprintf("%d−%d+1=%d", b, a, years))
		}
	}
	for _, at := range startless().FindAllStringSubmatchIndex(d.Text, 1) {
		report([]int{at[0], at[1], at[2], at[3], at[2], at[3]}, "缺起始年份", "lacks the year it starts in", "")
	}
	return found
}

// blank reports the figures whose year was left out, as one finding.
func (d *document) blank() []report {
	r := report{severity: Note}
	for _, f := range d.figures {
		if strings.HasPrefix(f.Time, "20X") {
			r.figures = append(r.figures, f)
		}
	}
	if len(r.figures) == 0 {
		return nil
	}
	r.zh = fmt.Sprintf("%d处数字的年份只写“20xx年”", len(r.figures))
	r.en = fmt.Sprintf("the year of %d figures is written 20xx", len(r.figures))
	return []report{r}
}
