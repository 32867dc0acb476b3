package source

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html"
)

// mostTags is how many tags a page has at most: the largest reports have some ten
// thousand. mostRemade is how many elements a parser may make for tags of letters
// that were left open, which it opens anew in every paragraph. longestTag is how
// many bytes a tag may have with its attributes: a longer one, as of a picture that
// is written in the page, loses those of more than half of that.
const (
	mostTags   = 200_000
	mostRemade = 3_000_000
	longestTag = 1 << 10
)

var (
	errTags = errors.New("more tags, or tags left open, than a page has")
	errMade = errors.New("it has more than 16 MB of text")
)

// lean reads a page without what no text is made of: scripts, styles, long comments
// and attributes. It ends with errTags or errMade where a parser would fill the
// memory with the page.
type lean struct {
	tokens       *html.Tokenizer
	rest         []byte // of a token that is being read
	skips        bool   // the next text is that of a script
	tags, text   int
	open, remade int
	err          error
}

func newLean(page string) *lean { return &lean{tokens: html.NewTokenizer(strings.NewReader(page))} }

func (l *lean) Read(p []byte) (n int, err error) {
	for len(l.rest) == 0 && l.err == nil {
		l.next()
	}
	n = copy(p, l.rest)
	if l.rest = l.rest[n:]; n > 0 {
		return n, nil
	}
	return 0, l.err
}

// next takes in a token.
func (l *lean) next() {
	kind := l.tokens.Next()
	skips := l.skips
	l.skips, l.rest = false, l.tokens.Raw()
	switch kind {
	case html.ErrorToken:
		if l.err = l.tokens.Err(); l.err == io.EOF {
			return
		}
	case html.TextToken:
		if skips {
			l.rest = nil
		} else if l.text += len(l.rest); l.text > maxMade {
			l.err = errMade
		}
	case html.CommentToken:
		if len(l.rest) > longestTag {
			l.rest = nil
		}
	case html.StartTagToken, html.SelfClosingTagToken:
		l.start()
	case html.EndTagToken:
		if name, _ := l.tokens.TagName(); formats(string(name)) {
			l.open = max(l.open-1, 0)
		}
	}
}

// start takes in the tag that opens an element.
func (l *lean) start() {
	name, _ := l.tokens.TagName()
	l.skips = string(name) == "script" || string(name) == "style"
	if len(l.rest) > longestTag {
		l.rest = l.short(string(name))
	}
	l.tags++
	if formats(string(name)) {
		l.open++
	} else {
		l.remade += l.open
	}
	if l.tags > mostTags || l.remade > mostRemade {
		l.err = errTags
	}
}

// short returns the tag that is being read, without its long attributes.
func (l *lean) short(name string) []byte {
	tag := "<" + name
	for more := true; more; {
		var key, value []byte
		if key, value, more = l.tokens.TagAttr(); len(value) <= longestTag/2 && len(key) > 0 {
			tag += fmt.Sprintf(` %s="%s"`, key, html.EscapeString(string(value)))
		}
	}
	return []byte(tag + ">")
}

// formats reports whether a tag formats letters, and is opened again behind the end
// of the paragraph in which it was left open.
func formats(tag string) bool {
	switch tag {
	case "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u":
		return true
	}
	return false
}
