package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cutter is the room that a piece of text is cut in.
type cutter struct {
	text  string    // the piece, letters in lower case
	atoms []atom    // and one behind the last
	own   []ownWord // the domain words that begin at an atom
}

// atom is what no word cuts through: a run of letters and digits of one or two
// bytes each, or any other character alone. It knows the likeliest way to cut the
// text up to its end.
type atom struct {
	start int32
	char  rune // -1 for a run of several

	length float32 // the sum of the distances of that way's words, 0 for no way yet
	from   int32   // the atom that its last word begins with
	entry  int32   // that word's entry in the dictionary, unknown or ours
}

// ownWord is a domain word at a place of the piece, up to byte end.
type ownWord struct {
	end int32
	*domainWord
}

const (
	unknown = 0  // an atom that is no word
	ours    = -1 // a domain word
)

// unknownDistance is what an atom costs that is no word.
const unknownDistance = 32

// cut appends the words of a piece, which begins at byte from of its text.
func (c *cutter) cut(w *Words, out []Word, piece string, from int) []Word {
	c.read(piece)
	length := float32(0)
	for i := range len(c.atoms) - 1 {
		c.step(w, i, length)
		length = c.atoms[i].length
	}
	return c.words(out, from)
}

// read parts the piece into atoms.
func (c *cutter) read(piece string) {
	c.text, c.atoms = piece, c.atoms[:0]
	run, capitals := false, false
	for i := 0; i < len(piece); {
		r, size := rune(piece[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(piece[i:])
		}
		joins := size <= 2 && (unicode.IsLetter(r) || unicode.IsNumber(r))
		if joins && run {
			c.atoms[len(c.atoms)-1].char = -1
		} else {
			c.atoms = append(c.atoms, atom{start: int32(i), char: r})
		}
		if run = joins; r >= 'A' && r <= 'Z' {
			capitals = true
			if last := &c.atoms[len(c.atoms)-1]; last.char == r {
				last.char += 'a' - 'A'
			}
		}
		i += size
	}
	c.atoms = append(c.atoms, atom{start: int32(len(piece))})
	if capitals {
		c.text = lowerBytes(piece)
	}
}

// lowerBytes is lower for text that may not be UTF-8.
func lowerBytes(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] += 'a' - 'A'
		}
	}
	return string(b)
}

// step tries every word that begins with atom i, behind a way of that length.
func (c *cutter) step(w *Words, i int, length float32) {
	furthest := c.ownWords(w, i)
	alone := false
	for j, node := i, int32(0); j < len(c.atoms)-1; j++ {
		end := c.atoms[j+1].start
		if node >= 0 {
			node = c.walk(node, j)
		}
		if node < 0 && end > furthest {
			break
		}
		entry, distance := int32(unknown), float32(0)
		if node >= 0 {
			if entry = int32(dictionary.entry(node)); entry != unknown {
				distance = w.distances[entry]
			}
		}
		for _, o := range c.own {
			if o.end == end {
				entry, distance = ours, o.distance
			}
		}
		if entry != unknown {
			c.atoms[j].offer(i, entry, length+distance)
			alone = alone || j == i
		}
	}
	if !alone {
		c.atoms[i].offer(i, unknown, length+unknownDistance)
	}
}

// offer takes a way that ends with the word from atom i on where it is the
// likeliest so far.
func (a *atom) offer(i int, entry int32, length float32) {
	if a.length == 0 || a.length > length {
		a.length, a.from, a.entry = length, int32(i), entry
	}
}

// walk returns the node behind node for atom j.
func (c *cutter) walk(node int32, j int) int32 {
	if r := c.atoms[j].char; r >= 0 {
		return dictionary.child(node, r)
	}
	for _, r := range c.text[c.atoms[j].start:c.atoms[j+1].start] {
		if node = dictionary.child(node, r); node < 0 {
			break
		}
	}
	return node
}

// ownWords finds the domain words that begin with atom i, and returns where the
// longest ends.
func (c *cutter) ownWords(w *Words, i int) int32 {
	c.own = c.own[:0]
	r := c.atoms[i].char
	if r < 0 {
		r, _ = utf8.DecodeRuneInString(c.text[c.atoms[i].start:])
	}
	if !w.starts.has(r) {
		return 0
	}
	furthest := int32(0)
	for _, d := range w.domain[r] {
		if strings.HasPrefix(c.text[c.atoms[i].start:], d.text) {
			end := c.atoms[i].start + int32(len(d.text))
			c.own = append(c.own, ownWord{end, d})
			furthest = max(furthest, end)
		}
	}
	return furthest
}

// words appends the words of the way to the last atom.
func (c *cutter) words(out []Word, from int) []Word {
	first := len(out)
	n := 0
	for j := len(c.atoms) - 2; j >= 0; j = int(c.atoms[j].from) - 1 {
		n++
	}
	for range n {
		out = append(out, Word{})
	}
	for j := len(c.atoms) - 2; j >= 0; j = int(c.atoms[j].from) - 1 {
		n--
		a := &c.atoms[j]
		word := &out[first+n]
		word.Start, word.End = from+int(c.atoms[a.from].start), from+int(c.atoms[j+1].start)
		switch a.entry {
		case unknown:
			word.Pos = "x"
		case ours:
			word.Pos = "n"
		default:
			word.Pos = dictionary.speech(int(a.entry))
		}
	}
	return out
}
