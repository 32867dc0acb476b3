package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"suyuan/segment"
	"suyuan/source"
)

// about makes the document's own record from the lines before its first section:
// title, number, issuer, date. Where they say nothing of its place or time, the
// text's own words do.
func (r *reading) about() {
	r.findMetadata()
	front := r.front()
	r.title(front)
	r.docNumber(front)
	r.signature(front)
	r.labelled(front)
	r.readMetadata()
	r.heldOn(front)
	r.stamp(front)
	r.titleIssuer()
	r.region()
	r.ownPeriod()
	r.status(front)
	slices.SortStableFunc(r.records.About.Evidence, func(a, b Evidence) int {
		if a.Span.Start != b.Span.Start {
			return a.Span.Start - b.Span.Start
		}
		return strings.Compare(string(a.Role), string(b.Role))
	})
}

// front returns the passages before the first numbered section, at most sixty,
// without the tables in which a site tells of the document.
func (r *reading) front() []*passage {
	from := 0
	for from < len(r.passages) && r.inMetadata(r.passages[from]) {
		from++
	}
	for i, p := range r.passages[from:] {
		if i == 60 || p.cell != nil || sectionLen(p.flow.Text) > 0 || p.block.Number.Len() > 0 && sectionLen(r.outline.Quote(p.block.Number)) > 0 {
			return r.passages[from : from+i]
		}
	}
	return r.passages[from:]
}

// evidence notes flow.Text[i:j] of p as what a field of the document rests on.
func (r *reading) evidence(role Role, p *passage, i, j int) {
	r.records.About.Evidence = append(r.records.About.Evidence, Evidence{Role: role, Span: p.flow.Span(i, j)})
}

// written returns flow.Text[i:j] with the signs as they stand in the document,
// without its white space and marks.
func (r *reading) written(p *passage, i, j int) string {
	var b strings.Builder
	for k, c := range p.flow.Text[i:j] {
		if c == ' ' {
			b.WriteByte(' ')
			continue
		}
		at := i + k
		b.WriteString(r.outline.Document.Quote(p.flow.Span(at, at+utf8.RuneLen(c))))
	}
	return b.String()
}

// docNumber finds the document's own number: a line of its own, not a number
// that the text cites.
func (r *reading) docNumber(front []*passage) {
	for _, p := range front {
		if !r.ofMetadata(p) && r.setNumber(p, segment.Range{Start: 0, End: len(p.flow.Text)}) {
			return
		}
	}
}

// setNumber takes the number that p.flow.Text[at.Start:at.End] is, if it is one.
func (r *reading) setNumber(p *passage, at segment.Range) bool {
	for _, m := range ownNumber.find(p.flow.Text[at.Start:at.End]) {
		g := m.groups["number"]
		r.records.About.DocNumber = r.written(p, at.Start+g.Start, at.Start+g.End)
		r.evidence(RoleDocNumber, p, at.Start+g.Start, at.Start+g.End)
		return true
	}
	return false
}

// signature finds the line with nothing but a date, and the units that sign
// above it or before it in the same line. A notice's own comes first; a document
// that has none in front may be signed at its end.
func (r *reading) signature(front []*passage) {
	tail := r.passages[max(len(front), len(r.passages)-8):]
	for _, part := range [][]*passage{front, tail} {
		for i, p := range part {
			d, ok := lineDate(p)
			if !ok {
				continue
			}
			r.records.About.IssuedOn = d.edtf
			r.evidence(RoleIssuedOn, p, d.Start, d.End)
			r.signers(part[max(0, i-4):i+1], d)
			return
		}
	}
}

// signers reads the units in front of the date in the last of the lines, else
// those in the lines above.
func (r *reading) signers(lines []*passage, d calendar) {
	last := lines[len(lines)-1]
	if head := strings.TrimRight(last.flow.Text[:d.Start], "("); unitName(head) {
		r.records.About.Issuer = r.signing(last, 0, len(head))
		r.evidence(RoleIssuer, last, 0, len(head))
		return
	}
	from := len(lines) - 1
	for from > 0 && unitName(lines[from-1].flow.Text) {
		from--
	}
	var names []string
	for _, p := range lines[from : len(lines)-1] {
		names = append(names, r.signing(p, 0, len(p.flow.Text)))
		r.evidence(RoleIssuer, p, 0, len(p.flow.Text))
	}
	r.records.About.Issuer = strings.Join(names, "、")
}

// lineDate returns the day or month that a line consists of, apart from brackets
// and the unit that signs in front of it.
func lineDate(p *passage) (calendar, bool) {
	if len(p.dates) != 1 || p.cell != nil {
		return calendar{}, false
	}
	d := p.dates[0]
	before, after := strings.Trim(p.flow.Text[:d.Start], "(-"), strings.TrimPrefix(strings.Trim(p.flow.Text[d.End:], ")-"), "印发")
	if d.optional || len(d.edtf) < len("2021-11") || strings.Contains(d.edtf, "/") || after != "" {
		return calendar{}, false
	}
	return d, before == "" || unitName(before)
}

// heldOn reads the day on which a report was given or a regulation passed, from
// the line below its title: (2024年1月15日在某市第七届人民代表大会第四次会议上).
func (r *reading) heldOn(front []*passage) {
	if r.records.About.IssuedOn != "" {
		return
	}
	for _, p := range front {
		if len(p.dates) == 0 || p.dates[0].optional || len(p.dates[0].edtf) < len("2021-11") || !held.possible(p.flow.Text) {
			continue
		}
		d := p.dates[0]
		if len(held.find(p.flow.Text[d.End:])) > 0 {
			r.records.About.IssuedOn = d.edtf
			r.evidence(RoleIssuedOn, p, d.Start, d.End)
			return
		}
	}
}

// status says whether the text is a draft or was issued. A text that says
// neither has none.
func (r *reading) status(front []*passage) {
	a := &r.records.About
	for _, p := range front {
		for _, m := range draft.find(p.flow.Text) {
			a.Status = "draft"
			r.evidence(RoleStatus, p, m.Start, m.End)
			return
		}
	}
	for _, p := range front {
		for _, m := range issued.find(p.flow.Text) {
			a.Status = "final"
			r.evidence(RoleStatus, p, m.Start, m.End)
			return
		}
	}
	for _, e := range a.Evidence {
		if e.Role == RoleDocNumber {
			a.Status = "final"
			a.Evidence = append(a.Evidence, Evidence{RoleStatus, e.Span})
			return
		}
	}
}

// unitName reports whether a line is nothing but the name of a unit that issues
// documents, or of several.
func unitName(line string) bool {
	n := utf8.RuneCountInString(line)
	if n < 4 || n > 40 || strings.ContainsAny(line, "，。;:()《》“”0123456789") {
		return false
	}
	return endsWithClass(line) && !strings.Contains(line, "关于")
}

// span returns the place of the whole of p.
func (p *passage) span() source.Span { return p.flow.Span(0, len(p.flow.Text)) }
