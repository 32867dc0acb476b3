package segment

import (
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"
)

// Domain is the words that a user adds to the dictionary.
type Domain struct {
	weighed func() ([]domainWord, error) // once, when they are first asked for
}

// NewDomain returns the words as a Domain.
func NewDomain(words []string) *Domain {
	return &Domain{sync.OnceValues(func() ([]domainWord, error) { return weigh(words) })}
}

// Weigh finds out how frequent the words are to be, ahead of the first NewWords, which
// takes as long as the choice of words for a short text.
func (d *Domain) Weigh() { _, _ = d.weighed() }

// domainWord is a word that a user adds to the dictionary.
type domainWord struct {
	text   string // letters in lower case
	weight int    // its frequency from now on
	known  int    // its frequency in the dictionary, 0 where it is not there
}

// weigh gives each domain word, without repetitions, its frequency: three times
// what makes it as likely as the likeliest words of the dictionary that it could
// be cut into, so that it stays whole; at least 10 and at most 1000, so that it
// draws nothing to itself from the words beside it, but no less than it had.
func weigh(domain []string) ([]domainWord, error) {
	m := newMarks(wordLines)
	for _, word := range domain {
		if word == "" || strings.ContainsAny(word, " \t\r\n") || !utf8.ValidString(word) {
			return nil, fmt.Errorf("load the domain word %q: a word is UTF-8 without white space, correct it in its list", word)
		}
		m.add(word)
	}
	frequencies := map[string]int{}
	for line, word := range possible(m) {
		frequencies[word] = frequency(line, word)
	}
	var out []domainWord
	seen := make(map[string]bool, len(domain))
	for _, word := range domain {
		word = lower(word)
		if seen[word] {
			continue
		}
		seen[word] = true
		known := frequencies[word]
		weight := max(10, min(3*alike(word, frequencies), 1000), known)
		if utf8.RuneCountInString(word) == 1 {
			weight = 2 // as gse has it
		}
		out = append(out, domainWord{word, weight, known})
	}
	return out, nil
}

// alike returns the frequency that makes a word as likely as the words that it is
// best cut into. A character that the dictionary lacks counts once.
func alike(word string, frequencies map[string]int) int {
	best := make([]float64, len(word)+1) // best[i]: likelihood of word[:i]; 0 inside a character
	best[0] = 1
	for i := range word {
		for j := i + 1; j <= len(word); j++ {
			if j < len(word) && !utf8.RuneStart(word[j]) {
				continue
			}
			freq := frequencies[word[i:j]]
			if freq == 0 && utf8.RuneCountInString(word[i:j]) == 1 {
				freq = 1
			}
			best[j] = max(best[j], best[i]*float64(freq)/dictionaryTotal)
		}
	}
	return int(best[len(word)]*dictionaryTotal) + 1
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
