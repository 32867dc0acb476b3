package segment

import (
	"unicode"
	"unicode/utf8"
)

// marks remembers which characters, pairs and triples of characters stand in a
// text. It may take some for marked that are not, but never the other way round.
//
// White space does not count, and signs count as one and the same: a document
// has what its Flow has, brackets folded and lines joined.
type marks struct {
	lines []markLine      // of a pair, and of the triples that end with it: three bits of a word are a mark
	shift int             // what leaves of a number of 64 bits that of a line
	alone [1 << 10]uint64 // a bit for each character of the basic plane
}

// markLine is what a processor fetches at once.
type markLine [8]uint64

// How many lines there are, as a power of two. For texts 512 KB stay in a processor's
// cache and leave few chance hits up to some MB.
const (
	textLines = 13
	wordLines = 9 // for the words of a domain
)

func newMarks(lines int) *marks { return &marks{lines: make([]markLine, 1<<lines), shift: 64 - lines} }

// add marks the characters of text.
func (m *marks) add(text string) {
	var a, b, c rune
	for i := 0; i < len(text); {
		if c, i = nextLetter(text, i); c == absent {
			continue
		}
		m.alone[c>>6&1023] |= 1 << (c & 63)
		line, h := m.pair(b, c)
		line.set(h, 0)
		line.set(h, a)
		a, b = b, c
	}
}

// covers reports whether everything that add would mark for text is marked: has
// then holds for every word in it.
func (m *marks) covers(text string) bool {
	var a, b, c rune
	for i := 0; i < len(text); {
		if c, i = nextLetter(text, i); c == absent {
			continue
		}
		if !m.one(c) {
			return false
		}
		if line, h := m.pair(b, c); b != 0 && (!line.get(h, a) || !line.get(h, 0)) {
			return false
		}
		a, b = b, c
	}
	return true
}

// has reports whether the text can hold word.
func (m *marks) has(word string) bool { return m.goesOn(0, 0, word) }

// goesOn reports whether the text can hold, behind two characters that it can hold,
// the rest of a word: behind b alone where a is 0, at its beginning where both are.
func (m *marks) goesOn(a, b rune, rest string) bool {
	var c rune
	for i := 0; i < len(rest); {
		if c, i = nextLetter(rest, i); c == absent {
			continue
		}
		if b == 0 && !m.one(c) || b != 0 && !m.get(a, b, c) {
			return false
		}
		a, b = b, c
	}
	return true
}

const (
	absent = rune(-1)  // white space and what no reader sees
	sign   = rune('.') // stands for every sign
)

// nextLetter returns what the character at byte i of text counts as, and the place
// behind it.
func nextLetter(text string, i int) (rune, int) {
	if hanAt(text, i) {
		c := rune(text[i]&0xf)<<12 | rune(text[i+1]&0x3f)<<6 | rune(text[i+2]&0x3f)
		if c >= 0x4e00 {
			return c, i + 3
		}
	}
	c, n := utf8.DecodeRuneInString(text[i:])
	return letter(c), i + n
}

// letter returns what a character counts as: letters and digits as themselves, in
// half width and in lower case.
func letter(c rune) rune {
	switch {
	case c >= 0x4e00 && c <= 0x9fff, c >= 'a' && c <= 'z', c >= '0' && c <= '9':
		return c
	case c >= 'A' && c <= 'Z':
		return c + 'a' - 'A'
	case c == '，' || c == '、' || c == '。' || c == '“' || c == '”': // most signs
		return sign
	case c >= '！' && c <= '～': // the full-width forms of ASCII
		return letter(c - 0xfee0)
	case c == '*' || unseen(c):
		return absent
	case c == '○' || c == '◯' || c == '〇':
		return '〇'
	case unicode.IsLetter(c):
		return c
	}
	return sign
}

// one reports whether a character is marked.
func (m *marks) one(c rune) bool { return m.alone[c>>6&1023]>>(c&63)&1 != 0 }

// get reports whether two characters, with 0 in front, or three are marked.
func (m *marks) get(a, b, c rune) bool {
	line, h := m.pair(b, c)
	return line.get(h, a)
}

// pair returns where a pair and the triples that end with it are marked, and a number
// that stands for the pair.
func (m *marks) pair(b, c rune) (*markLine, uint64) {
	h := (uint64(b)<<21 | uint64(c)) * 0x9e3779b97f4a7c15
	h = (h ^ h>>32) * 0xd6e8feb86659fd93
	return &m.lines[h>>m.shift], h
}

// mark is where in its line the triple of a and a pair is marked, 0 for the pair alone.
func mark(h uint64, a rune) (word int, bits uint64) {
	h = (h ^ uint64(a)) * 0xff51afd7ed558ccd
	return int(h >> 61), 1<<(h>>55&63) | 1<<(h>>49&63) | 1<<(h>>43&63)
}

func (l *markLine) set(h uint64, a rune) {
	word, bits := mark(h, a)
	l[word] |= bits
}

func (l *markLine) get(h uint64, a rune) bool {
	word, bits := mark(h, a)
	return l[word]&bits == bits
}
