package web

import (
	"sort"
	"sync"

	"suyuan/segment"
	"suyuan/source"
)

// partSize is about how many bytes of text the page fetches at once: two or three
// screens, so that the first of a long document is there at once.
const partSize = 12 << 10

// sheet is a document's text cut into blocks for display, and into parts that the
// page fetches one by one.
type sheet struct {
	document *source.Document
	outline  *segment.Outline
	parts    []part
}

// part is a run of blocks.
type part struct {
	from, to int // of the outline's blocks
	span     source.Span
}

func newSheet(text string) *sheet {
	d := &source.Document{Text: text}
	s := &sheet{document: d, outline: segment.Split(d)}
	blocks := s.outline.Blocks
	for from := 0; from < len(blocks); {
		to := from + 1
		for to < len(blocks) && s.together(from, to) {
			to++
		}
		s.parts = append(s.parts, part{from, to, source.Span{Start: blocks[from].Span.Start, End: blocks[to-1].Span.End}})
		from = to
	}
	return s
}

// together reports whether the block to belongs in the part that begins with the
// block from. A table is cut only where it is many parts long.
func (s *sheet) together(from, to int) bool {
	b := s.outline.Blocks[to]
	size := b.Span.End - s.outline.Blocks[from].Span.Start
	inTable := b.Table != nil && s.outline.Blocks[to-1].Table == b.Table
	return size <= partSize || inTable && size <= 4*partSize
}

// partAt returns the number of the part that the byte lies in.
func (s *sheet) partAt(at int) int {
	n := sort.Search(len(s.parts), func(i int) bool { return s.parts[i].span.End > at })
	return min(n, max(0, len(s.parts)-1))
}

// sheets keeps the sheets looked at last.
type sheets struct {
	mu   sync.Mutex
	kept []*keptSheet // the one used last comes first
}

type keptSheet struct {
	sum   string
	once  sync.Once
	sheet *sheet
	err   error
}

// mostSheets is how many are kept.
const mostSheets = 12

// of returns the sheet of the text with this hash, which read reads where it is not kept. Two requests for the same text share the work.
func (c *sheets) of(sum string, read func() (string, error)) (*sheet, error) {
	k := c.slot(sum)
	k.once.Do(func() {
		var text string
		text, k.err = read()
		if k.err == nil {
			k.sheet = newSheet(text)
		}
	})
	if k.err != nil {
		c.drop(k)
	}
	return k.sheet, k.err
}

func (c *sheets) slot(sum string) *keptSheet {
	c.mu.Lock()
	defer c.mu.Unlock()
	for i, k := range c.kept {
		if k.sum == sum {
			copy(c.kept[1:i+1], c.kept[:i])
			c.kept[0] = k
			return k
		}
	}
	k := &keptSheet{sum: sum}
	c.kept = append([]*keptSheet{k}, c.kept[:min(len(c.kept), mostSheets-1)]...)
	return k
}

func (c *sheets) drop(gone *keptSheet) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for i, k := range c.kept {
		if k == gone {
			c.kept = append(c.kept[:i], c.kept[i+1:]...)
			return
		}
	}
}
