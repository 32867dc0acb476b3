package source

import (
	"strings"
	"unicode"

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
	stop    *html.Node
	stopped bool
	out     strings.Builder
	line    strings.Builder
	mark    string // what the line begins with: "## " of a heading, "- " of an item
	bold    int    // bytes of the line, from its start, that are bold
	gap     bool   // white space stands behind what was written of the line
}

// node writes one node with all below it.
func (r *renderer) node(n *html.Node) {
	r.stopped = r.stopped || n == r.stop
	switch {
	case r.stopped || hidden(n):
	case n.Type == html.TextNode:
		r.text(n.Data)
	case n.DataAtom == atom.Br || n.DataAtom == atom.Hr:
		r.end()
	case n.DataAtom == atom.Sup:
		r.superscript(n)
	case n.DataAtom == atom.B || n.DataAtom == atom.Strong:
		r.strong(n)
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

// text writes running text: white space of any kind is one blank, and none at
// the ends of a line. What cannot be seen is left out.
func (r *renderer) text(s string) {
	for _, c := range s {
		switch {
		case unicode.IsSpace(c):
			r.gap = true
		case c == '\u200b' || c == '\ufeff' || c == '\u00ad' || unicode.IsControl(c):
		default:
			if r.gap && r.line.Len() > 0 {
				r.line.WriteByte(' ')
			}
			r.gap = false
			r.line.WriteRune(c)
		}
	}
}

// superscript writes the 2 of m² as such.
func (r *renderer) superscript(n *html.Node) {
	if n.FirstChild != nil && n.FirstChild == n.LastChild {
		switch strings.TrimSpace(n.FirstChild.Data) {
		case "2":
			r.text("²")
			return
		case "3":
			r.text("³")
			return
		}
	}
	r.children(n)
}

// strong writes bold text, and keeps in mind where it begins a line: there it is
// a heading, alone or in front of its paragraph.
func (r *renderer) strong(n *html.Node) {
	leads := r.line.Len() == r.bold
	r.children(n)
	if leads {
		r.bold = r.line.Len()
	}
}

// end ends the line, if there is something on it.
func (r *renderer) end() {
	line, bold := r.line.String(), r.bold
	r.line.Reset()
	r.bold, r.gap = 0, false
	if line == "" {
		return
	}
	lead := line[:min(bold, len(line))]
	if r.mark == "" && (lead == line || strings.HasSuffix(lead, "。") || strings.HasSuffix(lead, "：")) && lead != "" {
		line = "**" + lead + "**" + line[len(lead):]
	}
	r.out.WriteString(r.mark + line + "\n")
	r.mark = ""
}
