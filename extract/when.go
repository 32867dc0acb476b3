package extract

import (
	"sort"
	"strings"
)

// when is a time with the places that state it.
type when struct {
	edtf     string
	at       []part
	baseline []part
	carried  bool // from another sentence, a heading, or the plan's own end year
}

// time settles when the value of a bound quantity holds.
func (c *context) time(p *passage, b *bound) when {
	c.advance(p, b)
	if w := c.yearBefore(p, b); w.edtf != "" {
		return w
	}
	if b.baseline {
		for _, w := range []when{c.base, c.earlier} {
			if w.edtf != "" && !lastYear(w) && !c.aloof(b, w) {
				c.spanned = true
				w.edtf = years(w.edtf)
				return w
			}
		}
		w := c.now
		if w.edtf == "" && !c.unsaid {
			w = c.carry(b)
		}
		if w.edtf = years(w.edtf); !strings.Contains(w.edtf, "/") {
			return when{} // 2023年…由9.8调整为9.2: the year is the later end's
		}
		return w
	}
	w := c.now
	if c.undated && b.kind == "actual" {
		return when{}
	}
	if w.edtf == "" && c.unsaid {
		return when{}
	}
	if w.edtf == "" {
		w = c.carry(b)
	}
	if b.kind == "criterion" && b.q.dimension == "age" { // 65岁以上老年人 are so in any year
		return when{}
	}
	if b.kind == "criterion" && c.now.edtf == "" || b.kind == "provision" && c.now.edtf == "" {
		return when{}
	}
	if b.kind == "provision" && lastYear(w) {
		return when{} // 按上年度实际缴纳失业保险费的60%返还
	}
	if b.measure.name == "change" && !b.q.countable() && c.base.edtf == "" && c.now.edtf == "" && c.earlier.edtf != "" && !hasAnyOf(p.textOf(b.left), "上年", "去年", "同比") {
		c.base = c.earlier // the sentence before has stated both ends
	}
	interval := b.measure.name == "growth" || b.measure.name == "multiple" || b.measure.name == "change"
	if interval && c.base.edtf != "" && !lastYear(c.base) && w.edtf != "" && !strings.Contains(w.edtf, "/") && !strings.Contains(c.base.edtf, "/") {
		if c.base.edtf[:4] != w.edtf[:4] || !isNumberYear(w.edtf) {
			w.baseline = c.base.at
			w.edtf = years(c.base.edtf) + "/" + years(w.edtf)
			return w
		}
	}
	if e := c.over(w, b, p); e != "" {
		w.edtf, w.baseline = e, c.base.at
		return w
	}
	w.edtf = years(w.edtf)
	return w
}

// lastYear reports a base that is the year before whatever year is spoken of: growth over
// it is that year's own.
func lastYear(w when) bool {
	return len(w.at) > 0 && hasAnyPrefix(w.at[0].text(), "上年", "去年", "上一年")
}

// yearBefore is the time of the earlier end in 由上年的8.2% and 从去年末的12家: the year
// before the one spoken of.
func (c *context) yearBefore(p *passage, b *bound) when {
	left := strings.TrimRight(p.textOf(b.left), "的末底初")
	left = strings.TrimSuffix(strings.TrimSuffix(left, "同期"), "度")
	if !hasAnySuffix2(left, "由上年", "从上年", "自上年", "由去年", "从去年", "自去年", "由上一年", "从上一年") && !(b.baseline && hasAnySuffix2(left, "比上年", "较上年", "比去年", "较去年")) {
		return when{}
	}
	w := c.now
	if w.edtf = years(w.edtf); w.edtf == "" || strings.Contains(w.edtf, "/") {
		w = c.carry(b)
	}
	year, _ := edtfYears(w.edtf)
	if year == 0 || strings.Contains(w.edtf, "/") {
		return when{}
	}
	return when{edtf: itoa(year - 1), at: w.at, carried: true}
}

func isNumberYear(e string) bool { return isDigit(e[len(e)-1]) }

// years cuts an EDTF expression to the year.
func years(edtf string) string {
	from, to, ok := strings.Cut(edtf, "/")
	cutYear := func(s string) string {
		if len(s) > 4 {
			return s[:4]
		}
		return s
	}
	if !ok {
		return cutYear(from)
	}
	if cutYear(from) == cutYear(to) && from != ".." {
		return cutYear(from)
	}
	return cutYear(from) + "/" + cutYear(to)
}

// advance takes in the dates of the clause up to the quantity.
func (c *context) advance(p *passage, b *bound) {
	if c.inTurn { // 2023年、2024年分别新增60个、50个
		return
	}
	from := max(b.left.Start, b.clause.Start)
	if b.slot == b.clause.slots[0] {
		from = b.clause.Start
	}
	i := sort.Search(len(p.dates), func(i int) bool { return p.dates[i].Start >= from })
	for ; i < len(p.dates) && p.dates[i].End <= b.q.Start+1; i++ {
		c.date(p, p.dates[i])
	}
	if c.now.edtf != "" || b.slot != b.clause.slots[len(b.clause.slots)-1] {
		return
	}
	for ; i < len(p.dates) && p.dates[i].End <= b.clause.End; i++ { // the year behind the number: 600家(2025年)
		if p.dates[i].Start >= b.q.End && !isBaseline(p.flow.Text, p.dates[i]) {
			c.date(p, p.dates[i])
		}
	}
}
