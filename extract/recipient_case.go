package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// ofWhom returns where in what follows a clause the comma stands behind whom something is
// granted to, and 的 before it: 且增幅高于平均水平的批发业企业，分别给予; -1 for nowhere.
func (o *offer) ofWhom(text string) int {
	for from := 0; ; {
		i := strings.Index(text[from:], "，")
		if i < 0 {
			return -1
		}
		end := from + i
		rest := text[end+len("，"):]
		if k := strings.LastIndex(text[:end], "的"); k >= 0 && hasAnyPrefix(rest, "分别", "给予", "一次性", "每", "按", "奖励", "补助", "最高", "补贴") && o.payee(text[k+len("的"):end], rest) {
			return end
		}
		from = end + len("，")
	}
}

// payee reports whether a noun is one that is granted to: by its last word, or because
// what follows is granted to each of it: 种猪场，每场补助.
func (o *offer) payee(noun, rest string) bool {
	if i := strings.IndexByte(noun, '('); i > 0 {
		noun = noun[:i]
	}
	if n := utf8.RuneCountInString(noun); n < 2 || n > 14 || strings.ContainsAny(noun, "，;。0123456789") || hasAnyPrefix(noun, "标准", "比例", "部分") || grants.last(noun) >= 0 {
		return false
	}
	return suffixOf(noun, o.words.payees) != "" || strings.HasPrefix(rest, "每"+lastRunes(noun, 1)) || hasAnySuffix2(noun, "会议项目", "展会")
}

// classed is whom something is granted to, behind the 的 that ends a case of its own:
// 主营业务收入首次超过2000万元的物流企业(含供应链企业)，分别给予.
func (o *offer) classed() segment.Range {
	before, _ := o.sentence()
	text := o.p.textOf(before)
	if i := strings.LastIndex(text, ";"); i >= 0 {
		before.Start += i + 1
		text = text[i+1:]
	}
	text, ok := strings.CutSuffix(text, "，")
	k := strings.LastIndex(text, "的")
	if !ok || k < 0 || !o.payee(text[k+len("的"):], o.p.textOf(o.left)) || !strings.ContainsAny(text[:k], "0123456789\x00") {
		return segment.Range{}
	}
	noun := text[k+len("的"):]
	if i := strings.IndexByte(noun, '('); i > 0 {
		noun = noun[:i]
	}
	return segment.Range{Start: before.Start + k + len("的"), End: before.Start + k + len("的") + len(noun)}
}
