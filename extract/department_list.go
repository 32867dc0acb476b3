package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// mention is one unit named in one place with the role it is given there.
type mention struct {
	segment.Range
	role string
	by   segment.Range // the words that give the role
	rule string
}

// items cuts text[i:j] at 、，; and at 和 and 及 between two units, outside
// brackets. breaks are the bytes at which white space stood in the document: a
// separator where one unit ends and another begins.
func (r *reading) items(p *passage, i, j int) []segment.Range {
	text := p.flow.Text
	var out []segment.Range
	from, depth := i, 0
	cut := func(at, width int) {
		if at > from {
			out = append(out, segment.Range{Start: from, End: at})
		}
		from = at + width
	}
	for at := i; at < j; {
		c, size := utf8.DecodeRuneInString(text[at:])
		switch {
		case c == '(' || c == '〔' || c == '〈':
			depth++
		case c == ')' || c == '〕' || c == '〉':
			depth = max(0, depth-1)
		case depth > 0:
		case c == '、' && oneOffice(text[from:j], at-from):
		case strings.ContainsRune("、，;,", c):
			cut(at, size)
		case at > from && r.joint(text[from:at], text[at:j]): // its own sign is no part of either
			cut(at, r.conjunction(text[at:j]))
			at = from
			continue
		case c == ' ' || at > from && p.gap(at) && endsWithClass(text[from:at]) && r.forward(text[at:j]) > 0:
			cut(at, 0)
		}
		at += size
	}
	cut(j, 0)
	return out
}

// oneOffice reports whether the mark at byte i of a list parts the places of one office
// and no offices: 各省、自治区、直辖市人民政府, but 各区、市教育局.
func oneOffice(text string, i int) bool {
	if !strings.HasPrefix(text, "各") {
		return false
	}
	n := everyPlace(text)
	return n > i && hasAnyPrefix(text[n:], "人民政府", "政府", "党委", "人大", "政协")
}

// gap reports whether white space stands before byte i of the flow in the document.
func (p *passage) gap(i int) bool {
	return i > 0 && p.flow.Span(i-1, i).End < p.flow.Span(i, i+1).Start
}

// joint reports whether 和, 及 or 以及 at the start of rest joins two units, or a
// unit follows another without any sign (高新区管委会市政府有关部门).
func (r *reading) joint(left, rest string) bool {
	if strings.HasSuffix(left, "管委会") && (strings.HasPrefix(rest, "市") || strings.HasPrefix(rest, "省") || strings.HasPrefix(rest, "各")) {
		return true
	}
	n := r.conjunction(rest)
	return n > 0 && endsWithClass(left) && (r.unit(left) || r.general(left)) && (r.place(rest[n:]) > 0 || r.lexicon.offices().at(rest[n:]) > 0)
}

func (r *reading) conjunction(rest string) int {
	for _, w := range [...]string{"以及", "和", "及", "与"} {
		if strings.HasPrefix(rest, w) {
			return len(w)
		}
	}
	return 0
}

// listed reads the units of a list and the roles that the list gives: role for
// all of it, unless words inside it say otherwise (市科技局牵头，市财政局配合).
func (r *reading) listed(p *passage, list segment.Range, role string, by segment.Range, rule string) []mention {
	text := p.flow.Text
	var out []mention
	pending, led := 0, false // units since the last word of a role
	for _, item := range r.items(p, list.Start, list.End) {
		if item.Start > list.Start && rule == "department_labelled" && text[item.Start-1] == ';' {
			pending = len(out) // 配合单位:市卫生健康委;各县政府负责落实
		}
		item = trimItem(text, withoutNote(text, item))
		core, word := splitRole(text, item)
		core = trimItem(text, core)
		if name := text[core.Start:core.End]; r.listable(name) {
			out = append(out, mention{Range: core, role: role, by: by, rule: rule})
		} else if strings.Contains(name, ":") {
			break
		}
		if word.Start == word.End {
			continue
		}
		given := roleOf(text[word.Start:word.End], led)
		led = led || strings.Contains(text[word.Start:word.End], "牵头")
		for k := pending; k < len(out); k++ {
			out[k].role, out[k].by = given, word
		}
		pending = len(out)
	}
	if led {
		for k := pending; k < len(out); k++ {
			out[k].role = "support"
		}
	}
	return out
}

// withoutNote takes off a bracket that says how the list is to be read:
// 市卫生健康委(列第一位的为牵头单位，下同).
func withoutNote(text string, item segment.Range) segment.Range {
	s := text[item.Start:item.End]
	if i := strings.LastIndexByte(s, '('); i > 0 && hasAnyOf(s[i:], "下同", "列第", "排第", "排名第", "首位", "排在") {
		item.End = item.Start + i
	}
	return item
}

// listable reports whether an item of a list that gives responsibilities names a
// unit. In such a list everything does that is no general term and no clause.
func (r *reading) listable(name string) bool {
	n := utf8.RuneCountInString(name)
	if n < 2 || n > 32 || r.general(name) || strings.ContainsAny(name, ":。《》“”0123456789%") {
		return false
	}
	for _, c := range name {
		if !isHan(c) && !strings.ContainsRune("()〔〕〈〉、·-", c) && (c < 'A' || c > 'z') {
			return false
		}
	}
	return !notUnit(strings.TrimSuffix(name, closingBracket(name)))
}

// notUnit reports whether what stands in such a list is a time, a clause, or units that are
// not named.
func notUnit(name string) bool {
	switch name {
	case "略", "无", "待定", "暂无", "长期", "持续推进", "全年", "按职责分工", "分工", "同志":
		return true
	}
	some := strings.TrimPrefix(strings.TrimPrefix(name, "各"), "市")
	return hasAnyPrefix(some, "有关", "相关") ||
		hasAnySuffix2(name, "的", "了", "是", "推进", "实施", "落实", "完成", "加强", "开展", "时限", "领导", "责任人", "联系人")
}

// trimItem takes 由 and 等部门 and the like off the ends of an item.
func trimItem(text string, item segment.Range) segment.Range {
	s := text[item.Start:item.End]
	lead := len(s) - len(strings.TrimLeft(s, " :-"))
	s = s[lead:]
	for _, w := range [...]string{"以及", "由", "和", "及"} {
		if rest, ok := strings.CutPrefix(s, w); ok {
			s, lead = rest, lead+len(w)
			break
		}
	}
	for {
		before := s
		s = strings.TrimRight(s, " 。;，、")
		for _, w := range [...]string{"等有关部门", "等相关部门", "等有关单位", "等相关单位", "等部门单位", "等部门和单位", "等有关部门和单位", "等相关部门和单位", "等单位和部门", "等部门", "等单位", "等", "按职责分工", "按照职责分工", "按职责", "按各自职责", "依职责", "分别", "共同", "具体", "依法", "密切", "积极", "予以", "协同"} {
			if cut := strings.TrimSuffix(s, w); cut != "" {
				s = cut
			}
		}
		if s == before {
			break
		}
	}
	if strings.HasPrefix(s, "(") && !strings.HasSuffix(s, ")") {
		s, lead = s[1:], lead+1
	}
	return segment.Range{Start: item.Start + lead, End: item.Start + lead + len(s)}
}

// splitRole parts an item from the words of a role behind it: 市科技局(牵头),
// 市财政局按职责分工负责, 市教育局配合.
func splitRole(text string, item segment.Range) (core, word segment.Range) {
	if last, _ := utf8.DecodeLastRuneInString(text[item.Start:item.End]); !strings.ContainsRune("头责任织合与助同加实施)", last) {
		return item, segment.Range{}
	}
	m := itemRole().FindStringSubmatchIndex(text[item.Start:item.End])
	if m == nil {
		return item, segment.Range{}
	}
	return segment.Range{Start: item.Start, End: item.Start + m[0]}, segment.Range{Start: item.Start + m[2], End: item.Start + m[3]}
}

var itemRole = Expression(`\(?(?:等(?:部门|单位)?)?(?:按(?:照)?(?:各自)?职责(?:分工)?|分别|共同|具体|积极|密切)?(牵头负责|牵头组织|牵头|总牵头|负责落实|落实属地(?:管理)?责任|落实主体责任|履行属地责任|承担主体责任|抓好落实|抓落实|落实|负责|组织实施|组织|配合|参与|协助|协同|协同配合|参加)\)?$`)

// roleOf returns the role that a word gives. Behind a unit that leads, 按职责分工负责
// is what the others do.
func roleOf(word string, led bool) string {
	switch {
	case strings.Contains(word, "牵头"):
		return "lead"
	case strings.Contains(word, "配合"), strings.Contains(word, "参与"), strings.Contains(word, "协"), strings.Contains(word, "参加"), led:
		return "support"
	}
	return "lead"
}
