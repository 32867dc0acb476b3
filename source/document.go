// Package source reads a file of any format into a Document and addresses
// places in its text. It knows no rules and no SQL.
package source

import "crypto/sha256"

// Document is one content as the extraction sees it. Its Text is never altered
// once it is read; every place in it is a Span.
type Document struct {
	Name      string   // the path as it was given
	Text      string   // UTF-8; for a UTF-8 text file the file's own bytes, BOM and carriage returns included
	Sum       [32]byte // SHA-256 of the source file
	Size      int64    // bytes of the source file
	MediaType string   // text/plain, text/markdown, text/html …
	Encoding  string   // utf-8, gb18030 …: what the file was written in
	Reader    string   // name and version of the reader that made Text, "text/1"
	Doubt     string   // what the reader was not sure of, "" for nothing
	Pages     []int    // byte offset at which each page begins; nil for a format without pages
	verbatim  bool     // Text is the file's own bytes
}

// TextSum returns the SHA-256 of the text, which is that of the file where the text is
// the file's own bytes.
func (d *Document) TextSum() [32]byte {
	if d.verbatim {
		return d.Sum
	}
	return sha256.Sum256([]byte(d.Text))
}

// Quote returns the text of a span of d.
func (d *Document) Quote(s Span) string { return d.Text[s.Start:s.End] }
