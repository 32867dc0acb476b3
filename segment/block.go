// Package segment splits a Document into blocks (headings, paragraphs, list
// items, table rows, noise …), reads each as running text without its line
// breaks and marks (Flow), and cuts that into sentences and words.
package segment

import "suyuan/source"

// Kind says what a block is to a reader.
type Kind uint8

// The kinds of block. The leaf blocks of a document stand one after the other
// and join to its whole text.
const (
	Paragraph Kind = iota
	Heading        // 第一章, 一、, （一）, 1., # …, a box's title, a bold lead sentence
	Item           // ——…, - …, a list item that is more than a heading
	Row            // a row of a table
	Front          // the document's title, number, addressee, date and signature lines
	Contents       // a line of the contents list
	Noise          // site banners, navigation, adverts, page numbers
)

// Block is a stretch of a document. Apart from its place it holds no text.
type Block struct {
	Kind   Kind
	Span   source.Span   // the block with the white space and the ruled lines that follow it; at most MaxBlock bytes
	Body   source.Span   // the same without white space and marks at its ends and without Number
	Number source.Span   // the number or mark of a heading or an item ("（一）", "1.", "专栏2", "——", "-"); empty where it has none
	Level  int           // headings: depth, 1 the highest; 0 otherwise
	Box    bool          // headings: the title of a 专栏 or 重点工程 box
	Mixed  bool          // rows: what stands in which cell cannot be said
	Parent *Block        // the heading above; nil at the top
	Lead   *Block        // items: the paragraph or item above that ends in ： and introduces their list; nil where none
	Skips  []source.Span // inside Body, what no reader reads as text: adverts, page numbers, running heads. White space, line breaks and inline marks are not listed, Flow leaves them out by itself
	Table  *Table        // rows: the table they belong to
	Cells  []Cell        // rows: their cells from left to right
}

// MaxBlock is the greatest length of a block in bytes: a longer paragraph is
// split at the end of a sentence, or hard where there is none, so that no step
// behind it depends on the length of a line.
const MaxBlock = 8 << 10

// Cell is one cell of a table's row. An empty cell has an empty span. Units that
// stand one a line in a cell are cells of the same column each; the columns that
// a merged cell covers beside its own have no cell.
type Cell struct {
	Span   source.Span
	Column int  // 0-based
	Head   bool // belongs to the table's head or is the label of its row group
}

// Table is what a table's rows have in common.
type Table struct {
	Caption *Block   // the heading or line above it that names it; nil where none
	Unit    *Block   // the line 单位：… above it; nil where none
	Rows    []*Block // head rows first
	Heads   int      // how many of Rows are head rows
	Columns int
	Mixed   bool // which cell stands under which head cannot be said
}

// Outline is a document cut into blocks.
type Outline struct {
	Document *source.Document
	Text     string   // the document's as the rules read it, Simplified: the same places
	Blocks   []*Block // in the order of the text, without gap or overlap
}

// Quote returns the text of a span as the rules read it.
func (o *Outline) Quote(s source.Span) string { return o.Text[s.Start:s.End] }
