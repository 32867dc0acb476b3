package segment

import (
	_ "embed"
	"iter"
	"strings"
	"unicode/utf8"
)

//go:generate go run ./internal/dictionary

// dictionary is gse's dictionary of simplified Chinese, one line a word with its
// frequency and its part of speech, in byte order of the words, letters in lower
// case. It is read in place: nothing is built from it at start-up.
//
//go:embed dictionary.txt
var dictionary string

// dictionaryIndex says where in the dictionary the words of one beginning stand. For
// each first character, in order, it has the character in four bytes, in two the
// number of second characters, in two the bytes of its words in the dictionary, and
// for each second character, in order, it has this and the bytes of its words, in two
// bytes each. The word of the first character alone has 0. All is little-endian.
//
//go:embed dictionary.index
var dictionaryIndex string

// dictionaryTotal is the sum of the dictionary's frequencies as gse counts them.
const dictionaryTotal = 33335153

// filler stands for the words that are not loaded: it has their frequencies. No
// text holds it, it is not UTF-8.
const filler = "\xff\xff"

// chosen is what gse is to load.
type chosen struct {
	domain []domainWord // of the domain's words those that the marked texts can hold
	lines  []string     // of the dictionary those
	rest   int          // the frequencies of all other words, which the filler has
}

func choose(domain []domainWord, m *marks) chosen {
	c := chosen{rest: dictionaryTotal}
	own := make(map[string]bool, len(domain))
	for _, w := range domain {
		own[w.text] = true
		c.rest -= w.known
		if m.has(w.text) {
			c.domain = append(c.domain, w)
		} else {
			c.rest += w.weight
		}
	}
	for line, word := range possible(m) {
		if !own[word] {
			c.lines = append(c.lines, line)
			c.rest -= frequency(line, word)
		}
	}
	return c
}

// possible gives the lines of the dictionary, each with its word, whose words the
// marked texts can hold. It reads only the index of all others.
func possible(m *marks) iter.Seq2[string, string] {
	return func(yield func(line, word string) bool) {
		for from, lines := range beginnings(m) {
			for lines != "" {
				word := lines[:from.size+strings.IndexByte(lines[from.size:], ' ')]
				line := lines[:len(word)+strings.IndexByte(lines[len(word):], '\n')+1]
				if m.goesOn(from.a, from.b, word[from.size:]) && !yield(line, word) {
					return
				}
				lines = lines[len(line):]
			}
		}
	}
}

// beginning is the pair that words begin with, or 0 and a character that is a word.
type beginning struct {
	a, b rune // what they count as
	size int  // their bytes
}

// beginnings gives the lines whose words are a character, or begin with a pair,
// that the marked texts can hold.
func beginnings(m *marks) iter.Seq2[beginning, string] {
	return func(yield func(from beginning, lines string) bool) {
		at := 0 // in the dictionary
		for index := dictionaryIndex; index != ""; {
			first, pairs, next := rune(number(index)), index[8:8+4*(number(index[4:])&0xffff)], at+int(number(index[4:])>>16)
			index = index[8+len(pairs):]
			a, size := letter(first), utf8.RuneLen(first)
			for i := 0; m.one(a) && i < len(pairs); i += 4 {
				n := number(pairs[i:])
				b, end := rune(n&0xffff), at+int(n>>16)
				from := beginning{0, a, size}
				if b != 0 {
					from = beginning{a, b, size + utf8.RuneLen(b)}
					if b < 0x4e00 || b > 0x9fff {
						from.b = letter(b)
					}
				}
				if (b == 0 || m.one(from.b) && m.get(0, a, from.b)) && !yield(from, dictionary[at:end]) {
					return
				}
				at = end
			}
			at = next
		}
	}
}

// number reads the four bytes that s begins with.
func number(s string) uint32 {
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// frequency returns the frequency of a word from its line. A single character
// counts 2, whatever the line says: so gse loads it.
func frequency(line, word string) int {
	if utf8.RuneCountInString(word) == 1 {
		return 2
	}
	n := 0
	for i := len(word) + 1; line[i] != ' '; i++ {
		n = n*10 + int(line[i]-'0')
	}
	return n
}
