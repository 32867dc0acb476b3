package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"suyuan/source"
)

// Flow is a stretch of a document as a reader reads it: line breaks and spaces
// inside Chinese text, inline marks (HTML tags, ** of Markdown) and noise are
// left out, full-width letters, digits and signs are folded to half width. Rules
// match on Text; every byte of it knows its place in the document, so that a
// match is a span of the unaltered document and a span may run over a line break.
//
// Folding keeps one character for one: ％ % · （） () · ： : · ； ; · ～〜 ~ ·
// dashes - · a dash between blanks that parts the entries of a list ， · ．between digits . · a half-width comma becomes ， unless it
// separates thousands · <sup>2</sup> ² .
type Flow struct {
	Text    string
	runs    []run // where Text stands in the document, in order
	from    int   // where the flow begins in the document
	partial bool  // letters or signs of the document are left out
}

// NewFlow reads the span of text, leaving out the skips, which are ordered and
// do not overlap.
func NewFlow(text string, span source.Span, skips []source.Span) *Flow {
	b := flowBuilder{text: text, size: span.Len()}
	pos := span.Start
	for pos < span.End {
		for len(skips) > 0 && skips[0].End <= pos {
			skips = skips[1:]
		}
		if len(skips) > 0 && skips[0].Start <= pos {
			pos, b.partial = skips[0].End, true
			continue
		}
		stop := span.End
		if len(skips) > 0 && skips[0].Start < stop {
			stop = skips[0].Start
		}
		if n := plainLen(text[pos:stop]); n > 0 && !b.gap {
			b.copy(pos, pos+n)
			pos += n
			continue
		}
		pos = b.read(pos, stop)
	}
	return &Flow{Text: b.done(), runs: b.runs, from: span.Start, partial: b.partial}
}

type flowBuilder struct {
	text     string
	size     int // of the span that is read
	out      strings.Builder
	waiting  source.Span // of text, to be written to out as it stands
	runs     []run
	last     int  // end in the document of the last character written
	lastRune rune // that character, 0 before the first
	gap      bool // white space stands between it and here
	partial  bool // see Flow
}

// plainLen returns how much of the start of s is read as it stands.
func plainLen(s string) int {
	i := 0
	for i < len(s) {
		n := 3
		if !hanAt(s, i) {
			n = plainSize(s, i)
		}
		if n == 0 {
			break
		}
		i += n
	}
	return i
}

// plainSize returns the size of the character at s[i], no Chinese one, where it is
// one of the common ones that are never folded, and no part of a mark; 0 for any other.
func plainSize(s string, i int) int {
	c := s[i]
	switch {
	case c < utf8.RuneSelf:
		if plainASCII[c] {
			return 1
		}
	case i+2 >= len(s) || s[i+1]&0xc0 != 0x80 || s[i+2]&0xc0 != 0x80:
	case c == 0xe3 && s[i+1] == 0x80 && s[i+2] > 0x80 && s[i+2] < 0x9c, // 、 。 《 and the like
		c == 0xef && i > 0 && !digit(rune(s[i-1])) && s[i:i+3] == "，":
		return 3
	}
	return 0
}

var plainASCII = func() (set [utf8.RuneSelf]bool) {
	for c := '!'; c <= '~'; c++ {
		set[c] = !strings.ContainsRune("<&*[,!?", c)
	}
	return set
}()

// copy takes over text[from:to], at least one character, as it stands. It is
// written when something else follows: most flows are one stretch of the document
// and need no text of their own.
func (b *flowBuilder) copy(from, to int) {
	if n := len(b.runs); n > 0 && b.waiting.End == from && b.waiting.Len() > 0 {
		b.runs[n-1].size += int32(to - from)
	} else {
		b.flush()
		b.runs = append(b.runs, run{text: int32(b.out.Len()), doc: int32(from), size: int32(to - from)})
		b.waiting.Start = from
	}
	b.waiting.End = to
	b.lastRune, _ = utf8.DecodeLastRuneInString(b.text[from:to])
	b.last = to
}

// flush writes what waits.
func (b *flowBuilder) flush() {
	if b.out.Len() == 0 {
		b.out.Grow(b.size)
	}
	b.out.WriteString(b.text[b.waiting.Start:b.waiting.End])
	b.waiting.Start = b.waiting.End
}

// done returns the text of the flow.
func (b *flowBuilder) done() string {
	if b.out.Len() == 0 {
		return b.text[b.waiting.Start:b.waiting.End]
	}
	b.flush()
	return b.out.String()
}

// read writes one character, or passes over white space or a mark, and returns
// the next position.
func (b *flowBuilder) read(pos, stop int) int {
	c := b.text[pos]
	switch {
	case c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == 0x0b || c == 0x0c:
		b.gap = true
		return pos + 1
	case c == '<':
		if n := tagLen(b.text[pos:stop]); n > 0 {
			return b.tag(pos, pos+n)
		}
	case c == '&':
		if r, n := entity(b.text[pos:stop]); n > 0 {
			b.partial = true
			if unicode.IsSpace(r) {
				b.gap = true
			} else {
				b.write(fold(r, b.lastRune, b.text[pos+n:stop]), pos, pos+n)
			}
			return pos + n
		}
	case c == '*' && strings.HasPrefix(b.text[pos:stop], "**"):
		return pos + 2
	case c == '-' && b.gap && b.lastRune >= 0x4e00 && listed(b.text[pos+1:stop]) && !(b.lastRune == '年' && yearAhead(b.text[pos+2:stop])):
		b.write('，', pos, pos+1)
		return pos + 1
	case c == '[' && (b.lastRune >= 0x2e80 || b.lastRune == '%'):
		if n := footnoteLen(b.text[pos:stop]); n > 0 && (b.lastRune != '%' || b.text[pos+n:stop] > "\u2e80") {
			b.partial = true
			return pos + n
		}
	}
	r, n := utf8.DecodeRuneInString(b.text[pos:stop])
	switch {
	case r >= '①' && r <= '⑳' && (b.lastRune >= 0x4e00 || b.lastRune == '%') && ends(b.text[pos+n:stop]):
		b.partial = true
	case unicode.IsSpace(r):
		b.gap = true
	case r == '\ufeff' || r == '\u200b' || r == '\u200e' || r == '\u200f' || r == '\u00ad':
		// byte order mark, zero width space, direction marks, soft hyphen: unseen by a reader
	default:
		b.write(fold(r, b.lastRune, b.text[pos+n:stop]), pos, pos+n)
	}
	return pos + n
}

// write appends r, which stands at text[from:to]. A space is kept only between
// two Latin letters or digits: in Chinese text it is layout.
func (b *flowBuilder) write(r rune, from, to int) {
	if b.gap {
		b.gap = false
		if wordy(b.lastRune) && wordy(r) {
			b.put(' ', b.last, from)
		}
	}
	b.put(r, from, to)
	b.lastRune, b.last = r, to
}

// put appends r, which stands at text[from:to].
func (b *flowBuilder) put(r rune, from, to int) {
	if utf8.RuneLen(r) < 0 {
		r = utf8.RuneError
	}
	if is, n := utf8.DecodeRuneInString(b.text[from:to]); is == r && n == to-from && n == utf8.RuneLen(r) {
		b.copy(from, to)
		return
	}
	b.flush()
	if !b.more(r, from, to) {
		b.runs = append(b.runs, run{text: int32(b.out.Len()), doc: int32(from), size: int32(from - to)})
	}
	b.out.WriteRune(r)
	b.last = to
}

// more reports whether r belongs to the last run: one of characters that are written
// otherwise in the document, all of one size there and of one size here, side by side.
func (b *flowBuilder) more(r rune, from, to int) bool {
	if len(b.runs) == 0 {
		return false
	}
	last := &b.runs[len(b.runs)-1]
	if last.size != int32(from-to) {
		return false
	}
	text := b.out.String()[last.text:]
	wide := width(text)
	return wide == utf8.RuneLen(r) && int(last.doc-last.size*int32(len(text)/wide)) == from
}

// width returns the size of the character that s begins with.
func width(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}
