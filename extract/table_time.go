package extract

import (
	"strings"

	"suyuan/segment"
)

// settleTime decides when the value of a cell holds: by its head, for a growth
// that has no year by the year of the columns before it, by the label, by the
// row's own time, by the caption.
func (x *crossing) settleTime() {
	for _, w := range []when{x.cellTime(x.headTime()), x.row.time, x.row.span, x.captionTime()} {
		if w.edtf != "" {
			x.time = x.summed(w)
			return
		}
	}
	if x.time.edtf == "" && x.last == 0 {
		x.time = x.onlyYear()
	}
}

// cellTime is the time that the cell itself states, else that of its head, with the
// earlier end that the cell states: 比2020年下降14%.
func (x *crossing) cellTime(t when) when {
	if x.p == nil || !x.bare {
		return t
	}
	for _, d := range x.p.dates {
		switch e := x.r.when(x.p, d); {
		case e == "":
		case !isBaseline(x.p.flow.Text, d):
			return when{edtf: e, at: []part{{p: x.p, at: d.Range}}}
		case t.edtf != "" && !strings.Contains(t.edtf+e, "/"):
			t.baseline = []part{{p: x.p, at: d.Range}}
			t.edtf = years(e) + "/" + years(t.edtf)
		}
	}
	return t
}

func (x *crossing) headTime() when {
	t, base := x.col.time, x.col.base
	if end := x.datedBefore(x.p.cell.Column); t.edtf == "" && !x.col.rate && end > x.firstDated() && isSum(x.r.lexicon.tables, textOf(x.col.heads)) { // 2021年 | 2022年 | 合计
		from := x.columns[x.firstDated()].time
		t = when{edtf: from.edtf + "/" + x.columns[end].time.edtf, at: append(append([]part{}, from.at...), x.columns[end].time.at...)}
	}
	if t.edtf == "" && x.col.rate {
		if end := x.datedBefore(x.p.cell.Column); end >= 0 {
			t = x.columns[end].time
			if first := x.columns[x.firstDated()].time; x.measure.per == "year" && base.edtf == "" && first.edtf < t.edtf {
				base = first
			}
		}
	}
	if base.edtf != "" && t.edtf != "" && !strings.Contains(t.edtf+base.edtf, "/") {
		t.baseline = base.at
		t.edtf = years(base.edtf) + "/" + years(t.edtf)
	}
	return t
}

// dated reports whether a column holds the values of one year.
func (g *grid) dated(i int) bool {
	c := &g.columns[i]
	return c.role == columnContent && !c.rate && c.time.edtf != "" && !strings.Contains(c.time.edtf, "/")
}

// datedBefore is the nearest dated column in front of one, that of a growth's end:
// 2023年预期目标 | 增长(%). It is -1 where there is none.
func (g *grid) datedBefore(i int) int {
	for i--; i >= 0 && !g.dated(i); i-- {
	}
	return i
}

// firstDated is the first dated column, 0 where there is none.
func (g *grid) firstDated() int {
	for i := range g.columns {
		if g.dated(i) {
			return i
		}
	}
	return 0
}

// captionTime is the time in a table's caption; of a plan's period the end, save
// for what is added over it.
func (x *crossing) captionTime() when {
	t := x.caption.time
	if _, last := edtfYears(t.edtf); strings.Contains(t.edtf, "/") && x.measure.name != "change" && last > 0 {
		t.edtf = itoa(last)
	}
	t.carried = true
	return t
}

// wordsOf returns the words of a head without its unit.
func wordsOf(h *passage) segment.Range {
	text := h.blanked(segment.Range{Start: 0, End: len(h.flow.Text)})
	end := len(beforeBracket(text))
	start := strings.LastIndexByte(text[:end], 0) + 1
	return segment.Range{Start: start, End: end}
}

// onlyYear is the year of a document that names no other.
func (c *context) onlyYear() when {
	if c.only == nil {
		c.only = &when{}
		for _, p := range c.r.passages {
			for _, d := range p.dates {
				switch e := years(d.edtf); {
				case e == "" || e == c.only.edtf:
				case c.only.edtf != "" || strings.Contains(e, "/"):
					c.only = &when{}
					return *c.only
				default:
					*c.only = when{edtf: e, at: []part{{p: p, at: d.Range}}, carried: true}
				}
			}
		}
	}
	return *c.only
}
