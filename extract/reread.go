package extract

import (
	"math/big"
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// ReadValue reads the quote of a figure again, without what stood around it, and
// returns the number as stated, or both ends of a range: 1.2 of 1.2, 2 of 翻一番,
// 1 and 2 of 1-2. A decrease is positive: the quote does not say which way. It
// reports false where the quote is no number from end to end.
func ReadValue(quote string) (value float64, valueMax *float64, ok bool) {
	first, last := readAgain(quote)
	return rounded(first, last, big.NewRat(1, 1))
}

// ReadBase does the same in the base unit of unit, and returns that. It reports
// false as well where the word lists do not know the unit.
func (l *Lexicon) ReadBase(quote, unit string) (value float64, valueMax *float64, base string, ok bool) {
	multiplier := multiplierAt(unit, 0)
	factor := multiple(multiplier)
	if len(multiplier) < len(unit) {
		one, known := l.units().read(unit, len(multiplier), multiplier)
		if !known || one.end < len(unit) {
			return 0, nil, "", false
		}
		base, factor = one.base, one.factor
	}
	first, last := readAgain(quote)
	value, valueMax, ok = rounded(first, last, factor)
	return value, valueMax, base, ok
}

// readAgain returns the number that a quote is, or the ends of the range; nil
// for both where it is neither.
func readAgain(quote string) (first, last *big.Rat) {
	text := segment.Read(quote)
	s := scanner{units: &units{}}
	if q, ok := s.phrase(text, 0); ok && q.End == len(text) {
		return q.value, nil
	}
	if hasAnyPrefix(text, "数", "几", "上") { // 数十, 几十, 上百
		end, value, _ := chineseInteger(text, len("数"))
		if end < len(text) {
			value = nil
		}
		return value, nil
	}
	if r, _ := utf8.DecodeRuneInString(text); chinesePower(r) > 0 { // 千 of 突破千亿元, which is a number before 亿 alone
		if end, value, last := chineseInteger(text, 0); end == len(text) {
			return value, last
		}
	}
	n, ok := readNumber(strings.TrimPrefix(text, "-"), 0) // -3.27, which the value says as well
	if !ok {
		return nil, nil
	}
	text = strings.TrimPrefix(text, "-")
	switch text[n.end:] {
	case "":
		return n.value, n.last
	case "成":
		return tenfold(n.value), tenfold(n.last)
	}
	if end, ok := s.ratio(text, n); ok && end == len(text) {
		return s.out[0].value, nil
	}
	if last = rangeEnd(text, n); last == nil {
		return nil, nil
	}
	return n.value, last
}

// tenfold returns ten times v, nil for nil.
func tenfold(v *big.Rat) *big.Rat {
	if v == nil {
		return nil
	}
	return new(big.Rat).Mul(v, big.NewRat(10, 1))
}

// rangeEnd returns the second number of a range, in the unit of the first, nil where it
// is none. A unit may stand behind each, but no further digit.
func rangeEnd(text string, first number) *big.Rat {
	for i := first.end; i < len(text) && !isDigit(text[i]); i++ {
		mark := rangeMark(text, i)
		if mark == 0 {
			continue
		}
		n, ok := readNumber(text, i+mark)
		if ok && n.multiplier != "" && text[n.end:] == n.multiplier { // 3000元至1万, 5000万元至1亿
			return new(big.Rat).Mul(n.value, new(big.Rat).Quo(multiple(n.multiplier), multiple(first.multiplier)))
		}
		if ok && !strings.ContainsAny(text[n.end:], "0123456789") {
			return n.value
		}
	}
	return nil
}

func rounded(first, last, factor *big.Rat) (value float64, valueMax *float64, ok bool) {
	if first == nil {
		return 0, nil, false
	}
	value, _ = new(big.Rat).Mul(first, factor).Float64()
	if last != nil {
		v, _ := new(big.Rat).Mul(last, factor).Float64()
		valueMax = &v
	}
	return value, valueMax, true
}
