package extract

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// planPeriod reads a five-year plan by its short name: “十四五”, “十三五”末期.
// From the eleventh on the name alone is enough; “九五” and “十五” are plans in
// quotation marks only, 十五 is a number.
func (c *cursor) planPeriod() (calendar, bool) {
	n, ok := c.planNumber()
	if !ok {
		return calendar{}, false
	}
	first := 1966 + 5*(n-3) // the third began in 1966, each since lasted five years
	s := timeSpan{from: moment{year: fmt.Sprint(first)}, to: moment{year: fmt.Sprint(first + 4)}}
	start := c.pos
	c.take("”", "\"", "’", "'", "」", "〞")
	c.take("时期", "期间", "规划期", "规划")
	switch {
	case c.take("期末", "末期"), c.takeUnless("末", "端位"), c.takeUnless("底", "线"):
		s.from = s.to
		s.first, s.last = s.to.year+"-12-01", s.to.year+"-12-31"
	case c.take("期初", "初期"), c.takeUnless("初", initial):
		s.to = s.from
	default:
		c.pos = start
	}
	return s.calendar("date_plan_period"), true
}

// planNumber reads 十四 before 五 and returns 14.
func (c *cursor) planNumber() (int, bool) {
	quoted := c.alone || c.after("“", "\"", "‘", "'", "「", "〝")
	for n, name := range slices.Backward(planNames[:]) { // 十五五 before 十五
		start := c.pos
		if name == "" || !c.take(name) {
			continue
		}
		closed := c.alone && c.pos == len(c.text) || c.peek("”", "\"", "’", "'", "」", "〞")
		next, _ := utf8.DecodeRuneInString(c.text[c.pos:])
		if n >= 11 && (quoted || !chineseDigits.has(next) && !strings.ContainsRune("年岁个名家人天日月万千亿米成位项倍", next)) || quoted && (closed || c.alone) {
			return n, true
		}
		c.pos = start
	}
	return 0, false
}

// planNames are the short names of the five-year plans, each at its number.
// 一五 to 五五 are as old as they are rare, and 一五 is more often something else.
var planNames = [...]string{6: "六五", 7: "七五", 8: "八五", 9: "九五", 10: "十五", 11: "十一五", 12: "十二五", 13: "十三五", 14: "十四五", 15: "十五五", 16: "十六五"}

// nthPlan is 第十四个五年, a plan's long name. 第一个五年 counts from something else.
func nthPlan(n int) calendar {
	c := calendar{rule: "date_duration", optional: true}
	if n >= 6 {
		year := 1966 + 5*(n-3)
		c.edtf = fmt.Sprintf("%d/%d", year, year+4)
	}
	return c
}
