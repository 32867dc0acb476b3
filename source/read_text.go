package source

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// utf8Text takes the bytes of a UTF-8 text for its text, unchanged, byte order
// mark and carriage returns included.
var utf8Text = reader{
	name:  "text/1",
	knows: func(string) bool { return true },
	read: func(f *File, d *Document) error {
		if i := strings.IndexByte(f.Data, 0); i >= 0 {
			return f.fault(ErrBinary, i, "", "save it as UTF-8 text")
		}
		if i := invalid(f.Data); i >= 0 {
			return f.fault(ErrEncoding, i, fmt.Sprintf("bytes % x", f.Data[i:min(i+4, len(f.Data))]),
				"convert it to UTF-8, for example with iconv -f GB18030 -t UTF-8")
		}
		d.Text, d.Encoding, d.MediaType = f.Data, "utf-8", textType(f.Data)
		return nil
	},
}

// invalid returns the byte at which s stops being UTF-8, -1 if it nowhere does.
func invalid(s string) int {
	if utf8.ValidString(s) {
		return -1
	}
	for i, r := range s {
		if r != utf8.RuneError {
			continue
		}
		if _, n := utf8.DecodeRuneInString(s[i:]); n == 1 {
			return i
		}
	}
	return -1
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
