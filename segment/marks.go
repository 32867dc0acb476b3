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
	bits  []uint64        // a mark of a pair or triple is three bits of one of them
	alone [1 << 10]uint64 // a bit for each character of the basic plane
}

// markWords is the number of 64-bit words: 512 KB stay in a processor's cache and
// leave few chance hits up to some MB of text.
const markWords = 1 << 16

func newMarks() *marks { return &marks{bits: make([]uint64, markWords)} }

// add marks the characters of text.
func (m *marks) add(text string) {
	var a, b, c rune
	for i := 0; i < len(text); {
		if c, i = nextLetter(text, i); c == absent {
			continue
		}
		m.alone[c>>6&1023] |= 1 << (c & 63)
		m.set(0, b, c)
		m.set(a, b, c)
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
		if !m.one(c) || b != 0 && (!m.get(a, b, c) || !m.get(0, b, c)) {
			return false
		}
		a, b = b, c
	}
	return true
}

// has reports whether the text can hold word.
func (m *marks) has(word string) bool {
	var a, b, c rune
	for i := 0; i < len(word); {
		if c, i = nextLetter(word, i); c == absent {
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

// mark is where two characters, with 0 in front, or three are marked.
func mark(a, b, c rune) (word int, bits uint64) {
	h := (uint64(a)<<42 | uint64(b)<<21 | uint64(c)) * 0x9e3779b97f4a7c15
	h = (h ^ h>>32) * 0xd6e8feb86659fd93
	return int(h >> 48), 1<<(h>>42&63) | 1<<(h>>36&63) | 1<<(h>>30&63)
}

// one reports whether a character is marked.
func (m *marks) one(c rune) bool { return m.alone[c>>6&1023]>>(c&63)&1 != 0 }

func (m *marks) set(a, b, c rune) {
	word, bits := mark(a, b, c)
	m.bits[word] |= bits
}

func (m *marks) get(a, b, c rune) bool {
	word, bits := mark(a, b, c)
	return m.bits[word]&bits == bits
}
