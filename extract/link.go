package extract

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"suyuan/segment"
	"suyuan/source"
)

// link ties to every project the figures and departments that are its own: those
// of its row in a table, of the section or the box entry that it is the title of,
// of its clause, and of the clauses behind that go on about it.
func (r *reading) link() {
	l := &linker{reading: r, titles: r.projectTitles(), seen: map[[2]*Record]bool{}}
	for _, f := range r.records.Figures {
		l.figures = append(l.figures, &f.Record)
		l.below(&f.Record, "figure")
	}
	for _, d := range r.records.Departments {
		l.departments = append(l.departments, &d.Record)
		l.below(&d.Record, "department")
	}
	for i, p := range r.records.Projects {
		if at := r.passageAt(p.Span.Start); at != nil {
			l.near(i, p, at)
		}
	}
	slices.SortStableFunc(r.records.Links, func(a, b Link) int {
		return cmp.Or(a.From.Span.Start-b.From.Span.Start, strings.Compare(a.Role, b.Role), a.To.Span.Start-b.To.Span.Start)
	})
}

// linker ties records to the projects of one document.
type linker struct {
	*reading
	figures, departments []*Record                   // by place
	titles               map[*segment.Block]*Project // headings that are a project's name
	seen                 map[[2]*Record]bool
}

// add ties a record to a project, once.
func (l *linker) add(p *Project, to *Record, role string) {
	if key := [2]*Record{&p.Record, to}; !l.seen[key] {
		l.seen[key] = true
		l.records.Links = append(l.records.Links, Link{From: &p.Record, To: to, Role: role})
	}
}

// projectTitles returns the headings that a project's name fills, but for a verb
// in front of it.
func (r *reading) projectTitles() map[*segment.Block]*Project {
	titles := map[*segment.Block]*Project{}
	projects := r.records.Projects
	for _, b := range r.outline.Blocks {
		for len(projects) > 0 && projects[0].Span.Start < b.Body.Start {
			projects = projects[1:]
		}
		if b.Kind == segment.Heading && len(projects) > 0 && b.Body.Contains(projects[0].Span) && 3*projects[0].Span.Len() >= 2*b.Body.Len() {
			titles[b] = projects[0]
		}
	}
	return titles
}

// below ties a record to the project whose section or box entry it stands in.
func (l *linker) below(to *Record, role string) {
	for b := to.Section; b != nil; b = b.Parent {
		if p := l.titles[b]; p != nil {
			l.add(p, to, role)
			return
		}
	}
}

// near ties the records of its row, its clause or its paragraph to the project at
// place i of the list.
func (l *linker) near(i int, p *Project, at *passage) {
	if at.cell != nil {
		if l.alone(i, at.block.Body) {
			l.within(p, at.block.Body, l.figures, "figure")
			l.within(p, at.block.Body, l.departments, "department")
		}
		return
	}
	for _, s := range l.clauses(i, p, at) {
		l.within(p, s, l.figures, "figure")
		l.within(p, s, l.departments, "department")
	}
	if whole := at.flow.Span(0, len(at.flow.Text)); l.alone(i, whole) {
		l.within(p, whole, l.departments, "department") // …。（责任单位：市水利局）
	}
}

// within ties those of the records that stand in s.
func (l *linker) within(p *Project, s source.Span, records []*Record, role string) {
	i := sort.Search(len(records), func(i int) bool { return records[i].Span.Start >= s.Start })
	for ; i < len(records) && records[i].Span.End <= s.End; i++ {
		l.add(p, records[i], role)
	}
}

// alone reports whether no project but that at place i of the list stands in s.
func (l *linker) alone(i int, s source.Span) bool {
	all := l.records.Projects
	return (i == 0 || !s.Contains(all[i-1].Span)) && (i+1 == len(all) || !s.Contains(all[i+1].Span))
}

// goesOn are the words with which a clause goes on about the project before it.
var goesOn = [...]string{"总投资", "计划投资", "估算投资", "概算", "投资", "占地", "总占地", "建筑面积", "总建筑面积", "用地", "全长", "里程", "线路", "设计", "总库容", "总装机", "装机", "年产", "年处理", "年供", "年发电", "日处理", "日供", "床位", "设置床位", "建设规模", "规模", "其中", "建成后", "投产后", "达产后", "项目", "工程", "预计", "可新增", "可实现", "由", "责任单位", "牵头单位"}

// clauses returns the clause of the project at place i of the list, from the
// project before it to the one behind it, and the clauses behind that go on about it.
func (l *linker) clauses(i int, p *Project, at *passage) []source.Span {
	from, _ := at.flow.Find(p.Span)
	var out []source.Span
	for _, c := range at.flow.Clauses(nil, at.sentence(from)) {
		s := l.own(i, at.flow.Span(c.Start, c.End))
		switch {
		case c.End <= from:
		case c.Start <= from:
			out = append(out, s)
		case s.End < at.flow.Span(c.Start, c.End).End || !goesOnWith(at.flow.Text[c.Start:c.End]):
			return out
		default:
			out = append(out, s)
		}
	}
	return out
}

// own cuts s at the projects before and behind that at place i of the list.
func (l *linker) own(i int, s source.Span) source.Span {
	all := l.records.Projects
	if i > 0 && s.Contains(all[i-1].Span) {
		s.Start = all[i-1].Span.End
	}
	if i+1 < len(all) && s.Contains(all[i+1].Span) {
		s.End = all[i+1].Span.Start
	}
	return s
}

func goesOnWith(clause string) bool {
	for _, w := range goesOn {
		if strings.HasPrefix(clause, w) {
			return true
		}
	}
	return false
}

// passageAt returns the passage that holds a byte of the document, nil for none.
func (r *reading) passageAt(at int) *passage {
	i := sort.Search(len(r.passages), func(i int) bool { return r.passages[i].flow.Span(0, 1).Start > at })
	if i == 0 {
		return nil
	}
	return r.passages[i-1]
}
