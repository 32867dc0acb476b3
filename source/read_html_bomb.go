package source

import (
	"errors"
	"strings"

	"golang.org/x/net/html"
)

// What a page may have at most: tags, and elements that the parser makes of tags
// left open. A <b> that is never closed is made again in every paragraph behind
// it, four hundred of them four hundred times.
const (
	mostTags   = 500_000
	mostRemade = 3_000_000
)

// errTags is what a page is refused with before it can fill the memory.
var errTags = errors.New("more tags, or tags left open, than a page has")

// isBomb reports whether a page would be parsed to far more than it holds.
func isBomb(page string) bool {
	z := html.NewTokenizer(strings.NewReader(page))
	open, most := 0, 0
	for tags := 0; tags <= mostTags && most <= mostRemade; {
		switch z.Next() {
		case html.ErrorToken:
			return false
		case html.StartTagToken:
			tags++
			if name, _ := z.TagName(); formats(string(name)) {
				open++
			} else {
				most += open
			}
		case html.EndTagToken:
			if name, _ := z.TagName(); formats(string(name)) {
				open = max(open-1, 0)
			}
		}
	}
	return true
}

// formats reports whether an element is one that the parser makes again.
func formats(tag string) bool {
	switch tag {
	case "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u":
		return true
	}
	return false
}
