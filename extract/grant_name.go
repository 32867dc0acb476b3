package extract

import (
	"strings"

	"suyuan/segment"
)

// grant is what a passage last granted: a cap and a second step name the same.
type grant struct {
	p   *passage
	to  name // 国家级创新平台
	as  name // 奖励, 生活补贴
	own bool // as has a name of its own
	at  int  // where the number stands
}

// provisionName names what a provision gives or limits.
func (x binder) provisionName(b *bound, how way) name {
	o := x.c.offer(x.p, x.cl, b.slot)
	switch how {
	case byFine:
		return o.fineName()
	case byLimit:
		return x.limitName(o)
	case byKind:
		return o.thing()
	case byBurden:
		return o.burdenName()
	case byFund:
		return o.fundName()
	case 0:
		return nil
	}
	return x.grantName(o)
}

// fineName is the word for the fine.
func (o *offer) fineName() name {
	if i := strings.Index(o.behind(), "罚"); i >= 0 {
		return name{{p: o.p, at: segment.Range{Start: o.right.Start + i, End: o.right.Start + i + len("罚款")}}}
	}
	if i := strings.LastIndex(o.before(), "罚款"); i >= 0 {
		return name{{p: o.p, at: o.span(i, "罚款")}}
	}
	return nil
}

// limitName is what stands in front of the limit; where nothing does (，不得高于12%)
// it is what the limit before was of.
func (x binder) limitName(o *offer) name {
	at, word := o.subject()
	switch d := o.row[o.place].q.dimension; {
	case word != "":
	case d == "money" || d == "share":
		return x.now.name // ，不得高于12%
	default:
		at = o.row[0].left
		at.End = at.Start + len(o.words.cutRear(o.p.textOf(at), o.words.caps))
	}
	n := x.leftPhrase(x.p, at, false)
	if n.empty() {
		return nil
	}
	return name{{p: x.p, at: n.at}}
}

// grantName names a grant: its own name (生活补贴), with what the number's place in
// a list adds; else what it is a part of (设备投资额补助), what the item is headed
// (厂房租金补贴), or who is given it (省级创新平台奖励).
func (x binder) grantName(o *offer) name {
	g := o.gift()
	title := x.title(o)
	as, own := x.word(o, g, title)
	to := x.to(o, g)
	var made name
	switch item := x.item(o); {
	case item != nil:
		made = append(item, as...)
	case own && g.none():
		made = as
	case own:
		made = append(o.besides(), as...)
	case len(title) > 0 && fits(title, as):
		made = title
	case len(title) > 0 && strings.HasSuffix(title.String(), "贷款") && as.String() == "贴息":
		made = append(title, as...)
	case len(o.base()) > 0 && (o.row[o.place].q.dimension == "share" || strings.Contains(o.row[o.place].q.unit, "/")):
		made = append(o.base(), as...)
	case len(o.besides()) > 0:
		made = append(o.besides(), as...)
	default:
		made = append(append(name{}, to...), as...)
	}
	x.c.gift = grant{p: x.p, to: to, as: as, own: own, at: o.row[0].q.Start}
	if len(made) == 0 {
		return nil
	}
	return made
}

// fundName is what money is set aside for, where the words around the number do
// not say it in front: 从县长预备费中列支150万元, 安排300万元资金发放消费券.
func (o *offer) fundName() name {
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
		return nil
	}
	return name{{p: o.p, at: segment.Range{Start: o.left.Start + i + len("从"), End: o.left.Start + j}}}
}

// fits reports whether the name that an item is headed with is the name of what
// its clause says is given: 厂房租金补贴 above 给予补贴.
func fits(title, as name) bool {
	text := strings.TrimSuffix(title.String(), "标准")
	return len(as) == 0 || strings.HasSuffix(text, as.String()) || as.String() == "资金支持"
}

// thing is what is given in kind: behind the verb, or behind the number.
func (o *offer) thing() name {
	if g := o.giftBefore(); !g.none() && g.own {
		return name{{p: o.p, at: g.at}}
	}
	text := o.behind()
	if i := strings.IndexAny(text, "，、;的("); i >= 0 {
		text = text[:i]
	}
	if len(text) < len("水费") || len(text) > len("建设用地计划指标") {
		return nil
	}
	return name{{p: o.p, at: segment.Range{Start: o.right.Start, End: o.right.Start + len(text)}}}
}

// word returns the words for what is given, and whether they are a name of their
// own: the clause's, else those of the grant before, else of the heading.
func (x binder) word(o *offer, g gift, title name) (name, bool) {
	if !g.none() {
		return name{{p: o.p, at: g.at}}, g.own
	}
	if n := o.sum(); n != nil {
		return n, true
	}
	if x.c.gift.p == o.p && len(x.c.gift.as) > 0 {
		return x.c.gift.as, x.c.gift.own
	}
	if led, ok := o.lead(); ok {
		return name{led}, len(led.text()) > len("补助标准")
	}
	return nil, false
}

// sum is the noun for money in front of a cap: 获得的资金总额不超过500万元.
func (o *offer) sum() name {
	text := o.words.cutRear(o.before(), o.words.caps)
	if !hasAnySuffix2(text, "资金总额", "总额", "资金", "金额", "面值") {
		return nil
	}
	start := 0
	for _, mark := range []string{"，", "、", "的", "获得", "享受", "取得", ":", "每年", "年度"} {
		if i := strings.LastIndex(text, mark); i >= 0 && i+len(mark) > start {
			start = i + len(mark)
		}
	}
	rest := cutFront(text[start:], wholes)
	if len(rest) > len("十二个字以内的定语说明它") || rest == "" {
		return nil
	}
	end := o.left.Start + len(text)
	return name{{p: o.p, at: segment.Range{Start: end - len(rest), End: end}}}
}

// to returns who is granted something: who stands in the clause itself, else what
// 对 names, else who the sentence begins with, else who was granted something before.
func (x binder) to(o *offer, g gift) name {
	to := o.recipient()
	doer := o.doer()
	switch {
	case doer.End > doer.Start && to.End > to.Start && doer.Start > to.End && !strings.HasSuffix(o.p.textOf(to), o.p.textOf(doer)):
		to = doer
	case to.End > to.Start:
	case doer.End > doer.Start:
		to = doer
	default:
		to = firstRange(o.handed(), g.to, o.actor(), o.matter())
	}
	if to.End <= to.Start {
		if x.c.gift.p == x.p {
			return x.c.gift.to
		}
		return nil
	}
	return name{{p: x.p, at: to}}
}

// firstRange returns the first of the ranges that is not empty.
func firstRange(list ...segment.Range) segment.Range {
	for _, at := range list {
		if at.End > at.Start {
			return at
		}
	}
	return segment.Range{}
}

// title is the name of the grant that the item is headed with: 厂房租金补贴, in the
// heading above or in a short sentence before.
func (x binder) title(o *offer) name {
	for i, s := range x.p.sentences {
		if i > 0 && s.Start <= o.cl.Start && o.cl.Start < s.End {
			if n := x.titled(x.p, x.p.sentences[i-1]); n != nil {
				return n
			}
		}
	}
	if h := x.p.block.Parent; h != nil && x.c.byBlock[h] != nil {
		above := x.c.byBlock[h]
		return x.titled(above, segment.Range{Start: 0, End: len(above.flow.Text)})
	}
	return nil
}

// titled returns the name of a grant that a heading consists of.
func (x binder) titled(p *passage, s segment.Range) name {
	w := x.lexicon.grantWords
	text := strings.TrimRight(p.textOf(s), "。:;，")
	text = w.cutRear(text, []string{"标准", "政策", "对象", "办法"})
	gift := longest(w.gifts, func(g string) bool { return strings.HasSuffix(text, g) })
	if gift == "" || len(text) > len("全日制博士研究生首次购房补贴标准") {
		return nil
	}
	front := text[:len(text)-len(gift)]
	if i := strings.LastIndex(front, ":"); i >= 0 {
		s.Start, front, text = s.Start+i+len(":"), front[i+len(":"):], text[i+len(":"):]
	}
	from := len(front) - len(cutFront(front, append([]string{"一是", "二是", "三是", "四是", "五是", "六是", "发放", "给予", "实施", "实行", "落实", "加大", "强化", "提高", "兑现", "支持", "鼓励", "设立", "享受"}, w.plain...)))
	if from >= len(front) {
		return nil
	}
	return name{{p: p, at: segment.Range{Start: s.Start + from, End: s.Start + len(text)}}}
}

// base returns what a share is a share of: 设备投资额 in 按设备投资额的30%给予补助.
func (o *offer) base() name {
	text := o.before()
	for _, c := range o.row[o.place].q.comparators {
		if c.Start >= o.left.Start && c.End < o.row[0].q.whole.Start && c.End <= o.left.End {
			text = text[:c.Start-o.left.Start] + strings.Repeat("\x00", c.End-c.Start) + text[c.End-o.left.Start:]
		}
	}
	i, w := lastOf(text, []string{"按照", "按", "给予", "\x00", "不超过", "不高于", "不低于", "享受", "依照"})
	if i < 0 {
		return nil
	}
	start := i + len(w)
	if k := strings.LastIndex(text[:i], "按"); w == "给予" && k >= 0 && strings.TrimSpace(text[start:]) == "" && strings.Contains(o.row[o.place].q.unit, "/") {
		start, text = k+len("按"), text[:i] // 按年节能量给予300元/吨奖励
	}
	if k := strings.IndexByte(text[start:], '('); k > 0 { // 购车款(不含税)的20%
		text = text[:start+k]
	}
	base := o.words.cutRear(strings.TrimSuffix(text[start:], "的"), []string{"最高", "不超过", "的", "一次性"})
	rest := cutFront(base, []string{"其", "实际", "上年度", "上一年度", "当年", "年度", "所", "投入", "完成", "缴纳", "支付", "发生", "到位", "同期", "该", "企业", "项目", "不超过", "实缴", "发放", "获得", "上年", "总"})
	if len(rest) < len("保费") {
		rest = base
	}
	if strings.HasSuffix(rest, "利率") {
		if !strings.HasPrefix(rest, "贷款") || len(rest) > len("贷款利率") {
			return nil
		}
		return name{{p: o.p, at: segment.Range{Start: o.left.Start + start + len(base) - len(rest), End: o.left.Start + start + len(base) - len("利率")}}}
	}
	if len(rest) < len("保费") || len(rest) > len("十二个字以内的定语说明它") || strings.ContainsAny(rest, "，、0123456789\x00") {
		return nil
	}
	return name{{p: o.p, at: segment.Range{Start: o.left.Start + start + len(base) - len(rest), End: o.left.Start + start + len(base)}}}
}

// besides returns what stands in front of a number that is one of several grants
// of its clause: 省外 in 按省外500元/人、省内县外200元/人的标准给予交通补助; and what
// each of the amount is for: 牛位 in 按每个牛位2000元补贴.
func (o *offer) besides() name {
	sl := o.row[0]
	text := o.p.textOf(segment.Range{Start: sl.left.Start, End: sl.q.Start})
	if g := o.giftBefore(); !g.none() && g.at.Start >= sl.left.Start && g.at.Start < sl.left.Start+len(text) {
		text = text[:g.at.Start-sl.left.Start]
	}
	text = o.words.cutRear(text, o.words.caps)
	end := len(text)
	if i := strings.LastIndexAny(text, "，、"); i >= 0 {
		text = text[i+len("、"):]
	}
	if i, w := lastOf(text, []string{"按照", "按", "给予", "分别", "其中", "对"}); i >= 0 {
		text = text[i+len(w):]
	}
	each := len(text)
	text = cutFront(text, wholes)
	if len(o.cl.slots) == len(o.row) && each == len(text) {
		return nil
	}
	if len(text) < len("省外") || len(text) > len("大型无人驾驶航空器") || strings.ContainsAny(text, "0123456789\x00的") || hasAnySuffix(text, o.words.gifts...) != "" || hasAnySuffix(text, o.words.giving...) != "" {
		return nil
	}
	return name{{p: o.p, at: segment.Range{Start: sl.left.Start + end - len(text), End: sl.left.Start + end}}}
}
