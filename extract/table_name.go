package extract

import (
	"strings"
	"unicode/utf8"
)

// name names a cell: by its row's thing and the quantity its head names of it
// (老旧小区改造项目, 总投资). A row that is a year, a region or a sum leaves the name to
// the head, and where that names nothing either, to the caption.
func (x *crossing) name() name {
	if n := x.said(); len(n) > 0 {
		return n
	}
	own, head := x.own(), x.col.noun
	if x.col.place != nil {
		head = nil
	} else if len(head) == 0 && x.col.rate {
		head = x.grown()
	}
	switch {
	case len(head) > 0 && len(x.row.full) > 0:
		own = x.row.full // 固定资产投资增速, 权重
	case len(own) > 0 && x.long():
		own = nil
	}
	if len(own) > 0 {
		if head.String() == "产量" && strings.HasSuffix(own.String(), "量") {
			return own // 发电量
		}
		return joined(own, head)
	}
	about := x.caption.noun
	switch {
	case len(head) > 0 && len(about) > 0 && x.act(head):
		return joined(x.without(about), head)
	case len(head) > 0:
		return head
	case len(about) > 0:
		return about
	}
	if n := x.totalled(); len(n) > 0 {
		return n
	}
	return x.words()
}

// act reports whether a head names only what is done to the caption's thing: 整改.
func (x *crossing) act(head name) bool {
	text := head.String()
	from, to := x.r.lexicon.tables.trim("verb", text, 0, len(text))
	return from == to
}

// without returns a caption's noun without what is done to it: 户厕 of 户厕改造.
func (x *crossing) without(about name) name {
	word := x.r.lexicon.tables.end("verb", about.String())
	if len(word) == len(about.String()) {
		return about
	}
	return without(about, len(word))
}

// grown is the quantity that a column of growths is of: that of the column before it,
// save where that is one of shares: 产量 | 完成率 | 同比增长.
func (x *crossing) grown() name {
	for i := x.p.cell.Column - 1; i >= 0 && x.columns[i].role == columnContent; i-- {
		if noun := x.columns[i].noun; len(noun) == 0 || x.r.lexicon.tables.end("share", noun.String()) == "" {
			return noun
		}
	}
	return nil
}

// long reports whether a label is a sentence rather than a name.
func (x *crossing) long() bool {
	return !x.row.declared && utf8.RuneCountInString(x.row.noun.String()) > 30
}

// own is what the row names. 毛入学率 takes the name of its group, 省级 that of the
// row it is a part of.
func (x *crossing) own() name {
	own := x.row.noun
	if len(own) == 0 {
		return nil
	}
	s := own.String()
	w := x.r.lexicon.tables
	if x.row.group != nil && x.row.group != x.row.label && (w.is("dependent", s) || x.r.lexicon.figureWords.attribute[s]) {
		group := x.r.labelSide(x.row.group, false).noun
		return joined(group, own)
	}
	return own
}

// words are the words of a head that names nothing, for a cell that has no other
// name: 金额.
func (x *crossing) words() name {
	for i := len(x.col.heads) - 1; i >= 0 && x.col.place == nil; i-- {
		h := x.col.heads[i]
		if at := wordsOf(h); at.End > at.Start {
			return name{{p: h, at: at}}
		}
	}
	return nil
}
