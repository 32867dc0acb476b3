package extract

import (
	"strings"

	"suyuan/segment"
)

// clause takes in the times that a clause states.
func (c *context) clause(p *passage, cl *clause) {
	if !c.semi || cl.after == ';' {
		c.pastPassing()
	}
	text := p.flow.Text[cl.Start:cl.End]
	if len(cl.slots) > 0 {
		text = p.flow.Text[cl.Start:cl.slots[0].q.Start]
	}
	if nowadays.in(text) && !hasAnyOf(text, "由目前", "从目前", "由现有", "从现有", "由现在", "从现在") {
		c.undated = true
	}
	for _, d := range p.dates {
		if d.Start < cl.Start || d.Start >= cl.End {
			continue
		}
		if len(cl.slots) == 0 {
			before := c.now
			c.date(p, d)
			if hasAnyPrefix(p.flow.Text[d.End:], milestones...) && !c.passing && d.edtf != "" && c.now.edtf == d.edtf {
				c.back, c.passing, c.semi = before, true, true // 力争2024年开工建设；新增资源量10亿吨
			}
		}
	}
}

// milestones say how far a work is at a time, which dates no number of another clause.
var milestones = []string{"开工", "动工", "建成投", "投产", "竣工", "投入使用", "完工", "通车", "前开工", "前竣工", "前完工", "前建成投"}

// nowadays are words for the document's own time.
var nowadays = newWordSet("目前", "现有", "现已", "当前")

// date takes in one calendar expression.
func (c *context) date(p *passage, d calendar) {
	if cited(p.flow.Text, d) {
		return
	}
	if c.now.edtf != "" && strings.HasSuffix(p.flow.Text[d.Start:d.End], "以来") && hasAnySuffix2(p.flow.Text[:d.Start], "年及", "年和", "年以及") {
		return // 2019年及今年以来工作回顾
	}
	e := c.r.when(p, d)
	if e == "" {
		if word := p.flow.Text[d.Start:d.End]; yearParts[word] && c.r.year() > 0 {
			c.part = when{edtf: itoa(c.r.year()), at: []part{{p: p, at: d.Range}}, carried: true}
		}
		if shift, ok := relative[strings.TrimSuffix(p.flow.Text[d.Start:d.End], "以来")]; ok && (shift == 0 && !c.yearAbove(p) || shift != 0 && d.Start == p.sentence(d.Start).Start && !isBaseline(p.flow.Text, d) && !c.yearNamed(p, d)) {
			c.unsaid = true
		}
		if e = c.lasting(p, d); e == "" {
			return
		}
	}
	w := when{edtf: e, at: []part{{p: p, at: d.Range}}}
	if !strings.Contains(e, "/") && isDigit(e[len(e)-1]) && sinceThen(p.flow.Text[d.End:]) {
		if year, _ := edtfYears(e); c.year == 0 || year < c.year-1 {
			w.edtf = years(e) + "/.."
		}
	}
	if isBaseline(p.flow.Text, d) {
		c.base = w
		return
	}
	if first, last := edtfYears(e); last-first >= 2 && last <= c.year {
		c.span = w
	}
	if rest := p.flow.Text[d.End:min(len(p.flow.Text), d.End+reach/4)]; strings.Contains(e, "/") && c.year > 0 && c.now.edtf == "" && hasAnyOf(rest, "好开局", "彩开局", "备开局", "满收官", "利收官", "美收官", "开门红") {
		return // 实现了“十二五”的良好开局: what follows is of the year that began or ended it
	}
	if behind := p.flow.Text[d.End:min(len(p.flow.Text), d.End+60)]; strings.Contains(e, "/") && c.now.edtf != "" && !strings.Contains(c.now.edtf, "/") && (strings.Contains(behind, "收官") || strings.Contains(behind, "开局") || strings.Contains(behind, "之年")) {
		if first, last := edtfYears(e); last-first == 4 {
			if year, _ := edtfYears(c.now.edtf); first <= year && year <= last {
				return // 2025年是“十四五”收官之年: the year stays
			}
		}
	}
	c.semi = false
	if first, last := edtfYears(c.now.edtf); last-first >= 2 && e == itoa(last) && strings.HasSuffix(p.flow.Text[:d.Start], "到") && !strings.HasPrefix(p.flow.Text[d.End:], "，") {
		c.back, c.passing, c.semi = c.now, true, true // 今后五年，…年均增长8%，到2021年突破2200亿元；…
	} else if first, last := edtfYears(e); last-first == 4 && len(c.now.edtf) == 4 {
		c.back, c.passing = c.now, true // “十三五”期间年均…: the interval is that clause's alone
	} else if sinceThen(p.flow.Text[d.End:]) && candidate(within(p.quantities, segment.Range{Start: p.sentence(d.Start).Start, End: d.Start})) {
		c.back, c.passing = c.now, true // 浓度为29微克，“十三五”以来已连降七年
	}
	if before, _ := p.before(p.sentence(d.Start).Start, d.Start); !c.within && strings.Contains(before, "其中") {
		c.main, c.within = c.now, true // 到2025年筹集2000套，其中2023年完成650套。…
	}
	c.now = w
	c.undated = false
}

// yearAbove reports whether the heading above says which year 今年 is: 2022年工作安排.
func (c *context) yearAbove(p *passage) bool {
	above := c.byBlock[p.block.Parent]
	return above != nil && len(above.dates) == 1 && len(above.dates[0].edtf) == len("2025") && len(above.flow.Text) < reach &&
		hasAnyOf(above.flow.Text[above.dates[0].End:], "安排", "打算", "目标", "重点工作", "任务", "计划")
}

// yearParts are parts of a year that the words beside them do not name.
var yearParts = setOf([]string{"上半年", "前三季度", "下半年", "一季度", "二季度", "三季度", "四季度", "第一季度", "第二季度", "第三季度", "第四季度"})

// pastPassing leaves a time that was its clause's alone.
func (c *context) pastPassing() {
	if c.passing {
		c.now, c.back, c.passing = c.back, when{}, false
	}
}

// cited reports whether a time is part of a document's name: 《…行动计划（2015—2020年）》
// says nothing of when something else holds.
func cited(text string, d calendar) bool {
	before := text[max(0, d.Start-reach):d.Start]
	i := segment.FindLastWord(before, "《")
	if i < 0 || strings.Contains(before[i:], "》") {
		return false
	}
	return strings.Contains(text[d.End:min(len(text), d.End+reach)], "》")
}

// frame prefers the time that opens a sentence without figures to those that it
// names later: 2015年，全县围绕到2018年建成…的目标.
func (c *context) frame(p *passage, s segment.Range) {
	for _, d := range p.dates {
		rest := cutFront(p.flow.Text[d.End:], []string{"”", "期间", "时期"})
		if strings.Trim(p.flow.Text[s.Start:max(s.Start, d.Start)], "“") == "" && d.Start >= s.Start && d.Start < s.End && d.edtf != "" && strings.HasPrefix(rest, "，") {
			c.date(p, d)
		}
	}
}

// toCome reports a time that ends after the document was written.
func (c *context) toCome(w when) bool {
	_, last := edtfYears(w.edtf)
	return c.year > 0 && last > c.year
}
