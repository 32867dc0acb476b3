package segment

import "strings"

// How long, in full-width characters, titles may be.
const (
	longTitle = 45 // a numbered line that is a title
	longLead  = 32 // the first sentence of a paragraph that is its title
	longBare  = 20 // a line without number that is a title
)

// numbered makes a heading, an item, or a heading and its paragraph of the
// numbered line i and what belongs to it.
func (s *splitter) numbered(i int) int {
	l := &s.lines[i]
	n := l.number
	if n.style == hanIn && n.value == 0 {
		n.value = s.last[hanIn] + 1
	}
	if n.style == box {
		return s.boxed(i, n)
	}
	if n.style >= dash {
		return s.add(Item, i, s.extent(i), n.length)
	}
	if l.head+n.length >= l.tail {
		return s.lonely(i, n)
	}
	j := s.extent(i)
	whole := j == i && l.ending != closed || s.wrap > 0 && s.stopIn(i, j) == 0
	switch lead := s.leadEnd(i, j); {
	case lead > 0:
		s.heading(i, s.lineOf(i, j, lead), n, lead, false)
		s.rest(i, j, lead)
	case whole && s.entitled(i, j, n):
		s.heading(i, j, n, int(s.lines[j].tail), false)
	case l.ending == closed && j == i && s.sentenceTitle(i, n):
		s.heading(i, j, n, int(l.tail), false)
	default:
		s.last[n.style] = n.value
		if s.lead == nil {
			s.descend(n, 0, false, i) // an item stands beside the headings of its level
		}
		s.add(Item, i, j, n.length)
	}
	return j + 1
}

// lonely makes a heading of a number that stands alone on its line: the next line is its title.
func (s *splitter) lonely(i int, n numbering) int {
	j := s.next(i + 1)
	if n.style <= hanIn && j < len(s.lines) && s.lines[j].number.style == none && s.lines[j].role == plain && s.lines[j].width <= longTitle && s.lines[j].ending == cut {
		s.heading(i, j, n, int(s.lines[j].tail), false)
		b := s.out[len(s.out)-1]
		b.Body.Start, b.Number.End = int(s.lines[j].head), int(s.lines[i].tail)
		return j + 1
	}
	return s.add(Paragraph, i, i, 0)
}

// heading appends a heading of the lines i to j that ends at the byte end.
func (s *splitter) heading(i, j int, n numbering, end int, isBox bool) *Block {
	length := n.length
	n = s.descend(n, s.lines[i].depth, isBox, i)
	b := s.block(Heading, i, j, length, end)
	b.Box = isBox
	b.Level = len(s.open) + 1
	s.open = append(s.open, opened{block: b, number: n, depth: s.lines[i].depth, rank: rank(n, isBox)})
	s.last[n.style] = n.value
	s.front = false
	return b
}

// rest appends the paragraph that stands behind a lead on the lines i to j.
func (s *splitter) rest(i, j, lead int) {
	i = s.lineOf(i, j, lead+1)
	from, to := trim(s.text, lead, int(s.lines[j].tail))
	for {
		k := 0
		if rest := s.text[from:to]; strings.HasPrefix(rest, "**") {
			k = 2
		} else if strings.HasPrefix(rest, "<") {
			k = tagLen(rest)
		}
		if k == 0 {
			break
		}
		from, _ = trim(s.text, from+k, to)
	}
	if from >= to {
		s.done = j + 1
		return
	}
	b := s.block(Paragraph, i, j, 0, to)
	b.Span.Start, b.Body.Start = from, from
	b.Number.Start, b.Number.End = from, from
	for len(b.Skips) > 0 && b.Skips[0].Start < from {
		b.Skips = b.Skips[1:]
	}
}

// lineOf returns the line among i to j that the byte before at stands on.
func (s *splitter) lineOf(i, j, at int) int {
	for i < j && (int(s.lines[i].to) < at || s.lines[i].role != plain) {
		i++
	}
	return i
}

// boxed makes a box's title of line i: 专栏1 …, 重点工程 2 ….
func (s *splitter) boxed(i int, n numbering) int {
	l := &s.lines[i]
	if l.head+n.length < l.tail && l.width <= longTitle+15 && l.ending != closed && l.stop == 0 {
		s.heading(i, i, n, int(l.tail), true)
		return i + 1
	}
	if k := s.next(i + 1); l.head+n.length >= l.tail && k < len(s.lines) && s.lines[k].number.style == none && s.lines[k].width <= longTitle && s.lines[k].ending == cut {
		b := s.heading(i, k, n, int(s.lines[k].tail), true)
		b.Body.Start = int(s.lines[k].head)
		return k + 1
	}
	return s.add(Paragraph, i, s.extent(i), 0)
}

// unnumbered makes a heading or a paragraph of line i and what belongs to it.
func (s *splitter) unnumbered(i int) int {
	l := &s.lines[i]
	if s.bare(i) {
		s.heading(i, i, numbering{}, int(l.tail), false)
		return i + 1
	}
	j := s.extent(i)
	if lead := s.bareLead(i, j); lead > 0 {
		s.heading(i, s.lineOf(i, j, lead), numbering{style: bullet}, lead, false).Number.End = int(l.head)
		s.rest(i, j, lead)
		return j + 1
	}
	s.front = s.front && len(s.out) == 0
	s.add(Paragraph, i, j, 0)
	return j + 1
}
