package store

import (
	"encoding/hex"
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"

	"suyuan/segment"
	"suyuan/source"
)

// places says where the spans of one document lie: in which block, at which
// character, on which line.
type places struct {
	outline *segment.Outline
	index   *source.Index
	text    [32]byte // SHA-256 of the text
	last    int      // the block that was found last: the next one is mostly the same
}

// place is a span as the database keeps it.
type place struct {
	block int // in outline.Blocks
	start int // byte
	char  int
	line  int
	quote string
}

// newPlaces checks that the blocks join to the text.
func newPlaces(o *segment.Outline) (*places, error) {
	p := &places{outline: o, index: source.NewIndex(o.Document.Text), text: o.Document.TextSum()}
	at := 0
	for i, b := range o.Blocks {
		if b.Span.Start != at || b.Span.End <= at || b.Span.End > len(o.Document.Text) {
			return nil, fmt.Errorf("block %d spans bytes %d to %d where one was to begin at %d: the blocks do not join to the text", i+1, b.Span.Start, b.Span.End, at)
		}
		at = b.Span.End
	}
	if at != len(o.Document.Text) {
		return nil, fmt.Errorf("the blocks end at byte %d, the text at %d", at, len(o.Document.Text))
	}
	if i := strings.IndexByte(o.Document.Text, 0); i >= 0 {
		return nil, fmt.Errorf("the text has a NUL character at byte %d", i)
	}
	return p, nil
}

// textSum is the SHA-256 of the text as the database keeps it.
func (p *places) textSum() string { return hex.EncodeToString(p.text[:]) }

// find returns the place of a span that is not empty, lies in one block and
// begins and ends at a character.
func (p *places) find(s source.Span) (place, error) {
	i, err := p.within(s)
	if err != nil {
		return place{}, err
	}
	return place{i, s.Start, p.index.Char(s.Start), p.index.Line(s.Start), p.outline.Document.Text[s.Start:s.End]}, nil
}

// at returns the block that has a byte of the text.
func (p *places) at(start int) int {
	blocks := p.outline.Blocks
	return sort.Search(len(blocks), func(i int) bool { return blocks[i].Span.End > start })
}

// number returns the place of b in outline.Blocks, and whether it is one of them.
func (p *places) number(b *segment.Block) (int, bool) {
	i := p.at(b.Span.Start)
	return i, i < len(p.outline.Blocks) && p.outline.Blocks[i] == b
}

// within returns the block of such a span.
func (p *places) within(s source.Span) (int, error) {
	text, blocks := p.outline.Document.Text, p.outline.Blocks
	if s.Start < 0 || s.End > len(text) || s.Start >= s.End {
		return 0, fmt.Errorf("bytes %d to %d are no stretch of a text of %d", s.Start, s.End, len(text))
	}
	i := p.last
	if at := blocks[i].Span; s.Start < at.Start || s.Start >= at.End {
		i = p.at(s.Start)
		p.last = i
	}
	if !blocks[i].Span.Contains(s) {
		return 0, fmt.Errorf("bytes %d to %d, %q, run over the end of their block", s.Start, s.End, text[s.Start:s.End])
	}
	if !utf8.RuneStart(text[s.Start]) || s.End < len(text) && !utf8.RuneStart(text[s.End]) {
		return 0, fmt.Errorf("bytes %d to %d, %q, cut a character in two", s.Start, s.End, text[s.Start:s.End])
	}
	return i, nil
}
