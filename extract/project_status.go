package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// status decides how far an undertaking is from the words around it, and returns
// those that decided.
func (n *namer) status() (string, []segment.Range) {
	if n.setting.row {
		return "ongoing", nil
	}
	if s, words := n.reached(); s != "" {
		return s, words
	}
	if len(n.verbs) == 0 {
		return n.unmoved()
	}
	first, last := n.verbs[0], n.verbs[len(n.verbs)-1]
	words := []segment.Range{{Start: first.Start, End: last.End}}
	switch {
	case n.setting.past && last.verb.force == "create":
		return "done", words
	case n.setting.past:
		return "ongoing", words
	case n.starts(): // 确保…工程开工
		return "planned", append(words, n.after[0].Range)
	case n.intended(): // 加快推动设立
		return "planned", words
	case last.verb.force == "other" || last.verb.status == "":
		return "ongoing", words
	case n.onward():
		return "ongoing", append([]segment.Range{n.adverb.Range}, words...)
	case len(n.verbs) > 1 && first.verb.force == "push": // 推进实施, 加快建设
		return "ongoing", words
	}
	return last.verb.status, words
}

// intended reports whether a verb in front leaves it planned, whatever else moves it on.
func (n *namer) intended() bool {
	for _, v := range n.verbs {
		if v.verb.status == "intent" {
			return true
		}
	}
	return false
}

// reached reads the words that say that something stands: 建成通车, 获批. What
// shall stand is planned, and ongoing where something moves it on.
func (n *namer) reached() (string, []segment.Range) {
	front := len(n.verbs)
	var word token
	switch {
	case len(n.after) > 0 && n.finished(n.after[0]):
		word = n.after[0]
	case len(n.after) > 1 && n.after[0].verb.works && n.finished(n.after[1]): // 国道改扩建|完工
		word = n.after[1]
	case n.finished(n.next):
		word = n.next
	case front > 0 && n.verbs[front-1].verb.force == "done":
		word = n.verbs[front-1]
		if !n.setting.past && containsAny(word.text, "完成", "建成", "完工", "开通", "投产", "投用") {
			return "planned", []segment.Range{word.Range} // in front of a name it may as well state an aim
		}
		front--
	default:
		return "", nil
	}
	words := []segment.Range{word.Range}
	switch {
	case n.setting.past || !n.setting.future && front == 0:
		return "done", words
	case front > 0 && n.verbs[0].verb.status == "ongoing":
		return "ongoing", append(words, n.verbs[0].Range)
	}
	return "planned", words
}

// finished reports whether a verb behind a name says that it stands. 获 does for
// a project that won a prize.
func (n *namer) finished(v token) bool {
	switch v.text {
	case "":
		return false
	case "成功申报", "成功入选":
		return true
	case "实现", "顺利实现", "全面实现", "如期实现":
		return hasAnyPrefix(n.text[v.End:], "投产", "通车", "投用", "并网", "竣工", "完工", "通水", "达产", "运营", "贯通", "量产", "投运", "投入")
	case "获", "获得", "荣获":
		return strings.Contains(n.text[v.End:min(len(n.text), v.End+90)], "奖")
	case "完成":
		return !containsAny(n.text[v.End:min(len(n.text), v.End+60)], "%", "投资", "进度", "工程量", "过半", "一半", "百分之", "二成", "三成", "四成", "五成", "六成", "七成", "八成", "九成") && !n.doesMore(v.End)
	}
	return v.verb.force == "done" || strings.HasPrefix(v.text, "建成")
}

// doesMore reports whether what stands behind 完成 at byte i is something else that
// the thing has done: 工业园完成循环化改造工作, never 大桥完成主体工程.
func (n *namer) doesMore(i int) bool {
	rest := n.text[i:]
	if end := strings.IndexAny(rest, "，。;、"); end >= 0 {
		rest = rest[:end]
	}
	return utf8.RuneCountInString(rest) > 4 && !containsAny(rest, "竣工", "验收", "主体", "建设", "施工", "交付", "工程", "总量")
}

// unmoved is the status of a name without a verb in front.
func (n *namer) unmoved() (string, []segment.Range) {
	if len(n.after) == 0 {
		if n.setting.entry || n.setting.box || n.setting.future {
			return "planned", nil
		}
		return "ongoing", nil
	}
	v := n.after[0]
	if n.setting.entry && v.verb.works && v.verb.status == "planned" { // （五）…市场迁建
		return "planned", []segment.Range{v.Range}
	}
	if n.setting.future && v.verb.status != "ongoing" { // 年内开工
		return "planned", []segment.Range{v.Range}
	}
	return "ongoing", []segment.Range{v.Range}
}

// onward reports whether an adverb in front says that it goes on: 持续打造.
func (n *namer) onward() bool {
	switch n.adverb.text {
	case "持续", "继续", "深入", "不断", "进一步", "稳步":
		return true
	}
	return false
}
