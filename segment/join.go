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
	if a.ending == closed || i < j && closesBracket(a.text(s.text)) && endsBracket(a.text(s.text)) || metadata(a.text(s.text)) || b.role != plain || b.depth > 0 || b.bold > 0 && b.bold == b.tail || s.sequel(k) {
		return false
	}
	switch {
	case a.ending == item:
		return k == j+1 && opensQuote(a.text(s.text)) && closesQuote(b.text(s.text))
	case s.apart(k):
		return false
	case torn(a.text(s.text), b.text(s.text)):
		return true
	case a.ending == pause, opensBracket(a.text(s.text)) && closesBracket(b.text(s.text)):
		return true
	case s.wrap > 0 && (a.stop > 0 || i < j || hasPause(a.text(s.text))):
		return a.width >= s.wrap*3/4 || s.paged(j, k) && running(b)
	case s.wrap > 0:
		return a.width >= s.wrap-4
	case s.paged(j, k) && i < j:
		return running(b)
	case i == j && a.number.style != none && a.number.style < dash && a.stop == 0 && a.width <= longTitle:
		// a title, and the paragraph under it; or the end of the title behind a page number
		return s.paged(j, k) && b.stop > 0 && short(s.text[b.head:b.stop], 8)
	}
	return (a.stop > 0 || a.width >= 18 && hasPause(a.text(s.text)) || a.width >= 30) && s.runs(k, 3)
}

// torn reports whether a line break stands within a number or a word of running text:
// 完成投资1. / 35亿元；…, 12%以 / 上，…. Two years, one under the other, are none.
func torn(a, b string) bool {
	if len(a) < 8*len("字") || !hasPause(b) && !strings.HasSuffix(b, "。") {
		return false
	}
	if strings.HasSuffix(a, "以") {
		return hasAnyPrefix(b, "上", "下", "内")
	}
	number := strings.TrimRight(a, ".．，,")
	before := strings.TrimRight(number, "0123456789０１２３４５６７８９")
	value, n := figures(number[len(before):])
	before = strings.TrimRight(before, "0123456789０１２３４５６７８９.．")
	_, more := figures(b)
	return n > 0 && more > 0 && hasPause(before) && isHan(first(before[max(0, len(before)-3):])) && (value < 1949 || value >= 2100)
}

func hasAnyPrefix(t string, words ...string) bool {
	for _, w := range words {
		if strings.HasPrefix(t, w) {
			return true
		}
	}
	return false
}

// runs reports whether line k looks like running text, be it that only a later
// line shows it where the sentence is broken again.
func (s *splitter) runs(k, tries int) bool {
	if k >= len(s.lines) || s.lines[k].role != plain {
		return false
	}
	l := &s.lines[k]
	if running(l) {
		return true
	}
	return tries > 0 && l.width >= 16 && l.number.style == none && hasPause(l.text(s.text)) && s.runs(s.following(k+1), tries-1)
}

func endsBracket(t string) bool { return strings.HasSuffix(t, "）") || strings.HasSuffix(t, ")") }

// paged reports whether a page number or the like stands between the lines j and k.
func (s *splitter) paged(j, k int) bool {
	for n := j + 1; n < k; n++ {
		if s.lines[n].role == noise {
			return true
		}
	}
	return false
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
	return s.closing(k) > k || metadata(s.lines[k].text(s.text)) || s.grid(k) != nil
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

// opensBracket reports whether a bracket opens near the end of t and does not close.
func opensBracket(t string) bool {
	t = t[max(0, len(t)-240):]
	depth := 0
	for _, r := range t {
		switch r {
		case '（', '(', '〔':
			depth++
		case '）', ')', '〕':
			depth = max(0, depth-1)
		}
	}
	return depth > 0
}

// closesBracket reports whether t closes a bracket that it has not opened.
func closesBracket(t string) bool {
	depth := 0
	for _, r := range t[:min(len(t), 900)] {
		switch r {
		case '（', '(', '〔':
			depth++
		case '）', ')', '〕':
			if depth--; depth < 0 {
				return true
			}
		}
	}
	return false
}

// closesQuote reports whether a quotation mark closes in t before one opens.
func closesQuote(t string) bool {
	end := strings.Index(t, "”")
	open := strings.Index(t, "“")
	return end >= 0 && (open < 0 || end < open)
}

// wrapWidth returns the width at which a text's lines are broken, 0 where its
// paragraphs stand on one line each. A broken text has many unfinished lines,
// most of them of the same width, and hardly a longer one.
func wrapWidth(lines []line) int32 {
	var unfinished, all [64]int
	long, ended := 0, 0
	for i := range lines {
		l := &lines[i]
		switch {
		case l.role != plain || l.width < 16:
		case l.width >= 64:
			long++
		default:
			all[l.width]++
			if l.ending == closed {
				ended++
			} else if l.ending != item {
				unfinished[l.width]++
			}
		}
	}
	best, at := 0, 0
	for w := 20; w < len(all); w++ {
		n := 0
		for k := w - 4; k <= w; k++ {
			n += unfinished[k]
		}
		if n >= best {
			best, at = n, w
		}
	}
	open := 0
	for w := range all {
		if w > at+2 {
			long += all[w]
		}
		if w*4 >= at*3 {
			open += unfinished[w]
		}
	}
	if best < 3 || ended == 0 || best*3 < open*2 || long*10 > open || best < 6 && long > 0 {
		return 0
	}
	return int32(at)
}
