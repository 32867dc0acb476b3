package extract

import (
	"sort"
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// readCaption reads the lines above a table: what names it, and what gives its
// unit. A table that goes on (续表) has those of the one before.
func (g *grid) readCaption() {
	g.captionAt = g.byBlock[g.table.Caption]
	if g.captionAt == nil {
		g.captionAt = g.r.above(g.table)
	}
	g.unitAt = g.byBlock[g.table.Unit]
	if p := g.captionAt; p != nil && strings.Contains(p.flow.Text, "续表") && g.before != nil {
		g.captionAt = g.before.captionAt
		if g.unitAt == nil {
			g.unitAt = g.before.unitAt
		}
	}
	if p := g.captionAt; p != nil {
		g.caption = g.r.captionSide(p)
	}
	if p := g.unitAt; p != nil {
		g.caption.units = g.r.unitsIn(p)
	}
}

// above returns the line before a table that has no caption of its own.
func (r *reading) above(t *segment.Table) *passage {
	from := t.Rows[0].Span.Start
	i := sort.Search(len(r.passages), func(i int) bool { return r.passages[i].block.Span.Start >= from })
	if i == 0 || r.passages[i-1].cell != nil || len(r.passages[i-1].flow.Text) > 240 {
		return nil
	}
	return r.passages[i-1]
}

// captionSide reads a table's caption: 2024年固定资产投资分季度目标(单位:亿元).
func (r *reading) captionSide(p *passage) side {
	w := r.lexicon.tables
	var s side
	s.date(r, p)
	s.units = r.unitsIn(p)
	if len(s.units) == 0 {
		if at, u := r.bracketUnit(p.flow.Text); at.End > at.Start {
			s.units = []unitPart{{u, part{p: p, at: at}}}
		}
	}
	text := p.blanked(segment.Range{Start: 0, End: len(p.flow.Text)})
	if kind, at := w.kind(text); kind != "" {
		s.kind, s.kindAt = kind, &part{p: p, at: at}
	}
	if at := w.last("addition", text); at.End > 0 {
		s.measure, s.word = measure{name: "change"}, &part{p: p, at: at}
	}
	if at := grows(text); at.End > at.Start {
		s.measure, s.rate, s.word = measure{name: "growth"}, true, &part{p: p, at: at}
		if strings.HasPrefix(text[at.Start:], "涨跌") {
			s.kind, s.kindAt = "actual", s.word // nobody aims at that prices rise and fall
		}
	}
	if at := r.captionNoun(text); at.End > at.Start {
		s.noun = name{{p: p, at: at}}
	}
	return s
}

// grows returns the place of the words by which a caption says that all its table holds are
// growths: 居民消费价格比上年涨跌幅度; never 产量及其增长速度.
func grows(text string) segment.Range {
	if i := strings.IndexByte(text, '('); i > 0 {
		text = text[:i]
	}
	text = strings.TrimRight(text, " :\x00")
	w := hasAnySuffix(text, "涨跌幅度", "涨跌幅", "涨跌情况", "增长速度", "增速", "增长率")
	if w == "" || hasAnyOf(text[:len(text)-len(w)], "及", "和", "与", "、") {
		return segment.Range{}
	}
	return segment.Range{Start: len(text) - len(w), End: len(text)}
}

// captionNoun returns what a caption says the table is about: 固定资产投资 of
// 2024年固定资产投资分季度目标. A caption that only says what kind of table it is
// (资金分配表) names nothing.
func (r *reading) captionNoun(text string) segment.Range {
	w := r.lexicon.tables
	if len(text) > 150 || strings.ContainsAny(text, "，。;") {
		return segment.Range{}
	}
	start, end := captionNumber(text), len(text)
	start = max(start, strings.LastIndexByte(text, 0)+1)
	start += divided(text[start:])
	if at, _ := r.bracketUnit(text); at.Start > start {
		end = at.Start
	} else if i := strings.IndexByte(text[start:], '('); i > 0 {
		end = start + i
	}
	for word := "-"; word != ""; end -= len(word) {
		word = w.end("title", text[start:end])
	}
	n := r.trim(text[start:end], false)
	at := segment.Range{Start: start + n.at.Start, End: start + n.at.End}
	if noun := text[at.Start:at.End]; r.lexicon.figureWords.attribute[noun] || w.is("blank", noun) || utf8.RuneCountInString(noun) < 2 {
		return segment.Range{}
	}
	return at
}

// captionNumber returns the length of 附表4, 表3-1 or 附件: in front of a caption.
func captionNumber(text string) int {
	rest := text
	for _, w := range []string{"附表", "附件", "专栏", "表", "附"} {
		rest = strings.TrimPrefix(rest, w)
	}
	if rest == text {
		return 0
	}
	behind := strings.TrimLeft(rest, "0123456789-.: 一二三四五六七八九十")
	if len(behind) == len(rest) && hasAnyPrefix(text, "表") {
		return 0 // 表彰名额
	}
	return len(text) - len(behind)
}

// divided returns the length of 分县(区) or 各区(市) in front of a caption's noun.
func divided(text string) int {
	head := strings.TrimPrefix(strings.TrimPrefix(text, "分"), "各")
	if head == text {
		return 0
	}
	rest := strings.TrimLeft(head, "省市县区州盟旗乡镇地年季度行业街道()、/")
	return len(text) - len(rest)
}

// unitsIn returns the units that a line lists behind 单位:, as 单位:万亩、%、万立方米.
func (r *reading) unitsIn(p *passage) []unitPart {
	text := p.flow.Text
	i := strings.Index(text, "单位:")
	if i < 0 {
		return nil
	}
	var out []unitPart
	i += len("单位:")
	for i < len(text) {
		j := i
		for j < len(text) && !hasAnyPrefix(text[j:], "、", "，", ";", ")") {
			_, size := utf8.DecodeRuneInString(text[j:])
			j += size
		}
		if u, ok := r.wholeUnit(text[i:j]); ok {
			out = append(out, unitPart{u, part{p: p, at: segment.Range{Start: i, End: j}}})
		}
		if j < len(text) && text[j] == ')' {
			break
		}
		_, size := utf8.DecodeRuneInString(text[j:])
		i = j + size
	}
	return out
}
