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
