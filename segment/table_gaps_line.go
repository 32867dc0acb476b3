package segment

import "suyuan/source"

// groupLine reports whether line k names the rows below it in a table whose cells tabs
// part: a merged row, 一、产业发展, has no tab. A further row follows, and no head.
func (s *splitter) groupLine(k, columns int, tabs bool) bool {
	l := &s.lines[k]
	if l.role != plain || l.depth > 0 || l.width > 30 || l.ending == closed || l.stop > 0 || unitLine(l.text(s.text)) {
		return false
	}
	next := s.next(k + 1)
	if next >= len(s.lines) || next > k+2 || s.lines[next].tabs != tabs {
		return false
	}
	fields := s.fields(next)
	heads, amounts := 0, 0
	for _, f := range fields {
		switch t := s.quote(f); {
		case headish(t):
			heads++
		case f.Len() > 0 && (kindOf(t) == amountCell || kindOf(t) == nature):
			amounts++
		}
	}
	return (len(fields) == columns || !tabs && len(fields) == columns+1) && heads < 2 && amounts > 0
}

// restLine reports whether line k is the rest of a cell on the lines above: it begins right
// of the first column of the table, whose head is line i.
func (s *splitter) restLine(k, i int) bool {
	l, first := &s.lines[k], &s.lines[i]
	return l.role == plain && l.width < 60 && l.number.style == none && widthOf(s.text[l.start:l.from]) >= widthOf(s.text[first.start:first.from])+6
}

// namesGroup reports whether line k names the rows below it in a table whose cells single
// blanks part: 一、空间底线 is followed by a row of as many cells as the head has.
func (s *splitter) namesGroup(k, columns int) bool {
	l := &s.lines[k]
	if l.role != plain || l.depth > 0 || l.width > 30 || l.ending == closed || l.stop > 0 || l.number.style == none || unitLine(l.text(s.text)) {
		return false
	}
	next := s.next(k + 1)
	if next >= len(s.lines) || next > k+2 || s.lines[next].role != plain {
		return false
	}
	fields := s.blanks(next)
	return len(s.blanks(k)) == 1 && len(fields) == columns && (kindOf(s.quote(fields[columns-1])) != words || rowNumber(s.quote(fields[0])))
}

// shortRow reports whether fields are a row under such a head that lacks values: a name,
// a unit and numbers.
func (s *splitter) shortRow(head int, fields []source.Span) bool {
	if !s.unitHead(head) || len(fields) < 3 || s.kindAt(fields[0]) != words {
		return false
	}
	for _, f := range fields[2:] {
		if k := s.kindAt(f); k != amountCell && k != void {
			return false
		}
	}
	return true
}
