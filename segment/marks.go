package segment

import "unicode"

// marks remembers which characters, pairs and triples of characters stand in a
// text. It may take some for marked that are not, but never the other way round.
//
// White space does not count, and signs count as one and the same: a document
// has what its Flow has, brackets folded and lines joined.
type marks struct {
	bits []uint64 // a mark is three bits of one of them
}

// markWords is the number of 64-bit words: 512 KB stay in a processor's cache and
// leave few chance hits up to some MB of text.
const markWords = 1 << 16

func newMarks() *marks { return &marks{make([]uint64, markWords)} }

// add marks the characters of text.
func (m *marks) add(text string) {
	var a, b rune
	for _, c := range text {
		if c = letter(c); c == absent {
			continue
		}
		m.set(0, 0, c)
		m.set(0, b, c)
		m.set(a, b, c)
		a, b = b, c
	}
}

// covers reports whether everything that add would mark for text is marked: has
// then holds for every word in it.
func (m *marks) covers(text string) bool {
	var a, b rune
	for _, c := range text {
		if c = letter(c); c == absent {
			continue
		}
		if !m.get(a, b, c) || !m.get(0, b, c) || !m.get(0, 0, c) {
			return false
		}
		a, b = b, c
	}
	return true
}

// has reports whether the text can hold word.
func (m *marks) has(word string) bool {
	var a, b rune
	for _, c := range word {
		if c = letter(c); c == absent {
			continue
		}
		if !m.get(a, b, c) {
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

// letter returns what a character counts as: letters and digits as themselves, in
// half width and in lower case.
func letter(c rune) rune {
	switch {
	case c >= 0x4e00 && c <= 0x9fff, c >= 'a' && c <= 'z', c >= '0' && c <= '9':
		return c
	case c >= 'A' && c <= 'Z':
		return c + 'a' - 'A'
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

// mark is where up to three characters, 0 where there are fewer, are marked.
func mark(a, b, c rune) (word int, bits uint64) {
	h := (uint64(a)<<42 | uint64(b)<<21 | uint64(c)) * 0x9e3779b97f4a7c15
	h = (h ^ h>>32) * 0xd6e8feb86659fd93
	return int(h >> 48), 1<<(h>>42&63) | 1<<(h>>36&63) | 1<<(h>>30&63)
}

func (m *marks) set(a, b, c rune) {
	word, bits := mark(a, b, c)
	m.bits[word] |= bits
}

func (m *marks) get(a, b, c rune) bool {
	word, bits := mark(a, b, c)
	return m.bits[word]&bits == bits
}
