package segment

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// Word is one word of a text: bytes Start to End, with gse's part of speech.
type Word struct {
	Range
	Pos string // v, n, nr …, as in the dictionary; x for what stands in none, numbers too
}

// Words cuts text into words. It is safe for use by several goroutines.
//
// It cuts as gse's Segment does with the same words: of all ways to cut a text into
// words of the dictionary, it takes the likeliest. gse itself would take more than a
// second and 200 MB to load its dictionary.
type Words struct {
	domain    map[rune][]*domainWord // by their first character
	starts    *firsts                // their first characters
	distances []float32              // of the dictionary's entries
	rooms     sync.Pool              // of *cutter
}

// NewWords puts words of the domain, as nouns, before those of the dictionary.
func NewWords(domain []string) (*Words, error) {
	weighed, err := weigh(domain)
	if err != nil {
		return nil, err
	}
	w := &Words{domain: map[rune][]*domainWord{}, starts: &firsts{}, rooms: sync.Pool{New: func() any { return &cutter{} }}}
	total := dictionaryTotal
	for _, d := range weighed {
		total += d.weight - d.known
	}
	for _, d := range weighed {
		d.distance = distance(total, d.weight)
		first, _ := utf8.DecodeRuneInString(d.text)
		w.starts.add(first)
		w.domain[first] = append(w.domain[first], d)
	}
	w.distances = dictionary.distances(total)
	return w, nil
}

// maxPiece is the greatest number of bytes that are cut at once: gse adds up
// 32-bit floats and loses precision in a longer text.
const maxPiece = 4 << 10

// Cut appends the words of text to out. They join to it without gap, and no word
// runs over the end of a sentence.
func (w *Words) Cut(out []Word, text string) []Word {
	c := w.rooms.Get().(*cutter)
	defer w.rooms.Put(c)
	for from := 0; from < len(text); {
		n := pieceLen(text[from:])
		out = c.cut(w, out, text[from:from+n], from)
		from += n
	}
	return out
}

// pieceLen returns the length of what is cut at once: the sentence at the start
// of text, or as much of it as maxPiece holds.
func pieceLen(text string) int {
	n := sentenceLen(text[:min(len(text), maxPiece)])
	for n < len(text) && n > maxPiece-utf8.UTFMax && !utf8.RuneStart(text[n]) {
		n--
	}
	return n
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
