package extract

import (
	"strings"

	"suyuan/segment"
)

// status decides how far an undertaking is from the words around it, and returns
// those that decided.
func (j *nameJudge) status() (string, []segment.Range) {
	if j.setting.row {
		return "ongoing", nil
	}
	if s, words := j.reached(); s != "" {
		return s, words
	}
	n := len(j.verbs)
	if n == 0 {
		return j.unmoved()
	}
	last := j.verbs[n-1]
	words := []segment.Range{{Start: j.verbs[0].Start, End: last.End}}
	status := last.verb.status
	if !j.setting.past && j.starts() { // 确保…工程开工
		return "planned", append(words, j.after[0].Range)
	}
	for _, v := range j.verbs {
		if v.verb.status == "intent" && !j.setting.past { // 加快推动设立
			return "planned", words
		}
	}
	switch {
	case j.setting.past && last.verb.force == "create":
		return "done", words
	case j.setting.past || last.verb.force == "other" || status == "":
		return "ongoing", words
	case j.onward():
		return "ongoing", append([]segment.Range{j.adverb.Range}, words...)
	case status == "planned" && n > 1 && j.verbs[0].verb.force == "push":
		return "ongoing", words // 推进实施, 加快建设
	}
	return strings.Replace(status, "intent", "planned", 1), words
}

// reached reads the words that say that something stands: 建成通车, 获批. What
// shall stand is planned, and ongoing where something moves it on.
func (j *nameJudge) reached() (string, []segment.Range) {
	var word token
	switch {
	case len(j.after) > 0 && j.finished(j.after[0]):
		word = j.after[0]
	case j.finished(j.next):
		word = j.next
	case len(j.verbs) > 0 && j.verbs[len(j.verbs)-1].verb.force == "done":
		word = j.verbs[len(j.verbs)-1]
	default:
		return "", nil
	}
	words := []segment.Range{word.Range}
	switch front := len(j.verbs); {
	case j.setting.past || !j.setting.future && (front == 0 || word.Start == j.verbs[front-1].Start && !j.couldBeAim(word)):
		return "done", words
	case front > 0 && word.Start != j.verbs[0].Start && j.verbs[0].verb.status == "ongoing":
		return "ongoing", append(words, j.verbs[0].Range)
	}
	return "planned", words
}

// couldBeAim reports whether a verb in front of a name may as well state an aim:
// 完成, 建成投产, but not 获批.
func (j *nameJudge) couldBeAim(v token) bool {
	return containsAny(j.text[v.Start:v.End], "完成", "建成", "完工", "开通", "投产", "投用")
}

// finished reports whether a verb behind a name says that it stands. 获 does for
// a project that won a prize.
func (j *nameJudge) finished(v token) bool {
	if v.End == 0 {
		return false
	}
	switch s := j.text[v.Start:v.End]; s {
	case "获", "获得", "荣获":
		return strings.Contains(j.text[v.End:min(len(j.text), v.End+90)], "奖")
	default:
		return v.verb.force == "done" || strings.HasPrefix(s, "建成")
	}
}

// unmoved is the status of a name without a verb in front.
func (j *nameJudge) unmoved() (string, []segment.Range) {
	if len(j.after) > 0 {
		v := j.after[0]
		if j.setting.future && v.verb.status != "ongoing" { // 年内开工
			return "planned", []segment.Range{v.Range}
		}
		if v.verb.force == "create" || v.verb.status == "" {
			return "ongoing", []segment.Range{v.Range}
		}
		return strings.Replace(v.verb.status, "intent", "planned", 1), []segment.Range{v.Range}
	}
	if j.setting.entry || j.setting.box || j.setting.future {
		return "planned", nil
	}
	return "ongoing", nil
}

// onward reports whether an adverb in front says that it goes on: 持续打造.
func (j *nameJudge) onward() bool {
	switch j.text[j.adverb.Start:j.adverb.End] {
	case "持续", "继续", "深入", "不断", "进一步", "稳步":
		return true
	}
	return false
}
