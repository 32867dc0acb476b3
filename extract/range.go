package extract

import (
	"math/big"
	"strings"

	"suyuan/segment"
)

// span reads the second end of a range: 1-2个, 4.1%-5%, 3%至5%.
func (s *scanner) span(text string, n number, q *quantity) {
	at := q.whole.End
	connector := rangeMark(text, at)
	if connector == 0 {
		return
	}
	second, ok := readNumber(text, at+connector)
	if !ok || second.chinese != n.chinese || second.fraction || second.value == nil {
		return
	}
	word := text[at : at+connector]
	if (word == "至" || word == "到") && hasAnySuffix(text[:n.start], "由", "从", "自") != "" {
		return
	}
	if second.value.Cmp(n.value) <= 0 && q.unit == "" {
		return // 2023-1: a number of a document, not a range; 5000-1万元: its first end has another unit
	}
	other := quantity{Range: segment.Range{Start: second.start, End: second.end}, whole: segment.Range{Start: second.start, End: second.end}, value: second.value, comparator: "=", factor: one}
	if second.percent {
		other.unit, other.unitAt, other.dimension, other.base = "%", segment.Range{Start: second.start, End: second.start + 9}, "share", "%"
	} else {
		s.measureEnd(text, second, &other)
	}
	if q.unit != "" && other.unit != "" && q.unit != other.unit && q.dimension != other.dimension {
		return
	}
	q.max = second.value
	q.End = second.end
	if q.unit != "" && other.unit != "" && q.base == other.base && q.factor.Cmp(other.factor) < 0 && second.multiplier != "" && hasAnyPrefix(text[second.end:], second.multiplier) {
		q.max = new(big.Rat).Mul(second.value, new(big.Rat).Quo(other.factor, q.factor)) // 3000元至1万元
		q.End, q.whole.End = second.end+len(second.multiplier), other.whole.End
		q.comparators = append(q.comparators, other.comparators...)
		if other.comparator != "=" {
			q.comparator = other.comparator
		}
		return
	}
	if q.unit != "" && q.unit != other.unit && other.unit == "" {
		return
	}
	if q.unit == "%" && other.unit == "%" {
		q.End = other.unitAt.End
		if second.percent {
			q.End = second.end
		}
	}
	q.unit, q.unitAt, q.base, q.factor, q.dimension = other.unit, other.unitAt, other.base, other.factor, other.dimension
	q.whole.End = other.whole.End
	q.comparators = append(q.comparators, other.comparators...)
	if other.comparator != "=" {
		q.comparator = other.comparator
	}
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
