package segment

import (
	"strings"

	"suyuan/source"
)

// Title returns what a heading says, without number, marks and the full stop at its end.
func (b *Block) Title(d *source.Document) string {
	return strings.TrimRight(NewFlow(d.Text, b.Body, b.Skips).Text, "。:；;：")
}

// Section returns the headings that b stands under, without numbers and marks,
// outermost first, joined by " > "; "" where there is none.
func (b *Block) Section(d *source.Document) string {
	var titles []string
	for h := b.Parent; h != nil; h = h.Parent {
		titles = append(titles, h.Title(d))
	}
	for i, j := 0, len(titles)-1; i < j; i, j = i+1, j-1 {
		titles[i], titles[j] = titles[j], titles[i]
	}
	return strings.Join(titles, " > ")
}
