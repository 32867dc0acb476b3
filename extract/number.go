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

// chineseDigit gives the value of a Chinese digit, -1 for any other character.
func chineseDigit(r rune) int64 {
	switch r {
	case '〇', '零':
		return 0
	case '一', '壹':
		return 1
	case '二', '两', '贰':
		return 2
	case '三', '叁':
		return 3
	case '四', '肆':
		return 4
	case '五', '伍':
		return 5
	case '六', '陆':
		return 6
	case '七', '柒':
		return 7
	case '八', '捌':
		return 8
	case '九', '玖':
		return 9
	}
	return -1
}

// chinesePower gives the value of 十 百 千 万 亿 廿, 0 for any other character.
func chinesePower(r rune) int64 {
	switch r {
	case '十', '拾':
		return 10
	case '廿':
		return 20
	case '百', '佰':
		return 100
	case '千', '仟':
		return 1000
	case '万':
		return 10000
	case '亿':
		return 100000000
	}
	return 0
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

// readChinese reads 三千五百, 一点五, 十二, 百分之六十, 三分之一, 二〇二五.
func readChinese(text string, i int) (number, bool) {
	j, whole, last := chineseInteger(text, i)
	if j == i {
		return number{}, false
	}
	n := number{start: i, end: j, value: whole, last: last, chinese: true}
	if first, _ := utf8.DecodeRuneInString(text[i:]); chinesePower(first) > 20 && !strings.HasPrefix(text[j:], "分之") {
		n.splitMultiplier(text)
		if (n.multiplier == "" || chinesePower(first) >= 10000) && !reckoned(text, i, j) {
			return number{}, false // 万人发明专利, 百名博士: a power alone counts nothing
		}
		return n, true // 突破百亿元
	}
	if rest := text[j:]; strings.HasPrefix(rest, "分之") {
		from := j + len("分之")
		k, above, most := chineseInteger(text, from)
		switch {
		case k == from && whole.Cmp(big.NewRat(100, 1)) >= 0 && k < len(text) && isDigit(text[k]): // 万分之65
			digits := readArabic(text, k)
			k, above, most = digits.end, digits.value, nil
		case k == from:
			return number{}, false
		default:
			k, above = chineseDecimals(text, k, above)
		}
		n.last = nil
		n.end = k
		switch {
		case whole.Cmp(big.NewRat(100, 1)) == 0:
			n.value, n.last, n.percent = above, most, true
		case whole.Cmp(big.NewRat(1000, 1)) == 0:
			n.value, n.last, n.permille = above, most, true
		case whole.Cmp(big.NewRat(10000, 1)) == 0:
			n.value, n.last, n.permyriad = above, most, true
		case whole.Sign() > 0:
			n.value, n.fraction = above.Quo(above, whole), true
		}
		return n, true
	}
	j, n.value = chineseDecimals(text, j, n.value)
	n.end = j
	if strings.HasPrefix(text[j:], "万") || strings.HasPrefix(text[j:], "亿") { // 一点五亿
		n.multiplier = multiplierAt(text, j)
		return n, true
	}
	n.splitMultiplier(text)
	return n, true
}

// reckoned reports whether the words around a power alone make it a number: 近百家,
// 万余名, 达万亩.
func reckoned(text string, i, j int) bool {
	before := text[:i]
	if strings.HasPrefix(text[j:], "元") {
		return false // 过亿元企业: a name of a class
	}
	return hasAnySuffix2(before, "近", "约", "超", "逾", "过", "达", "达到", "突破", "不足", "不到") && !hasAnySuffix2(before, notBeforeNumber...) ||
		strings.HasPrefix(text[j:], "余")
}

// splitMultiplier puts a last 万 or 亿 of a Chinese integer apart: 一百万 is 100 万.
func (n *number) splitMultiplier(text string) {
	end := n.end
	for end > n.start {
		r, size := utf8.DecodeLastRuneInString(text[n.start:end])
		if r != '万' && r != '亿' {
			break
		}
		end -= size
	}
	if end == n.end || end == n.start {
		return
	}
	n.multiplier, n.end = text[end:n.end], end
	n.value = new(big.Rat).Quo(n.value, multiple(n.multiplier))
	if n.last != nil {
		n.last = new(big.Rat).Quo(n.last, multiple(n.multiplier))
	}
}

// chineseInteger reads the longest run of Chinese digits and powers from text[i]. Two
// digits side by side of which the second is the next are a guess between both: 三五个
// is 3 to 5, 七八十 70 to 80, 十七八 17 to 18; last is nil for any other number.
func chineseInteger(text string, i int) (end int, value, last *big.Rat) {
	end, whole, pairs := chineseRun(text, i, false)
	if end == i {
		return i, nil, nil
	}
	if pairs == 1 {
		_, upper, _ := chineseRun(text, i, true)
		return end, new(big.Rat).SetInt64(whole), new(big.Rat).SetInt64(upper)
	}
	return end, new(big.Rat).SetInt64(whole), nil
}

// guesses are the pairs of digits that stand for one or the other.
var guesses = map[[2]int64]bool{{1, 2}: true, {2, 3}: true, {3, 4}: true, {3, 5}: true, {4, 5}: true, {5, 6}: true, {6, 7}: true, {7, 8}: true, {8, 9}: true}

// chineseRun reads the run, of a pair of digits the second or the first, and counts
// the pairs. Digits side by side that are no pair are digits in a row: 二〇二五.
func chineseRun(text string, i int, second bool) (end int, value int64, pairs int) {
	var total, section, digit int64
	var row int // digits side by side up to here
	var before int64
	j := i
	for j < len(text) && j-i <= 90 {
		r, n := utf8.DecodeRuneInString(text[j:])
		if r == '参' && financial(text, i, j) {
			r = '叁'
		}
		if d := chineseDigit(r); d >= 0 {
			row++
			switch {
			case row == 2 && guesses[[2]int64{before, d}] && alone(text[j+n:]):
				pairs++
				if second {
					digit = d
				}
			case row < 17:
				digit = digit*10 + d
			}
			before = d
		} else if p := chinesePower(r); p > 0 {
			row = 0
			switch {
			case p > 10000: // 亿 multiplies all that stands before it
				total = max(total+section+digit, 1) * p
				section, digit = 0, 0
			case p == 10000:
				if total+section+digit == 0 {
					section = 1
				}
				total += (section + digit) * p
				section, digit = 0, 0
			default:
				section += max(digit, 1) * p
				digit = 0
			}
			if total > 1e15 || section > 1e15 {
				return i, 0, 0
			}
		} else {
			break
		}
		j += n
	}
	return j, total + section + digit, pairs
}

// financial reports whether the 参 at text[j], of a number that begins at text[i], is the
// 叁 of an amount in words, 人民币参拾伍万元, 伍拾参万元; never the one of 参加.
func financial(text string, i, j int) bool {
	return hasAnyPrefix(text[j+len("参"):], "拾", "佰", "仟") || j > i && hasAnySuffix2(text[i:j], "拾", "佰", "仟", "万", "零") && hasAnyPrefix(text[j+len("参"):], "万", "亿", "元", "圆")
}

// alone reports whether no further digit follows: 三四五 is a row of three.
func alone(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return chineseDigit(r) < 0
}

// chineseDecimals reads 点五 behind a Chinese integer.
func chineseDecimals(text string, i int, whole *big.Rat) (int, *big.Rat) {
	if !strings.HasPrefix(text[i:], "点") {
		return i, whole
	}
	j := i + len("点")
	scale := big.NewRat(1, 10)
	value := new(big.Rat).Set(whole)
	for j < len(text) {
		r, n := utf8.DecodeRuneInString(text[j:])
		d := chineseDigit(r)
		if d < 0 || j-i > 40 {
			break
		}
		value.Add(value, new(big.Rat).Mul(scale, new(big.Rat).SetInt64(d)))
		scale.Mul(scale, big.NewRat(1, 10))
		j += n
	}
	if j == i+len("点") {
		return i, whole
	}
	return j, value
}

// tenthsAt returns the digit behind the 成 at text[i] and where it ends, 5 of 九成五 and 九成半;
// nil for none.
func tenthsAt(text string, i int) (tenths *big.Rat, end int) {
	rest, ok := strings.CutPrefix(text[i:], "成")
	if !ok {
		return nil, 0
	}
	r, size := utf8.DecodeRuneInString(rest)
	d := chineseDigit(r)
	if r == '半' {
		d = 5
	}
	if d <= 0 {
		return nil, 0
	}
	return new(big.Rat).SetInt64(d), i + len("成") + size
}

// tensAt returns the percentage that n states with the 成 behind it, and where that ends: 60 of
// 六成, 95 of 九成五, 60 of the 六 of 六至七成.
func tensAt(text string, n number) (*big.Rat, int) {
	value := tenfold(n.value)
	if tenths, end := tenthsAt(text, n.end); end > 0 {
		return tenths.Add(tenths, value), end
	}
	return value, n.end + len(prefixOf(text[n.end:], []string{"成"}))
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
