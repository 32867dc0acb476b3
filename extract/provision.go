package extract

import (
	"strings"

	"suyuan/segment"
)

// way says how a clause makes an amount a provision.
type way uint8

const (
	byGift  way = iota + 1 // 给予50万元奖励, 每人每月补助200元, 按投资额的30%补助
	byCap                  // 单个项目最高不超过800万元, where a gift has been spoken of
	byLimit                // 缴存比例不得低于5%, 水价为每立方米2.85元
	byFine                 // 处2000元以上5000元以下罚款
	byFund                 // 每年安排专项资金5000万元
)

// provision reports an amount that the policy grants, charges or limits, and the
// words that say so.
func (c *context) provision(p *passage, cl *clause, sl *slot, b *bound) (segment.Range, way) {
	q := sl.q
	if q.form == inPhrase || q.form == inRatio || q.form == inOrder {
		return segment.Range{}, 0
	}
	o := c.offer(p, cl, sl)
	switch q.dimension {
	case "money", "share", "times", "points", "other", "":
	case "volume", "area", "count":
		if at, ok := o.awarded(); ok {
			return at, byGift
		}
		return segment.Range{}, 0
	default:
		return segment.Range{}, 0
	}
	if at, ok := o.fined(); ok {
		return at, byFine
	}
	if o.told() {
		return segment.Range{}, 0
	}
	for _, try := range []struct {
		way way
		ok  func(*offer, *bound) (segment.Range, bool)
	}{{byGift, (*offer).given}, {byGift, (*offer).rated}, {byCap, (*offer).capped}, {byLimit, (*offer).limited}, {byFund, (*offer).funded}, {byGift, (*offer).measured}} {
		if at, ok := try.ok(o, b); ok {
			return at, try.way
		}
	}
	return segment.Range{}, 0
}

// awarded reports things that are given or let off: 奖励建设用地计划指标20亩,
// 每户每月免收5立方米水费; never a count that is reached.
func (o *offer) awarded() (segment.Range, bool) {
	text := o.before()
	i, w := lastOf(text, []string{"奖励", "免收", "免费提供", "奖补", "扣减"})
	if i < 0 || len(text)-i > len("奖励建设用地计划指标年度") || o.told() || strings.ContainsAny(text[i:], "，、") {
		return segment.Range{}, false
	}
	return o.span(i, w), o.c.granting() || hasAnyOf(text, "对", "每户", "每人") && !strings.Contains(text, "为")
}

// span is the place of a word of the words in front of the row.
func (o *offer) span(i int, w string) segment.Range {
	return segment.Range{Start: o.left.Start + i, End: o.left.Start + i + len(w)}
}

// given reports an amount beside the word for what is given.
func (o *offer) given(*bound) (segment.Range, bool) {
	left := o.before()
	firm := o.c.granting()
	verb, w := lastOf(left, o.words.giving)
	if g := o.giftBehind(o.right); !g.none() {
		links := o.p.flow.Text[o.right.Start:g.at.Start]
		if firm || verb >= 0 && w != "支付" && w != "申请" || hasAnyOf(links, "给予", "予以", "发放", "标准") || strings.Contains(left, "按") || strings.Contains(left, "可") {
			return g.at, true
		}
	}
	g := o.giftBefore()
	if !g.none() && (firm || o.each() || !g.noun && o.aimed() || hasAnyOf(left, "给予", "予以", "一次性", "最高")) {
		return g.word, true
	}
	if g.none() && verb >= 0 && hasAnyOf(left, "给予", "予以") && o.row[0].q.dimension == "money" && len(left)-verb < len("给予运营主体最高不超过一次性") {
		return o.span(verb, w), true // 再给予50万元
	}
	if g.none() && hasAnyOf(left, "按", "分别", "给予") && len(o.cl.slots) > len(o.row) {
		if g := o.giftBehind(o.tail()); !g.none() && hasAnyOf(o.p.flow.Text[o.tail().Start:g.at.Start], "给予", "予以", "发放", "标准") {
			return g.at, true
		}
	}
	return segment.Range{}, false
}

// each reports whether the amount is one for each: 每人每月, 每亩.
func (o *offer) each() bool {
	text := o.before()
	i := strings.LastIndex(text, "每")
	for i >= 0 {
		if !hasAnyPrefix(text[i:], "每年", "每逢", "每当") {
			return true
		}
		i = strings.LastIndex(text[:i], "每")
	}
	return strings.HasPrefix(o.behind(), "/") || strings.Contains(o.row[o.place].q.unit, "/")
}

// aimed reports whether somebody or some case is named to which an amount is
// given: 对列入计划的小区补助, …的，奖励; a report's 补助300万元 has none.
func (o *offer) aimed() bool {
	before, _ := o.sentence()
	return strings.Contains(o.before(), "对") || strings.Contains(o.p.textOf(before), "的，") || hasAnyOf(o.before(), "分别", "各", "再", "按")
}

// rated reports a part of something that is given: 按投资额的30%，给予最高….
func (o *offer) rated(*bound) (segment.Range, bool) {
	q := o.row[o.place].q
	left := o.before()
	i := strings.LastIndex(left, "按")
	if i < 0 || q.dimension == "money" && !o.each() {
		return segment.Range{}, false
	}
	_, after := o.sentence()
	rest := cutFront(o.p.textOf(after), []string{"，"})
	k, w := firstOf(rest, append([]string{"给予", "予以"}, o.words.gifts...))
	if k < 0 || k > len("以内的比例，由市财政分期") {
		if k, w = firstOf(o.behind(), []string{"给予", "予以", "返还", "收取", "征收", "计收", "承担", "分担", "计提", "提取"}); k < 0 {
			return segment.Range{}, false
		}
		return segment.Range{Start: o.right.Start + k, End: o.right.Start + k + len(w)}, true
	}
	return o.span(i, "按"), true
}

// capped reports the most or least of a gift that has been spoken of.
func (o *offer) capped(*bound) (segment.Range, bool) {
	q := o.row[o.place].q
	if q.dimension != "money" && q.dimension != "share" || q.comparator != "<=" && !strings.Contains(o.before(), "封顶") && !strings.Contains(o.before(), "限额") {
		return segment.Range{}, false
	}
	if len(q.comparators) == 0 && !strings.Contains(o.before(), "限额") || len(q.comparators) > 0 && q.comparators[0].Start > q.Start {
		return segment.Range{}, false // 500万元以下
	}
	before, after := o.sentence()
	spoken := grants.last(o.before()) >= 0 || grants.last(o.p.textOf(before)) >= 0 || grants.last(o.p.textOf(after)) >= 0 || o.c.gift.p == o.p
	at := segment.Range{Start: q.whole.Start, End: q.Start}
	if len(q.comparators) > 0 {
		at = q.comparators[0]
	}
	return at, spoken || o.c.granting() && q.dimension == "money"
}

// limited reports an amount that rules what its name stands for: a share that is
// to be borne, a price, a limit of density or emission.
func (o *offer) limited(b *bound) (segment.Range, bool) {
	q := o.row[o.place].q
	subject, word := o.subject()
	if subject == "" {
		return segment.Range{}, false
	}
	at := o.span(strings.LastIndex(o.before(), word), word)
	left := o.before()
	if contains(o.words.limits, word) {
		moved := hasAnyOf(left, "提高", "增长", "达到", "上升", "提升", "降至", "降到", "下降", "高于", "低于") && !hasAnyOf(left, "不低于", "不得低于", "不高于", "不得高于")
		return at, o.firm() || !moved && (q.comparator == "<=" || q.comparator == ">=" || o.each() || hasAnyOf(left, "为", "按", "分别"))
	}
	rule := hasAnyOf(left, "不得", "不应", "不宜", "应当", "原则上")
	newcomer := hasAnyOf(left, "新引进", "新供地", "新入园", "新建项目", "新落户") || hasAnyOf(o.sentenceBefore(), "新引进", "新入园", "新供地")
	limit := q.comparator == "<=" || q.comparator == ">="
	return at, limit && (rule || newcomer) || o.firm() && limit || o.firm() && hasAnyOf(left, "可提高到", "提高至", "提高到", "为", "提高", "降低", "上浮", "下浮", "减按")
}

func (o *offer) sentenceBefore() string {
	before, _ := o.sentence()
	return o.p.textOf(before)
}

// subject returns the words in front of the number that end in a name of
// something that policies rule, and that name.
func (o *offer) subject() (text, word string) {
	sl := o.row[0]
	left := o.p.textOf(segment.Range{Start: sl.left.Start, End: sl.q.whole.Start})
	for _, x := range o.row[o.place].q.comparators {
		if x.End <= sl.q.Start && x.Start >= sl.left.Start {
			left = o.p.textOf(segment.Range{Start: sl.left.Start, End: x.Start}) // 不超过单程票价的五成
		}
	}
	left = cutRear(left, append([]string{"提高", "降低", "上浮", "下浮", "可提高到", "提高至", "提高到", "降低到", "降至", "调整为", "应", "须", "应当", "分别为", "执行", "不得", "均"}, o.words.caps...))
	text = left
	if w := longest(o.words.limits, func(w string) bool { return strings.HasSuffix(left, w) }); w != "" {
		return text, w
	}
	full := o.p.textOf(sl.left)
	for _, w := range o.words.limits {
		if i := strings.LastIndex(full, w); i >= 0 && cutRear(full[i+len(w):], o.words.caps) == "" {
			return full[:i+len(w)], w
		}
	}
	for _, w := range o.words.soft {
		if i := strings.LastIndex(full, w); i >= 0 && cutRear(strings.TrimRight(full[i+len(w):], "不得应须当低于高少超过"), append([]string{"提高到", "提高至", "可提高到", "可提高至", "提高", "上浮", "下浮", "降低"}, o.words.caps...)) == "" {
			return full[:i+len(w)], w
		}
	}
	return "", ""
}

// firm reports whether the document is one that rules: by its title or words, or
// because it is written in articles.
func (o *offer) firm() bool { return o.c.granting() || o.c.ruled() }

// fined reports a fine.
func (o *offer) fined() (segment.Range, bool) {
	if i := strings.Index(o.behind(), "罚"); i >= 0 && i <= len("的") && hasAnyPrefix(o.behind()[i:], "罚款", "罚金") {
		return segment.Range{Start: o.right.Start + i, End: o.right.Start + i + len("罚款")}, true
	}
	left := cutRear(o.before(), o.words.caps)
	if strings.HasSuffix(left, "罚款") && !o.told() {
		return o.span(len(left)-len("罚款"), "罚款"), true
	}
	return segment.Range{}, false
}

// funded reports money that is set aside for what the policy pays: 每年安排专项资金
// 5000万元; not what a report or a five-year plan has put in.
func (o *offer) funded(*bound) (segment.Range, bool) {
	q, left := o.row[o.place].q, o.before()
	i, w := lastOf(left, []string{"安排", "列支"})
	if q.dimension != "money" || i < 0 || !hasAnyOf(left, "资金", "经费", "预备费") && !strings.HasPrefix(strings.TrimPrefix(o.behind(), "的"), "资金") {
		return segment.Range{}, false
	}
	section, _ := o.c.section(o.p)
	if section == "actual" || strings.Contains(left, "共") || strings.Contains(o.sentenceBefore()+left, "十三五") {
		return segment.Range{}, false
	}
	return o.span(i, w), true
}

// measured reports, in a document that grants, an amount for each.
func (o *offer) measured(*bound) (segment.Range, bool) {
	q := o.row[o.place].q
	return segment.Range{Start: q.whole.Start, End: q.Start}, q.dimension == "money" && o.c.granting() && o.each()
}

// ruled reports whether the document is written in articles, as rules are.
func (c *context) ruled() bool {
	if c.articles == 0 {
		c.articles = -1
		n := 0
		for _, b := range c.r.outline.Blocks {
			number := c.r.outline.Document.Text[b.Number.Start:b.Number.End]
			if strings.HasPrefix(number, "第") && strings.Contains(number, "条") {
				n++
			}
		}
		if n >= 2 {
			c.articles = 1
		}
	}
	return c.articles > 0
}
