package segment

import (
	"sort"
	"strings"
	"unicode/utf8"

	"suyuan/source"
)

// partition gives every block the text up to the next one, so that the blocks
// join to the whole text, and cuts those that are longer than MaxBlock.
func partition(text string, blocks []*Block) []*Block {
	if len(blocks) == 0 && text != "" {
		blocks = []*Block{{}}
	}
	long := false
	for i, b := range blocks {
		if i == 0 {
			b.Span.Start = 0
		}
		b.Span.End = len(text)
		if i+1 < len(blocks) {
			b.Span.End = blocks[i+1].Span.Start
		}
		long = long || b.Span.Len() > MaxBlock
	}
	if !long {
		return blocks
	}
	out := make([]*Block, 0, len(blocks)+1)
	for _, b := range blocks {
		out = cutBlock(out, text, b)
	}
	return out
}

// cutBlock appends b to out, in pieces where it is longer than MaxBlock. The
// first piece keeps the number; a row is kept only where one piece holds it.
func cutBlock(out []*Block, text string, b *Block) []*Block {
	span, body, skips := b.Span, b.Body, b.Skips
	out = append(out, b)
	for piece := b; span.Len() > MaxBlock; {
		at := cutAt(text, span, body)
		rest := *piece
		piece.Span = source.Span{Start: span.Start, End: at}
		piece.Body, rest.Body = divide(text, body, at)
		piece.Skips, rest.Skips = divideSkips(skips, at)
		piece.Cells, rest.Cells = divideCells(piece.Cells, at)
		rest.Number = source.Span{Start: rest.Body.Start, End: rest.Body.Start}
		if piece.Number.End > at {
			piece.Number = source.Span{Start: piece.Body.Start, End: piece.Body.Start}
		}
		if body.Start > at {
			rest.Number = b.Number
		}
		span.Start = at
		rest.Span = span
		body, skips = rest.Body, rest.Skips
		piece = &rest
		out = append(out, piece)
	}
	return out
}

// cutAt returns where to cut a block that is too long: behind the last sentence
// that fits, behind the last ； or line where none ends, else between two
// characters that are not of one number or Latin word.
func cutAt(text string, span, body source.Span) int {
	limit := span.Start + MaxBlock
	if body.Start > span.Start && body.Start <= limit && body.End > limit && body.Start-span.Start > MaxBlock/2 {
		return body.Start
	}
	if body.End <= limit && body.End > span.Start && body.End >= span.Start+1 {
		return runeStart(text, limit) // only white space follows
	}
	from := span.Start + MaxBlock/2
	best := 0
	for i := from; i < limit; i++ {
		if n := sentenceEnd(text[i:min(len(text), i+24)]); n > 0 && i+n <= limit {
			best = i + n
		}
	}
	for i := limit - 1; best == 0 && i > from; i-- {
		if text[i] == '\n' || text[i] == ';' && text[i-1] < 0x80 {
			best = i + 1
		} else if text[i] == 0x9b && i >= 2 && text[i-2:i+1] == "；" {
			best = i + 1
		}
	}
	for i := runeStart(text, limit); best == 0 && i > from; {
		before, n := utf8.DecodeLastRuneInString(text[:i])
		if after, _ := utf8.DecodeRuneInString(text[i:]); !joined(before) || !joined(after) {
			best = i
		}
		i -= n
	}
	if best == 0 {
		best = limit
	}
	return runeStart(text, best)
}

// joined reports whether r is of a kind that numbers and Latin words are written with.
func joined(r rune) bool {
	return wordy(r) || r >= '０' && r <= 'ｚ' || strings.ContainsRune(".,，%％．〇零一二两三四五六七八九十百千万亿点", r)
}

// runeStart returns the last position up to i at which a character starts.
func runeStart(text string, i int) int {
	if i >= len(text) {
		return len(text)
	}
	for k := i; k > i-utf8.UTFMax && k > 0; k-- {
		if utf8.RuneStart(text[k]) {
			return k
		}
	}
	return i
}

// divide cuts a body at a byte and leaves out the white space at the cut.
func divide(text string, body source.Span, at int) (before, after source.Span) {
	if body.End <= at {
		return body, source.Span{Start: at, End: at}
	}
	if body.Start >= at {
		return source.Span{Start: at, End: at}, body
	}
	_, end := trim(text, body.Start, at)
	start, _ := trim(text, at, body.End)
	return source.Span{Start: body.Start, End: end}, source.Span{Start: start, End: body.End}
}

func divideSkips(skips []source.Span, at int) (before, after []source.Span) {
	i := sort.Search(len(skips), func(i int) bool { return skips[i].End > at })
	before, after = skips[:i:i], skips[i:]
	if len(after) > 0 && after[0].Start < at {
		before = append(before, source.Span{Start: after[0].Start, End: at})
		after = append([]source.Span{{Start: at, End: after[0].End}}, after[1:]...)
	}
	return before, after
}

func divideCells(cells []Cell, at int) (before, after []Cell) {
	i := sort.Search(len(cells), func(i int) bool { return cells[i].Span.End > at })
	return cells[:i:i], cells[i:]
}
