package source

import (
	"cmp"
	"slices"
)

// fewWords is how many lines each side of a gap has at least, if it parts two columns of
// which no line shows both.
const fewWords = 3

// divide parts the columns of a table in which two stand that no line shows beside each
// other: a narrow column's 2019 and 年, wrapped, stand above and below the amount in the
// next one.
func (t *ruled) divide() {
	var found []float64
	from := 0.0
	for c := 0; c <= len(t.parts); c++ {
		to := 1e9
		if c < len(t.parts) {
			to = t.parts[c]
		}
		if at, ok := t.gap(from, to); ok {
			found = append(found, at)
		}
		from = to
	}
	if len(t.parts)+len(found) < sheetWidth {
		t.parts = append(t.parts, found...)
		slices.Sort(t.parts)
	}
}

// gap returns the middle of a gap that goes through nearly all lines of a table between two
// places, with several lines on both sides; a row of sums may stand across it.
func (t *ruled) gap(from, to float64) (at float64, ok bool) {
	type place struct {
		left, right float64
		line        int
	}
	var places []place
	em := 0.0
	for i := range t.rows {
		em = max(em, t.rows[i].em)
		for _, w := range t.rows[i].words {
			if middle := (w.left + w.right) / 2; middle > from && middle < to {
				places = append(places, place{w.left, w.right, i})
			}
		}
	}
	slices.SortFunc(places, func(a, b place) int { return cmp.Compare(a.left, b.left) })
	lines := func(in func(place) bool) int {
		seen := map[int]bool{}
		for _, p := range places {
			if in(p) {
				seen[p.line] = true
			}
		}
		return len(seen)
	}
	all := lines(func(place) bool { return true })
	if all < 2*fewWords {
		return 0, false
	}
	for _, end := range places { // a gap begins where a word ends
		left, right := end.right, to
		for _, p := range places {
			if p.left > left {
				right = min(right, p.left)
			}
		}
		across := lines(func(p place) bool { return p.left <= left && p.right > left+0.1*em })
		if right == to || right-left < 1.1*cellGap*em || across > all/6 {
			continue
		}
		before := lines(func(p place) bool { return p.right <= left+0.1*em })
		behind := lines(func(p place) bool { return p.left >= right })
		if least := max(fewWords, all/5, 2*across); before >= least && behind >= least {
			return (left + right) / 2, true
		}
	}
	return 0, false
}
