package source

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// render returns the text below n, a line for each block, up to the element stop.
func (p *page) render(n, stop *html.Node) string {
	r := &renderer{page: p, stop: stop}
	r.node(n)
	r.end()
	return r.out.String()
}

// renderer writes a page's text, line by line.
type renderer struct {
	*page
	line
	stop    *html.Node
	stopped bool
	out     strings.Builder
}

// node writes one node with all below it.
func (r *renderer) node(n *html.Node) {
	r.stopped = r.stopped || n == r.stop
	switch {
	case r.stopped || hidden(n):
	case n.Type == html.TextNode:
		r.write(n.Data)
	case n.DataAtom == atom.Br || n.DataAtom == atom.Hr:
		r.end()
	case n.DataAtom == atom.Sup:
		r.superscript(n)
	case n.DataAtom == atom.B || n.DataAtom == atom.Strong:
		r.strongly(func() { r.children(n) })
	case n.DataAtom == atom.Table:
		r.table(n)
	case isBlock(n):
		r.block(n)
	default:
		r.children(n)
	}
}

func (r *renderer) children(n *html.Node) {
	for c := range n.ChildNodes() {
		r.node(c)
	}
}

// block writes an element that stands on lines of its own, lists of links aside.
func (r *renderer) block(n *html.Node) {
	if r.isMenu(n) {
		return
	}
	r.end()
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		r.mark = strings.Repeat("#", int(n.Data[1]-'0')) + " "
	case atom.Li:
		r.mark = "- "
	}
	r.children(n)
	r.end()
}

func isBlock(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Body, atom.Div, atom.P, atom.Section, atom.Article, atom.Main, atom.Header, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
		atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Dt, atom.Dd, atom.Pre, atom.Blockquote, atom.Center, atom.Form, atom.Fieldset, atom.Figure,
		atom.Figcaption, atom.Address, atom.Details, atom.Summary, atom.Tr, atom.Td, atom.Th, atom.Caption, atom.Tbody, atom.Thead, atom.Tfoot:
		return true
	}
	return false
}

// superscript writes the 2 of m² as such.
func (r *renderer) superscript(n *html.Node) {
	if n.FirstChild != nil && n.FirstChild == n.LastChild {
		switch strings.TrimSpace(n.FirstChild.Data) {
		case "2":
			r.write("²")
			return
		case "3":
			r.write("³")
			return
		}
	}
	r.children(n)
}

// end ends the line, if there is something on it.
func (r *renderer) end() { r.out.WriteString(r.take()) }
