package segment

import "strings"

// tag handles an HTML tag: <sup>2</sup> is the ² of m², a cell's or a line's tag
// separates like white space, every other one is as if it were not there.
func (b *flowBuilder) tag(from, to int) int {
	b.partial = true
	name := strings.ToLower(b.text[from:to])
	switch {
	case name == "<sup>" && to+1 < len(b.text) && (b.text[to] == '2' || b.text[to] == '3') && strings.HasPrefix(b.text[to+1:], "</sup>"):
		sup := '²'
		if b.text[to] == '3' {
			sup = '³'
		}
		b.write(sup, to, to+1)
		return to + 1 + len("</sup>")
	case strings.HasPrefix(name, "<br") || strings.HasPrefix(name, "</t") || strings.HasPrefix(name, "</p"):
		b.gap = true
	}
	return to
}

// tagLen returns the length of the HTML tag that s begins with, 0 if it begins with none.
func tagLen(s string) int {
	if len(s) < 3 {
		return 0
	}
	i := 1
	if s[i] == '/' {
		i++
	}
	if c := s[i] | 0x20; c < 'a' || c > 'z' {
		return 0
	}
	for ; i < len(s) && i < 300; i++ {
		switch s[i] {
		case '>':
			return i + 1
		case '<', '\n':
			return 0
		}
	}
	return 0
}

var entities = map[string]rune{"&nbsp;": ' ', "&gt;": '>', "&lt;": '<', "&amp;": '&', "&quot;": '"', "&ensp;": ' ', "&emsp;": ' ', "&ldquo;": '“', "&rdquo;": '”', "&mdash;": '—', "&middot;": '·', "&times;": '×', "&ge;": '≥', "&le;": '≤'}

// entity returns the character that the HTML entity at the start of s stands for and its length, 0 if there is none.
func entity(s string) (rune, int) {
	end := strings.IndexByte(s[:min(len(s), 10)], ';')
	if end < 0 {
		return 0, 0
	}
	if r, ok := entities[s[:end+1]]; ok {
		return r, end + 1
	}
	return 0, 0
}

// footnoteLen returns the length of the footnote's mark that s begins with, [2]
// or [^2], 0 if it begins with none. Only behind a Chinese character, or a percent sign
// amid a sentence, is it one: [65] as a cell of its own is a value.
func footnoteLen(s string) int {
	i := 1
	if strings.HasPrefix(s, "[^") {
		i++
	}
	j := i
	for j < len(s) && j-i < 3 && s[j] >= '0' && s[j] <= '9' {
		j++
	}
	if j == i || j-i > 2 || j >= len(s) || s[j] != ']' {
		return 0
	}
	return j + 1
}

// ends reports whether nothing or a sign that ends a clause follows: ① in front of it is
// a footnote's mark and begins no item.
func ends(rest string) bool {
	return rest == "" || strings.HasPrefix(rest, "，") || strings.HasPrefix(rest, "。") || strings.HasPrefix(rest, "；") || strings.HasPrefix(rest, "、")
}
