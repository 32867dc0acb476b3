package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// unmark finds head and tail: passes over #, ** and tags at the ends, and a bar behind the only cell of a line.
func (l *line) unmark(text string) {
	pos, stop := int(l.from), int(l.to)
	for pos < stop && text[pos] == '#' && pos-int(l.from) < 6 {
		pos++
	}
	if n := pos - int(l.from); n > 0 {
		l.depth = uint8(n)
	}
	for again := true; again; {
		pos, _ = trim(text, pos, stop)
		again = false
		rest := text[pos:stop]
		switch {
		case strings.HasPrefix(rest, "**"):
			pos, again = pos+2, true
			l.bold = int32(stop)
			if i := strings.Index(rest[2:min(len(rest), 400)], "**"); i >= 0 {
				l.bold = int32(pos + i)
			}
		case strings.HasPrefix(rest, "<") && !tableTag(rest):
			n := tagLen(rest)
			if n == 0 {
				break
			}
			name := strings.ToLower(rest[:n])
			pos, again = pos+n, true
			if name == "<b>" || strings.HasPrefix(name, "<strong") {
				l.bold = int32(stop)
				if i := strings.Index(text[pos:min(stop, pos+400)], "</"); i >= 0 {
					l.bold = int32(pos + i)
				}
			}
		}
	}
	for again := true; again; {
		_, stop = trim(text, pos, stop)
		again = false
		switch rest := text[pos:stop]; {
		case strings.HasSuffix(rest, "**"):
			stop, again = stop-2, true
		case strings.HasSuffix(rest, "|") && strings.Count(rest, "|") == 1: // one cell of a table a line
			stop, again = stop-1, true
		case strings.HasSuffix(rest, "#") && l.depth > 0:
			stop, again = stop-1, true
		case strings.HasSuffix(rest, ">"):
			if i := strings.LastIndexByte(rest[max(0, len(rest)-40):], '<'); i >= 0 {
				i += max(0, len(rest)-40)
				if tagLen(rest[i:]) == len(rest)-i && !tableTag(rest[i:]) {
					stop, again = pos+i, true
				}
			}
		}
	}
	l.head, l.tail = int32(pos), int32(stop)
	if l.bold > l.tail {
		l.bold = l.tail
	}
}

// tableTag reports whether t begins with a tag that makes up a table: these are
// kept at the ends of a line, for they say where cells are.
func tableTag(t string) bool {
	t = strings.TrimPrefix(t[1:min(len(t), 9)], "/")
	for _, name := range [...]string{"table", "tr", "td", "th", "thead", "tbody"} {
		if len(t) > len(name) && strings.EqualFold(t[:len(name)], name) && (t[len(name)] == '>' || t[len(name)] == ' ') {
			return true
		}
	}
	return false
}

// trim returns text[from:to] without white space and unseen marks at its ends.
func trim(text string, from, to int) (int, int) {
	for from < to {
		n := spaceAt(text[from:to])
		if n == 0 {
			break
		}
		from += n
	}
	for from < to {
		r, n := utf8.DecodeLastRuneInString(text[from:to])
		if !unseen(r) {
			if r != ';' || !strings.HasSuffix(text[from:to], "&nbsp;") {
				break
			}
			n = len("&nbsp;")
		}
		to -= n
	}
	return from, to
}

// spaceAt returns the length of the white space character that s begins with, 0 if it begins with none.
func spaceAt(s string) int {
	switch c := s[0]; {
	case c < 0x80 && c != '&':
		if c == ' ' || c >= '\t' && c <= '\r' {
			return 1
		}
		return 0
	case c >= 0xe3: // but for two characters all from there on is seen
		if strings.HasPrefix(s, "\u3000") || strings.HasPrefix(s, "\ufeff") {
			return 3
		}
		return 0
	case strings.HasPrefix(s, "&nbsp;"):
		return len("&nbsp;")
	}
	if r, n := utf8.DecodeRuneInString(s); unseen(r) {
		return n
	}
	return 0
}

// unseen reports whether a reader sees nothing where r stands.
func unseen(r rune) bool {
	if r > '\u3000' {
		return r == '\ufeff'
	}
	switch r {
	case '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u00ad':
		return true
	}
	return unicode.IsSpace(r)
}

// ruler reports whether s is empty or a line drawn of dashes, stars or the like:
// it separates and says nothing.
func ruler(s string) bool {
	if s == "" {
		return true
	}
	if len(s) == 1 {
		return false // "-" and "*" stand in cells
	}
	for i := 0; i < len(s); i++ {
		if c := s[i]; c != '-' && c != '=' && c != '_' && c != '*' && c != '~' {
			return false
		}
	}
	return true
}
