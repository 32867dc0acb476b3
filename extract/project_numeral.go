package extract

import (
	"sort"
	"strings"
)

// asideNamed sets aside the amounts of a passage that are part of a project's name:
// 大唐丰镇200万千瓦风光储项目; never 30万平方米老旧小区改造工程, which is so much of it.
func (r *reading) asideNamed(p *passage) {
	if !candidate(p.quantities) {
		return
	}
	for i := range p.quantities {
		if q := &p.quantities[i]; q.aside == "" && (q.dimension == "mass" || q.dimension == "power") && r.sizedProject(p.flow.Text, q) {
			q.aside = asideName
		}
	}
	at, projects := p.span(), r.records.Projects
	i := sort.Search(len(projects), func(i int) bool { return projects[i].Span.Start >= at.Start })
	for ; i < len(projects) && projects[i].Span.Start < at.End; i++ {
		from, to := p.flow.Find(projects[i].Span)
		for k := range p.quantities {
			if q := &p.quantities[k]; q.aside == "" && (q.Start > from || strings.Contains(q.unit, "/年") && q.Start == from) && q.whole.End <= to {
				q.aside = asideName
			}
		}
	}
}

// sizedProject reports whether an amount says how large a project is that stands by its name in
// a list that 等项目 closes: 吉林梅花60万吨赖氨酸等项目; never 投运60万千瓦风电等项目.
func (r *reading) sizedProject(text string, q *quantity) bool {
	before, after := text[:q.whole.Start], text[q.whole.End:]
	i := strings.Index(after[:min(len(after), len("一二三四五六七八九十一二三四五"))], "等")
	if i < len("风电") || !hasAnyPrefix(after[i:], "等项目", "等重点项目", "等重大项目", "等工程", "等产业项目") || strings.ContainsAny(after[:i], "，。;:的") {
		return false
	}
	if !endsInHan(before) || hasAnySuffix2(before, "规模", "容量", "能力", "装机", "产能", "产量", "投资") {
		return false
	}
	if one := r.lexicon.projects.lastListed(before); one != nil && one.verb != nil {
		return false // 新建, which is a place as well
	}
	words := r.words.Cut(nil, lastRunes(before, 12))
	return strings.HasPrefix(words[len(words)-1].Pos, "n") // 集团, 梅花
}
