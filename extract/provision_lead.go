package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// headed reports an amount for each under the name of a gift: 津贴标准: above a
// list, 养护补助标准: before a colon.
func (o *offer) headed(*bound) (segment.Range, bool) {
	q := o.row[o.place].q
	led, ok := o.lead()
	inner := ok && led.p == o.p && led.at.Start >= o.p.sentence(q.Start).Start && !o.told() && utf8.RuneCountInString(o.p.textOf(o.row[0].left)) <= 8
	return segment.Range{Start: q.whole.Start, End: q.Start}, ok && q.dimension == "money" && (o.each() || inner)
}

// lead returns the name of the gift that introduces the clause: before a colon of
// the sentence, in the paragraph that introduces the list, or in the heading above.
func (o *offer) lead() (part, bool) {
	before, _ := o.sentence()
	if text := o.p.textOf(before); strings.Contains(text, ":") {
		end := strings.LastIndex(text, ":")
		if at, ok := o.giftName(text[:end]); ok {
			at.Start = at.End - len(o.words.cutPlain(text[at.Start:at.End]))
			return part{p: o.p, at: segment.Range{Start: before.Start + at.Start, End: before.Start + at.End}}, true
		}
	}
	for _, b := range []*segment.Block{o.p.block.Lead, o.p.block.Parent} {
		if above := o.c.byBlock[b]; b != nil && above != nil && len(above.flow.Text) < window {
			if at, ok := o.giftName(strings.TrimRight(above.flow.Text, ":。")); ok {
				return part{p: above, at: at}, true
			}
		}
	}
	return part{}, false
}

// giftName returns the place of the gift's name that text ends with.
func (o *offer) giftName(text string) (segment.Range, bool) {
	text = o.words.cutRear(text, []string{"按以下标准发放", "按下列标准发放", "按以下标准给予", "按下列标准给予", "按以下标准", "按下列标准", "按照以下标准发放", "按如下标准发放", "发放标准", "标准", "标准为", "标准如下", "如下", "政策", "分别为", "办法", "项目"})
	w := suffixOf(text, o.words.gifts)
	if w == "" {
		return segment.Range{}, false
	}
	end := len(text)
	start := 0
	for _, mark := range []string{"，", "。", "、", ";", ":", "落实", "执行", "按照", "提高", "发放", "给予", "是", "明确", "制定", "实施", "享受", "以下"} {
		if i := strings.LastIndex(text, mark); i >= 0 && i+len(mark) > start && i+len(mark) < end {
			start = i + len(mark)
		}
	}
	if end-start > len("全日制博士研究生首次购房补贴") {
		start = end - len(w)
	}
	return segment.Range{Start: start, End: end}, true
}
