package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// limit is what a passage last limited: where its name stands, and in what dimension.
type limit struct {
	part
	dimension string
}

// limited reports an amount that rules what its name stands for: a share that is
// to be borne, a price, a limit of density or emission. Where the text aims at a
// year (到2025年，报销比例达到70%) it is a target, where it tells of a change a fact.
func (o *offer) limited(b *bound) (segment.Range, bool) {
	q, left := o.row[o.place].q, o.before()
	if _, _, ok := o.c.stated(o.p, b); ok || b.baseline {
		return segment.Range{}, false
	}
	subject, word := o.subject()
	switch q.dimension {
	case "money", "share", "times", "points", "other", "":
	default:
		if !contains(o.words.limits, word) {
			return segment.Range{}, false
		}
	}
	if text := o.p.textOf(subject); word != "" && o.words.cutPlain(text) == word && hasAnySuffix2(word, "限额", "额度", "上限") {
		return segment.Range{}, false // 最高限额400万元 caps what was granted
	}
	if word == "" && q.dimension == "share" && hasAnyOf(left, "上浮", "下浮") && o.c.limit.p == o.p && o.c.limit.at.Start >= o.p.sentence(q.Start).Start {
		return o.c.limit.at, true // 贷款最高额度为50万元，多子女家庭可上浮20%
	}
	if at := o.besideLimit(); at.End > at.Start {
		return o.c.limit.at, true
	}
	if word == "" {
		rest := strings.Trim(o.words.cutRear(left, o.words.caps), "，不得高低于超过多少应")
		again := (rest == "" || strings.HasSuffix(left, "的为") || o.c.limit.dimension == q.dimension && hasAnySuffix2(rest, o.words.payees...) && len(rest) <= len("全日制研究生")) && o.c.limit.p == o.p && o.c.limit.at.Start >= o.p.sentence(q.Start).Start
		return o.c.limit.at, again // ，不得高于12%; 单方缴存的为50万元
	}
	at := segment.Range{Start: subject.End - len(word), End: subject.End}
	if o.rules(left, word) {
		o.c.limit = limit{part{p: o.p, at: at}, q.dimension}
		return at, true
	}
	return segment.Range{}, false
}

// rules reports whether the words before the number make it a rule for what the
// word names.
func (o *offer) rules(left, word string) bool {
	q := o.row[o.place].q
	bounded := q.comparator == "<=" || q.comparator == ">="
	if hasAnyOf(word, "费率", "税率") && hasAnyOf(left, "降低", "下调", "降至") || o.c.limit.p == o.p && strings.HasPrefix(left, "其中") {
		section, _ := o.c.section(o.p)
		return section != "actual" // 阶段性降低失业保险费率至1%，其中单位费率0.5%
	}
	firm := o.firm() || o.c.limit.p == o.p || o.c.gift.p == o.p
	if contains(o.words.limits, word) {
		moved := hasAnyOf(left, "提高", "增长", "达到", "上升", "提升", "降至", "降到", "下降", "降低", "高于", "低于") && !bounded
		return firm || !moved && (bounded || o.each() || hasAnyOf(left, "为", "按", "分别", "降低"))
	}
	if bounded {
		before, _ := o.sentence()
		return firm || hasAnyOf(left, "不得", "不应", "不宜", "应当", "原则上") || hasAnyOf(o.p.textOf(before)+left, "新引进", "新供地", "新入园", "新落户")
	}
	section, _ := o.c.section(o.p)
	if hasAnyOf(word, "标准", "价格", "收费", "租金") && section != "actual" && facts.last(left) < 0 {
		if strings.HasSuffix(o.words.cutRear(left, []string{"分别", "每人", "每月"}), "为") && q.dimension == "money" || hasAnyPrefix(strings.TrimPrefix(o.behind(), "的"), "确定", "执行", "核定", "计发") {
			return true // 小时工资标准为20元, 按最低标准的90%确定
		}
	}
	return firm && (hasAnyPrefix(strings.TrimPrefix(o.behind(), "的"), "确定", "执行", "核定", "计发") && strings.LastIndex(left, word) < strings.LastIndex(left, "按") || hasAnyOf(left, "提高到", "提高至", "放宽到", "放宽至", "为", "上浮", "下浮", "减按") || q.dimension == "points")
}

// subject returns the words in front of the row that end in a name of something
// that policies rule, and that name; "" for none.
func (o *offer) subject() (at segment.Range, word string) {
	first := o.row[0]
	at = first.left
	for _, c := range o.row[o.place].q.comparators {
		if c.Start >= at.Start && c.End <= at.End { // 票价补贴不超过单程票价的五成
			at.End = c.Start
		}
	}
	text := o.words.cutRear(o.words.cutRear(o.p.textOf(at), o.words.caps), o.words.movesCaps)
	for _, mark := range []string{"按", "为", "不低于", "不高于", "不超过", "达到"} {
		if i := strings.LastIndex(text, mark); i > 0 && (mark == "按" || first.q.dimension == "share" && strings.HasSuffix(o.p.textOf(first.left), "的")) {
			if head := o.words.cutRear(text[:i], o.words.movesCaps); o.ruled(head) != "" {
				text = head // 租金标准按市场租金的70%确定, 监管额度为工程造价的110%
			}
		}
	}
	if slots := o.cl.slots; text == "" && len(slots) > 1 && slots[1] == first {
		at = slots[0].left // 最高额度由50万元提高至70万元
		text = strings.TrimSuffix(strings.TrimSuffix(o.p.textOf(at), "由"), "从")
		if len(text) == at.End-at.Start {
			return segment.Range{}, ""
		}
	}
	at.End = at.Start + len(text)
	if w := o.ruled(text); w != "" {
		return at, w
	}
	if i, w := lastOf(text, o.words.limits); i >= 0 { // 国家助学贷款额度本专科生每人每年最高…
		if who := strings.TrimPrefix(text[i+len(w):], "为"); hasAnySuffix2(who, o.words.payees...) && len(who) <= len("全日制研究生") {
			at.End = at.Start + i + len(w)
			return at, w
		}
	}
	return segment.Range{}, ""
}

// besideLimit returns what a second limit of a sentence is one for, where it says no more than
// that: 二套房 of 首套房首付比例不低于20%，二套房不低于30%.
func (o *offer) besideLimit() segment.Range {
	q, last := o.row[o.place].q, o.c.limit
	if last.p != o.p || last.dimension != q.dimension || last.at.Start < o.p.sentence(q.Start).Start || last.at.End > o.cl.Start || len(o.row) > 1 || q.comparator != "<=" && q.comparator != ">=" && !strings.HasSuffix(o.before(), "为") {
		return segment.Range{}
	}
	text := o.words.cutRear(o.before(), o.words.movesCaps)
	before, _ := o.p.before(o.p.sentence(q.Start).Start, last.at.Start)
	if n := utf8.RuneCountInString(text); n < 2 || n > 8 || strings.ContainsAny(text, "，、;:的0123456789\x00按") || strings.Contains(o.before(), "的") || !strings.Contains(before, lastRunes(text, min(2, utf8.RuneCountInString(text)-1))) {
		return segment.Range{}
	}
	return segment.Range{Start: o.left.Start, End: o.left.Start + len(text)}
}

// ruled returns the name of something that policies rule that text ends with.
func (o *offer) ruled(text string) string {
	for _, list := range [][]string{o.words.limits, o.words.soft} {
		if w := suffixOf(text, list); w != "" {
			return w
		}
	}
	return ""
}

// firm reports whether the document is one that rules: by its title or words, or
// because it is written in articles.
func (o *offer) firm() bool { return o.c.granting() || o.c.ruled() }

// ruled reports whether the document is written in articles, as rules are.
func (c *context) ruled() bool {
	if c.articles == 0 {
		c.articles = -1
		n := 0
		for _, b := range c.r.outline.Blocks {
			number := c.r.outline.Text[b.Number.Start:b.Number.End]
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

// bounded reports the bound of something else than money that follows a grant or
// a limit in its sentence: 按租金的60%补贴，补贴面积不超过1000平方米; never one of a
// condition (面积不超过1000平方米的，…).
func (o *offer) bounded(*bound) (segment.Range, bool) {
	q := o.row[o.place].q
	if q.comparator != "<=" && q.comparator != ">=" || len(q.comparators) == 0 || q.comparators[0].Start > q.Start || strings.Contains(o.behind(), "的") {
		return segment.Range{}, false
	}
	if k, w := firstOf(o.words.cutRear(o.before(), o.words.caps), []string{"补贴面积", "补助面积", "奖励面积", "免租面积", "补贴数量", "补助数量"}); k == 0 && w != "" && o.c.granting() {
		return q.comparators[0], true // 补贴面积最高不超过1万平方米，每平方米
	}
	since := o.p.sentence(q.Start).Start
	if q.dimension == "area" && o.firm() && !o.conditions() && endsClause(o.p.flow.Text[q.whole.End:]) {
		return q.comparators[0], true // 每个街道建有1处服务中心，建筑面积不少于800平方米
	}
	follows := o.c.gift.p == o.p && o.c.gift.at >= since || o.c.limit.p == o.p && o.c.limit.at.Start >= since
	next := o.p.flow.Text[o.cl.End:]
	return q.comparators[0], follows && (next == "" || hasAnyPrefix(next, "。", ";", "，")) && !o.conditions()
}

// conditions reports whether the sentence goes on to grant something behind the
// clause: its number is then a threshold.
func (o *offer) conditions() bool {
	_, after := o.sentence()
	text := o.p.textOf(after)
	if i := strings.IndexAny(text, ";。"); i >= 0 {
		text = text[:i]
	}
	return strings.Contains(text, "的，") || grants.last(text) >= 0
}
