package extract

import (
	"math/big"
	"strings"

	"suyuan/segment"
)

// span reads the second end of a range: 1-2个, 4.1%-5%, 3%至5%, 1.5万至2万元, 500万至1亿元,
// 1000万元(含)至5000万元, 5%左右至8%.
func (s *scanner) span(text string, n number, q *quantity) {
	at, about := q.whole.End, segment.Range{}
	if at >= len(text) || n.fraction {
		return
	}
	at += boundMark(text[at:])
	above := strings.HasPrefix(text[at:], "以上") // 50万元以上至100万元
	if above {
		at += len("以上")
	}
	if strings.HasPrefix(text[at:], "左右") {
		about = segment.Range{Start: at, End: at + len("左右")}
		at = about.End
	}
	connector := rangeMark(text, at)
	if connector == 0 {
		return
	}
	second, ok := readNumber(text, at+connector)
	if !ok || second.chinese != n.chinese || second.fraction || second.value == nil || moves(text[:n.start], text[at:at+connector]) {
		return
	}
	other := quantity{Range: segment.Range{Start: second.start, End: second.end}, whole: segment.Range{Start: second.start, End: second.end}, value: second.value, comparator: "=", factor: one}
	if second.percent {
		other.unit, other.unitAt, other.dimension, other.base = "%", segment.Range{Start: second.start, End: second.start + 9}, "share", "%"
	} else {
		s.measureEnd(text, second, &other)
	}
	if other.unit == "成" && n.chinese { // 六成至七成, 六至七成
		second.value, second.end = tensAt(text, second)
		other.unit, other.base, other.factor, other.whole.End = "%", "%", one, max(other.whole.End, second.end)
		other.unitAt.End = second.end
		if q.unit == "" {
			n.value = tenfold(n.value)
			q.value = n.value
		}
	}
	if end := other.whole.End + boundMark(text[other.whole.End:]); above && hasAnyPrefix(text[end:], "以") || !q.reach(text, n, second, &other) {
		return // 50万元以上至100万元以下 has two bounds
	}
	if about.End > 0 {
		q.comparator, q.comparators = "~", append(q.comparators, about)
	}
	q.whole.End = max(q.whole.End, other.whole.End)
	q.whole.End += boundMark(text[q.whole.End:])
	q.comparators = append(q.comparators, other.comparators...)
	if other.comparator != "=" {
		q.comparator = other.comparator
	}
}

// reach makes q, of the number n, reach to the other end, of the number second, and reports
// whether both are ends of one range: they are counted in the same unit, and the first is less.
func (q *quantity) reach(text string, n, second number, other *quantity) bool {
	unlike := q.unit != other.unit && q.unit != "" && other.unit != ""
	counted := n.multiplier // what the first says that it is counted in
	switch {
	case q.unit == "" && second.value.Cmp(n.value) <= 0: // 2023-1: a number of a document
		if !other.thousands(n, second) {
			return false
		}
	case q.unit == "" || q.unit == other.unit:
		counted = second.multiplier // 1-5万元
	case q.unit == counted && unlike && other.dimension != "": // 1.5万至2万元, 500万至1亿元
	case other.unit == "" || other.unit == counted: // 1亿元至5; 1000万元-5000万
		if second.value.Cmp(n.value) <= 0 {
			return false
		}
		q.max, q.End, q.whole.End = second.value, second.end, other.whole.End
		return true
	case unlike && (q.dimension != other.dimension || q.base != other.base):
		return false
	}
	if counted == second.multiplier {
		if second.value.Cmp(n.value) <= 0 && q.dimension != "share" {
			return false
		}
		q.max, q.End = second.value, second.end
		if q.unit == "%" && other.unit == "%" {
			q.End = other.unitAt.End
			if second.percent {
				q.End = second.end
			}
		}
		q.unit, q.unitAt, q.base, q.factor, q.dimension = other.unit, other.unitAt, other.base, other.factor, other.dimension
		return true
	}
	// 3000元至1万元, 500万至1亿元: in the unit of the first
	most := new(big.Rat).Mul(second.value, new(big.Rat).Quo(multiple(second.multiplier), multiple(counted)))
	if most.Cmp(n.value) <= 0 || second.multiplier == "" || !strings.HasPrefix(text[second.end:], second.multiplier) {
		return false
	}
	if q.base == "" {
		q.unit = counted + strings.TrimPrefix(other.unit, second.multiplier)
		q.base, q.dimension = other.base, other.dimension
		q.factor = new(big.Rat).Mul(other.factor, new(big.Rat).Quo(multiple(counted), multiple(second.multiplier)))
		if at := second.end + len(second.multiplier); at < other.unitAt.End {
			q.unitAt = segment.Range{Start: at, End: other.unitAt.End}
		}
	}
	q.max, q.End = most, second.end+len(second.multiplier)
	return true
}

// thousands reports whether a first end without a unit is counted in single ones where the
// second is counted in 万: 5000-1万元, 1万5000-2万元; never 5-1万元, a slip, nor 5000-1亿元, which
// may begin at 5000 万.
func (other *quantity) thousands(n, second number) bool {
	low, high := big.NewRat(100, 1), new(big.Rat).Mul(second.value, multiple("万"))
	return second.multiplier == "万" && other.base != "" && n.multiplier == "" && n.value.Cmp(low) >= 0 && n.value.Cmp(high) < 0
}

// moves reports whether the mark behind a number leads from what was to what is: 由3%到5%,
// 从2020年的3亿元到5亿元.
func moves(before, mark string) bool {
	if mark != "至" && mark != "到" {
		return false
	}
	if hasAnySuffix2(before, "由", "从", "自") {
		return true
	}
	if !strings.HasSuffix(before, "的") {
		return false
	}
	clause := before[strings.LastIndexAny(before, "，。;、")+1:]
	return hasAnyOf(clause, "由", "从")
}

// boundMark returns the length of the bracket that rest begins with which says whether an
// end of a range belongs to it: (含), (不含).
func boundMark(rest string) int {
	if !strings.HasPrefix(rest, "(") {
		return 0
	}
	return len(prefixOf(rest, []string{"(含)", "(不含)", "(含本数)", "(不含本数)"}))
}

// measureEnd reads the unit of the second end of a range.
func (s *scanner) measureEnd(text string, n number, q *quantity) {
	unit, ok := s.units.read(text, n.end+len(n.multiplier), n.multiplier)
	if ok {
		q.unit, q.base, q.factor, q.dimension = unit.text, unit.base, unit.factor, unit.dimension
		q.unitAt = segment.Range{Start: n.end, End: unit.end}
		q.whole.End = unit.end
	} else if n.multiplier != "" {
		q.unit, q.factor = n.multiplier, multiple(n.multiplier)
		q.unitAt = segment.Range{Start: n.end, End: n.end + len(n.multiplier)}
		q.whole.End = q.unitAt.End
	}
}

// rangeMark returns the length of a mark between the ends of a range at text[i].
func rangeMark(text string, i int) int {
	if i >= len(text) {
		return 0
	}
	rest := text[i:]
	switch {
	case strings.HasPrefix(rest, "--"):
		return 2
	case rest[0] == '-' || rest[0] == '~':
		return 1
	case strings.HasPrefix(rest, "至"), strings.HasPrefix(rest, "到"):
		return len("至")
	}
	return 0
}
