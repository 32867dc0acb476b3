package extract

import (
	"suyuan/segment"
)

// Extract reads an outline with the words of its language and the word lists of
// the domain, and returns its records. The same outline gives the same records.
// A pattern that runs into its time limit is an error that names it, and more than
// MaxFinds numerals are one that names the line.
func Extract(o *segment.Outline, words *segment.Words, lexicon *Lexicon) (records *Records, err error) {
	defer func() {
		switch p := recover().(type) {
		case nil:
		case *timeoutError:
			records, err = nil, p
		case *tooManyError:
			records, err = nil, p
		default:
			panic(p)
		}
	}()
	r := &reading{outline: o, words: words, lexicon: lexicon, records: &Records{}}
	r.read()
	r.dates()
	r.about()
	r.departments()
	r.projects()
	r.figures()
	r.answering()
	r.link()
	r.ledger()
	return r.records, nil
}
