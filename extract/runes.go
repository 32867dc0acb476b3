package extract

import (
	"maps"
	"math/bits"
	"slices"
	"unicode/utf8"
)

// runeSet is a set of characters of the basic plane.
type runeSet [1 << 10]uint64

// runesOf returns the set of the characters of s.
func runesOf(s string) *runeSet {
	set := &runeSet{}
	for _, r := range s {
		set.add(r)
	}
	return set
}

func (s *runeSet) add(r rune) {
	if r < 1<<16 {
		s[r>>6] |= 1 << (r & 63)
	}
}

func (s *runeSet) has(r rune) bool { return r < 1<<16 && s[r>>6]&(1<<(r&63)) != 0 }

// next returns the place of the first character of the set in text from byte i
// on, which is that of a character, and len(text) where there is none.
func (s *runeSet) next(text string, i int) int {
	for i+2 < len(text) {
		c := uint32(text[i])
		if c>>4 == 0xe { // as runeAt does, which is not inlined
			low := uint32(text[i+2]) & 0x3f
			high := c&0xf<<6 | uint32(text[i+1])&0x3f
			if s[high]>>low&1 != 0 {
				return i
			}
			i += 3
			continue
		}
		if c < utf8.RuneSelf {
			if s[c>>6]>>(c&63)&1 != 0 {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if s.has(r) {
			return i
		}
		i += n
	}
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if s.has(r) {
			return i
		}
		i += n
	}
	return i
}

// sieve finds the characters of several sets in one pass over a text.
type sieve struct {
	sets []*runeSet
	all  runeSet
}

func newSieve(sets ...*runeSet) *sieve {
	s := &sieve{sets: sets}
	for _, set := range sets {
		for i := range set {
			s.all[i] |= set[i]
		}
	}
	return s
}

// places returns where the characters of each set stand in text, in order. The room of
// before, which it returned for another text, is used again.
func (s *sieve) places(text string, before [][]int) [][]int {
	if before == nil {
		before = make([][]int, len(s.sets))
	}
	for k := range before {
		before[k] = before[k][:0]
	}
	for i := s.all.next(text, 0); i < len(text); {
		r, n := runeAt(text, i)
		for k, set := range s.sets {
			if set.has(r) {
				before[k] = append(before[k], i)
			}
		}
		i = s.all.next(text, i+n)
	}
	return before
}

// runeMap is a map whose keys are characters of the basic plane.
type runeMap[T any] struct {
	keys   runeSet
	before [1 << 10]uint16 // how many keys stand in front of each word of keys
	values []T             // in the order of the keys
}

func newRuneMap[T any](of map[rune]T) *runeMap[T] {
	m := &runeMap[T]{}
	for _, r := range slices.Sorted(maps.Keys(of)) {
		if r < 1<<16 {
			m.keys.add(r)
			m.values = append(m.values, of[r])
		}
	}
	for i, n := 0, 0; i < len(m.keys); i++ {
		m.before[i] = uint16(n)
		n += bits.OnesCount64(m.keys[i])
	}
	return m
}

// of returns the value of r, zero where it is no key.
func (m *runeMap[T]) of(r rune) (value T) {
	if !m.keys.has(r) {
		return value
	}
	return m.values[int(m.before[r>>6])+bits.OnesCount64(m.keys[r>>6]&(1<<(r&63)-1))]
}

// runeAt decodes the character at byte i of text, which is UTF-8: in a flow
// nearly all have three bytes.
func runeAt(text string, i int) (rune, int) {
	switch c := text[i]; {
	case c < utf8.RuneSelf:
		return rune(c), 1
	case c>>4 == 0xe && i+2 < len(text):
		return rune(c&0xf)<<12 | rune(text[i+1]&0x3f)<<6 | rune(text[i+2]&0x3f), 3
	}
	return utf8.DecodeRuneInString(text[i:])
}

// runeBefore decodes the character in front of byte i of text, which is UTF-8.
func runeBefore(text string, i int) (rune, int) {
	if i > 2 && text[i-3]>>4 == 0xe {
		return rune(text[i-3]&0xf)<<12 | rune(text[i-2]&0x3f)<<6 | rune(text[i-1]&0x3f), 3
	}
	return utf8.DecodeLastRuneInString(text[:i])
}
