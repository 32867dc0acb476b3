package segment

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"suyuan/source"
)

// flatTable reads the rows of a table whose cells were run together.
type flatTable struct {
	s      *splitter
	types  []cellKind
	single bool // a row lacks a value for certain: another's lone digits may be one value as well
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
	if k := strings.Index(t, " 第"); k > 0 {
		if _, n := hanOrFigures(t[k+len(" 第"):]); n > 0 && hasAnyPrefix(t[k+len(" 第")+n:], "章", "节", "部分") && (best == 0 || k < best) {
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
