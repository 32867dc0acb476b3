package extract

import (
	"strings"

	"suyuan/segment"
)

// ofTier reports whether the share is one of a tier of an amount, which the words before
// it set apart.
func (o *offer) ofTier() bool {
	before, _ := o.sentence()
	text := o.p.flow.Text[before.Start:o.row[0].q.whole.Start]
	i := strings.LastIndex(text, "的部分")
	return i >= 0 && o.row[o.place].q.dimension == "share" && contains([]string{"", "，", "按", "，按", "，给予", "给予"}, text[i+len("的部分"):])
}

// lent puts who may borrow before what they may: the cap of a loan that another may borrow
// (个人创业担保贷款最高可申请20万元，合伙创业的最高可申请90万元) is none of 个人.
func (x binder) lent(o *offer, as name) name {
	who := o.doer()
	rest := cutFront(as.String(), []string{"个人"})
	if who.End <= who.Start || len(as) != 1 || rest == as.String() || !strings.HasSuffix(rest, "贷款") {
		return as
	}
	return name{{p: o.p, at: who}, {p: as[0].p, at: segment.Range{Start: as[0].at.End - len(rest), End: as[0].at.End}}}
}

// spoken is the gift that the clause before a cap names without an amount: 给予一次性交通补助，最高500元.
func (o *offer) spoken() (segment.Range, bool) {
	before, _ := o.sentence()
	text, start := o.p.before(before.Start, o.left.Start)
	if gift := o.c.gift; gift.p == o.p && gift.at >= start {
		return segment.Range{}, false
	}
	text = strings.TrimRight(text, "，(")
	if strings.HasSuffix(text, "。") || strings.HasSuffix(text, ";") || hasAnyOf(lastRunes(text, 12), "的补", "的奖") {
		return segment.Range{}, false
	}
	at, ok := o.giftName(text)
	if !ok {
		return segment.Range{}, false
	}
	at = segment.Range{Start: start + at.Start, End: start + at.End}
	at.Start = at.End - len(o.words.cutPlain(o.p.textOf(at)))
	return at, at.End-at.Start > len("补助")
}

// ofCase returns what a case of its own sets apart, which no payee before it is: 新建大棚5亩以上的，
// 每亩补助 names 大棚. It reports true where the number has such a case, be it nameless.
func (x binder) ofCase(o *offer) (name, bool) {
	before, _ := o.sentence()
	start := before.Start
	text := o.p.textOf(before)
	if i := strings.LastIndex(text, ";"); i >= 0 {
		start, text = start+i+1, text[i+1:]
	}
	i := strings.Index(text, "的，")
	if i < 0 || x.c.gift.p == x.p && x.c.gift.at >= start || hasAnyOf(text, "再", "上述", "以上的项目") && !strings.ContainsAny(text, "0123456789") {
		return nil, false
	}
	last := x.now.last
	if last == nil || last.kind != "criterion" || last.q.Start < start || len(last.name) == 0 || sized(last.name.String()) {
		return nil, x.c.gift.p != x.p || x.c.gift.at < o.p.sentence(o.cl.Start).Start
	}
	if i := strings.Index(last.name.String(), "每"); i > len("专") && len(last.name) == 1 && last.name[0].implied == "" {
		at := last.name[0].at
		return name{{p: last.name[0].p, at: segment.Range{Start: at.Start, End: at.Start + i}}}, true // 旅游专列每趟游客300人以上的
	}
	switch last.q.dimension {
	case "count":
		if contains([]string{"家", "户", "人", "名", "项", "次", "个"}, last.q.unit) {
			break // 服务本市企业10家以上的
		}
		return last.name, true
	case "area", "mass", "volume", "length", "power":
		return last.name, true
	}
	return nil, false
}

// anew are the words for what somebody does who has been granted something once.
var anew = []string{"重新认定", "再次认定", "重新评估", "重新备案", "续认定", "复核", "复审", "复评", "复查", "续展", "整体迁入", "新迁入"}

// again returns the words that set apart from a first grant the second one of a sentence: 重新认定
// of 首次认定的企业奖励20万元，重新认定的奖励10万元.
func (o *offer) again() segment.Range {
	gift, s := o.c.gift, o.p.sentence(o.cl.Start)
	if gift.p != o.p || gift.at < s.Start || len(gift.to) == 0 || gift.at >= o.row[0].q.Start {
		return segment.Range{}
	}
	start := gift.at + strings.IndexAny(o.p.after(gift.at, o.row[0].q.Start), "，;")
	if start < gift.at || start >= o.row[0].q.Start || o.row[0].q.Start-start > window {
		return segment.Range{}
	}
	text := o.p.flow.Text[start:o.row[0].q.Start]
	i, w := lastOf(text, anew)
	if i < 0 {
		return segment.Range{}
	}
	rest := cutFront(text[i+len(w):], []string{"合格", "通过", "后", "认定", "成功"})
	who, ok := strings.CutPrefix(rest, "的")
	if to := cutFront(gift.to.String(), anew); ok && (hasAnyPrefix(who, "，", "每", "再", "给予", "奖励", "补助", "资助", "分别", "一次性", "按", "最高") || strings.HasPrefix(who, to)) && !strings.HasPrefix(to, w) {
		return segment.Range{Start: start + i, End: start + i + len(w)}
	}
	return segment.Range{}
}
