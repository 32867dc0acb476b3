package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// card is what other lines say of a line: those of a project told line by line
// (项目名称:…, 总投资:…, 建设周期:…), or the name and the year above a line that is
// only a number.
type card struct {
	name name
	time when
	kind string
}

// cards finds the lines that other lines name and date.
func (r *reading) cards() map[*passage]*card {
	out := map[*passage]*card{}
	for i := 0; i < len(r.passages); i++ {
		if n := r.projectCard(i); n > 0 {
			one := r.readCard(r.passages[i : i+n])
			for _, p := range r.passages[i : i+n] {
				out[p] = one
			}
			i += n - 1
		}
	}
	r.lonely(out)
	return out
}

// begin gives a line what its card says.
func (one *card) begin(c *context) {
	if one == nil {
		return
	}
	c.card, c.subject, c.rowTime = one, one.name, one.time
	if one.kind != "" {
		c.kind, c.kindAt = one.kind, one.name
	}
}

// labelled returns the length of the label in front of a line's colon, 0 where
// it has none.
func (p *passage) labelled() int {
	i := strings.IndexByte(p.flow.Text, ':')
	if p.cell != nil || i <= 0 || i+1 == len(p.flow.Text) || utf8.RuneCountInString(p.flow.Text[:i]) > 10 || strings.ContainsAny(p.flow.Text[:i], "，。;、") {
		return 0
	}
	return i
}

// projectCard returns how many lines from the i-th passage on are the card of a
// project, 0 where none begins: a line that names it, and two or more that say
// where, how large, for how much or when.
func (r *reading) projectCard(i int) int {
	starts := func(p *passage) bool {
		k := p.labelled()
		return k > 0 && (strings.HasPrefix(p.flow.Text[:k], "项目") || hasAnySuffix2(p.flow.Text[:k], "项目名称", "工程名称")) && !strings.ContainsAny(p.flow.Text[k:], "。;") && utf8.RuneCountInString(p.flow.Text) < 60
	}
	if !starts(r.passages[i]) {
		return 0
	}
	n, told := 1, 0
	for ; i+n < len(r.passages); n++ {
		p := r.passages[i+n]
		k := p.labelled()
		if k == 0 || starts(p) && r.named(p, k) {
			break
		}
		w, label := r.lexicon.tables, p.flow.Text[:k]
		if w.has("text", label) || w.has("period", label) || w.has("who", label) || r.lexicon.figureWords.attribute[label] || strings.HasSuffix(label, "规模") {
			told++
		}
	}
	if told < 2 {
		return 0
	}
	return n
}

// named reports whether a label names a project rather than says something of it:
// 项目二, not 项目地点.
func (r *reading) named(p *passage, k int) bool {
	label := p.flow.Text[:k]
	return strings.HasSuffix(label, "名称") || !r.lexicon.tables.has("text", label) && !r.lexicon.tables.has("who", label) && !r.lexicon.tables.has("period", label) && utf8.RuneCountInString(label) <= 4
}

// readCard reads the name and the time of a project's card.
func (r *reading) readCard(lines []*passage) *card {
	first := lines[0]
	at := segment.Range{Start: first.labelled() + 1, End: len(first.flow.Text)}
	text := first.textOf(at)
	if i := strings.LastIndexByte(text, '('); i > 0 && r.lexicon.tables.is("state", strings.Trim(text[i:], "()")) {
		at.End = at.Start + i
	}
	one := &card{name: name{{p: first, at: at}}, kind: "target"}
	for _, p := range lines[1:] {
		if !r.lexicon.tables.has("period", p.flow.Text[:p.labelled()]) {
			continue
		}
		for _, d := range p.dates {
			if e := r.when(p, d); e != "" && one.time.edtf == "" {
				one.time = when{edtf: years(e), at: []part{{p: p, at: d.Range}}}
			}
		}
	}
	return one
}

// lonely gives each line that is only a number the short line above for its name
// and the last line that was only a date for its time: 2026年 / 接待游客 / 9000万人次.
func (r *reading) lonely(out map[*passage]*card) {
	var now when
	for i, p := range r.passages {
		if p.cell != nil || p.block.Kind == segment.Heading {
			now = when{}
			continue
		}
		text := p.flow.Text
		if len(p.dates) == 1 && strings.Trim(text, "”“:") == text[p.dates[0].Start:p.dates[0].End] {
			now = when{}
			if e := r.when(p, p.dates[0]); e != "" {
				now = when{edtf: years(e), at: []part{{p: p, at: p.dates[0].Range}}, carried: true}
			}
			continue
		}
		if i == 0 || len(p.dates) > 0 || len(text) > 60 || !r.onlyNumber(p) {
			continue
		}
		above := r.passages[i-1]
		if above.cell != nil || above.block.Kind == segment.Heading || len(above.dates) > 0 || utf8.RuneCountInString(above.flow.Text) > 20 || strings.ContainsAny(above.flow.Text, "，。;:0123456789") {
			continue
		}
		out[p] = &card{name: name{{p: above, at: segment.Range{Start: 0, End: len(above.flow.Text)}}}, time: now}
	}
}

// onlyNumber reports whether a line is a number with its unit and nothing else.
func (r *reading) onlyNumber(p *passage) bool {
	list := r.quantities(p)
	if len(list) != 1 || list[0].aside != "" || list[0].unit == "" {
		return false
	}
	q := list[0].whole
	return strings.Trim(p.flow.Text[:q.Start]+p.flow.Text[q.End:], "。;") == ""
}
