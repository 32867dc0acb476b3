package segment

import (
	"fmt"
	"iter"
	"math/bits"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/go-ego/gse"
)

// Word is one word of a text: bytes Start to End, with gse's part of speech.
type Word struct {
	Range
	Pos string // v, n, nr …, as in the dictionary; x for what stands in none, numbers too
}

// Words cuts text into words. It is safe for use by several goroutines.
type Words struct {
	domain []domainWord
	marks  *marks // of the texts that the dictionary was chosen for
	sure   bool   // see Sure

	load func() *cutter // once, when it is first asked for
}

// cutter is all that is known of the segmenter: were it a field, the linker would keep
// all its methods, and with them every dictionary that gse embeds.
type cutter struct {
	segment func([]byte) []gse.Segment
	inside  *marks // of the words that it was loaded with
}

// NewWords returns the words of the part of the dictionary that the texts can need, the
// domain's first. It is loaded by Load, or when a text is cut for the first time. Any
// text is cut into the words that the whole dictionary would give: the texts, their
// Flows and parts of them at once, another text after the half millisecond a sentence
// that it takes to choose a part of the dictionary for it.
//
// The whole dictionary takes more than a second and 200 MB to load. A word of it
// that does not stand in a text never changes how the text is cut, as long as
// the sum of all frequencies stays what it was.
func NewWords(domain *Domain, texts iter.Seq[string]) (*Words, error) {
	releaseStart()
	weighed, err := domain.weighed()
	if err != nil {
		return nil, err
	}
	marks := newMarks(textLines)
	for text := range texts {
		marks.add(text)
	}
	return newWords(weighed, marks), nil
}

func newWords(domain []domainWord, m *marks) *Words {
	return &Words{domain: domain, marks: m, load: sync.OnceValue(func() *cutter {
		s, inside, err := newSegmenter(choose(domain, m))
		release(dictionary)
		release(dictionaryIndex)
		if err != nil {
			panic(fmt.Errorf("load the dictionary of words: %w", err)) // which is part of the program
		}
		return &cutter{s.Segment, inside}
	})}
}

// Load loads the dictionary ahead of the first Cut. Who cuts meanwhile waits.
func (w *Words) Load() { w.load() }

// newSegmenter loads words into gse, word by word: a text of them, which gse would
// take as well, it takes to pieces, and it doubles the room for its tokens. It marks
// what stands in them.
func newSegmenter(c chosen) (*gse.Segmenter, *marks, error) {
	inside := newMarks(bits.Len(uint(len(c.domain)+len(c.lines)) / 16)) // a line for 16 words
	s := &gse.Segmenter{Dict: gse.NewDict()}
	s.Dict.Tokens = make([]gse.Token, 0, len(c.domain)+len(c.lines)+1)
	var failed error
	add := func(word string, frequency int, pos string) {
		if err := s.AddToken(word, float64(frequency), pos); err != nil {
			failed = err
		}
		inside.add(word)
	}
	for _, w := range c.domain {
		add(w.text, w.weight, "n")
	}
	for _, line := range c.lines {
		word := line[:strings.IndexByte(line, ' ')]
		pos := line[strings.LastIndexByte(line, ' ')+1 : len(line)-1]
		add(word, frequency(line, word), strings.Clone(pos)) // which is read when the dictionary's memory has been given back
	}
	add(filler, c.rest, "x")
	s.CalcToken()
	return s, inside, failed
}

// maxPiece is the greatest number of bytes that are cut at once: gse adds up
// 32-bit floats and loses precision in a longer text.
const maxPiece = 4 << 10

// rooms hold the copies of what is cut, which gse takes as bytes.
var rooms = sync.Pool{New: func() any { return new([]byte) }}

// Cut appends the words of text to out. They join to it without gap, and no word
// runs over the end of a sentence.
func (w *Words) Cut(out []Word, text string) []Word { return w.pieces(out, text, false) }

// pieces cuts text piece by piece; known says that the dictionary was chosen for it.
func (w *Words) pieces(out []Word, text string, known bool) []Word {
	room := rooms.Get().(*[]byte)
	defer rooms.Put(room)
	for from := 0; from < len(text); {
		n := pieceLen(text[from:])
		*room = append((*room)[:0], text[from:from+n]...)
		fit := w
		if !known {
			fit = w.fit(text[from : from+n])
		}
		for _, s := range fit.load().segment(*room) {
			out = append(out, Word{Range{from + s.Start(), from + s.End()}, s.Token().Pos()})
		}
		from += n
	}
	return out
}

// Over returns the word of text that runs over byte i, which a character begins at, and
// whether one does. Most places take no cut: no word holds the two characters beside them.
func (w *Words) Over(text string, i int) (Word, bool) {
	fit := w.fit(text)
	if i >= 3 && hanAt(text, i-3) && hanAt(text, i) {
		before, _ := nextLetter(text, i-3)
		behind, _ := nextLetter(text, i)
		if !fit.load().inside.get(0, before, behind) {
			return Word{}, false
		}
	}
	for _, x := range fit.Cut(nil, text) {
		if x.Start < i && i < x.End {
			return x, true
		}
	}
	return Word{}, false
}

// Sure returns the words for who cuts Flows of none but the documents whose texts
// NewWords was given: what such a Flow leaves nothing out of is not looked through again.
func (w *Words) Sure() *Words {
	own := *w
	own.sure = true
	return &own
}

// CutFlow appends the words of a range of a flow to out, as Cut does, in bytes of the
// flow's text.
func (w *Words) CutFlow(out []Word, f *Flow, r Range) []Word {
	n := len(out)
	out = w.pieces(out, f.Text[r.Start:r.End], w.sure && !f.partial)
	for i := range out[n:] {
		out[n+i].Start += r.Start
		out[n+i].End += r.Start
	}
	return out
}

// fit returns words whose dictionary was chosen for text.
func (w *Words) fit(text string) *Words {
	if w.marks.covers(text) {
		return w
	}
	m := newMarks(textLines)
	m.add(text)
	return newWords(w.domain, m)
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
