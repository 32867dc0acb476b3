package segment

// grid returns the table that begins on line i, nil where none does. The last
// answer is kept: the same line is asked about more than once.
func (s *splitter) grid(i int) *grid {
	if s.asked == i {
		return s.answer
	}
	g := s.find(i)
	if g != nil && !s.fits(g) {
		s.tagless = max(s.tagless, int(s.lines[g.end-1].end))
		for n := range s.barren {
			s.barren[n] = max(s.barren[n], g.end)
		}
		g = nil
	}
	s.asked, s.answer = i, g
	return g
}

// find tries each layout of a table in turn.
func (s *splitter) find(i int) *grid {
	l := &s.lines[i]
	if l.role != plain {
		return nil
	}
	rest := s.text[l.head:l.tail]
	if rest == "" {
		return nil
	}
	if rest[0] == '<' {
		return s.tagged(i)
	}
	if k := s.previous(i - 1); k >= 0 && s.lines[k].text(s.text) == "序号" {
		return nil // no head begins behind its first word
	}
	for n, layout := range layouts {
		if i < s.barren[n] {
			continue
		}
		s.reach = i
		g := layout(s, i)
		if g != nil {
			return g
		}
		if s.reach-i > patience {
			s.barren[n] = s.reach
		}
	}
	return nil
}

// layouts are the ways to read a table, tried in this order.
const layoutCount = 6

var layouts = [layoutCount]func(*splitter, int) *grid{(*splitter).barred, (*splitter).gapped, (*splitter).groups, (*splitter).even, (*splitter).column, (*splitter).flat}

// patience is how many lines may be looked through in vain before the same lines
// are not looked through again from a later one: else a million lines that are
// nearly a table would take a million times a million steps.
const patience = 64

// fits reports whether each row of g fits a block.
func (s *splitter) fits(g *grid) bool {
	for n := range g.rows {
		r := &g.rows[n]
		if r.body().End-r.from > MaxBlock {
			return false
		}
	}
	return true
}
