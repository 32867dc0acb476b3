package extract

import "strings"

// bare decides on a number without a unit: an amount where a verb of reaching
// stands before it or in a table's cell, else part of a name or of a list.
func (s *scanner) bare(before, after string, n number, q *quantity) string {
	if q.unit != "" || n.fraction || n.percent { // 3.61亿, 1/3
		return ""
	}
	if s.cell {
		return ""
	}
	if strings.HasPrefix(after, ")") && strings.HasSuffix(before, "(") || before == "" && hasAnyPrefix(after, ".", "、", ")") {
		return asideItem
	}
	if before == "" && after == "" {
		return asidePage
	}
	if q.comparator != "=" {
		return ""
	}
	if hasAnySuffix(before, "达到", "达", "提高到", "提升到", "提升至", "提高至", "增加到", "增加至", "降到", "降至", "下降到", "下降至", "控制在", "稳定在", "为", "保持在", "调整为", "优化为", "优化到", "优化调整为", "增至", "升至", "实现", "由", "从", "达到了") != "" && (endsClause(after) || hasAnyPrefix(after, "提高", "提升", "增加", "下降", "降", "到", "至", "上升", "以", "左右")) {
		return ""
	}
	if ratioNamed(before) && hasAnyPrefix(after, "缩小", "扩大", "降", "下降", "提高", "，", "。", ";", ")", "到", "调整", "回落", "收窄") {
		return "" // 城乡收入比由1.93缩小到1.86
	}
	if hasAnySuffix2(before, "收入比", "收入倍差", "恩格尔系数", "基尼系数") && endsClause(after) {
		return "" // 城乡居民收入倍差2.31
	}
	if coordinated(before, after) {
		return "" // 依次为1、2、3、4项: the unit is the last one's
	}
	return asideName
}

// ratioNamed reports whether what stands before a number names a ratio, which has no
// unit, and says that the number is its value.
func ratioNamed(before string) bool {
	tail := lastRunes(cutEnd(before, []string{"上年的", "去年的", "上年末的", "上年同期的", "去年同期的", "去年末的"}), 16)
	if i := strings.LastIndexAny(tail, "的"); i > 0 && hasAnySuffix2(tail[:i], "由上年", "由去年", "从上年", "从去年") {
		tail = tail[:i-len("上年")] + tail[i+len("的"):] // 收入比由上年的2.13缩小至2.08
	}
	if i := strings.LastIndexAny(tail, "，。;"); i >= 0 {
		tail = tail[i:]
	}
	verb := hasAnySuffix(tail, "由", "从", "缩小到", "缩小至", "扩大到", "扩大至", "降到", "降至", "下降到", "下降至", "收窄至", "收窄到", "回落到", "回落至", "缩小为", "比值为", "比为")
	name := strings.TrimSuffix(strings.TrimSuffix(strings.TrimRight(strings.TrimSuffix(tail, verb), "0123456789."), "由"), "从")
	return verb != "" && (strings.HasSuffix(name, "比") && !hasAnySuffix2(name, "同比", "环比", "对比", "占比") || hasAnyOf(tail, "比值", "倍差", "之比", "生师比", "师生比", "床护比", "医护比", "容积率", "系数", "指数"))
}

// coordinated reports whether the number stands in a list of numbers: 8、6、2个.
func coordinated(before, after string) bool {
	if next, ok := strings.CutPrefix(after, "、"); ok && next != "" && isDigit(next[0]) {
		return true
	}
	if next, ok := strings.CutPrefix(after, "和"); ok && next != "" && isDigit(next[0]) {
		return true
	}
	return false
}

// torn reports whether a number stands behind the blank of another that has decimals:
// 5.2 3万户 may be 5.23 and may be two.
func torn(before string) bool {
	number, ok := strings.CutSuffix(before, " ")
	if !ok {
		return false
	}
	whole := strings.TrimRight(number, "0123456789")
	return len(whole) < len(number) && len(whole) > 1 && whole[len(whole)-1] == '.' && isDigit(whole[len(whole)-2])
}
