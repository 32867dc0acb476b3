package extract

import (
	"strings"
)

// sinceThen reports whether a date opens an interval: 2019年以来.
func sinceThen(after string) bool {
	after = after[:min(len(after), reach)]
	i := strings.Index(after, "以来")
	return i >= 0 && i < 60 && !strings.ContainsAny(after[:i], "，。;")
}

// isBaseline reports whether a date is the earlier end of a change: 比2015年,
// 是2015年的6.2倍, 由2015年的…, 在2020年基础上.
func isBaseline(text string, d calendar) bool {
	before, after := text[:d.Start], text[d.End:]
	before = strings.TrimSuffix(before, "“")
	after = strings.TrimPrefix(after, "”")
	if strings.HasSuffix(before, "从") && hasAnyOf(after[:min(len(after), reach)], "获悉", "了解到", "会上", "通气会", "发布会") && !strings.HasPrefix(after, "的") {
		return false // 记者从2020年前三季度经济运行情况通气会上获悉
	}
	if hasAnySuffix(before, "比", "较", "由", "从", "相比", "同", "与", "高于", "低于", "高出", "快于", "慢于") != "" {
		return true
	}
	if hasAnySuffix2(before, "恢复到", "恢复至", "达到", "是", "为") && strings.HasPrefix(after, "的") && len(after) > len("的") && isDigit(after[len("的")]) {
		return true // 恢复到2019年的112.6%
	}
	if hasAnySuffix2(before, "自", "从") && strings.HasPrefix(after, "起") {
		return true
	}
	if hasAnySuffix(before, "是", "为", "达到", "相当于", "达") != "" && (strings.HasPrefix(after, "的") || strings.HasPrefix(after, "时期的") || strings.HasPrefix(after, "期间的") || strings.HasPrefix(after, "末的") || strings.HasPrefix(after, "全年的")) {
		return true
	}
	return hasAnyPrefix(after, "基础上", "的基础上", "基数", "相比", "增长", "为基", "水平提高", "翻") && hasAnySuffix(before, "在", "以", "与", "和", "同") != ""
}

// inferredYear guesses the year of a text that does not say it: before the first
// year that it looks ahead to (到2025年), else the last that it names.
func (r *reading) inferredYear() int {
	ahead, last := r.announced(), 0
	for _, p := range r.passages {
		for _, d := range p.dates {
			_, year := edtfYears(d.edtf)
			if year == 0 || d.edtf == "" {
				continue
			}
			before := strings.TrimSuffix(p.flow.Text[:d.Start], "“")
			if looksAhead(before, p.flow.Text[d.End:]) {
				if ahead == 0 || year < ahead {
					ahead = year
				}
			} else {
				last = max(last, year)
			}
		}
	}
	if ahead > 0 {
		return ahead - 1
	}
	return last
}

// reach is how many bytes around a date are looked at for the words that bear on
// it: no step may read a long line again for each of its dates.
const reach = 120

// looksAhead reports whether a date is spoken of as one to come: 到2025年, 2026年目标.
func looksAhead(before, after string) bool {
	before, after = lastRunes(before, 20), after[:min(len(after), reach)]
	if strings.HasSuffix(before, "到") && hasAnySuffix(before, "截至到", "截止到", "截到", "增长到", "提高到", "增加到", "发展到", "增至到", "扩大到", "下降到", "上升到", "达到", "回到", "提升到", "降到", "减少到", "得到", "推进到") == "" && !strings.Contains(lastRunes(before, 12), "从") && !strings.Contains(lastRunes(before, 12), "由") {
		return true
	}
	if end := strings.IndexAny(after, "。;"); end >= 0 {
		after = after[:end]
	}
	if hasAnyOf(after, "执行情况", "完成情况", "落实情况", "实施情况") {
		return false // 2023年计划执行情况
	}
	if i := lastIndex(after, []string{"将", "力争", "拟", "计划", "确保"}); i >= 0 && i < 60 && facts.last(after[:i]) < 0 {
		return true
	}
	return hasAnyPrefix(after, "目标", "主要预期目标", "经济社会发展主要", "经济社会发展的主要", "预期", "力争", "底前", "年底前", "发展主要", "计划", "规划")
}

// announced returns the first year of the plan that a page without a date tells of as issued
// in that year, 2025年印发《…行动方案(2025—2027)》; 0 for none, and where the page also tells
// of what has come of it.
func (r *reading) announced() int {
	for _, p := range r.passages[:min(6, len(r.passages))] {
		for i, d := range p.dates {
			first, last := edtfYears(d.edtf)
			if i == 0 || last <= first || len(p.dates[i-1].edtf) != len("2025") || p.dates[i-1].edtf != itoa(first) || !cited(p.flow.Text, d) {
				continue
			}
			between := p.flow.Text[p.dates[i-1].End:d.Start]
			if len(between) > reach+reach/2 || !hasAnyOf(between, "印发《", "出台《", "发布《", "印发了《", "出台了《", "发布了《") {
				continue
			}
			for _, q := range r.passages {
				if hasAnyOf(q.flow.Text, "截至", "目前", "累计", "同比", "以来") {
					return 0
				}
			}
			return first
		}
	}
	return 0
}
