package segment

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"suyuan/source"
)

// flatTable reads the rows of a table whose cells were run together.
type flatTable struct {
	s        *splitter
	types    []cellKind
	decimals []int // of each column: digits behind the point in every value seen, -1 where they differ, -2 where none is seen
}

// oneLine reads the rows on line i between the bytes from and to: they begin at 1, 2, 3, ….
func (f *flatTable) oneLine(g *grid, i, from, to int) {
	var starts []int
	text := f.s.text
	for at, n := from, 1; at < to; n++ {
		k := nextIndex(text[at:to], n)
		for k >= 0 && n > 1 && !hasValue(text[starts[len(starts)-1]:at+k]) {
			more := nextIndex(text[at+k+1:to], n)
			if more < 0 {
				k = -1
				break
			}
			k += 1 + more
		}
		if k < 0 || n == 1 && k > 0 {
			break
		}
		starts = append(starts, at+k)
		at += k + 1
	}
	for n, start := range starts {
		end := to
		if n+1 < len(starts) {
			end = starts[n+1]
		} else if cut := rowEnd(text[start:to]); cut > 0 {
			end, g.tail = start+cut, start+cut
		}
		a, b := trim(text, start, end)
		at := b
		if n+1 == len(starts) {
			at = f.totalAt(a, b)
		}
		_, stop := trim(text, a, at)
		g.rows = append(g.rows, gridRow{first: i, last: i, from: a, cells: f.row(a, stop)})
		if at < b {
			g.rows = append(g.rows, gridRow{first: i, last: i, from: at, cells: f.total(at, b)})
		}
	}
	f.unglue(g)
}

// totals are the words that begin the last row of a table, which has no number.
var totals = [...]string{"合计", "总计"}

// totalAt returns where in text[from:to] the row of the totals begins, to where there is none.
func (f *flatTable) totalAt(from, to int) int {
	for _, w := range totals {
		k := strings.LastIndex(f.s.text[from:to], w)
		if k > 0 && figure(first(strings.TrimSpace(f.s.text[from+k+len(w):to]))) >= 0 {
			return from + k
		}
	}
	return to
}

// total cuts the row of the totals: a word and one value.
func (f *flatTable) total(from, to int) []Cell {
	k := len(totals[0])
	fields := []source.Span{{Start: from, End: from + k}, inner(f.s.text[from:to], k, to-from, from)}
	c := 0
	if f.types[0] == indexCell {
		c = 1
	}
	out := f.s.place(fields, f.types[c:])
	for n := range out {
		out[n].Column += c
	}
	return out
}

// alternating cuts t, which stands at the byte base, into words and numbers as
// they follow each other, a year or a range of years at the end of the digits
// being a cell of its own: 某项目1.352022-2023某局.
func alternating(t string, base int) []source.Span {
	var out []source.Span
	from, inDigits := 0, false
	cut := func(at int) {
		if at <= from {
			return
		}
		if inDigits {
			if k := yearsAt(t[from:at]); k > 0 {
				out = append(out, inner(t, from, from+k, base))
				from += k
			}
		}
		out = append(out, inner(t, from, at, base))
		from = at
	}
	for i, r := range t {
		digits := figure(r) >= 0 || from < i && inDigits && strings.ContainsRune(".,-—－–~～", r)
		if digits != inDigits {
			cut(i)
			inDigits = digits
		}
	}
	cut(len(t))
	return out
}

// yearsAt returns where in a run of digits the year or the range of years begins
// that ends it, 0 where there is none or nothing stands in front of it.
func yearsAt(t string) int {
	for k := range t {
		value, n := figures(t[k:min(len(t), k+4)])
		if k == 0 || n != 4 || value < 1990 || value >= 2060 {
			continue
		}
		rest := strings.TrimLeft(t[k+4:], "-—－–~～")
		if rest == "" && len(t) == k+4 {
			return k
		}
		if more, n := figures(rest); n == 4 && len(rest) == 4 && more >= value && len(rest) < len(t[k+4:]) {
			return k
		}
	}
	return 0
}

// manyLines reads the rows on the lines under line i, one a line.
func (f *flatTable) manyLines(g *grid, i int) {
	g.end = i + 1
	for k := f.s.next(i + 1); k < len(f.s.lines) && len(g.rows) < mostCells; k = f.s.next(k + 1) {
		l := &f.s.lines[k]
		if l.role != plain || l.stop > 0 || int(l.to-l.from) > 600 || !hasValue(f.s.text[l.from:l.to]) {
			break
		}
		cells := f.row(int(l.from), int(l.to))
		if len(cells) == 0 {
			break
		}
		g.rows = append(g.rows, gridRow{first: k, last: k, from: int(l.from), cells: cells})
		g.end = k + 1
	}
	f.s.reach = g.end
	f.unglue(g)
}

// nextIndex returns where in t the number n stands at the beginning of a row: a
// word follows it, and what stands in front of it may be glued to it.
func nextIndex(t string, n int) int {
	want := strconv.Itoa(n)
	for at := 0; at < len(t); {
		if t[at] < '0' || t[at] > '9' {
			at++
			continue
		}
		end := at
		for end < len(t) && t[end] >= '0' && t[end] <= '9' {
			end++
		}
		run := t[at:end]
		rest := strings.TrimLeft(strings.TrimLeft(t[end:], ".、．"), " \t\u3000")
		if strings.HasSuffix(run, want) && beginsName(rest) && (n > 1 || run == want) && !(end < len(t) && t[end] == '.' && len(rest) > 0 && rest[0] >= '0' && rest[0] <= '9') {
			return end - len(want)
		}
		at = end
	}
	return -1
}

// beginsName reports whether t can begin the name of an indicator: it is not what follows a value.
func beginsName(t string) bool {
	r, _ := utf8.DecodeRuneInString(t)
	if !isHan(r) && !(wordy(r) && figure(r) < 0 && !strings.ContainsRune("GDAKkgm", r)) {
		return false
	}
	for _, w := range [...]string{"左右", "以上", "以下", "以内", "约束性", "预期性", "万", "亿", "个百分点", "年", "月"} {
		if strings.HasPrefix(t, w) && !strings.HasPrefix(t, "万人") && !strings.HasPrefix(t, "万元") && !strings.HasPrefix(t, "年均") {
			return false
		}
	}
	return true
}

// rowEnd returns where the last row ends and something else begins, 0 where nothing does.
func rowEnd(t string) int {
	best := 0
	for _, w := range [...]string{"注：", "注:", "备注：", "说明：", "资料来源"} {
		if k := strings.Index(t, w); k > 0 && (best == 0 || k < best) {
			best = k
		}
	}
	for _, w := range [...]string{"预期性", "约束性"} {
		if k := strings.Index(t, w); k > 0 && k+len(w) < len(t) && (best == 0 || k+len(w) < best) {
			best = k + len(w)
		}
	}
	return best
}

// row cuts text[from:to] into the cells of one row, by its blanks where it has
// enough of them, else by what the glued words look like.
func (f *flatTable) row(from, to int) []Cell {
	t := f.s.text[from:to]
	at := from
	out := make([]Cell, 0, len(f.types))
	c := 0
	if f.types[0] == indexCell {
		_, n := figures(t)
		if n == 0 {
			return nil
		}
		out = append(out, Cell{Span: source.Span{Start: from, End: from + n}})
		c = 1
		n += len(t[n:]) - len(strings.TrimLeft(t[n:], ".、． \t\u3000"))
		at += n
	}
	types := f.types[c:]
	fields := cutAtGaps(f.s.text[at:to], at, 1)
	if len(fields) < len(types) {
		if fields = f.glued(at, to, types); len(fields) == 0 {
			fields = alternating(f.s.text[at:to], at)
		}
	}
	if len(fields) == 0 || len(fields) > 3*len(types) {
		return nil
	}
	for _, cell := range f.s.place(fields, types) {
		cell.Column += c
		out = append(out, cell)
	}
	return out
}

// glued cuts name, unit, values and nature of a row that has no blanks between them.
func (f *flatTable) glued(from, to int, types []cellKind) []source.Span {
	t := f.s.text[from:to]
	var out []source.Span
	stop := len(t)
	for _, w := range [...]string{"预期性", "约束性"} {
		if strings.HasSuffix(t, w) {
			stop -= len(w)
		}
	}
	at := valueStart(t[:stop])
	if at == 0 || at >= stop {
		return nil
	}
	name := at
	if hasUnit(types) {
		name -= unitSuffix(t[:at])
	} else if strings.HasPrefix(t[at:], "%") {
		at++ // 覆盖率%85: the sign belongs to the name
		name = at
	}
	if name == 0 {
		return nil
	}
	out = append(out, inner(t, 0, name, from))
	if name < at {
		out = append(out, inner(t, name, at, from))
	} else if hasUnit(types) && strings.HasPrefix(t[at:], "%") {
		out = append(out, source.Span{Start: from + at, End: from + at + 1})
		at++
	}
	out = append(out, values(t, at, stop, from)...)
	if stop < len(t) {
		out = append(out, source.Span{Start: from + stop, End: to})
	}
	return out
}

func hasUnit(types []cellKind) bool {
	for _, k := range types {
		if k == unitCell {
			return true
		}
	}
	return false
}

// around are the words and signs that stand around the numbers of a cell.
var around = [...]string{"左右", "以上", "以下", "以内", "&gt;", "&lt;", "&ge;", "&le;", "≥", "≤", "＞", "＜", "〉", "〈", "％", "‰", "～", "—", "–", "－", "∶", "：", "＊", "［", "］", "〔", "〕", "约", "，", "\u3000"}

// valueStart returns where the numbers at the end of t begin.
func valueStart(t string) int {
	at := len(t)
next:
	for at > 0 {
		if c := t[at-1]; c < 0x80 {
			if c >= '0' && c <= '9' || strings.IndexByte(".,%<>=~-/:*+[] ", c) >= 0 {
				at--
				continue
			}
		}
		for _, w := range around {
			if strings.HasSuffix(t[:at], w) {
				at -= len(w)
				continue next
			}
		}
		break
	}
	for at < len(t) && strings.IndexByte(".,/:-+* ", t[at]) >= 0 {
		at++
	}
	return at
}

// hasValue reports whether a row's text has a digit behind its number and name.
func hasValue(t string) bool {
	t = strings.TrimLeft(t, "0123456789.、． ")
	return strings.ContainsAny(t, "0123456789")
}

// values cuts t[from:to] into its values: a sign that compares begins one, a
// blank or a word behind a number ends one, a dash that stands alone is one.
func values(t string, from, to, base int) []source.Span {
	var out []source.Span
	start := -1
	number := false
	flush := func(at int) {
		if start >= 0 {
			if sp := inner(t, start, at, base); sp.Len() > 0 {
				out = append(out, sp)
			}
		}
		start, number = -1, false
	}
	for at := from; at < to; {
		r, n := utf8.DecodeRuneInString(t[at:to])
		switch {
		case unseen(r):
			flush(at)
		case strings.ContainsRune("≥≤><＞＜〉〈约&［〔[", r):
			if number {
				flush(at)
			}
			if start < 0 {
				start = at
			}
			if r == '&' {
				if k := strings.IndexByte(t[at:to], ';'); k > 0 {
					n = k + 1
				}
			}
		case (r == '—' || r == '－' || r == '–' || r == '-' || r == '/') && !number:
			if start < 0 {
				start = at
			}
			for strings.HasPrefix(t[at+n:to], string(r)) {
				n += len(string(r))
			}
			flush(at + n)
		default:
			if start < 0 {
				start = at
			}
			number = number || figure(r) >= 0
			if r == '上' || r == '下' || r == '右' || r == '内' || r == '］' || r == '〕' || r == ']' || r == '*' {
				flush(at + n)
			}
		}
		at += n
	}
	flush(to)
	return out
}
