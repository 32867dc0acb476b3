package segment

import "strings"

// extent returns the last line of the paragraph that begins on line i: a
// paragraph goes on over line breaks, blank lines and page numbers that stand in
// the middle of a sentence.
func (s *splitter) extent(i int) int {
	j := i
	for {
		k := s.next(j + 1)
		if k >= len(s.lines) || !s.joins(i, j, k) {
			return j
		}
		j = k
	}
}

// joins reports whether line k goes on with the paragraph of the lines i to j.
func (s *splitter) joins(i, j, k int) bool {
	a, b := &s.lines[j], &s.lines[k]
	if a.ending == closed || b.role != plain || b.depth > 0 || b.bold > 0 && b.bold == b.tail || s.sequel(k) {
		return false
	}
	switch {
	case a.ending == item:
		return k == j+1 && opensQuote(a.text(s.text)) && closesQuote(b.text(s.text))
	case s.apart(k):
		return false
	case a.ending == pause:
		return true
	case s.wrap > 0:
		return a.width >= s.wrap-3
	case i == j && a.number.style != none && a.number.style < dash && a.stop == 0 && a.width <= longTitle:
		return false // a title, and the paragraph under it
	}
	return (a.stop > 0 || a.width >= 18 && hasPause(a.text(s.text)) || a.width >= 30) && running(b)
}

// sequel reports whether line k begins something of its own by its number.
func (s *splitter) sequel(k int) bool {
	n := s.lines[k].number
	switch n.style {
	case none:
		return false
	case arabic, arabicIn, han, hanIn, circled:
		return n.value <= 1 || n.value == s.last[n.style]+1 || s.wrap == 0
	}
	return true
}

// apart reports whether line k, which has no number, is the beginning of
// something else than running text.
func (s *splitter) apart(k int) bool {
	return s.closing(k) > k || s.grid(k) != nil
}

// running reports whether a line looks like running text and not like an entry of a list.
func running(l *line) bool {
	return l.ending == closed || l.ending == item || l.stop > 0 || l.width >= 40
}

func hasPause(t string) bool { return strings.ContainsAny(t, "，,、；：“（(") }

// opensQuote reports whether a quotation mark opens in t and does not close in it.
func opensQuote(t string) bool {
	return strings.LastIndex(t, "“") > strings.LastIndex(t, "”")
}

// closesQuote reports whether a quotation mark closes in t before one opens.
func closesQuote(t string) bool {
	end := strings.Index(t, "”")
	open := strings.Index(t, "“")
	return end >= 0 && (open < 0 || end < open)
}

// wrapWidth returns the width at which a text's lines are broken, 0 where its
// paragraphs stand on one line each. A broken text has many unfinished lines,
// nearly all of the same width, and no longer ones.
func wrapWidth(lines []line) int32 {
	var widths [64]int
	open, long, full := 0, 0, 0
	for i := range lines {
		l := &lines[i]
		switch {
		case l.role != plain:
		case l.width >= 64:
			long++
		case l.width >= 18 && (l.ending == cut || l.ending == pause):
			widths[l.width]++
			open++
		case l.width >= 18:
			full++
		}
	}
	best, at := 0, 0
	for w := 21; w < len(widths); w++ {
		if n := widths[w] + widths[w-1] + widths[w-2] + widths[w-3]; n >= best {
			best, at = n, w
		}
	}
	if best < 6 || best*10 < open*6 || long*10 > open || full > open {
		return 0
	}
	return int32(at)
}
