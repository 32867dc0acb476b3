package extract

import "unicode/utf8"

// name names a cell: by its row's thing and the quantity its head names of it
// (老旧小区改造项目, 总投资). A row that is a year, a region or a sum leaves the name to
// the head, and where that names nothing either, to the caption.
func (x *crossing) name() name {
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
		return joined(own, head)
	}
	if len(head) > 0 {
		return head
	}
	if len(x.caption.noun) > 0 {
		return x.caption.noun
	}
	return x.words()
}

// grown is the quantity that a column of growths is of: that of the column before it.
func (x *crossing) grown() name {
	if i := x.p.cell.Column - 1; i >= 0 && x.columns[i].role == columnContent {
		return x.columns[i].noun
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
