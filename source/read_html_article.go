package source

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// page is a parsed page with what was counted in its elements.
type page struct {
	counts map[*html.Node]count
}

// count says how many characters an element holds.
type count struct {
	running int // running text: sentences and cells, links aside
	all     int
	linked  int // within links
	links   int // how many links
	tables  int // how many tables
	labels  int // how many cells are labels of a site's table about the document
}

// articleOf returns the element that holds the article: from the body down, as
// long as one child has nearly all of the running text. Menus and footers have
// none, since a link does not count, nor a line without a sentence's marks.
func (p *page) articleOf(body *html.Node) *html.Node {
	n := body
	for {
		heavy := p.heaviest(n)
		if heavy == nil || p.counts[heavy].running*10 < p.counts[n].running*9 || p.isText(heavy) {
			return n
		}
		n = heavy
	}
}

// isText tells a paragraph or a table of figures from what is there for layout.
func (p *page) isText(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.Li, atom.Ul, atom.Ol, atom.Pre, atom.Blockquote, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	case atom.Table:
		return p.sheet(n) != nil
	}
	return false
}

func (p *page) heaviest(n *html.Node) *html.Node {
	var best *html.Node
	for c := range n.ChildNodes() {
		if k := p.counts[c].running; k > 0 && (best == nil || k > p.counts[best].running) {
			best = c
		}
	}
	return best
}

// count counts in n and all below it.
func (p *page) count(n *html.Node, cell, link bool) (sum count) {
	if n.Type == html.TextNode {
		sum.all = visible(n.Data)
		if link {
			sum.linked = sum.all
		} else if cell || strings.ContainsAny(n.Data, "。，；") {
			sum.running = sum.all
		}
		return sum
	}
	if hidden(n) {
		return sum
	}
	switch n.DataAtom {
	case atom.A:
		link, sum.links = true, 1
	case atom.Table:
		sum.tables = 1
	case atom.Td, atom.Th:
		cell = true
		if n.FirstChild != nil && n.FirstChild == n.LastChild {
			if label, _ := labelOf(n.FirstChild.Data); label != "" {
				sum.labels = 1
			}
		}
	}
	for c := range n.ChildNodes() {
		k := p.count(c, cell, link)
		sum = count{sum.running + k.running, sum.all + k.all, sum.linked + k.linked, sum.links + k.links, sum.tables + k.tables, sum.labels + k.labels}
	}
	if n.DataAtom == atom.Table && sum.tables == 1 && sum.labels > 1 {
		sum.running = 0
	}
	p.counts[n] = sum
	return sum
}

// visible returns how many characters of s are no white space.
func visible(s string) (n int) {
	for _, r := range s {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

// hidden reports whether an element is nothing that a reader of the article sees.
func hidden(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Object, atom.Svg, atom.Head, atom.Nav, atom.Aside,
		atom.Footer, atom.Button, atom.Select, atom.Textarea, atom.Input, atom.Canvas, atom.Audio, atom.Video, atom.Map:
		return true
	}
	if n.Type == html.CommentNode {
		return true
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			return a.Val == "true"
		case "style":
			style := strings.ToLower(spaceless(a.Val))
			return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
		}
	}
	return false
}

// isMenu reports whether a block is a list of links: at least three of them, and
// hardly a word beside.
func (p *page) isMenu(n *html.Node) bool {
	k := p.counts[n]
	return k.links >= 3 && k.linked*10 >= k.all*7
}

// labels are the words of the table that government sites put above a document.
var labels = [...]string{"索引号", "统一编号", "发文字号", "文号", "文件编号", "发布机构", "发文机关", "发文机构", "制定机关", "成文日期", "发文日期", "印发日期",
	"发布日期", "公开日期", "发布时间", "生成日期", "有效性", "主题分类", "公开主体"}

// labelled returns the lines of a site's table about the document that stand in
// text: 索引号：…, 成文日期：….
func labelled(text string) string {
	var out strings.Builder
	seen := map[string]bool{}
	pieces := strings.FieldsFunc(text, func(r rune) bool { return r == '|' || r == '\n' })
	for i, piece := range pieces {
		label, value := labelOf(piece)
		if label == "" || seen[label] {
			continue
		}
		if value == "" && i+1 < len(pieces) {
			if next, _ := labelOf(pieces[i+1]); next == "" {
				value = strings.TrimSpace(pieces[i+1])
			}
		}
		if value != "" {
			seen[label] = true
			out.WriteString(label + "：" + value + "\n")
		}
	}
	return out.String()
}

// labelOf cuts a label off a piece of text, "" if it begins with none.
func labelOf(piece string) (label, value string) {
	name, value, found := strings.Cut(strings.NewReplacer("：", ":").Replace(piece), ":")
	name = spaceless(strings.Trim(name, "[]【】*"))
	for _, l := range labels {
		if name == l {
			if !found {
				value = ""
			}
			return l, strings.TrimSpace(value)
		}
	}
	return "", ""
}
