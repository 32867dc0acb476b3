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
	extractAll([]*page{p}, lexicon, func(*page) {})
	return p.records, p.err
}

// extractAll extracts pages that were split, with one filtered dictionary, and
// hands each on and forgets it as soon as it is done.
func extractAll(pages []*page, lexicon *extract.Lexicon, done func(*page)) {
	if len(pages) == 0 {
		return
	}
	words, err := segment.NewWords(lexicon.Words(), texts(pages))
	for i, p := range pages {
		if err != nil && p.err == nil && p.outline != nil {
			p.err = &StageError{Stage: StageSplit, Err: err}
		}
		p.timed(func() { p.extract(words, lexicon) })
		done(p)
		pages[i] = nil
	}
}
