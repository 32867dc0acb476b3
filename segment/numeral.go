package segment

import (
	"strings"
	"unicode/utf8"
)

// blanksAt returns how many blanks s begins with: scanned texts have one between all characters.
func blanksAt(s string) int { return len(s) - len(strings.TrimLeft(s, " ")) }

// closer returns the length of the closing bracket that s begins with, or 0.
func closer(s string) int {
	switch {
	case strings.HasPrefix(s, ")"):
		return 1
	case strings.HasPrefix(s, "）"):
		return len("）")
	}
	return 0
}

// hanOrFigures reads 十二 or 12 at the start of s; n is 0 where there is no number.
func hanOrFigures(s string) (value int16, n int) {
	if value, n = figures(s); n > 0 {
		return value, n
	}
	total, digit := 0, 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		v := numeral(r)
		if v == 0 || n >= 5*size {
			break
		}
		if v >= 10 {
			total += max(digit, 1) * v
			digit = 0
		} else {
			digit = v
		}
		n += size
	}
	return int16(min(total+digit, 9999)), n
}

// figures reads up to four half or full-width digits at the start of s; more are
// no number of a heading and give 9999.
func figures(s string) (value int16, n int) {
	total, count := 0, 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		v := figure(r)
		if v < 0 {
			break
		}
		n += size
		if count++; count > 4 {
			return 9999, n
		}
		total = total*10 + v
	}
	return int16(total), n
}

// figure returns the value of a half or full-width digit, -1 for every other character.
func figure(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case r >= '０' && r <= '９':
		return int(r - '０')
	}
	return -1
}

// numeral returns the value of a Chinese numeral as headings use them, 0 for every other character.
func numeral(r rune) int {
	switch r {
	case '一':
		return 1
	case '二':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	case '十':
		return 10
	case '百':
		return 100
	}
	return 0
}

// isHan reports whether r is a Chinese character or an opening quotation mark, as a title begins.
func isHan(r rune) bool {
	return r >= 0x4e00 && r <= 0x9fff || r == '“' || r == '《' || r >= 0x3400 && r <= 0x4dbf
}
