package extract

import (
	"strings"

	"suyuan/segment"
)

// kindByTitle is what figures of this kind of document mostly are.
func (c *context) kindByTitle(b *bound) (string, []part) {
	title, q := c.r.records.About.Title, b.q
	switch {
	case c.granting():
		if q.dimension == "money" && b.measure.name == "change" && grants.last(c.passage.textOf(segment.Range{Start: b.clause.Start, End: b.q.Start})) < 0 {
			return c.hoped(), nil // 预计新增产值20亿元
		}
		if (q.dimension == "share" || q.countable() || q.dimension == "area" || q.dimension == "mass" || q.dimension == "other" && !strings.HasPrefix(q.base, "元")) && c.reaches(b) {
			return c.hoped(), nil // 普惠托位占比达到70%以上
		}
		if q.dimension == "points" && hasAnyOf(c.passage.textOf(b.slot.left), "可", "上浮", "下浮", "上调", "下调") {
			return "provision", nil // 信用良好的企业可下调5个百分点
		}
		if q.dimension == "times" && q.comparator != "=" && len(q.comparators) > 0 && q.comparators[0].End <= q.Start {
			return "provision", nil // 绩效工资总量不超过基准线的2倍
		}
		if q.dimension == "money" || q.dimension == "share" || strings.HasPrefix(q.base, "元/") {
			return "provision", nil
		}
		p := c.passage
		if _, _, ok := q.prime(p.textOf(b.slot.left)); ok {
			return "provision", nil
		}
		if (b.measure.name == "change" || b.measure.name == "growth" || doing.last(b.words.head) >= 0) && !strings.HasPrefix(p.textOf(b.right), "的") && !strings.Contains(p.textOf(segment.Range{Start: b.clause.Start, End: b.q.Start}), "对") {
			return c.hoped(), nil // 新增光伏装机5万千瓦以上
		}
		if front := len(q.comparators) > 0 && q.comparators[0].End <= q.Start; q.countable() && front && q.comparator == "<=" && !strings.HasPrefix(p.textOf(b.right), "的") && hasAnyOf(p.after(b.clause.Start, q.Start), "每", "最多", "原则上") {
			return "provision", nil // 每年设立项目不超过10个
		}
		if q.countable() && c.runs(b) {
			return c.hoped(), nil // 每年引进博士10名
		}
		return "criterion", nil
	case reviewing(title):
		return "actual", nil
	case planning.last(title) >= 0 || c.last > 0:
		return "target", nil
	case q.comparator == ">=" || q.comparator == "<=":
		return "target", nil
	}
	return "actual", nil
}

// reviewing reports whether a title is that of a report on a plan that was carried out:
// 规划实施报告(2018—2019年), never of one with the plan for the next year.
func reviewing(title string) bool {
	if hasAnyOf(title, "审查意见", "审议意见", "调研报告", "视察报告") && hasAnyOf(title, "执行情况", "完成情况") {
		return true // of what a council says of a report
	}
	return hasAnyOf(title, "实施报告", "评估报告", "执行情况", "完成情况", "实施情况", "落实情况") && !hasAnyOf(title, "草案", "安排", "意见", "方案", "通知", "办法")
}

// tallying reports whether a title is that of a statistical communiqué, of which no part
// looks ahead.
func tallying(title string) bool { return strings.Contains(title, "统计公报") }

// giftStandards say how much is granted, not what has to be met.
var giftStandards = replacing("补助标准", "", "补贴标准", "", "奖励标准", "", "资助标准", "", "扶持标准", "", "奖补标准", "")

// hoped is what a number added is where a document grants: a target, unless a heading
// says that it has to be met: 申报条件.
func (c *context) hoped() string {
	for h := c.passage.block.Parent; h != nil; h = h.Parent {
		if above := c.byBlock[h]; above != nil && len(above.flow.Text) <= 150 && hasAnyOf(giftStandards.replace(above.flow.Text), "条件", "标准", "对象", "范围") {
			return "criterion"
		}
	}
	return "target"
}

// runs reports whether a count is what is to be done year by year or in each place, with
// nothing granted for it in its sentence: 每年举办招聘会10场, 每个乡镇建设1个服务中心.
func (c *context) runs(b *bound) bool {
	p := c.passage
	s := p.sentence(b.q.Start)
	left := p.after(b.clause.Start, b.q.Start)
	if len(b.q.comparators) > 0 && b.q.comparators[0].End <= b.q.Start && b.q.comparator == ">=" && hasAnyOf(left, "每年", "全年") && (doing.last(left) >= 0 || strings.Contains(left, "选派")) && !hasAnyOf(left, "应", "须", "需") && !strings.Contains(p.after(b.q.End, s.End), "的，") {
		return true // 县级医院每年选派不少于20名医师
	}
	return hasAnyPrefix(strings.TrimPrefix(left, "全县"), "每年", "每个", "每县", "每镇", "每村", "每区", "每季度", "每月", "全年", "年内", "各") && grants.last(p.around(b.q, s)) < 0 && !strings.HasPrefix(p.textOf(b.right), "的") && !hasAnyOf(left, "限", "享受", "只能", "仅", "最多")
}

// around is what stands in the sentence around a number, as far as it can bear on it.
func (p *passage) around(q *quantity, s segment.Range) string {
	before, start := p.before(s.Start, q.Start)
	return p.flow.Text[start : start+len(before)+len(p.after(q.Start, s.End))]
}

// reaches reports whether a share or a count is one to be reached, with nothing granted or
// asked for in its sentence: 普惠托位占比达到70%以上.
func (c *context) reaches(b *bound) bool {
	p := c.passage
	s := p.sentence(b.q.Start)
	left := p.after(max(s.Start, b.q.Start-window), b.q.Start)
	if b.q.Start-s.Start > window {
		return false
	}
	if b.q.comparator == "<=" && len(b.q.comparators) > 0 && b.q.comparators[0].End <= b.q.Start {
		return false // 每年设立项目不超过10个
	}
	return hasAnySuffix2(p.textOf(segment.Range{Start: b.slot.left.Start, End: b.q.Start}), "达到", "达", "提高到", "提高至", "提升到", "提升至", "控制在", "稳定在", "保持在", "超过", "突破", "不少于", "压缩", "下降", "降至", "降到", "缩短") &&
		grants.last(p.around(b.q, s)) < 0 && !strings.HasPrefix(p.textOf(b.right), "的") && !hasAnyOf(left, "应", "须", "需", "不得", "的，", "可申请", "可享受", "条件", "如", "每人", "贷款") && !strings.Contains(p.after(b.q.End, s.End), "的，")
}

// gifts are the words by which a document without a title shows that it grants.
var gifts = newWordSet("给予", "补助", "补贴", "奖励")

// granting reports whether the document is one that grants and limits: by its
// title, or where it has none by its words.
func (c *context) granting() bool {
	if c.grants == 0 {
		c.grants = -1
		title := c.r.records.About.Title
		if i := granting.last(title); i >= 0 && i > planning.last(title) {
			c.grants = 1
		}
		if c.grants < 0 {
			n := 0
			for _, p := range c.r.passages {
				n += gifts.count(p.flow.Text)
			}
			if size := len(c.r.outline.Text); title == "" && n >= 4 && n*400 > size || n >= 8 && n*200 > size {
				c.grants = 1
			}
		}
	}
	return c.grants > 0
}

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
