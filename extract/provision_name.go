package extract

import (
	"strings"

	"suyuan/segment"
)

// provisionName names what a provision gives or limits.
func (x binder) provisionName(b *bound) name {
	n := x.provided(b)
	if len(n) == 0 || n[0].implied != "" {
		return n
	}
	if text := n[0].text(); contains([]string{"费用", "资金", "经费", "金额"}, text) && n[0].p == x.p {
		n[0].at.Start -= len(hasAnySuffix(x.p.flow.Text[:n[0].at.Start], "资助", "补助", "补贴", "奖励")) // 资助费用不超过10万元
	}
	if rest := cutFront(n[0].text(), onePieces); rest != "" && b.q.dimension == "money" {
		n[0].at.Start = n[0].at.End - len(rest) // 每台设备补贴3000元
	}
	if text := n[0].text(); len(n[0].text()) > 0 {
		if rest := cutFront(text, []string{"其中", "且", "同样", "的", "和扩建", "和改扩建", "和改建", "或扩建", "、扩建", "一次性据实补助"}); rest != "" {
			n[0].at.Start += len(text) - len(rest) // 其中运营团队个人奖励不低于30%
		}
	}
	return n
}

// provided is that name with whatever else stands in front of it.
func (x binder) provided(b *bound) name {
	o := x.c.offer(x.p, x.cl, b.slot)
	if b.way == byCap && hasAnySuffix2(strings.TrimRight(o.before(), "为达到"), "债务限额") {
		return nil // what is borrowed is nobody's gift
	}
	switch b.way {
	case byFine:
		return o.fineName()
	case byLimit:
		return x.limitName(o)
	case byTax:
		return o.taxName()
	case byRatio:
		return x.ratioName(o)
	case byPaid:
		return x.paidName(o)
	case byStandard:
		return o.standardName()
	case byPart:
		return o.partName()
	case byQuota:
		return o.quotaName()
	case byKind:
		return o.thing()
	case byBurden:
		return o.burdenName()
	case byFund:
		return o.fundName()
	case 0:
		return nil
	}
	return x.grantName(o, b.way)
}

// yearless takes a year of the grant out of the name of a provision, which every year shares:
// 设备补贴 of 设备第二年补贴, and what was given before it of a name that is nothing else: 第一年
// 补贴100%，第二年80%.
func (x binder) yearless(n name) name {
	if !strings.Contains(n.String(), "第") {
		return n
	}
	var out name
	for _, p := range n {
		text := p.text()
		if p.implied != "" || !strings.Contains(text, "第") {
			out = append(out, p)
			continue
		}
		at := giftYear().FindStringIndex(text)
		if at == nil {
			out = append(out, p)
			continue
		}
		if at[0] > 0 {
			out = append(out, part{p: p.p, at: segment.Range{Start: p.at.Start, End: p.at.Start + at[0]}})
		}
		if at[1] < len(text) {
			out = append(out, part{p: p.p, at: segment.Range{Start: p.at.Start + at[1], End: p.at.End}})
		}
	}
	if last := x.now.last; len(out) == 0 && last != nil && last.kind == "provision" {
		return last.name
	}
	return out
}

// giftYear is a year over which a grant is spread, in a name, or what is left of one whose 三年
// is a time.
var giftYear = Expression(`第(?:[一二三四五1-5]年|$)`)
