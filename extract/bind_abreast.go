package extract

import (
	"strings"

	"suyuan/segment"
)

// abreast puts what a first change was one of behind whom the second is for: 双缴存家庭贷款额度由50万元
// 提高至70万元，单缴存职工由40万元提高至50万元 names 单缴存职工贷款额度.
func (x binder) abreast(left string, own name) name {
	now := x.now
	if len(own) != 1 || own[0].implied != "" || len(now.name) == 0 || now.name[len(now.name)-1].implied != "" || now.last == nil || !hasAnySuffix2(left, "由", "从") {
		return own
	}
	w := x.lexicon.grantWords
	if hasAnySuffix(own.String(), w.payees...) == "" {
		return own
	}
	for _, list := range [][]string{w.limits, w.soft} {
		word := suffixOf(now.name.String(), list)
		if word == "" || strings.Contains(own.String(), word) {
			continue
		}
		end := now.name[len(now.name)-1]
		at := end.at
		if len(word) > len(end.text()) {
			continue
		}
		return append(own, part{p: end.p, at: segment.Range{Start: at.End - len(word), End: at.End}})
	}
	return own
}

// unstopped takes the stop of a sentence off the end of a name that a heading gives: 鼓励自主创业。
func unstopped(n name) name {
	if k := len(n); k > 0 && n[k-1].implied == "" && strings.HasSuffix(n[k-1].text(), "。") && len(n[k-1].text()) > len("。") {
		last := n[k-1]
		last.at.End -= len("。")
		return append(append(name{}, n[:k-1]...), last)
	}
	return n
}

// perHeads puts for how many a number is before what is counted, where a verb parts them:
// 每千名老年人拥有养老床位35张, 每千人口拥有3岁以下婴幼儿托位4.6个.
func (x binder) perHeads(b *bound, own name) name {
	text := x.p.after(x.cl.Start, b.q.Start)
	from, _ := firstOf(text, []string{"每百", "每千", "每万", "每十万"})
	if len(own) == 0 || own[0].implied != "" || own[0].p != x.p || from < 0 || from > len("全市各地") {
		return own
	}
	text = text[from:]
	i, verb := firstOf(text, []string{"拥有", "配备", "配有", "有"})
	start := x.cl.Start + from
	if i < len("每千人") || i > len("每千名六十岁以上老年人") || strings.ContainsAny(text[:i], "，、\x00") || own[0].at.Start < start+i+len(verb) {
		return own
	}
	return append(name{{p: x.p, at: segment.Range{Start: start, End: start + i}}}, own...)
}
