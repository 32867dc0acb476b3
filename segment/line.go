package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is one line of the document and what can be seen of it alone. Offsets
// are bytes of the document; int32 because a million lines must fit in memory.
type line struct {
	start, end int32     // with its line break
	from, to   int32     // without white space at its ends; from == to where it is blank
	head, tail int32     // the same without Markdown and HTML marks at its ends
	number     numbering // what it is numbered with, if anything
	width      int32     // from head to tail, in full-width characters
	stop       int32     // offset behind the first 。！？ of head:tail, 0 where there is none
	depth      uint8     // number of # in front of it
	bold       int32     // end of the bold lead it begins with, marks not included; 0 where none
	ending     ending
	role       role
	tabs       bool // holds a tab between its cells
	gaps       bool // holds a gap of two blanks, a wide blank or a tab
	odd        bool // holds what adverts are known by: digits or letters glued to Chinese that are no amount, 【, an address
}

// ending says how a line ends, as far as that tells whether its paragraph does.
type ending uint8

const (
	cut    ending = iota // in a word, as far as one can see
	pause                // with ，、 or in an open bracket: the sentence goes on
	item                 // with ； ：
	closed               // with 。！？
)

// role is what a first pass has found a line to be.
type role uint8

const (
	plain role = iota
	blank
	noise    // wholly noise
	contents // of the contents list
)

// cutLines cuts text into lines and looks at each.
func cutLines(text string) []line {
	out := make([]line, 0, strings.Count(text, "\n")+1)
	var seen [numbered]int16
	for pos := 0; pos < len(text); {
		end := len(text)
		if i := strings.IndexByte(text[pos:], '\n'); i >= 0 {
			end = pos + i + 1
		}
		for pos < end {
			stop := end
			if at := breakIn(text, pos, end, &seen); at > 0 {
				stop = at
			}
			l := look(text, pos, stop)
			if n := l.number; n.style != none {
				seen[n.style] = n.value
			}
			out = append(out, l)
			pos = stop
		}
	}
	return out
}

func look(text string, start, end int) line {
	from, to := trim(text, start, end)
	l := line{start: int32(start), end: int32(end), from: int32(from), to: int32(to)}
	if ruler(text[from:to]) {
		l.head, l.tail, l.role = l.from, l.to, blank
		return l
	}
	l.unmark(text)
	if l.head >= l.tail { // tags and marks only
		l.head, l.tail, l.role = l.from, l.from, blank
		return l
	}
	s := text[l.head:l.tail]
	l.number = parseNumber(s)
	l.scan(s)
	return l
}

// text returns what is written on the line, marks at its ends left out.
func (l *line) text(text string) string { return text[l.head:l.tail] }

// title returns the line's text behind its number.
func (l *line) title(text string) string { return text[l.head+l.number.length : l.tail] }

// unmark finds head and tail: passes over #, ** and tags at the ends.
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

// scan fills in what is told by the line's characters.
func (l *line) scan(s string) {
	cells := int32(0)
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < 0x80 {
			cells++
		} else if c >= 0xc0 {
			cells += 2
		}
		switch {
		case c == '\t':
			l.tabs, l.gaps = true, true
		case c == ' ':
			l.gaps = l.gaps || i+1 < len(s) && s[i+1] == ' '
		case c < 0x80:
			if i > 0 && i+1 < len(s) && wordy(rune(c)) && s[i+1] >= 0xe3 && wordy(rune(s[i-1])) {
				next, _ := utf8.DecodeRuneInString(s[i+1:])
				l.odd = l.odd || isHan(next) && !strings.ContainsRune(measures, next)
			}
			l.odd = l.odd || c == '/' && i > 0 && s[i-1] == '/' || c == 'w' && i > 1 && s[i-2:i] == "ww"
		case c == 0xe3 && i+2 < len(s) && s[i+1] == 0x80 && (s[i+2] == 0x80 || s[i+2] == 0x90): // U+3000, 【
			l.gaps = l.gaps || s[i+2] == 0x80
			l.odd = l.odd || s[i+2] == 0x90
		case c == 0xe3 && l.stop == 0 && strings.HasPrefix(s[i:], "。"),
			c == 0xef && l.stop == 0 && (strings.HasPrefix(s[i:], "！") || strings.HasPrefix(s[i:], "？")):
			l.stop = l.head + int32(i+sentenceEnd(s[i:]))
		}
	}
	l.width = (cells + 1) / 2
	l.ending = endOf(s)
}

// endOf says how s ends.
func endOf(s string) ending {
	closers := 0
	for s != "" {
		r, n := utf8.DecodeLastRuneInString(s)
		switch r {
		case '。', '！', '？', '!', '?':
			return closed
		case '；', ';', '：', ':':
			if closers > 0 {
				return cut
			}
			return item
		case '，', '、', ',', '（', '(', '《', '“', '－', '—', '和':
			if closers > 0 {
				return cut
			}
			return pause
		case ')', '）':
			if closers == 0 && remark(s) {
				return closed
			}
			closers++
		case '”', '’', '」', '』':
			closers++
		default:
			return cut
		}
		s = s[:len(s)-n]
	}
	return cut
}

// remark reports whether s ends with a bracket that stands for itself behind a
// full stop, as （责任单位：市财政局） does.
func remark(s string) bool {
	from := max(0, len(s)-1200)
	depth := 0
	for i := len(s); i > from; {
		r, n := utf8.DecodeLastRuneInString(s[:i])
		i -= n
		switch r {
		case ')', '）':
			depth++
		case '(', '（':
			if depth--; depth == 0 {
				before := strings.TrimRightFunc(s[:i], unicode.IsSpace)
				inside := s[i:]
				if strings.HasPrefix(inside[n:], "单位") {
					return false // （单位：万元）
				}
				return strings.HasSuffix(before, "。") || strings.HasSuffix(before, "；") || strings.HasSuffix(before, ";") ||
					strings.Contains(inside, "单位:") || strings.Contains(inside, "单位：") || strings.Contains(inside, "牵头")
			}
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
	if c := s[0]; c < 0x80 && c != '&' {
		if c == ' ' || c >= '\t' && c <= '\r' {
			return 1
		}
		return 0
	}
	if strings.HasPrefix(s, "&nbsp;") {
		return len("&nbsp;")
	}
	if r, n := utf8.DecodeRuneInString(s); unseen(r) {
		return n
	}
	return 0
}

// unseen reports whether a reader sees nothing where r stands.
func unseen(r rune) bool {
	switch r {
	case '\ufeff', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u00ad':
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
