package segment

import (
	"slices"
	"strings"
)

// markRunning marks the lines at the edges of pages, or beside page numbers, that
// come again at others: the document's name at the head of each page, with the
// page's number or without. Of one that is numbered, a chapter's title, the first
// is the title itself.
func (s *splitter) markRunning(starts []int) {
	count := map[string]int{}
	var edges []int
	edge := func(k int) {
		if k < 0 || k >= len(s.lines) || len(edges) > 0 && edges[len(edges)-1] == k {
			return
		}
		if l := &s.lines[k]; l.role == plain && l.width >= 3 && l.width <= 60 && l.ending == cut && kindOf(s.unpaged(k)) == words {
			edges = append(edges, k)
			count[s.unpaged(k)]++
		}
	}
	for range 2 { // the document's name, and under it the chapter's
		clear(count)
		edges = edges[:0]
		for _, i := range starts {
			edge(s.previous(i - 1))
			edge(s.following(i))
		}
		if len(starts) > 1 {
			edge(s.previous(len(s.lines) - 1))
		}
		s.markRepeated(edges, count, max(min(len(starts), 3), len(starts)/4, 2))
	}
	clear(count)
	edges = edges[:0]
	for i := range s.lines {
		if l := &s.lines[i]; l.role == noise && (pageMark(s.text[l.from:l.to]) || s.pageNumber(i) > 0) {
			edge(s.previous(i - 1))
			edge(s.following(i + 1))
		}
	}
	s.markRepeated(edges, count, 2)
}

// markRepeated marks the lines whose text stands at least as often at an edge,
// but for the first line of a text that is numbered.
func (s *splitter) markRepeated(edges []int, count map[string]int, least int) {
	titles := map[string]int{}
	for _, k := range edges {
		if l := &s.lines[k]; count[s.unpaged(k)] >= least && l.number.style != none {
			titles[l.text(s.text)] = len(s.lines)
		}
	}
	for k := len(s.lines) - 1; k >= 0 && len(titles) > 0; k-- {
		if l := &s.lines[k]; l.role == plain && l.width <= 40 {
			if _, ok := titles[l.text(s.text)]; ok {
				titles[l.text(s.text)] = k
			}
		}
	}
	for _, k := range edges {
		l := &s.lines[k]
		if first, ok := titles[l.text(s.text)]; count[s.unpaged(k)] >= least && !(ok && first == k) && !s.heads(k, edges) && !s.tableHead(k) {
			l.role = noise
		}
	}
}

// unpaged returns the text of line i without the page number that stands apart
// at one of its ends: 某市水利发展规划　3/12.
func (s *splitter) unpaged(i int) string {
	t := s.lines[i].text(s.text)
	parts := cutAtGaps(t, 0, 2)
	if n := len(parts); n > 1 {
		first, last := parts[0], parts[n-1]
		switch {
		case pageCount(t[last.Start:last.End]):
			return t[:parts[n-2].End]
		case pageCount(t[first.Start:first.End]):
			return t[parts[1].Start:]
		}
	}
	return t
}

// tableHead reports whether line k begins the head of a table given one cell a line,
// which comes again on each page that the table runs over.
func (s *splitter) tableHead(k int) bool {
	told := false
	for n := range 4 {
		if k >= len(s.lines) {
			return false
		}
		l := &s.lines[k]
		t := l.text(s.text)
		if l.width > 12 || !headish(t) && n < 3 {
			return false
		}
		told = told || t == "单位" || t == "序号" || yearHead(t)
		k = s.following(k + 1)
	}
	return told
}

// heads reports whether line k, which later pages have at their edges, is the
// document's title itself: it stands first, and is not said again below but at the edges of pages.
func (s *splitter) heads(k int, edges []int) bool {
	t := s.unpaged(k)
	if k != s.next(0) || !titleLine(t) {
		return false
	}
	parts := cutAtGaps(t, 0, 1)
	last := parts[len(parts)-1]
	var below strings.Builder
	for i, n := s.next(k+1), 0; n < 4 && i < len(s.lines); i, n = s.next(i+1), n+1 {
		if _, edge := slices.BinarySearch(edges, i); !edge {
			below.WriteString(s.lines[i].text(s.text))
		}
	}
	return !strings.Contains(below.String(), t[last.Start:last.End])
}
