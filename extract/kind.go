package extract

import (
	"strings"

	"suyuan/segment"
)

// Words that decide what kind of figure a quantity is.
var (
	grants = newWordSet("给予", "予以", "奖励", "补助", "补贴", "资助", "贴息", "奖补", "扶持", "罚款", "处以", "收取", "减免", "津贴", "兑付", "支付", "发放", "限额", "优惠", "奖金")

	intents   = newWordSet("力争", "争取", "确保", "将", "目标", "计划", "规划新增", "规划新建", "要", "预期", "努力", "到期末", "拟", "有望", "推动", "加快", "支持", "推进", "鼓励", "引导")
	facts     = newWordSet("已", "累计", "截至", "截止", "目前", "现有", "共有", "完成了", "实现了", "达到了", "实际开工", "实际新开工", "实际完成", "获得", "荣获", "了", "居全省", "居全国", "同比", "顺利", "先后", "成功", "创历史新高", "比上年", "比去年", "较上年", "较去年", "共发放", "共兑现", "首次", "历史性", "圆满", "蝉联")
	ahead     = newWordSet("职责", "分工", "重大项目", "重点项目", "目标", "任务", "实事", "工程", "举措", "措施", "保障", "行动", "计划", "安排", "重点", "打算", "部署", "思路", "专栏", "指标", "培育", "实施", "推进", "加快", "提升", "强化", "加强", "构建", "打造", "建设", "草案", "预期")
	behind    = newWordSet("基础", "现状", "成就", "成效", "回顾", "进展", "问题", "形势", "取得", "工作情况", "完成情况", "执行情况", "落实情况", "运行情况", "实施情况", "开展情况", "推进情况", "建设情况", "主要做法", "成绩", "总结", "存在", "挑战", "机遇", "概况", "基本情况", "以来", "这一年", "这五年", "一年来", "五年来", "过去一年", "过去五年")
	compares  = newWordSet("同比", "比上年", "比去年", "较上年", "较去年")
	firmFacts = newWordSet("截至", "截止", "目前", "现有", "已完成投资", "已投资", "已到位资金", "已累计完成")
	doing     = newWordSet("新增", "新建", "建成", "建设", "打造", "培育", "引进", "改造", "保障", "完成", "创建", "举办", "组织", "实施", "布局")
	granting  = newWordSet("措施", "办法", "政策", "细则", "规定", "奖补", "补贴", "条例", "奖励", "扶持", "资助", "标准")
	planning  = newWordSet("实事", "规划", "计划", "方案", "纲要", "要点", "行动", "目标", "意见", "部署", "清单", "任务")
)

// kindOf decides whether a figure is a target, a fact, a criterion or a
// provision: by the form of its clause, by the time that the sentence states, by
// the words before it, by what the paragraph has been about, by the headings, and
// last by what kind of document it is.
func (r *reading) kindOf(p *passage, cl *clause, sl *slot, b *bound, c *context) (string, []part) {
	q := sl.q
	if at, ok := c.criterion(p, cl, sl, b); ok {
		c.threshold = part{p: p, at: q.whole}
		return "criterion", []part{{p: p, at: at}}
	}
	if at, ok := c.condition(p, cl, b); ok {
		return "criterion", at
	}
	if at, way := c.provision(p, cl, sl, b); way > 0 {
		b.way = way
		return "provision", []part{{p: p, at: at}}
	}
	if at, ok := c.grade(b); ok {
		return "criterion", at
	}
	if kind, at := c.kindByTime(p, b); kind != "" {
		return kind, at
	}
	if b.baseline {
		return "actual", b.fromWords(p)
	}
	if owned(p, sl, b) {
		return "actual", nil
	}
	if b.measure.name == "rank" && c.kind == "target" && !hasAnyOf(p.textOf(segment.Range{Start: cl.Start, End: q.Start}), "已", "了", "连续", "目前", "此前") {
		return c.kind, c.kindAt // 到2027年，…，跃居全省前40位: 居全省 tells of no past here
	}
	s := p.sentence(q.Start)
	if kind, at := p.framed(s, q.Start); kind != "" {
		return kind, []part{{p: p, at: at}}
	}
	section, at := c.section(p)
	if at := plannedAt(p, sl); planned(p, sl) && section != "actual" {
		return "target", []part{{p: p, at: at}}
	}
	end := q.Start
	if done := progressAt(p, sl); done.End > done.Start {
		end = done.End // 完成年度计划的80.8%: what lies ahead is only what it is measured by
	}
	for _, from := range []int{cl.Start, s.Start} {
		past, future := p.tells(from, end)
		if past > future && hasAnySuffix2(p.flow.Text[:past], "由", "从") {
			past = -1 // 由目前的35%提高到65%
		}
		if past > future && (future >= 0 || c.kind == "target" && c.kindFrom == s.Start) && compares.at(p.flow.Text[past:]) > 0 {
			past = -1 // 力争…同比增长6%
		}
		if future > past && c.kind == "actual" && c.kindFrom == s.Start && section == "" && c.soft(p, future) {
			continue // 余额增长24.6%；支持小微企业68万户: how it was done
		}
		if future > past && section != "actual" {
			return "target", []part{{p: p, at: segment.Range{Start: future, End: future + len("争")}}}
		}
		if past > future && c.kind == "target" && c.kindFrom == s.Start && strings.HasPrefix(p.flow.Text[past:], "累计") {
			return c.kind, c.kindAt // 增加值年均增长要达到5%左右、累计转移劳动力4000万人
		}
		if past > future && (section != "target" || firmFacts.at(p.flow.Text[past:]) > 0 && !hasAnySuffix2(p.flow.Text[:past], "由", "从")) {
			return "actual", []part{{p: p, at: segment.Range{Start: past, End: past + len("已")}}}
		}
		if c.now.edtf == "" && (c.kind == "" || c.kind == "actual" && c.kindFrom != s.Start) {
			continue // a sentence of its own: 主要预期目标是:…
		}
		break
	}
	if c.kind != "" {
		return c.kind, c.kindAt
	}
	if at := c.promises(p, s, q.End); at.End > at.Start && section != "actual" {
		return "target", []part{{p: p, at: at}}
	}
	if c.promised && c.promise == p.block.Parent && (c.deeds || p.block.Kind != segment.Paragraph) || c.promised && c.promise != nil && p.block.Parent != nil && p.block.Parent.Parent == c.promise {
		return "target", nil
	}
	_, last := edtfYears(c.paragraph.edtf)
	bygone := last > 0 && last < c.year && c.passage == p
	if section != "" && !(bygone && section == "target" && c.mixed(p)) {
		return section, at
	}
	if bygone {
		return "actual", c.paragraph.at // “十三五”期间，…。研发投入强度提高至2.1%
	}
	for h := p.block.Parent; h != nil; h = h.Parent {
		if w, ok := c.lead[h]; ok {
			if _, last := edtfYears(w.edtf); last > 0 && c.year > 0 {
				if last > c.year {
					return "target", w.at
				}
				return "actual", w.at
			}
		}
	}
	return c.kindByTitle(b)
}

// kindByTime reads the kind from the time that the sentence states: what lies
// ahead of the document is a target, what lies behind it a fact.
func (c *context) kindByTime(p *passage, b *bound) (string, []part) {
	e, at, ok := c.stated(p, b)
	if !ok || c.year == 0 {
		return "", nil
	}
	first, last := edtfYears(e)
	section, _ := c.section(p)
	switch {
	case last == 0:
		return "", nil
	case b.baseline && (first <= c.year || c.base.edtf != "" || fromEnd(p.blanked(b.slot.left))):
		return "actual", []part{at}
	case last <= c.year && hasAnySuffix(p.flow.Text[:at.at.Start], "截至", "截止", "截止到", "截至到") != "",
		last == c.year && hasAnyPrefix(p.textOf(segment.Range{Start: b.clause.Start, End: b.q.Start}), "已", "目前已", "现已"): // 今年计划投资50亿元，已完成20亿元
		return "actual", []part{at}
	case last == c.year && handedDown(p, b):
		return "actual", []part{at}
	case last == c.year && section == "actual" && (strings.Contains(c.r.records.About.Title, "总结") || tallying(c.r.records.About.Title)):
		return "actual", []part{at}
	case last > c.year, last == c.year && (c.last == last && !reviewing(c.r.records.About.Title) || section == "target" || c.aims(p, b) || planned(p, b.slot) || c.granting() && c.undone(p, b)):
		return "target", []part{at}
	case last == c.year-1 && c.inferred && c.granting() && b.measure.name == "change" && c.undone(p, b):
		return "target", []part{at} // 到2025年，…。2023年新增托位3200个: the document tells no year of its own
	case last < c.year, section != "target":
		return "actual", []part{at}
	}
	return "", nil
}

// handedDown reports whether a clause tells of what has been given out for the year that a
// budget is made for: 省财政厅已提前下达2023年新增债务限额45亿元.
func handedDown(p *passage, b *bound) bool {
	return hasAnyOf(p.textOf(segment.Range{Start: b.clause.Start, End: b.q.Start}), "已提前下达", "已下达", "已核定", "已拨付", "已发行", "已到位")
}

// undone reports whether the sentence tells of nothing done: 2023年改造老旧小区46个 in measures of 2023.
func (c *context) undone(p *passage, b *bound) bool {
	s := p.sentence(b.q.Start)
	past, _ := p.tells(s.Start, s.End)
	said, _ := p.before(b.clause.Start, b.q.Start)
	verb := b.measure.name == "change" || b.measure.name == "growth" && c.inferred || hasAnySuffix2(p.textOf(segment.Range{Start: b.slot.left.Start, End: b.q.Start}), "达到", "降至", "降到", "预计") || strings.Contains(said, "预计") || doing.last(p.textOf(segment.Range{Start: max(s.Start, b.q.Start-window), End: b.q.Start})) >= 0
	return past < 0 && verb && grants.last(p.around(b.q, s)) < 0 && !hasAnyOf(p.around(b.q, s), "完成", "实现了", "达到了", "兑现")
}

// fromWords is the place of 由 or 从 in front of the earlier end of a change.
func (b *bound) fromWords(p *passage) []part {
	i := max(strings.LastIndex(p.textOf(b.left), "由"), strings.LastIndex(p.textOf(b.left), "从"), strings.LastIndex(p.textOf(b.left), "自"))
	if i < 0 {
		return nil
	}
	return []part{{p: p, at: segment.Range{Start: b.left.Start + i, End: b.left.Start + i + len("由")}}}
}

// owned reports a count of what the region has: 我市65个涉农乡镇.
func owned(p *passage, sl *slot, b *bound) bool {
	return b.measure.name == "level" && b.q.dimension == "count" && b.rule == "figure_counted" && b.q.comparator == "=" &&
		!hasAnySuffix2(strings.TrimRight(p.textOf(sl.right), "，。;、"), "建设", "改造", "提升", "整治", "治理") && // 全市245个卫生院标准化建设
		hasAnySuffix2(p.textOf(sl.left), "我市", "全市", "我省", "全省", "我县", "全县", "我区", "全区", "我州", "全州")
}

// aims reports whether the sentence up to the figure, or the paragraph before
// it, sets out what is to be reached.
func (c *context) aims(p *passage, b *bound) bool {
	s := p.sentence(b.q.Start)
	past, future := p.tells(s.Start, b.q.Start)
	return future > past || past < 0 && c.kind == "target" // 2023年累计发放… in a paragraph of targets is none
}

// stated returns the time that the sentence has stated for b so far.
func (c *context) stated(p *passage, b *bound) (string, part, bool) {
	saved, base, undated := c.now, c.base, c.undated
	c.advance(p, b)
	w := c.now
	if b.baseline && c.base.edtf != "" {
		w = c.base
	}
	c.now, c.base, c.undated = saved, base, undated
	if w.edtf == "" {
		return "", part{}, false
	}
	return w.edtf, w.at[0], true
}
