// Package batch is an ingest run: it finds files, has several workers read and
// extract them, and one writer store them, a transaction a document.
package batch

import (
	"suyuan/extract"
	"suyuan/intake"
	"suyuan/source"
)

// Extract reads the records of one document, without a database. The error is a
// *StageError.
func Extract(d *source.Document, lexicon *extract.Lexicon) (*extract.Records, error) {
	p := intake.Again(d)
	intake.Extract([]*intake.Page{p}, lexicon, 0)
	return p.Entry.Records, p.Err
}
