package extract

import (
	"strings"

	"suyuan/segment"
)

// settle names a criterion or a provision after its own fashion, and else makes
// the figure what the sentence now speaks of.
func (x binder) settle(b *bound, own name, joint bool) {
	q, now := b.slot.q, x.now
	if (b.kind == "criterion" || b.kind == "provision") && b.measure.name == "change" && q.dimension != "points" {
		b.added = b.measure.at
		b.measure = measure{name: "level", per: b.measure.per}
	}
	if b.way == byFine && b.measure.name == "multiple" {
		b.measure = measure{name: "level"} // 处1倍以上3倍以下罚款
	}
	switch b.kind {
	case "criterion":
		x.criterionName(b, joint)
		b.rule = "figure_criterion"
		now.last, now.limit, now.used = b, b, 0
		return
	case "provision":
		b.rule = "figure_provision"
		n := x.provisionName(b)
		if n == nil {
			b.name = x.yearless(b.name)
		}
		if n != nil {
			b.name, b.granted = x.yearless(n), true
			if b.way == byLimit || b.way == byFund {
				now.speak(n)
			}
			now.last = b
			return
		}
	default:
		if !planned(x.p, b.slot) && !x.cl.inside { // an amount of a plan, or one in brackets, says nothing of the numbers behind it
			x.c.kind, x.c.kindAt, x.c.kindFrom = b.kind, b.kindAt, x.p.sentence(q.Start).Start
		}
		if b.baseline {
			x.c.kind = ""
		}
	}
	switch {
	case b.rule == "figure_counted" && hasAnySuffix2(b.words.tail, "惠及", "涉及", "覆盖", "带动", "辐射"), b.rule == "figure_counted" && hasAnySuffix2(x.p.textOf(b.slot.right), "中排名", "中位列", "中位居", "中居", "中列"): // 惠及13个乡镇，总投资3亿元
	case b.gap.End > b.gap.Start: // the next number is not one of the gap
		if own[0].at.Start < b.gap.Start && !paced(strings.TrimRight(x.p.textOf(segment.Range{Start: own[0].at.Start, End: b.gap.Start}), "分别")) {
			now.speak(name{{p: x.p, at: segment.Range{Start: own[0].at.Start, End: b.gap.Start}}})
		}
	case len(own) > 0 && q.form != inOrder && !x.dependent(own):
		now.speak(b.name)
	case q.form == inOrder && x.cl.inside: // 增长1.3%(增幅在全市排名第五)，完成…
	case len(own) > 0 && !(q.dimension == "points" && b.measure.name == "level"):
		now.name = b.name
		if outlays[own.String()] || gains[own.String()] {
			now.names = append(now.names, b.name) // 项目86个，完成投资165亿元，分别增长15%、22%
		}
	}
	if b.measure.name == "change" && !now.parts && (q.countable() || len(own) > 0 && q.dimension != "share" && q.dimension != "points") {
		now.change, now.changeAt, now.added, now.taken = len(own) > 0 || !x.compared(b), b.measure.at, q, b.measure.negative
	} else if b.measure.name == "level" && !now.parts && !b.bare() {
		now.change = false
	}
	switch q.dimension {
	case "share", "points", "times", "rank", "break", "":
	default:
		now.amount = b.name
	}
	now.unit, now.last = q.base, b
}
