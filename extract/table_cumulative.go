package extract

import (
	"sort"
	"strings"

	"suyuan/segment"
)

// cumulative is what a table says of its numbers in brackets: 注:[ ]内为五年累计数. They
// are sums over years, and no values of the year that their head names.
type cumulative struct {
	part
	years int // 0 where it does not say over how many
	round bool
}

// brackets are those in which a table puts what was summed up.
var brackets = []string{"〔", "[", "［", "【"}

// readCumulative finds the line that says so: below the table, else in the
// lines above or in its head.
func (g *grid) readCumulative() {
	rows := g.table.Rows
	end := rows[len(rows)-1].Span.End
	list := g.r.passages
	i := sort.Search(len(list), func(i int) bool { return list[i].block.Span.Start >= end })
	notes := []*passage{}
	for _, p := range list[i:min(i+4, len(list))] {
		if p.cell == nil && len(p.flow.Text) < 360 {
			notes = append(notes, p)
		}
	}
	for _, p := range append(notes, g.unitAt, g.captionAt) {
		if p != nil && g.sums == nil {
			g.sums = cumulativeIn(p)
		}
	}
	for i := range g.columns {
		for _, p := range g.columns[i].heads {
			if k := strings.Index(p.flow.Text, "累计"); k >= 0 && g.columns[i].rate && g.sums == nil {
				g.sums = &cumulative{part: part{p: p, at: segment.Range{Start: k, End: k + len("累计")}}} // 年均增长/累计
			}
		}
	}
}

// cumulativeIn reads what a line says of numbers in brackets, nil where it says nothing.
func cumulativeIn(p *passage) *cumulative {
	text := p.flow.Text
	i := strings.Index(text, "累计")
	if i < 0 {
		return nil
	}
	from := max(0, i-len("括号内的数据为五年规划期"))
	before := text[from:i]
	round := hasAnyOf(text[:i], "( )", "()", "括号") && !hasAnyOf(text[:i], "中括号", "方括号")
	if !round && !hasAnyOf(text[:i], brackets...) {
		return nil
	}
	c := &cumulative{part: part{p: p, at: segment.Range{Start: i, End: i + len("累计")}}, round: round}
	for _, span := range []struct {
		words []string
		years int
	}{{[]string{"五年", "5年"}, 5}, {[]string{"三年", "3年"}, 3}, {[]string{"四年", "4年"}, 4}, {[]string{"六年", "6年"}, 6}, {[]string{"十年", "10年"}, 10}} {
		if hasAnyOf(before, span.words...) {
			c.years = span.years
		}
	}
	return c
}

// summed returns the time of a number in brackets that is a sum over years: of five
// years to 2025 it is 2021/2025. What the table does not say so of keeps its time.
func (x *crossing) summed(t when) when {
	c := x.sums
	if c == nil || !hasAnySuffix2(x.front, brackets...) && !(c.round && strings.HasSuffix(x.front, "(")) || len(t.edtf) != len("2025") {
		return t
	}
	_, end := edtfYears(t.edtf)
	n := c.years
	if first, last := x.r.period(); first > 0 && first < end && end < last {
		n = end - first + 1 // half way
	} else if n == 0 && last > first && first > 0 {
		n = last - first + 1
	} else if base, _ := edtfYears(x.columns[x.firstDated()].time.edtf); n == 0 && base > 0 {
		n = end - base
	}
	if end == 0 || n < 2 {
		return t
	}
	t.edtf = itoa(end-n+1) + "/" + itoa(end)
	t.at = append(append([]part{}, t.at...), c.part)
	return t
}
