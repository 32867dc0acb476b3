package extract

import (
	"fmt"
	"unicode/utf8"
)

// numericDate reads 2024-05-01, 2024/5/1 and 2024.5.1.
func (c *cursor) numericDate() (calendar, bool) {
	year, ok := c.year()
	if !ok {
		return calendar{}, false
	}
	for _, sign := range [...]string{"-", "/", "."} {
		start := c.pos
		if m, ok := c.monthAndDay(year, sign); ok {
			return timeSpan{from: m, to: m}.calendar("date_numeric"), true
		}
		c.pos = start
	}
	return calendar{}, false
}

// numericMonth reads 2021.8 and 2021.3-2022.12 where they are all that a cell for times holds.
func (c *cursor) numericMonth() (calendar, bool) {
	if c.pos > 0 || !c.head && !c.alone || len(c.text) > len("2021.12-2022.12") {
		return calendar{}, false
	}
	from, ok := c.dottedMonth()
	to := from
	if ok && c.take("-", "~", "至") {
		to, ok = c.dottedMonth()
	}
	if !ok || c.pos < len(c.text) {
		return calendar{}, false
	}
	return timeSpan{from: from, to: to}.calendar("date_numeric"), true
}

func (c *cursor) dottedMonth() (moment, bool) {
	year, ok := c.year()
	if !ok || !c.take(".") {
		return moment{}, false
	}
	month, ok := c.digits(2)
	m := moment{year: year, month: month}
	return m, ok && month > 0 && m.valid()
}

func (c *cursor) monthAndDay(year, sign string) (moment, bool) {
	m := moment{year: year}
	ok := c.take(sign)
	if !ok {
		return m, false
	}
	start := c.pos
	for c.pos < len(c.text) && isDigit(c.text[c.pos]) && c.pos-start < 2 {
		m.month = m.month*10 + int(c.text[c.pos]-'0')
		c.pos++
	}
	if !c.take(sign) {
		return m, false
	}
	m.day, ok = c.digits(2)
	return m, ok && m.month > 0 && m.day > 0 && m.valid() && !c.peek("-", "/")
}

// yearInContext reads a year without 年 where its place says that it is one: in
// a table's head, and before others in a list whose last has 年 (2023、2024年).
func (c *cursor) yearInContext() (calendar, bool) {
	start := c.pos
	year, ok := c.year()
	if !ok || !isDigit(c.text[start]) {
		return calendar{}, false
	}
	m := moment{year: year}
	s := timeSpan{from: m, to: m}
	end := c.pos
	switch {
	case c.alone && end == len(c.text):
		return s.calendar("date_head"), true
	case c.head && year >= "1990" && year < "2070" && !c.peek("-", "/", "%", "家", "个", "件", "项", "人", "名", "万", "亿", "元"):
		return s.calendar("date_head"), true
	}
	for range 12 {
		if !c.take("、", "和", "与", "及", "以及") {
			return calendar{}, false
		}
		if _, ok := c.year(); !ok {
			return calendar{}, false
		}
		if c.peek("年") {
			c.pos = end
			return s.calendar("date_list"), true
		}
	}
	return calendar{}, false
}

// decade reads 20世纪90年代, 上世纪80年代 (from word) and 2020年代.
func (c *cursor) decade() (calendar, bool) {
	n, ok := c.small()
	if !ok {
		return calendar{}, false
	}
	if c.take("世纪") {
		return c.decadeOf(n - 1)
	}
	if n%10 == 0 && n >= 20 && c.take("年代") {
		return decadeSpan(1900 + n), true
	}
	return calendar{}, false
}

// decadeOf reads 90年代 behind a century that began with the given hundreds.
func (c *cursor) decadeOf(hundreds int) (calendar, bool) {
	start := c.pos
	n, ok := c.small()
	if ok && n%10 == 0 && c.take("年代") {
		return decadeSpan(hundreds*100 + n), true
	}
	c.pos = start
	c.take("中叶", "末", "初")
	return calendar{rule: "date_vague", optional: true}, true
}

func decadeSpan(year int) calendar {
	return calendar{edtf: fmt.Sprintf("%dX", year/10), rule: "date_decade", first: fmt.Sprintf("%d-01-01", year), last: fmt.Sprintf("%d-12-31", year+9)}
}

// monthOnly reads a month or a day whose year is not said: 12月底前, 6月30日. It
// says when only together with what stands elsewhere.
func (c *cursor) monthOnly() (calendar, bool) {
	s := timeSpan{from: moment{year: "XXXX"}, to: moment{year: "XXXX"}}
	start := c.pos
	if !c.month(&s) {
		if c.pos = start; !c.quarter(&s) {
			return calendar{}, false
		}
	}
	return calendar{rule: "date_without_year", optional: true}, true
}

// duration reads a number of years: 三年, 5年, 10-15年. 平均受教育年限11年 is a
// quantity, and 三年级 is something else.
func (c *cursor) duration() (calendar, bool) {
	if c.after("年限", "年限达到", "年限达", "年限为", "年限提高到", "寿命", "寿命达到", "寿命达") {
		return calendar{}, false
	}
	if !c.count() {
		return calendar{}, false
	}
	if start := c.pos; c.dash() && !c.count() {
		c.pos = start
	}
	if c.take("个") && hasAnyPrefix(c.text[c.pos:], "年度计划", "年度重点", "年度新", "年度建设", "年度项目") {
		return calendar{}, false // 176个年度计划新开项目
	}
	if !c.take("周年") && !c.takeUnless("年", "级轻龄均产薪检报审") {
		return calendar{}, false
	}
	c.take("来", "内")
	return calendar{rule: "date_duration", optional: true}, true
}

// count reads a whole number of years.
func (c *cursor) count() bool {
	if c.pos < len(c.text) && isDigit(c.text[c.pos]) {
		_, ok := c.digits(4)
		c.take("多", "余")
		return ok
	}
	n := 0
	for ; n < 4; n++ {
		r, size := utf8.DecodeRuneInString(c.text[c.pos:])
		if !chineseDigits.has(r) && r != '千' {
			break
		}
		c.pos += size
	}
	c.take("多", "余")
	return n > 0
}

// word reads the expressions that begin with a word. None of them says when by
// itself, a decade aside.
func (c *cursor) word(first rune) (calendar, bool) {
	start := c.pos
	if first == '上' && c.take("上世纪") {
		return c.decadeOf(19)
	}
	for _, lead := range durationLeads.words.of(first) {
		c.pos = start
		if lead == "前" && c.after("学") {
			continue // 学前三年毛入园率
		}
		if c.take(lead) {
			if _, ok := c.duration(); ok {
				return calendar{rule: "date_duration", optional: true}, true
			}
		}
	}
	for _, w := range vagueTimes.words.of(first) {
		c.pos = start
		if w == "目前" && c.after("项") {
			continue // 码头项目前期
		}
		if w == "前年" && c.after("以") {
			continue // 清缴以前年度欠税
		}
		if c.take(w) {
			return calendar{rule: "date_vague", optional: true}, true
		}
	}
	if first == '第' && c.take("第") {
		if n, ok := c.small(); ok && c.take("个五年") {
			return nthPlan(n), true
		}
	}
	return calendar{}, false
}

// durationLeads are the words in front of a duration.
var durationLeads = newWordSet("近", "最近", "连续", "未来", "今后", "过去", "前", "后", "头", "这", "每", "再用", "力争用").longestFirst()

// vagueTimes are the words that place something in time without saying when.
var vagueTimes = newWordSet(
	"目前", "当前", "现阶段", "近年来", "近年", "近几年", "近期", "中远期", "远期", "年内", "年底前", "年底", "年末", "年初", "年终", "全年", "历年", "多年来", "多年", "常年",
	"每年度", "每年", "逐年", "每月", "每季度", "每半年", "今年以来", "今年", "本年度", "去年", "上年度", "上年", "前年", "明年", "来年", "当年度", "当年", "同年", "次年", "翌年", "上年同期", "去年同期",
	"本世纪中叶", "本世纪末", "本世纪", "上半年", "下半年", "前三季度", "一季度", "二季度", "三季度", "四季度", "第一季度", "第二季度", "第三季度", "第四季度", "党的十八大以来", "十八大以来", "党的十九大以来", "十九大以来", "党的二十大以来", "二十大以来", "改革开放以来", "建国以来", "新中国成立以来", "新时代以来", "一年来", "今后一个时期", "当下", "过去一年", "每周", "每日").longestFirst()
