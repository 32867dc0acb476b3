package segment

import (
	_ "embed"
	"fmt"
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

// entries returns what gse is to load: of the domain words those that the marked
// texts can hold, then of the dictionary, then the filler.
func entries(domain []string, m *marks) (string, error) {
	var out strings.Builder
	rest := dictionaryTotal
	taken := map[string]bool{}
	for _, word := range domain {
		if word == "" || strings.ContainsAny(word, " \t\r\n") || !utf8.ValidString(word) {
			return "", fmt.Errorf("load the domain word %q: a word is UTF-8 without white space, correct it in its list", word)
		}
		word = lower(word)
		if taken[word] {
			continue
		}
		taken[word] = true
		rest -= known(word)
		if weight := weigh(word); m.has(word) {
			fmt.Fprintln(&out, word, weight, "n")
		} else {
			rest += weight
		}
	}
	for lines := range possible(m) {
		for at := 0; at < len(lines); {
			line, word := entry(lines[at:])
			if m.has(word) && !taken[word] {
				out.WriteString(line)
				rest -= frequency(line, word)
			}
			at += len(line)
		}
	}
	fmt.Fprintln(&out, filler, rest, "x")
	return out.String(), nil
}

// possible gives the lines of the dictionary whose words begin with a character
// or a pair that the texts hold: for all others it only reads the index.
func possible(m *marks) iter.Seq[string] {
	return func(yield func(lines string) bool) {
		index, lines := indexReader(dictionaryIndex), dictionary
		var a rune
		for len(index) > 0 {
			a += rune(index.next())
			pairs, size := index.next(), index.next()
			group, of := index[:pairs], lines[:size]
			index, lines = index[pairs:], lines[size:]
			if !m.get(mark(0, 0, a)) {
				continue
			}
			var b rune
			for len(group) > 0 {
				b += rune(group.next())
				n := group.next()
				if (b == 0 || m.get(mark(0, a, b))) && !yield(of[:n]) {
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

// entry returns the first of some lines of the dictionary, line break included,
// and the word that it begins with.
func entry(lines string) (line, word string) {
	line = lines[:strings.IndexByte(lines, '\n')+1]
	return line, line[:strings.IndexByte(line, ' ')]
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

// known returns the frequency that a word has in the dictionary, 0 where it has none.
func known(word string) int {
	n, _ := lookup(word)
	return n
}

// lookup returns the frequency of a word in the dictionary, 0 where it is not
// there, and whether a word of the dictionary begins with it.
func lookup(word string) (freq int, prefix bool) {
	low, high := 0, len(dictionary)
	for low < high {
		at := (low + high) / 2
		at = strings.LastIndexByte(dictionary[:at], '\n') + 1
		line, w := entry(dictionary[at:])
		if w < word {
			low = at + len(line)
		} else {
			high = at
		}
	}
	if low == len(dictionary) {
		return 0, false
	}
	line, w := entry(dictionary[low:])
	if w == word {
		return frequency(line, w), true
	}
	return 0, strings.HasPrefix(w, word)
}

// weigh returns the frequency of a domain word: three times what makes it as
// likely as the likeliest words of the dictionary that it could be cut into, so
// that it stays whole; at least 10, and at most 1000 so that it draws nothing to
// itself from the words beside it.
func weigh(word string) int {
	if utf8.RuneCountInString(word) == 1 {
		return 2
	}
	best := make([]float64, len(word)+1) // best[i]: likelihood of word[:i] cut at its best
	best[0] = 1
	for i := range word {
		_, n := utf8.DecodeRuneInString(word[i:])
		best[i+n] = max(best[i+n], best[i]/dictionaryTotal)
		for j := i + n; ; j += n {
			freq, prefix := lookup(word[i:j])
			best[j] = max(best[j], best[i]*float64(freq)/dictionaryTotal)
			if !prefix || j == len(word) {
				break
			}
			_, n = utf8.DecodeRuneInString(word[j:])
		}
	}
	alike := int(best[len(word)]*dictionaryTotal) + 1
	return max(min(max(10, 3*alike), 1000), known(word))
}

// lower puts the letters A to Z into lower case and leaves all others alone, as
// gse does.
func lower(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, s)
}
