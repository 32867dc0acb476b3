package segment

import (
	"slices"
	"strings"

	"suyuan/source"
)

// spread reads a head on two lines of which the lower one parts what some words of the
// upper one stand over: 指标 单位 2024年预计 2025年计划 over 绝对额 增长% 绝对额 增长%. It
// returns nil for both where that can be read in no way or in more than one.
func (s *splitter) spread(upper, lower []source.Span, columns int) (over, under []Cell) {
	if !s.subheads(lower) {
		return nil, nil
	}
	upper = s.joinTails(upper)
	wide := len(upper) + len(lower) - columns // so many stand over several columns
	if wide < 1 || len(lower)%wide > 0 || len(lower) == wide {
		return nil, nil
	}
	first, last, count := -1, 0, 0
	for n, f := range upper {
		if spanning(s.quote(f)) {
			if first < 0 {
				first = n
			}
			last, count = n, count+1
		}
	}
	if count != wide || last-first != count-1 {
		return nil, nil
	}
	column := 0
	for n, f := range upper {
		over = append(over, Cell{Span: f, Column: column})
		if column++; n < first || n > last {
			continue
		}
		column--
		for range len(lower) / wide {
			under = append(under, Cell{Span: lower[len(under)], Column: column})
			column++
		}
	}
	return over, under
}

// parted reports whether a head on one line holds 其中, which stands over cells that stand
// behind it in no way that shows which they are.
func (s *splitter) parted(heads []Cell) bool {
	return slices.ContainsFunc(heads, func(c Cell) bool { return strings.Trim(s.quote(c.Span), "：: \u3000") == "其中" })
}

// inOrder makes cells of fields, whatever columns they stand in.
func inOrder(fields []source.Span) []Cell {
	cells := make([]Cell, len(fields))
	for n, f := range fields {
		cells[n] = Cell{Span: f, Column: n}
	}
	return cells
}

// joinTails joins the cells of a head that a blank parts: 2024年 目标.
func (s *splitter) joinTails(heads []source.Span) []source.Span {
	out := heads[:1:1]
	for _, h := range heads[1:] {
		if last := &out[len(out)-1]; headTail(s.quote(*last), s.quote(h)) {
			*last = last.Join(h)
		} else {
			out = append(out, h)
		}
	}
	return out
}

// spanning reports whether a head can stand over several columns: a year, or what
// was done or is aimed at.
func spanning(t string) bool {
	return yearHead(t) || containsAny(t, "年", "月", "预计", "计划", "完成", "目标", "累计")
}

// subheads reports whether fields are the heads under others: 绝对额, 增长%, 目标值.
func (s *splitter) subheads(fields []source.Span) bool {
	if len(fields) < 2 {
		return false
	}
	for _, f := range fields {
		if !subhead(s.quote(f)) {
			return false
		}
	}
	return true
}

// subhead reports whether t says how much of something, and not of what.
func subhead(t string) bool {
	for _, w := range [...]string{"绝对", "总量", "增长", "增速", "增幅", "同比", "比上年", "年均", "数量", "数额", "金额", "比重", "占比", "完成", "目标", "预计", "实际", "计划", "本月", "累计", "±", "序时", "进度"} {
		if strings.HasPrefix(t, w) && len(t) < 40 {
			return true
		}
	}
	return false
}

// spreadHead reports whether the line under line i parts the columns of the head on it,
// or names a group of rows, so that no other way of reading a table may take the lines.
func (s *splitter) spreadHead(i int) bool {
	l := &s.lines[i]
	if t := l.text(s.text); l.number.style != none || strings.IndexByte(t, ' ') < 0 || !containsAny(t, "年", "目标", "完成") {
		return false
	}
	k := s.next(i + 1)
	return k < len(s.lines) && s.lines[k].role == plain && s.lines[k].width < 80 && s.subheads(s.blanks(k))
}
