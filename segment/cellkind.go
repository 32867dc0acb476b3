package segment

import (
	"strings"
	"unicode/utf8"
)

// cellKind is what a cell holds, by its look.
type cellKind uint8

const (
	words      cellKind = iota
	amountCell          // 1.29, ≥8000, 累计增加10, 14.96*
	nature              // 预期性, 约束性
	void                // —, /, …
	unitCell            // 亿元, %: short words
	indexCell
)

// kindOf looks at the text of a cell.
func kindOf(t string) cellKind {
	t = strings.TrimSpace(t)
	switch t {
	case "", "-", "—", "——", "--", "/", "\\", "…", "……", "－", "－－", "*", "无":
		return void
	case "预期性", "约束性", "预期", "约束", "指导性", "预期性指标", "约束性指标", "［预期性］", "[预期性]", "[约束性]", "（预期性）", "（约束性）", "(预期性)", "(约束性)":
		return nature
	}
	if numeric(t) {
		return amountCell
	}
	return words
}

// numeric reports whether t is a number with little around it: a sign or a word
// that compares in front, a unit or a remark behind.
func numeric(t string) bool {
	if len(t) > 90 || strings.HasPrefix(t, "20") && strings.HasSuffix(t, "年") && len(t) <= 8 {
		return false
	}
	rest := strings.TrimLeft(t, "≥≤><＞＜=＝〉〈+-±~～约超过达到左右以上以下不低于高大小少多增加减少下降提高累计新增年均增长完成力争控制在内[【（( ")
	if figure(first(rest)) < 0 {
		return strings.HasPrefix(rest, "&gt;") || strings.HasPrefix(rest, "&lt;") || strings.HasPrefix(rest, "&ge;") || strings.HasPrefix(rest, "&le;")
	}
	han := 0
	for _, r := range rest {
		if r >= 0x4e00 && r <= 0x9fff {
			han++
		}
	}
	return han <= 6 && !strings.HasPrefix(rest, "5G") && !strings.HasPrefix(rest, "3D")
}

// headWords are the words that heads of tables are made of.
var headWords = [...]string{"序号", "编号", "指标", "类别", "类型", "分类", "领域", "名称", "项目", "单位", "属性", "性质", "基期", "基数", "现状", "完成", "实际", "目标", "规划", "预期值", "年均", "增速", "增长", "增幅", "累计", "备注", "责任", "牵头", "配合", "部门", "时限", "内容", "任务", "地点", "规模", "投资", "年限", "数量", "面积", "产量", "产值", "地区", "权重", "分值", "数值", "标准", "期末", "进度", "合计", "工程", "措施", "事项", "等级", "级别", "阶段", "时间"}

// headish reports whether t looks like a cell of a table's head: 2025年目标值, 单位, 指标属性.
func headish(t string) bool {
	if utf8.RuneCountInString(t) > 18 || strings.ContainsAny(t, "。；，,：:") || t == "" {
		return false
	}
	if yearHead(t) {
		return true
	}
	if utf8.RuneCountInString(t) > 10 {
		return false
	}
	for _, w := range headWords {
		if strings.HasPrefix(t, w) || strings.HasSuffix(t, w) {
			return true
		}
	}
	return false
}

// yearHead recognises 2025年, 2020年完成值, “十四五”末, 十三五期末.
func yearHead(t string) bool {
	value, n := figures(t)
	if n > 0 && value >= 1949 && value < 2100 {
		rest := t[n:]
		return rest == "" || strings.HasPrefix(rest, "年") || strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "—")
	}
	t = strings.TrimLeft(t, "“\"”")
	for _, p := range [...]string{"十一五", "十二五", "十三五", "十四五", "十五五", "十六五"} {
		if strings.HasPrefix(t, p) {
			return true
		}
	}
	return false
}

// headTail reports whether t is the second line of a head cell whose first line
// is a year: 完成, 目标值, （%）.
func headTail(before, t string) bool {
	if strings.HasPrefix(t, "（") || strings.HasPrefix(t, "(") || strings.HasPrefix(t, "[") {
		return true
	}
	if strings.Count(before, "（")+strings.Count(before, "(") > strings.Count(before, "）")+strings.Count(before, ")") {
		return true
	}
	if !yearHead(before) {
		return before == "指标" && (t == "名称" || t == "属性" || t == "性质") || before == "责任" && (t == "单位" || t == "部门") || before == "年均" || t == "性质"
	}
	for _, w := range [...]string{"完成", "实际", "现状", "目标", "规划", "预期", "基数", "基期", "数", "值", "末", "期末", "比", "年均", "增长", "增速"} {
		if strings.HasPrefix(t, w) {
			return true
		}
	}
	return false
}

// unitLine recognises the line above a table that gives its unit: 单位：万元.
func unitLine(t string) bool {
	t = strings.TrimLeft(t, "（( ")
	rest, ok := strings.CutPrefix(t, "单位")
	return ok && len(t) < 60 && (strings.HasPrefix(rest, "：") || strings.HasPrefix(rest, ":"))
}
