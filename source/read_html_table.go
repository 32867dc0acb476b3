package source

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// table writes a table of figures as a grid, and one that is there for layout as
// the blocks that stand in it.
func (r *renderer) table(n *html.Node) {
	r.end()
	s := r.sheet(n)
	if s == nil {
		if !r.isMenu(n) {
			r.children(n)
		}
		r.end()
		return
	}
	for c := range n.ChildNodes() {
		if c.DataAtom == atom.Caption {
			r.node(c)
		}
	}
	for _, line := range s.above {
		r.text(line)
		r.end()
	}
	s.write(&r.out)
}

// sheet returns the grid of a table of figures, nil for one that is there for
// layout: it has another table in it, less than two rows or columns, or very
// long cells.
func (p *page) sheet(n *html.Node) *sheet {
	g := &gridder{page: p, table: n, sheet: &sheet{}}
	if !g.rows(n, false) || !g.sheet.fits() {
		return nil
	}
	g.sheet.heads = max(1, g.heads)
	return g.sheet
}

// gridder puts the cells of a table in their places.
type gridder struct {
	*page
	table *html.Node
	sheet *sheet
	under [sheetWidth]int // by column: the first row that no cell from above covers
	row   int
	heads int
}

// rows takes the rows below n; false if another table stands in it.
func (g *gridder) rows(n *html.Node, head bool) bool {
	for c := range n.ChildNodes() {
		switch c.DataAtom {
		case atom.Thead, atom.Tbody, atom.Tfoot:
			if !g.rows(c, c.DataAtom == atom.Thead) {
				return false
			}
		case atom.Tr:
			if !g.cells(c, head) {
				return false
			}
		}
	}
	return true
}

// cells takes one row.
func (g *gridder) cells(tr *html.Node, head bool) bool {
	column, deep, heads := 0, 1, 0
	first := g.row == 0
	for c := range tr.ChildNodes() {
		if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
			continue
		}
		for column < sheetWidth && g.under[column] > g.row {
			column++
		}
		wide, high := span(c, "colspan"), span(c, "rowspan")
		if column+wide > sheetWidth || g.counts[c].tables > 0 {
			return false
		}
		text := oneLine(unmarked(g.render(c, nil)))
		if first && wide > 1 && alone(c) {
			g.sheet.above = append(g.sheet.above, text)
			return true
		}
		g.place(column, wide, high, text, first || head || c.DataAtom == atom.Th)
		column += wide
		deep = max(deep, high)
		if c.DataAtom == atom.Th {
			heads++
		}
	}
	if column == 0 {
		return true
	}
	if head || g.heads == g.row && heads > 1 && heads == column {
		g.heads = g.row + 1
	}
	if first {
		g.heads = max(g.heads, deep)
	}
	g.row++
	return true
}

// place puts a cell and covers what it runs over. In the head each column has
// its text, so that a year over two columns is that of both.
func (g *gridder) place(column, wide, high int, text string, head bool) {
	g.sheet.put(g.row, column+wide-1, "")
	for k := range wide {
		g.under[column+k] = g.row + high
		if k == 0 || head {
			g.sheet.put(g.row, column+k, text)
		}
	}
}

// span returns how many columns or rows a cell runs over.
func span(n *html.Node, key string) int {
	k, err := strconv.Atoi(strings.TrimSpace(attribute(n, key)))
	if err != nil {
		return 1
	}
	return min(max(k, 1), 1000)
}

// alone reports whether a cell is the only one of its row.
func alone(n *html.Node) bool {
	for c := range n.Parent.ChildNodes() {
		if c != n && (c.DataAtom == atom.Td || c.DataAtom == atom.Th) {
			return false
		}
	}
	return true
}

// unmarked takes the marks of lines and bold text off, which a cell does without.
func unmarked(text string) string {
	var lines []string
	for line := range strings.Lines(text) {
		lines = append(lines, strings.TrimPrefix(strings.TrimLeft(line, "#"), "- "))
	}
	return strings.ReplaceAll(strings.Join(lines, ""), "**", "")
}
