package segment

import (
	"strings"

	"suyuan/source"
)

// Split cuts a document into blocks.
func Split(d *source.Document) *Outline {
	o := &Outline{Document: d}
	for pos := 0; pos < len(d.Text); {
		end := len(d.Text)
		if i := strings.IndexByte(d.Text[pos:], '\n'); i >= 0 {
			end = pos + i + 1
		}
		line := strings.TrimRight(d.Text[pos:end], " \r\n\t\u3000")
		o.Blocks = append(o.Blocks, &Block{Span: source.Span{Start: pos, End: end}, Body: source.Span{Start: pos, End: pos + len(line)}})
		pos = end
	}
	return o
}
