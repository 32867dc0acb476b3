package extract

import "fmt"

// narrow reads what follows 年: a month, a day, 底, 上半年 …
func (c *cursor) narrow(s *timeSpan) {
	start := c.pos
	if c.month(s) {
		return
	}
	c.pos = start
	if c.quarter(s) {
		return
	}
	c.pos = start
	c.yearPart(s)
}

// month reads 4月, 4月份, 4月1日, 1-6月, 4月底.
func (c *cursor) month(s *timeSpan) bool {
	n, ok := c.small()
	if !ok || n < 1 || n > 12 {
		return false
	}
	from, to := n, n
	if start := c.pos; c.dash() {
		if to, ok = c.small(); !ok || to <= from || to > 12 {
			c.pos, to = start, from
		}
	}
	if !c.take("月份", "月") {
		return false
	}
	s.from.month, s.to.month = from, to
	if from == to {
		c.day(s)
	}
	c.monthPart(s)
	return true
}

// day reads 5日 and 5-8日 behind a month.
func (c *cursor) day(s *timeSpan) {
	start := c.pos
	from, ok := c.small()
	to := from
	if mark := c.pos; ok && c.dash() {
		if to, ok = c.small(); !ok || to <= from {
			c.pos, to, ok = mark, from, true
		}
	}
	if !ok || from < 1 || to > 31 || !c.take("日", "号") {
		c.pos = start
		return
	}
	s.from.day, s.to.day = from, to
	s.open = c.takeUnless("前", "后")
}

// monthPart reads 底, 初 and the ten days of a month behind it, and 前.
func (c *cursor) monthPart(s *timeSpan) {
	if s.to.day > 0 {
		return
	}
	first, last := 0, 0
	switch {
	case c.take("上旬"), c.takeUnless("初", initial):
		first, last = 1, 10
	case c.take("中旬"):
		first, last = 11, 20
	case c.take("下旬"), c.take("底"), c.take("末"):
		first, last = 21, 31
	}
	s.open = c.takeUnless("前", "后")
	if first == 0 {
		return
	}
	last = min(last, monthDays(s.to.year, s.to.month))
	s.first = fmt.Sprintf("%s-%02d-%02d", s.to.year, s.to.month, first)
	s.last = fmt.Sprintf("%s-%02d-%02d", s.to.year, s.to.month, last)
}

// initial are the characters behind 初 that make it a part of another word:
// 到2025年初步建成, 2020年初中毕业生.
const initial = "步中级高审具始次见创心"

// yearPart reads 度, 底 and 初 behind a year, and 前.
func (c *cursor) yearPart(s *timeSpan) {
	from, to := 0, 0
	switch {
	case c.takeUnless("度", "过假"):
	case c.take("年底", "年末"), c.takeUnless("底", "线数层部座蕴色"), c.takeUnless("末", "端梢位"):
		from, to = 12, 12
	case c.takeUnless("初", initial):
		from, to = 1, 1
	}
	s.open = c.takeUnless("前", "后三两二四半列沿瞻")
	if from == 0 || s.from.year[2] == 'X' || s.from.year[3] == 'X' {
		return
	}
	s.first = fmt.Sprintf("%s-%02d-01", s.to.year, from)
	s.last = fmt.Sprintf("%s-%02d-%02d", s.to.year, to, monthDays(s.to.year, to))
}

// quarter reads 上半年, 一季度, 第四季度, 前三季度 behind a year: the months they are.
func (c *cursor) quarter(s *timeSpan) bool {
	from, to := 0, 0
	switch {
	case c.take("上半年"):
		from, to = 1, 6
	case c.take("下半年"):
		from, to = 7, 12
	default:
		sum := c.take("前")
		_ = !sum && c.take("第")
		n, ok := c.small()
		if !ok || n < 1 || n > 4 || !c.take("季度", "个季度") {
			return false
		}
		if from, to = 3*n-2, 3*n; sum {
			from = 1
		} else if c.take("末", "底") {
			from = to
		}
	}
	s.from.month, s.to.month = from, to
	s.open = c.takeUnless("前", "后")
	return true
}
