package extract

import (
	"math/big"
	"strings"

	"suyuan/segment"
)

// tells reports a cell under 项目内容 or the like that says in a sentence what is to
// be done, and how much.
func (g *grid) tells(p *passage) bool {
	return strings.HasSuffix(p.flow.Text, "。") && g.told(p)
}

// told reports a cell under 项目内容 or the like that says how much is to be done.
func (g *grid) told(p *passage) bool {
	return (strings.HasSuffix(p.flow.Text, "。") || g.r.lexicon.tables.has("text", textOf(g.column(p.cell).heads))) && candidate(g.r.quantities(p))
}

// cutTold takes the amount off the name of a row whose label tells of one, for the
// cells beside it: 已建成14个 beside 新建养老服务站20个 is of 养老服务站.
func (g *grid) cutTold(row *tableRow) {
	if row.declared || len(row.noun) == 0 || !g.told(row.label) {
		return
	}
	row.told = true
	last := &row.noun[len(row.noun)-1]
	for _, q := range g.r.quantities(row.label) {
		if q.aside == "" && q.whole.Start > last.at.Start && q.whole.Start < last.at.End {
			n := g.r.trim(row.label.flow.Text[last.at.Start:q.whole.Start], false)
			if !n.empty() {
				last.at = segment.Range{Start: last.at.Start + n.at.Start, End: last.at.Start + n.at.End}
			}
			return
		}
	}
}

// aims makes targets of what a column says is to be done, 实施内容, where another one
// says what has been: 进展情况.
func (g *grid) aims() {
	w := g.r.lexicon.tables
	done := false
	for i := range g.columns {
		done = done || g.columns[i].kind == "actual" && g.columns[i].time.edtf == "" && w.has("text", textOf(g.columns[i].heads))
	}
	for i := range g.columns {
		if c := &g.columns[i]; done && c.kind == "" && w.has("text", textOf(c.heads)) {
			h := c.heads[len(c.heads)-1]
			c.kind, c.kindAt = "target", &part{p: h, at: segment.Range{Start: 0, End: len(h.flow.Text)}}
		}
	}
}

// said is what a sentence of the row calls the same amount: of 争取中央预算内投资30亿元 and
// 30亿元 under 目标值 it is 中央预算内投资.
func (x *crossing) said() name {
	if x.q == nil || len(x.col.noun) > 0 || x.q.value == nil || x.q.factor == nil || x.q.base == "" {
		return nil
	}
	list := x.r.records.Figures
	want, _ := new(big.Rat).Mul(x.q.value, x.q.factor).Float64()
	for i := len(list) - 1; i >= x.row.from; i-- {
		f := list[i]
		if strings.HasPrefix(f.Rule, "figure_cell") || f.ValueBase != want || f.UnitBase != x.q.base {
			continue
		}
		var n name
		for _, e := range f.Evidence {
			if p := x.r.passageAt(e.Span.Start); e.Role == RoleIndicator && p != nil {
				from, to := p.flow.Find(e.Span)
				n = append(n, part{p: p, at: segment.Range{Start: from, End: to}})
			}
		}
		return n
	}
	return nil
}
