package extract

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// date reads a year with 年, with what follows it, or a range of such: 2025年,
// 2021年12月5日, 2018年-2020年, 2020-2022年, 2024年1-6月, 2020年底.
func (c *cursor) date() (calendar, bool) {
	if c.after("近", "约", "逾", "超") {
		return calendar{}, false // 近2000年 is a duration
	}
	s, ok := c.timeSpan()
	if !ok {
		return calendar{}, false
	}
	if s.from == s.to {
		start := c.pos
		if to, ok := c.rangeEnd(s.from); ok {
			s.to, s.first = to.to, ""
			s.last, s.from.bare = to.last, false
			return s.calendar("date_range"), true
		}
		c.pos = start
	}
	if s.from.bare {
		return calendar{}, false
	}
	rule := "date_year"
	switch {
	case strings.ContainsRune(s.from.year, 'X'):
		rule = "date_masked"
	case s.from.day > 0:
		rule = "date_day"
	case s.from.month > 0:
		rule = "date_month"
	}
	return s.calendar(rule), true
}

// timeSpan reads one moment: a year, and where it has 年 what narrows it.
func (c *cursor) timeSpan() (timeSpan, bool) {
	year, ok := c.year()
	if !ok {
		return timeSpan{}, false
	}
	s := timeSpan{from: moment{year: year, bare: true}}
	if c.take("年", "学年") {
		s.from.bare = false
		s.to = s.from
		c.narrow(&s)
		return s, s.from.valid() && s.to.valid()
	}
	s.to = s.from
	return s, true
}

// year reads four digits of a year from 1800 to 2199, in Chinese or not, of
// which the last may be masked: 2025, 二〇二五, 20XX.
func (c *cursor) year() (string, bool) {
	var digits [4]byte
	torn := c.pos+1 < len(c.text) && c.text[c.pos+1] == ' ' // 2 0 2 5 年
	for i := range digits {
		if torn && i > 0 && !c.take(" ") {
			return "", false
		}
		r, n := utf8.DecodeRuneInString(c.text[c.pos:])
		d, ok := yearDigits[r]
		if !ok || d == 'X' && i < 2 {
			return "", false
		}
		digits[i] = d
		c.pos += n
	}
	if c.pos < len(c.text) && isDigit(c.text[c.pos]) {
		return "", false
	}
	year := string(digits[:])
	return year, year >= "1800" && year < "2200"
}

var yearDigits = map[rune]byte{
	'0': '0', '1': '1', '2': '2', '3': '3', '4': '4', '5': '5', '6': '6', '7': '7', '8': '8', '9': '9',
	'〇': '0', '零': '0', 'O': '0', 'o': '0', 'О': '0', 'Ο': '0', '一': '1', '二': '2', '三': '3', '四': '4', '五': '5', '六': '6', '七': '7', '八': '8', '九': '9',
	'X': 'X', 'x': 'X', '×': 'X', '╳': 'X',
}

// rangeEnd reads the second end of a range behind from: another moment, the last
// two digits of a year (2021-25年), or a month or day of the same year.
func (c *cursor) rangeEnd(from moment) (timeSpan, bool) {
	if !c.dash() {
		return timeSpan{}, false
	}
	start := c.pos
	for _, read := range [...]func(moment) (timeSpan, bool){c.laterMoment, c.shortYear, c.laterMonth} {
		c.pos = start
		if s, ok := read(from); ok && from.before(s.to) && s.to.valid() {
			return s, true
		}
	}
	return timeSpan{}, false
}

// laterMoment reads a year as the end of a range. Two years without 年 are a
// range in brackets, at the end of a title and in a table's head only: 2000-2020
// may be anything.
func (c *cursor) laterMoment(from moment) (timeSpan, bool) {
	s, ok := c.timeSpan()
	if !ok || s.from != s.to || s.to.bare && !from.bare {
		return timeSpan{}, false
	}
	if s.to.bare && (from.year < "1949" || s.to.year > "2100") {
		return timeSpan{}, false
	}
	if s.to.bare && !(c.alone || c.head || c.pos == len(c.text) || c.peek(")", "》", "」", "”", "学年")) {
		return timeSpan{}, false
	}
	s.to.bare = false
	return s, true
}

func (c *cursor) shortYear(from moment) (timeSpan, bool) {
	start := c.pos
	n, ok := c.digits(2)
	if !ok || c.pos-start != 2 || !from.bare || !c.take("年") {
		return timeSpan{}, false
	}
	to := moment{year: fmt.Sprintf("%s%02d", from.year[:2], n)}
	return timeSpan{from: to, to: to}, true
}

// laterMonth reads the second end of 2024年1月至6月 and 2024年5月10日-12日.
func (c *cursor) laterMonth(from moment) (timeSpan, bool) {
	n, ok := c.small()
	if !ok || from.month == 0 {
		return timeSpan{}, false
	}
	to := moment{year: from.year, month: from.month, day: n}
	switch {
	case from.day > 0 && c.take("日"):
	case c.take("月份", "月"):
		to.month, to.day = n, 0
		if from.day > 0 {
			if to.day, ok = c.small(); !ok || !c.take("日") {
				return timeSpan{}, false
			}
		}
	default:
		return timeSpan{}, false
	}
	s := timeSpan{from: to, to: to}
	if to.day == 0 {
		c.monthPart(&s)
	}
	return s, true
}

// after reports whether one of the words stands before the cursor.
func (c *cursor) after(words ...string) bool {
	for _, w := range words {
		if strings.HasSuffix(c.text[:c.pos], w) {
			return true
		}
	}
	return false
}
