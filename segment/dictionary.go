package segment

import (
	_ "embed"
	"math"
	"strings"
)

//go:generate go run ./internal/dictionary

// dictionaryFile is gse's dictionary of simplified Chinese, letters in lower
// case, as a trie over characters in a double array. segment/internal/dictionary
// writes it and says how. It is read in place: nothing is built from it at
// start-up, and no more of it is in memory than the texts touch.
//
//go:embed dictionary.trie
var dictionaryFile string

// trie is a dictionary. A node is the number of its cell; the root is 0.
type trie struct {
	cells   string   // cellSize bytes each
	count   int32    // of cells
	entries string   // entrySize bytes each
	pos     []string // parts of speech
}

const (
	headSize  = 12
	cellSize  = 10
	entrySize = 5
)

var dictionary = func() trie {
	f := dictionaryFile
	cells, entries := int(number(f, 0)), int(number(f, 4))
	from := headSize + cells*cellSize
	to := from + entries*entrySize
	return trie{f[headSize:from], int32(cells), f[from:to], strings.Split(strings.TrimSuffix(f[to:], "\n"), "\n")}
}()

// number reads four bytes.
func number(s string, i int) uint32 {
	s = s[i : i+4]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// child returns the node behind node for the next character, -1 for none.
func (t *trie) child(node int32, r rune) int32 {
	at := int32(number(t.cells, int(node)*cellSize)) + r
	if at <= 0 || at >= t.count || number(t.cells, int(at)*cellSize+4) != uint32(node) {
		return -1
	}
	return at
}

// entry returns the number of what is said of the word that ends at a node, and
// one; 0 where none ends.
func (t *trie) entry(node int32) int {
	s := t.cells[int(node)*cellSize+8:]
	return int(s[0]) | int(s[1])<<8
}

// frequency returns the frequency of an entry.
func (t *trie) frequency(entry int) int { return int(number(t.entries, (entry-1)*entrySize)) }

// speech returns the part of speech of an entry.
func (t *trie) speech(entry int) string { return t.pos[t.entries[entry*entrySize-1]] }

// find returns the frequency of a word in lower case, 0 for one that is not there.
func (t *trie) find(word string) int {
	node := int32(0)
	for _, r := range word {
		if node = t.child(node, r); node < 0 {
			return 0
		}
	}
	if entry := t.entry(node); entry > 0 {
		return t.frequency(entry)
	}
	return 0
}

// dictionaryTotal is the sum of the dictionary's frequencies as gse counts them.
const dictionaryTotal = 33335153

// distances returns how unlikely the word of each entry is where the frequencies
// of all words have that sum: the logarithm of its share, in gse's precision.
func (t *trie) distances(total int) []float32 {
	out := make([]float32, len(t.entries)/entrySize+1)
	last := 0
	for entry := 1; entry < len(out); entry++ { // in the order of their frequencies
		if f := t.frequency(entry); f != last {
			out[entry], last = distance(total, f), f
		} else {
			out[entry] = out[entry-1]
		}
	}
	return out
}

func distance(total, frequency int) float32 {
	return float32(math.Log2(float64(total))) - float32(math.Log2(float64(frequency)))
}
