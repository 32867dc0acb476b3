package segment

import (
	"strings"
	"unicode/utf8"
)

// matter makes blocks of title, number, addressee, date and signature lines that
// begin at line i, and returns the line behind them, i where there are none.
func (s *splitter) matter(i int) int {
	if end := s.closing(i); end > i {
		s.front = true
		if n := enclosure(s.lines[i].text(s.text)); n > 0 {
			s.open = s.open[:0] // an annex stands under no heading of the body
			if s.annexed(i, n) {
				s.heading(i, i, numbering{style: part, length: int32(n), bare: int32(n)}, int(s.lines[i].tail), false)
				return i + 1
			}
			end = s.enclosures(i)
		}
		return s.add(Front, i, end-1, 0)
	}
	if !s.front {
		return i
	}
	l := &s.lines[i]
	t := l.text(s.text)
	switch {
	case compilation(t), metadata(t), organisation(t) && l.ending == cut, bracketed(t), addressee(t, l), byline(t):
		j := i
		if addressee(t, l) {
			// 各县（市）人民政府，州政府各委办局，/各有关单位：
			for k := s.next(j + 1); k == j+1 && s.lines[j].ending == pause && k < len(s.lines) && s.lines[k].width < 60 && s.lines[k].stop == 0 && s.lines[k].number.style == none; k = s.next(j + 1) {
				j = k
			}
		}
		return s.add(Front, i, j, 0)
	}
	if end := s.titleEnd(i); end > i {
		return s.add(Front, i, end-1, 0)
	}
	return i
}

// closing recognises what is no text wherever it stands: a document number, a
// date, the signature above it, notes on publication, enclosures and copies.
func (s *splitter) closing(i int) int {
	l := &s.lines[i]
	if l.role != plain || l.depth > 0 || l.width > 60 {
		return i
	}
	t := l.text(s.text)
	if l.ending == closed && !strings.HasPrefix(t, "抄") && !strings.HasPrefix(t, "主送") {
		return i
	}
	switch {
	case dateLine(t), docNumber(t), notice(t), signedLine(t):
		return i + 1
	case l.number.style == none && (organisation(t) || l.width <= 25 && l.ending == cut && !strings.ContainsAny(t, "，,、：:")):
		// 某市人民政府 and under it the date
		k := s.next(i + 1)
		for n := 0; n < 4 && k < len(s.lines) && organisation(s.lines[k].text(s.text)); n++ {
			k = s.next(k + 1)
		}
		if k < len(s.lines) && dateLine(s.lines[k].text(s.text)) {
			return i + 1
		}
	}
	return i
}

// titleEnd returns the line behind the title that begins on line i, i where none does.
func (s *splitter) titleEnd(i int) int {
	width := int32(0)
	for j, n := i, 0; n < 5 && j < len(s.lines); j, n = s.next(j+1), n+1 {
		l := &s.lines[j]
		t := l.text(s.text)
		width += l.width
		if l.role != plain || l.ending != cut && l.ending != pause || l.stop > 0 || width > 100 || l.number.style != none && !(l.number.style == dash && n > 0) || n > 0 && (j > i+2 || dateLine(t) || bracketed(t) || docNumber(t)) {
			return i
		}
		if titleLine(t) && (strictTitle(t) || n == 0 && l.width >= 10) {
			if k := s.next(j + 1); k == j+1 && k < len(s.lines) && s.lines[k].role == plain && s.lines[k].number.style == none && s.lines[k].ending == cut && s.lines[k].width < 30 && titleLine(s.lines[k].text(s.text)) && !titleStart(s.lines[k].text(s.text)) {
				continue
			}
			return j + 1
		}
	}
	return i
}

// titleStart reports whether a title begins with t: 某市…规划 does, 实施方案 does not.
func titleStart(t string) bool { return utf8.RuneCountInString(t) > 12 }

// kinds are the words that titles of policy documents end with.
var kinds = [...]string{"规划", "纲要", "计划", "方案", "行动", "意见", "措施", "办法", "细则", "规定", "条例", "通知", "通告", "公告", "公报", "报告", "决定", "决议", "批复", "要点", "政策", "清单", "指南", "建议", "说明", "解读", "章程", "规程", "预案", "指引", "规则", "制度", "分工", "纪要", "讲话", "责任书", "总结", "汇报", "答复", "公示", "工程", "条", "函", "令", "安排", "目标", "任务", "草案", "稿"}

// loose are the kinds that also end the titles of sections: 主要任务, 保障措施.
var loose = [...]string{"行动", "措施", "政策", "清单", "分工", "工程", "条", "安排", "目标", "任务", "制度", "说明", "规定", "要点"}

// strictTitle reports whether t, which ends as a title does, does not end as a
// section's title may.
func strictTitle(t string) bool {
	for _, w := range loose {
		if strings.HasSuffix(t, w) {
			return short(t, 40) && !short(t, 9)
		}
	}
	return true
}

// titleLine reports whether t ends as a document's title does, apart from what
// stands behind it in brackets: （2021—2025年）, （征求意见稿）.
func titleLine(t string) bool {
	for {
		t = strings.TrimSpace(t)
		if !strings.HasSuffix(t, ")") && !strings.HasSuffix(t, "）") {
			break
		}
		at := strings.LastIndexAny(t, "(（")
		if at <= 0 {
			return false
		}
		t = t[:at]
	}
	for _, quote := range [...]string{"》", "”"} {
		t = strings.TrimSuffix(t, quote)
	}
	for _, k := range kinds {
		if strings.HasSuffix(t, k) {
			return true
		}
	}
	return false
}
