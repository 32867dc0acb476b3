package extract

import (
	"strconv"
	"strings"
)

// lasting returns the years of a number of years that a clause opens with and that lie
// behind the document: 五年来, 五年累计投入…, 三年培训…; "" for a number of years that says
// how long something takes or shall take: 三年行动, 五年以上, 力争五年内.
func (c *context) lasting(p *passage, d calendar) string {
	if d.rule != "date_duration" || c.year == 0 || c.last > c.year || c.last == c.year && !reviewing(c.r.records.About.Title) {
		return ""
	}
	word := strings.TrimSuffix(p.flow.Text[d.Start:d.End], "来")
	for _, lead := range []string{"近", "过去"} {
		if near, ok := strings.CutPrefix(word, lead); ok && c.inferred {
			word = near // 近五年来
		}
	}
	n := cursor{text: strings.TrimSuffix(word, "年")}
	years, ok := n.small()
	if !ok || n.pos < len(n.text) || years < 2 || years > 10 || len(n.text) == len(word) {
		return ""
	}
	before, after := p.flow.Text[:d.Start], p.flow.Text[d.End:]
	if !strings.HasPrefix(after, "累计") && before != "" && hasAnySuffix(before, "，", "。", ";", ":", " ", "！", "？") == "" {
		return ""
	}
	if !strings.HasSuffix(p.flow.Text[d.Start:d.End], "来") && !hasAnyPrefix(after, "累计", "共", "总计", "合计", "间，", "新增", "建成", "新建", "培训", "培育", "引进", "改造", "完成", "投入", "实施", "实现") {
		return ""
	}
	if kind, _ := c.section(p); kind == "target" || c.next {
		return ""
	}
	if first, last := edtfYears(c.span.edtf); last > 0 && last-first+1 == years {
		return c.span.edtf
	}
	_, last := edtfYears(c.paragraph.edtf)
	for h := p.block.Parent; h != nil && last == 0; h = h.Parent {
		_, last = edtfYears(c.lead[h].edtf)
	}
	if last == 0 || last > c.year {
		if last = c.year; !c.inferred {
			last--
		}
	}
	return itoa(last-years+1) + "/" + itoa(last)
}

// aloof reports whether an earlier end is an interval that another clause compares with,
// and no time at which a number of this clause holds: 比“十二五”期间增加…;…由41%提高到50%.
func (c *context) aloof(b *bound, w when) bool {
	return strings.Contains(w.edtf, "/") && len(w.at) > 0 && (w.at[0].p != c.passage || w.at[0].at.Start < b.clause.Start)
}

// over returns the years from an earlier end to the last of the years that a sentence is
// about, for what it says of both: 五年来…，是2015年的1.5倍; and those of 两年平均增长.
func (c *context) over(w when, b *bound, p *passage) string {
	base := c.base
	if b.measure.name != "growth" && b.measure.name != "multiple" {
		return ""
	}
	first, last := edtfYears(w.edtf)
	if from, to := edtfYears(c.span.edtf); b.measure.per == "year" && first == last && last > 0 && to == last && base.edtf == "" {
		return itoa(from) + "/" + itoa(to) // 五年来…。2016年，生产总值达到1542亿元，年均增长8.6%
	}
	if year, _ := edtfYears(base.edtf); strings.Contains(w.edtf, "/") && len(base.edtf) == 4 && base.edtf == itoa(year) && year >= first-1 && year < last && base.at[0].p == p && (base.at[0].at.Start >= b.clause.Start || strings.HasPrefix(p.flow.Text[base.at[0].at.End:], "相比")) {
		return itoa(year) + "/" + itoa(last)
	}
	if n := yearsOnAverage(p.textOf(b.left)); n > 0 && first == last && first > 0 {
		return itoa(last-n+1) + "/" + itoa(last)
	}
	return ""
}

// yearsOnAverage returns the number of years in 两年平均增长, 0 for none.
func yearsOnAverage(left string) int {
	i := strings.LastIndex(left, "年平均增")
	if i < 0 {
		return 0
	}
	return map[string]int{"两": 2, "三": 3, "四": 4, "五": 5, "2": 2, "3": 3, "4": 4, "5": 5}[lastRunes(left[:i], 1)]
}

func itoa(n int) string { return strconv.Itoa(n) }
