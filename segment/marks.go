package segment

import "unicode/utf8"

// marks remembers which characters, pairs and triples of characters stand in a
// text. It may take some for marked that are not, but never the other way round.
type marks struct {
	bits []uint64
}

// markBits is the size of the set in bits: few chance hits up to some MB of text,
// and small enough for a processor's cache.
const markBits = 22

func newMarks() *marks { return &marks{make([]uint64, 1<<markBits/64)} }

// add marks the characters of text, its letters A to Z as lower case.
func (m *marks) add(text string) {
	var a, b rune
	for _, c := range text {
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		m.set(mark(0, 0, c))
		m.set(mark(0, b, c))
		m.set(mark(a, b, c))
		a, b = b, c
	}
}

// covers reports whether everything that add would mark for text is marked: has
// then holds for every word in it.
func (m *marks) covers(text string) bool {
	var a, b rune
	for _, c := range text {
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		if !m.get(mark(a, b, c)) || !m.get(mark(0, b, c)) || !m.get(mark(0, 0, c)) {
			return false
		}
		a, b = b, c
	}
	return true
}

// has reports whether the text can hold word.
func (m *marks) has(word string) bool {
	a, n := utf8.DecodeRuneInString(word)
	if n == len(word) {
		return m.get(mark(0, 0, a))
	}
	b, k := utf8.DecodeRuneInString(word[n:])
	if !m.get(mark(0, a, b)) {
		return false
	}
	for _, c := range word[n+k:] {
		if !m.get(mark(a, b, c)) {
			return false
		}
		a, b = b, c
	}
	return true
}

// mark is the bit of up to three characters, 0 where there are fewer.
func mark(a, b, c rune) uint32 {
	h := (uint64(a)<<42 | uint64(b)<<21 | uint64(c)) * 0x9e3779b97f4a7c15
	return uint32(h >> (64 - markBits))
}

func (m *marks) set(i uint32)      { m.bits[i/64] |= 1 << (i % 64) }
func (m *marks) get(i uint32) bool { return m.bits[i/64]&(1<<(i%64)) != 0 }
