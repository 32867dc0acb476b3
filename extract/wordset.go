package extract

import (
	"strings"
	"unicode/utf8"
)

// wordSet finds the words of a list in a text, by their first character.
type wordSet map[rune][]string

func newWordSet(words ...string) wordSet {
	s := wordSet{}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		s[r] = append(s[r], w)
	}
	return s
}

// last returns the place of the last word of the set in text, -1 for none.
func (s wordSet) last(text string) int {
	for i := len(text); i > 0; {
		r, size := utf8.DecodeLastRuneInString(text[:i])
		i -= size
		for _, w := range s[r] {
			if strings.HasPrefix(text[i:], w) {
				return i
			}
		}
	}
	return -1
}

// lastWord returns the place of the last word of the set in text, and the word; -1
// for none.
func (s wordSet) lastWord(text string) (int, string) {
	i := s.last(text)
	if i < 0 {
		return -1, ""
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	for _, w := range s[r] {
		if strings.HasPrefix(text[i:], w) {
			return i, w
		}
	}
	return -1, ""
}
