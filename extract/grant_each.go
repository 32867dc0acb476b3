package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// onEach returns what is done with each of what is counted, between 每 and the number, where
// something is granted for it: 引进 in 每成功引进1名领军人才，奖励. A measure is none: 每个乡镇,
// 每千人口, 每年引进10名.
func (o *offer) onEach() segment.Range {
	sl := o.asked
	text := o.p.textOf(sl.left)
	i := strings.LastIndex(text, "每")
	if i < 0 || !sl.q.countable() || sl.q.comparator != "=" || sl.q.whole.Start != sl.q.Start || sl.q.ranged() {
		return segment.Range{}
	}
	verb := text[i+len("每"):]
	rest := cutFront(verb, []string{"新", "成功", "柔性", "再", "多"})
	if i := strings.LastIndex(rest, "企业"); i >= 0 {
		rest = rest[i+len("企业"):] // 每向区内企业输送1名
	}
	if len(rest) < len("引") || utf8.RuneCountInString(rest) > 6 || strings.ContainsAny(rest, "，、;:()0123456789\x00的") || o.measures(verb) {
		return segment.Range{}
	}
	_, after := o.sentence()
	if !o.c.granting() && grants.last(o.behind()) < 0 && grants.last(o.p.textOf(after)) < 0 {
		return segment.Range{}
	}
	return segment.Range{Start: sl.left.End - len(rest), End: sl.left.End}
}

// measures reports whether words behind 每 begin with what each amount is one for: 个乡镇, 年引进.
func (o *offer) measures(text string) bool {
	if u := o.words.units.at(text); u != nil {
		return true
	}
	return prefixOf(text, o.words.each) != "" || hasAnyPrefix(text, "百", "千", "万", "十", "逢", "当", "家", "人", "户", "名", "辆")
}

// eachName names what is counted one by one, by the noun behind it, else by what is done.
func (x binder) eachName(o *offer, verb segment.Range) name {
	at := o.asked.right
	text := x.p.textOf(at)
	if i, _ := firstOf(text, o.words.givesGifts); i >= 0 {
		at.End = at.Start + i // 每新建1个站点补助2万元
	}
	if i, _ := firstOf(x.p.textOf(at), []string{"，", "的", "到县", "到市", "到我", "到本", "按", "增加", "再", "每", "("}); i >= 0 {
		at.End = at.Start + i
	}
	if len(x.now.criterion) > 0 && hasAnyPrefix(x.p.textOf(verb), "增") && hasAnyPrefix(x.p.textOf(o.asked.right), o.words.givesGifts...) {
		return x.now.criterion // 当年新增用工50人以上的，每新增1人补贴500元
	}
	if noun := x.p.textOf(at); noun != "" && utf8.RuneCountInString(noun) <= 16 {
		return name{{p: x.p, at: at}}
	}
	return name{{p: x.p, at: verb}}
}

// workers names people by the work that they are given: 带动3人以上就业 counts 带动就业.
func (x binder) workers(b *bound) name {
	left := x.p.textOf(b.slot.left)
	verb := hasAnySuffix(left, "带动", "吸纳", "安置", "解决", "帮助", "稳定", "促进", "新增")
	right := b.slot.right
	if b.q.dimension != "people" || verb == "" || !strings.HasPrefix(included(x.p.textOf(right)), "就业") {
		return nil
	}
	from := right.Start + strings.Index(x.p.textOf(right), "就业")
	return name{{p: x.p, at: segment.Range{Start: b.slot.left.End - len(verb), End: b.slot.left.End}}, {p: x.p, at: segment.Range{Start: from, End: from + len("就业")}}}
}

// times reports a number of times that something is granted, which is no amount:
// 同一企业每年只能享受1次.
func (c *context) times(p *passage, sl *slot) bool {
	return sl.q.unit == "次" && c.granting() && hasAnySuffix2(c.r.lexicon.grantWords.cutRear(p.textOf(segment.Range{Start: sl.left.Start, End: max(sl.left.Start, sl.q.Start)}), c.r.lexicon.grantWords.caps), "享受", "奖励", "补助", "补贴", "资助", "申请", "申领", "限", "限享", "支持", "奖补", "贴息", "兑现", "报销", "领取", "办理", "申报", "参评")
}
