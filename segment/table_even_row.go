package segment

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// evenRows finds the rows of a table under its head and reports whether they are
// ones: three or more, or two under words that heads are made of.
func (s *splitter) evenRows(e *evenTable, part bool) bool {
	headed := s.evenHead(e.cells[e.title : e.title+e.heads])
	if t := s.quote(e.headOf(0)); headKind(t) == amountCell && (strings.HasSuffix(t, "）") || strings.HasSuffix(t, ")")) {
		return false // 资金安排（万元） stands over no names: the head begins further up
	}
	first := e.title + e.heads
	if headed < 0 || first+e.size > len(e.cells) {
		return false
	}
	model := e.cells[first : first+e.size]
	for c, m := range model {
		t := s.quote(e.headOf(c))
		if h := headKind(t); m.kind == amountCell && strings.HasPrefix(t, "备注") || (m.kind == nature) != (h == nature) && (m.kind == nature || m.kind == amountCell) {
			return false
		}
	}
	for e.end = first; ; {
		dropped := evenRow(model, e.cells[e.end:])
		if dropped < 0 {
			break
		}
		e.dropped = append(e.dropped, dropped)
		e.end += e.size - dropped
	}
	rows := len(e.dropped)
	if rows < 2 || rows == 2 && headed == 0 || e.heads == 2 && headed < 2 || e.dropped[0] > 0 || s.counted(e) || s.oneGroup(e) {
		return false
	}
	rest := e.cells[e.end:]
	e.sum = s.evenSum(rest, model)
	for _, c := range rest[e.sum:min(len(rest), e.sum+e.size)] {
		if c.kind == amountCell && !part {
			return false // numbers go on in another way: this was chance
		}
	}
	return true
}

// evenHead counts the cells that look like a head's, -1 where one cannot be.
func (s *splitter) evenHead(cells []evenCell) int {
	headed := 0
	for n, c := range cells {
		t := s.quote(c.span)
		if c.kind != words && c.kind != when || n == 0 && c.kind == when || utf8.RuneCountInString(t) > 18 || strings.ContainsAny(t, "。；，：:;") || strings.HasPrefix(t, "（") || strings.HasPrefix(t, "(") || parseNumber(t).style == box {
			return -1
		}
		if t == "序号" && (n > 1 || n > headed) {
			return -1 // what stands in front of the head is none of its cells
		}
		if headish(t) || yearHead(t) || strings.HasSuffix(t, "）") || strings.HasSuffix(t, ")") {
			headed++
		}
	}
	return headed
}

// counted reports whether a column under no 序号 counts 1, 2, 3: then the columns
// are shifted.
func (s *splitter) counted(e *evenTable) bool {
	first := e.title + e.heads
	for c := range e.size {
		head := s.quote(e.headOf(c))
		if e.cells[first+c].kind != amountCell || strings.HasPrefix(head, "序") || strings.HasPrefix(head, "编号") || strings.Contains(head, "排") {
			continue
		}
		at, counting := first, true
		for n, dropped := range e.dropped {
			if c >= dropped && s.quote(e.cells[at+c-dropped].span) != strconv.Itoa(n+1) {
				counting = false
			}
			at += e.size - dropped
		}
		if counting {
			return true
		}
	}
	return false
}

// oneGroup reports whether the first row alone has the first column, under a head that
// names no groups: then that cell is rather the last of the head.
func (s *splitter) oneGroup(e *evenTable) bool {
	for _, d := range e.dropped[1:] {
		if d == 0 {
			return false
		}
	}
	return len(e.dropped) > 1 && !containsAny(s.quote(e.headOf(0)), "类", "领域", "方面", "维度", "板块", "一级")
}

// evenRow returns how many cells in front a row lacks that is otherwise like the
// model: none, or the labels that stand over several rows. -1 where the cells are
// no such row.
func evenRow(model, cells []evenCell) int {
	for dropped := 0; dropped <= 2 && dropped < len(model)-1; dropped++ {
		if dropped > 0 && (model[dropped-1].kind != words || model[dropped].kind != words && model[dropped].kind != amountCell) {
			return -1
		}
		if evenMatch(model[dropped:], cells) {
			return dropped
		}
	}
	return -1
}

// evenMatch reports whether cells begin with a row like the model: numbers where
// it has numbers, a nature where it has one, a dash anywhere, and behind the name
// at least one number, or words for it where the nature tells the row's end.
func evenMatch(model, cells []evenCell) bool {
	if len(cells) < len(model) {
		return false
	}
	numbers, natures := 0, 0
	for c, m := range model {
		if m.kind == nature && cells[c].kind == nature && c > 1 {
			natures++
		}
		if cells[c].kind == amountCell && c > 0 {
			numbers++
		}
	}
	for c, m := range model {
		kind := cells[c].kind
		if kind == void || m.kind == void || evenNumber(kind) == evenNumber(m.kind) && (kind == nature) == (m.kind == nature) {
			continue
		}
		if natures == 0 || c == 0 || !evenNumber(m.kind) || kind != words {
			return false
		}
	}
	named := cells[0].kind == words || cells[0].kind == when || len(model) > 2 && cells[0].kind == amountCell && cells[1].kind == words
	return named && numbers+natures > 0
}

// evenNumber reports whether a cell stands in a column of numbers.
func evenNumber(k cellKind) bool { return k == amountCell || k == phrase }

// evenSum returns the length of a row of sums, whose label is followed by the
// numbers alone.
func (s *splitter) evenSum(cells, model []evenCell) int {
	n := 1
	for _, m := range model[1:] {
		if m.kind == amountCell {
			n++
		}
	}
	if len(cells) < n {
		return 0
	}
	t := s.quote(cells[0].span)
	if !strings.HasSuffix(t, "合计") && !strings.HasSuffix(t, "总计") && !strings.HasSuffix(t, "小计") {
		return 0
	}
	for _, c := range cells[1:n] {
		if c.kind != amountCell && c.kind != void {
			return 0
		}
	}
	return n
}
