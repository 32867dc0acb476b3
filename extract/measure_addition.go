package extract

import "strings"

// addition returns the word of adding that governs an amount: directly before the
// number, or in front of the name.
func addition(q *quantity, left string, words nounPhrase) string {
	tail, head := strings.TrimRight(words.tail, "了约近超过逾"), strings.TrimRight(words.head, "了、和的")
	for _, w := range additionEnds.of(tail) {
		if w == "提升" && (hasAnySuffix2(tail, "改造提升", "整治提升", "更新提升") || strings.HasSuffix(left, "巩固提升")) {
			continue // 改造提升80万亩: what is improved is not added
		}
		if w != "新" && strings.HasSuffix(tail, w) {
			return w
		}
	}
	for _, w := range additionEnds.of(head) {
		if w == "增长" || w == "提高" || w == "提升" || w == "下降" || w == "降低" || w == "扩大" || w == "缩小" || w == "新" && hasAnySuffix2(head, "更新", "创新", "翻新") {
			continue
		}
		if strings.HasSuffix(head, w) {
			return w
		}
	}
	if !strings.Contains(left, "新") {
		return ""
	}
	left = renewals.replace(left)
	if !strings.Contains(left, "新") || hasAnySuffix2(strings.TrimRight(left, "\x00"), "项目"+words.tail, "工程"+words.tail) && hasAnyPrefix(words.tail, begins...) {
		return "" // 新建项目开工135个
	}
	for _, w := range additions {
		if strings.HasPrefix(w, "新") && len(w) > len("新") && strings.Contains(left, w) && !strings.Contains(left, "新增长") && (q.dimension == "count" || q.dimension == "people" || q.dimension == "length" || q.dimension == "area" || q.dimension == "power") {
			return w
		}
	}
	return ""
}

// additionEnds are the additions by their last character.
var additionEnds = newEndSet(additions...)

// renewals are words whose 新 adds nothing: 创新发展工程599个.
var renewals = replacing("创新", "", "更新", "", "翻新", "", "革新", "", "高新", "")
