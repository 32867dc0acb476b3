package source

import (
	"context"
	"strings"
)

// plainText takes a text as it is. It knows everything: what is no text ends
// with an error that says so.
var plainText = reader{
	name:  "text/1",
	knows: func(string) bool { return true },
	read: func(_ context.Context, f *File, d *Document) *Error {
		if err := f.decode(d); err != nil {
			return err
		}
		d.MediaType = textType(d.Text)
		return nil
	},
}

// textType tells Markdown from plain text by the content: the same text under
// two names is one document.
func textType(text string) string {
	for line := range strings.Lines(text) {
		if markdownLine(line) {
			return "text/markdown"
		}
	}
	return "text/plain"
}

// markdownLine reports whether a line begins with what only Markdown has there:
// a heading's mark, a fence, the rule under a table's head.
func markdownLine(line string) bool {
	if title := strings.TrimLeft(line, "#"); len(title) < len(line) {
		return len(line)-len(title) <= 6 && strings.HasPrefix(title, " ")
	}
	return strings.HasPrefix(line, "```") ||
		strings.HasPrefix(line, "|") && strings.Contains(line, "---") && strings.Trim(line, "|-: \r\n") == ""
}
