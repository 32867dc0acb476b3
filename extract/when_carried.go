package extract

import (
	"strings"

	"suyuan/segment"
)

// carry takes a time over from an earlier sentence, the headings above, or, for
// a target, the plan's own end year.
func (c *context) carry(b *bound) when {
	if c.rowTime.edtf != "" {
		return c.rowTime
	}
	if c.thisYear.edtf != "" && c.paragraph.edtf == "" && b.kind == "actual" {
		return c.thisYear
	}
	fits := func(w when) bool {
		if w.edtf == "" {
			return false
		}
		_, last := edtfYears(w.edtf)
		if last == 0 || c.year == 0 {
			return true
		}
		switch b.kind {
		case "target":
			if c.next && c.inferred {
				return last > c.year // 截至2022年底…。下一步，建设…
			}
			return last > c.year || last == c.year && c.last <= c.year
		case "actual":
			return last <= c.year
		}
		return true
	}
	if fits(c.paragraph) {
		if first, last := edtfYears(c.paragraph.edtf); last-first == 4 && !hasAnyOf(c.passage.flow.Text, "这五年", "五年来", "五年间") {
			for h := c.passage.block.Parent; h != nil; h = h.Parent {
				if w, ok := c.lead[h]; ok && fits(w) && len(w.edtf) == 4 && h.Kind == segment.Heading {
					if year, _ := edtfYears(w.edtf); first <= year && year <= last {
						return w // under 2025年工作安排, “十四五”收官之年 is that year
					}
				}
			}
		}
		return c.paragraph
	}
	if w := c.ahead(b); c.paragraph.edtf == "" && fits(w) {
		return w
	}
	for h := c.passage.block.Parent; h != nil; h = h.Parent {
		if w, ok := c.lead[h]; ok && fits(w) {
			return w
		}
	}
	if w := c.lead[nil]; (b.kind == "actual" || b.kind == "target" && c.passage.block.Parent == nil && len(w.edtf) == len("2025")) && fits(w) {
		return w
	}
	if w, ok := c.title(); ok && fits(w) {
		return w
	}
	if w := c.executed(); b.kind == "actual" && fits(w) {
		return w
	}
	if b.kind == "target" && c.last == 0 && c.part.edtf != "" && fits(c.part) {
		return c.part // 三、下半年工作重点
	}
	if b.kind == "target" {
		return c.planEnd()
	}
	if c.part.edtf != "" && b.kind == "actual" && fits(c.part) {
		return c.part
	}
	return when{}
}

// ahead is the time that a later sentence of the paragraph states for what it has
// come to: 到2020年底, 截至2023年.
func (c *context) ahead(b *bound) when {
	p := c.passage
	for _, d := range p.dates {
		if d.Start < b.q.End || d.edtf == "" {
			continue
		}
		before := strings.TrimSuffix(p.flow.Text[:d.Start], "“")
		if hasAnySuffix2(before, "到", "截至", "截止", "截止到", "截至到") && !hasAnySuffix2(before, "恢复到", "达到", "增长到", "提高到", "回到", "增加到") && !strings.HasPrefix(p.flow.Text[d.End:], "的") {
			return when{edtf: d.edtf, at: []part{{p: p, at: d.Range}}, carried: true}
		}
	}
	return when{}
}

// title is the one year that the document's title names: 2023年统计公报.
func (c *context) title() (when, bool) {
	var found when
	for i, p := range c.r.passages {
		if p.cell != nil || i > 5 || len(p.flow.Text) > 240 && i > 0 {
			break
		}
		for _, d := range p.dates {
			if after := p.after(d.End, min(len(p.flow.Text), d.End+len("某某市人民政府为民办十大实事项目"))); len(d.edtf) == 4 && found.edtf == "" && hasAnyOf(after, "民生", "实事") && !strings.ContainsAny(after[:max(0, strings.Index(after, "实事"))], "，。;") {
				found = when{edtf: d.edtf, at: []part{{p: p, at: d.Range}}, carried: true} // 2024年某区政府为民办实事项目
			}
			if len(p.flow.Text) > 240 {
				continue
			}
			if len(d.edtf) == 4 && found.edtf == "" && (strings.HasPrefix(p.flow.Text[d.End:], "国") || strings.HasSuffix(p.flow.Text, "统计公报") && p.flow.Text[:d.Start] == "") || len(d.edtf) == 4 && found.edtf == "" && hasAnyPrefix(p.flow.Text[d.End:], "度", "工作", "重点", "全", "统计", "经济", "政府") && (!strings.Contains(p.flow.Text[d.End:], "政府工作报告") || hasAnyOf(p.flow.Text[d.End:], "分工", "分解", "任务")) {
				found = when{edtf: d.edtf, at: []part{{p: p, at: d.Range}}, carried: true}
			}
		}
	}
	return found, found.edtf != ""
}

// titled reports whether the document's title names one year.
func (c *context) titled() bool {
	_, ok := c.title()
	return ok
}

// yearNamed reports whether 去年 in a document without a date means the one year that it has
// spoken of: 2021年全省…。去年，全省…; never what 去年以来 leaves open.
func (c *context) yearNamed(p *passage, d calendar) bool {
	w := c.paragraph
	for h := p.block.Parent; w.edtf == ""; h = h.Parent {
		if w = c.lead[h]; h == nil {
			break
		}
	}
	return (c.titled() || len(w.edtf) == len("2021")) && !strings.HasPrefix(p.flow.Text[d.End:], "以来")
}

// executed is the year that a title says a report looks back on: 关于2021年预算执行情况….
func (c *context) executed() when {
	for _, p := range c.r.passages[:min(6, len(c.r.passages))] {
		if p.cell != nil || len(p.flow.Text) > 240 {
			continue
		}
		for _, d := range p.dates {
			after := p.after(d.End, min(len(p.flow.Text), d.End+len("全省和省级国民经济和社会发展计划执行情况")))
			if i := strings.Index(after, "执行情况"); i >= 0 && len(years(d.edtf)) == 4 && !strings.ContainsAny(after[:i], "，。;") {
				return when{edtf: years(d.edtf), at: []part{{p: p, at: d.Range}}, carried: true}
			}
		}
	}
	return when{}
}

// planEnd is the plan's own end year, with the place that states the period.
func (c *context) planEnd() when {
	if c.last == 0 {
		return when{}
	}
	return when{edtf: itoa(c.last), at: c.plan, carried: true}
}
