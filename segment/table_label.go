package segment

import "strings"

// markLabels marks the cells of the columns that name groups of rows: words in
// front of other words, with a cell empty where the group goes on.
func (s *splitter) markLabels(g *grid, types []cellKind) {
	for c := 0; c+1 < len(types); c++ {
		if types[c] != words {
			continue
		}
		if types[c+1] != words {
			return
		}
		empty, above := 0, false
		for _, r := range g.rows[g.heads:] {
			switch {
			case c >= len(r.cells):
			case r.cells[c].Span.Len() > 0:
				above = true
			case above && c+1 < len(r.cells) && r.cells[c+1].Span.Len() > 0:
				empty++
			}
		}
		if empty == 0 {
			return // labels stand to the left of the names
		}
		for _, r := range g.rows[g.heads:] {
			if c < len(r.cells) && r.cells[c].Span.Len() > 0 {
				r.cells[c].Head = true
			}
		}
	}
}

// partUnits makes cells of their own of the names of units that stand one a line
// in a cell: read as one they would run together.
func (s *splitter) partUnits(g *grid) {
	for _, head := range g.rows[:g.heads] {
		for _, h := range head.cells {
			if t := s.quote(h.Span); !strings.Contains(t, "责任") && !strings.Contains(t, "牵头") && !strings.Contains(t, "配合") && !strings.HasSuffix(t, "部门") {
				continue
			}
			for n := range g.rows[g.heads:] {
				r := &g.rows[g.heads+n]
				for c := range r.cells {
					if r.cells[c].Column == h.Column {
						if parts := s.unitsOf(r.cells[c]); len(parts) > 1 {
							r.cells = append(r.cells[:c:c], append(parts, r.cells[c+1:]...)...)
						}
						break
					}
				}
			}
		}
	}
}

// unitsOf cuts a cell at its line breaks where each line ends as the name of a unit does.
func (s *splitter) unitsOf(c Cell) []Cell {
	var out []Cell
	t := s.quote(c.Span)
	for at := 0; at < len(t); {
		end, next := len(t), len(t)
		if k := strings.IndexByte(t[at:], '\n'); k >= 0 {
			end, next = at+k, at+k+1
		}
		if k := strings.Index(strings.ToLower(t[at:end]), "<br"); k >= 0 {
			if n := tagLen(t[at+k:]); n > 0 {
				end, next = at+k, at+k+n
			}
		}
		if sp := inner(t, at, end, c.Span.Start); sp.Len() > 0 {
			if !unitName(s.quote(sp)) {
				return nil
			}
			out = append(out, Cell{Span: sp, Column: c.Column})
		}
		at = next
	}
	return out
}

// unitName reports whether t ends as the name of a unit does: 市财政局, 供电公司, 县政府.
func unitName(t string) bool {
	if len(t) < 4*len("局") {
		return false
	}
	for _, w := range [...]string{"局", "委", "政府", "厅", "办", "公司", "管委会", "委员会", "中心", "分行", "支队", "银行", "集团", "学院", "大学", "协会", "联合会"} {
		if strings.HasSuffix(t, w) {
			return true
		}
	}
	return false
}
