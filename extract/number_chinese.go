package extract

import (
	"math/big"
	"strings"
	"unicode/utf8"
)

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
