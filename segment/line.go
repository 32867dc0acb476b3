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

// scan fills in what is told by the line's characters.
func (l *line) scan(s string) {
	cells := int32(0)
	for i := 0; i < len(s); i++ {
		c := s[i]
		if hanAt(s, i) { // nearly all there is, and tells nothing
			cells += 2
			i += 2
			continue
		}
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
			l.odd = l.odd || digit(rune(c)) && strings.HasPrefix(s[i+1:], "页")
			l.odd = l.odd || c == '/' && i > 0 && s[i-1] == '/' || c == 'w' && i > 1 && s[i-2:i] == "ww"
		case c == 0xe3 && i+2 < len(s) && s[i+1] == 0x80 && (s[i+2] == 0x80 || s[i+2] == 0x90): // U+3000, 【
			l.gaps = l.gaps || s[i+2] == 0x80
			l.odd = l.odd || s[i+2] == 0x90
		case c == 0xe3 && l.stop == 0 && strings.HasPrefix(s[i:], "。"),
			c == 0xef && l.stop == 0 && (strings.HasPrefix(s[i:], "！") || strings.HasPrefix(s[i:], "？")):
			l.stop = l.head + int32(i+sentenceEnd(s[i:]))
		}
	}
	if len(s) > longestRow {
		l.tabs, l.gaps = false, false
	}
	l.width = (cells + 1) / 2
	l.ending = endOf(s)
}

// hanAt reports whether a character from U+4000 to U+9FFF begins at byte i of s: it
// has three bytes and is no sign and no white space.
func hanAt(s string, i int) bool {
	return s[i] >= 0xe4 && s[i] <= 0xe9 && i+2 < len(s) && s[i+1]&0xc0 == 0x80 && s[i+2]&0xc0 == 0x80
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
