// Package batch is an ingest run: it finds files, has several workers read and
// extract them, and one writer store them, a transaction a document.
package batch

import (
	"suyuan/extract"
	"suyuan/segment"
	"suyuan/source"
)

// Extract reads the records of one document, without a database. The error is a
// *StageError.
func Extract(d *source.Document, lexicon *extract.Lexicon) (*extract.Records, error) {
	p := &page{path: d.Name, document: d}
	extractOne(p, lexicon)
	return p.records, p.err
}

// extractOne splits and extracts a page by itself.
func extractOne(p *page, lexicon *extract.Lexicon) {
	p.split()
	words, err := segment.NewWords(lexicon.Words(), texts([]*page{p}))
	p.extract(words, err, lexicon)
}
