package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// parted reports an amount that is a part of one granted before it in the sentence: 补助40万元，
// 其中开办费25万元、运营费15万元; 给予入职奖励，其中本科3万元、专科2万元.
func (o *offer) parted(*bound) (segment.Range, bool) {
	q := o.row[o.place].q
	if q.dimension != "money" || len(o.row) > 1 || o.told() {
		return segment.Range{}, false
	}
	head, text := o.partHead()
	s := o.p.sentence(q.Start)
	if text == "" || q.comparator != "=" && q.comparator != "<=" || o.rear() || utf8.RuneCountInString(text) > 16 || strings.ContainsAny(text, "，;0123456789\x00的按") || grants.last(strings.TrimSuffix(text, suffixOf(text, o.words.gifts))) >= 0 {
		return segment.Range{}, false
	}
	before := o.row[0].left.Start
	switch last := o.c.split; {
	case head.End > head.Start && o.c.gift.p == o.p && o.c.gift.at >= s.Start:
		if o.c.fund.p == o.p && o.c.fund.at.Start > o.c.gift.at {
			return segment.Range{}, false
		}
		o.c.whole = o.c.gift.as
	case head.End > head.Start:
		text, start := o.p.before(s.Start, head.Start)
		at, ok := o.giftName(strings.TrimRight(text, "，("))
		if !ok || o.words.toldSet.last(text) >= 0 {
			return segment.Range{}, false
		}
		at.Start = at.End - len(o.words.cutPlain(text[at.Start:at.End]))
		o.c.whole = name{{p: o.p, at: segment.Range{Start: start + at.Start, End: start + at.End}}}
	case last.p == o.p && last.at.Start >= s.Start && last.at.End <= before && before-last.at.End < window && !strings.ContainsAny(o.p.flow.Text[last.at.End:before], ";。"):
		head = last.at
	case o.c.gift.p == o.p && o.c.gift.at >= s.Start && o.c.gift.unit == q.base && text == o.before() && hasAnySuffix(text, o.words.payees...) != "" && strings.HasSuffix(o.p.flow.Text[:o.cl.Start], ";") && endsClause(o.p.flow.Text[q.whole.End:]):
		head = o.left // 硕士给予15万元安家费;博士25万元
		o.c.whole = o.c.gift.as
	default:
		return segment.Range{}, false
	}
	o.c.split = part{p: o.p, at: segment.Range{Start: q.Start, End: q.whole.End}}
	return head, true
}

// partHead returns the 其中 that the words in front of the number begin with, and the words for
// the part.
func (o *offer) partHead() (segment.Range, string) {
	at := o.row[0].left
	text := o.p.textOf(at)
	if rest := strings.TrimLeft(text, "，、"); len(rest) < len(text) {
		at.Start += len(text) - len(rest)
		text = rest
	}
	var head segment.Range
	if rest := cutFront(text, []string{"其中", ":"}); rest != text {
		head = segment.Range{Start: at.Start, End: at.Start + len("其中")}
		text = rest
	}
	return head, o.words.cutRear(text, o.words.caps)
}

// partName names a part of a grant: by its own name where that is one of money (开办费), else
// with the word for what is given (本科入职奖励, 市财政补贴).
func (o *offer) partName() name {
	_, text := o.partHead()
	at := o.row[0].left
	i := strings.LastIndex(o.p.textOf(at), text)
	n := name{{p: o.p, at: segment.Range{Start: at.Start + i, End: at.Start + i + len(text)}}}
	if hasAnySuffix2(text, "费", "费用", "经费", "资金", "金") || suffixOf(text, o.words.gifts) != "" || suffixOf(text, o.words.burdens) != "" {
		return n
	}
	return append(n, o.c.whole...)
}

// shared returns the verb behind a ratio in which something is borne, matched or paid out: 分担 of
// 按6:4的比例分担, 发放 of 按3:3:4的比例分3年发放.
func (o *offer) shared() string {
	end := max(o.asked.q.whole.End, o.row[len(o.row)-1].q.whole.End)
	text := strings.TrimLeft(o.p.after(end, o.p.sentence(o.asked.q.Start).End), " ") // 按1:2、1:1 给予配套
	text = strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(text, "的"), "比例"), "标准")
	if strings.HasPrefix(text, "分") && !hasAnyPrefix(text, "分担", "分摊") {
		i, w := firstOf(text, []string{"年", "期", "次"})
		if i < 0 || i > len("分十二") {
			return ""
		}
		text = text[i+len(w):]
	}
	return prefixOf(text, []string{"拨付", "兑付", "兑现", "发放", "承担", "分担", "负担", "进行配套", "予以配套", "给予", "配套"})
}

// ratioName is what is borne or paid out in a ratio: 补助资金 of 补助资金由市、县财政按6:4的比例分担,
// 国家奖励额度 of 按国家奖励额度1:1配套.
func (x binder) ratioName(o *offer) name {
	from := o.row[o.place].q.whole.End
	behind := o.p.after(from, o.cl.End)
	rest := cutFront(behind, []string{"的", "比例", "给予", "进行", "予以"})
	if gift := strings.TrimPrefix(rest, "配套"); gift != rest && prefixOf(gift, o.words.gifts) != "" {
		from += len(behind) - len(rest) // 给予1:1配套奖励
		return name{{p: x.p, at: segment.Range{Start: from, End: from + len("配套") + len(prefixOf(gift, o.words.gifts))}}}
	}
	if n := x.bearer(o); n != nil {
		return n
	}
	text, start := o.p.before(o.cl.Start, o.row[0].q.whole.Start)
	if of := strings.TrimSuffix(text, "的"); hasAnySuffix2(of, "额度", "经费", "奖励", "金额") {
		text = of
	}
	if i := strings.LastIndex(text, "按"); i >= 0 && hasAnySuffix2(text, "经费", "额度", "奖励", "标准", "金额", "资金", "补助", "补贴") {
		i += len("按") + len(prefixOf(text[i+len("按"):], []string{"照"}))
		return name{{p: x.p, at: segment.Range{Start: start + i, End: start + len(text)}}}
	}
	for _, mark := range []string{"由", "按", "分"} {
		if i := strings.Index(text, mark); i >= 0 {
			text = text[:i]
		}
	}
	if rest := o.words.cutPlain(text); suffixOf(rest, o.words.gifts) != "" && utf8.RuneCountInString(rest) <= 10 {
		return name{{p: x.p, at: segment.Range{Start: start + len(text) - len(rest), End: start + len(text)}}}
	}
	if n := x.leftPhrase(x.p, segment.Range{Start: start, End: start + len(text)}, false); text != "" && !n.empty() {
		if verb := o.shared(); strings.HasSuffix(verb, "配套") {
			end := o.asked.q.whole.End + strings.Index(x.p.flow.Text[o.asked.q.whole.End:], verb) + len(verb)
			return name{{p: x.p, at: n.at}, {p: x.p, at: segment.Range{Start: end - len("配套"), End: end}}} // 县市财政配套
		}
		return name{{p: x.p, at: n.at}}
	}
	if gift := o.c.gift; gift.p == o.p && len(gift.as) > 0 {
		return gift.as
	}
	return nil
}

// bearer names who bears the term of a structure that the number is: 省承担, 市承担 and 县承担 of
// 由省、市、县三级按4:3:3承担 and of 省市县按4:3:3承担; nil where it is none, or as many are not named.
func (x binder) bearer(o *offer) name {
	terms, place := 0, -1
	for _, sl := range o.cl.slots {
		if sl.q.whole == o.asked.q.whole {
			if sl == o.asked {
				place = terms
			}
			terms++
		}
	}
	if terms < 3 {
		return nil
	}
	text, start := o.p.before(o.cl.Start, o.asked.q.whole.Start)
	i := strings.LastIndex(text, "按")
	if i < 0 {
		return nil
	}
	end := start + len(cutEnd(cutEnd(cutEnd(text[:i], []string{"分别", "共同"}), []string{"财政"}), []string{"三级", "四级", "各级", "三方"}))
	text = text[:end-start]
	from := strings.LastIndex(text, "由") + len("由")
	if from < len("由") {
		from = 0
	}
	at := segment.Range{Start: start + from, End: end}
	items := listItems(o.p, at, terms)
	if len(items) == 1 { // 省市县
		tiers := strings.TrimLeft(text[from:], "中央省市县区镇乡村")
		if len(tiers) > 0 || utf8.RuneCountInString(text[from:]) != terms {
			return nil
		}
		items = nil
		for k := at.Start; k < at.End; k += len("省") {
			items = append(items, segment.Range{Start: k, End: k + len("省")})
		}
	}
	if len(items) != terms || items[place].Start >= items[place].End {
		return nil
	}
	verb := o.shared()
	behind := o.asked.q.whole.End + strings.Index(o.p.flow.Text[o.asked.q.whole.End:], verb)
	return name{{p: o.p, at: items[place]}, {p: o.p, at: segment.Range{Start: behind, End: behind + len(verb)}}}
}
