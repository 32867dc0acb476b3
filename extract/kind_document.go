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
