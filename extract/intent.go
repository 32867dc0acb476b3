package extract

import "strings"

// measured are the words between which 目标 and 计划 are what something is measured by:
// 高于市政府下达目标4个百分点, 完成年度投资计划的59%.
var measured = []string{"高于", "低于", "高出", "快于", "完成", "超额", "超过", "超", "占"}

// fundNouns end the names of funds, which say what they are for.
var fundNouns = []string{"补助资金", "专项资金", "衔接资金", "奖补资金", "引导资金", "引导基金", "产业基金"}

// meant leaves out the words that speak of no intent: 预期寿命, the name of a document,
// a plan's own amount, a goal or a plan that what was done is measured by.
func meant(text string, places []hit) []hit {
	out := places[:0]
	for _, h := range places {
		if planNoun(text, h) {
			continue
		}
		rest := text[h.end:]
		if open := text[max(0, h.start-reach):h.start]; strings.LastIndex(open, "《") > strings.LastIndex(open, "》") {
			continue // 出台《…行动计划》
		}
		switch text[h.start:h.end] {
		case "要":
			if hasAnySuffix2(text[:h.start], "主", "重", "需", "必", "首", "纲", "概", "摘", "次") || hasAnyPrefix(rest, "素", "点", "求", "件", "闻", "领", "害", "道") {
				continue // 主要指标, 要素
			}
		case "加快":
			if rest != "" && isDigit(rest[0]) {
				continue // 比上半年加快0.5个百分点
			}
		case "预期":
			if strings.HasPrefix(rest, "寿命") {
				continue
			}
		case "推进", "支持", "推动", "引导", "鼓励":
			if i, w := firstOf(rest, fundNouns); w != "" && i <= 36 && !strings.ContainsAny(rest[:i], "，。;、") {
				continue // 衔接推进乡村振兴补助资金1750亿元
			}
		case "争取":
			if hasAnyPrefix(rest, "了") || strings.HasPrefix(rest, "到") && !hasAnyPrefix(rest, "到1", "到2", "到“", "到位", "到明年", "到期末") || hasAnyOf(rest[:min(len(rest), len("中央预算内投资补助资金"))], "资金", "债券") {
				continue // 争取中央预算内资金32.6亿元 tells of what was got
			}
		case "目标", "计划":
			behind := strings.TrimPrefix(rest, "的")
			if behind != "" && (isDigit(behind[0]) || hasAnyPrefix(behind, "百分之")) && hasAnyOf(lastRunes(text[:h.start], 12), measured...) {
				continue
			}
		}
		out = append(out, h)
	}
	return out
}

// planNoun reports a 计划 that names a plan's own amount, and promises nothing of
// the numbers behind it: 年度计划投资, 投资计划的.
func planNoun(text string, h hit) bool {
	if text[h.start:h.end] != "计划" {
		return false
	}
	return hasAnyPrefix(text[h.end:], "投资", "总投资", "的") || hasAnySuffix2(text[:h.start], "投资") && !hasAnyPrefix(text[h.end:], "建", "新", "开")
}
