package audit

import (
	"fmt"
	"math/big"
)

var multipleCheck = Check{
	Name: "multiple_vs_ends",
	Doc: `A multiple against the two levels it runs between: 是2015年的6.2倍, 增长了近8倍, 翻一番.
是…的N倍 is the end over the start, 增长N倍 one less. 翻番 is a phrase and stands for 1.95 to 2.1 times.`,
	Match: []string{
		"高新技术企业由2015年的«128»家增长到2020年的«795»家，是2015年的«5.2»倍。",
		"技术合同成交额从2015年的«7.63»亿元增长到2020年的«68.2»亿元，增长了近«9»倍。",
	},
	Reject: []string{
		"高新技术企业由2015年的128家增长到2020年的795家，是2015年的6.2倍。",
		"技术合同成交额从2015年的7.63亿元增长到2020年的68.2亿元，增长了近8倍。",
		"省级平台由2015年的48家增长到2020年的162家，是2015年的3.4倍。",
	},
	find: func(d *document) (found []report) {
		for _, f := range d.figures {
			more := f.Measure == "growth"
			if f.UnitBase != "倍" || f.Measure != "multiple" && !more {
				continue
			}
			start, end, _ := d.ends(f)
			if start == nil || start.value.Sign() <= 0 || f.Per != "" || f.Time == "" && !together(f, start) {
				continue
			}
			times := end.amount.over(start.amount)
			if more {
				times = times.plus(exactly(whole(-1)))
			}
			if !times.meets(f.multiple()) {
				found = append(found, multipleReport(f, start, end, more))
			}
		}
		return found
	},
}

// multiple is what a multiple can stand for, cut or rounded.
func (f *figure) multiple() amount {
	a := f.amount
	if f.step.Sign() == 0 { // 翻番
		return amount{mul(f.value, big.NewRat(39, 40)), mul(f.value, big.NewRat(21, 20))}
	}
	if a.hi != nil && f.Comparator == "=" {
		a.hi = add(f.value, f.step)
	}
	return a
}

func multipleReport(f, start, end *figure, more bool) report {
	q := quo(end.value, start.value)
	formula := fmt.Sprintf("%s÷%s=%s", end.print(), start.print(), decimal(q, 2))
	zh, en := "是起点的"+decimal(q, 2)+"倍", decimal(q, 2)+" times the start"
	if more {
		q = sub(q, whole(1))
		formula = fmt.Sprintf("%s÷%s−1=%s", end.print(), start.print(), decimal(q, 2))
		zh, en = "增长"+decimal(q, 2)+"倍", "a growth by "+decimal(q, 2)+" times"
	}
	return report{
		severity: grave(f, start, end), figures: []*figure{start, end, f},
		zh:         fmt.Sprintf("“%s”由%s到%s，应为%s，文中为%s", f.Indicator, start.print(), end.print(), zh, f.print()),
		en:         fmt.Sprintf("%s from %s to %s is %s, the text says %s", f.Indicator, start.print(), end.print(), en, f.print()),
		arithmetic: formula + "；文中" + f.print(),
	}
}
