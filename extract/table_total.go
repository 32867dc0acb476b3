package extract

import (
	"math/big"

	"suyuan/segment"
)

// totalled names a column whose head names nothing by what the text before the
// table says of its sum: of 下达农业救灾资金360万元(金额见附件) and a row 合计 360 it
// is 农业救灾资金.
func (x *crossing) totalled() name {
	at := x.p.cell.Column
	if n, ok := x.totals[at]; ok {
		return n
	}
	x.totals[at] = nil // while it is looked for
	for i, block := range x.table.Rows {
		if i < x.table.Heads {
			continue
		}
		if sum, q := x.sumAt(block, at); q != nil {
			sum.unitOf(q, 0)
			x.totals[at] = x.told(new(big.Rat).Mul(q.value, q.factor), q.base)
		}
	}
	return x.totals[at]
}

// sumAt returns the number of a row of sums in a column, nil where the row is none.
func (x *crossing) sumAt(block *segment.Block, column int) (crossing, *quantity) {
	sum := crossing{grid: x.grid, col: x.col, row: &tableRow{}}
	for k := range block.Cells {
		switch p := x.cells[&block.Cells[k]]; {
		case p == nil:
		case p.cell.Column == column:
			sum.p = p
		case isSum(x.r.lexicon.tables, p.flow.Text):
			sum.row.sum = true
		}
	}
	if sum.p == nil || !sum.row.sum {
		return sum, nil
	}
	list := x.r.quantities(sum.p)
	if len(list) != 1 || list[0].value == nil {
		return sum, nil
	}
	return sum, &list[0]
}

// told returns the name of the last figure so far that states an amount.
func (x *crossing) told(value *big.Rat, base string) name {
	want, _ := value.Float64()
	list := x.r.records.Figures
	for i := len(list) - 1; i >= 0; i-- {
		f := list[i]
		if f.ValueBase != want || f.UnitBase != base || base == "" || f.Measure != "level" {
			continue
		}
		var n name
		for _, e := range f.Evidence {
			if p := x.r.passageAt(e.Span.Start); e.Role == RoleIndicator && p != nil && p.cell == nil {
				from, to := p.flow.Find(e.Span)
				n = append(n, part{p: p, at: segment.Range{Start: from, End: to}})
			}
		}
		if len(n) > 0 {
			return n
		}
	}
	return nil
}
