package store

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"

	"suyuan/segment"
)

// Texts are searched as they read, not as they are typed: white space, quotation
// and book-title marks and asterisks are left out, width and case do not count, nor
// whether a character is a traditional one.

// folded returns the character as it is searched, 0 for one that is left out.
func folded(r rune) rune {
	switch {
	case r >= 0x4e00 && r <= 0x9fff: // Chinese characters: traditional ones are as their simplified ones
		return segment.SimplifiedRune(r)
	case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
		return r
	case unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b' || strings.ContainsRune(`"'*“”‘’「」『』《》〈〉＂＇＊`, r):
		return 0
	}
	if f := width.LookupRune(r).Folded(); f != 0 {
		r = f
	}
	return unicode.ToLower(r)
}

// traditional holds the traditional characters that are searched as a simplified one.
var traditional = sync.OnceValue(func() map[rune][]string {
	all := map[rune][]string{}
	for t := rune(0x4e00); t <= 0x9fff; t++ {
		if r := segment.SimplifiedRune(t); r != t {
			all[r] = append(all[r], string(t))
		}
	}
	return all
})

// foldText returns a text as it is searched.
func foldText(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for _, r := range text {
		if r = folded(r); r != 0 {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// foldPlaces does the same and returns for each byte of it the place in the text
// at which its character begins, and for its end the place behind the last one.
func foldPlaces(text string) (string, []int) {
	var b strings.Builder
	places := make([]int, 0, len(text)+1)
	end := 0
	for i, r := range text {
		f := folded(r)
		if f == 0 {
			continue
		}
		for range utf8.RuneLen(f) {
			places = append(places, i)
		}
		b.WriteRune(f)
		end = i + utf8.RuneLen(r)
	}
	return b.String(), append(places, end)
}

// token makes of a character a word of the index: signs that would part words there
// stand in for by private characters.
func token(r rune) rune {
	if r < 0x80 && !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9') {
		return 0xe000 + r
	}
	return r
}

// tokens writes the characters of a folded text as words of the index.
func tokens(folded string) string {
	var b strings.Builder
	b.Grow(len(folded) * 4 / 3)
	for _, r := range folded {
		b.WriteRune(token(r))
		b.WriteByte(' ')
	}
	return strings.TrimSuffix(b.String(), " ")
}
