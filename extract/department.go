package extract

import (
	"slices"
	"strings"

	"suyuan/segment"
	"suyuan/source"
)

// departments finds the units that the document gives a responsibility: in lists
// behind a label, in brackets, in a table's column, in prose, and those who issue
// the document and to whom it goes.
func (r *reading) departments() {
	front := r.front()
	found := map[*passage][]mention{}
	for i, p := range front {
		found[p] = r.recipients(front, i)
	}
	for _, p := range r.signed() {
		found[p] = append(r.issuers(p), found[p]...)
	}
	heads := r.unitColumns()
	duties := r.dutyTables(heads)
	var places [][]int
	for i, p := range r.passages {
		if d, ok := duties[tableOf(p)]; ok && r.keepDuty(i, d) || p.inHead() {
			continue
		}
		if led, head, ok := heads.role(p); ok && !labelNouns.in(p.flow.Text) {
			r.keepCells(i, led, head)
			continue
		}
		m := found[p]
		places = departmentStarts.places(p.flow.Text, places)
		m = append(m, r.labelledLists(i, places[0])...)
		m = append(m, r.bracketLists(p, places[1])...)
		m = append(m, r.duties(p)...)
		m = append(m, r.prose(p, places[2])...)
		m = append(m, r.ruled(p)...)
		m = append(m, r.given(p, places[3])...)
		m = append(m, r.founded(p, places[4])...)
		r.keep(i, m)
	}
	slices.SortStableFunc(r.records.Departments, func(a, b *Department) int { return a.Span.Start - b.Span.Start })
}

// departmentStarts finds where the units that something is said of may stand: by the
// first characters of labels, of brackets, of the words of a role, of 由 and of the
// words behind a body that is founded.
var departmentStarts = newSieve(labelled.keywords.starts(), runesOf("(〔"), roleStarts, runesOf("由"), foundedBody.keywords.starts())

// keep makes records of the mentions of a passage. Of two that overlap the first
// counts: a list says more than the prose around it.
func (r *reading) keep(at int, mentions []mention) {
	p := r.passages[at]
	var kept []mention
	for _, m := range mentions {
		if m.Start >= m.End || slices.ContainsFunc(kept, func(k mention) bool { return k.Start < m.End && m.Start < k.End }) {
			continue
		}
		kept = append(kept, m)
		r.department(at, m, Evidence{RoleRole, p.flow.Span(m.by.Start, m.by.End)})
	}
}

// department stores one mention.
func (r *reading) department(at int, m mention, role Evidence) {
	p := r.passages[at]
	d := &Department{Record: p.record(m.rule, m.Start, m.End), Role: m.role, Name: r.written(p, m.Start, m.End)}
	d.CanonicalName = r.canonical(p.flow.Text[m.Start:m.End], r.prefixOf(p, m))
	d.Evidence = []Evidence{{RoleName, d.Span}, role}
	if m.role == "lead" || m.role == "support" {
		if task, ok := r.task(at, m); ok {
			d.Task = strings.TrimRight(segment.NewFlow(r.outline.Text, task, p.block.Skips).Text, "。:")
			d.Evidence = append(d.Evidence, Evidence{RoleTask, task})
		}
	}
	slices.SortStableFunc(d.Evidence, func(a, b Evidence) int { return a.Span.Start - b.Span.Start })
	r.records.Departments = append(r.records.Departments, d)
	r.bound(len(r.records.Departments), "mentions of departments", p)
}

// prefixOf returns the word for the place that a short form shares with the unit
// before it: 区 for 统计 in 区科技、统计等部门.
func (r *reading) prefixOf(p *passage, m mention) string {
	text := p.flow.Text[:m.Start]
	if !strings.HasSuffix(text, "、") {
		return ""
	}
	if i := strings.LastIndexAny(text, "，。;:("); i >= 0 {
		text = text[i+1:]
	}
	for _, item := range strings.Split(text, "、") {
		item = strings.TrimLeft(item, "，。;:")
		if n := level(item); n > 0 {
			return item[:n]
		}
	}
	return ""
}

// task returns the heading or the item that the units of a list answer for: the
// first sentence of a numbered paragraph, else the heading above, else the
// sentence before the list.
func (r *reading) task(at int, m mention) (source.Span, bool) {
	p := r.passages[at]
	if p.cell != nil {
		return r.rowTask(p)
	}
	if item := r.itemAbove(at); item != nil {
		s := item.sentences[0]
		return item.flow.Span(s.Start, s.End), true
	}
	if m.rule == "department_duty" {
		start := m.by.Start // a verb, which the task begins with
		if p.flow.Text[start] == ':' {
			start = m.by.End
		}
		return p.flow.Span(start, p.sentence(m.by.Start).End), true
	}
	first := p.sentences[0]
	if numbered(p) {
		end := first.End
		if m.Start < end && m.rule != "department_prose" {
			end = max(first.Start, strings.LastIndexAny(p.flow.Text[:m.Start], "(〔"))
		}
		if end > first.Start {
			return p.flow.Span(first.Start, end), true
		}
	}
	for h := p.block.Parent; h != nil; h = h.Parent {
		if h.Body.Len() > 0 && len(labelled.find(r.outline.Quote(h.Body))) == 0 {
			return h.Body, true
		}
	}
	if first.End <= m.by.Start && first.End <= m.Start {
		return p.flow.Span(first.Start, first.End), true
	}
	return source.Span{}, false
}

// numbered reports whether a passage is an item with a number or a mark of its own.
func numbered(p *passage) bool {
	return p.block.Kind == segment.Item || p.block.Number.Len() > 0 || sectionLen(p.flow.Text) > 0
}

// itemAbove returns the numbered item below which a line of units stands, nil
// where the passage is no such line or stands below a heading.
func (r *reading) itemAbove(at int) *passage {
	if lineLabel(r.passages[at]) == "" {
		return nil
	}
	for k := at - 1; k >= max(0, at-6); k-- {
		above := r.passages[k]
		switch {
		case above.cell != nil || above.block.Kind == segment.Heading:
			return nil
		case numbered(above):
			return above
		}
	}
	return nil
}
