package extract

import (
	"slices"
	"strings"

	"suyuan/segment"
	"suyuan/source"
)

// projects finds the named undertakings of the document, each at its first mention.
func (r *reading) projects() {
	f := &projectFinder{reading: r, words: newProjectWords(r.lexicon, r.records.About.Region), seen: map[string]bool{}}
	for i, p := range r.passages {
		if p.block.Kind == segment.Front {
			continue
		}
		if u, class, ok := f.boxTitle(p); ok {
			f.add(p, u, class)
			continue
		}
		for _, s := range p.sentences {
			for _, u := range f.undertakings(p, s) {
				if u.entry && u.status == "planned" && f.begun(i, u.End) {
					u.status = "ongoing"
				}
				f.add(p, u, p.flow.Span(u.class.Start, u.class.End))
			}
		}
	}
	slices.SortStableFunc(r.records.Projects, func(a, b *Project) int { return a.Span.Start - b.Span.Start })
}

// projectFinder finds the undertakings of one document.
type projectFinder struct {
	*reading
	words *projectWords
	seen  map[string]bool // names found
}

// add stores an undertaking unless it was found before.
func (f *projectFinder) add(p *passage, u undertaking, class source.Span) {
	name := plainName(p.flow.Text[u.Start:u.End])
	if f.seen[name] {
		return
	}
	f.seen[name] = true
	one := &Project{
		Record:   p.record(u.rule, u.Start, u.End),
		Name:     f.written(p, u.Start, u.End),
		Category: f.outline.Document.Quote(class),
		Status:   u.status,
	}
	one.Evidence = append(one.Evidence, Evidence{RoleName, one.Span}, Evidence{RoleCategory, class})
	for _, e := range u.evidence {
		one.Evidence = append(one.Evidence, Evidence{RoleStatus, p.flow.Span(e.Start, e.End)})
	}
	slices.SortStableFunc(one.Evidence, func(a, b Evidence) int { return a.Span.Start - b.Span.Start })
	f.records.Projects = append(f.records.Projects, one)
}

// undertakings returns the names in a sentence.
func (f *projectFinder) undertakings(p *passage, s segment.Range) []undertaking {
	text := p.flow.Text
	if !f.words.possible(text[s.Start:s.End]) {
		return nil
	}
	cut := f.reading.words.Cut(text[s.Start:s.End])
	for i := range cut {
		cut[i].Start += s.Start
		cut[i].End += s.Start
	}
	at := f.setting(p, s)
	var out []undertaking
	for _, h := range phrases(text, f.words.tokens(text, cut)) {
		at := at.clauseOf(text, s, h.items[0].tokens[0].Start)
		out = append(out, f.judged(text, h, at)...)
		for _, a := range h.aside {
			out = append(out, f.aside(text, h, a, cut, at)...)
		}
	}
	return out
}

// judged returns the names of a phrase with their status.
func (f *projectFinder) judged(text string, h phrase, at setting) []undertaking {
	at.entry = (at.title || at.cell || at.box || len(text) < 120) && len(h.verbs) == 0 && len(h.items) == 1 && f.first(text, h.items[0].tokens[0].Start) && h.next.End == 0
	j := &nameJudge{words: f.words, text: text, phrase: h, setting: at}
	if n := len(h.verbs); n > 0 {
		j.force = h.verbs[n-1].verb.force
	}
	names := j.names()
	if len(names) == 0 {
		return nil
	}
	status, evidence := j.status()
	for i := range names {
		names[i].status, names[i].evidence = status, evidence
		names[i].entry = j.setting.entry
	}
	return names
}

// begun reports whether what follows an entry, in its passage at place i or the
// one behind it, says that work is under way: 已完成投资1.8亿元.
func (f *projectFinder) begun(i, end int) bool {
	text := f.passages[i].flow.Text[end:]
	if len(text) < 6 && i+1 < len(f.passages) && f.passages[i].cell == nil {
		text = f.passages[i+1].flow.Text
	}
	text, _, _ = strings.Cut(strings.TrimLeft(text, "。:，"), "。")
	return strings.HasPrefix(text, "已") || containsAny(text, "，已", "已完成投资", "已开工")
}

// first reports whether only a label stands before byte i: 项目一：….
func (f *projectFinder) first(text string, i int) bool {
	if i == 0 {
		return true
	}
	label := strings.TrimRight(strings.TrimSuffix(text[:i], ":"), "一二三四五六七八九十0123456789")
	return len(label) < i-1 && containsAny(" "+label+" ", " 项目 ", " 工程 ", " 行动 ")
}

// aside returns the names in brackets behind a name, which the same verbs govern.
func (f *projectFinder) aside(text string, h phrase, a segment.Range, cut []segment.Word, at setting) []undertaking {
	if a.End-a.Start <= 12 || strings.Contains(text[a.Start:a.End], "简称") { // 研究院(沧州)
		return nil
	}
	from := slices.IndexFunc(cut, func(w segment.Word) bool { return w.Start >= a.Start })
	to := slices.IndexFunc(cut, func(w segment.Word) bool { return w.Start >= a.End })
	if from < 0 || to <= from {
		return nil
	}
	var out []undertaking
	for _, inner := range phrases(text, f.words.tokens(text, cut[from:to])) {
		if len(inner.verbs) == 0 {
			inner.verbs = h.verbs
		}
		out = append(out, f.judged(text, inner, at)...)
	}
	return out
}

// plainName returns a name without its quotation marks: what two mentions of it share.
func plainName(s string) string {
	return strings.NewReplacer("“", "", "”", "", "(", "", ")", "", "·", "", "-", "").Replace(s)
}
