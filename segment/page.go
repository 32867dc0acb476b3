package segment

import (
	"sort"
	"strings"
)

// pageMark recognises page numbers that show themselves as such: — 12 —, 第 3 页 共 20 页.
func pageMark(t string) bool {
	if len(t) > 60 || len(t) < 3 {
		return false
	}
	bare := strings.Map(func(r rune) rune {
		if unseen(r) {
			return -1
		}
		return r
	}, t)
	const dashes = "-—－─–·~"
	if inner := strings.Trim(bare, dashes); inner != bare && strings.HasPrefix(bare, inner) == strings.HasSuffix(bare, inner) {
		_, n := figures(inner)
		return n > 0 && n == len(inner) && n <= 4
	}
	rest, ok := strings.CutPrefix(bare, "第")
	if !ok {
		return false
	}
	_, n := figures(rest)
	if n == 0 {
		return false
	}
	rest, ok = strings.CutPrefix(rest[n:], "页")
	if !ok || rest == "" {
		return ok
	}
	rest = strings.TrimPrefix(strings.TrimLeft(rest, "，,/"), "共")
	_, n = figures(rest)
	return n > 0 && rest[n:] == "页"
}

// pageStarts returns the lines that pages begin on, by the document's own pages or by form feeds.
func (s *splitter) pageStarts(pages []int) []int {
	var out []int
	for _, p := range pages {
		i := sort.Search(len(s.lines), func(i int) bool { return int(s.lines[i].end) > p })
		out = append(out, i)
	}
	if len(pages) > 0 || strings.IndexByte(s.text, '\f') < 0 {
		return out
	}
	for i := range s.lines {
		if l := &s.lines[i]; strings.IndexByte(s.text[l.start:l.from], '\f') >= 0 {
			out = append(out, i)
		}
	}
	return out
}

// markNumbers marks the page numbers that are nothing but a number: at the edge
// of a page, or in the middle of a sentence, or one of a row of them between
// lines that are no cells of a table.
func (s *splitter) markNumbers(starts []int) {
	for _, i := range starts {
		for _, k := range [...]int{s.following(i), s.previous(i - 1)} {
			if k >= 0 && k < len(s.lines) && pageCount(s.lines[k].text(s.text)) {
				s.lines[k].role = noise
			}
		}
	}
	if k := s.previous(len(s.lines) - 1); len(starts) > 1 && k >= 0 && pageCount(s.lines[k].text(s.text)) {
		s.lines[k].role = noise
	}
	var chain []int
	for i := s.next(0); i < len(s.lines); i = s.next(i + 1) {
		number := s.pageNumber(i)
		if number == 0 {
			continue
		}
		before, after := s.previous(i-1), s.following(i+1)
		if before < 0 || after >= len(s.lines) {
			continue
		}
		a, b := &s.lines[before], &s.lines[after]
		if a.width >= 18 && (a.ending == cut && a.number.style == none || a.ending == pause) && running(b) && b.number.style == none {
			s.lines[i].role = noise
		}
		if a.width < 14 || b.width < 10 && b.number.style == none {
			continue
		}
		if len(chain) > 0 && s.pageNumber(chain[len(chain)-1]) != number-1 {
			s.markChain(chain)
			chain = chain[:0]
		}
		chain = append(chain, i)
	}
	s.markChain(chain)
}

func (s *splitter) markChain(chain []int) {
	if len(chain) < 3 {
		return
	}
	for _, i := range chain {
		s.lines[i].role = noise
	}
}

// pageNumber returns the number that line i holds and nothing else, 0 where it holds something else.
func (s *splitter) pageNumber(i int) int {
	l := &s.lines[i]
	if l.to-l.from > 4 || l.to == l.from {
		return 0
	}
	t := s.text[l.from:l.to]
	if value, n := figures(t); n == len(t) && value < 1000 {
		return int(value)
	}
	return 0
}

// previous returns the last line up to i that is neither blank nor noise, -1
// where there is none within reach.
func (s *splitter) previous(i int) int {
	for n := 0; i >= 0 && s.lines[i].role != plain && s.lines[i].role != contents; i-- {
		if n++; n > patience {
			return -1
		}
	}
	return i
}

// following returns the first line from i on that is neither blank nor noise,
// the number of lines where there is none within reach.
func (s *splitter) following(i int) int {
	for n := 0; i < len(s.lines) && s.lines[i].role != plain && s.lines[i].role != contents; i++ {
		if n++; n > patience {
			return len(s.lines)
		}
	}
	return i
}

// pageCount recognises the number of a page beside other words: 3, 3/12, — 3 —.
func pageCount(t string) bool {
	if len(t) > 60 || pageMark(t) {
		return len(t) <= 60
	}
	value, n := figures(t)
	if n == 0 || value >= 10000 {
		return false
	}
	rest, ok := strings.CutPrefix(t[n:], "/")
	if !ok {
		return t[n:] == "" && value < 1000
	}
	_, k := figures(rest)
	return k > 0 && k == len(rest)
}
