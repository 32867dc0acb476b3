package extract

import (
	"strings"

	"suyuan/segment"
)

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

// fits reports whether the name that an item is headed with is the name of what
// its clause says is given: 厂房租金补贴 above 给予补贴.
func fits(title, as name) bool {
	text := strings.TrimSuffix(title.String(), "标准")
	return len(as) == 0 || strings.HasSuffix(text, as.String()) || as.String() == "资金支持"
}
