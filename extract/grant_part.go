package extract

import (
	"strings"

	"suyuan/segment"
)

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
	if who := o.besideLimit(); who.End > who.Start {
		who.Start = who.End - len(strings.TrimPrefix(o.p.textOf(who), "其中"))
		return name{{p: o.p, at: who}, o.c.limit.part}
	}
	at, word := o.subject()
	if names := o.limits(at, word); names != nil {
		return names
	}
	switch d := o.row[o.place].q.dimension; {
	case word != "":
	case d == "money" || d == "share":
		return x.now.name // ，不得高于12%
	default:
		at = o.row[0].left
		at.End = at.Start + len(o.words.cutRear(o.p.textOf(at), o.words.caps))
	}
	text := x.p.textOf(at)
	if i, w := lastOf(text, []string{"降低", "下调", "上调", "提高", "调整", "执行", "实行", "落实", "按照", "按", "不低于", "不高于", "不超过"}); i >= 0 && i+len(w)+len(word) <= len(text) && i+len(w) < len(text) {
		at.Start += i + len(w) // 降低失业保险费率, 按不低于出让最低价标准
	}
	n := x.leftPhrase(x.p, at, false)
	if n.empty() {
		return nil
	}
	if word != "" {
		n.at.Start = min(n.at.Start, at.End-len(word)) // 奖励 is no verb in 奖励金额
	}
	return name{{p: x.p, at: n.at}}
}

// limits returns the name of a limit in a list of as many as there are numbers: 全护理、半护理
// 照料标准分别为900元、450元.
func (o *offer) limits(at segment.Range, word string) name {
	if len(o.row) < 2 || word == "" || o.p.textOf(o.row[1].left) == "" || !strings.Contains(o.before(), "分别") {
		return nil
	}
	front := segment.Range{Start: at.Start, End: at.End - len(word)}
	names := o.listed(front, len(o.row))
	if names == nil {
		return nil
	}
	return append(names[o.place], part{p: o.p, at: segment.Range{Start: front.End, End: at.End}})
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

// sum is the noun for money in front of a cap: 获得的资金总额不超过500万元.
func (o *offer) sum() name {
	text := o.words.cutRear(o.before(), o.words.caps)
	if o.row[o.place].q.dimension == "share" && strings.HasSuffix(o.before(), "的") {
		return nil // 按不超过合同金额的80%
	}
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
	for _, w := range sumWords {
		if who := strings.TrimSuffix(rest, w); who != rest && hasAnySuffix2(who, o.words.payees...) {
			return nil // 每家企业金额不超过30万元
		}
	}
	if len(rest) > len("十二个字以内的定语说明它") || contains(sumWords, rest) && rest != "资金总额" || rest == "" {
		return nil
	}
	end := o.left.Start + len(text)
	return name{{p: o.p, at: segment.Range{Start: end - len(rest), End: end}}}
}

// base returns what a share is a share of: 设备投资额 in 按设备投资额的30%给予补助.
func (o *offer) base() name {
	text := o.before()
	for _, c := range o.row[o.place].q.comparators {
		if c.Start >= o.left.Start && c.End < o.row[0].q.whole.Start && c.End <= o.left.End {
			text = text[:c.Start-o.left.Start] + strings.Repeat("\x00", c.End-c.Start) + text[c.End-o.left.Start:]
		}
	}
	text = o.words.cutRear(strings.TrimSuffix(text, "的"), []string{"最高", "不超过", "不高于", "最多", "最高不超过"})
	given := []string{"按照", "按", "给予", "\x00", "不超过", "不高于", "不低于", "享受", "依照", "参照", "抵扣", "抵免", "抵减"}
	if o.row[o.place].q.dimension == "share" && strings.HasSuffix(o.before(), "的") {
		given = append(given, "补助", "补贴", "资助") // 第一年补助租金的50%
	}
	i, w := lastOf(text, given)
	if i < 0 {
		return nil
	}
	start := i + len(w)
	if k := strings.LastIndex(text[:i], "按"); w == "给予" && k >= 0 && strings.TrimSpace(text[start:]) == "" && (o.row[o.place].q.dimension == "share" || strings.Contains(o.row[o.place].q.unit, "/")) {
		start, text = k+len("按")+len(prefixOf(text[k+len("按"):], []string{"照不超过", "照", "不超过", "不高于"})), text[:i] // 按年节能量给予300元/吨奖励
	}
	if k := strings.IndexByte(text[start:], '('); k > 0 && strings.Trim(text[start+k+max(0, bracketEnd(text[start+k:])):], ")的") == "" { // 购车款(不含税)的20%
		text = text[:start+k]
	}
	base := o.words.cutRear(strings.TrimSuffix(text[start:], "的"), []string{"最高", "不超过", "的", "一次性", "增加", "提高", "上浮", "每年", "比例"})
	rest := cutFront(base, []string{"其中", "其", "上年度", "上一年度", "上年", "当年", "年度", "所", "同期", "该", "不超过", "实缴", "发放", "获得", "总", "实际投入", "实际完成", "实际缴纳", "实际支付", "实际发生", "实际到位", "实际", "支付的", "支付", "对本级", "对本区", "对本市", "对本县", "对地方"})
	if len(rest) < len("保费") || contains(sumWords, rest) { // 实际发生金额的20%
		rest = base
	}
	if i := strings.LastIndex(rest, "的"); i >= 0 && len(rest) > len("十二个字以内的定语说明它") && len(rest)-i-len("的") >= len("保费") {
		rest = rest[i+len("的"):] // 首台(套)认定年度的年销售额
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
	text = o.words.cutRear(text, o.words.sumsCaps)
	end := len(text)
	if i := strings.LastIndexAny(text, "，、"); i >= 0 {
		text = text[i+len("、"):]
	}
	if i, w := lastOf(text, []string{"按照", "按", "给予", "分别", "其中", "对"}); i >= 0 {
		text = text[i+len(w):]
	}
	each := len(text)
	if strings.Count(text, "每") > 1 {
		return nil // 每件每个国家资助2万元
	}
	text = cutFront(text, wholes)
	if actor := o.actor(); general(text) && actor.End > actor.Start {
		return nil // 取得新药证书的，每个品种奖励
	}
	if len(o.cl.slots) == len(o.row) && each == len(text) && !o.cl.inside {
		return nil
	}
	if hasAnyPrefix(text, "在", "由", "从") || hasAnyOf(text, "亿元", "万元") || len(text) < len("省外") || len(text) > len("大型无人驾驶航空器") || strings.ContainsAny(text, "0123456789\x00的") || hasAnySuffix(text, o.words.gifts...) != "" || hasAnySuffix(text, o.words.giving...) != "" {
		return nil
	}
	return name{{p: o.p, at: segment.Range{Start: sl.left.Start + end - len(text), End: sl.left.Start + end}}}
}
