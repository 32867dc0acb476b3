package extract

import (
	"strings"

	"suyuan/segment"
)

// tableFigures binds the numbers of a table's cells. A cell stands where a row and
// a column cross: its row's label and its column's head name it together, either
// dates it and gives its unit, and the table's caption says what neither does.
func (r *reading) tableFigures(t *segment.Table, c *context) {
	g := r.newGrid(t, c)
	if t.Mixed {
		for i := range t.Rows {
			for k := range t.Rows[i].Cells {
				if p := c.cells[&t.Rows[i].Cells[k]]; p != nil {
					g.aside(p, asideMixed)
				}
			}
		}
		c.before = g
		return
	}
	for i, row := range t.Rows {
		if i < t.Heads {
			for k := range row.Cells {
				if p := c.cells[&row.Cells[k]]; p != nil {
					g.asideLabel(p)
				}
			}
			continue
		}
		if row.Mixed {
			g.label, g.group = nil, nil // nothing goes on from it
			continue
		}
		g.rowFigures(g.row(row))
	}
	c.before = g
}

// rowFigures binds the numbers of one row. Where none of its other cells has one
// and its label is no declared name, or its head says that it tells, the label is a
// task: 整治小水电站46座.
func (g *grid) rowFigures(row *tableRow) {
	numbers := false
	row.from = len(g.r.records.Figures)
	for _, p := range row.contents {
		g.r.quantify(p)
		numbers = numbers || candidate(p.quantities)
	}
	if row.label != nil && row.label.quantities == nil && (row.told || !numbers && !row.declared && len(row.noun) > 0) {
		g.sentences(row.label, row, g.column(row.label.cell))
	} else if row.label != nil {
		g.asideLabel(row.label)
	}
	for i, p := range row.contents {
		col := g.column(p.cell)
		if g.r.bare(p) {
			g.numbers(p, row, col, i+1 == len(row.contents))
		} else {
			g.sentences(p, row, col)
		}
	}
}

// sentences reads a cell that names things of its own, as prose that its row dates
// and that speaks of what its row names.
func (g *grid) sentences(p *passage, row *tableRow, col *column) {
	x := &crossing{grid: g, p: p, row: row, col: col}
	g.enter(p)
	g.r.quantify(p)
	for i := range p.quantities {
		if q := &p.quantities[i]; q.aside == "" && q.unit == "" && q.form != inRatio {
			q.aside = asideName
		}
	}
	if !candidate(p.quantities) {
		return
	}
	x.settleTime()
	x.settleKind(false)
	g.rowTime = x.time
	g.kind, g.kindAt = x.kind, x.kindAt
	if p != row.label && len(row.noun) > 0 {
		g.subject = row.noun
	}
	from := len(g.r.records.Figures)
	for _, s := range p.sentences {
		g.r.sentenceFigures(p, s, g.context)
	}
	for _, f := range g.r.records.Figures[from:] {
		x.place(f)
		f.order()
	}
}

// bare reports whether a cell holds numbers and no words of its own: 900以上,
// 达到55%以上, 〔2.3〕, but not 改造老旧小区86个.
func (r *reading) bare(p *passage) bool {
	if len(p.flow.Text) > 120 {
		return false
	}
	at := 0
	for i := range p.quantities {
		q := &p.quantities[i]
		if q.aside == asideName || q.aside == asidePhone {
			return false
		}
		if !r.silent(p.blanked(segment.Range{Start: at, End: max(at, q.whole.Start)})) {
			return false
		}
		at = max(at, q.whole.End)
	}
	return r.silent(p.blanked(segment.Range{Start: at, End: len(p.flow.Text)}))
}

// silent reports whether words beside a number name nothing: 达到, 每户, 每个县至少.
func (r *reading) silent(words string) bool {
	words = strings.Map(func(c rune) rune {
		if strings.ContainsRune("\x00()〔〕[]［］【】*★#☆/、;，。+~-±:=“” ", c) {
			return -1
		}
		return c
	}, words)
	if words == "" || r.trim(words, false).empty() {
		return true
	}
	return strings.HasPrefix(words, "每") && len(words) < 45 && !hasAnySuffix2(words, "数", "量", "率", "额", "面积", "占比", "比重")
}
