package segment

import (
	"strings"
	"unicode/utf8"
)

// readArabic reads 1. 1、 1） 1.1 and refuses 2025年, 3.5%, 1.2万亿元.
func readArabic(s string) numbering {
	value, at := figures(s)
	if value > 199 {
		return numbering{}
	}
	if c := closer(s[at:]); c > 0 {
		return numbering{style: arabicIn, value: value, length: int32(at + c)}
	}
	mark := 0
	for _, m := range [...]string{"、", "．", ".", "﹒"} {
		if strings.HasPrefix(s[at:], m) {
			mark = len(m)
		}
	}
	if mark == 0 {
		if gap := blanksAt(s[at:]); gap > 0 && value < 30 && isHan(first(s[at+gap:])) {
			return numbering{style: arabic, weak: true, value: value, length: int32(at)}
		}
		return numbering{}
	}
	next, _ := utf8.DecodeRuneInString(s[at+mark:])
	if figure(next) < 0 {
		return numbering{style: arabic, value: value, length: int32(at + mark)}
	}
	if strings.HasPrefix(s[at:], "、") { // 1、2、3、4项
		return numbering{}
	}
	return readDecimal(s, value, at, mark)
}

// readDecimal reads 1.1 and 1.2.3 where a title follows; 1.5G网络 is 1. and 5G网络.
func readDecimal(s string, first int16, at, mark int) numbering {
	n := numbering{style: decimal, deep: 1, value: first}
	end := at
	for mark > 0 && n.deep < 6 {
		value, size := figures(s[end+mark:])
		if size == 0 {
			break
		}
		n.deep++
		n.value = value
		end += mark + size
		if mark = 0; strings.HasPrefix(s[end:], ".") {
			mark = 1
		}
	}
	rest := s[end:]
	r, size := utf8.DecodeRuneInString(rest)
	if n.deep == 2 && (r == 'G' || r == 'D') {
		return numbering{style: arabic, value: first, length: int32(at + 1)}
	}
	if r != ' ' && r != '\u3000' && r != '\t' || size == len(rest) {
		if n.deep < 3 || !isHan(r) {
			return numbering{}
		}
	}
	if after, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " \t\u3000")); !isHan(after) || strings.ContainsRune("万亿个家元项件名人倍年月日公平亩吨%千百度以左至和", after) {
		return numbering{}
	}
	n.length = int32(end)
	return n
}
