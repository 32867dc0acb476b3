package segment

import "suyuan/source"

// Split cuts a document into blocks: first into lines, then, from the top, into
// what the lines make up. It takes time linear in the text.
func Split(d *source.Document) *Outline {
	text := Simplified(d.Text)
	s := &splitter{text: text, lines: cutLines(text), front: true, asked: -1}
	s.settleWeak()
	s.markNoise(d.Pages)
	s.wrap = wrapWidth(s.lines)
	s.markContents()
	for i := s.next(0); i < len(s.lines); {
		i = s.next(s.take(i))
	}
	s.noiseBefore(len(s.lines))
	return &Outline{Document: d, Text: text, Blocks: partition(text, s.out)}
}

// settleWeak takes from lines like 1 总则 the number that no 1.1 under it proves.
func (s *splitter) settleWeak() {
	for i := range s.lines {
		n := &s.lines[i].number
		if !n.weak {
			continue
		}
		k := s.following(i + 1)
		if k >= len(s.lines) || s.lines[k].number.style != decimal || s.lines[k].number.value != 1 || s.lines[i].width > longBare {
			*n = numbering{}
		}
	}
}

// splitter is a document on its way into blocks.
type splitter struct {
	text    string
	lines   []line
	out     []*Block
	done    int             // lines before this one are in a block
	wrap    int32           // width at which the text's lines are broken, 0 where paragraphs stand on one line
	open    []opened        // the headings that the next block stands under, outermost first
	last    [numbered]int16 // the number last seen of each style
	front   bool            // title lines may stand here
	asked   int             // the line that a table was last looked for on
	answer  *grid
	before  *Table           // the table made last
	tagless int              // up to here no HTML table begins
	barren  [layoutCount]int // up to this line no table of the layout begins
	reach   int              // the line up to which a layout has looked
	lead    *Block           // the block above, where it ends in ： and introduces a list
}

// next returns the first line from i on that is neither blank nor noise.
func (s *splitter) next(i int) int {
	for i < len(s.lines) && (s.lines[i].role == blank || s.lines[i].role == noise) {
		i++
	}
	return i
}

// take makes blocks of the line i and of what belongs to it, and returns the line behind.
func (s *splitter) take(i int) int {
	if s.lines[i].role == contents {
		s.front = true
		return s.add(Contents, i, i, 0)
	}
	if end := s.table(i); end > i {
		return end
	}
	if s.captioned(i) {
		n := int32(labelled(s.lines[i].text(s.text)))
		s.heading(i, i, numbering{style: caption, length: n, bare: n}, int(s.lines[i].tail), false)
		return i + 1
	}
	if end := s.matter(i); end > i {
		return end
	}
	if s.lines[i].number.style != none {
		return s.numbered(i)
	}
	return s.unnumbered(i)
}

// quote returns the text of a span.
func (s *splitter) quote(sp source.Span) string { return s.text[sp.Start:sp.End] }

// add appends a block of the lines i to j, whose number is as many bytes long, and returns the line behind.
func (s *splitter) add(kind Kind, i, j int, number int32) int {
	s.block(kind, i, j, number, int(s.lines[j].tail))
	return j + 1
}

// block appends a block that begins on line i and whose body ends at the byte
// end on line j, and returns it.
func (s *splitter) block(kind Kind, i, j int, number int32, end int) *Block {
	s.noiseBefore(i)
	head := int(s.lines[i].head)
	b := &Block{
		Kind:   kind,
		Span:   source.Span{Start: int(s.lines[i].from)},
		Number: source.Span{Start: head, End: head},
		Body:   source.Span{Start: head + int(number), End: end},
		Parent: s.parent(),
	}
	b.Skips = s.skips(i, j, b.Body)
	if number > 0 {
		_, stop := trim(s.text, head, head+int(number))
		if n := &s.lines[i].number; n.length == number {
			stop = head + int(n.bare)
		}
		b.Number.End = stop
	}
	s.push(b)
	s.done = j + 1
	return b
}

// push appends b to the document's blocks.
func (s *splitter) push(b *Block) {
	if b.Kind != Noise {
		switch {
		case b.Kind == Item && s.lead != nil && s.lead.Kind != Heading:
			b.Lead = s.lead
		case b.Kind != Row:
			s.lead = nil
		}
		if (b.Kind == Paragraph || b.Kind == Item && b.Lead == nil) && b.Body.Len() > 0 && introduces(s.quote(b.Body)) {
			s.lead = b
		}
	}
	s.out = append(s.out, b)
}

// noiseBefore appends the lines of noise that stand before line i and are in no block yet.
func (s *splitter) noiseBefore(i int) {
	for ; s.done < i; s.done++ {
		if l := &s.lines[s.done]; l.role == noise {
			s.push(&Block{
				Kind: Noise, Span: source.Span{Start: int(l.from)}, Parent: s.parent(),
				Number: source.Span{Start: int(l.from), End: int(l.from)},
				Body:   source.Span{Start: int(l.from), End: int(l.to)},
			})
		}
	}
}

// skips returns what no reader reads of a body on the lines i to j.
func (s *splitter) skips(i, j int, body source.Span) []source.Span {
	var out []source.Span
	for k := i; k <= j; k++ {
		switch l := &s.lines[k]; {
		case l.role == noise || l.role == blank && l.to > l.from:
			// what is left of a table's line may be a mark alone: a body without text
			if whole := (source.Span{Start: int(l.from), End: int(l.to)}); body.Contains(whole) {
				out = append(out, whole)
			}
		case l.role == plain && (l.odd || l.gaps):
			out = adverts(out, s.text, max(int(l.head), body.Start), min(int(l.tail), body.End), l.odd, l.gaps)
		}
	}
	return out
}
