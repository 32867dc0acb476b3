package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"suyuan/segment"
	"suyuan/source"
)

// Key names a record by what it is made of: its type, its text's SHA-256 and its
// span. It outlives a new extraction and a new database.
func Key(kind string, text [32]byte, s source.Span) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%x\x00%d\x00%d", kind, text, s.Start, s.End))
	return hex.EncodeToString(sum[:])[:20]
}

// Section returns the headings above a place, from the outermost to the nearest
// one given, without numbers and marks, joined by " > "; "" for no heading.
func Section(d *source.Document, nearest *segment.Block) string {
	var titles []string
	for b := nearest; b != nil; b = b.Parent {
		titles = append(titles, b.Title(d))
	}
	slices.Reverse(titles)
	return strings.Join(titles, " > ")
}
