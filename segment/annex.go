package segment

import "strings"

// enclosure returns the length of 附件1：, 附：, 附表2 at the start of t, 0 where t names no enclosure.
func enclosure(t string) int {
	for _, word := range [...]string{"附件", "附表", "附录", "附"} {
		if !strings.HasPrefix(t, word) {
			continue
		}
		n := len(word)
		_, k := hanOrFigures(t[n:])
		n += k
		for _, mark := range [...]string{"：", ":"} {
			if strings.HasPrefix(t[n:], mark) {
				return n + len(mark)
			}
		}
		if k > 0 || n == len(t) {
			return n
		}
	}
	return 0
}

// labelled returns the length of an enclosure's word that a mark parts from its title:
// 附件：2024年重点项目计划表, 0 for none.
func labelled(t string) int {
	if n := enclosure(t); strings.HasSuffix(t[:n], "：") || strings.HasSuffix(t[:n], ":") {
		return n
	}
	return 0
}

// annexed reports whether line i, whose number is n bytes long, is the title of
// an annex that follows, and not the list of enclosures above a signature.
func (s *splitter) annexed(i, n int) bool {
	l := &s.lines[i]
	title := strings.TrimSpace(l.text(s.text)[n:])
	if title == "" || parseNumber(title).style != none || strings.HasPrefix(title, "《") {
		return false
	}
	k := s.next(i + 1)
	if k >= len(s.lines) || enclosure(s.lines[k].text(s.text)) > 0 {
		return false
	}
	return s.closing(k) == k
}

// enclosures returns the line behind the list of enclosures that begins on line i: 附件：1.… / 2.… / 3.….
func (s *splitter) enclosures(i int) int {
	first := parseNumber(strings.TrimSpace(s.lines[i].text(s.text)[enclosure(s.lines[i].text(s.text)):]))
	if first.style != arabic || first.value != 1 {
		return i + 1
	}
	for n, k := int16(2), s.next(i+1); k < len(s.lines); n, k = n+1, s.next(k+1) {
		l := &s.lines[k]
		if l.role != plain || l.number.style != arabic || l.number.value != n || l.ending == closed {
			break
		}
		i = k
	}
	return i + 1
}
