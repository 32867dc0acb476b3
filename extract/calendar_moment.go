package extract

import (
	"strconv"
	"strings"
	"time"
)

// moment is a year, a month or a day. Month and day are 0 where none is said.
type moment struct {
	year       string // "2025", "20XX"
	month, day int
	bare       bool // the year stands without 年
}

// edtf writes m as far as it goes: 2025, 2025-04, 2025-04-01.
func (m moment) edtf() string {
	switch {
	case m.month == 0:
		return m.year
	case m.day == 0:
		return m.year + dashed(m.month)
	}
	return m.year + dashed(m.month) + dashed(m.day)
}

// days returns the first and the last day of m, "" for a masked year.
func (m moment) days() (first, last string) {
	if strings.ContainsRune(m.year, 'X') {
		return "", ""
	}
	from, to, day := 1, 12, 1
	if m.month > 0 {
		from, to = m.month, m.month
	}
	end := monthDays(m.year, to)
	if m.day > 0 {
		day, end = m.day, m.day
	}
	return m.year + dashed(from) + dashed(day), m.year + dashed(to) + dashed(end)
}

// dashed writes a month or a day behind a dash: -05.
func dashed(n int) string { return string([]byte{'-', '0' + byte(n/10%10), '0' + byte(n%10)}) }

// monthDays returns the number of days of a month.
func monthDays(year string, month int) int {
	n, err := strconv.Atoi(year)
	if err != nil || month < 1 || month > 12 {
		return 31
	}
	return time.Date(n, time.Month(month+1), 0, 0, 0, 0, 0, time.UTC).Day()
}

// valid reports whether m is a day, a month or a year that exists.
func (m moment) valid() bool {
	if m.month > 12 || m.day > 31 {
		return false
	}
	return m.day == 0 || strings.ContainsRune(m.year, 'X') || m.day <= monthDays(m.year, m.month)
}

// before reports whether n lies behind m.
func (m moment) before(n moment) bool {
	if m.year != n.year {
		return m.year < n.year
	}
	if m.month != n.month {
		return m.month < n.month
	}
	return m.day < n.day
}

// span is a calendar expression as it is read: its two ends, and what 底, 初 and
// 前 make of its first and last day.
type timeSpan struct {
	from, to    moment
	first, last string // where narrowed; "" for the ends' own
	open        bool   // 前: no first day
}

// calendar returns the expression that the ends make.
func (s timeSpan) calendar(rule string) calendar {
	out := calendar{edtf: s.from.edtf(), rule: rule, first: s.first, last: s.last}
	if s.to != s.from {
		out.edtf += "/" + s.to.edtf()
	}
	first, _ := s.from.days()
	_, last := s.to.days()
	if out.first == "" {
		out.first = first
	}
	if out.last == "" {
		out.last = last
	}
	if s.open {
		out.first = ""
	}
	return out
}
