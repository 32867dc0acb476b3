package extract

import "strings"

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
