package extract

import (
	"strings"

	"suyuan/segment"
)

// The parts of a government's budget, the sides of each, and whose they may be said to be.
var (
	accounts = []string{"一般公共预算", "政府性基金预算", "国有资本经营预算", "社会保险基金预算", "社保基金预算"}
	sides    = []string{"收入总计", "支出总计", "收入总量", "支出总量", "收入合计", "支出合计", "收入预算", "支出预算", "收入", "支出", "滚存结余", "年终结余", "当年结余", "结余"}
	levies   = []string{"", "本级", "市本级", "县本级", "区本级", "省本级", "州本级", "市级", "县级", "区级", "省级", "州级", "市直", "市属园区", "开发区", "全市", "全省", "全县", "全区", "全州", "当年"}
)

// accounted puts the part of the budget that the passage or a heading tells of into the name
// of a side that does not say of which: 一般公共预算:全市收入140亿元…，市本级收入21亿元; nil
// for any other name.
func (c *context) accounted(own name) name {
	if len(own) != 1 || own[0].implied != "" || c.passage == nil || own[0].p != c.passage {
		return nil
	}
	s := own[0].text()
	side := suffixOf(s, sides)
	if side == "" || !contains(levies, s[:len(s)-len(side)]) {
		return nil
	}
	account, ok := c.account()
	if !ok {
		return nil
	}
	at := own[0].at
	n := name{account, {p: own[0].p, at: segment.Range{Start: at.End - len(side), End: at.End}}}
	if len(s) > len(side) {
		n = append(name{{p: own[0].p, at: segment.Range{Start: at.Start, End: at.End - len(side)}}}, n...)
	}
	return n
}

// account returns the place of the part of the budget that the passage is labelled with, or
// the nearest heading names.
func (c *context) account() (part, bool) {
	text := c.passage.flow.Text
	label, _, _ := strings.Cut(text[:min(len(text), reach)], ":")
	if i, w := firstOf(label, accounts); i >= 0 && len(label) < len(text) && i+len(w) == len(label) {
		return part{p: c.passage, at: segment.Range{Start: i, End: i + len(w)}}, true
	}
	for h := c.passage.block.Parent; h != nil; h = h.Parent {
		if above := c.byBlock[h]; above != nil {
			if i, w := firstOf(above.flow.Text, accounts); i >= 0 && len(above.flow.Text) < reach {
				return part{p: above, at: segment.Range{Start: i, End: i + len(w)}}, true
			}
		}
	}
	return part{}, false
}
