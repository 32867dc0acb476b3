package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// funded reports money that is set aside for what the policy pays, and its parts:
// 每年安排专项资金5000万元; not what a report or a five-year plan has put in.
func (o *offer) funded(*bound) (segment.Range, bool) {
	q, left := o.row[o.place].q, o.before()
	if part := o.c.fund; part.p == o.p && part.at.End <= o.left.End && part.at.Start >= o.p.sentence(q.Start).Start && hasAnyOf(o.p.flow.Text[part.at.End:o.left.End], "其中", "含") && (q.dimension == "money" || q.dimension == "share") {
		return part.at, true
	}
	if at := o.allotted(); at.End > at.Start {
		return at, true
	}
	if at := o.sizeOf(); at.End > at.Start {
		return at, true
	}
	i, w := lastOf(left, []string{"安排", "列支"})
	if at := o.pot(); at.End > at.Start {
		return at, o.c.aside(part{p: o.p, at: at})
	}
	if text := o.words.cutRear(left, o.words.caps); q.dimension == "money" && o.c.fund.p == o.p && o.c.fund.at.Start >= o.p.sentence(q.Start).Start && contains([]string{"首期", "首期规模", "一期", "一期规模"}, text) {
		return o.span(0, text), true // 设立总规模50亿元的产业基金，首期10亿元
	}
	if q.dimension != "money" || i < 0 || !hasAnyOf(left, "资金", "经费", "预备费", "财政") && !strings.HasPrefix(strings.TrimPrefix(o.behind(), "的"), "资金") && w != "列支" && o.purpose() == nil {
		return segment.Range{}, false
	}
	if !o.firm() && !hasAnyOf(left, "每年", "统筹安排", "列支", "预备费") { // 今年安排资金5亿元 is a plan's
		return segment.Range{}, false
	}
	section, _ := o.c.section(o.p)
	before, _ := o.sentence()
	if section == "actual" || strings.Contains(left, "共") || strings.Contains(o.p.textOf(before)+left, "十三五") {
		return segment.Range{}, false
	}
	o.c.fund = part{p: o.p, at: o.span(i, w)}
	return o.span(i, w), true
}

// allotted is the fund that a share goes to or comes out of: 按不低于预算收入1%的比例安排人才
// 专项资金, 将不低于55%的福利彩票公益金用于发展养老服务.
func (o *offer) allotted() segment.Range {
	if o.row[o.place].q.dimension != "share" || !o.firm() || o.told() {
		return segment.Range{}
	}
	if left := o.before(); strings.HasSuffix(left, "的") {
		if i, _ := firstOf(left, []string{"不低于", "不少于", "不高于", "不超过"}); i > 0 && hasAnySuffix(left[:i], purses...) != "" && utf8.RuneCountInString(left[:i]) <= 16 && !strings.ContainsAny(left[:i], "，、的0123456789\x00") {
			return o.span(0, left[:i]) // 科技专项资金不低于科技经费的40%
		}
	}
	text := o.behind()
	rest := strings.TrimPrefix(text, "的")
	from := cutFront(rest, []string{"比例", "标准"})
	if verb := prefixOf(from, []string{"安排", "设立", "列支", "提取"}); verb != "" {
		rest = from[len(verb):]
	} else if i := strings.Index(rest, "用于"); i > 0 && len(rest) < len(text) {
		rest = rest[:i]
	} else {
		return segment.Range{}
	}
	if hasAnySuffix(rest, purses...) == "" && !hasAnySuffix2(rest, "公益金", "准备金") || utf8.RuneCountInString(rest) > 16 || strings.ContainsAny(rest, "，、的0123456789\x00") {
		return segment.Range{}
	}
	start := o.right.Start + strings.Index(text, rest)
	return segment.Range{Start: start, End: start + len(rest)}
}

// sizeOf is the fund that the clause before sets up, where the number is its size: 设立专项资金，规模为每年
// 4000万元.
func (o *offer) sizeOf() segment.Range {
	if o.row[o.place].q.dimension != "money" || !o.firm() || !contains([]string{"规模", "总规模", "资金规模", "基金规模", "总额"}, o.words.cutRear(o.before(), o.words.caps)) {
		return segment.Range{}
	}
	before, _ := o.sentence()
	text, start := o.p.before(before.Start, o.left.Start)
	text = strings.TrimRight(text, "，")
	i, w := lastOf(text, []string{"设立", "建立", "组建", "安排"})
	if i < 0 || strings.HasSuffix(text[:i], "已") || hasAnySuffix(text, purses...) == "" || contains(purses, text[i+len(w):]) || utf8.RuneCountInString(text[i+len(w):]) > 20 || strings.ContainsAny(text[i:], "，、的0123456789\x00") {
		return segment.Range{}
	}
	return segment.Range{Start: start + i + len(w), End: start + len(text)}
}

// purses are the last words of the names of money that is set aside.
var purses = []string{"资金池", "资金", "基金", "经费", "专款"}

// pot is the name behind the number of what the policy sets aside or sets up: 安排500万元
// 农业发展专项资金, 设立总规模20亿元的产业投资基金.
func (o *offer) pot() segment.Range {
	if !o.firm() && !hasAnyOf(o.before(), "每年", "统筹安排") || o.told() {
		return segment.Range{}
	}
	return o.purse()
}

// purse is the name of a fund behind the number of what it holds.
func (o *offer) purse() segment.Range {
	left := o.before()
	if o.row[o.place].q.dimension != "money" || !hasAnyOf(left, "安排", "设立", "列支", "拿出", "组建") || hasAnyOf(left, "给予", "奖励", "补助", "投资") {
		return segment.Range{}
	}
	text := o.behind()
	rest := strings.TrimPrefix(strings.TrimPrefix(text, "以上"), "的")
	rest = cutFront(rest, []string{"设立", "建立", "组建"})
	if i, _ := firstOf(rest, []string{"，", "用于", "支持", "对", "作为", "、", "(", ";"}); i >= 0 {
		rest = rest[:i]
	}
	if hasAnySuffix(rest, purses...) == "" || contains(purses, rest) || contains([]string{"专项资金", "财政资金", "专项经费"}, rest) && o.purpose() != nil || utf8.RuneCountInString(rest) > 20 || strings.ContainsAny(rest, "0123456789\x00的") {
		return segment.Range{}
	}
	start := o.right.Start + strings.Index(text, rest)
	return segment.Range{Start: start, End: start + len(rest)}
}

// aside notes what money is set aside for, and reports whether the document is not one that
// tells of what has been.
func (c *context) aside(at part) bool {
	section, _ := c.section(at.p)
	if section == "actual" {
		return false
	}
	c.fund = at
	return true
}

// fundName is what money is set aside for, where the words around the number do
// not say it in front: 从县长预备费中列支150万元, 安排300万元资金发放消费券.
func (o *offer) fundName() name {
	if at := o.allotted(); at.End > at.Start {
		return name{{p: o.p, at: at}}
	}
	if at := o.sizeOf(); at.End > at.Start {
		return name{{p: o.p, at: at}}
	}
	if at := o.pot(); at.End > at.Start {
		return name{{p: o.p, at: at}}
	}
	if at := o.c.fund; at.p == o.p && hasAnySuffix(at.text(), purses...) != "" && hasAnyPrefix(o.before(), "首期", "一期") {
		return name{at, {p: o.p, at: o.span(0, o.words.cutRear(o.before(), o.words.caps))}}
	}
	if rest, ok := strings.CutPrefix(o.behind(), "资金"); ok {
		for _, verb := range []string{"用于发放", "发放", "用于支持", "用于", "支持"} {
			if thing := strings.TrimPrefix(rest, verb); thing != rest && len(thing) >= len("工程") && len(thing) <= len("十二个字以内的定语说明它") {
				return name{{p: o.p, at: segment.Range{Start: o.right.End - len(thing), End: o.right.End}}}
			}
		}
	}
	left := o.before()
	i, j := strings.LastIndex(left, "从"), max(strings.LastIndex(left, "中列支"), strings.LastIndex(left, "中安排"))
	if i < 0 || j < i+len("从")+len("资金") {
		return o.purpose()
	}
	return name{{p: o.p, at: segment.Range{Start: o.left.Start + i + len("从"), End: o.left.Start + j}}}
}

// purpose is what money is set aside for, where nothing in front of the number
// names it: 统筹安排2000万元，专项用于技术改造奖补; 列支65万元用于播种补贴.
func (o *offer) purpose() name {
	if left := o.words.cutRear(o.before(), o.words.sumsCaps); !hasAnySuffix2(left, "安排", "列支", "拿出", "设立") {
		return nil
	}
	from := o.right.Start + len(prefixOf(o.behind(), []string{"专项资金", "资金", "经费", "额度"}))
	text := o.p.after(from, o.p.sentence(from).End)
	text = strings.TrimPrefix(text, "，")
	mark := prefixOf(text, []string{"专项用于", "专门用于", "主要用于", "用于", "作为"})
	if mark == "" {
		return nil
	}
	rest := text[len(mark):]
	if i := strings.IndexAny(rest, "，。;("); i >= 0 {
		rest = rest[:i]
	}
	thing := cutFront(rest, []string{"鼓励", "支持", "扶持", "发放", "开展", "各类", "组织", "奖励", "全市", "全县", "全区", "全省", "我市", "我县", "我区", "本市", "本县", "对"})
	if thing == "" || hasAnyPrefix(thing, "的") {
		thing = rest
	}
	if len(thing) < len("工程") || utf8.RuneCountInString(thing) > 20 || strings.ContainsAny(thing, "0123456789\x00") {
		return nil
	}
	start := from + strings.Index(o.p.flow.Text[from:], mark) + len(mark) + len(rest) - len(thing)
	n := name{{p: o.p, at: segment.Range{Start: start, End: start + len(thing)}}}
	if suffixOf(thing, o.words.gifts) == "" && !hasAnySuffix2(thing, "资金", "经费", "费", "金") {
		n = append(n, part{implied: "资金"}) // 用于林下经济发展
	}
	return n
}
