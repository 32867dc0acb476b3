package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// signed returns the passages that the document's own record takes title or
// issuer from.
func (r *reading) signed() []*passage {
	var out []*passage
	for _, p := range r.passages {
		for _, e := range r.records.About.Evidence {
			if (e.Role == RoleIssuer || e.Role == RoleTitle) && p.span().Contains(e.Span) {
				out = append(out, p)
				break
			}
		}
	}
	return out
}

// issuers finds the mentions of the units that issue the document: in its title
// and in the signature.
func (r *reading) issuers(p *passage) []mention {
	var out []mention
	for _, e := range r.records.About.Evidence {
		if !p.span().Contains(e.Span) || e.Role != RoleIssuer && e.Role != RoleTitle {
			continue
		}
		i, j := p.flow.Find(e.Span)
		if k := strings.Index(p.flow.Text[i:j], "关于"); k >= 0 {
			j = i + k
		} else if e.Role == RoleTitle && !strings.HasPrefix(r.records.About.Title, r.written(p, i, j)+"关于") {
			continue
		}
		if unitName(p.flow.Text[i:j]) {
			for _, one := range r.together(p, i, j) {
				out = append(out, mention{Range: one, role: "issuer", by: one, rule: "department_issuer"})
			}
		}
	}
	return out
}

// together returns the units that a line names one behind another, with blanks, 、 or
// nothing between them: 湖州市财政局 湖州市商务局. A line that is not made of units alone
// is one.
func (r *reading) together(p *passage, i, j int) []segment.Range {
	whole := []segment.Range{{Start: i, End: j}}
	items := r.items(p, i, j)
	if len(items) == 1 {
		items = nil
		for at := i; at < j; {
			n := r.forward(p.flow.Text[at:j])
			if n == 0 {
				return whole
			}
			items = append(items, segment.Range{Start: at, End: at + n})
			at += n
		}
	}
	for _, one := range items {
		if !unitName(p.flow.Text[one.Start:one.End]) {
			return whole
		}
	}
	return items
}

// signing writes the units that a line names.
func (r *reading) signing(p *passage, i, j int) string {
	var names []string
	for _, one := range r.together(p, i, j) {
		names = append(names, r.written(p, one.Start, one.End))
	}
	return strings.Join(names, "、")
}

// recipients reads the line to whom the document goes, behind the title: units
// one after the other, with a colon at its end or 各 at its start.
func (r *reading) recipients(front []*passage, at int) []mention {
	p := front[at]
	if out := r.addressees(p, at, p.flow.Text); out != nil {
		return out
	}
	return r.addressees(p, at, p.flow.Text[:r.lineBreak(p, 0)])
}

// addressees reads a line as the units to whom the document goes.
func (r *reading) addressees(p *passage, at int, line string) []mention {
	text := strings.TrimRight(line, ":")
	colon := len(text) < len(line)
	if at == 0 && !colon || text == "" || strings.ContainsAny(text, "。《》:") || !colon && !strings.HasPrefix(text, "各") {
		return nil
	}
	items := r.items(p, 0, len(text))
	var out []mention
	named := false
	for _, item := range items {
		name := text[item.Start:item.End]
		if r.general(name) || utf8.RuneCountInString(name) < 2 { // 市各委、办、局
			named = true
			continue
		}
		named = named || r.unit(name)
		if !r.unit(name) && !r.listable(name) || strings.HasSuffix(name, "代表") || strings.HasSuffix(name, "同志") {
			return nil
		}
		out = append(out, mention{Range: item, role: "recipient", by: item, rule: "department_recipient"})
	}
	if !named || !colon && len(items) < 2 {
		return nil
	}
	return out
}
