package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// roleWords are the words in prose that give the units in front of them a role.
var roleWords = []struct {
	word, role string
	not        string // characters behind it that make it another word
	clause     bool   // the units must fill the clause up to it
}{
	{"会同", "lead", "", false}, // before 负责: who is behind it helps
	{"牵头", "lead", "人单部领责", false},
	{"负责", "lead", "人同任制", false},
	{"主办", "lead", "方单的", false},
	{"应当", "lead", "", true},
	{"必须", "lead", "", true},
	{"要", "lead", "素求点件闻塞", true},
	{"应", "lead", "用急对届付收", true},
	{"须", "lead", "", true},
	{"联合", "lead", "会体国", true},
	{"共同", "lead", "体富", true},
	{"承担", "lead", "", true},
	{"按照职责", "lead", "", false},
	{"按职责", "lead", "", false},
	{"各司其职", "lead", "", false},
	{"配合", "support", "单部", false},
	{"参与", "support", "单部", false},
	{"协同", "support", "单部", false},
	{"协助", "support", "单部", false},
}

// roleStarts are the first characters of the words of a role.
var roleStarts = func() *runeSet {
	set := &runeSet{}
	for _, w := range roleWords {
		r, _ := utf8.DecodeRuneInString(w.word)
		set.add(r)
	}
	return set
}()

// prose finds the units in front of the words of a role in running text, and those
// behind 会同. Places are those of the characters that such a word begins with.
func (r *reading) prose(p *passage, places []int) []mention {
	text := p.flow.Text
	var out []mention
	for _, w := range roleWords {
		for _, at := range places {
			if !strings.HasPrefix(text[at:], w.word) {
				continue
			}
			i := at + len(w.word)
			next, _ := utf8.DecodeRuneInString(text[i:])
			if strings.ContainsRune(w.not, next) && i < len(text) {
				continue
			}
			by, role := segment.Range{Start: at, End: i}, w.role
			if strings.HasPrefix(w.word, "按") && helps(text[i:]) {
				role = "support"
			}
			before := r.before(p, at, w.clause, w.word == "联合" || w.word == "共同")
			if hasAnyPrefix(w.word, "按", "负责", "配合") && len(before) > 0 {
				if others, led := r.led(p, at); led {
					role, before = "support", append(before, others...)
				}
			}
			for _, u := range before {
				out = append(out, mention{Range: u, role: role, by: by, rule: "department_prose"})
			}
			if w.word == "会同" && len(before) > 0 {
				out = append(out, r.behind(p, i, by)...)
			}
		}
	}
	return out
}

// led reports whether a unit of the sentence leads in front of the clause that holds byte
// at, and returns those that stand between: 由市工信局牵头，市发改委、市能源局，各县政府按职责负责.
func (r *reading) led(p *passage, at int) ([]segment.Range, bool) {
	text, s, end := p.flow.Text, p.sentence(at), clauseStart(p.flow.Text, at)
	if end <= s.Start {
		return nil, false
	}
	i := strings.LastIndex(text[s.Start:end], "牵头，")
	if i < 0 {
		return nil, false
	}
	between := segment.Range{Start: s.Start + i + len("牵头，"), End: end}
	var out []segment.Range
	for _, one := range r.items(p, between.Start, between.End) {
		one = trimItem(text, one)
		if name := text[one.Start:one.End]; !r.unit(name) || r.general(name) {
			return nil, len(out) == 0 && between.Start == between.End
		}
		out = append(out, one)
	}
	return out, true
}

// helps reports whether what follows 按照职责 says in its clause that the units only
// help: 按照职责分工密切配合.
func helps(after string) bool {
	if i := strings.IndexAny(after, "，。;)"); i >= 0 {
		after = after[:i]
	}
	return len(after) < 60 && hasAnySuffix2(after, "配合", "协助", "配合工作", "协助工作", "支持配合", "协同推进", "协同落实")
}
