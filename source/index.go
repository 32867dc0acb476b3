package source

import (
	"strings"
	"unicode/utf8"
)

// stride is the distance in bytes between two counted places of an Index: small
// enough that the count from one to the next costs nothing, large enough that
// the index of a long text stays small.
const stride = 128

// Index turns byte offsets of one text into characters and lines. A byte offset
// is the only stored truth; both others are counted from it.
type Index struct {
	text  string
	chars []int32 // characters before byte i*stride
	lines []int32 // line feeds before byte i*stride
}

// NewIndex counts through text once.
func NewIndex(text string) *Index {
	n := len(text)/stride + 1
	x := &Index{text: text, chars: make([]int32, n), lines: make([]int32, n)}
	for i := 1; i < n; i++ {
		part := text[(i-1)*stride : i*stride]
		x.chars[i] = x.chars[i-1] + int32(starts(part))
		x.lines[i] = x.lines[i-1] + int32(strings.Count(part, "\n"))
	}
	return x
}

// Char returns the number of characters (Unicode code points) before the byte
// offset, which must stand at the start of a character or at the end of the text.
func (x *Index) Char(offset int) int {
	i := offset / stride
	return int(x.chars[i]) + starts(x.text[i*stride:offset])
}

// Line returns the 1-based line that the byte offset stands on.
func (x *Index) Line(offset int) int {
	i := offset / stride
	return int(x.lines[i]) + strings.Count(x.text[i*stride:offset], "\n") + 1
}

// starts counts the bytes of s at which a character starts: a piece cut in the
// middle of one is counted rightly, which utf8.RuneCountInString is not.
func starts(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if utf8.RuneStart(s[i]) {
			n++
		}
	}
	return n
}
