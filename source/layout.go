package source

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is a piece of text at its place on a page, in points from the page's top
// left corner.
type word struct {
	text                     string
	left, top, right, bottom float64
}

func (w *word) middle() float64 { return (w.top + w.bottom) / 2 }

// cells returns how many half-width characters s is wide.
func cells(s string) int {
	n := 0
	for _, r := range s {
		if n++; r >= 0x1100 {
			n++
		}
	}
	return n
}

// mostWords is how many words a page may have: a page of a newspaper has ten
// thousand characters.
const mostWords = 200_000

// piece is a stretch of words that stand on one line without a gap, and the
// columns of the table that it lies in.
type piece struct {
	text        string
	left, right float64
	middle      float64
	em          float64 // width of a full-width character
}

// row is what stands on one line of a page.
type row struct {
	words       []word
	pieces      []piece
	left, right float64
	middle      float64
	em          float64
}

// pageRows puts the words of a page into rows from top to bottom, and parts each
// where a gap is.
func pageRows(words []word) []row {
	words = slices.DeleteFunc(words, func(w word) bool { return strings.TrimSpace(w.text) == "" || w.right < w.left || w.bottom < w.top })
	slices.SortStableFunc(words, func(a, b word) int { return cmp.Compare(a.middle(), b.middle()) })
	var rows []row
	for from := 0; from < len(words); {
		em := words[from].em()
		sum := words[from].middle()
		to := from + 1
		for ; to < len(words); to++ {
			em = max(em, words[to].em())
			if words[to].middle()-sum/float64(to-from) > 0.4*em {
				break
			}
			sum += words[to].middle()
		}
		rows = append(rows, newRow(words[from:to], sum/float64(to-from), cellGap))
		from = to
	}
	return rows
}

// em returns the width of a full-width character, as far as a word tells.
func (w *word) em() float64 {
	return min((w.right-w.left)*2/float64(max(cells(w.text), 1)), 1.1*(w.bottom-w.top))
}

// cellGap is how wide a gap between two cells of a table is mostly, in full-width
// characters, and fineGap how wide it is at least, as in tables of web pages.
// Justified text has gaps of up to 0.4 between letters and digits.
const (
	cellGap = 0.6
	fineGap = 0.3
)

// newRow joins the words of a line to pieces, which such a gap parts.
func newRow(words []word, middle, least float64) row {
	slices.SortStableFunc(words, func(a, b word) int { return cmp.Compare(a.left, b.left) })
	r := row{words: words, left: words[0].left, right: words[0].right, middle: middle}
	r.em = max(emOf(words), 1)
	var text strings.Builder // of the last piece, however many words it has
	end := func() {
		if k := len(r.pieces) - 1; k >= 0 {
			r.pieces[k].text = text.String()
			text.Reset()
		}
	}
	for i := range words {
		w := &words[i]
		r.right = max(r.right, w.right)
		if k := len(r.pieces) - 1; k >= 0 {
			p := &r.pieces[k]
			if gap := w.left - p.right; gap < least*r.em {
				join(&text, w.text, gap > 0.12*r.em)
				p.right = max(p.right, w.right)
				continue
			}
		}
		end()
		r.pieces = append(r.pieces, piece{left: w.left, right: w.right, middle: middle, em: r.em})
		text.WriteString(w.text)
	}
	end()
	return r
}

// emOf returns the width of a full-width character on a line: that of its Chinese
// words, where it has some, for letters and digits are not half as wide in every font.
func emOf(words []word) float64 {
	width, n := [2]float64{}, [2]int{}
	for i := range words {
		w, k := &words[i], 0
		if r, _ := utf8.DecodeRuneInString(w.text); r >= 0x2e80 && cells(w.text) == 2*utf8.RuneCountInString(w.text) {
			k = 1
		}
		width[k], n[k] = width[k]+w.right-w.left, n[k]+cells(w.text)
	}
	if n[1] > 0 {
		return width[1] * 2 / float64(n[1])
	}
	return width[0] * 2 / float64(max(n[0], 1))
}

// join writes a text behind another one, with a blank where there is a gap between
// two words that are written with one.
func join(text *strings.Builder, more string, gap bool) {
	before, _ := utf8.DecodeLastRuneInString(text.String())
	after, _ := utf8.DecodeRuneInString(more)
	if gap && spaced(before) && spaced(after) {
		text.WriteByte(' ')
	}
	text.WriteString(more)
}

// spaced reports whether a blank parts r from another word.
func spaced(r rune) bool { return r < 0x2e80 && !unicode.IsSpace(r) }

// text returns a row as a line: its pieces with a full-width blank between them.
func (r *row) text() string {
	texts := make([]string, len(r.pieces))
	for i := range r.pieces {
		texts[i] = strings.TrimSpace(r.pieces[i].text)
	}
	return strings.Join(texts, "\u3000")
}
