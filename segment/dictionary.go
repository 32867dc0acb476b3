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

// dictionaryIndex says where in the dictionary the words of one beginning stand.
// For each first character, in order, it has four things, all numbers as
// unsigned varints: the character as the difference from the one before, the
// bytes that the last of the four takes, the bytes of its words in the
// dictionary, and for each second character the difference from the one before
// and the bytes of its words. The word of the first character alone has 0.
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
		for lines := range beginnings(m) {
			for len(lines) > 0 {
				line := lines[:strings.IndexByte(lines, '\n')+1]
				word := line[:strings.IndexByte(line, ' ')]
				if m.has(word) && !yield(line, word) {
					return
				}
				lines = lines[len(line):]
			}
		}
	}
}

// beginnings gives the lines whose words are a character, or begin with a pair,
// that the marked texts can hold.
func beginnings(m *marks) iter.Seq[string] {
	return func(yield func(lines string) bool) {
		index, lines := indexReader(dictionaryIndex), dictionary
		var a rune
		for len(index) > 0 {
			a += rune(index.next())
			pairs, size := index.next(), index.next()
			group, of := index[:pairs], lines[:size]
			index, lines = index[pairs:], lines[size:]
			if !m.one(letter(a)) {
				continue
			}
			var b rune
			for len(group) > 0 {
				b += rune(group.next())
				n := group.next()
				if (b == 0 || m.get(0, letter(a), letter(b))) && !yield(of[:n]) {
					return
				}
				of = of[n:]
			}
		}
	}
}

type indexReader string

// next takes a number off the index.
func (r *indexReader) next() int {
	n := 0
	for i := 0; ; i++ {
		c := (*r)[i]
		n |= int(c&0x7f) << (7 * i)
		if c < 0x80 {
			*r = (*r)[i+1:]
			return n
		}
	}
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
