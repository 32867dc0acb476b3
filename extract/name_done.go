package extract

import (
	"strings"

	"suyuan/segment"
)

// doneVerbs stand between those who did something and what they did, longest first.
var doneVerbs = []string{"累计完成", "累计实现", "共完成", "共实现", "完成", "实现"}

// achieved takes the verb out of the name of what grows: 规模以上工业企业完成产值 is
// 规模以上工业企业产值. The 完成 of a rate (任务完成率) or of what is left undone is its own.
func (x binder) achieved(b *bound, own name) name {
	if b.measure.name != "growth" || b.q.dimension != "share" || len(own) != 1 || own[0].implied != "" {
		return own
	}
	text, at := own.String(), own[0].at
	for _, verb := range doneVerbs {
		i := strings.Index(text, verb)
		if i <= 0 || i+len(verb) >= len(text) || strings.ContainsAny(text, "“《(") {
			continue
		}
		who, what := text[:i], text[i+len(verb):]
		if hasAnyPrefix(what, quantityEnds...) || hasAnyPrefix(what, "情况", "程度", "比例", "增长") || hasAnySuffix2(who, "未", "应", "待", "拟") {
			return own
		}
		n, m := x.trim(who, false), x.trim(what, false)
		if n.empty() || m.empty() {
			return own
		}
		from := at.Start + i + len(verb)
		return name{
			{p: own[0].p, at: segment.Range{Start: at.Start + n.at.Start, End: at.Start + n.at.End}},
			{p: own[0].p, at: segment.Range{Start: from + m.at.Start, End: from + m.at.End}},
		}
	}
	return own
}
