package extract

import (
	"strings"

	"suyuan/segment"
)

// prime reads the words in front of points that are added to the prime rate or taken off it:
// 贷款利率不超过LPR+50个基点, 利率下限为LPR减20个基点. It returns the length of what stands in front
// of the prime rate.
func (q *quantity) prime(left string) (end int, less, ok bool) {
	if q.dimension != "points" {
		return 0, false, false
	}
	rest := strings.TrimRight(left, "+-加减点")
	rest = strings.TrimSuffix(strings.TrimSuffix(rest, "上浮"), "下浮")
	sign := left[len(rest):]
	if sign == "" {
		return 0, false, false
	}
	for _, rate := range []string{"LPR", "贷款市场报价利率", "(LPR)"} {
		if head, ok := strings.CutSuffix(rest, rate); ok {
			return len(head), hasAnyOf(sign, "-", "减", "下浮"), true
		}
	}
	return 0, false, false
}

// primed makes the points a change of the prime rate, named by the rate that it gives.
func (x binder) primed(b *bound, left string, own name) name {
	end, less, ok := b.q.prime(left)
	if !ok {
		return own
	}
	at := segment.Range{Start: b.slot.left.Start, End: b.slot.left.Start + end}
	text := x.lexicon.grantWords.cutRear(x.p.textOf(at), x.lexicon.grantWords.caps)
	text = strings.TrimSuffix(strings.TrimSuffix(text, "同期"), "在")
	text = x.lexicon.grantWords.cutRear(text, x.lexicon.grantWords.caps)
	at.End = at.Start + len(text)
	b.measure = measure{name: "change", negative: less}
	if n := x.leftPhrase(x.p, at, false); !n.empty() {
		return name{{p: x.p, at: n.at}}
	}
	return own
}
