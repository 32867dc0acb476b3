package segment

import (
	"strings"
	"unicode/utf8"
)

// How long, in full-width characters, titles may be.
const (
	longTitle = 45 // a numbered line that is a title
	longLead  = 32 // the first sentence of a paragraph that is its title
	longBare  = 20 // a line without number that is a title
)

// numbered makes a heading, an item, or a heading and its paragraph of the
// numbered line i and what belongs to it.
func (s *splitter) numbered(i int) int {
	l := &s.lines[i]
	n := l.number
	if n.style == hanIn && n.value == 0 {
		n.value = s.last[hanIn] + 1
	}
	if n.style == box {
		return s.boxed(i, n)
	}
	if n.style >= dash {
		return s.add(Item, i, s.extent(i), n.length)
	}
	if l.head+n.length >= l.tail {
		return s.lonely(i, n)
	}
	j := s.extent(i)
	whole := j == i && l.ending != closed || s.wrap > 0 && s.stopIn(i, j) == 0
	switch lead := s.leadEnd(i, j); {
	case lead > 0:
		s.heading(i, i, n, lead, false)
		s.rest(i, j, lead)
	case whole && s.entitled(i, j, n):
		s.heading(i, j, n, int(s.lines[j].tail), false)
	case l.ending == closed && j == i && s.sentenceTitle(i, n):
		s.heading(i, j, n, int(l.tail), false)
	default:
		s.last[n.style] = n.value
		s.add(Item, i, j, n.length)
	}
	return j + 1
}

// lonely makes a heading of a number that stands alone on its line: the next line is its title.
func (s *splitter) lonely(i int, n numbering) int {
	j := s.next(i + 1)
	if n.style <= hanIn && j < len(s.lines) && s.lines[j].number.style == none && s.lines[j].role == plain && s.lines[j].width <= longTitle && s.lines[j].ending == cut {
		s.heading(i, j, n, int(s.lines[j].tail), false)
		b := s.out[len(s.out)-1]
		b.Body.Start, b.Number.End = int(s.lines[j].head), int(s.lines[i].tail)
		return j + 1
	}
	return s.add(Paragraph, i, i, 0)
}

// entitled reports whether the lines i to j, which end without 。, are a title.
func (s *splitter) entitled(i, j int, n numbering) bool {
	l := &s.lines[i]
	title := s.text[int(l.head+n.length):s.lines[j].tail]
	width := int32(0)
	for k := i; k <= j; k++ {
		width += s.lines[k].width
	}
	limit := int32(longTitle)
	if j > i {
		limit = longTitle + 15
	}
	switch {
	case width > limit || n.style == article && width > 20:
		return false
	case s.lines[j].ending == item:
		return introduces(title) && width <= longBare && !quantity(title)
	case s.lines[j].ending != cut:
		return false
	case n.style >= arabic && quantity(title):
		return false
	}
	return n.style < arabic || !s.listed(j, n)
}

// sentenceTitle reports whether the line, one sentence with its 。, is a title:
// 1.科技创新环境不断优化。 is one where something stands under it and none in a list.
func (s *splitter) sentenceTitle(i int, n numbering) bool {
	l := &s.lines[i]
	return n.style != article && l.stop == l.tail && l.width <= longTitle && !stating(l.title(s.text)) && s.lead == nil && !s.listed(i, n)
}

// listed reports whether line i is one of a list of items with nothing under them.
func (s *splitter) listed(i int, n numbering) bool {
	if s.lead != nil {
		return true
	}
	if k := s.next(i + 1); k < len(s.lines) && s.lines[k].number.style == n.style && s.lines[k].number.value == n.value+1 {
		return true
	}
	if len(s.out) == 0 || n.value < 2 {
		return false
	}
	before := s.out[len(s.out)-1]
	return before.Kind == Item && before.Number.Len() > 0 && parseNumber(s.text[before.Number.Start:before.Number.End]+"项").style == n.style
}

// leadEnd returns the end of the title that the paragraph on the lines i to j
// begins with, 0 where it begins with none.
func (s *splitter) leadEnd(i, j int) int {
	l := &s.lines[i]
	from, stop, tail := int(l.head+l.number.length), s.stopIn(i, j), int(s.lines[j].tail)
	if l.bold > l.head+l.number.length && int(l.bold) < tail {
		if t := s.text[from:l.bold]; short(t, longTitle) && !counted(t) {
			return int(l.bold)
		}
	}
	if l.number.style == article {
		return s.articleLead(from, stop, tail)
	}
	if stop > 0 && stop < tail {
		if t := s.text[from:stop]; short(t, longLead) && !stating(t) && !strings.ContainsAny(t, "；;") {
			return stop
		}
	}
	if l.number.style == none {
		return 0
	}
	if end := gapLead(s.text, from, tail); end > 0 && l.number.style < arabicIn {
		return end
	}
	return colonLead(s.text, from, tail)
}

// articleLead finds the title of an article: 第五条 【研发补助】…, 第五条（研发补助）….
func (s *splitter) articleLead(from, stop, tail int) int {
	rest := s.text[from:tail]
	for _, pair := range [...][2]string{{"【", "】"}, {"（", "）"}, {"(", ")"}, {"[", "]"}, {"〔", "〕"}} {
		if inner, ok := strings.CutPrefix(rest, pair[0]); ok {
			if k := strings.Index(inner[:min(len(inner), 90)], pair[1]); k > 0 {
				return from + len(pair[0]) + k + len(pair[1])
			}
		}
	}
	if stop > 0 && stop < tail && short(s.text[from:stop], 14) && !quantity(s.text[from:stop]) && !strings.ContainsAny(s.text[from:stop], "，,") {
		return stop
	}
	return 0
}

// colonLead finds the title in 清洁能源：按照…, which is no label as 责任单位： is.
func colonLead(text string, from, tail int) int {
	part := text[from:min(tail, from+64)]
	at := strings.Index(part, "：")
	n := len("：")
	if k := strings.IndexByte(part, ':'); k >= 0 && (at < 0 || k < at) {
		at, n = k, 1
	}
	if at < 0 || from+at+n >= tail {
		return 0
	}
	title := part[:at]
	for _, label := range [...]string{"单位", "部门", "时限", "时间", "电话", "地址", "联系人", "注", "说明", "例", "问", "答", "责任", "牵头", "配合", "目标", "指标", "来源", "邮箱", "备注", "规模", "投资", "内容", "年限", "地点", "名称"} {
		if strings.HasSuffix(title, label) {
			return 0
		}
	}
	if !short(title, 20) || quantity(title) || strings.ContainsAny(title, "，,。；;、") {
		return 0
	}
	return from + at + n
}

// heading appends a heading of the lines i to j that ends at the byte end.
func (s *splitter) heading(i, j int, n numbering, end int, isBox bool) *Block {
	length := n.length
	n = s.descend(n, s.lines[i].depth, isBox, i)
	b := s.block(Heading, i, j, length, end)
	b.Box = isBox
	b.Level = len(s.open) + 1
	s.open = append(s.open, opened{block: b, number: n, depth: s.lines[i].depth, rank: rank(n, isBox)})
	s.last[n.style] = n.value
	s.front = false
	return b
}

// rest appends the paragraph that stands behind a lead on the lines i to j.
func (s *splitter) rest(i, j, lead int) {
	for i < j && int(s.lines[i].tail) <= lead {
		i++
	}
	from, to := trim(s.text, lead, int(s.lines[j].tail))
	for {
		k := 0
		if rest := s.text[from:to]; strings.HasPrefix(rest, "**") {
			k = 2
		} else if strings.HasPrefix(rest, "<") {
			k = tagLen(rest)
		}
		if k == 0 {
			break
		}
		from, _ = trim(s.text, from+k, to)
	}
	if from >= to {
		s.done = j + 1
		return
	}
	b := s.block(Paragraph, i, j, 0, to)
	b.Span.Start, b.Body.Start = from, from
	b.Number.Start, b.Number.End = from, from
	for len(b.Skips) > 0 && b.Skips[0].Start < from {
		b.Skips = b.Skips[1:]
	}
}

// boxed makes a box's title of line i: 专栏1 …, 重点工程 2 ….
func (s *splitter) boxed(i int, n numbering) int {
	l := &s.lines[i]
	if l.head+n.length < l.tail && l.width <= longTitle+15 && l.ending != closed && l.stop == 0 {
		s.heading(i, i, n, int(l.tail), true)
		return i + 1
	}
	if k := s.next(i + 1); l.head+n.length >= l.tail && k < len(s.lines) && s.lines[k].number.style == none && s.lines[k].width <= longTitle && s.lines[k].ending == cut {
		b := s.heading(i, k, n, int(s.lines[k].tail), true)
		b.Body.Start = int(s.lines[k].head)
		return k + 1
	}
	return s.add(Paragraph, i, s.extent(i), 0)
}

// unnumbered makes a heading or a paragraph of line i and what belongs to it.
func (s *splitter) unnumbered(i int) int {
	l := &s.lines[i]
	if s.bare(i) {
		s.heading(i, i, numbering{}, int(l.tail), false)
		return i + 1
	}
	j := s.extent(i)
	if lead := s.bareLead(i, j); lead > 0 {
		s.heading(i, i, numbering{style: bullet}, lead, false).Number.End = int(l.head)
		s.rest(i, j, lead)
		return j + 1
	}
	s.front = s.front && len(s.out) == 0
	s.add(Paragraph, i, j, 0)
	return j + 1
}

// bare reports whether line i, which has no number, is a title by its look: a
// short line between a finished paragraph or a heading and a longer paragraph.
func (s *splitter) bare(i int) bool {
	l := &s.lines[i]
	t := l.text(s.text)
	if l.depth > 0 && l.width <= longTitle && l.ending != closed {
		return true
	}
	if strings.ContainsAny(t, "：:") || l.ending != cut || l.width < 3 || l.width > longBare || l.stop > 0 || quantity(t) || enumerated(t) || figure(first(t)) >= 0 {
		return false
	}
	if s.wrap > 0 && l.width > s.wrap-3 || s.lead != nil {
		return false
	}
	if l.bold == l.tail {
		return true
	}
	if n := len(s.out); n > 0 && s.out[n-1].Kind == Heading && !s.out[n-1].Box && l.width > 14 {
		return false // the first line of a paragraph broken in mid-sentence
	}
	k := s.next(i + 1)
	if k >= len(s.lines) {
		return false
	}
	below := &s.lines[k]
	if below.number.style != none {
		return below.number.value == 1 && below.number.style != bullet && below.number.style != dash
	}
	return strings.Count(t, "，")+strings.Count(t, ",") <= 1 && (below.width >= 40 || below.stop > 0 || s.wrap > 0 && below.width >= s.wrap-3) && !titleLine(t)
}

// bareLead finds the title of a paragraph that begins with a bold sentence, or
// with a short one as the paragraphs beside it do.
func (s *splitter) bareLead(i, j int) int {
	l := &s.lines[i]
	t := l.text(s.text)
	if enumerated(t) {
		return 0
	}
	if l.bold > 0 {
		return s.leadEnd(i, j)
	}
	if s.innerBox() >= 0 {
		if end := colonLead(s.text, int(l.head), int(s.lines[j].tail)); end > 0 {
			return end
		}
	}
	if !s.leadish(i) {
		return 0
	}
	if k := s.next(j + 1); k < len(s.lines) && s.lines[k].number.style == none && s.leadish(k) {
		return int(l.stop)
	}
	if k := len(s.open) - 1; k >= 0 && s.open[k].rank == leadRank {
		return int(l.stop)
	}
	return 0
}

// leadish reports whether line i begins with a sentence that could be a title:
// short, without figures, without a word that ties it to what was said.
func (s *splitter) leadish(i int) bool {
	l := &s.lines[i]
	if l.role != plain || l.stop == 0 || l.stop >= l.tail || l.tail-l.stop < l.stop-l.head || l.bold > 0 || l.depth > 0 {
		return false
	}
	t := s.text[l.head:l.stop]
	if !short(t, longBare) || short(t, 4) || strings.ContainsAny(t, "0123456789０１２３４５６７８９：:；;") || enumerated(t) || strings.Count(t, "，")+strings.Count(t, ",") > 1 {
		return false
	}
	for _, tie := range [...]string{"同时", "此外", "但", "因此", "为此", "其中", "目前", "当前", "近年", "全年", "今年", "去年", "我", "本", "这", "该", "各", "“十", "从", "到", "在", "对", "按", "根据", "为", "以", "经", "一年来", "过去", "凡", "如", "由"} {
		if strings.HasPrefix(t, tie) {
			return false
		}
	}
	return true
}

// stopIn returns the first end of a sentence on the lines i to j, 0 where there is none.
func (s *splitter) stopIn(i, j int) int {
	for k := i; k <= j; k++ {
		if s.lines[k].role == plain && s.lines[k].stop > 0 {
			return int(s.lines[k].stop)
		}
	}
	return 0
}

// short reports whether t is at most n full-width characters long.
func short(t string, n int32) bool {
	if len(t) > int(n)*4+16 {
		return false
	}
	cells := int32(0)
	for _, r := range t {
		if r < 0x80 {
			cells++
		} else {
			cells += 2
		}
	}
	return cells <= 2*n+1
}

// introduces reports whether t ends in a colon.
func introduces(t string) bool {
	return strings.HasSuffix(t, "：") || strings.HasSuffix(t, ":")
}

// enumerated reports whether t begins as one of several points in running text: 一是, 首先, 一方面.
func enumerated(t string) bool {
	r, n := utf8.DecodeRuneInString(t)
	if numeral(r) > 0 {
		next, _ := utf8.DecodeRuneInString(t[n:])
		return strings.ContainsRune("是要方个为则来大", next)
	}
	return strings.HasPrefix(t, "首先") || strings.HasPrefix(t, "其次") || strings.HasPrefix(t, "第一，") || strings.HasPrefix(t, "第二，")
}

// measures are the characters that make a number in front of them an amount.
const measures = "家个项件名人亿万千百元％%倍公里亩吨平方米处座场次位户台辆套所门张条款年月日"

// quantity reports whether t holds an amount or a year, as titles seldom do.
func quantity(t string) bool { return amount(t, measures) }

// stating reports whether a sentence states an amount or a year, and is more
// than a title: 到2025年，基本建成…。 does, 2023年工作回顾。 and
// 启动阶段（2023年10月）。 do not.
func stating(t string) bool {
	for _, open := range [...]string{"（", "("} {
		if at := strings.Index(t, open); at > 0 && strings.ContainsAny(t[at:], "年月") && !counted(t[at:]) {
			t = t[:at]
		}
	}
	return counted(t) || quantity(t) && strings.ContainsAny(t, "，,")
}

// counted is quantity without the years.
func counted(t string) bool { return amount(t, strings.TrimSuffix(measures, "条款年月日")) }

func amount(t, units string) bool {
	after := false
	for _, r := range t {
		if figure(r) >= 0 {
			after = true
			continue
		}
		if after && r != ' ' && r != '余' && r != '多' && r != '.' && r != ',' && r != '-' && r != '—' && r != '+' {
			if strings.ContainsRune(units, r) {
				return true
			}
			after = false
		}
	}
	return false
}

func first(t string) rune {
	r, _ := utf8.DecodeRuneInString(t)
	return r
}
