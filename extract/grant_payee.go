package extract

import (
	"strings"

	"suyuan/segment"
)

// to returns who is granted something: who stands in the clause itself, else what
// 对 names, else who the sentence begins with, else who was granted something before.
func (x binder) to(o *offer, g gift) name {
	if again := o.again(); again.End > again.Start {
		first := x.c.gift.to
		if contains(anew, first[0].text()) {
			first = first[1:]
		}
		return append(name{{p: x.p, at: again}}, first...)
	}
	to := o.recipient()
	doer := o.doer()
	if class := o.classed(); class.End > class.Start && class.Start > to.End {
		to = class
	}
	if own := to.End > to.Start && to.Start > x.c.gift.at; !own && strings.Contains(o.before(), "再") && x.c.gift.p == x.p && x.c.gift.at >= x.p.sentence(x.cl.Start).Start && len(x.c.gift.to) > 0 {
		return x.c.gift.to // …的，再给予50万元
	}
	switch {
	case hasAnySuffix2(o.p.textOf(o.handed()), "法定代表人", "负责人", "管理团队", "经营团队", "经营者"):
		to = o.handed() // 对纳税超过500万元的企业，给予法定代表人5万元奖励
	case general(o.p.textOf(doer)) && hasAnyOf(o.before(), "每个", "每件", "每项", "每种") && to.End <= to.Start && o.actor().End > o.actor().Start:
		to = o.actor() // 取得新药证书的，每个品种奖励
	case general(o.p.textOf(doer)) && hasAnyOf(o.before(), "每个", "每件", "每项", "每种") && to.End > to.Start:
	case doer.End > doer.Start && to.End > to.Start && doer.Start > to.End && !strings.HasSuffix(o.p.textOf(to), o.p.textOf(doer)):
		to = doer
	case to.End > to.Start:
	case doer.End > doer.Start:
		to = doer
	default:
		to = firstRange(o.handed(), g.to, o.actor(), o.matter())
	}
	if to.End <= to.Start {
		if set, stale := x.ofCase(o); stale {
			return set
		}
		if x.c.gift.p == x.p {
			return x.c.gift.to
		}
		return nil
	}
	return name{{p: x.p, at: to}}
}

// general reports whether a payee is no more than the measure of a grant: 每个品种.
func general(who string) bool {
	return contains([]string{"品种", "产品", "项目", "单位", "企业"}, who)
}

// firstRange returns the first of the ranges that is not empty.
func firstRange(list ...segment.Range) segment.Range {
	for _, at := range list {
		if at.End > at.Start {
			return at
		}
	}
	return segment.Range{}
}
