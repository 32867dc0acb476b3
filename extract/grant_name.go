package extract

import (
	"strings"

	"suyuan/segment"
)

// grant is what a passage last granted: a cap and a second step name the same.
type grant struct {
	p    *passage
	to   name // 国家级创新平台
	base name // 投资额, of which it is a part
	as   name // 奖励, 生活补贴
	own  bool // as has a name of its own
	at   int  // where the number stands

	inside bool   // in a bracket
	unit   string // base unit of the number
}

// provisionName names what a provision gives or limits.
func (x binder) provisionName(b *bound) name {
	n := x.provided(b)
	if len(n) == 0 || n[0].implied != "" {
		return n
	}
	if text := n[0].text(); contains([]string{"费用", "资金", "经费", "金额"}, text) && n[0].p == x.p {
		n[0].at.Start -= len(hasAnySuffix(x.p.flow.Text[:n[0].at.Start], "资助", "补助", "补贴", "奖励")) // 资助费用不超过10万元
	}
	if text := n[0].text(); len(n[0].text()) > 0 {
		if rest := cutFront(text, []string{"其中", "且", "同样", "的", "和扩建", "和改扩建", "和改建", "或扩建", "、扩建", "一次性据实补助"}); rest != "" {
			n[0].at.Start += len(text) - len(rest) // 其中运营团队个人奖励不低于30%
		}
	}
	return n
}

// yearless takes a year of the grant out of the name of a provision, which every year shares:
// 设备补贴 of 设备第二年补贴, and what was given before it of a name that is nothing else: 第一年
// 补贴100%，第二年80%.
func (x binder) yearless(n name) name {
	if !strings.Contains(n.String(), "第") {
		return n
	}
	var out name
	for _, p := range n {
		text := p.text()
		if p.implied != "" || !strings.Contains(text, "第") {
			out = append(out, p)
			continue
		}
		at := giftYear().FindStringIndex(text)
		if at == nil {
			out = append(out, p)
			continue
		}
		if at[0] > 0 {
			out = append(out, part{p: p.p, at: segment.Range{Start: p.at.Start, End: p.at.Start + at[0]}})
		}
		if at[1] < len(text) {
			out = append(out, part{p: p.p, at: segment.Range{Start: p.at.Start + at[1], End: p.at.End}})
		}
	}
	if last := x.now.last; len(out) == 0 && last != nil && last.kind == "provision" {
		return last.name
	}
	return out
}

// giftYear is a year over which a grant is spread, in a name, or what is left of one whose 三年
// is a time.
var giftYear = Expression(`第(?:[一二三四五1-5]年|$)`)

// provided is that name with whatever else stands in front of it.
func (x binder) provided(b *bound) name {
	o := x.c.offer(x.p, x.cl, b.slot)
	if b.way == byCap && hasAnySuffix2(strings.TrimRight(o.before(), "为达到"), "债务限额") {
		return nil // what is borrowed is nobody's gift
	}
	switch b.way {
	case byFine:
		return o.fineName()
	case byLimit:
		return x.limitName(o)
	case byTax:
		return o.taxName()
	case byRatio:
		return x.ratioName(o)
	case byPaid:
		return x.paidName(o)
	case byStandard:
		return o.standardName()
	case byPart:
		return o.partName()
	case byQuota:
		return o.quotaName()
	case byKind:
		return o.thing()
	case byBurden:
		return o.burdenName()
	case byFund:
		return o.fundName()
	case 0:
		return nil
	}
	return x.grantName(o, b.way)
}

// grantName names a grant: its own name (生活补贴), with what the number's place in
// a list adds; else what it is a part of (设备投资额补助), what the item is headed
// (厂房租金补贴), or who is given it (省级创新平台奖励).
func (x binder) grantName(o *offer, how way) name {
	if charged := x.charged(o); charged != nil {
		return charged
	}
	if last := x.c.gift; o.row[o.place].q.dimension == "times" && last.p == o.p && len(last.as) > 0 {
		return append(append(name{}, last.to...), last.as...) // 双方均符合条件的按1.5倍计发
	}
	g := o.gift()
	title := x.title(o)
	as, own := x.word(o, g, how)
	to := x.to(o, g)
	var made name
	switch item, whole := x.item(o); {
	case whole:
		made = item
	case item != nil && !own && len(title) > 0 && fits(title, as) && len(title.String()) <= len("一次性吸纳就业补贴"):
		made = once(item, title)
	case item != nil:
		made = once(item, as)
	case own && g.class.End > g.class.Start:
		made = append(name{{p: o.p, at: g.class}}, as...)
	case own && g.none() && how == byCap:
		made = x.lent(o, as)
	case own && len(o.cl.slots) == len(o.row):
		made = as
	case own:
		made = once(o.besides(), as)
	case len(title) > 0 && fits(title, as):
		made = title
	case len(title) > 0 && strings.HasSuffix(title.String(), "贷款") && as.String() == "贴息":
		made = append(title, as...)
	case o.ofTier() && len(x.now.criterion) > 0:
		made = append(append(name{}, x.now.criterion...), as...) // 1000万元以下的部分按2%给予奖励
	case len(to) > 0 && hasAnySuffix2(o.base().String(), "上述标准", "以上标准", "同等标准", "该标准", "上述金额"):
		made = once(append(name{}, to...), as) // 众创空间按上述标准的50%补助
	case !g.noun && len(o.base()) > 0 && (o.row[o.place].q.dimension == "share" || strings.Contains(o.row[o.place].q.unit, "/")):
		made = append(o.base(), as...)
	case len(o.besides()) > 0 && !yearOf().MatchString(o.besides().String()):
		made = once(o.besides(), as)
	case len(x.c.gift.base) > 0 && x.c.gift.p == x.p && x.c.gift.at >= x.p.sentence(x.cl.Start).Start && len(o.besides()) > 0:
		made = append(append(name{}, x.c.gift.base...), as...) // 第一年补助租金的50%，第二年补助30%
	case len(to) == 0 && x.c.gift.at >= x.cl.Start && x.c.gift.p == x.p && len(x.c.gift.base) > 0:
		made = append(append(name{}, x.c.gift.base...), as...) // 按投资额的10%给予最高2000万元补贴
	default:
		made = once(append(name{}, to...), as)
	}
	if len(as) == 0 && how != byCap && len(title) == 0 {
		made = o.base() // 抵扣服务金额的50%
	}
	if len(made) == 0 {
		return nil
	}
	if made[0].implied == "" && strings.HasPrefix(made[0].text(), "、") && len(made[0].text()) > len("、") {
		made[0].at.Start += len("、") // 全额奖励、第三单位按10%奖励
	}
	x.c.gift = grant{base: o.base(), p: x.p, to: to, as: g.kept(as, title), own: own, at: o.row[0].q.Start, inside: o.cl.inside, unit: o.row[0].q.base}
	return made
}

// yearOf is one of the years over which a grant is spread, no thing of its own.
var yearOf = Expression(`^(?:第[一二三四五1-5]年|首年|次年|前[两二三]年|后[两二三]年)(?:至第[一二三四五]年)?$`)

// once puts the word for what is given behind what stands in front of it, where that
// does not end in it already: 单户贴息额.
func once(front, as name) name {
	if s := as.String(); s != "" && strings.HasSuffix(front.String(), s) {
		return front
	}
	if n := len(front); n > 0 && len(as) > 0 && front[n-1].implied == "" {
		last := front[n-1]
		for k := len("四个字的"); k >= len("购房"); k -= len("字") {
			if text, word := last.text(), as.String(); len(text) > k && len(word) > k && text[len(text)-k:] == word[:k] {
				last.at.End -= k // 二孩家庭购房 购房补贴
				front = append(append(name{}, front[:n-1]...), last)
				break
			}
		}
	}
	return append(front, as...)
}

// kept is what later clauses take over of the words for a gift: 奖励 of 奖励比例.
func (g gift) kept(as, title name) name {
	if len(as) == 0 {
		return title
	}
	if !g.none() && g.at.End > g.word.End && g.at.Start <= g.word.Start {
		return without(as, g.at.End-g.word.End)
	}
	return as
}

// fits reports whether the name that an item is headed with is the name of what
// its clause says is given: 厂房租金补贴 above 给予补贴.
func fits(title, as name) bool {
	text := strings.TrimSuffix(title.String(), "标准")
	return len(as) == 0 || strings.HasSuffix(text, as.String()) || as.String() == "资金支持"
}

// word returns the words for what is given, and whether they are a name of their
// own: the clause's, else those of the grant before, else of the heading.
func (x binder) word(o *offer, g gift, how way) (name, bool) {
	if g.back {
		return name{{p: o.p, at: g.at}, {p: o.p, at: g.word}}, true // 失业保险费返还
	}
	if !g.none() {
		return name{{p: o.p, at: g.at}}, g.own
	}
	if n := o.sum(); n != nil {
		return n, true
	}
	if how == byCap {
		if at, ok := o.spoken(); ok {
			return name{{p: o.p, at: at}}, len(o.words.cutPlain(o.p.textOf(at))) > len("补助")
		}
	}
	again := how == byCap || x.c.gift.own && x.c.gift.at >= x.p.sentence(x.cl.Start).Start || o.cl.inside || x.c.gift.at >= x.cl.Start || hasAnyOf(o.before(), "给予", "予以")
	if x.c.gift.p == o.p && len(x.c.gift.as) > 0 && again {
		return x.c.gift.as, x.c.gift.own
	}
	if led, ok := o.lead(); ok {
		return name{led}, len(led.text()) > len("补助标准")
	}
	return nil, false
}

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

// title is the name of the grant that the item is headed with: 厂房租金补贴, in the
// heading above or in a short sentence before.
func (x binder) title(o *offer) name {
	for i, s := range x.p.sentences {
		if i > 0 && s.Start <= o.cl.Start && o.cl.Start < s.End {
			if n := x.titled(x.p, x.p.sentences[i-1]); n != nil {
				return n
			}
		}
	}
	if h := x.p.block.Parent; h != nil && x.c.byBlock[h] != nil && x.c.byBlock[h].flow.Text != x.records.About.Title {
		above := x.c.byBlock[h]
		return x.titled(above, segment.Range{Start: 0, End: len(above.flow.Text)})
	}
	return nil
}

// titled returns the name of a grant that a heading consists of.
func (x binder) titled(p *passage, s segment.Range) name {
	w := x.lexicon.grantWords
	text := strings.TrimRight(p.textOf(s), "。:;，")
	text = w.cutRear(text, []string{"标准", "政策", "对象", "办法"})
	gift := suffixOf(text, w.gifts)
	if gift == "" || strings.ContainsAny(text, "0123456789") || len(text) > len("全日制博士研究生首次购房补贴标准") {
		return nil
	}
	front := text[:len(text)-len(gift)]
	if i := strings.LastIndex(front, ":"); i >= 0 {
		s.Start, front, text = s.Start+i+len(":"), front[i+len(":"):], text[i+len(":"):]
	}
	from := len(front) - len(w.cutPlain(front, "完善", "健全", "优化", "建立", "规范", "加强", "一是", "二是", "三是", "四是", "五是", "六是", "发放", "给予", "实施", "实行", "落实", "加大", "强化", "提高", "兑现", "支持", "鼓励", "设立", "享受"))
	if from >= len(front) || hasAnyPrefix(front[from:], "申报", "参与", "争创", "参加") {
		return nil
	}
	return name{{p: p, at: segment.Range{Start: s.Start + from, End: s.Start + len(text)}}}
}
