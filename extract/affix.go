package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// What the words of a list are to a text: which of them it begins with, ends with, holds.
// A wordSet, which looks by first characters, is for the long lists.

// hasAnyPrefix reports whether s begins with one of the words. The third byte of
// a Chinese character, the one that tells most, is looked at first.
func hasAnyPrefix(s string, words ...string) bool {
	for _, w := range words {
		if len(w) <= len(s) && (len(w) < 3 || w[2] == s[2]) && strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// hasAnySuffix returns the longest of the words that s ends with, "" for none.
func hasAnySuffix(s string, words ...string) string {
	longest := ""
	for _, w := range words {
		if len(w) > len(longest) && len(w) <= len(s) && w[len(w)-1] == s[len(s)-1] && strings.HasSuffix(s, w) {
			longest = w
		}
	}
	return longest
}

// hasAnySuffix2 reports whether s ends with one of the words.
func hasAnySuffix2(s string, words ...string) bool { return hasAnySuffix(s, words...) != "" }

// prefixOf returns the first word of a list that text begins with, "" for none.
func prefixOf(text string, list []string) string {
	for _, w := range list {
		if len(w) <= len(text) && (len(w) < 3 || w[2] == text[2]) && strings.HasPrefix(text, w) {
			return w
		}
	}
	return ""
}

// suffixOf returns the first word of a list that text ends with, "" for none.
func suffixOf(text string, list []string) string {
	for _, w := range list {
		if w != "" && len(w) <= len(text) && w[len(w)-1] == text[len(text)-1] && strings.HasSuffix(text, w) {
			return w
		}
	}
	return ""
}

// longest returns the first word of a list, sorted longest first, that ok accepts.
func longest(list []string, ok func(string) bool) string {
	for _, w := range list {
		if ok(w) {
			return w
		}
	}
	return ""
}

// cutFront takes words off the front of text as long as one stands there.
func cutFront(text string, words []string) string {
	for {
		w := prefixOf(text, words)
		if w == "" {
			return text
		}
		text = text[len(w):]
	}
}

// cutEnd takes the first of the words off the end of s.
func cutEnd(s string, words []string) string {
	if w := hasAnySuffix(s, words...); w != "" {
		return s[:len(s)-len(w)]
	}
	return s
}

// hasAnyOf reports whether one of the words stands in text.
func hasAnyOf(text string, words ...string) bool {
	for _, w := range words {
		if segment.FindWord(text, w) >= 0 {
			return true
		}
	}
	return false
}

// firstOf returns the first place in text at which one of the words stands, the
// longest there; -1 for none.
func firstOf(text string, words []string) (at int, word string) {
	at = -1
	for _, w := range words {
		if i := segment.FindWord(text, w); i >= 0 && (at < 0 || i < at) {
			at, word = i, w
		}
	}
	return at, word
}

// lastOf returns the place in text at which one of the words ends last, the
// longest there; -1 for none.
func lastOf(text string, words []string) (at int, word string) {
	at = -1
	for _, w := range words {
		if segment.FindWord(text, w) < 0 {
			continue // most do not, and to look from the end takes longer
		}
		if i := segment.FindLastWord(text, w); i >= 0 && (at < 0 || i+len(w) > at+len(word)) {
			at, word = i, w
		}
	}
	return at, word
}

// lastIndex returns the last place in text at which one of the words begins, -1 for none.
func lastIndex(text string, words []string) int {
	best := -1
	for _, w := range words {
		best = max(best, segment.FindLastWord(text, w))
	}
	return best
}

// lastWord returns the word of the lists that ends last in text, the longer of two.
func lastWord(text string, lists ...[]string) string {
	best, at := "", -1
	for _, list := range lists {
		for _, w := range list {
			if i := segment.FindLastWord(text, w); i >= 0 && (i+len(w) > at || i+len(w) == at && len(w) > len(best)) {
				best, at = w, i+len(w)
			}
		}
	}
	return best
}

// setOf returns the words of a list, to be asked for.
func setOf(list []string) map[string]bool {
	m := map[string]bool{}
	for _, w := range list {
		m[w] = true
	}
	return m
}

// contains reports whether w is one of a list.
func contains(list []string, w string) bool {
	for _, x := range list {
		if x == w {
			return true
		}
	}
	return false
}

// endsInHan reports whether the last character of text is Chinese.
func endsInHan(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return isHan(last)
}

// lastRunes returns the last n characters of s, all where it has fewer.
func lastRunes(s string, n int) string {
	i := len(s)
	for ; n > 0 && i > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s[i:]
}
