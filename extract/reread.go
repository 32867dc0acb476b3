package extract

import (
	"math/big"
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// ReadValue reads the quote of a figure again, without what stood around it but the
// multiplier of its unit, and returns the number as stated, or both ends of a range: 1.2 of
// 1.2, 2 of 翻一番, 1 and 2 of 1-2, 12000 of 一亿二千 in 万元. A decrease is positive: the quote
// does not say which way. It reports false where the quote is no number from end to end.
func ReadValue(quote, unit string) (value float64, valueMax *float64, ok bool) {
	first, last := readAgain(quote, unit)
	return rounded(first, last, one)
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
	first, last := readAgain(quote, unit)
	value, valueMax, ok = rounded(first, last, factor)
	return value, valueMax, base, ok
}

// readAgain returns the number that a quote is, or the ends of the range; nil
// for both where it is neither.
func readAgain(quote, unit string) (first, last *big.Rat) {
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
	text = strings.TrimPrefix(text, "-") // -3.27, which the value says as well
	n, ok := readWith(text, 0, unit)
	if !ok {
		return nil, nil
	}
	switch text[n.end:] {
	case "":
		return n.value, n.last
	case "成":
		return tenfold(n.value), tenfold(n.last)
	}
	if tenths, end := tenthsAt(text, n.end); end == len(text) {
		return tenths.Add(tenths, tenfold(n.value)), nil // 九成五
	}
	if end, ok := s.ratio(text, n); ok && end == len(text) {
		return s.out[0].value, nil
	}
	return rangeAgain(text, unit, n)
}

// readWith reads the number at text[i], behind which the multiplier of the unit stands: where
// 亿 and 万 part a number, that says what it is counted in.
func readWith(text string, i int, unit string) (number, bool) {
	behind := multiplierAt(unit, 0)
	if behind == "" && strings.HasPrefix(unit, "%") {
		behind = "%"
	}
	if n, ok := readNumber(text+behind, i); ok && n.end == len(text) {
		return n, true
	}
	return readNumber(text, i)
}

// tenfold returns ten times v, nil for nil.
func tenfold(v *big.Rat) *big.Rat {
	if v == nil {
		return nil
	}
	return new(big.Rat).Mul(v, big.NewRat(10, 1))
}

// rangeAgain returns the ends of a range in the unit: 1.5万至2 and 1.5-2 in 万元 are 1.5 and
// 2, 500万至1亿 is 500 and 10000 in 万元, 5000-1万 is 5000 and 10000 in 元. A unit may stand behind
// each, but no further digit.
func rangeAgain(text, unit string, first number) (from, to *big.Rat) {
	counted := multiple(multiplierAt(unit, 0))
	for i := first.end; i < len(text) && !isDigit(text[i]); i++ {
		mark := rangeMark(text, i)
		if mark == 0 {
			continue
		}
		second, ok := readWith(text, i+mark, unit)
		if !ok || strings.ContainsAny(text[second.end:], "0123456789") {
			continue
		}
		if second.multiplier != "" && text[second.end:] == second.multiplier { // it says what it is counted in, and so does the first
			to = new(big.Rat).Mul(second.value, multiple(second.multiplier))
			return new(big.Rat).Quo(new(big.Rat).Mul(first.value, multiple(first.multiplier)), counted), to.Quo(to, counted)
		}
		if first.multiplier != "" && first.multiplier != multiplierAt(unit, 0) {
			return nil, nil
		}
		if strings.Contains(text[second.end:], "成") { // 七成至八成, 七至八成
			from, _ = tensAt(text, first)
			to, _ = tensAt(text, second)
			return from, to
		}
		return first.value, second.value
	}
	return nil, nil
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
