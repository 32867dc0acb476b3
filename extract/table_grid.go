package extract

import (
	"strings"

	"suyuan/segment"
)

// columnRole says what a column of a table holds.
type columnRole uint8

const (
	columnContent columnRole = iota // numbers or sentences: a year, 总投资, 建设内容
	columnIndex                     // 序号
	columnLabel                     // 指标, 项目名称, 县区
	columnGroup                     // 一级指标, 类别
	columnUnit                      // 单位
	columnNature                    // 属性: 预期性, 约束性
	columnPeriod                    // 建设年限, 完成时限
	columnWho                       // 责任单位
)

// column is a column of a table with what its head says.
type column struct {
	side
	role     columnRole
	heads    []*passage // the cells of the head above it, from the top
	places   bool       // labels: its cells are regions
	declared bool       // labels: its head says that it names the rows
}

// grid is a table on its way through the rules.
type grid struct {
	*context
	table   *segment.Table
	columns []column
	caption side
	captionAt,
	unitAt *passage // the lines above it, nil where there is none
	years    int          // how many columns, or else rows, are one year's
	earliest int          // of these years, 0 for none
	label    *tableRow    // the row above that has a label
	totals   map[int]name // by column: what the text says of its sum
	group    *passage     // the label of the group of rows now read
	sums     *cumulative  // what its numbers in brackets are, nil where it does not say
}

// newGrid reads the head of a table and the lines above it.
func (r *reading) newGrid(t *segment.Table, c *context) *grid {
	g := &grid{context: c, table: t, columns: make([]column, t.Columns), totals: map[int]name{}}
	g.head()
	for i := range g.columns {
		col := &g.columns[i]
		col.side = r.headSide(col.heads, !r.lexicon.tables.has("text", textOf(col.heads)))
		col.role, col.declared = g.role(i)
		col.places = col.role == columnLabel && (placeHead(r.lexicon.tables, textOf(col.heads)) || r.lexicon.tables.is("unit", textOf(col.heads)))
		if col.role == columnContent {
			g.takeYear(col.time.edtf)
		}
	}
	if d, ok := r.dutyTable(t); ok && len(g.columns[d.who].heads) == 0 {
		g.columns[d.who].role = columnWho
	}
	g.aims()
	g.findLabel()
	g.findPlaces()
	g.rowYears()
	g.readCaption()
	g.readCumulative()
	return g
}

// takeYear takes in the year of a column or a row.
func (g *grid) takeYear(edtf string) {
	year, _ := edtfYears(edtf)
	if year == 0 || strings.Contains(edtf, "/") {
		return
	}
	if g.years++; g.earliest == 0 || year < g.earliest {
		g.earliest = year
	}
}

// rowYears takes the years of a table whose rows are years.
func (g *grid) rowYears() {
	for i := range g.columns {
		if g.columns[i].role == columnLabel && g.years == 0 {
			g.body(i, func(p *passage) {
				if len(p.dates) > 0 && p.dates[0].Start == 0 {
					g.takeYear(p.dates[0].edtf)
				}
			})
		}
	}
}

// head puts each cell of the head above the columns it covers: its own, those
// that have no cell because it is wider, and, in all but the lowest row, those
// whose cell is empty while a lower one is not.
func (g *grid) head() {
	heads := g.table.Rows[:min(g.table.Heads, len(g.table.Rows))]
	for i, row := range heads {
		below := filled(heads[i+1:])
		var over *passage
		at := 0
		for col := range g.columns {
			for at < len(row.Cells) && row.Cells[at].Column < col {
				at++
			}
			if at < len(row.Cells) && row.Cells[at].Column == col {
				if p := g.cells[&row.Cells[at]]; p != nil || !below[col] {
					over = p
				}
			} else if at == len(row.Cells) && i+1 == len(heads) {
				over = nil
			}
			if list := g.columns[col].heads; over != nil && (len(list) == 0 || list[len(list)-1].flow.Text != over.flow.Text) {
				g.columns[col].heads = append(list, over) // and not again what a merged cell says on each of its rows
			}
		}
	}
}

// filled returns the columns in which one of the rows has words.
func filled(rows []*segment.Block) map[int]bool {
	m := map[int]bool{}
	for _, row := range rows {
		for i := range row.Cells {
			m[row.Cells[i].Column] = m[row.Cells[i].Column] || row.Cells[i].Span.Len() > 0
		}
	}
	return m
}

// textOf returns the words of a column's head.
func textOf(heads []*passage) string {
	var b strings.Builder
	for _, p := range heads {
		b.WriteString(p.flow.Text)
	}
	return b.String()
}

// body calls do for each filled cell of a column below the head.
func (g *grid) body(col int, do func(*passage)) {
	for i, row := range g.table.Rows {
		if i < g.table.Heads {
			continue
		}
		for k := range row.Cells {
			if row.Cells[k].Column == col {
				if p := g.cells[&row.Cells[k]]; p != nil {
					do(p)
				}
			}
		}
	}
}
