package segment

import "iter"

// Word is one word of a text: bytes Start to End, with gse's part of speech.
type Word struct {
	Range
	Pos string // v, n, nr …, as in the dictionary; "" where unknown
}

// Words cuts text into words. It is safe for use by several goroutines.
type Words struct{}

// NewWords loads the part of the dictionary that the texts can need, domain words
// first. Cutting a text that is not among them, nor a part of one, gives other
// words than the whole dictionary would.
func NewWords(domain []string, texts iter.Seq[string]) (*Words, error) { return &Words{}, nil }

// Cut returns the words of text, which join to it without gap.
func (w *Words) Cut(text string) []Word { return nil }
