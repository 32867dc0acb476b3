package extract

import (
	"strings"

	"suyuan/segment"
)

// headsList reports whether the passage at place i is the label of the list that
// follows it, in a box or below a heading of projects: 防洪工程：A工程、B工程.
func (f *projectFinder) headsList(i int) bool {
	p := f.passages[i]
	if p.block.Kind != segment.Heading || i+1 >= len(f.passages) || !strings.HasSuffix(p.flow.Text, ":") || strings.HasPrefix(p.flow.Text, "“") || !f.setting(p, p.sentences[0]).listed {
		return false
	}
	next := f.passages[i+1].flow.Text
	first, _, _ := strings.Cut(next, "。")
	head, _, several := strings.Cut(first, "、")
	if !several || strings.ContainsAny(head, "，:") {
		return false
	}
	for n := 2; n <= 4; n++ { // 实施, 加快推进
		if len(head) >= 3*n && f.words.verbs[head[:3*n]].force != "" {
			return false
		}
	}
	return true
}

// lists reports whether a phrase is one name behind another from the start of its
// clause, or from a label, to its end.
func lists(text string, h phrase, at setting) bool {
	first, last := h.items[0].tokens[0], h.items[len(h.items)-1]
	for _, t := range h.items[0].tokens {
		if t.kind == asVerb {
			return false // 重点开发A技术
		}
		if !t.bare {
			break
		}
	}
	head := text[at.clause.Start:max(at.clause.Start, first.Start)]
	head = head[sectionLen(head):]
	return len(h.verbs) == 0 && h.next.End == 0 && !h.many && !h.place && (head == "" || strings.HasSuffix(head, ":")) &&
		(last.headed() && !last.shut || len(h.items) > 2 || at.label.listed || at.status != "")
}

// isGroupLabel reports whether a phrase is the label of a list, and quotes no name.
func isGroupLabel(text string, h phrase) bool {
	last := h.items[len(h.items)-1].last()
	return len(h.verbs) == 0 && len(h.items) == 1 && strings.HasPrefix(text[last.End:], ":") && h.items[0].tokens[0].kind != asQuote
}

// ofThem reports whether the verb is about something that the names have, not about
// them: 加强A学校、B学校师资配备.
func ofThem(h phrase) bool {
	if len(h.items) < 2 || len(h.verbs) == 0 || h.rest {
		return false
	}
	switch h.verbs[len(h.verbs)-1].text {
	case "加强", "强化", "提升", "提高", "增强", "优化", "扩大", "保障":
		last := h.items[len(h.items)-1]
		return !last.headed() && !last.shut && last.last().kind == asNoun
	}
	return false
}

// isFirst reports whether only a label stands before byte i: 项目一：….
func isFirst(text string, i int) bool {
	if i == 0 {
		return true
	}
	if located().MatchString(text[:i]) {
		return true
	}
	if strings.Trim(text[:i], "0123456789.、") == "" { // 01 铁路畅通工程
		return true
	}
	label := strings.TrimRight(strings.TrimSuffix(text[:i], ":"), "一二三四五六七八九十0123456789")
	return len(label) < i-1 && (label == "项目" || label == "工程" || label == "行动")
}

// funded is what follows a name at the start of an item that is a project's: its
// place in brackets, then what it costs.
var funded = Expression(`^(?:\([^()]{1,24}\))?[，:](?:新开工|续建|在建|新建|拟建|竣工)?，?(?:该项目|项目)?(?:计划|概算|估算|预计|规划)?总?投资(?:额|约|为)?`)

// located says where a project is in front of its name: 位于师宗县的.
var located = Expression(`^(?:位于|在)[^，。;:]{2,14}的$`)

// isDeed reports whether what stands in front of a verb counts deeds: 一是, 第二是.
func isDeed(before string) bool {
	rest, ok := strings.CutSuffix(before, "是")
	return ok && hasAnySuffix2(rest, "一", "二", "三", "四", "五", "六", "七", "八", "九", "十") && !hasAnySuffix2(rest, "统一", "唯一", "同一")
}
