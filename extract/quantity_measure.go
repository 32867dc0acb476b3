package extract

import (
	"math/big"
	"strings"

	"suyuan/segment"
)

// measure reads what stands behind the number: 余 or 多, a multiplier, the unit,
// the second end of a range.
func (s *scanner) measure(text string, n number, q *quantity) {
	end := n.end
	multiplier := n.multiplier
	var more segment.Range
	takeMore := func(i int) int {
		if w := moreAt(text, i); w > 0 && more.End == 0 {
			more = segment.Range{Start: i, End: i + w}
			return i + w
		}
		return i
	}
	if n.percent || n.permille || n.permyriad {
		q.unit, q.base, q.dimension, q.factor = "%", "%", "share", one
		if n.permille {
			q.unit, q.factor = "‰", big.NewRat(1, 10)
		}
		if n.permyriad {
			q.unit, q.factor = "‱", big.NewRat(1, 100)
		}
		q.unitAt = segment.Range{Start: n.start, End: n.start + len("百分之")}
		q.whole.End = n.end
	} else {
		end = takeMore(end)
		if end > n.end && multiplier == "" { // 6600余万元: the multiplier stands behind 余
			multiplier = multiplierAt(text, end)
		}
		at := end
		end = takeMore(end + len(multiplier))                               // 101万余平方米
		if end+1 < len(text) && text[end] == ' ' && isLetter(text[end+1]) { // 7400 m²
			end++
			at = max(at, end-len(multiplier))
		}
		unit, ok := s.units.read(text, end, multiplier)
		if rate(text[end:]) && multiplier == "" {
			k := end + strings.Index(text[end:], "万") + len("万")
			q.unit, q.base, q.dimension = text[end:k], text[end:k], "other"
			q.unitAt = segment.Range{Start: end, End: k}
			end = k
		} else if ok && unit.text != "" {
			q.unit, q.base, q.factor, q.dimension = unit.text, unit.base, unit.factor, unit.dimension
			q.unitAt = segment.Range{Start: at, End: unit.end}
			end = unit.end
			if w := moreAt(text, end); w > 0 && more.End == 0 && unit.dimension != "share" { // 三年多, 5公里多
				more = segment.Range{Start: end, End: end + w}
				end += w
			}
		} else if multiplier != "" {
			q.unit, q.factor = multiplier, multiple(multiplier)
			q.unitAt = segment.Range{Start: at, End: at + len(multiplier)}
		}
		q.whole.End = end
	}
	if q.unit == "成" { // 四成 is 40 %: the unit lies in the number
		q.value, q.max = tenfold(q.value), tenfold(q.max)
		q.unit, q.base, q.factor = "%", "%", one
		q.End = q.unitAt.End
		if tenths, end := tenthsAt(text, n.end); end > 0 && n.chinese && (endsClause(text[end:]) || hasAnyPrefix(text[end:], "以", "左右", "即", "至", "到", "-", "~")) { // 九成五
			q.value, q.End, q.whole.End = tenths.Add(tenths, q.value), end, end
		}
	}
	if more.End > 0 {
		q.comparator = ">"
		q.comparators = append(q.comparators, more)
	}
	s.span(text, n, q)
}

// moreAt returns the length of 余, 多 or 几 at text[i] where it means "and more".
func moreAt(text string, i int) int {
	if i >= len(text) {
		return 0
	}
	rest := text[i:]
	if strings.HasPrefix(rest, "余") && !hasAnyPrefix(rest, "余额", "余热", "余压", "余量", "余粮") {
		return len("余")
	}
	if strings.HasPrefix(rest, "几") && strings.HasSuffix(text[:i], "十") {
		return len("几") // 十几家
	}
	if strings.HasPrefix(rest, "多") && !hasAnyPrefix(rest, "多元", "多种", "多层", "多高层", "多媒体", "多民族", "多彩", "多功能", "多项", "多方", "多形式", "多式", "多晶", "多渠道", "多样", "多维", "多点", "多主体", "多产") {
		return len("多")
	}
	return 0
}
