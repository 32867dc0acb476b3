package extract

import (
	"math/big"
	"strings"

	"suyuan/segment"
)

// percent is the unit that a growth implies.
var percent = stated{text: "%", base: "%", factor: one, dimension: "share"}

// unitOf settles the unit of the n-th number of a cell and returns the place that
// states it, nil where that is the cell itself or nothing does: the column's where it is
// one of growths or names a quantity of its own, the row's column of units, the label's,
// the head's, the caption's.
func (x *crossing) unitOf(q *quantity, n int) *part {
	if q.unit != "" && (q.base != "" || q.dimension != "") {
		return nil
	}
	u := x.stated(n)
	if u == nil || q.form == inRatio {
		return nil
	}
	if q.unit == "" {
		q.unit, q.base, q.factor, q.dimension = u.stated.text, u.base, u.factor, u.dimension
	} else if multiplierAt(u.stated.text, 0) == "" { // 1.2万 in a column of 家
		q.unit, q.base, q.dimension = q.unit+u.stated.text, u.base, u.dimension
		q.factor = new(big.Rat).Mul(q.factor, u.factor)
	}
	if u.p == nil {
		return nil
	}
	return &u.part
}

// stated returns the unit that the row, the head or the caption states.
func (x *crossing) stated(n int) *unitPart {
	switch {
	case x.measure.name == "rank":
		return nil
	case x.measure.name == "growth" && x.col.rate:
		return x.share()
	case len(x.col.noun) > 0 && len(x.col.units) > 0:
		return &x.col.units[0]
	}
	if x.row.unit != nil {
		if u := x.unitCell(n); u != nil {
			return u
		}
	}
	for _, units := range [][]unitPart{x.row.units, x.col.units} {
		if len(units) > 0 {
			return &units[min(n, len(units)-1)]
		}
	}
	if x.measure.name == "growth" {
		return x.share()
	}
	return x.captionUnit()
}

// share returns the unit of a growth: the percent sign of the head, the label or
// the caption, else the one that the word implies.
func (x *crossing) share() *unitPart {
	for _, units := range [][]unitPart{x.col.units, x.row.units, x.caption.units} {
		for i := range units {
			if units[i].dimension == "share" || units[i].dimension == "times" {
				return &units[i]
			}
		}
	}
	if x.row.unit != nil {
		if u := x.unitCell(0); u != nil && u.dimension == "share" {
			return u
		}
	}
	if x.word != nil {
		return &unitPart{percent, *x.word}
	}
	return &unitPart{stated: percent}
}

// unitCell reads the n-th unit of the row's column of units: 家, 家/亿元. A dash is none.
func (x *crossing) unitCell(n int) *unitPart {
	p := x.row.unit
	text := p.flow.Text
	whole := part{p: p, at: segment.Range{Start: 0, End: len(text)}}
	if u, ok := x.r.wholeUnit(text); ok && !(strings.Contains(text, "/") && strings.Contains(x.p.flow.Text, "/")) {
		return &unitPart{u, whole}
	}
	if u, ok := x.r.wholeUnit(beforeBracket(text)); ok && strings.Contains(text, "(") { // 家(其中5A级)
		whole.at.End = len(beforeBracket(text))
		return &unitPart{u, whole}
	}
	at := 0
	for i, one := range strings.FieldsFunc(text, func(c rune) bool { return c == '/' || c == '、' || c == '，' }) {
		k := at + strings.Index(text[at:], one)
		at = k + len(one)
		if u, ok := x.r.wholeUnit(one); ok && i == n {
			return &unitPart{u, part{p: p, at: segment.Range{Start: k, End: at}}}
		}
	}
	if text == "-" || text == "/" || text == "无" || len(text) > 40 || strings.Contains(text, "=") { // 上年=100
		return nil
	}
	return &unitPart{stated{text: text, base: text, factor: one}, whole}
}

// captionUnit returns the unit that the caption states; of several (万亩、%、万立方米) the
// one that the name asks for: 森林覆盖率 is a share, 森林蓄积量 a volume.
func (x *crossing) captionUnit() *unitPart {
	units := x.caption.units
	if len(units) == 1 {
		return &units[0]
	}
	text := x.name().String()
	w := x.r.lexicon.tables
	var fits, amount *unitPart
	amounts := 0
	for i := range units {
		dimension := units[i].dimension
		if dimension != "share" {
			amount = &units[i]
			amounts++
		}
		if dimension == "" || w.end(dimension, text) == "" && !(dimension != "share" && w.has(dimension, text) && w.end("share", text) == "") {
			continue
		}
		if fits != nil {
			return nil
		}
		fits = &units[i]
	}
	if fits == nil && amounts == 1 && w.end("share", text) == "" {
		return amount
	}
	return fits
}

// bracketUnit returns the unit in brackets at the end of a label, (%) or (亿元,
// with the place of the bracket.
func (r *reading) bracketUnit(text string) (segment.Range, stated) {
	i := strings.LastIndexByte(text, '(')
	if i < 0 {
		return segment.Range{}, stated{}
	}
	inner := strings.TrimRight(text[i+1:], ")*★ ")
	for _, lead := range []string{"单位:", "计量单位:", "单位"} {
		inner = strings.TrimPrefix(inner, lead)
	}
	u, ok := r.wholeUnit(inner)
	if !ok && strings.Contains(inner, "/") && len(inner) < 40 && !strings.ContainsAny(inner, "、，") {
		u, ok = stated{text: inner, base: inner, factor: one}, true // 1/10万
	}
	if !ok {
		return segment.Range{}, stated{}
	}
	return segment.Range{Start: i, End: len(text)}, u
}

// wholeUnit reads a text that is a unit and nothing else.
func (r *reading) wholeUnit(text string) (stated, bool) {
	text = strings.TrimSpace(text)
	m := multiplierAt(text, 0)
	if u := r.lexicon.units().at(text); u != nil && len(u.name) == len(text) {
		m = ""
	}
	u, ok := r.lexicon.units().read(text, len(m), m)
	if !ok || u.end != len(text) {
		return stated{}, false
	}
	return u, true
}
