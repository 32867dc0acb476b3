package extract

import (
	"strings"

	"suyuan/segment"
)

// conditional reports a number of a clause that states a case, or of the words that
// set a noun apart, with more of them behind it: 年龄不超过40周岁、年薪不低于30万元的
// 管理人才, 入驻企业达到20家以上且年交易额超过1亿元的，再给予.
func (o *offer) conditional(b *bound) (segment.Range, bool) {
	if i := strings.Index(o.before(), "适用于"); i >= 0 && o.compared() && o.c.granting() && o.cl.slots[0] == o.row[0] {
		return o.span(i, "适用于"), true // 本政策适用于固定资产投资5000万元以上、亩均税收20万元以上的项目
	}
	if o.beside() || o.met(b) || o.demanded() {
		return o.row[o.place].q.whole, true
	}
	tail := included(o.p.textOf(o.tail()))
	next := pastIncluded(o.p.flow.Text[o.cl.End:])
	if o.rear() && hasAnyPrefix(next, "，水价", "，电价", "，气价", "，价格", "，票价", "，收费") {
		return o.row[o.place].q.comparators[0], true // 第一阶梯年用水量180立方米及以下，水价为…
	}
	if strings.HasPrefix(next, "，且") && o.c.granting() && b.q.dimension == "money" && !b.words.empty() && sized(strings.TrimSuffix(o.p.textOf(b.words.at), closingBracket(o.p.textOf(b.words.at)))) && o.granted() {
		return segment.Range{Start: o.cl.End, End: o.cl.End + len("，且")}, true // 年营业额2000万元，且增长20%以上的，
	}
	if o.rear() && o.c.granting() && strings.HasPrefix(next, "，") && o.granted() {
		return o.row[o.place].q.comparators[0], !b.words.empty() // 上年度产值5000万元以下，本年度首次达到1亿元的，给予
	}
	if left := o.before(); (o.compared() || strings.Contains(left, "达到")) && b.q.comparator != "<=" && o.c.granting() && (strings.HasPrefix(next, "，") || strings.HasPrefix(next, ";")) && o.granted() && (b.q.dimension == "money" || b.q.dimension == "area") && grants.last(left) < 0 {
		return segment.Range{Start: o.row[0].left.Start, End: o.row[0].left.End}, true // 年销售额达到2亿元、5亿元；…，且同比增长15%以上的，每年给予
	}
	if o.c.granting() && b.q.dimension == "share" && o.compared() && strings.HasPrefix(next, "，") && isRate(o.words.cutRear(o.before(), o.words.caps)) && o.granted() && grants.last(o.before()) < 0 {
		return segment.Range{Start: o.row[0].left.Start, End: o.row[0].left.End}, true // 裁员率不高于5.5%，30人以下的企业裁员率不高于20%的，可申请
	}
	if !b.words.empty() && o.c.granting() && o.compared() && b.q.comparator != "<=" && b.q.dimension != "money" && hasAnyPrefix(next, "，每") && grants.last(next[:min(len(next), len("，每立方米一次性给予补助"))]) >= 0 {
		return segment.Range{Start: o.row[0].left.Start, End: o.row[0].left.End}, true // 新建冷库500立方米以上，每立方米补助
	}
	if rest, of := strings.CutPrefix(o.behind(), "的"); of && (o.rear() && b.q.comparator == ">=" || b.q.ranged() || strings.Contains(lastRunes(o.p.textOf(o.row[0].left), 6), "首次")) && len(o.cl.slots) > len(o.row) && contains([]string{"奖励", "补贴", "补助", "资助", "给予", "一次性奖励"}, rest) {
		return segment.Range{Start: o.right.Start, End: o.right.Start + len("的")}, true // 车价20万元以上的补贴5000元
	}
	if !o.compared() || b.measure.name != "level" && b.measure.name != "growth" && b.measure.name != "change" || !strings.HasPrefix(next, "，") && !strings.HasPrefix(next, ")") {
		return segment.Range{}, false
	}
	_, after := o.sentence()
	rest := o.p.textOf(after)
	granted := o.c.granting() || grants.last(rest) >= 0 || hasAnyOf(rest, "免征", "减按", "减征", "可申请", "可享受") || hasAnyPrefix(rest, "，可", "，不得", "，应", "，按", "，由", "，实行", "，启动")
	end := o.row[o.place].q.whole.End
	if o.cl.End-end > window {
		return segment.Range{}, false
	}
	inner := o.p.flow.Text[end:max(end, o.cl.End)]
	if i := strings.LastIndex(inner, "(含"); i >= 0 && !strings.Contains(strings.TrimSuffix(inner[i:], ")"), ")") {
		inner = inner[:i] // 运营1年以上的(含300张，下同)，给予
	}
	if strings.HasSuffix(inner, "的") && granted && !hasAnyOf(inner, "给予", "补助", "奖励", "补贴") {
		again := o.c.threshold.p == o.p && o.c.threshold.at.Start >= o.p.sentence(o.cl.Start).Start
		return segment.Range{Start: o.cl.End - len("的"), End: o.cl.End}, !b.words.empty() || b.q.dimension != "count" || again
	}
	if len(o.cl.slots) > len(o.row) && strings.HasPrefix(tail, "的") && granted && !o.c.r.yard(tail[len("的"):]) && !hasAnyOf(inner, "给予", "按", "补助", "奖励", "补贴") {
		return o.tail(), !b.words.empty()
	}
	if i := strings.LastIndex(tail, "的"); i >= 0 && granted && hasAnyPrefix(tail, "且", "并") && hasAnySuffix(tail[i+len("的"):], o.words.payees...) != "" && !hasAnyOf(tail, "给予", "按", "补助", "奖励", "补贴") {
		return segment.Range{Start: o.cl.End - len(tail) + i, End: o.cl.End}, !b.words.empty() || o.place > 0 // 年收入首次突破1亿元、5亿元且当年盈利的企业，分别奖励
	}
	if i := strings.LastIndex(inner, "的"); i >= 0 && granted && (strings.Contains(o.before(), "对") || strings.HasPrefix(o.before(), "来自")) && hasAnySuffix(inner[i+len("的"):], o.words.payees...) != "" && !hasAnyOf(inner, "给予", "按", "补助", "奖励", "补贴") {
		return segment.Range{Start: end + i, End: o.cl.End}, !b.words.empty() || o.rear() // 对年零售额超过500万元并纳入统计的企业，奖励
	}
	return segment.Range{}, false
}

// granted reports whether a later clause of the sentence ends the case that this one
// begins, and something is granted in it.
func (o *offer) granted() bool {
	_, after := o.sentence()
	text := o.p.textOf(after)
	i := strings.Index(text, "的，")
	if k := o.ofWhom(text); k >= 0 && (i < 0 || k < i) {
		i = k
	}
	return i >= 0 && !strings.ContainsAny(text[:i], "。") && grants.last(text[:i]) < 0 && (grants.last(text[i:]) >= 0 || hasAnyOf(text[i:], "可申请", "可享受", "返还"))
}

// nextIs reports whether the clause is followed by one of the marks.
func nextIs(p *passage, cl *clause, marks ...string) bool {
	return hasAnyPrefix(p.flow.Text[cl.End:], marks...)
}
