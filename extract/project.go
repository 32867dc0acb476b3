package extract

import (
	"cmp"
	"slices"
	"strings"

	"suyuan/segment"
	"suyuan/source"
)

// projects finds the named undertakings of the document, each at its first mention.
func (r *reading) projects() {
	f := &projectFinder{reading: r, words: r.lexicon.projects.of(r.records.About.Region), seen: map[string]bool{}}
	for i, p := range r.passages {
		if p.block.Kind == segment.Front {
			continue
		}
		if u, class, ok := f.boxTitle(p); ok {
			f.add(p, u, class)
			continue
		}
		if f.sumsUp(p) {
			continue
		}
		if u, class, ok := f.rowName(p); ok {
			f.add(p, u, class)
			continue
		}
		if f.headsList(i) {
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

	// what a sentence and a clause were cut into, room that the next one uses again
	clauses []segment.Range
	cuts    []segment.Word
	parts   []segment.Word
	tokens  []token
	phraser phraser
	scratch []token

	rows tableRows // of the table that is read

	// what the headings above parent say, and where
	parent *segment.Block
	headed group
	stage  source.Span
}

// add stores an undertaking unless it was found before.
func (f *projectFinder) add(p *passage, u undertaking, class source.Span) {
	name := marks.Replace(p.flow.Text[u.Start:u.End])
	if f.seen[name] {
		return
	}
	f.seen[name] = true
	one := &Project{
		Record:   p.record(u.rule, u.Start, u.End),
		Name:     f.written(p, u.Start, u.End),
		Category: strings.Join(strings.Fields(f.outline.Quote(class)), ""), // it may be broken over lines
		Status:   u.status,
	}
	one.Evidence = append(one.Evidence, Evidence{RoleName, one.Span}, Evidence{RoleCategory, class})
	if u.stands.Len() > 0 {
		one.Evidence = append(one.Evidence, Evidence{RoleStatus, u.stands})
	}
	for _, e := range u.evidence {
		one.Evidence = append(one.Evidence, Evidence{RoleStatus, p.flow.Span(e.Start, e.End)})
	}
	slices.SortStableFunc(one.Evidence, func(a, b Evidence) int {
		return cmp.Or(a.Span.Start-b.Span.Start, strings.Compare(string(a.Role), string(b.Role)))
	})
	f.records.Projects = append(f.records.Projects, one)
}

// undertakings returns the names in a sentence. Only clauses that may have one are
// cut into words.
func (f *projectFinder) undertakings(p *passage, s segment.Range) []undertaking {
	text := p.flow.Text
	var out []undertaking
	f.clauses = p.flow.Clauses(f.clauses[:0], s)
	var at setting
	listed := f.labelled(p, s).listed
	for _, c := range f.clauses {
		if !f.words.possible(text[c.Start:c.End], listed) {
			continue
		}
		if awarded(p.after(c.Start, s.End)) {
			continue
		}
		if at.sentence != s {
			at = f.setting(p, s)
		}
		at.clause = c
		f.cuts = f.reading.words.CutFlow(f.cuts[:0], p.flow, c)
		f.parts = f.words.parted(f.parts[:0], text, f.cuts)
		f.tokens, f.phraser.out, f.phraser.kept = f.tokens[:0], f.phraser.out[:0], f.phraser.kept[:0]
		found := f.clause(text, f.parts, at)
		if len(found) == 0 {
			continue
		}
		told := f.told(at, p, s, c)
		for _, n := range found {
			n.setting.row, n.setting.past, n.setting.future = told.row, told.past, told.future
			out = append(out, n.dated()...)
		}
	}
	return out
}

// awarded reports whether a clause says who is granted something for what they newly became,
// which is a class whatever place it names: 对新认定的某某市企业技术中心，给予20万元奖励.
func awarded(text string) bool {
	rest, ok := strings.CutPrefix(text, "对")
	return ok && hasAnyPrefix(rest, "新认定", "首次认定", "新获批", "新获评", "新评", "新入选", "首次获批", "首次获评", "首次入选", "当年认定") && grants.last(rest) >= 0
}

// clause returns the phrases of a clause that have names in them.
func (f *projectFinder) clause(text string, words []segment.Word, at setting) []*namer {
	var out []*namer
	phrases := f.phrases(text, words)
	for i, h := range phrases {
		if at.listed && i+1 < len(phrases) && isGroupLabel(text, h) && len(phrases[i+1].verbs) == 0 {
			continue // 货运枢纽：A、B
		}
		out = append(out, f.namer(text, h, at)...)
		for _, a := range h.aside {
			out = append(out, f.aside(text, h, a, words, at)...)
		}
	}
	return out
}

// phrases cuts words of text into phrases.
func (f *projectFinder) phrases(text string, words []segment.Word) []phrase {
	from := len(f.tokens)
	f.tokens = f.words.tokens(f.tokens, text, words)
	return f.phraser.phrases(f.tokens[from:])
}

// namer returns what reads the names of a phrase, nil where it has none.
func (f *projectFinder) namer(text string, h phrase, at setting) []*namer {
	if first := &h.items[0]; first.owned && located().MatchString(text[:first.tokens[0].Start]) {
		h.verbs, first.owned = nil, false // 位于师宗县的…项目
	}
	at.entry = !at.content && (at.title || at.cell || at.box || len(text) < shortPassage) &&
		len(h.verbs) == 0 && len(h.items) == 1 && h.next.End == 0 && isFirst(text, h.items[0].tokens[0].Start)
	if at.entry {
		tokens := h.items[0].tokens
		at.funded = funded().MatchString(text[tokens[len(tokens)-1].End:])
	}
	at.deed = len(h.verbs) == 1 && len(h.items) == 1 && isDeed(text[:h.verbs[0].Start]) ||
		at.cell && at.entry && digitAt(text, 0) && h.items[0].tokens[0].Start > 0 // 2.生态公墓建设项目
	at.listing = at.listed && lists(text, h, at)
	n := namer{phrase: h, words: f.words, text: text, setting: at, scratch: f.scratch}
	if ofThem(h) {
		return nil
	}
	if len(h.verbs) > 0 {
		n.force = h.verbs[len(h.verbs)-1].verb.force
	}
	n.found = n.names()
	f.scratch = n.scratch
	if len(n.found) == 0 {
		return nil
	}
	kept := n // the room of n is on the stack
	return []*namer{&kept}
}

// shortPassage is how many bytes a passage may have to be read as a title where
// the splitter saw none.
const shortPassage = 120

// dated returns the names with their status.
func (n *namer) dated() []undertaking {
	status, words := n.status()
	var stands source.Span
	if n.setting.status != "" && len(n.verbs) == 0 && (n.setting.listing || n.setting.entry) {
		status, words, stands = n.setting.status, nil, n.setting.stage
	}
	for i := range n.found {
		u := &n.found[i]
		u.entry = n.setting.entry
		if u.status == "" {
			u.status, u.evidence, u.stands = status, words, stands
		}
	}
	return n.found
}

// begun reports whether what follows an entry, in its passage at place i or the
// one behind it, says that work is under way: 已完成投资1.8亿元.
func (f *projectFinder) begun(i, end int) bool {
	text := f.passages[i].flow.Text[end:]
	if len(text) < 6 && i+1 < len(f.passages) && f.passages[i].cell == nil && !numbered(f.passages[i+1]) && !digitAt(f.passages[i+1].flow.Text, 0) {
		text = f.passages[i+1].flow.Text
	}
	text, _, _ = strings.Cut(strings.TrimLeft(text, "。:，"), "。")
	return strings.HasPrefix(text, "已") || containsAny(text, "，已", "已完成投资", "已开工")
}

// aside returns what reads the names in brackets behind a name, which the same
// verbs govern.
func (f *projectFinder) aside(text string, h phrase, a segment.Range, words []segment.Word, at setting) []*namer {
	if a.End-a.Start <= 12 || strings.Contains(text[a.Start:a.End], "简称") { // 研究院(沧州)
		return nil
	}
	from := slices.IndexFunc(words, func(w segment.Word) bool { return w.Start >= a.Start })
	to := slices.IndexFunc(words, func(w segment.Word) bool { return w.Start >= a.End })
	if from < 0 || to <= from {
		return nil
	}
	var out []*namer
	for _, inner := range f.phrases(text, words[from:to]) {
		if len(inner.verbs) == 0 {
			inner.verbs = h.verbs
		}
		out = append(out, f.namer(text, inner, at)...)
	}
	return out
}

// marks are left out where two mentions of a name are compared.
var marks = strings.NewReplacer("“", "", "”", "", "(", "", ")", "", "·", "", "-", "")
