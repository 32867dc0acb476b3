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
	case last.p == o.p && last.at.Start >= s.Start && last.at.End <= before && !strings.ContainsAny(o.p.flow.Text[last.at.End:before], ";。"):
		head = last.at
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
	if i := strings.LastIndexAny(text, "，、"); i >= 0 {
		at.Start += i + len("，")
		text = text[i+len("，"):]
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

// ratioName is what is borne or paid out in a ratio: 补助资金 of 补助资金由市、县财政按6:4的比例分担,
// 建设补贴 of 建设补贴分三年按5:3:2拨付.
func (x binder) ratioName(o *offer) name {
	text, start := o.p.before(o.cl.Start, o.row[0].q.whole.Start)
	for _, mark := range []string{"由", "按", "分"} {
		if i := strings.Index(text, mark); i >= 0 {
			text = text[:i]
		}
	}
	if rest := o.words.cutPlain(text); suffixOf(rest, o.words.gifts) != "" && utf8.RuneCountInString(rest) <= 10 {
		return name{{p: x.p, at: segment.Range{Start: start + len(text) - len(rest), End: start + len(text)}}}
	}
	if n := x.leftPhrase(x.p, segment.Range{Start: start, End: start + len(text)}, false); text != "" && !n.empty() {
		return name{{p: x.p, at: n.at}}
	}
	if gift := o.c.gift; gift.p == o.p && len(gift.as) > 0 {
		return gift.as
	}
	return nil
}
