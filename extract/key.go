package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"suyuan/segment"
	"suyuan/source"
)

// Key names a record by what it is made of: its type, its text's SHA-256 and its
// span. It outlives a new extraction and a new database.
func Key(kind string, text [32]byte, s source.Span) string {
	var room [128]byte // enough, so that only the key itself is an allocation
	name := hex.AppendEncode(append(append(room[:0], kind...), 0), text[:])
	name = strconv.AppendInt(append(name, 0), int64(s.Start), 10)
	name = strconv.AppendInt(append(name, 0), int64(s.End), 10)
	sum := sha256.Sum256(name)
	return string(hex.AppendEncode(room[:0], sum[:10]))
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
