package extract

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// wordSet finds the words of a list in a text, by their first character.
type wordSet struct {
	words *runeMap[[]string] // by their first character, in the order of the list
}

func newWordSet(words ...string) *wordSet {
	byFirst := map[rune][]string{}
	for _, w := range words {
		if w == "" {
			continue
		}
		r, _ := utf8.DecodeRuneInString(w)
		byFirst[r] = append(byFirst[r], w)
	}
	return &wordSet{newRuneMap(byFirst)}
}

// starts returns the characters that the words begin with.
func (s *wordSet) starts() *runeSet { return &s.words.keys }

// longestFirst orders the words so that at takes the longest.
func (s *wordSet) longestFirst() *wordSet {
	for _, list := range s.words.values {
		slices.SortStableFunc(list, func(a, b string) int { return len(b) - len(a) })
	}
	return s
}

// of returns the words of the set with the first character of text, which alone
// text can begin with.
func (s *wordSet) of(text string) []string {
	if text == "" {
		return nil
	}
	r, _ := runeAt(text, 0)
	return s.words.of(r)
}

// at returns the length of the first word of the set that text begins with, 0
// for none.
func (s *wordSet) at(text string) int {
	for _, w := range s.of(text) {
		if strings.HasPrefix(text, w) {
			return len(w)
		}
	}
	return 0
}

// has reports whether the whole of text is a word of the set.
func (s *wordSet) has(text string) bool { return slices.Contains(s.of(text), text) }

// in reports whether a word of the set stands in text.
func (s *wordSet) in(text string) bool {
	for i := s.starts().next(text, 0); i < len(text); {
		if s.at(text[i:]) > 0 {
			return true
		}
		_, n := runeAt(text, i)
		i = s.starts().next(text, i+n)
	}
	return false
}

// count returns how often words of the set stand in text, which do not overlap.
func (s *wordSet) count(text string) int {
	n := 0
	for i := s.starts().next(text, 0); i < len(text); i = s.starts().next(text, i) {
		_, size := runeAt(text, i)
		if length := s.at(text[i:]); length > 0 {
			n, size = n+1, length
		}
		i += size
	}
	return n
}

// lastEnding returns the word of the set that ends last in text, the longer of two;
// "" for none.
func (s *wordSet) lastEnding(text string) string {
	best, at := "", -1
	for i := s.starts().next(text, 0); i < len(text); {
		for _, w := range s.of(text[i:]) {
			if end := i + len(w); strings.HasPrefix(text[i:], w) && (end > at || end == at && len(w) > len(best)) {
				best, at = w, end
			}
		}
		_, n := runeAt(text, i)
		i = s.starts().next(text, i+n)
	}
	return best
}

// hit is the place of a word of a set in a text: where it begins, and where the
// shortest word that begins there ends.
type hit struct{ start, end int }

// hits returns the places of all words of the set in text, in order.
func (s *wordSet) hits(text string) []hit {
	var out []hit
	for i := s.starts().next(text, 0); i < len(text); {
		end := 0
		for _, w := range s.of(text[i:]) {
			if strings.HasPrefix(text[i:], w) && (end == 0 || i+len(w) < end) {
				end = i + len(w)
			}
		}
		if end > 0 {
			out = append(out, hit{i, end})
		}
		_, n := runeAt(text, i)
		i = s.starts().next(text, i+n)
	}
	return out
}

// lastWithin returns the last of the places that lies within text[from:to], -1 for
// none.
func lastWithin(places []hit, from, to int) int {
	i := sort.Search(len(places), func(i int) bool { return places[i].start >= to })
	for i--; i >= 0 && places[i].start >= from; i-- {
		if places[i].end <= to {
			return places[i].start
		}
	}
	return -1
}

// last returns the place of the last word of the set in text, -1 for none.
func (s *wordSet) last(text string) int {
	for i := len(text); i > 0; {
		r, size := runeBefore(text, i)
		i -= size
		if s.starts().has(r) && s.at(text[i:]) > 0 {
			return i
		}
	}
	return -1
}

// lastWord returns the place of the last word of the set in text, and the word; -1
// for none.
func (s *wordSet) lastWord(text string) (int, string) {
	i := s.last(text)
	if i < 0 {
		return -1, ""
	}
	return i, text[i : i+s.at(text[i:])]
}

// endSet finds the words of a list that a text ends with, by their last character.
type endSet struct {
	words *runeMap[[]string] // by their last character, in the order of the list
}

func newEndSet(words ...string) *endSet {
	byLast := map[rune][]string{}
	for _, w := range words {
		r, _ := utf8.DecodeLastRuneInString(w)
		byLast[r] = append(byLast[r], w)
	}
	return &endSet{newRuneMap(byLast)}
}

// of returns the words of the set with the last character of text, which alone
// text can end with.
func (s *endSet) of(text string) []string {
	if text == "" {
		return nil
	}
	r, _ := runeBefore(text, len(text))
	return s.words.of(r)
}
