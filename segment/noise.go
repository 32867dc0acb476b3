package segment

import (
	"strings"

	"suyuan/source"
)

// markNoise marks the lines that are wholly noise.
func (s *splitter) markNoise(pages []int) {
	for i := range s.lines {
		l := &s.lines[i]
		if l.role == plain && pageMark(s.text[l.from:l.to]) {
			l.role = noise
		}
	}
}

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
	if inner := strings.Trim(bare, "-—－─–·~"); inner != bare && len(bare) > len(inner)+1 {
		_, n := figures(inner)
		return n > 0 && n == len(inner) && n <= 4 && strings.ContainsRune("-—－─–·~", last(bare)) && strings.ContainsRune("-—－─–·~", first(bare))
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

func last(t string) rune {
	r := rune(0)
	for _, c := range t {
		r = c
	}
	return r
}

// adverts appends to out the adverts within text[from:to].
func adverts(out []source.Span, text string, from, to int) []source.Span { return out }
