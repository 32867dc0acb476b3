package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// clause is a stretch of a sentence in which quantities share their words: what
// lies between two of ，；。： and the inside of a bracket that states a quantity.
type clause struct {
	segment.Range
	inside bool // it is the inside of a bracket
	after  rune // the mark in front of it, 0 at the sentence's start
	slots  []*slot
}

// slot is a quantity with the words around it.
type slot struct {
	q           *quantity
	left, right segment.Range // what stands in the clause between it and its neighbours
	first       bool          // first of its clause
}

// clauses cuts a sentence of the passage around its quantities.
func (p *passage) clauses(s segment.Range, quantities []quantity) []*clause {
	text := p.flow.Text
	var out []*clause
	var open []*clause // the clauses that a bracket interrupts
	now := &clause{Range: segment.Range{Start: s.Start}}
	closeAt := func(i int) {
		now.End = i
		if now.End > now.Start || len(now.slots) > 0 {
			out = append(out, now)
		}
	}
	quote := 0
	for i, r := range text[s.Start:s.End] {
		at := s.Start + i
		behind := at + utf8.RuneLen(r)
		switch r {
		case '“', '《':
			quote++
		case '”', '》':
			quote = max(0, quote-1)
		case '(':
			if end := bracketEnd(text[at:s.End]); end > 0 && states(quantities, at, at+end) {
				closeAt(at)
				open = append(open, now)
				now = &clause{Range: segment.Range{Start: behind}, inside: true, after: '('}
			}
		case ')':
			if len(open) > 0 {
				closeAt(at)
				now = &clause{Range: segment.Range{Start: behind}, inside: open[len(open)-1].inside, after: ')'}
				open = open[:len(open)-1]
			}
		case '，', ';', '。', '！', '？', ':':
			if quote > 0 && r != '。' && r != ';' {
				continue
			}
			if r == ':' && behind < s.End && at > s.Start && isDigit(text[at-1]) && isDigit(text[behind]) {
				continue
			}
			quote = 0
			closeAt(at)
			now = &clause{Range: segment.Range{Start: behind}, inside: now.inside, after: r}
		}
	}
	closeAt(s.End)
	for i := range quantities {
		q := &quantities[i]
		if q.aside != "" {
			continue
		}
		if c := holder(out, q.Start); c != nil {
			c.slots = append(c.slots, &slot{q: q})
		}
	}
	for _, c := range out {
		c.surround(quantities)
	}
	return out
}

// holder returns the innermost clause that holds byte i.
func holder(list []*clause, i int) *clause {
	var best *clause
	for _, c := range list {
		if c.Start <= i && i < c.End && (best == nil || c.End-c.Start < best.End-best.Start) {
			best = c
		}
	}
	return best
}

// bracketEnd returns the length of the bracket that s begins with, 0 if it does
// not close within a sentence's reach.
func bracketEnd(s string) int {
	depth := 0
	for i, r := range s {
		switch r {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i
			}
		case '。':
			return 0
		}
		if i > 600 {
			return 0
		}
	}
	return 0
}

// states reports whether a quantity that may be a figure stands between two bytes.
func states(quantities []quantity, i, j int) bool {
	for _, q := range quantities {
		if q.Start >= j {
			return false
		}
		if q.Start > i && q.aside == "" && q.unit != "" {
			return true
		}
	}
	return false
}

// surround sets what stands left and right of each quantity of the clause.
func (c *clause) surround(all []quantity) {
	from := c.Start
	for i, s := range c.slots {
		s.first = i == 0
		s.left = segment.Range{Start: min(from, s.q.whole.Start), End: s.q.whole.Start}
		if i > 0 && s.q.whole == c.slots[i-1].q.whole {
			s.left = c.slots[i-1].left // the terms of 21:50:29 have the same words in front
		}
		end := c.End
		if i+1 < len(c.slots) {
			end = c.slots[i+1].q.whole.Start
		}
		s.right = segment.Range{Start: s.q.whole.End, End: max(end, s.q.whole.End)}
		from = s.q.whole.End
	}
}

// before returns the words between byte from and byte to, at most the last
// window bytes of them: what stands further off does not bear on a number.
func (p *passage) before(from, to int) (text string, start int) {
	start = max(from, to-window)
	for start < to && !utf8.RuneStart(p.flow.Text[start]) {
		start++
	}
	return p.flow.Text[start:max(start, to)], start
}

// after returns the words between byte from and byte to, at most the first window
// bytes of them.
func (p *passage) after(from, to int) string {
	end := min(to, from+window)
	for end > from && end < len(p.flow.Text) && !utf8.RuneStart(p.flow.Text[end]) {
		end--
	}
	return p.flow.Text[from:max(from, end)]
}

// window is the number of bytes in front of a number in which words can decide
// about it: some 300 characters, longer than any sentence a drafter writes.
const window = 900

// bareYears reports whether a time without a place in the calendar is only a
// number of years, which can be part of a name: 学前三年毛入园率.
func bareYears(s string) bool {
	n, ok := readNumber(s, 0)
	return ok && s[n.end:] == "年"
}

// textOf returns the text of a range of the passage.
func (p *passage) textOf(r segment.Range) string { return p.flow.Text[r.Start:r.End] }

// blanked returns the text of a range with its dates replaced by a mark of equal
// length, which no word list holds.
func (p *passage) blanked(r segment.Range) string {
	text := p.textOf(r)
	for _, d := range p.dates {
		if d.End <= r.Start || d.Start >= r.End || p.flow.Text[d.Start:d.End] == "常年" || d.edtf == "" && (!d.optional || bareYears(p.flow.Text[d.Start:d.End])) {
			continue
		}
		i, j := max(d.Start, r.Start)-r.Start, min(d.End, r.End)-r.Start
		if strings.HasSuffix(text[:i], "“") && (strings.HasPrefix(text[j:], "”") || strings.Contains(text[i:j], "”")) {
			i -= len("“")
			if strings.HasPrefix(text[j:], "”") {
				j += len("”")
			}
		}
		text = text[:i] + strings.Repeat("\x00", j-i) + text[j:]
	}
	return text
}
