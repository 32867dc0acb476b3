package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// titleIssuer takes the issuer from the title of a notice that no one signs:
// 某市人民政府关于….
func (r *reading) titleIssuer() {
	a := &r.records.About
	if a.Issuer != "" {
		return
	}
	issuer, _, ok := strings.Cut(a.Title, "关于")
	if !ok || !unitName(issuer) {
		return
	}
	a.Issuer = issuer
	for _, e := range a.Evidence {
		if e.Role == RoleTitle {
			if p := r.passageAt(e.Span.Start); p != nil {
				if i, j := p.flow.Find(e.Span); j-i >= len(issuer) && p.flow.Text[i:i+len(issuer)] == issuer {
					a.Issuer = r.signing(p, i, i+len(issuer))
				}
			}
			a.Evidence = append(a.Evidence, Evidence{RoleIssuer, e.Span})
			return
		}
	}
}

// region takes the place from the title, else from the issuer, else from the
// line on a report's meeting, else the one that the text names most.
func (r *reading) region() {
	for _, role := range [...]Role{RoleTitle, RoleIssuer} {
		for _, p := range r.passages[:min(60, len(r.passages))] {
			for _, e := range r.records.About.Evidence {
				if e.Role != role || !p.span().Contains(e.Span) {
					continue
				}
				i, j := p.flow.Find(e.Span)
				if r.placeIn(p, i, j) {
					return
				}
			}
		}
	}
	for _, p := range r.passages[:min(10, len(r.passages))] {
		if len(held.find(p.flow.Text)) > 0 && r.placeIn(p, 0, len(p.flow.Text)) {
			return
		}
	}
	if r.spokenFor() {
		return
	}
	if name, p, at := r.lexicon.regions().mostNamed(r.passages); p != nil {
		r.setRegion(name, p, at, at+len(name))
	}
}

// spokenFor takes the place whose government a report is given for: 我代表某县人民政府.
func (r *reading) spokenFor() bool {
	for _, p := range r.passages[:min(10, len(r.passages))] {
		i := strings.Index(p.flow.Text, "我代表")
		if i < 0 {
			continue
		}
		at := i + len("我代表")
		if n, name := r.lexicon.regions().lead(p.flow.Text[at:]); n > 0 && strings.HasPrefix(p.flow.Text[at+n:], "人民政府") {
			r.setRegion(name, p, at, at+n)
			return true
		}
	}
	return false
}

// placeIn looks for a place where a name begins in a title: at its start, behind
// 关于印发, behind 《, else a place of the word list anywhere in it.
func (r *reading) placeIn(p *passage, i, j int) bool {
	text := p.flow.Text[:j]
	starts := []int{i}
	if year := cutFront(strings.TrimLeft(text[i:], "0123456789"), []string{"年度", "年"}); len(text)-len(year)-i == len("2020年") || len(text)-len(year)-i == len("2020年度") {
		starts = append(starts, len(text)-len(year)) // 2020年太湖县人民政府工作报告
	}
	for _, w := range [...]string{"印发", "转发", "发布", "《", "在", "关于", "中共"} {
		if k := strings.Index(text[i:], w); k >= 0 {
			starts = append(starts, i+k+len(w))
		}
	}
	for _, at := range starts {
		n, name := r.lexicon.regions().lead(text[at:])
		if strings.HasPrefix(name, "中共") {
			continue
		}
		if city := strings.TrimSuffix(name, "工业园区"); city != name && hasAnySuffix2(city, "市", "县") && hasAnyPrefix(text[at+n:], "高质量", "建设", "发展", "提质", "扩容", "改革", "创新", "绿色", "转型") {
			n, name = n-len("工业园区"), city // 九江市工业园区高质量发展行动计划 is about all of them
		}
		if n == 0 || utf8.RuneCountInString(text[at:]) < utf8.RuneCountInString(text[at:at+n])+2 {
			continue
		}
		r.setRegion(name, p, at, at+n)
		return true
	}
	for at := i; at < j; {
		if n := r.lexicon.regions().names.at(text[at:]); n > 0 {
			r.setRegion(text[at:at+n], p, at, at+n)
			return true
		}
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return false
}

func (r *reading) setRegion(name string, p *passage, i, j int) {
	r.records.About.Region = name
	r.evidence(RoleRegion, p, i, j)
}

// labelled reads the labels that government sites put above a document:
// 发文机关：…, 成文日期：…, 发文字号：…, or a label on one line and what it says on the next.
func (r *reading) labelled(front []*passage) {
	a := &r.records.About
	for i, p := range front {
		if label := metadataLabel(p.flow.Text); i+1 < len(front) && metadataLabels.has(label) {
			r.readMetadatum(label, front[i+1], segment.Range{Start: 0, End: len(front[i+1].flow.Text)})
		}
		r.lineMetadata(p)
		for _, m := range labels.find(p.flow.Text) {
			value := m.groups["value"]
			switch label := m.group(p.flow.Text, "label"); {
			case strings.HasSuffix(label, "期") || strings.HasSuffix(label, "间"):
				r.labelledDate(p, value.Start, value.End)
			case a.Issuer == "" && unitName(m.group(p.flow.Text, "value")):
				a.Issuer = r.written(p, value.Start, value.End)
				r.evidence(RoleIssuer, p, value.Start, value.End)
			}
		}
	}
}

func (r *reading) labelledDate(p *passage, from, to int) {
	for _, d := range p.dates {
		if r.records.About.IssuedOn == "" && !d.optional && d.Start == from && d.End <= to {
			r.records.About.IssuedOn = d.edtf
			r.evidence(RoleIssuedOn, p, d.Start, d.End)
		}
	}
}
