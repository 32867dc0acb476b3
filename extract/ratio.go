package extract

import (
	"math/big"
	"strings"

	"suyuan/segment"
)

// ratio reads 2:1 and 3.6:48:48.4.
func (s *scanner) ratio(text string, n number) (int, bool) {
	if n.end+1 >= len(text) || text[n.end] != ':' || !isDigit(text[n.end+1]) {
		return 0, false
	}
	terms := []number{n}
	end := n.end
	for end+1 < len(text) && text[end] == ':' && isDigit(text[end+1]) && len(terms) < 8 {
		next := readArabic(text, end+1)
		terms = append(terms, next)
		end = next.end
	}
	if len(terms) == 2 && clockTime(text, n, end) || len(terms) == 3 && stamp(text, terms) {
		s.out = append(s.out, quantity{Range: segment.Range{Start: n.start, End: end}, whole: segment.Range{Start: n.start, End: end}, aside: asideDate})
		return end, true
	}
	whole := segment.Range{Start: n.start, End: end}
	if len(terms) == 2 {
		v := new(big.Rat)
		if terms[1].value.Sign() > 0 {
			v.Quo(terms[0].value, terms[1].value)
		}
		q := quantity{Range: whole, whole: whole, value: v, comparator: "=", factor: one, form: inRatio}
		s.compare(text, &q)
		s.out = append(s.out, q)
		return q.whole.End, true
	}
	for _, t := range terms {
		s.out = append(s.out, quantity{Range: segment.Range{Start: t.start, End: t.end}, whole: whole, value: t.value, comparator: "=", factor: one, form: inRatio})
	}
	return end, true
}

// stamp tells the time of a web page's stamp, 2023-06-15 15:00:24, from a structure.
func stamp(text string, terms []number) bool {
	for i, limit := range []int64{24, 60, 60} {
		if t := terms[i]; t.digits != 2 || t.end-t.start != 2 || t.value.Num().Int64() >= limit {
			return false
		}
	}
	before := strings.TrimRight(text[:terms[0].start], " ")
	return before != "" && (isDigit(before[len(before)-1]) || hasAnySuffix2(before, "日", "时间:"))
}

// clockTime tells 上午9:30 from a ratio.
func clockTime(text string, n number, end int) bool {
	before := text[:n.start]
	if hour := n.value.Num().Int64(); end-n.end == 3 && n.digits == 2 && hour < 24 && text[n.end+1] < '6' && !hasAnySuffix2(before, "为", "达", "比例", "比", "调整为", "到", "至") {
		return true
	}
	return end-n.end == 3 && (hasAnySuffix(before, "午", "时间", "日", "晚", "晨", "点", "-", "~", "至", "夜") != "" || hasAnyPrefix(text[end:], "-", "~", "至", "前", "时"))
}
