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
	s.write(&r.out)
}

// sheet returns the grid of a table of figures, nil for one that is there for
// layout: it has another table in it, less than two rows or columns, or very
// long cells.
func (p *page) sheet(n *html.Node) *sheet {
	s := &sheet{}
	if p.counts[n].tables > 1 || !p.rows(s, n, false) || !s.fits() {
		return nil
	}
	return s
}

// rows adds the rows below n and reports whether they are narrow enough.
func (p *page) rows(s *sheet, n *html.Node, head bool) bool {
	for c := range n.ChildNodes() {
		fits := true
		switch c.DataAtom {
		case atom.Thead, atom.Tbody, atom.Tfoot:
			fits = p.rows(s, c, c.DataAtom == atom.Thead)
		case atom.Tr:
			fits = p.row(s, c, head)
		}
		if !fits {
			return false
		}
	}
	return true
}

// row adds one row.
func (p *page) row(s *sheet, tr *html.Node, head bool) bool {
	var cells []cell
	for c := range tr.ChildNodes() {
		if c.DataAtom == atom.Td || c.DataAtom == atom.Th {
			cells = append(cells, cell{
				text: oneLine(unmarked(p.render(c, nil))),
				wide: span(c, "colspan"), high: span(c, "rowspan"),
				head: head || c.DataAtom == atom.Th,
			})
		}
	}
	return len(cells) == 0 || s.add(cells)
}

// span returns how many columns or rows a cell runs over.
func span(n *html.Node, key string) int {
	k, err := strconv.Atoi(strings.TrimSpace(attribute(n, key)))
	if err != nil {
		return 1
	}
	return min(max(k, 1), 1000)
}

// unmarked takes the marks of lines and bold text off, which a cell does without.
func unmarked(text string) string {
	var lines []string
	for line := range strings.Lines(text) {
		lines = append(lines, strings.TrimPrefix(strings.TrimLeft(line, "#"), "- "))
	}
	return strings.ReplaceAll(strings.Join(lines, ""), "**", "")
}
