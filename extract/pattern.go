package extract

import (
	"fmt"
	"sync"
	"time"

	"github.com/dlclark/regexp2"

	"suyuan/segment"
)

// fuse is the time a single match may take. A pattern whose gaps are bounded
// never comes near it; one that does stops the whole document, named.
const fuse = 5 * time.Second

// pattern is a regular expression that is compiled once, tried only where one of
// its keywords stands, and matched on the text of a Flow. It gives bytes, never
// rune indexes.
//
// Gaps in a pattern are bounded, {0,40}?, and quantifiers are not nested: its
// time is then linear in the text. A flow is folded: patterns need no full-width
// forms of digits, letters, %, (), : and ;.
type pattern struct {
	name     string
	keywords *wordSet // nil for none
	source   string
	compile  func() *regexp2.Regexp
}

// newPattern declares a pattern. Without keywords it is tried on every text.
func newPattern(name, source string, keywords ...string) *pattern {
	p := &pattern{name: name, source: source,
		compile: sync.OnceValue(func() *regexp2.Regexp {
			re := regexp2.MustCompile(source, regexp2.None)
			re.MatchTimeout = fuse
			return re
		})}
	if len(keywords) > 0 {
		p.keywords = newWordSet(keywords...)
	}
	return p
}

// match is one match of a pattern: byte ranges in the text it was matched on.
type match struct {
	segment.Range
	groups map[string]segment.Range // the named groups that took part
}

// group returns the text of a named group, "" where it took no part.
func (m match) group(text, name string) string {
	g, ok := m.groups[name]
	if !ok {
		return ""
	}
	return text[g.Start:g.End]
}

// timeoutError is what a burnt fuse ends a document with.
type timeoutError struct {
	pattern string
	text    string
}

func (e *timeoutError) Error() string {
	return fmt.Sprintf("rule pattern %s ran longer than %s on %q", e.pattern, fuse, e.text)
}

// find returns every match of p in text, from left to right, not overlapping.
func (p *pattern) find(text string) []match {
	if !p.possible(text) {
		return nil
	}
	return p.all(text)
}

// findAt is find where places are those of all characters of text that a keyword
// begins with.
func (p *pattern) findAt(text string, places []int) []match {
	for _, i := range places {
		if p.keywords.at(text[i:]) > 0 {
			return p.all(text)
		}
	}
	return nil
}

// all returns every match of p in text.
func (p *pattern) all(text string) []match {
	re := p.compile()
	runes, bytes := decode(text)
	var out []match
	m, err := re.FindRunesMatch(runes)
	for ; m != nil && err == nil; m, err = re.FindNextMatch(m) {
		one := match{Range: segment.Range{Start: int(bytes[m.Index]), End: int(bytes[m.Index+m.Length])}}
		for _, g := range m.Groups() {
			if len(g.Captures) == 0 || g.Name == "" || g.Name[0] >= '0' && g.Name[0] <= '9' {
				continue
			}
			if one.groups == nil {
				one.groups = map[string]segment.Range{}
			}
			one.groups[g.Name] = segment.Range{Start: int(bytes[g.Index]), End: int(bytes[g.Index+g.Length])}
		}
		out = append(out, one)
	}
	if err != nil {
		panic(&timeoutError{p.name, shorten(text)})
	}
	return out
}

// possible reports whether one of the keywords stands in text.
func (p *pattern) possible(text string) bool {
	return p.keywords == nil || p.keywords.in(text)
}

// crossed returns each of the first words with each of the second behind it.
func crossed(first, second []string) []string {
	var out []string
	for _, a := range first {
		for _, b := range second {
			out = append(out, a+b)
		}
	}
	return out
}

// decode returns the runes of text and the byte at which each starts, with one
// more for the end.
func decode(text string) ([]rune, []int32) {
	runes := make([]rune, 0, len(text)/2+1)
	bytes := make([]int32, 0, len(text)/2+2)
	for i, r := range text {
		runes = append(runes, r)
		bytes = append(bytes, int32(i))
	}
	return runes, append(bytes, int32(len(text)))
}

func shorten(text string) string {
	r := []rune(text)
	if len(r) <= 40 {
		return text
	}
	return string(r[:40]) + "…"
}
