package source

import (
	"context"
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

// webPage makes a text of the article on a web page: a heading's mark before
// headings, a line for each paragraph, tables in Markdown. Menus, banners and
// footers are left out, and so are scripts and what a browser hides.
var webPage = reader{
	name:  "html/1",
	knows: isHTML,
	read: func(_ context.Context, f *File, d *Document) *Error {
		if err := f.decode(d); err != nil {
			return err
		}
		_, err := io.Copy(io.Discard, newLean(d.Text)) // before a parser has filled the memory
		var root *html.Node
		if err == nil {
			root, err = html.Parse(newLean(d.Text))
		}
		switch {
		case errors.Is(err, errTags):
			return &Error{Path: f.Name, Err: ErrHostile, Detail: err.Error(), Next: "save the page as text"}
		case errors.Is(err, errMade):
			return &Error{Path: f.Name, Err: ErrTooLarge, Detail: err.Error(), Next: "split it, or save it as text"}
		case err != nil:
			return &Error{Path: f.Name, Err: ErrFormat, Detail: err.Error(), Next: "save the page as text"}
		}
		d.Text, d.MediaType = pageText(root), "text/html"
		return nil
	},
}

// isHTML reports whether data begins as a page does. A piece cut out of a page is
// a text that has tags left in it.
func isHTML(data string) bool {
	head := data[:min(2048, len(data))]
	for _, mark := range [...]string{"\xff\xfe", "\xfe\xff", "<\x00", "\x00<"} {
		if strings.HasPrefix(head, mark) {
			head = strings.ReplaceAll(strings.TrimPrefix(strings.TrimPrefix(head, "\xff\xfe"), "\xfe\xff"), "\x00", "") // UTF-16: the tags remain
			break
		}
	}
	head = strings.ToLower(strings.TrimLeft(strings.TrimPrefix(head, "\ufeff"), " \t\r\n\f"))
	for _, open := range [...]string{"<!--", "<?xml"} {
		for strings.HasPrefix(head, open) {
			_, rest, found := strings.Cut(head, ">")
			if !found {
				return false
			}
			head = strings.TrimLeft(rest, " \t\r\n\f")
		}
	}
	for _, tag := range [...]string{"<!doctype html", "<html", "<head", "<body"} {
		if strings.HasPrefix(head, tag) {
			return true
		}
	}
	return false
}

// declared returns the name of the encoding that a page states in its head, "" if
// it states none.
func declared(data string) string {
	if !isHTML(data) {
		return ""
	}
	_, name, _ := charset.DetermineEncoding([]byte(data[:min(1024, len(data))]), "")
	return name
}

// pageText returns the text of a page: what its metadata table says of the
// document, its title, its article.
func pageText(root *html.Node) string {
	body := find(root, atom.Body)
	if body == nil {
		body = root
	}
	p := &page{counts: map[*html.Node]count{}}
	p.count(body, false, false)
	article := p.articleOf(body)
	text := p.render(article, nil)
	front := labelled(p.render(body, article))
	if title := p.title(root); title != "" && !strings.Contains(spaceless(firstLines(text)), spaceless(title)) {
		front += "# " + title + "\n"
	}
	return front + text
}

// firstLines is where an article gives its own title.
func firstLines(text string) string {
	lines := strings.SplitN(text, "\n", 16)
	return strings.Join(lines[:min(15, len(lines))], "\n")
}

// title returns the title of the article: that of the publishing system, the
// one great heading, or that of the page without the site's name.
func (p *page) title(root *html.Node) string {
	if title := metaContent(root, "articletitle"); title != "" {
		return title
	}
	if h := find(root, atom.H1); h != nil {
		if title := strings.TrimPrefix(oneLine(p.render(h, nil)), "# "); title != "" {
			return title
		}
	}
	t := find(root, atom.Title)
	if t == nil || t.FirstChild == nil {
		return ""
	}
	title, _, _ := strings.Cut(oneLine(t.FirstChild.Data), "_")
	for _, mark := range [...]string{" - ", " | ", "-", "|"} {
		if before, _, found := strings.Cut(title, mark); found && len(before) >= 24 {
			title = before
		}
	}
	return strings.TrimSpace(title)
}

// metaContent returns what <meta name=…> says.
func metaContent(root *html.Node, name string) string {
	for n := range root.Descendants() {
		if n.DataAtom == atom.Meta && strings.EqualFold(attribute(n, "name"), name) {
			return oneLine(attribute(n, "content"))
		}
	}
	return ""
}

// find returns the first element of a kind below n, nil if there is none.
func find(n *html.Node, kind atom.Atom) *html.Node {
	for d := range n.Descendants() {
		if d.DataAtom == kind {
			return d
		}
	}
	return nil
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// oneLine puts white space of any kind down to one blank.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func spaceless(s string) string { return strings.Join(strings.Fields(s), "") }
