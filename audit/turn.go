package audit

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"suyuan/store"
)

// difference words a turn.
func difference(turn Turn, x, y *figure) Difference {
	f := cmp.Or(x, y)
	d := Difference{Turn: turn, Indicator: f.Indicator, IndicatorID: f.IndicatorID, Year: f.TimeLast}
	year := ""
	if f.TimeLast != 0 {
		year = fmt.Sprintf("%d年", f.TimeLast)
	}
	words := map[Turn]string{Raised: "上调", Lowered: "下调", Same: "未变", Below: "低于上级", Above: "高于上级", Beyond: "超出上级"}
	switch {
	case y == nil:
		d.Message = fmt.Sprintf("“%s”%s目标%s被删去", f.Indicator, year, x.print())
		d.MessageEN = fmt.Sprintf("the target of %s for %d, %s, is dropped", f.Indicator, f.TimeLast, x.print())
		d.severity = Warning
	case x == nil:
		d.Message = fmt.Sprintf("新增“%s”%s目标%s", f.Indicator, year, y.print())
		d.MessageEN = fmt.Sprintf("a target of %s for %d, %s, is new", f.Indicator, f.TimeLast, y.print())
	case turn == Moved:
		d.Message = fmt.Sprintf("“%s”目标由%d年%s改为%d年%s", f.Indicator, x.TimeLast, x.print(), y.TimeLast, y.print())
		d.MessageEN = fmt.Sprintf("the target of %s moves from %s in %d to %s in %d", f.Indicator, x.print(), x.TimeLast, y.print(), y.TimeLast)
		d.severity = Warning
	case turn == Renamed:
		d.Message = fmt.Sprintf("%s目标%s由“%s”改称“%s”", year, x.print(), x.Indicator, y.Indicator)
		d.MessageEN = fmt.Sprintf("the target of %s for %d is renamed from %s to %s", x.print(), f.TimeLast, x.Indicator, y.Indicator)
	default:
		d.Message = fmt.Sprintf("“%s”%s目标%s：%s→%s", f.Indicator, year, words[turn], x.print(), y.print())
		d.MessageEN = fmt.Sprintf("the target of %s for %d, %s: %s and %s", f.Indicator, f.TimeLast, turn, x.print(), y.print())
		if turn == Lowered || turn == Below {
			d.severity = Warning
		}
		if turn == Beyond {
			d.severity = Error
		}
	}
	d.Severity = d.severity.String()
	if x != nil {
		d.A = &ShownRecord{ID: x.ID}
	}
	if y != nil {
		d.B = &ShownRecord{ID: y.ID}
	}
	return d
}

// fill puts the records to the differences.
func fill(ctx context.Context, s *store.Store, sides [2]*document, all []Difference) error {
	for i := range all {
		for j, r := range []**ShownRecord{&all[i].A, &all[i].B} {
			if *r == nil {
				continue
			}
			at := slices.IndexFunc(sides[j].Records, func(one store.Record) bool { return one.ID == (*r).ID })
			shown, err := shownRecord(ctx, s, &sides[j].Records[at])
			if err != nil {
				return err
			}
			*r = &shown
		}
	}
	return nil
}
