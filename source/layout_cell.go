package source

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
)

// settle puts the pieces of a table into rows of cells. A page shows no more than
// where each piece stands, and a cell's text may be wrapped: the rows are those of
// the column with the most amounts, which are never wrapped, and the pieces of the
// other columns are parted so that each part stands level with its row.
func (t *ruled) settle() {
	columns := make([][]piece, len(t.parts)+1)
	var across []piece // pieces over several columns
	for i := range t.rows {
		for _, p := range t.rows[i].pieces {
			if first, last := t.span(&p); first == last {
				columns[first] = append(columns[first], p)
			} else {
				across = append(across, p)
			}
		}
	}
	levels, heads := t.levels(columns)
	if heads > 0 {
		t.headRows(columns, &across, levels)
	}
	t.bodyRows(columns, across, levels)
}

// level is where a row of the body stands.
type level struct {
	middle float64
	across *piece // the piece over several columns that stands in the row, mostly alone; nil for an ordinary row
}

// levels finds the rows of the body by the column with the most amounts, else by
// the lines that begin in the first column, and how many lines lie above them.
func (t *ruled) levels(columns [][]piece) (levels []level, heads int) {
	most, best := 1, -1
	if t.rest {
		most = 0
	}
	for c, pieces := range columns {
		n := 0
		for _, p := range pieces {
			if amountLike(p.text) {
				n++
			}
		}
		if n > most {
			most, best = n, c
		}
	}
	if best < 0 {
		for _, p := range columns[0] {
			levels = append(levels, level{middle: p.middle})
		}
		if len(levels) > 1 && !t.rest {
			return levels[1:], 1
		}
		return levels, 0
	}
	for _, p := range columns[best] {
		switch n := len(levels); {
		case n == 0 && !amountLike(p.text):
			heads++
		case n > 0 && !amountLike(p.text) && p.middle-levels[n-1].middle < 1.6*p.em && !void(p.text):
			// the rest of a cell that is wrapped: 95% and, under it, 以上
		default:
			levels = append(levels, level{middle: p.middle})
		}
	}
	levels = t.groupLevels(columns, levels)
	if first := t.rows[0].middle; heads == 0 && levels[0].middle-first > 1.9*t.rows[0].em {
		heads = 1
	}
	return levels, heads
}

// groupLevels adds the lines that name the rows below them: nothing but 一、学前教育 stands on
// them, in the first column, as far from what is above and below as one row from the next.
func (t *ruled) groupLevels(columns [][]piece, levels []level) []level {
	pitch := math.Inf(1)
	for k := 1; k < len(levels); k++ {
		pitch = min(pitch, levels[k].middle-levels[k-1].middle)
	}
	alone := map[float64]bool{}
	for i := range t.rows {
		alone[t.rows[i].middle] = len(t.rows[i].pieces) == 1
	}
	out := slices.Clone(levels)
	for i := 1; i < len(columns[0]); i++ {
		p := &columns[0][i]
		own := alone[p.middle] && p.middle-columns[0][i-1].middle >= 0.7*pitch
		for _, l := range levels {
			own = own && math.Abs(l.middle-p.middle) >= 0.7*pitch
		}
		if own && p.middle < levels[len(levels)-1].middle {
			out = append(out, level{middle: p.middle})
		}
	}
	slices.SortFunc(out, func(a, b level) int { return cmp.Compare(a.middle, b.middle) })
	return out
}

// amountLike reports whether a cell holds a number and hardly more: 2.6, ≥95%, [126],
// 120万. A year alone is rather one of the head.
func amountLike(s string) bool {
	if len(s) == 4 && (strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20")) {
		return false
	}
	digits, others := 0, 0
	for _, r := range s {
		switch {
		case unicode.IsDigit(r):
			digits++
		case r == '年':
			return false
		case unicode.Is(unicode.Han, r) || unicode.IsLetter(r):
			others++
		}
	}
	return digits > 0 && others <= 2 && others <= digits
}

// void reports whether a cell says that it holds nothing: —, /.
func void(s string) bool { return strings.Trim(s, "-—－–/\\ ") == "" }

// headRows takes the pieces above the body off the columns and makes the head of
// them: one row, or two where a piece stands over several columns.
func (t *ruled) headRows(columns [][]piece, across *[]piece, levels []level) {
	n := len(columns)
	heads := make([][]piece, n)
	for c, pieces := range columns {
		best, least := 0, math.Inf(1)
		for k := 0; k <= len(pieces) && k <= mostWrapped; k++ {
			if k > 0 && pieces[k-1].middle > levels[0].middle-0.5*pieces[k-1].em {
				break
			}
			if cost := split(pieces[k:], levels); cost <= least {
				best, least = k, cost
			}
		}
		heads[c], columns[c] = pieces[:best], pieces[best:]
	}
	upper, lower := make([]cell, 0, n), make([]cell, 0, n)
	over := t.above(heads, across)
	for c := 0; c < n; c++ {
		i := slices.IndexFunc(over, func(p piece) bool { first, _ := t.span(&p); return first == c })
		if i < 0 {
			upper = append(upper, cell{text: textOf(heads[c]), wide: 1, high: 1 + min(len(over), 1), head: true})
			continue
		}
		_, last := t.span(&over[i])
		upper = append(upper, cell{text: over[i].text, wide: last - c + 1, high: 1, head: true})
		for ; c <= last; c++ {
			lower = append(lower, cell{text: textOf(heads[c]), wide: 1, high: 1, head: true})
		}
		c--
	}
	t.heads = append(t.heads, upper)
	if len(lower) > 0 {
		t.heads = append(t.heads, lower)
	}
}

// above takes the pieces that stand over several columns of the head off across:
// under them stand others. A piece with none of the head's under it is the title
// of the rows below.
func (t *ruled) above(heads [][]piece, across *[]piece) (over []piece) {
	*across = slices.DeleteFunc(*across, func(p piece) bool {
		first, last := t.span(&p)
		for _, pieces := range heads[first : last+1] {
			if n := len(pieces); n > 0 && pieces[n-1].middle > p.middle {
				over = append(over, p)
				return true
			}
		}
		return false
	})
	return over
}

// bodyRows parts each column's pieces among the levels.
func (t *ruled) bodyRows(columns [][]piece, across []piece, levels []level) {
	rows := len(levels)
	for i := range across {
		p := &across[i]
		k := slices.IndexFunc(levels[:rows], func(l level) bool {
			return l.across == nil && math.Abs(l.middle-p.middle) < 0.3*p.em
		})
		if k >= 0 {
			levels[k].across = p // 合计 over the first columns, with its amounts beside it
			continue
		}
		levels = append(levels, level{middle: p.middle, across: p})
	}
	slices.SortStableFunc(levels, func(a, b level) int {
		if a.middle < b.middle {
			return -1
		}
		return 1
	})
	t.body = make([][]cell, len(levels))
	parts := make([][][]piece, len(columns))
	for c := range columns {
		parts[c] = part(columns[c], levels)
	}
	for k, l := range levels {
		for c := 0; c < len(columns); c++ {
			own := cell{text: textOf(parts[c][k]), wide: 1, high: 1}
			if l.across != nil {
				if first, last := t.span(l.across); first == c {
					own.text = strings.TrimSpace(own.text + " " + l.across.text)
					own.wide = last - c + 1
					c = last
				}
			}
			t.body[k] = append(t.body[k], own)
		}
	}
}

// textOf joins the pieces of one cell.
func textOf(pieces []piece) string {
	var text strings.Builder
	for _, p := range pieces {
		join(&text, strings.TrimSpace(p.text), text.Len() > 0)
	}
	return oneLine(text.String())
}
