package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// dates finds the calendar expressions of every passage and makes a record of
// each that says when. The others, 目前 or 近三年, are kept in the passage for
// those who bind figures and for the ledger.
func (r *reading) dates() {
	for _, p := range r.passages {
		p.dates = findDates(p.flow.Text, p.cell != nil && (p.cell.Head || timeColumn().MatchString(r.columnHead(p)) || r.monthCell(p)))
		r.count(p, len(p.dates))
		for _, c := range p.dates {
			if c.optional {
				continue
			}
			d := &Date{Record: p.record(c.rule, c.Start, c.End), EDTF: c.edtf, FirstDay: c.first, LastDay: c.last}
			d.Evidence = []Evidence{{Role: RoleTime, Span: d.Span}}
			r.records.Dates = append(r.records.Dates, d)
		}
	}
}

// timeColumn is the head of a column whose cells are times.
var timeColumn = Expression(`年份|年度$|年限|时间|期限|起止|工期|时限`)

// monthCell reports whether a cell holds 2021.8 or 2021.12 in a table that has a column
// of times: a row may lack the cells in front of it.
func (r *reading) monthCell(p *passage) bool {
	t := p.flow.Text
	if len(t) < len("2021.8") || len(t) > len("2021.12") || t[4] != '.' || p.block.Table == nil {
		return false
	}
	for _, row := range p.block.Table.Rows[:p.block.Table.Heads] {
		for _, c := range row.Cells {
			if timeColumn().MatchString(r.outline.Quote(c.Span)) {
				return true
			}
		}
	}
	return false
}

// columnHead returns the text of the head above a cell, "" where there is none.
func (r *reading) columnHead(p *passage) string {
	if p.cell == nil || p.block.Table == nil || p.inHead() {
		return ""
	}
	var b strings.Builder
	for _, row := range p.block.Table.Rows[:p.block.Table.Heads] {
		for _, c := range row.Cells {
			if c.Column == p.cell.Column {
				b.WriteString(r.outline.Quote(c.Span))
			}
		}
	}
	return b.String()
}

// ReadDate reads the quote of a date again, without what stood around it, and
// returns its EDTF, its first and its last day, "" where open. It reports false
// where the quote is no calendar expression from end to end, or none that says when.
func ReadDate(quote string) (edtf, first, last string, ok bool) {
	text := segment.Read(quote)
	if text == "" {
		return "", "", "", false
	}
	c := cursor{text: text, alone: true}
	found, ok := c.calendar()
	if !ok || found.optional || found.End != len(text) {
		return "", "", "", false
	}
	return found.edtf, found.first, found.last, true
}

// findDates returns the calendar expressions of a flow's text from left to
// right. In a table's head a year needs no 年.
func findDates(text string, head bool) []calendar {
	var out []calendar
	c := cursor{text: text, head: head}
	for c.pos < len(text) {
		if c.pos = calendarStarts.next(text, c.pos); c.pos == len(text) {
			break
		}
		if found, ok := c.calendar(); ok {
			out = append(out, found)
			c.pos = found.End
			continue
		}
		if isDigit(text[c.pos]) {
			c.skipNumber()
			continue
		}
		_, n := runeAt(text, c.pos)
		c.pos += n
	}
	return out
}

// calendarStarts are the characters that a calendar expression can begin with.
var calendarStarts = func() *runeSet {
	set := *chineseDigits
	for _, r := range "0123456789上第" {
		set.add(r)
	}
	for i := range set {
		set[i] |= durationLeads.starts()[i] | vagueTimes.starts()[i]
	}
	return &set
}()

// calendar reads the expression that begins at the cursor. The cursor stays.
func (c *cursor) calendar() (calendar, bool) {
	start := c.pos
	defer func() { c.pos = start }()
	first, _ := utf8.DecodeRuneInString(c.text[start:])
	if isDigit(c.text[start]) || chineseDigits.has(first) {
		if c.inNumber() {
			return calendar{}, false
		}
		for i, read := range [...]func(*cursor) (calendar, bool){
			(*cursor).planPeriod, (*cursor).numericDate, (*cursor).numericMonth, (*cursor).date, (*cursor).yearInContext, (*cursor).decade, (*cursor).monthOnly, (*cursor).duration,
		} {
			if i == 0 && isDigit(c.text[start]) {
				continue // no plan is named in digits
			}
			c.pos = start
			if found, ok := read(c); ok {
				found.Range = segment.Range{Start: start, End: c.pos}
				return found, true
			}
		}
	}
	c.pos = start
	if found, ok := c.word(first); ok {
		found.Range = segment.Range{Start: start, End: c.pos}
		return found, true
	}
	return calendar{}, false
}

// inNumber reports whether the digit at the cursor goes on a number or a name
// that began before it: 12025年, 3.2025年, A2020年.
func (c *cursor) inNumber() bool {
	if c.pos == 0 {
		return false
	}
	before := c.text[c.pos-1]
	if isDigit(c.text[c.pos]) {
		if before == '.' || before == ',' {
			return c.pos > 1 && isDigit(c.text[c.pos-2]) && !c.listed()
		}
		return isDigit(before) || before >= 'a' && before <= 'z' || before >= 'A' && before <= 'Z'
	}
	r, _ := utf8.DecodeLastRuneInString(c.text[:c.pos])
	return chineseDigits.has(r) && !c.peek("十一五", "十二五", "十三五", "十四五", "十五五", "十六五") || strings.ContainsRune("之点", r)
}

// listed reports whether the number that goes on at the cursor is an item's own, and a
// month stands behind it: 1.2021年8月 2.2021年12月.
func (c *cursor) listed() bool {
	if c.text[c.pos-1] != '.' || c.pos > 2 && c.text[c.pos-3] != ' ' {
		return false
	}
	rest := c.text[c.pos:]
	return len(rest) > len("2021年8") && strings.HasPrefix(rest[4:], "年") && isDigit(rest[len("2021年")]) && strings.Contains(rest[:min(len(rest), len("2021年12月"))], "月")
}

// skipNumber passes over the digits at the cursor.
func (c *cursor) skipNumber() {
	for c.pos < len(c.text) && isDigit(c.text[c.pos]) {
		c.pos++
	}
}
