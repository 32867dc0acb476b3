package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// borne reports the part of a cost that somebody is to pay: 由省级承担60%.
func (o *offer) borne(*bound) (segment.Range, bool) {
	left := o.words.cutRear(o.before(), o.words.caps)
	w := o.burden(left)
	if who := o.borneToo(); w == "" && who.End > who.Start {
		return who, true
	}
	if w == "" || o.row[o.place].q.dimension != "share" {
		return segment.Range{}, false
	}
	before, _ := o.sentence()
	text := o.p.textOf(before) + left
	ok := o.firm() || grants.last(text) >= 0 || hasAnyOf(text, "资金", "费用", "经费", "保费")
	if ok {
		o.c.burden = part{p: o.p, at: o.span(len(left)-len(w), w)}
	}
	return o.span(len(left)-len(w), w), ok
}

// borneToo is who pays another part, where the verb stands beside the first one alone:
// 省级 of 中央财政补贴45%、省级25%.
func (o *offer) borneToo() segment.Range {
	at := o.row[o.place].left
	text := o.p.textOf(at)
	rest := strings.TrimLeft(text, "、，和")
	if last := o.c.burden; last.p != o.p || last.at.Start < o.p.sentence(o.cl.Start).Start || o.row[o.place].q.dimension != "share" || utf8.RuneCountInString(rest) > 6 || !hasAnySuffix2(rest, "级", "级财政", "中央", "农户", "个人", "单位", "政府", "职工", "省", "市", "县", "区") || strings.ContainsAny(rest, "按的、，0123456789") {
		return segment.Range{}
	}
	return segment.Range{Start: at.End - len(rest), End: at.End}
}

// burden returns the verb of who pays a part that text ends with: 承担, and 补贴
// where a purse is its subject.
func (o *offer) burden(text string) string {
	w := suffixOf(text, o.words.burdens)
	if w == "" && hasAnySuffix2(text, "财政补贴", "财政补助", "资金补助", "资金补贴") {
		return "补贴"
	}
	return w
}

// burdenName is who pays the part, and the verb: 省级承担.
func (o *offer) burdenName() name {
	if who := o.borneToo(); who.End > who.Start && o.burden(o.words.cutRear(o.before(), o.words.caps)) == "" {
		return name{{p: o.p, at: who}, o.c.burden}
	}
	at := o.row[0].left
	left := o.words.cutRear(o.p.textOf(at), o.words.caps)
	marks := []string{"，", "、", "中", "其余", ":", "%"}
	start := 0
	if i := strings.LastIndex(left, "由"); i >= 0 {
		marks, start = nil, i+len("由")
	}
	if hasAnyOf(left, "两级", "三级", "各级", "共同") {
		marks = []string{"，", "其余", ":", "%", "补助", "资金", "保费"} // 市、县两级财政各承担
	}
	for _, mark := range marks {
		if i := strings.LastIndex(left, mark); i+len(mark) > start && i >= 0 && !(mark == "中" && strings.HasPrefix(left[i:], "中央")) {
			start = i + len(mark)
		}
	}
	verb := o.burden(left)
	who := strings.TrimRight(left[start:len(left)-len(verb)], "各均分别")
	return name{{p: o.p, at: segment.Range{Start: at.Start + start, End: at.Start + start + len(who)}},
		{p: o.p, at: segment.Range{Start: at.Start + len(left) - len(verb), End: at.Start + len(left)}}}
}
