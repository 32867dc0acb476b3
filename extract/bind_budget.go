package extract

import (
	"strings"

	"suyuan/segment"
)

// goal reports whether a share is one of a goal or a plan, which is no name of what was
// done: 工业投资216亿元，完成全年目标的59%.
func (x binder) goal(b *bound, left string, own name) bool {
	plain := strings.Trim(own.String(), "年度全初调整省市县区定目标任务计划预算进") == ""
	return len(x.now.name) > 0 && x.now.last != nil && (plain || !x.now.last.q.countable()) && b.q.dimension == "share" && strings.HasSuffix(left, "的") && hasAnySuffix2(own.String(), "目标", "计划", "任务", "预算", "进度") && hasAnyOf(left, "完成", "占", "达到", "为")
}

// budgets are what an amount of a budget is compared with, and names no other one.
var budgets = []string{"预算", "年初预算", "预算数", "年初预算数", "调整预算", "调整预算数", "决算数", "执行数", "预算执行数", "年度预算"}

// budget reports whether a change is one over a budget: 支出安排46亿元，比上年年初预算增长2.5%.
func (x binder) budget(b *bound, own name) bool {
	return len(x.now.name) > 0 && (b.measure.name == "growth" || b.measure.name == "change") && contains(budgets, own.String()) && hasAnyOf(x.p.textOf(b.slot.left), "比", "较")
}

// ofBudget puts in front of a budget, which an amount has come to a share of, what it is the
// budget of: 税收收入20亿元，完成年初预算42亿元的48%; nil for any other name.
func (x binder) ofBudget(b *bound, own name) name {
	if b.q.dimension != "money" || len(x.now.name) == 0 || !contains(budgets, own.String()) || !strings.HasPrefix(x.p.textOf(b.slot.right), "的") || !hasAnyOf(x.p.textOf(b.slot.left), "完成", "占", "为") {
		return nil
	}
	return append(append(name{}, x.now.name...), own...)
}

// usedFor names the share of an outlay that goes to something, which stands behind it:
// 一般公共预算支出78%用于民生.
func (x binder) usedFor(b *bound, own name, right []segment.Range) name {
	text := x.p.textOf(b.slot.right)
	if b.q.dimension != "share" || right != nil || len(own) != 1 || own[0].implied != "" || len(text) > 60 {
		return nil
	}
	if !hasAnySuffix2(own.String(), "支出", "资金", "收入", "财力", "投资", "经费", "收益") || !hasAnyPrefix(text, "用于", "投向", "投入到", "用在") {
		return nil
	}
	return append(own, part{p: x.p, at: b.slot.right}, part{implied: "的比例"})
}
