package extract

// tie links a growth of its own column to the two cells of its row that it is the
// growth of, where they stand for the same quantity.
func (x *crossing) tie(f *Figure) {
	if x.measure.name == "level" || !x.col.rate {
		x.row.made[x.p.cell.Column] = f
		return
	}
	end := x.datedBefore(x.p.cell.Column)
	if end < 0 {
		return
	}
	start := x.datedBefore(end)
	if x.measure.per == "year" {
		start = x.firstDated()
	}
	for _, to := range []struct {
		column int
		role   string
	}{{start, "baseline"}, {end, "end"}} {
		if g := x.row.made[to.column]; g != nil && start < end && g.Indicator == f.Indicator {
			x.r.records.Links = append(x.r.records.Links, Link{From: &f.Record, To: &g.Record, Role: to.role})
		}
	}
}
