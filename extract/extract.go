package extract

import (
	"suyuan/segment"
)

// Extract reads an outline with the words of its language and the word lists of
// the domain, and returns its records. The same outline gives the same records.
func Extract(o *segment.Outline, words *segment.Words, lexicon *Lexicon) (*Records, error) {
	r := &reading{outline: o, words: words, lexicon: lexicon, records: &Records{}}
	r.read()
	r.dates()
	r.about()
	r.departments()
	r.projects()
	r.figures()
	r.link()
	r.ledger()
	return r.records, nil
}
