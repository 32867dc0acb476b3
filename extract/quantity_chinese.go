package extract

import (
	"math/big"
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// chinese decides what a number in Chinese numerals is: a figure only with a
// unit behind it, and never 一 before a measure word.
func (s *scanner) chinese(text string, n number) int {
	q := quantity{Range: segment.Range{Start: n.start, End: n.end}, whole: segment.Range{Start: n.start, End: n.end}, value: n.value, max: n.last, comparator: "=", factor: one, form: inChinese}
	if strings.HasSuffix(text[:n.start], "第") {
		return s.ordinal(text, n, q)
	}
	s.measure(text, n, &q)
	if q.unit == "" || q.unitAt.Start == q.unitAt.End {
		return n.end + len(n.multiplier)
	}
	if q.unit == n.multiplier && n.multiplier != "" { // 十万, 百亿 without a unit: 万亿级, 百万富翁
		return n.end + len(n.multiplier)
	}
	s.compare(text, &q)
	q.aside = s.noAmount(text, n, &q)
	if first, _ := utf8.DecodeRuneInString(text[n.start:]); chinesePower(first) > 20 && q.comparator == "=" && !hasAnySuffix2(text[:n.start], "达", "达到", "跨上", "迈上", "实现") {
		return n.end + len(n.multiplier)
	}
	if q.aside == "" && !built(text[:n.start], text[q.whole.End:], &q) {
		q.aside = smallCount(text, n, &q)
	}
	s.out = append(s.out, q)
	return max(q.whole.End, n.end)
}

// built reports whether a small number in Chinese counts things that are made or
// gained: 建设两个学科研究室, never 打造三大平台 or 两个方面.
func built(before, after string, q *quantity) bool {
	switch q.unit {
	case "个", "家", "所", "座", "条", "处", "项":
	default:
		return false
	}
	if q.value.Cmp(big.NewRat(2, 1)) < 0 || after == "" || hasAnyPrefix(after, "方面", "层面", "维度", "大", "环节", "重点", "关键", "领域", "方向", "阶段", "原则", "转变", "确保", "坚持", "提升", "机制", "体系", "制度", "文明", "维护", "率先", "百年", "统筹", "支撑", "抓手", "任务", "目标", "行动", "工程", "，", "。", "、", ";", ")") {
		return false
	}
	if i := strings.LastIndexAny(before, "，。;"); i >= 0 {
		before = before[i:]
	}
	return len(before) < 150 && lastIndex(before, []string{"新建", "建设", "建成", "新增", "创建", "组建", "设立", "引进", "获批", "新开", "新设", "开工"}) >= 0 && !strings.Contains(before, "推进") && !strings.Contains(before, "加强")
}

// smallCount tells a count of the drafter's (三个方面, 两手抓, 一批) from an amount
// in Chinese numerals (二十余个, 四成, 三千五百人).
func smallCount(text string, n number, q *quantity) string {
	switch q.dimension {
	case "share", "points", "times", "money":
		if q.dimension == "money" && n.multiplier == "" && n.value.Cmp(big.NewRat(10, 1)) <= 0 {
			return asideName // 三元前驱体, 二元结构
		}
		return ""
	}
	if n.value.Cmp(one) <= 0 && n.multiplier == "" && !q.ranged() || q.unit == "届" {
		return asideCount
	}
	if n.value.Cmp(big.NewRat(10, 1)) <= 0 && n.multiplier == "" && q.comparator == "=" && !q.ranged() {
		return asideCount
	}
	return ""
}
