package extract

import (
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"
)

// number is a numeral as it is written: text[start:end] of the text it was read
// from, and what it says. Its value stops before a last 万 or 亿 that a unit
// follows; readNumber does not know units and keeps that multiplier apart.
type number struct {
	start, end int
	value      *big.Rat
	last       *big.Rat // the greater one of a guess between two, 三五个; nil for none
	multiplier string   // 万, 亿, 万亿, 千万 … directly behind, "" where none; it lies behind end
	chinese    bool     // written in Chinese numerals
	fraction   bool     // 1/3, 三分之一
	percent    bool     // 百分之…: the unit % lies in the numeral
	permille   bool     // 千分之…
	permyriad  bool     // 万分之…
	digits     int      // Arabic digits in it
}

// readNumber reads the numeral that starts at text[i], digits or Chinese
// numerals, and reports whether there is one.
func readNumber(text string, i int) (number, bool) {
	if i >= len(text) {
		return number{}, false
	}
	if isDigit(text[i]) {
		return readArabic(text, i), true
	}
	return readChinese(text, i)
}

// readArabic reads 1200, 1,200, 1.77, 3·5亿, 1/3, 5千, 3亿5千万 and the multiplier behind it.
func readArabic(text string, i int) number {
	j := i
	for j < len(text) && isDigit(text[j]) {
		j++
	}
	plain := text[i:j]
	for j+1 < len(text) && text[j] == ' ' && isDigit(text[j+1]) && len(plain) < 7 { // 1 086: torn apart by a scan or a line break
		k := j + 1
		for k < len(text) && isDigit(text[k]) {
			k++
		}
		plain += text[j+1 : k]
		j = k
	}
	if j-i <= 3 {
		for j+4 <= len(text) && text[j] == ',' && isDigit(text[j+1]) && isDigit(text[j+2]) && isDigit(text[j+3]) && (j+4 == len(text) || !isDigit(text[j+4])) {
			plain += text[j+1 : j+4]
			j += 4
		}
	}
	if j+1 < len(text) && text[j] == '.' && isDigit(text[j+1]) {
		k := j + 1
		for k < len(text) && isDigit(text[k]) {
			k++
		}
		// 1.2.3 is no decimal
		if !(k+1 < len(text) && text[k] == '.' && isDigit(text[k+1])) {
			plain += text[j:k]
			j = k
		}
	} else if k := dotted(text, j); k > 0 {
		plain += "." + text[j+len("·"):k]
		j = k
	}
	n := number{start: i, end: j, value: decimal(plain), digits: j - i}
	if end, value, multiplier := readCompound(text, j, plain); end > 0 {
		n.end, n.value, n.multiplier = end, value, multiplier
		return n
	}
	if j+1 < len(text) && text[j] == '/' && isDigit(text[j+1]) && !strings.Contains(plain, ".") && !rate(text[j:]) {
		k := j + 1
		for k < len(text) && isDigit(text[k]) {
			k++
		}
		below := decimal(text[j+1 : k])
		// a date such as 2024/5/1 is the calendar's; a fraction is below one
		if below.Sign() > 0 && n.value.Cmp(below) < 0 && (k == len(text) || text[k] != '/') {
			n.value.Quo(n.value, below)
			n.end, n.fraction = k, true
			return n
		}
	}
	n.multiplier = multiplierAt(text, n.end)
	return n
}

// dotted returns where the decimals of a number end whose point is a middle dot and whose
// digits end at text[j], 3·5亿; 0 for none. Without a multiplier or a percent sign behind
// it is a day, “3·15”晚会.
func dotted(text string, j int) int {
	rest, ok := strings.CutPrefix(text[j:], "·")
	if !ok {
		return 0
	}
	tail := strings.TrimLeft(rest, "0123456789")
	if n := len(rest) - len(tail); n == 0 || n > 2 || !hasAnyPrefix(tail, "万", "亿", "%") {
		return 0
	}
	return len(text) - len(tail)
}

// rate reports whether text begins with /10万: what a number of cases is divided by.
func rate(text string) bool {
	return hasAnyPrefix(text, "/10万", "/万", "/十万", "/百万", "/100万")
}

// decimal reads digits with at most one point.
func decimal(s string) *big.Rat {
	whole, fraction, _ := strings.Cut(s, ".")
	if n, err := strconv.ParseInt(whole+fraction, 10, 64); err == nil && len(fraction) < len(tenths) { // nearly all
		if fraction == "" {
			return new(big.Rat).SetInt64(n)
		}
		return big.NewRat(n, tenths[len(fraction)])
	}
	if len(s) > 400 {
		s = s[:400] // a run of ten million digits is no figure; it must not cost quadratic time
	}
	v, ok := new(big.Rat).SetString(s)
	if !ok {
		return new(big.Rat)
	}
	return v
}

// tenths are the powers of ten.
var tenths = [...]int64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12}

// multiplierAt returns the run of 十百千万亿 at text[i] that multiplies a number
// in digits: 万, 亿, 万亿, 千万, 百万 ….
func multiplierAt(text string, i int) string {
	j := i
	for j < len(text) {
		r, n := utf8.DecodeRuneInString(text[j:])
		if r != '万' && r != '亿' && r != '千' && r != '百' {
			break
		}
		j += n
	}
	m := text[i:j]
	// 千 and 百 alone belong to a unit: 千米, 千瓦, 百分点
	for strings.HasSuffix(m, "千") || strings.HasSuffix(m, "百") {
		m = m[:len(m)-len("千")]
	}
	return m
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
