package segment

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"suyuan/source"
)

// TestLook prints the outline of the file named by LOOK, to be read by eye.
func TestLook(t *testing.T) {
	name := os.Getenv("LOOK")
	if name == "" {
		t.Skip("LOOK names no file")
	}
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Print(drawing(Split(&source.Document{Name: name, Text: string(text)}), 60))
}

// drawing writes an outline a line a block.
func drawing(o *Outline, width int) string {
	names := [...]string{"para", "HEAD", "item", "row", "front", "contents", "noise"}
	var out strings.Builder
	for _, b := range o.Blocks {
		depth := 0
		for h := b.Parent; h != nil; h = h.Parent {
			depth++
		}
		kind := names[b.Kind]
		if b.Box {
			kind = "BOX"
		}
		if b.Kind == Heading {
			kind += fmt.Sprint(b.Level)
		}
		body := []rune(NewFlow(o.Document.Text, b.Body, b.Skips).Text)
		more := ""
		if len(body) > width {
			more = "…" + string(body[len(body)-6:])
			body = body[:width]
		}
		fmt.Fprintf(&out, "%s%s", strings.Repeat("  ", depth), kind)
		if b.Number.Len() > 0 {
			fmt.Fprintf(&out, " [%s]", o.Document.Quote(b.Number))
		}
		if b.Kind != Row {
			out.WriteString(" " + string(body) + more)
		}
		if len(b.Skips) > 0 {
			for _, k := range b.Skips {
				fmt.Fprintf(&out, " skip%q", o.Document.Quote(k))
			}
		}
		if b.Lead != nil {
			fmt.Fprintf(&out, " lead")
		}
		for _, c := range b.Cells {
			mark := ""
			if c.Head {
				mark = "^"
			}
			fmt.Fprintf(&out, " |%s%d:%s", mark, c.Column, NewFlow(o.Document.Text, c.Span, b.Skips).Text)
		}
		out.WriteByte('\n')
	}
	return out.String()
}
