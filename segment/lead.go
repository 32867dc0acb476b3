package segment

import (
	"strings"
	"unicode/utf8"
)

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
	if at <= 0 || from+at+n >= tail || digit(rune(text[from+at-1])) && digit(rune(text[from+at+n])) { // 按4:6的比例分担
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

// gapLead finds the title that a blank parts from the text behind it on the same
// line: 一、发展目标 到2025年，….
func gapLead(text string, from, tail int) int {
	t := text[from:min(tail, from+4*longBare)]
	for i, r := range t {
		if strings.ContainsRune("，,。；;：:（(", r) || figure(r) >= 0 {
			return 0
		}
		if !unseen(r) {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(t[:i])
		rest := strings.TrimLeftFunc(text[from+i:tail], unseen)
		if isHan(before) && utf8.RuneCountInString(t[:i]) >= 4 && (isHan(first(rest)) || figure(first(rest)) >= 0) && len(rest) > 3*longBare {
			return from + i
		}
		return 0
	}
	return 0
}
