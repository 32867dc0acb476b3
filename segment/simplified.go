package segment

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"suyuan/source"
)

// Each line is a traditional character with the simplified one that is read for it.
//
//go:embed simplified.txt
var simplifiedPairs string

// simplified holds the simplified character of each traditional one from 0x4e00 on, 0
// for any other.
var simplified = sync.OnceValue(func() *[0xa000 - 0x4e00]uint16 {
	var table [0xa000 - 0x4e00]uint16
	for at := 0; at+6 < len(simplifiedPairs); at += 7 {
		from, _ := utf8.DecodeRuneInString(simplifiedPairs[at:])
		to, _ := utf8.DecodeRuneInString(simplifiedPairs[at+3:])
		table[from-0x4e00] = uint16(to)
	}
	return &table
})

// Simplified returns text in the characters that the rules and word lists are written
// in: where it is written in traditional ones (萬元, 個百分點), the simplified one stands in
// the place of each. Both take three bytes, so that a span of what it returns is one of
// text. A text that only has some of them, in a name, is returned as it is.
func Simplified(text string) string {
	if !traditional(text) {
		return text
	}
	return inSimplified(text)
}

// inSimplified puts the simplified character in the place of each traditional one.
func inSimplified(text string) string {
	table := simplified()
	var out []byte
	for i := 0; i < len(text); i++ {
		r := hanRune(text, i)
		if r == 0 {
			continue
		}
		if to := rune(table[r-0x4e00]); to > 0 && !kept(text[i:], r) {
			if out == nil {
				out = []byte(text)
			}
			utf8.EncodeRune(out[i:], to)
		}
		i += 2
	}
	if out == nil {
		return text
	}
	return string(out)
}

// kept reports whether the character r that a text begins with stands in simplified
// texts as well: 乾 is 干 for what is dry (餅乾, 污泥乾化), and itself in a name (乾隆, 乾坤).
func kept(text string, r rune) bool {
	return r == '乾' && len(text) >= 6 && strings.Contains("隆坤清陵县縣元州德", text[3:6])
}

// SimplifiedRune returns the simplified character of a traditional one, any other as it is.
func SimplifiedRune(r rune) rune {
	if r >= 0x4e00 && r < 0xa000 {
		if to := rune(simplified()[r-0x4e00]); to > 0 {
			return to
		}
	}
	return r
}

// Read returns a quote, whatever it was quoted from, as a Flow of a document reads it.
func Read(quote string) string {
	return NewFlow(inSimplified(quote), source.Span{End: len(quote)}, nil).Text
}

// Samples of a text that tell whether it is written in traditional characters: so many
// bytes at so many places. About three in ten of its characters then are.
const (
	samples     = 16
	sampleBytes = 96
)

// traditional reports whether a text is written in traditional characters.
func traditional(text string) bool {
	step := max(len(text)/samples, sampleBytes)
	all, some := 0, 0
	table := simplified()
	for from := 0; from < len(text); from += step {
		for i := from; i < min(from+sampleBytes, len(text)); i++ {
			r := hanRune(text, i)
			if r == 0 {
				continue
			}
			if all++; table[r-0x4e00] > 0 {
				some++
			}
			i += 2
		}
	}
	return some > 2 && some*8 >= all
}

// hanRune returns the character of three bytes at text[i] where it is a Chinese one of
// the first block, 0 where not.
func hanRune(text string, i int) rune {
	if c := text[i]; c < 0xe4 || c > 0xe9 {
		return 0
	}
	if r, n := utf8.DecodeRuneInString(text[i:]); n == 3 && r >= 0x4e00 && r < 0xa000 {
		return r
	}
	return 0
}
