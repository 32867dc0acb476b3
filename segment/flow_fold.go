package segment

import "strings"

// fold returns the half-width form of r; before is the character in front of it
// (folded), rest the text behind it.
func fold(r, before rune, rest string) rune {
	switch {
	case r == ',':
		if digit(before) && thousands(rest) {
			return ','
		}
		return '，'
	case r < 0x80:
		if r == '!' || r == '?' {
			return r + 0xfee0
		}
		return r
	case r == '，':
		if digit(before) && thousands(rest) {
			return ','
		}
		return r
	case r == '！' || r == '？':
		return r
	case r >= '！' && r <= '～': // the full-width forms of ASCII
		if r == '．' && !digit(before) {
			return r
		}
		return r - 0xfee0
	}
	switch r {
	case '—', '–', '‒', '―', '－', '−', '─', '﹣', '‐', '‑':
		return '-'
	case '〜', '∼', '～', '˜':
		return '~'
	case '﹪', '℅': // ℅ is often typed for %
		return '%'
	case '∶', '︰', '﹕':
		return ':'
	case '﹐':
		return '，'
	case '〇', '○', '◯':
		return '〇'
	case '＂', '〝', '〞':
		return '"'
	}
	return r
}

// thousands reports whether rest begins with exactly three digits: what a
// thousands separator has behind it, be it on the next line.
func thousands(rest string) bool {
	n := 0
	if rest != "" && (rest[0] == '\n' || rest[0] == '\r') {
		rest = strings.TrimLeft(rest[:min(len(rest), 24)], "\r\n \u3000")
	}
	for _, r := range rest {
		if r >= '０' && r <= '９' {
			r -= 0xfee0
		}
		if !digit(r) {
			break
		}
		if n++; n > 3 {
			return false
		}
	}
	return n == 3
}

func digit(r rune) bool { return r >= '0' && r <= '9' }

// wordy reports whether r is a letter or digit of half width.
func wordy(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
}

// listed reports whether a dash that stands between blanks parts what is told of one thing,
// 某产业园 - 总投资25亿元 - 2025年计划投资6亿元: behind it stands a year, or words with a number.
// 3亿元 - 5亿元 is a range, 规划 - 政府网 no such thing.
func listed(rest string) bool {
	rest, ok := strings.CutPrefix(rest, " ")
	if !ok || rest == "" {
		return false
	}
	if yearAhead(rest) {
		return true
	}
	rest = rest[:min(len(rest), 48)]
	i := strings.IndexAny(rest, "-。；，、\n0123456789")
	return i > 0 && hanAt(rest, 0) && rest[i] >= '0' && rest[i] <= '9'
}

// yearAhead reports whether a text begins with a year, 2025年.
func yearAhead(t string) bool {
	value, n := figures(t)
	return n == 4 && value >= 1949 && value < 2100 && strings.HasPrefix(t[n:], "年")
}
