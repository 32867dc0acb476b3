package segment

import (
	"strings"
	"unicode/utf8"
)

// markContents finds the contents lists: the lines under 目录 that come again as
// headings or end in a page number, and every run of lines with dotted leaders.
func (s *splitter) markContents() {
	var later map[string]int
	for i := s.next(0); i < len(s.lines); i = s.next(i + 1) {
		l := &s.lines[i]
		if l.role == plain && l.width <= 6 && contentsTitle(l.text(s.text)) {
			if later == nil {
				later = s.titles(i + 1)
			}
			s.contentsFrom(i, later)
		} else if l.role == plain && led(l.text(s.text)) {
			s.ledFrom(i)
		}
	}
}

// contentsTitle recognises 目录 and 目　录.
func contentsTitle(t string) bool {
	t = strings.Map(func(r rune) rune {
		if unseen(r) {
			return -1
		}
		return r
	}, t)
	return t == "目录" || t == "目次" || t == "目錄"
}

// titles counts the short lines from i on by their letters.
func (s *splitter) titles(i int) map[string]int {
	out := map[string]int{}
	for ; i < len(s.lines); i++ {
		if l := &s.lines[i]; l.role == plain && l.width <= 60 {
			out[entry(l.text(s.text))]++
		}
	}
	return out
}

// contentsFrom marks the list under the title on line i.
func (s *splitter) contentsFrom(i int, later map[string]int) {
	end, opening, count := i+1, "", 0
	for k := s.next(i + 1); k < len(s.lines); k = s.next(k + 1) {
		l := &s.lines[k]
		t := l.text(s.text)
		e := entry(t)
		if l.ending == closed || l.width > 80 && !led(t) || e != "" && e == opening {
			break
		}
		if !led(t) && !paged(t) && later[e] < 2 {
			if l.number.style == none || l.stop > 0 || !s.ledSoon(k) {
				break
			}
		}
		if opening == "" {
			opening = e
		}
		count++
		end = k + 1
	}
	if count < 2 {
		return
	}
	for ; i < end; i++ {
		if s.lines[i].role == plain {
			s.lines[i].role = contents
		}
	}
}

// ledSoon reports whether one of the next lines has a page number: an entry broken over two lines.
func (s *splitter) ledSoon(k int) bool {
	k = s.next(k + 1)
	return k < len(s.lines) && (led(s.lines[k].text(s.text)) || paged(s.lines[k].text(s.text)))
}

// ledFrom marks a run of at least three lines with leaders.
func (s *splitter) ledFrom(i int) {
	end, count := i, 0
	for k := i; k < len(s.lines) && led(s.lines[k].text(s.text)); k = s.next(k + 1) {
		end, count = k+1, count+1
	}
	if count < 3 {
		return
	}
	for ; i < end; i++ {
		if s.lines[i].role == plain {
			s.lines[i].role = contents
		}
	}
}

// led reports whether t has dots that lead to a page number.
func led(t string) bool {
	if len(t) > 600 {
		return false
	}
	return containsAny(t, "....", "………", "·····", "．．．", ". . . ")
}

// paged reports whether t ends in a gap and a page number.
func paged(t string) bool {
	bare := strings.TrimRight(t, "0123456789")
	return len(bare) < len(t) && len(t)-len(bare) <= 3 && (strings.HasSuffix(bare, "\t") || strings.HasSuffix(bare, "  ") || strings.HasSuffix(bare, "\u3000"))
}

// entry returns the letters of a title, without number, marks, leaders and page
// number, so that an entry of the contents and its heading are equal.
func entry(t string) string {
	if len(t) > 600 {
		return ""
	}
	if at := strings.Index(t, "<"); at >= 0 {
		var b strings.Builder
		for i := 0; i < len(t); {
			if t[i] == '<' {
				if n := tagLen(t[i:]); n > 0 {
					i += n
					continue
				}
			}
			b.WriteByte(t[i])
			i++
		}
		t = b.String()
	}
	t = strings.TrimRight(t, "0123456789 \t\u3000.…·．-—")
	var b strings.Builder
	for _, r := range t {
		if unseen(r) || r == '*' || r == '#' || r == utf8.RuneError {
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}
