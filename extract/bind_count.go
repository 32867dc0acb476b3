package extract

import (
	"strings"

	"suyuan/segment"
)

// counted returns the name behind a measure word, nil where the name stands in
// front of the number. followed says that another number of the clause follows.
func (r *reading) counted(p *passage, sl *slot, left nounPhrase, followed bool) []segment.Range {
	q := sl.q
	switch {
	case q.unit == "" || q.form == inOrder || q.form == inPhrase || q.form == inRatio:
		return nil
	case q.dimension == "share":
		if goalBehind(p.textOf(sl.right)) || strings.HasPrefix(p.textOf(sl.right), "达到") { // 80%的卫生院达到基本标准、30%达到推荐标准
			return nil // 控制在3%以内的预期目标之内
		}
		if !strings.HasPrefix(p.textOf(sl.right), "的") && !left.empty() {
			return nil
		}
	case q.dimension == "times" || q.dimension == "points" || q.dimension == "score" || q.dimension == "age":
		return nil
	case q.dimension == "count" || q.dimension == "people":
	case q.unit == "万" || q.unit == "亿": // 12.9万贫困人口
	default:
		if !left.empty() {
			return nil
		}
	}
	if !left.empty() && p.gap(q.whole.End) && q.countable() && !p.gap(q.whole.Start) {
		return nil // 重大危险房屋165栋, and another line behind it
	}
	right := r.rightPhrase(p, sl.right, followed)
	if right == nil {
		return nil
	}
	if end := servedEnd(p.textOf(sl.left), p.textOf(right[0])); end >= 0 {
		right = []segment.Range{{Start: right[0].Start, End: right[0].Start + end}}
	}
	if !left.empty() && hasAnySuffix(left.tail, "达到", "达", "为", "增至", "增加到", "增长到", "提高到") != "" && len(p.textOf(right[len(right)-1])) > 45 {
		return nil
	}
	return right
}

// goals are the words by which a share is called the goal that it is, and names nothing else.
var goals = []string{"目标", "预期目标", "年度目标", "全年目标", "控制目标", "既定目标", "规划目标", "考核目标", "年度预期目标", "年度控制目标", "目标任务", "考核要求"}

// goalBehind reports whether the words behind a share call it a goal: 低于3%左右的预期目标;
// never 15%的目标市场.
func goalBehind(text string) bool {
	text, ok := strings.CutPrefix(text, "的")
	if !ok {
		return false
	}
	rest := text
	for _, w := range goals {
		if after, ok := strings.CutPrefix(text, w); ok && len(after) < len(rest) {
			rest = after
		}
	}
	return len(rest) < len(text) && (rest == "" || hasAnyPrefix(rest, "之内", "以内", "之下", "范围", "要求", "，", "。", ";", "、"))
}

// shareWord is what a reader puts behind 占全省 and behind a bare 占.
func shareWord(of string) string {
	if of == "占" {
		return "比"
	}
	if strings.HasSuffix(of, "份额") {
		return "" // 占全国份额
	}
	return "的比重"
}

// counts reports whether the quantity is an amount of things: a verb before the
// name is then no part of it.
func (q *quantity) counts() bool {
	switch q.dimension {
	case "share", "points", "break", "rank":
		return false
	}
	return q.form != inOrder
}

// ruleOf names the rule that a figure is made by.
func ruleOf(q *quantity, measure string, counted, inside bool) string {
	switch {
	case q.form == inPhrase:
		return "figure_phrase"
	case q.form == inRatio:
		return "figure_ratio"
	case measure != "level":
		return "figure_" + measure
	case counted:
		return "figure_counted"
	case inside:
		return "figure_bracket"
	}
	return "figure_level"
}

// fromEnd reports whether the number is the earlier end of 由…增长到….
func fromEnd(left string) bool {
	tail := strings.TrimRight(strings.TrimSuffix(left, "的"), "\x00年末底")
	for w := "每人"; w != ""; w = hasAnySuffix(tail, "每人", "每户", "每亩", "每例", "每件", "每张", "每床", "每年", "每月", "每天", "每次", "目前", "原来", "原先", "当初", "最初") {
		tail = strings.TrimRight(strings.TrimSuffix(tail, w), "\x00") // 从每人每年5600元提高到6200元
	}
	return hasAnySuffix(tail, "由", "从", "自") != ""
}

// comparedWith reports whether the number is what an earlier year had: 较2016年4.12万吨增长0.24%.
func comparedWith(left, right string) bool {
	head := strings.TrimRight(strings.TrimRight(left, "的末底期”"), "\x00“") // 较“十三五”末的932亿元增加
	return len(head) < len(left) && strings.Contains(left, "\x00") && hasAnySuffix2(head, "较", "比") && hasAnyPrefix(right, "增长", "增加", "下降", "减少", "提高", "上升", "降低", "增收", "减收", "增支", "减支", "多收", "少收")
}

// shareOf names the share in 茶叶出口额占全国的三成, whose word is left to the reader.
func (r *reading) shareOf(p *passage, sl *slot, left string) name {
	if d := sl.q.dimension; d != "share" && (d != "" || sl.q.unit != "" || sl.q.value.Cmp(one) >= 0) {
		return nil
	}
	i := segment.FindLastWord(left, "占")
	if i < 0 || strings.ContainsAny(strings.TrimLeft(strings.TrimPrefix(left[i:], "占"), "\x00"), "比率\x00") || len(left)-i > 60 {
		return nil
	}
	of := strings.TrimRight(cutEnd(left[i:], []string{"提高到", "提高至", "提升到", "提升至", "上升到", "上升至", "增加到", "下降到", "下降至", "降至", "升至"}), "达到为的约超近过")
	if strings.HasSuffix(left[:i], "其中") {
		return nil
	}
	head := r.leftPhrase(p, segment.Range{Start: sl.left.Start, End: sl.left.Start + i}, false)
	if w := longestComparator(left[:i]); w.word != "" && sl.q.comparator == "=" { // 约占全市的43%
		sl.q.comparator = w.sign
		sl.q.comparators = append(sl.q.comparators, segment.Range{Start: sl.left.Start + i - len(w.word), End: sl.left.Start + i})
	}
	var n name
	if !head.empty() {
		n = append(n, part{p: p, at: head.at})
	}
	n = append(n, part{p: p, at: segment.Range{Start: sl.left.Start + i, End: sl.left.Start + i + len(of)}})
	if w := shareWord(of); w != "" {
		n = append(n, part{implied: w})
	}
	return n
}
