package extract

import (
	"strings"

	"suyuan/segment"
)

// way says how a clause makes an amount a provision.
type way uint8

const (
	byGift     way = iota + 1 // 给予50万元奖励, 每人每月补助200元, 按投资额的30%补助
	byCap                     // 单个项目最高不超过800万元, where a gift has been spoken of
	byLimit                   // 缴存比例不得低于5%, 水价为每立方米2.85元
	byBurden                  // 由省级承担60%
	byFine                    // 处2000元以上5000元以下罚款
	byFund                    // 每年安排专项资金5000万元
	byTax                     // 按20%的税率缴纳企业所得税
	byRatio                   // 按6:4的比例分担
	byPaid                    // 验收通过后拨付30%
	byStandard                // 按每百户不少于30平方米的标准配建
	byPart                    // 其中开办费25万元
	byQuota                   // 每个区可申请3个项目
	byKind                    // 奖励建设用地计划指标20亩, 免收5立方米水费
)

// provision reports an amount that the policy grants, charges or limits, and the
// words that say so.
func (c *context) provision(p *passage, cl *clause, sl *slot, b *bound) (segment.Range, way) {
	o := c.offer(p, cl, sl)
	switch sl.q.form {
	case inPhrase, inOrder:
		return segment.Range{}, 0
	case inRatio:
		if w := o.shared(); w != "" {
			i := strings.Index(o.p.flow.Text[sl.q.whole.End:], w)
			return segment.Range{Start: sl.q.whole.End + i, End: sl.q.whole.End + i + len(w)}, byRatio
		}
		return segment.Range{}, 0
	}
	for _, try := range o.ways() {
		if at, ok := try.is(o, b); ok {
			return at, try.way
		}
	}
	return segment.Range{}, 0
}

// attempt is one way in which an amount can be a provision.
type attempt struct {
	way way
	is  func(*offer, *bound) (segment.Range, bool)
}

// ways returns what is tried for a quantity of the row's dimension, in this order.
func (o *offer) ways() []attempt {
	switch o.row[o.place].q.dimension {
	case "money", "share", "times", "points", "other", "":
	case "volume", "area", "count", "people", "length", "mass", "power", "energy":
		return []attempt{{byQuota, (*offer).quota}, {byStandard, (*offer).standard}, {byKind, (*offer).inKind}, {byLimit, (*offer).limited}, {byLimit, (*offer).bounded}}
	default:
		return nil
	}
	if o.told() {
		return []attempt{{byFine, (*offer).fined}}
	}
	if at, size := o.pot(), o.sizeOf(); at.End > at.Start || size.End > size.Start {
		return []attempt{{byFund, (*offer).funded}}
	}
	return []attempt{{byQuota, (*offer).shareOfPlaces}, {byPart, (*offer).parted}, {byGift, (*offer).bracketed}, {byFine, (*offer).fined}, {byPaid, (*offer).paid}, {byBurden, (*offer).borne}, {byTax, (*offer).taxed}, {byGift, (*offer).given}, {byGift, (*offer).rated},
		{byLimit, (*offer).limited}, {byGift, (*offer).headed}, {byCap, (*offer).capped}, {byFund, (*offer).funded}, {byGift, (*offer).measured}}
}

// span is the place of a word of the words in front of the row.
func (o *offer) span(i int, w string) segment.Range {
	return segment.Range{Start: o.left.Start + i, End: o.left.Start + i + len(w)}
}

// inKind reports things that are given or let off: 奖励建设用地计划指标20亩,
// 每户每月免收5立方米水费; never a count that is reached.
func (o *offer) inKind(*bound) (segment.Range, bool) {
	text := o.before()
	i, w := lastOf(text, []string{"奖励", "免收", "免费提供", "奖补"})
	if i < 0 || len(text)-i > len("奖励建设用地计划指标年度") || o.told() || strings.ContainsAny(text[i:], "，、") {
		return segment.Range{}, false
	}
	return o.span(i, w), o.c.granting() || hasAnyOf(text, "对", "每户", "每人") && !strings.Contains(text, "为")
}

// given reports an amount beside the word for what is given. Outside a document
// that grants, an amount beside a mere noun (发放稳岗补贴1.2亿元) is none.
func (o *offer) given(*bound) (segment.Range, bool) {
	left := o.before()
	firm := o.c.granting()
	verb, w := o.words.givingSet.lastWord(left)
	if g := o.giftBehind(o.right); !g.none() {
		links := o.p.flow.Text[o.right.Start:g.at.Start]
		if firm || verb >= 0 && w != "支付" && w != "申请" || hasAnyOf(links, "给予", "予以", "发放", "标准") || hasAnyOf(left, "按", "可") {
			return g.at, true
		}
	}
	g := o.giftBefore()
	switch {
	case !g.none() && g.noun && (strings.HasSuffix(o.p.textOf(g.at), "比例") || hasAnyOf(left[g.at.Start-o.left.Start:], "提高", "上浮", "下浮")): // 奖励比例提高至5% is a limit
	case !g.none():
		return g.word, firm || o.c.gift.p == o.p && hasAnyOf(left, "基础上", "上浮", "提高") || o.each() || !g.noun && o.aimed() || hasAnyOf(left, "给予", "予以", "一次性", "最高")
	case hasAnyOf(left, "给予", "予以") && verb >= 0 && o.row[0].q.dimension == "money" && len(left)-verb < len("给予运营主体最高不超过一次性"):
		return o.span(verb, w), true // 再给予50万元
	case hasAnyOf(left, "按", "分别", "给予") && len(o.cl.slots) > len(o.row):
		g := o.giftBehind(o.tail())
		return g.at, !g.none() && hasAnyOf(o.p.flow.Text[o.tail().Start:g.at.Start], "给予", "予以", "发放", "标准")
	}
	return segment.Range{}, false
}

// bracketed reports an amount in the bracket behind one that is given:
// 给予50元/亩(林地25元/亩)的补贴; never what the payee has: 奖励50万元(上年产值2亿元).
func (o *offer) bracketed(*bound) (segment.Range, bool) {
	gift := o.c.gift
	if o.cl.inside && gift.p == o.p && gift.inside && gift.at == o.row[0].q.Start {
		return segment.Range{Start: gift.at, End: o.row[0].q.End}, true // the number before it in the bracket
	}
	if !o.cl.inside || gift.p != o.p || !strings.Contains(o.row[o.place].q.unit, "元") || gift.at < o.p.sentence(o.cl.Start).Start || gift.at > o.cl.Start || len(o.before()) > len("其中林地")*2 {
		return segment.Range{}, false
	}
	q := o.row[o.place].q
	if left := o.before(); gift.unit != q.base || q.comparator != "=" && q.comparator != "<=" || hasAnySuffix(left, quantityWords...) != "" || hasAnySuffix(left, o.words.soft...) != "" {
		return segment.Range{}, false
	}
	between := o.p.flow.Text[gift.at:o.cl.Start]
	return segment.Range{Start: o.cl.Start - len("("), End: o.cl.Start}, len(between) < len("一百二十个字")*4 && !strings.ContainsAny(between, "，。;)") && strings.HasSuffix(between, "(")
}

// each reports whether the amount is one for each: 每人每月, 每亩, 元/吨.
func (o *offer) each() bool {
	text := o.before()
	for i := strings.LastIndex(text, "每"); i >= 0; i = strings.LastIndex(text[:i], "每") {
		if !hasAnyPrefix(text[i:], "每年", "每逢", "每当", "每增") {
			return true
		}
	}
	return strings.HasPrefix(o.behind(), "/") || strings.Contains(o.row[o.place].q.unit, "/")
}

// aimed reports whether somebody or some case is named to which an amount is
// given: 对列入计划的小区补助, …的，奖励; a report's 补助300万元 has none.
func (o *offer) aimed() bool {
	before, _ := o.sentence()
	return hasAnyOf(o.before(), "对", "分别", "各", "再", "按") || strings.Contains(o.p.textOf(before), "的，")
}

// rated reports a part of something that is given or taken: 按投资额的30%，给予最高…,
// 按1.4元/立方米收取.
func (o *offer) rated(*bound) (segment.Range, bool) {
	q, left := o.row[o.place].q, o.before()
	if k, w := lastOf(left, []string{"抵扣", "抵免", "抵减"}); k >= 0 && q.dimension == "share" && !o.told() {
		return o.span(k, w), true // 可抵扣服务金额的50%
	}
	if k := strings.LastIndex(left, "参照"); k >= 0 && q.dimension == "share" && hasAnyPrefix(o.behind(), "确定", "核定", "计算", "执行", "标准执行") {
		return o.span(k, "参照"), true // 奖励额度参照地方贡献的80%确定
	}
	i := strings.LastIndex(left, "按")
	if k := strings.TrimPrefix(strings.TrimPrefix(o.behind(), "的"), "幅度"); i >= 0 && q.dimension == "share" && hasAnyPrefix(cutFront(k, []string{"顶格", "全额"}), "减征", "减免", "减半") {
		return o.span(i, "按"), true // 六税两费按50%的幅度减征
	}
	if i < 0 || q.dimension == "money" && !o.each() {
		return segment.Range{}, false
	}
	if k, w := firstOf(o.behind(), []string{"给予", "予以", "返还", "收取", "征收", "计收", "计提", "提取", "标准发放", "标准执行", "标准支付", "标准补", "计发", "确定", "核定"}); k >= 0 {
		return segment.Range{Start: o.right.Start + k, End: o.right.Start + k + len(w)}, true
	}
	_, after := o.sentence()
	rest := cutFront(o.p.textOf(after), []string{"，"})
	k, _ := firstOf(rest, o.words.givesGifts)
	return o.span(i, "按"), k >= 0 && k < len("市财政给")
}

// quotaClasses are sizes that firms are classed by, no limits.
var quotaClasses = replacing("限额以上", "", "限额以下", "")

// capped reports the most or least of a gift that has been spoken of.
func (o *offer) capped(*bound) (segment.Range, bool) {
	q := o.row[o.place].q
	if q.dimension != "money" && q.dimension != "share" || q.comparator != "<=" && !hasAnyOf(quotaClasses.replace(o.before()), "封顶", "限额") || q.dimension == "share" && strings.HasSuffix(o.before(), "限额的") {
		return segment.Range{}, false
	}
	at := segment.Range{Start: q.whole.Start, End: q.Start}
	if len(q.comparators) > 0 {
		if at = q.comparators[0]; at.Start > q.Start { // 500万元以下
			return segment.Range{}, false
		}
	}
	before, after := o.sentence()
	spoken := o.c.gift.p == o.p || grants.last(o.before()) >= 0 || grants.last(o.p.textOf(before)) >= 0 || grants.last(o.p.textOf(after)) >= 0
	return at, spoken || o.c.granting() && q.dimension == "money"
}

// fined reports a fine.
func (o *offer) fined(*bound) (segment.Range, bool) {
	if text := strings.TrimPrefix(o.behind(), "的"); hasAnyPrefix(text, "罚款", "罚金") {
		start := o.right.End - len(text)
		return segment.Range{Start: start, End: start + len("罚款")}, true
	}
	left := o.words.cutRear(o.before(), o.words.caps)
	return o.span(len(left)-len("罚款"), "罚款"), strings.HasSuffix(left, "罚款") && !o.told()
}

// measured reports, in a document that grants, an amount for each.
func (o *offer) measured(*bound) (segment.Range, bool) {
	q := o.row[o.place].q
	return segment.Range{Start: q.whole.Start, End: q.Start}, q.dimension == "money" && o.c.granting() && o.each()
}
