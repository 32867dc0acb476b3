package extract

import (
	"strings"

	"suyuan/segment"
)

// tableRow is a row of a table on its way through the rules.
type tableRow struct {
	side                     // what its label says
	label    *passage        // nil where it has none
	group    *passage        // the label of the group it stands in
	unit     *passage        // its cell in the column of units
	nature   *passage        // the cell that says 预期性 or 约束性
	span     when            // its time: 建设年限
	contents []*passage      // the cells that hold numbers or sentences
	declared bool            // the head says that the label is a name
	told     bool            // the label says how much is to be done
	from     int             // how many figures there were before it
	made     map[int]*Figure // by column, the figures of its first numbers
}

// row sorts the cells of a row.
func (g *grid) row(block *segment.Block) *tableRow {
	row := &tableRow{made: map[int]*Figure{}}
	empty := false // its label's cell is there and empty
	for i := range block.Cells {
		cell := &block.Cells[i]
		p := g.cells[cell]
		col := g.column(cell)
		if p == nil {
			empty = empty || col.role == columnLabel
			continue
		}
		if row.label != nil && p.flow.Text == row.label.flow.Text && p.flow.Text != "" {
			g.asideLabel(p) // a merged cell, written again in each of its columns
			continue
		}
		switch col.role {
		case columnIndex:
			if row.label == nil && !startsNumber(p.flow.Text) {
				row.label = p // 合计 in the column of numbers
			} else {
				g.aside(p, asideItem)
			}
		case columnGroup:
			g.group = p
			g.aside(p, asideName)
		case columnLabel:
			if row.label != nil {
				g.group = row.label
				g.asideLabel(row.label)
			}
			row.label, row.declared = p, col.declared
			row.place = nil
		case columnUnit:
			row.unit = p
			g.aside(p, asideUnit)
		case columnNature:
			row.nature = p
			g.aside(p, asideName)
		case columnPeriod:
			row.span = g.span(p)
			g.aside(p, asideName)
		case columnWho:
			g.aside(p, asideName)
		default:
			row.contents = append(row.contents, p)
		}
	}
	g.settle(row, empty)
	return row
}

// column returns the column of a cell, an empty one beyond the table's edge.
func (g *grid) column(cell *segment.Cell) *column {
	if cell.Column < len(g.columns) {
		return &g.columns[cell.Column]
	}
	return &column{}
}

// settle gives a row its label: its own, that of the rows above where its cell is
// merged with theirs, or its first words where it has no other.
func (g *grid) settle(row *tableRow, empty bool) {
	row.group = g.group
	switch {
	case row.label != nil:
	case empty && g.label != nil && len(row.contents) > 0:
		row.label, row.side, row.declared = g.label.label, g.label.side, g.label.declared
		return
	case len(row.contents) == 1 && g.tells(row.contents[0]):
		return
	case len(row.contents) > 1 && !startsNumber(row.contents[0].flow.Text):
		row.label, row.contents = row.contents[0], row.contents[1:]
	default:
		return
	}
	if len(row.contents) == 0 && row.unit == nil && row.nature == nil {
		g.group = row.label // 一、经济发展 over the rows of its group
	}
	row.side = g.r.labelSide(row.label, g.column(row.label.cell).places)
	g.cutTold(row)
	if !row.sum {
		g.label = row
	}
}

// span reads the cell of a row's own time.
func (g *grid) span(p *passage) when {
	for _, d := range p.dates {
		if e := g.r.when(p, d); e != "" {
			return when{edtf: years(e), at: []part{{p: p, at: d.Range}}}
		}
	}
	return when{}
}

// asideUnit is the reason of a number that is part of a unit: 1/10万.
const asideUnit = "unit"

// aside sets the numbers of a cell aside that no figure takes.
func (g *grid) aside(p *passage, reason string) {
	g.r.quantify(p)
	for i := range p.quantities {
		if q := &p.quantities[i]; q.aside == "" {
			q.aside = reason
		}
	}
}

// asideLabel sets aside the numbers in a label or a head: its own number, that of
// its unit, and those that are part of its name.
func (g *grid) asideLabel(p *passage) {
	if p.quantities != nil {
		return
	}
	unit, _ := g.r.bracketUnit(p.flow.Text)
	number := numberEnd(p.flow.Text)
	g.aside(p, asideName)
	for i := range p.quantities {
		switch q := &p.quantities[i]; {
		case q.Start < number:
			q.aside = asideItem
		case unit.End > unit.Start && q.Start > unit.Start:
			q.aside = asideUnit
		}
	}
}

// startsNumber reports whether the text of a cell begins with a number, marks
// left aside.
func startsNumber(t string) bool {
	t = strings.TrimLeft(t, "≥≤><〔[(约近-+±★*☆ ")
	return t != "" && isDigit(t[0])
}
