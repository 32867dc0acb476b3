package extract

import (
	"strings"

	"suyuan/segment"
)

// taxed reports a rate at which a tax is paid, or the part of a sum that counts
// for it: 减按25%计入应纳税所得额, 按20%的税率缴纳企业所得税.
func (o *offer) taxed(*bound) (segment.Range, bool) {
	text := strings.TrimPrefix(o.behind(), "的")
	if o.row[o.place].q.dimension != "share" || !hasAnyOf(o.before(), "按", "适用", "执行") || !hasAnyPrefix(text, "税率", "征收率", "计入", "优惠税率", "低税率") {
		return segment.Range{}, false
	}
	return segment.Range{Start: o.right.Start, End: o.right.End}, true
}

// taxName is the tax, or what the part is of.
func (o *offer) taxName() name {
	text := o.behind()
	if rate := strings.TrimPrefix(text, "的"); hasAnyPrefix(rate, "征收率", "税率") && hasAnyOf(o.before(), "适用", "执行") {
		start := o.right.End - len(rate) // 适用3%征收率
		return name{{p: o.p, at: segment.Range{Start: start, End: start + len(prefixOf(rate, []string{"征收率", "税率"}))}}}
	}
	i, w := lastOf(text, []string{"缴纳", "征收", "计入", "减征", "计征"})
	if i < 0 {
		return nil // 按15%的税率执行
	}
	thing := text[i+len(w):]
	if k := strings.IndexAny(thing, "，、;(的"); k >= 0 {
		thing = thing[:k]
	}
	if len(thing) < len("税收") || len(thing) > len("十二个字以内的定语说明它") {
		return nil
	}
	start := o.right.Start + i + len(w)
	return name{{p: o.p, at: segment.Range{Start: start, End: start + len(thing)}}}
}
