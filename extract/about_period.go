package extract

import (
	"slices"
	"strings"
)

// ownPeriod finds the years that the document plans for: in its title, else where
// it says so (规划期为2021-2035年), else for a plan without a period in its title
// the latest five-year plan that the text keeps naming.
func (r *reading) ownPeriod() {
	for _, wide := range [...]bool{true, false} {
		for _, p := range r.passages[:min(60, len(r.passages))] {
			for _, e := range r.records.About.Evidence {
				if e.Role == RoleTitle && p.span().Contains(e.Span) && r.periodIn(p, e, wide) {
					return
				}
			}
		}
	}
	for _, p := range r.passages {
		if !slices.ContainsFunc(p.dates, func(d calendar) bool { return strings.Contains(d.edtf, "/") }) {
			continue
		}
		for _, m := range planTerm.find(p.flow.Text) {
			for _, d := range p.dates {
				if strings.Contains(d.edtf, "/") && d.Start >= m.Start && d.Start <= m.End {
					r.setPeriod(p, d)
					return
				}
			}
		}
	}
	if t := r.records.About.Title; t == "" || strings.Contains(t, "规划") {
		r.namedPeriod()
	}
}

// periodIn takes a range, or where not wide the one year of a year's plan, from a title.
func (r *reading) periodIn(p *passage, title Evidence, wide bool) bool {
	for _, d := range p.dates {
		if d.optional && !strings.Contains(d.edtf, "/") || !title.Span.Contains(p.flow.Span(d.Start, d.End)) {
			continue
		}
		rest := p.flow.Text[d.End:min(len(p.flow.Text), d.End+reach)]
		if i, _ := firstOf(rest, []string{"执行情况", "完成情况"}); hasAnyOf(rest, "总结") || i >= 0 && !wide && hasAnyOf(rest[i:], "年") {
			continue // 2024年工作总结及2025年工作计划, 2024年计划执行情况与2025年计划草案
		}
		if strings.Contains(d.edtf, "/") && wide || len(d.edtf) == 4 && !wide && yearly(r.records.About.Title) {
			r.setPeriod(p, d)
			return true
		}
	}
	return false
}

// yearly reports whether the year in a title is the one it plans for: that of a
// 2024年工作要点, not of a 2023年工作报告.
func yearly(title string) bool {
	for _, w := range [...]string{"要点", "计划", "方案", "安排", "任务", "责任书", "行动", "规划"} {
		if strings.Contains(title, w) {
			return !strings.Contains(title, "报告")
		}
	}
	return false
}

// namedPeriod takes the latest five-year plan that the text names three times.
func (r *reading) namedPeriod() {
	counts := map[string]int{}
	best := ""
	for _, p := range r.passages {
		for _, d := range p.dates {
			if d.rule != "date_plan_period" || !strings.Contains(d.edtf, "/") {
				continue
			}
			if counts[d.edtf]++; counts[d.edtf] >= 3 && d.edtf > best {
				best = d.edtf
			}
		}
	}
	for _, p := range r.passages {
		for _, d := range p.dates {
			if best != "" && d.edtf == best && d.rule == "date_plan_period" {
				r.setPeriod(p, d)
				return
			}
		}
	}
}

func (r *reading) setPeriod(p *passage, d calendar) {
	r.records.About.Period = d.edtf
	r.evidence(RolePeriod, p, d.Start, d.End)
}
