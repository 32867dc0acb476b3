package segment

import (
	"strings"

	"suyuan/source"
)

// barred finds a Markdown table: lines between bars, the second of them ruled. A page of
// the web that was saved as text has bars behind its cells alone, 指标 | 绝对数 | 增长 |, or
// between them, 指标|单位|2025年.
func (s *splitter) barred(i int) *grid {
	first := s.lines[i].text(s.text)
	open := first[0] != '|'
	between := open && !closedRow(first) // bars between the cells alone
	if between && strings.Count(first, "|") < 2 {
		return nil
	}
	g := &grid{}
	ruledAt := -1
	k := i
	for ; k < len(s.lines); k++ {
		if s.lines[k].role == noise && len(g.rows) > 0 {
			k = s.overleaf(k, g.columns)
		}
		l := &s.lines[k]
		t := s.text[l.head:l.tail]
		if l.role != plain || (t[0] != '|') != open || open && closedRow(t) == between || between && strings.Count(t, "|") != strings.Count(first, "|") || len(t) > longestRow {
			break
		}
		if ruled(t) {
			if ruledAt < 0 {
				ruledAt = len(g.rows)
			}
			continue
		}
		cells := bars(t, int(l.head))
		if len(cells) == 0 {
			break
		}
		g.columns = max(g.columns, len(cells))
		g.rows = append(g.rows, gridRow{first: k, last: k, from: int(l.from), cells: cells})
	}
	s.reach = k
	if len(g.rows) < 2 || g.columns < 2 || open && len(g.rows) < 3 || between && ruledAt != 1 && !s.headed(g) {
		return nil
	}
	g.end = k
	if open {
		s.moveRight(g)
	}
	if ruledAt == 1 && s.telling(&g.rows[0]) {
		ruledAt = 0
	}
	return s.finish(g, ruledAt)
}

// telling reports whether the row above the rule is none of a head: Markdown has no
// table without one, and what had none has its first row there.
func (s *splitter) telling(r *gridRow) bool {
	told := false
	for _, c := range r.cells {
		t := s.quote(c.Span)
		if headish(t) {
			return false
		}
		told = told || len(t) > 12*len("字") && strings.ContainsAny(t, "，。；")
	}
	return told
}

// overleaf returns the line behind the noise on line k, a page's foot and the next
// one's head, if a table of as many columns goes on there without a head; else k.
func (s *splitter) overleaf(k, columns int) int {
	next := s.following(k)
	if next+1 >= len(s.lines) || s.lines[next].role != plain {
		return k
	}
	t, below := s.lines[next].text(s.text), s.lines[next+1].text(s.text)
	if t[0] != '|' || ruled(t) || ruled(below) || len(bars(t, 0)) != columns {
		return k
	}
	return next
}

// longestRow is the greatest length of a table's row in bytes: millions of bars on a
// line are no cells.
const longestRow = 8 * MaxBlock

// ruled recognises the line | --- | :-: |.
func ruled(t string) bool {
	return strings.Contains(t, "-") && strings.Trim(t, "|-: \t") == ""
}

// bars cuts a line at its bars.
func bars(t string, base int) []Cell {
	t = strings.TrimSuffix(t, "|")
	var out []Cell
	at := 1
	if t == "" || t[0] != '|' {
		at = 0
	}
	for column := 0; at <= len(t); column++ {
		end := len(t)
		for k := at; k < len(t); k++ {
			if t[k] == '|' && (k == 0 || t[k-1] != '\\') {
				end = k
				break
			}
		}
		out = append(out, Cell{Span: inner(t, at, end, base), Column: column})
		at = end + 1
	}
	return out
}

// closedRow reports whether a line is a row whose cells have bars behind them alone.
func closedRow(t string) bool {
	return t[len(t)-1] == '|' && t[0] != '|' && strings.Count(t[:min(len(t), 400)], "|") >= 2
}

// inner returns the place of t[from:to] in the document without white space and
// ** at its ends, t beginning at the byte base.
func inner(t string, from, to, base int) source.Span {
	from, to = trim(t, from, to)
	if to-from > 4 && strings.HasPrefix(t[from:to], "**") && strings.HasSuffix(t[from:to], "**") {
		from, to = from+2, to-2
	}
	return source.Span{Start: base + from, End: base + to}
}
