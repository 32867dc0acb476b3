package segment

import (
	"strings"

	"suyuan/source"
)

// evenCell is one cell of a table that has no marks between its cells.
type evenCell struct {
	span source.Span
	line int
	kind cellKind
}

// lineCells returns the lines from i on, each a cell, at most most of them.
func (s *splitter) lineCells(i, most int) []evenCell {
	var out []evenCell
	known, amounts := 0, 0
	for k := i; k < len(s.lines) && len(out) < most; k = s.next(k + 1) {
		l := &s.lines[k]
		t := l.text(s.text)
		if l.role != plain || l.depth > 0 || l.tabs || l.width > 40 || l.ending == closed || l.number.style != none && l.number.style < arabic || remarkLine(t) || tableName(t) {
			break
		}
		out = append(out, evenCell{span: source.Span{Start: int(l.head), End: int(l.tail)}, line: k})
		if len(out) < evenLeast { // most lines stand among fewer, and what they hold is not asked
			continue
		}
		for ; known < len(out); known++ {
			if out[known].kind = s.kindAt(out[known].span); out[known].kind == amountCell {
				amounts++
			}
		}
		if len(out) == evenAhead && amounts == 0 {
			return nil
		}
	}
	return out[:known]
}

// blankCells returns what single blanks part on line i, each a cell; nothing where
// they are less than three.
func (s *splitter) blankCells(i, most int) []evenCell {
	l := &s.lines[i]
	if l.role != plain || l.tabs || int(l.to-l.from) > MaxBlock || l.ending == closed || l.number.style != none && l.number.style < arabic && l.number.style != box {
		return nil
	}
	fields := s.blanks(i)
	if len(fields) < 3 {
		return nil
	}
	out := s.cellsOf(i, fields, nil)
	return out[:min(len(out), most)]
}

// rowCells returns the cells of the lines from i on that single blanks part, none
// of them into more than line i.
func (s *splitter) rowCells(i, most int) []evenCell {
	out := s.blankCells(i, most)
	size := len(out)
	if size < 3 || size > evenColumns {
		return nil
	}
	for k := s.next(i + 1); k < len(s.lines) && len(out) < most; k = s.next(k + 1) {
		l := &s.lines[k]
		n := len(out)
		if l.role != plain || l.tabs || l.ending == closed || int(l.to-l.from) > MaxBlock || l.number.style == box {
			break // 专栏3 is no row
		}
		if out = s.cellsOf(k, s.blanks(k), out); len(out)-n > size || len(out)-n < 2 {
			if len(out)-n == 1 && strings.ContainsAny(l.text(s.text), "0123456789") {
				return nil // 畜禽规模化养殖率%61.875: further rows are run together
			}
			return out[:n]
		}
	}
	return out
}

// cellsOf adds the fields of line k that hold something.
func (s *splitter) cellsOf(k int, fields []source.Span, out []evenCell) []evenCell {
	for _, f := range fields {
		if f.Len() > 0 {
			out = append(out, evenCell{f, k, s.kindAt(f)})
		}
	}
	return out
}
