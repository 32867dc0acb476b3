package extract

import (
	"strings"

	"suyuan/segment"
	"suyuan/source"
)

// setting is where a name stands.
type setting struct {
	box              bool // in a 专栏 or 重点工程 box
	title            bool // the block is a heading, an item or a table's cell: a name may be all of it
	cell             bool
	content          bool          // the cell says what is built, or where, and names no project
	row              bool          // the table's row says that it goes on: 续建
	entry            bool          // the name is all of the block, or its first clause
	funded           bool          // and what it costs follows it
	listed           bool          // below a heading, in a box or behind a label where projects are listed
	label            group         // that label
	stage            source.Span   // the words of the heading or the label that say how far they are
	status           string        // which they say
	deed             bool          // a deed in a count of them: 一是实施…
	listing          bool          // the phrase is such a list
	sentence, clause segment.Range // where it stands
	past             bool          // told of what was done
	future           bool          // told of what shall be done
}

// setting reads where the names of a sentence stand.
func (f *projectFinder) setting(p *passage, s segment.Range) setting {
	at := setting{sentence: s, title: (p.block.Kind == segment.Heading || p.block.Kind == segment.Item) && !p.block.Box, cell: p.cell != nil, content: f.describes(p)}
	for b := p.block.Parent; b != nil; b = b.Parent {
		at.box = at.box || b.Box
	}
	if at.content {
		at.box = false
		return at
	}
	headed, stage := f.above(p.block.Parent)
	at.listed, at.status, at.stage = at.box || headed.listed, headed.status, stage
	if at.label = f.labelled(p, s); at.label.listed {
		at.listed = true
		if at.label.status != "" {
			at.status, at.stage = at.label.status, p.flow.Span(at.label.stage.Start, at.label.stage.End)
		}
	}
	return at
}

// Words that say of what time a sentence or a clause tells.
var (
	toCome   = newWordSet("力争", "争取", "将", "确保", "预计", "尽快", "早日", "年内", "底前")
	lately   = newWordSet("期间", "以来", "去年", "过去")
	gained   = newWordSet("已", "成功", "了")
	reviews  = newWordSet("回顾", "基础", "成效", "成就", "现状", "进展", "取得", "总结", "完成情况", "开展情况", "过去")
	prospect = newWordSet("加强", "夯实", "基础研究", "基础设施", "设想", "安排")
)

// told reads of what time the clause c of the sentence s tells.
func (f *projectFinder) told(at setting, p *passage, s, c segment.Range) setting {
	sentence, clause := p.flow.Text[s.Start:s.End], p.flow.Text[c.Start:c.End]
	at.row = at.cell && containsAny(f.outline.Quote(p.block.Body), "续建", "在建")
	at.future = f.ahead(p, s) || toCome.in(clause)
	if at.future {
		return at
	}
	at.past = f.bygone(p, s) || lately.in(sentence) || gained.in(clause)
	for b := p.block.Parent; b != nil && !at.past; b = b.Parent {
		at.past = f.isReview(b)
	}
	return at
}

// isReview reports whether a heading is that of a review: 发展基础, 工作回顾.
func (f *projectFinder) isReview(b *segment.Block) bool {
	title := f.outline.Quote(b.Body)
	if hasAnyPrefix(title, "实施", "推进", "加快", "构建", "推动", "打造", "强化", "提升", "完善", "健全") && !hasAnySuffix2(title, "成效", "情况", "进展", "成就", "回顾", "总结") {
		return false // 实施基础教育扩优提质工程
	}
	return reviews.in(title) && !prospect.in(title)
}

// origin returns the year from which the document looks ahead, 0 where unknown.
func (f *projectFinder) origin() string {
	for _, s := range []string{f.records.About.Period, f.records.About.IssuedOn} {
		if len(s) >= 4 && s[0] >= '0' && s[0] <= '9' {
			return s[:4]
		}
	}
	return ""
}

// ahead reports whether the sentence names a time to come, bygone whether it
// names only times that lie before the document's own.
func (f *projectFinder) ahead(p *passage, s segment.Range) bool {
	origin := f.origin()
	for _, d := range p.dates {
		if d.Start >= s.Start && d.End <= s.End && d.edtf != "" && (origin == "" || len(d.last) < 4 || d.last[:4] >= origin) && (strings.HasSuffix(p.flow.Text[:d.Start], "到") || strings.HasSuffix(p.flow.Text[:d.End], "前") || strings.HasPrefix(p.flow.Text[d.End:], "前")) {
			return true // 到2027年, 2025年前
		}
	}
	return f.times(p, s, func(last, origin string) bool { return last >= origin })
}

func (f *projectFinder) bygone(p *passage, s segment.Range) bool {
	return f.times(p, s, func(last, origin string) bool { return last < origin })
}

func (f *projectFinder) times(p *passage, s segment.Range, holds func(last, origin string) bool) bool {
	origin := f.origin()
	if origin == "" {
		return false
	}
	for _, d := range p.dates {
		if d.Start >= s.Start && d.End <= s.End && len(d.last) >= 4 && holds(d.last[:4], origin) && !hasAnySuffix2(p.flow.Text[:d.Start], "比", "较") {
			return true
		}
	}
	return false
}

func containsAny(s string, words ...string) bool {
	for _, w := range words {
		if segment.FindWord(s, w) >= 0 {
			return true
		}
	}
	return false
}
