package segment

import (
	"strings"

	"suyuan/source"
)

// unglue parts two values that were run together, 61.875 for 61.8 and 75, where
// the other rows or the digits themselves leave one way only. Where they leave
// more, neither is a cell: better unread than read wrong.
func (f *flatTable) unglue(g *grid) {
	f.measure(g)
	for n := range g.rows[min(1, len(g.rows)):] {
		r := &g.rows[n+1]
		if c := f.gluedCell(r); c >= 0 {
			f.part(r, c)
		}
	}
}

// measure counts the digits behind the point in the values of rows that are complete.
func (f *flatTable) measure(g *grid) {
	f.decimals = make([]int, len(f.types))
	for c := range f.decimals {
		f.decimals[c] = -2
		for n := range g.rows[min(1, len(g.rows)):] {
			r := &g.rows[n+1]
			if c >= len(r.cells) || r.cells[c].Span.Len() == 0 || f.gluedCell(r) >= 0 {
				continue
			}
			d := decimalsOf(f.s.text[r.cells[c].Span.Start:r.cells[c].Span.End])
			if f.decimals[c] == -2 {
				f.decimals[c] = d
			} else if f.decimals[c] != d {
				f.decimals[c] = -1
			}
		}
	}
}

// gluedCell returns the only value of a row that should have two, where it is
// digits that may be two numbers; else -1.
func (f *flatTable) gluedCell(r *gridRow) int {
	only, empty := -1, 0
	for c, k := range f.types {
		if k != amountCell || c >= len(r.cells) {
			continue
		}
		if r.cells[c].Span.Len() == 0 {
			empty++
		} else if only = c; len(strings.TrimLeft(f.s.text[r.cells[c].Span.Start:r.cells[c].Span.End], "0123456789.")) > 0 && !strings.HasPrefix(strings.TrimLeft(f.s.text[r.cells[c].Span.Start:r.cells[c].Span.End], "0123456789."), "以") {
			only = -1
			break
		}
	}
	if empty != 1 || only < 1 || f.types[only-1] != amountCell {
		return -1
	}
	if _, n := figures(f.s.text[r.cells[only].Span.Start:r.cells[only].Span.End]); n == 0 || r.cells[only].Span.Len() < 2 {
		return -1
	}
	return only
}

// part divides the glued value of column c between it and the column before.
func (f *flatTable) part(r *gridRow, c int) {
	span := r.cells[c].Span
	t := f.s.text[span.Start:span.End]
	digits := len(t) - len(strings.TrimLeft(t, "0123456789."))
	var ways []int
	for k := 1; k < digits; k++ {
		if !oneNumber(t[:k]) || !oneNumber(t[k:digits]) || t[k:digits] == "0" {
			continue
		}
		if d := f.decimals[c-1]; d >= 0 && decimalsOf(t[:k]) != d {
			continue
		}
		if d := f.decimals[c]; d >= 0 && f.decimals[c-1] < 0 && decimalsOf(t[k:digits]) != d {
			continue
		}
		ways = append(ways, k)
	}
	if len(ways) != 1 {
		r.cells[c].Span = source.Span{}
		return
	}
	at := span.Start + ways[0]
	r.cells[c-1].Span = source.Span{Start: span.Start, End: at}
	r.cells[c].Span = source.Span{Start: at, End: span.End}
}

// oneNumber reports whether t is one number as it is written: 0.5, 12, but not 05, 5. or 1.2.3.
func oneNumber(t string) bool {
	if strings.Count(t, ".") > 1 || t[0] == '.' || t[len(t)-1] == '.' {
		return false
	}
	return t[0] != '0' || len(t) == 1 || t[1] == '.'
}

// decimalsOf counts the digits behind the point of the first number in t.
func decimalsOf(t string) int {
	k := strings.IndexByte(t, '.')
	if k < 0 {
		return 0
	}
	n := 0
	for k+1+n < len(t) && t[k+1+n] >= '0' && t[k+1+n] <= '9' {
		n++
	}
	return n
}

// sound reports whether nearly every row has a name and a value.
func (f *flatTable) sound(g *grid) bool {
	good := 0
	for n := range g.rows[1:] {
		named, valued := false, false
		for c, cell := range g.rows[n+1].cells {
			if cell.Span.Len() > 0 && c < len(f.types) {
				named = named || f.types[c] == words
				valued = valued || f.types[c] == amountCell
			}
		}
		if named && valued {
			good++
		}
	}
	return good*4 >= 3*(len(g.rows)-1)
}

// flatUnits are units that stand behind an indicator's name without a bracket,
// longer ones first where one ends another.
var flatUnits = [...]string{"千克标准煤/吨", "吨标准煤/万元", "立方米/万元", "微克/立方米", "元/平方公里", "万元/亩", "亿元/平方公里", "万千瓦时", "亿千瓦时", "平方公里", "平方千米", "万立方米", "亿立方米", "平方米", "立方米", "万平方米", "万千瓦", "万人次", "万公顷", "亿美元", "万美元", "亿斤", "万辆", "万亩", "万吨", "万头", "万只", "万户", "万人", "万个", "万件", "万张", "万套", "万元", "亿元", "万亿元", "公里", "公顷", "兆瓦", "千瓦", "人年", "人次", "家次", "件/万人", "张/千人", "人/千人", "％", "‰", "个百分点", "个", "家", "项", "件", "人", "名", "座", "处", "条", "辆", "台", "套", "张", "所", "户", "岁", "年", "天", "元", "吨", "亩", "只", "头", "倍", "位", "种", "部", "次", "片", "对", "艘", "架", "间", "栋", "米"}

// unitSuffix returns the length of the unit that t ends with, 0 where it ends with none.
func unitSuffix(t string) int {
	best := 0
	for _, u := range flatUnits {
		if len(u) > best && len(u) < len(t) && strings.HasSuffix(t, u) {
			best = len(u)
		}
	}
	return best
}
