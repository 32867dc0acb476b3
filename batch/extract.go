// Package batch is an ingest run: it finds files, has several workers read and
// extract them, and one writer store them, a transaction a document.
package batch

import (
	"iter"

	"suyuan/extract"
	"suyuan/segment"
	"suyuan/source"
)

// Extract reads the records of one document, without a database. A fault in the
// rules is returned as a *StageError.
func Extract(d *source.Document, lexicon *extract.Lexicon) (*extract.Records, error) {
	p := &page{document: d}
	p.split()
	words, err := segment.NewWords(lexicon.Words(), texts([]*page{p}))
	if err != nil {
		return nil, err
	}
	p.extract(words, lexicon)
	return p.records, p.err
}

// page is one document on its way through the steps; err stops it there.
type page struct {
	document *source.Document
	outline  *segment.Outline
	records  *extract.Records
	err      error
}

func (p *page) split() {
	if p.err == nil {
		p.err = guard(StageSplit, func() error {
			p.outline = segment.Split(p.document)
			return nil
		})
	}
}

func (p *page) extract(words *segment.Words, lexicon *extract.Lexicon) {
	if p.err == nil {
		p.err = guard(StageExtract, func() (err error) {
			p.records, err = extract.Extract(p.outline, words, lexicon)
			return err
		})
	}
}

// texts gives the text of every page that got this far.
func texts(pages []*page) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, p := range pages {
			if p.err == nil && !yield(p.document.Text) {
				return
			}
		}
	}
}
