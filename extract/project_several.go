package extract

import (
	"strings"
	"unicode/utf8"
)

// split cuts tokens at the joints: at 、 where marks has it, at the words where
// marks has 和.
func split(tokens []token, marks string) [][]token {
	var out [][]token
	from := 0
	for i, t := range tokens {
		if t.kind == asJoint && (strings.Contains(marks, t.text) || t.text != "、" && strings.Contains(marks, "和")) {
			out = append(out, tokens[from:i])
			from = i + 1
		}
	}
	return append(out, tokens[from:])
}

// several reads an item with joints in it: one name with a list inside
// (教育、医疗服务平台), or several that share the class word at the end.
func (n *namer) several(t item, all []token, parts [][]token) []undertaking {
	final := parts[len(parts)-1]
	head := final[len(final)-1]
	shortest, longest, other := 1000, 0, false
	for _, part := range parts[:len(parts)-1] {
		if len(part) == 0 || gauge(part).runes == 0 {
			return nil // 国家、省、市产业园
		}
		length := utf8.RuneCountInString(n.text[part[0].Start:part[len(part)-1].End])
		shortest, longest = min(shortest, length), max(longest, length)
		other = other || part[len(part)-1].class != ""
	}
	commas := len(split(all, "、")) > 1
	var out []undertaking
	switch {
	case head.sort == "action" && wherePlaces(n.text, parts):
		return n.one(t, all) // 县城南区、北区集中供热工程
	case head.sort == "action" && (commas && shortest >= 4 || parts[0][0].kind == asQuote):
		for _, part := range parts[:len(parts)-1] {
			out = append(out, n.shared(t, part, head)...)
		}
	case head.sort == "works" && n.joined(parts):
		for _, part := range parts[:len(parts)-1] {
			out = append(out, n.shared(t, part, head)...)
		}
	case !commas && (head.sort == "action" || !other), commas && longest <= 3:
		return n.one(t, all)
	}
	if head.count && len(final) > 1 {
		return append(out, n.shared(t, final[:len(final)-1], head)...) // A、B、C三大工程
	}
	return append(out, n.one(t, final)...)
}

// wherePlaces reports whether the parts in front of the last are only where it is done:
// 县城南区、北区集中供热工程.
func wherePlaces(text string, parts [][]token) bool {
	for _, part := range parts[:len(parts)-1] {
		if !hasAnySuffix2(text[part[0].Start:part[len(part)-1].End], "区", "县", "镇", "乡", "村", "市", "州", "街道", "河", "溪", "湖") {
			return false
		}
	}
	return true
}

// joined reports whether each part in front of the last says from where to where a
// road goes: 剑河至黎平、黎平至靖州高速公路.
func (n *namer) joined(parts [][]token) bool {
	for _, part := range parts[:len(parts)-1] {
		if s := n.text[part[0].Start:part[len(part)-1].End]; !strings.Contains(s[min(6, len(s)):], "至") {
			return false
		}
	}
	return true
}

// shared makes the name of a part whose class word stands at the end of the list.
func (n *namer) shared(t item, part []token, head token) []undertaking {
	if n.many || t.owned || t.many || gauge(part).runes < 4 || n.force == "" || n.force == "other" {
		return nil
	}
	return []undertaking{{Range: span(part), rule: "project_shared", class: head.Range}}
}
