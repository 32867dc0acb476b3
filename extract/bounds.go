package extract

import (
	"fmt"
	"strings"
)

// MaxFinds is the greatest number of numerals of a document, dates included, and of
// mentions of departments: what is known of them is held in memory until the
// document is stored.
const MaxFinds = 200_000

// MaxRuns is the greatest number of places in a document at which what is read begins
// to stand otherwise there, or ends to: every blank amid words, every sign in full width.
const MaxRuns = 4_000_000

// tooManyError is what a document ends with that has more.
type tooManyError struct {
	most int
	what string
	line int
}

func (e *tooManyError) Error() string {
	return fmt.Sprintf("it holds more than %d %s, line %d the first beyond that: split it into several files", e.most, e.what, e.line)
}

// bound ends the document where more than MaxFinds of something were found, the
// last of them in p.
func (r *reading) bound(n int, what string, p *passage) { r.limit(n, MaxFinds, what, p) }

func (r *reading) limit(n, most int, what string, p *passage) {
	if n > most {
		panic(&tooManyError{most, what, 1 + strings.Count(r.outline.Text[:p.flow.Span(0, 0).Start], "\n")})
	}
}

// count notes that n more numerals were found in a passage.
func (r *reading) count(p *passage, n int) {
	r.numerals += n
	r.bound(r.numerals, "numerals", p)
}

// quantify marks the numerals of a passage outside its dates.
func (r *reading) quantify(p *passage) {
	before := len(p.quantities)
	p.quantities = r.quantities(p)
	r.asideNamed(p)
	r.count(p, len(p.quantities)-before)
}
