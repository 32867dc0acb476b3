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
	p.split()
	extractAll([]*page{p}, lexicon)
	return p.records, p.err
}

// extractAll extracts pages that were split, with one filtered dictionary.
func extractAll(pages []*page, lexicon *extract.Lexicon) {
	words, err := segment.NewWords(lexicon.Words(), texts(pages))
	for _, p := range pages {
		if err != nil && p.err == nil && p.outline != nil {
			p.err = &StageError{StageSplit, err}
		}
		p.timed(func() { p.extract(words, lexicon) })
	}
}
