package extract

import (
	"math/big"
	"strings"
	"unicode/utf8"
)

// readCompound reads on behind the digits plain, which end at text[j], where powers stand
// amid the digits of a number, or 千 or 百 behind them: 3亿5千万 is 35000 万, 5亿3,200万 53200 万,
// 21亿零600万 210600 万, 2万3千 is 23000, 1万3432 13432, 5千 5000. It returns where the number ends, 0 where it is
// no such number, its value, and a last 万 or 亿, which lies behind the end.
func readCompound(text string, j int, plain string) (end int, value *big.Rat, multiplier string) {
	if run := powersAt(text, j); run == "" || moreDigits(text, j+len(run)) < 0 {
		if run != "千" && run != "百" || len(plain) >= 4 && !strings.Contains(plain, ".") || hasAnyPrefix(text[j+len(run):], unitStems...) {
			return 0, nil, "" // 2024百强县榜单
		}
		return j + len(run), new(big.Rat).Mul(decimal(plain), multiple(run)), "" // 5千元, 3百户
	}
	total, section := new(big.Rat), new(big.Rat) // what a 万 or 亿 stands behind, and what none does yet
	before, outer := unbounded, unbounded        // the last power, and the last 万 or 亿: what follows is less
	zero := false                                // a 零 stands in front of the digits
	for {
		part := decimal(plain)
		small := ""
		if hasAnyPrefix(text[j:], "千", "百") {
			small = text[j : j+len("千")]
			j += len(small)
		}
		if part.Mul(part, multiple(small)).Cmp(before) >= 0 {
			return 0, nil, ""
		}
		section.Add(section, part)
		multiplier = multiplierAt(text, j)
		if multiplier != "" {
			power := multiple(multiplier)
			if section.Mul(section, power).Cmp(outer) >= 0 {
				return 0, nil, "" // 3亿12000万
			}
			total.Add(total, section)
			section, before, outer = new(big.Rat), power, power
			j += len(multiplier)
		} else if small != "" {
			before = multiple(small)
		} else if !trails(text[j:], plain, before, zero) {
			return 0, nil, ""
		}
		next := moreDigits(text, j)
		if next < 0 {
			if small != "" && multiplier == "" && hasAnyPrefix(text[j:], unitStems...) {
				return 0, nil, "" // 2万3千瓦 may be 23 千瓦 and may be 2.3 万千瓦
			}
			total.Add(total, section)
			return j - len(multiplier), total.Quo(total, multiple(multiplier)), multiplier
		}
		if strings.Contains(plain, ".") {
			return 0, nil, "" // 1.5亿2000
		}
		zero = next > j
		plain, j = digitsAt(text, next)
	}
}

// moreDigits returns where the digits stand that go on with a number behind a power, at text[i] or
// behind a 零 there; -1 for none.
func moreDigits(text string, i int) int {
	if digitAt(text, i) {
		return i
	}
	if strings.HasPrefix(text[i:], "零") && digitAt(text, i+len("零")) {
		return i + len("零")
	}
	return -1
}

// unbounded is more than any number.
var unbounded = new(big.Rat).SetFrac(new(big.Int).Exp(big.NewInt(10), big.NewInt(400), nil), big.NewInt(1))

// unitStems are what makes 千 or 百 in front of it a part of a unit: 千瓦, 百羽, 百分点.
var unitStems = []string{"瓦", "米", "克", "伏", "乏", "卡", "焦", "帕", "赫", "公顷", "分", "年", "兆", "升", "安", "字", "羽"}

// powersAt returns the run of 百千万亿 at text[i].
func powersAt(text string, i int) string {
	j := i
	for j < len(text) {
		r, n := utf8.DecodeRuneInString(text[j:])
		if r != '万' && r != '亿' && r != '千' && r != '百' {
			break
		}
		j += n
	}
	return text[i:j]
}

// digitsAt returns the digits at text[i] with their decimals and without the commas amid
// them, and where they end.
func digitsAt(text string, i int) (digits string, end int) {
	point := false
	for end = i; digitAt(text, end) || digitAt(text, end+1) && (text[end] == ',' && !point || text[end] == '.' && !point); end++ {
		point = point || text[end] == '.'
	}
	return strings.ReplaceAll(text[i:end], ",", ""), end
}

// trails reports whether digits without a power, in front of rest, can be the end of a number
// whose power before them is given: 1万3432, 3千500, behind a 零 fewer, 1万零50; never 1万8 or a
// year.
func trails(rest, digits string, before *big.Rat, zero bool) bool {
	whole, _, _ := strings.Cut(digits, ".")
	n, zeros := len(whole), len(before.Num().String())-1
	if n != zeros && (n != 3 || zeros != 4) && (n > zeros || !zero) || hasAnyPrefix(rest, ".", ",", "/", "·", "%", "年", "个月") {
		return false
	}
	next := strings.TrimLeft(rest, "-至到~")
	return len(next) == len(rest) || !strings.HasPrefix(strings.TrimLeft(next, "0123456789"), "年") // 1万2023-2025年
}
