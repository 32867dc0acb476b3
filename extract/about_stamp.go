package extract

import "strings"

// stampWords are what a site writes beside the day on which it put a page up.
var stampWords = []string{"来源", "作者", "编辑", "发布", "浏览", "点击", "阅读", "字号", "访问量", "发表于", "供稿"}

// stamp reads the day on which a page was put up from the line below its title: 2023-01-31
// 09:12 来源:市统计局; never from a sentence, nor from when a meeting is: 时间:3月5日 地点:….
func (r *reading) stamp(front []*passage) {
	if r.records.About.IssuedOn != "" {
		return
	}
	for _, p := range front[:min(6, len(front))] {
		text := p.flow.Text
		if len(p.dates) == 0 || len(text) > 240 || strings.ContainsAny(text, "，。;") || strings.Contains(text, "地点") {
			continue
		}
		d := p.dates[0]
		if d.optional || len(d.edtf) != len("2023-01-31") {
			continue
		}
		before, after := text[:d.Start], strings.TrimLeft(text[d.End:], " ")
		if hasAnyOf(before, stampWords...) || hasAnyOf(after, stampWords...) || clockAt(after) && (before == "" || hasAnySuffix2(before, "日期:", "时间:")) {
			r.records.About.IssuedOn = d.edtf
			r.evidence(RoleIssuedOn, p, d.Start, d.End)
			return
		}
	}
}

// clockAt reports whether a time of day stands in front: 09:12.
func clockAt(text string) bool {
	hours, rest, ok := strings.Cut(text, ":")
	return ok && (len(hours) == 1 || len(hours) == 2) && isDigit(hours[0]) && rest != "" && isDigit(rest[0])
}
