package extract

import (
	"strings"
	"unicode/utf8"
)

// titleLine reports whether a line can be one of a title's: short, and no sentence.
func titleLine(line string) bool {
	n := utf8.RuneCountInString(line)
	return n >= 2 && n <= 70 && !siteLine(line) && !strings.ContainsAny(line, "。;!?！？|>") && !strings.HasSuffix(line, ":") && !strings.HasSuffix(line, "，") && !strings.Contains(outsideBrackets(line), ":")
}

// siteLine reports whether a line names the site that a document stands on: 某某政府网,
// 某某政府网信息公开政府工作报告, 某某文库◆收藏本站; never 政府网站, and never
// the first line of a title, 关于加快改造地下管网.
func siteLine(line string) bool {
	short := strings.HasSuffix(line, "网") && utf8.RuneCountInString(line) <= 12
	return short && !strings.HasPrefix(line, "关于") && !hasAnySuffix2(line, "管网", "路网", "电网", "水网", "河网", "林网", "专网", "联网", "骨干网") || hasAnySuffix2(line, "政府网", "政务网", "信息网", "新闻网", "门户网站", "文库", "导航") || hasAnyOf(line, "政府网信息", "政务网信息", "门户网站首页", "长者专区", "无障碍", "登录注册", "市长作", "县长作", "区长作", "省长作", "所作") || strings.ContainsAny(line, "◆◇★☆~")
}

// outsideBrackets returns the part of line in front of its first 《 or (.
func outsideBrackets(line string) string {
	if i := strings.IndexAny(line, "《("); i >= 0 {
		return line[:i]
	}
	return line
}

// opens reports whether what was read of a title cannot stand alone: 某市人民政府关于印发.
func opens(joined string) bool {
	return strings.HasSuffix(joined, "印发") || strings.HasSuffix(joined, "转发") || strings.HasSuffix(joined, "发布") || strings.HasSuffix(joined, "公布") || strings.HasSuffix(joined, "关于") || strings.Count(joined, "《") > strings.Count(joined, "》")
}

// beginsTitle reports whether a line begins as titles do: with a place, with who
// issues it, with 关于, with a plan's period or a year.
func (r *reading) beginsTitle(line string) bool {
	for _, w := range [...]string{"关于", "国务院", "中共", "国家", "全国", "中华人民共和国", "政府工作报告", "国民经济"} {
		if strings.HasPrefix(line, w) {
			return true
		}
	}
	if n, _ := r.lexicon.regions().lead(line); n > 0 {
		return true
	}
	if issuer, _, ok := strings.Cut(line, "关于"); ok && unitName(issuer) {
		return true
	}
	c := cursor{text: strings.TrimLeft(line, "“\"")}
	if c.text == "" {
		return false
	}
	found, ok := c.calendar()
	return ok && !found.optional && endsTitle(line)
}

// endsTitle reports whether text ends with the class of a document, brackets and
// quotation marks aside.
func endsTitle(text string) bool {
	for range 2 {
		if strings.HasSuffix(text, ")") {
			if i := strings.LastIndexByte(text, '('); i > 0 {
				text = text[:i]
			}
		}
		text = strings.TrimRight(text, "》”\"")
	}
	for _, class := range documentClasses {
		if strings.HasSuffix(text, class) {
			return true
		}
	}
	return false
}

// documentClasses are the words that the title of a policy document ends with.
var documentClasses = []string{"规划", "纲要", "计划", "方案", "意见", "办法", "措施", "通知", "公告", "通告", "决定", "决议", "条例", "细则", "报告", "规定", "要点", "批复", "的函", "指南", "指引", "政策", "行动", "清单", "制度", "规则", "规程", "标准", "建议", "通报", "分工表", "任务表", "责任书", "预案", "总结", "讲话", "公报", "路线图", "白皮书", "蓝图", "安排", "若干条", "十条", "导则", "目标", "命令", "倡议书", "答复", "复函", "回复", "分解", "分工", "实事项目", "民生实事", "办实事", "公示", "执行情况", "完成情况", "情况表", "指标表", "计划表", "分解表", "指标体系", "主要指标", "经济指标"}
