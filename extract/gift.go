package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// gift is what a clause says is given.
type gift struct {
	at    segment.Range // 生活补贴
	word  segment.Range // 补贴
	own   bool          // it has a name of its own: 生活补贴, not 奖励
	noun  bool          // it is spoken of rather than given: 生活补贴1500元
	class segment.Range // what it is that much for: 小学 in 补助标准为小学每生每年1250元
	back  bool          // the verb before it says that it is given back or let off: 返还失业保险费
	to    segment.Range // who is given it, between the verb and the word: 给予研制单位补助
}

func (g gift) none() bool { return g.word.End <= g.word.Start }

// gift reads what is given: behind the row, else in front of it, else behind the
// clause's last number (按直流桩400元、交流桩100元的标准给予建设补贴).
func (o *offer) gift() gift {
	if g := o.giftBehind(o.right); !g.none() {
		return g
	}
	if g := o.giftBefore(); !g.none() {
		return g
	}
	if hasAnyOf(o.before(), "按", "分别", "给予") {
		if g := o.giftBehind(o.tail()); !g.none() {
			return g
		}
		return o.giftNext()
	}
	return gift{}
}

// giftNext reads the gift of a clause that only says what is given at the rates before it:
// 按1500元/分钟，给予一次性奖励.
func (o *offer) giftNext() gift {
	_, after := o.sentence()
	text := o.p.textOf(after)
	if rest, ok := strings.CutPrefix(text, "，连续"); ok && strings.Contains(o.before(), "按") {
		years := strings.TrimLeft(rest, "0123456789两三四五")
		if gift := strings.TrimPrefix(years, "年"); len(years) < len(rest) && gift != years && strings.HasPrefix(gift, "奖励给") {
			at := segment.Range{Start: after.Start + len(text) - len(gift), End: after.Start + len(text) - len(gift) + len("奖励")}
			return justGift(at) // 按贡献额的90%，连续5年奖励给企业
		}
	}
	verb := prefixOf(text, []string{"，给予", "，予以"})
	rest := cutFront(text[len(verb):], []string{"一次性", "相应", "资金"})
	w := prefixOf(rest, o.words.gifts)
	if verb == "" || w == "" || !strings.Contains(o.before(), "按") || !endsClause(rest[len(w):]) || strings.HasPrefix(rest[len(w):], "的") {
		return gift{}
	}
	return justGift(segment.Range{Start: after.Start + len(text) - len(rest), End: after.Start + len(text) - len(rest) + len(w)})
}

// justGift is a gift by a word alone.
func justGift(at segment.Range) gift { return gift{at: at, word: at} }

// giftBehind reads the gift that words behind a number begin with.
func (o *offer) giftBehind(at segment.Range) gift {
	text := o.p.textOf(at)
	rest := cutFront(text, o.words.links)
	if strings.HasPrefix(rest, "支持") && (rest == "支持" || hasAnyPrefix(rest[len("支持"):], "，", ";")) && (hasAnyOf(text[:len(text)-len(rest)], "给予", "予以") || hasAnyOf(o.before(), "给予", "予以") && o.row[o.place].q.dimension == "money") {
		at := segment.Range{Start: at.End - len(rest), End: at.End - len(rest) + len("支持")}
		return gift{at: at, word: at}
	}
	k, w := firstOf(rest, o.words.gifts)
	if k < 0 && hasAnySuffix2(rest, "经费", "费", "费用", "资金") && utf8.RuneCountInString(rest) >= 3 && utf8.RuneCountInString(rest) <= 8 && !strings.ContainsAny(rest, "，、;:()的0123456789\x00") && hasAnyOf(o.before(), "给予", "予以") && o.row[o.place].q.dimension == "money" {
		at := segment.Range{Start: at.End - len(rest), End: at.End} // 再给予10万元运行经费
		return gift{at: at, word: at, own: true}
	}
	if k < 0 || k > len("十二个字以内的定语说明它") || strings.ContainsAny(rest[:k], "，。、;:()0123456789\x00") || strings.Contains(rest[:k], "用于") {
		return gift{}
	}
	if who := rest[k+len(w):]; k == 0 && who != "" && contains(o.words.giving, w) && hasAnySuffix2(who, o.words.payees...) && len(who) <= len("本市公铁联运企业") {
		at := segment.Range{Start: at.End - len(rest), End: at.End - len(who)} // 的标准补贴联运企业
		return gift{at: at, word: at, to: segment.Range{Start: at.End, End: at.End + len(who)}}
	}
	if thing := rest[k+len(w):]; k == 0 && letsOff(w, thing) {
		return gift{at: segment.Range{Start: at.End - len(thing), End: at.End}, word: segment.Range{Start: at.End - len(rest), End: at.End - len(thing)}, own: true, back: true} // 按60%返还失业保险费
	}
	own := len(rest[:k]) - len(o.words.cutPlain(rest[:k]))
	start := at.End - len(rest)
	g := gift{at: segment.Range{Start: start + own, End: start + k + len(w)}, word: segment.Range{Start: start + k, End: start + k + len(w)}}
	g.own = g.at.Start < g.word.Start
	if front := rest[own:k]; g.own && hasAnySuffix(front, o.words.payees...) != "" && len(front) > len("企业")-1 {
		g.to = segment.Range{Start: g.at.Start, End: g.word.Start}
		g.at, g.own = g.word, false
	}
	return g
}

// sumWords make the name of an amount of a gift: 补助标准, 奖补资金总额.
var sumWords = []string{"资金总额", "总额", "资金", "标准", "额度", "金额", "规模", "额", "比例", "上限", "限额"}

// giftBefore reads the gift that the words in front of the row end with.
func (o *offer) giftBefore() gift {
	if o.gave == nil {
		g := o.readBefore()
		o.gave = &g
	}
	return *o.gave
}

func (o *offer) readBefore() gift {
	text := o.before()
	for _, c := range o.row[o.place].q.comparators {
		if c.Start >= o.left.Start && c.End < o.row[0].q.whole.Start { // 票价补贴不超过单程票价的五成
			text = text[:c.Start-o.left.Start]
		}
	}
	cut := o.words.cutRear(text, o.words.caps)
	if o.row[o.place].q.dimension == "share" {
		cut = o.words.cutRear(cut, o.words.moves) // 在现行购机补贴基础上增加10%
	}
	k, w := o.words.giftSet.lastWord(cut)
	if k < 0 {
		return gift{}
	}
	g := gift{word: segment.Range{Start: o.left.Start + k, End: o.left.Start + k + len(w)}}
	g.at = g.word
	if fee := o.behind(); k+len(w) == len(cut) && o.row[o.place].q.dimension == "share" && letsOff(w, fee) {
		g.at, g.own, g.back = o.right, true, true // 减免50%保教费
		return g
	}
	if class := classBehind(cut[k+len(w):]); class != "" {
		cut = cut[:len(cut)-len(class)]
		text = text[:len(cut)]
		g.class = segment.Range{Start: o.left.Start + len(cut), End: o.left.Start + len(cut) + len(class)}
		cut = strings.TrimSuffix(cut, "为")
	}
	if rest := cut[k+len(w):]; rest != "" && !contains(sumWords, rest) {
		if contains(o.words.giving, w) && hasAnySuffix2(rest, o.words.payees...) && len(rest) <= len("本市公铁联运企业") && !strings.ContainsAny(rest, "，、的") {
			g.to = segment.Range{Start: g.word.End, End: g.word.End + len(rest)} // 资助建站单位50万元
			return g
		}
		if o.row[o.place].q.dimension == "share" && strings.HasSuffix(text, "的") && contains(o.words.giving, w) && len(rest) <= len("十二个字以内的定语说明它") {
			return g // 补助租金的50%
		}
		if o.handsTo(cut[:k], w, rest) {
			g.to = segment.Range{Start: g.word.End, End: g.word.End + len(rest)} // 奖励组团社6万元
			return g
		}
		if len(rest) > len("建设用地计划指标") || hasAnySuffix(rest, "资金", "经费", "费用", "指标", "金", "费") == "" || strings.ContainsAny(rest, "，、的") {
			return gift{}
		}
		g.at, g.own = segment.Range{Start: g.word.End, End: g.word.End + len(rest)}, true // 补助运营经费3600元
		g.back = letsOff(w, rest)
		return g
	}
	if sum := prefixOf(text[k+len(w):], sumWords); sum != "" {
		g.at.End += len(sum)
		g.noun = true
		g.own = sum == "资金总额" // 奖补资金总额
	}
	front := o.attribute(text[:k])
	if front != "" {
		g.at.Start -= len(text[:k]) - strings.LastIndex(text[:k], front)
		g.own, g.noun = true, w != "减免" && w != "返还"
	}
	return g
}

// handsTo reports whether a verb of giving that begins what is said stands before whoever it is
// given to, a payee of any name: 的，奖励组团社6万元.
func (o *offer) handsTo(front, verb, who string) bool {
	n := utf8.RuneCountInString(who)
	return o.row[0].q.dimension == "money" && o.c.granting() && contains([]string{"奖励", "补助", "资助"}, verb) && n >= 2 && n <= 8 && (front == "" || hasAnySuffix2(front, "，", "的", "再", "、", "另外", "另", ")")) &&
		!strings.ContainsAny(who, "，、;:()的0123456789\x00每按为") && !hasAnySuffix2(who, "资金", "经费", "费用", "金", "费", "基数", "总额", "额", "标准", "比例", "上限", "期", "面积", "价")
}

// letsOff reports whether a verb says that a payment is given back or let off: 返还失业保险费.
func letsOff(verb, thing string) bool {
	return contains([]string{"返还", "减免"}, verb) && len(thing) >= len("租金") && len(thing) <= len("企业职工基本养老保险费") && hasAnySuffix2(thing, "费", "费用", "金", "税", "税款") && !strings.ContainsAny(thing, "，、;:()的0123456789\x00")
}

// classBehind returns the short name behind 标准为 or 为 that says for what an
// amount is the standard.
func classBehind(rest string) string {
	for _, mark := range []string{"标准为", "为"} {
		if class, ok := strings.CutPrefix(rest, mark); ok && len(class) >= len("小学") && len(class) <= len("普通高中") && !strings.ContainsAny(class, "，、的0123456789") {
			return class
		}
	}
	return ""
}

// giftFronts are the marks and words that the name of a gift begins behind.
var giftFronts = []string{"，", "、", ";", ":", "。", ")", "的", "分别", "一次性", "对", "每月", "每年", "再", "其中", "获得", "取得", "在", "三年", "两年", "次年", "首年", "第一年", "第二年", "安排"}

// attribute returns what sets a gift apart in the words in front of it: 生活 of
// 每月发放生活补贴; nothing of 每家企业每年 and 县财政对每个示范村.
func (o *offer) attribute(text string) string {
	if o.words.perEach(text) != "" || strings.Contains(text, "每") && strings.ContainsAny(text, "0123456789\x00") {
		return "" // 增速每提高1个百分点奖励
	}
	from := 0
	for _, mark := range o.words.fronts {
		if i := segment.FindLastWord(text, mark); i >= 0 && i+len(mark) > from && !(mark == "申请" && strings.HasPrefix(text[i+len(mark):], "人")) {
			from = i + len(mark)
		}
	}
	front := o.words.cutPlain(text[from:])
	for _, adverb := range []string{"累计", "合计", "年度", "每年", "当年", "可", "叠加"} {
		front = strings.TrimSuffix(front, adverb)
	}
	if front == "" || yearOf().MatchString(front) || len(front) > len("十二个字以内的定语说明它") || o.words.perEach(front) != "" || strings.HasPrefix(front, "每") || strings.ContainsAny(front, "按由将可应予从在并且给") ||
		hasAnySuffix(front, "财政", "政府", "年度", "最高", "单个", "各", "同一") != "" || hasAnySuffix(front, o.words.payees...) != "" {
		return ""
	}
	return front
}
