package segment

import (
	"strings"
	"unicode/utf8"
)

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
	return before.Kind == Item && before.Number.Len() > 0 && parseNumber(s.quote(before.Number)+"项").style == n.style
}

// bare reports whether line i, which has no number, is a title by its look: a
// short line between a finished paragraph or a heading and a longer paragraph.
func (s *splitter) bare(i int) bool {
	l := &s.lines[i]
	t := l.text(s.text)
	if l.depth > 0 && l.width <= longTitle && l.ending != closed {
		return true
	}
	if l.width > longTitle {
		return false
	}
	if sectionName(t) || len(s.out) > 0 && l.ending == cut && l.stop == 0 && s.lead == nil && partTitle(t) {
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
	if k >= len(s.lines) || s.paged(i, k) || l.width > 14 && strings.ContainsAny(t, "，,") {
		return false
	}
	below := &s.lines[k]
	if below.number.style != none {
		return below.number.value == 1 || below.number.style == bullet || below.number.style == dash
	}
	return strings.Count(t, "，")+strings.Count(t, ",") <= 1 && (below.width >= 40 || below.stop > 0 || s.wrap > 0 && below.width >= s.wrap-3)
}

// sectionName recognises the short titles that parts of a document have.
func sectionName(t string) bool {
	switch t {
	case "前言", "前 言", "前　言", "引言", "引 言", "序言", "序 言", "导言", "导语", "总则", "附则", "结语", "后记", "摘要":
		return true
	}
	return false
}

// partTitle recognises the title of a part of a report, which names a time and what is told
// of it, or nothing but that: 2025年工作回顾, “十五五”时期的主要目标任务, 下一步工作安排.
func partTitle(t string) bool {
	if len(t) > len("一二三四五六七八九十一二三四五六七八九十一二三四") || strings.ContainsAny(t, "，,：:；;（(|\t") {
		return false
	}
	end := false
	for _, w := range [...]string{"回顾", "重点工作", "工作重点", "安排", "打算", "总体要求", "目标任务", "主要目标", "奋斗目标", "预期目标", "主要任务", "工作任务", "工作思路", "工作部署", "总体部署", "工作总结", "工作情况", "工作建议"} {
		end = end || strings.HasSuffix(t, w)
	}
	if !end {
		return false
	}
	for _, w := range [...]string{"“", "20", "二〇", "二○", "过去", "今后", "未来", "今年", "明年", "去年", "下一步", "下半年", "上半年", "本届", "五年", "政府工作"} {
		if strings.HasPrefix(t, w) {
			return w != "“" || strings.HasPrefix(t, "“十") && strings.Contains(t, "”")
		}
	}
	return false
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
