package extract

import (
	"strings"

	"suyuan/segment"
)

// aside reports a threshold in the bracket behind another: 总投资500万元以上(智能化改造项目200万元
// 以上)的技改项目, 达到职工人数10%(超过100人的企业达到5%)的.
func (o *offer) aside() bool {
	last := o.c.threshold
	if !o.cl.inside || last.p != o.p || !o.c.granting() || last.at.End > o.row[0].q.Start {
		return false
	}
	between, _ := o.p.before(last.at.End, o.row[0].q.Start)
	between = included(between)
	if !strings.HasPrefix(between, "(") && last.at.Start < o.cl.Start || strings.ContainsAny(between, ";。)") || grants.last(between) >= 0 {
		return false
	}
	return o.compared() || strings.HasSuffix(o.p.textOf(o.row[0].left), "达到")
}

// bracketSet reports a threshold whose case ends behind a bracket with another:
// 总投资500万元以上(智能化项目200万元以上)的，.
func (o *offer) bracketSet() bool {
	rest := o.p.after(o.row[o.place].q.whole.End, o.p.sentence(o.cl.Start).End)
	if o.cl.inside || !o.rear() || !o.c.granting() || !strings.HasPrefix(rest, "(") {
		return false
	}
	n := bracketEnd(rest)
	return n > 0 && strings.ContainsAny(rest[:n], "0123456789") && hasAnyPrefix(rest[n:], ")的，", ")的企业", ")的项目", ")的技") && grants.last(rest[:n]) < 0
}

// toEnd reports whether the number is the second end of a range that the two ends state
// apart: 10亿元 of 1亿元(含)至10亿元.
func (o *offer) toEnd() bool {
	return contains([]string{"(含)至", "(含)-"}, o.p.textOf(o.row[0].left))
}

// tier reports whether words behind 的 make a number one end of a tier of an amount: 以下的部分按2%奖励.
func (o *offer) tier(rest string) bool {
	if q := o.row[o.place].q; !strings.HasPrefix(rest, "部分") || !o.compared() && !q.ranged() && !o.toEnd() {
		return false
	}
	next := rest[len("部分"):] + o.p.after(o.right.End, o.p.sentence(o.right.Start).End)
	next = strings.TrimPrefix(next, "，")
	return hasAnyPrefix(next, "按", "给予", "予以", "全额", "减按", "实行", "每", "由", "补", "奖", "不")
}

// loan is what stands behind a bound that sets it apart: 发放10万元以下小额贷款.
func (o *offer) loan() segment.Range {
	if !o.rear() || o.row[o.place].q.dimension != "money" || len(o.row) > 1 {
		return segment.Range{}
	}
	rest := strings.TrimPrefix(included(o.behind()), "的")
	i, w := firstOf(rest, []string{"贷”", "贷款", "采购项目", "工程项目"})
	if i < 0 || i+len(w) > len("小额信用担保创业贷款") || strings.ContainsAny(rest[:i], "，、;:()的0123456789\x00") || hasAnyPrefix(rest[i+len(w):], "贴息", "支持", "补贴", "补助", "奖励", "额度") {
		return segment.Range{}
	}
	start := o.right.End - len(rest)
	return segment.Range{Start: start, End: start + i + len(w)}
}
