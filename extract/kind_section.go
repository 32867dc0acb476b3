package extract

import (
	"strings"

	"suyuan/segment"
)

// section is what headings promise, and the words that do.
type section struct {
	kind string
	at   []part
}

// section returns what the headings above promise, the nearest first.
func (c *context) section(p *passage) (string, []part) {
	if b := c.banner; b != nil && b != p && b.block.Parent == p.block.Parent {
		text := b.flow.Text
		at := []part{{p: b, at: segment.Range{Start: 0, End: len(text)}}}
		switch past, future := looksBack(text), ahead.last(secured.replace(text)); {
		case past > future:
			return "actual", at
		case future >= 0:
			return "target", at
		}
	}
	s, known := c.sections[p.block.Parent]
	if !known {
		s.kind, s.at = c.sectionUnder(p.block.Parent)
		c.sections[p.block.Parent] = s
	}
	return s.kind, s.at
}

func (c *context) sectionUnder(h *segment.Block) (string, []part) {
	if tallying(c.r.records.About.Title) {
		return "actual", nil // 固定资产投资和城市建设 of a 统计公报 builds nothing
	}
	for ; h != nil; h = h.Parent {
		above := c.byBlock[h]
		if above == nil {
			continue
		}
		title := above.flow.Text
		if len(title) > 150 || describes(title) {
			continue
		}
		past, future := looksBack(title), ahead.last(secured.replace(title))
		at := []part{{p: above, at: segment.Range{Start: 0, End: len(title)}}}
		if past >= 0 && past > future && c.aheadAbove(h, title) {
			continue // 重点项目建设情况 under 2025年工作安排
		}
		if past >= 0 && past > future || strings.Contains(title, "回顾") {
			return "actual", at
		}
		if past < 0 && c.beginsYear(above) {
			return "target", at
		}
		if h.Parent != nil && c.pastAbove(h.Parent) {
			continue // 科技平台提质增量 under 基础与现状
		}
		if future >= 0 {
			return "target", at
		}
	}
	if reviewing(c.r.records.About.Title) {
		return "actual", nil
	}
	return "", nil
}

// beginsYear reports whether a heading names nothing but the year in whose first months the
// document was issued: 2026年主要工作 in a report of January 2026.
func (c *context) beginsYear(above *passage) bool {
	issued := c.r.records.About.IssuedOn
	return len(above.dates) == 1 && !c.inferred && len(issued) >= len("2026-01") && issued[5:7] <= "04" &&
		above.dates[0].edtf == itoa(c.year) && issued[:4] == above.dates[0].edtf
}

// mixed reports whether the heading above tells of what has been and of what shall be:
// “十四五”时期发展成就和“十五五”时期主要目标任务.
func (c *context) mixed(p *passage) bool {
	above := c.byBlock[p.block.Parent]
	return above != nil && len(above.flow.Text) <= 150 && looksBack(above.flow.Text) >= 0
}

// describes reports whether a heading tells how something goes, and announces nothing:
// 工业转型步伐加快, 消费活力持续增强; never 加快工业转型 or 全面加强保障.
func describes(title string) bool {
	text := strings.TrimRight(title, "。，;:")
	state := hasAnySuffix(text, "加快", "提速", "提升", "增强", "优化", "改善", "提高", "扩大", "壮大", "推进", "加力", "发展")
	return state != "" && hasAnySuffix2(strings.TrimSuffix(text, state), "步伐", "明显", "持续", "不断", "稳步", "显著", "进一步", "逐步", "加速", "有序", "日益", "更加", "大力", "深入", "扎实", "加快", "蓬勃")
}

// looksBack returns the place of the last word of a heading that says what has been, -1 for
// none: 发展基础, never 基础设施 or 夯实产业基础.
func looksBack(title string) int {
	if text := strings.TrimRight(title, "。;: "); strings.HasSuffix(text, "情况") && !hasAnyOf(text, "安排", "编制", "草案", "预期", "拟", "打算") &&
		(!hasAnyOf(text, "目标", "任务", "计划", "分解") || hasAnyOf(text, "完成", "执行", "落实", "实施", "进展", "推进")) {
		return len(text) - len("情况") // 落实人大决议情况, never 2025年预算安排情况
	}
	if segment.FindWord(title, "基础") < 0 {
		return behind.last(title)
	}
	title = laid.replace(title)
	if i := strings.LastIndex(title, "基础"); i >= 0 && hasAnyOf(title[:i], "夯实", "筑牢", "打牢", "厚植", "强化", "完善", "补齐", "巩固") {
		title = title[:i] + "\x00\x00\x00\x00\x00\x00" + title[i+len("基础"):]
	}
	return behind.last(title)
}

// secured replaces the branches of the state's care that are named after what they secure,
// and announce nothing.
var secured = replacing("社会保障", strings.Repeat("\x00", 12), "医疗保障", strings.Repeat("\x00", 12), "住房保障", strings.Repeat("\x00", 12))

// laid replaces what 基础 is the first half of by as many bytes.
var laid = replacing("基础设施", strings.Repeat("\x00", 12), "基础条件", strings.Repeat("\x00", 12), "基础保障", strings.Repeat("\x00", 12), "基础支撑", strings.Repeat("\x00", 12), "基础教育", strings.Repeat("\x00", 12), "基础研究", strings.Repeat("\x00", 12), "基础产业", strings.Repeat("\x00", 12))

// aheadAbove reports whether a heading that ends in 情况, and does not say of what was carried
// out, stands under one that says what is planned.
func (c *context) aheadAbove(h *segment.Block, title string) bool {
	if !strings.HasSuffix(strings.TrimRight(title, "。;: "), "情况") || hasAnyOf(title, "完成", "执行", "落实", "实施", "进展", "推进", "运行", "存在", "以来", "现状") {
		return false
	}
	for h = h.Parent; h != nil; h = h.Parent {
		if above := c.byBlock[h]; above != nil && len(above.flow.Text) <= 150 && looksBack(above.flow.Text) < 0 && hasAnyOf(above.flow.Text, "工作安排", "工作打算", "重点工作", "工作计划", "主要任务", "重点任务", "工作部署", "预算草案", "预算安排", "计划草案") {
			return true
		}
	}
	return false
}

// pastAbove reports whether a heading further up speaks of what has been.
func (c *context) pastAbove(h *segment.Block) bool {
	for ; h != nil; h = h.Parent {
		above := c.byBlock[h]
		if above == nil || len(above.flow.Text) > 150 {
			continue
		}
		if past := looksBack(above.flow.Text); past >= 0 && past > ahead.last(above.flow.Text) {
			return true
		}
	}
	return false
}
