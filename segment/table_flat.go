package segment

import (
	"strings"
	"unicode/utf8"

	"suyuan/source"
)

// flat finds a table whose cells were run together: 序号指标单位2020年2025年属性
// on a line, and behind it or on the lines below rows such as
// 1公共充电桩个3200≥8000约束性.
func (s *splitter) flat(i int) *grid {
	l := &s.lines[i]
	if int(l.to-l.from) > MaxBlock || !mayHead(s.text[l.head:l.tail]) {
		return nil
	}
	heads := s.flatHead(int(l.head), int(l.tail))
	if len(heads) < 3 {
		return nil
	}
	f := flatTable{s: s, types: s.flatTypes(heads)}
	g := &grid{columns: len(heads)}
	head := gridRow{first: i, last: i, from: heads[0].Start}
	for c, h := range heads {
		head.cells = append(head.cells, Cell{Span: h, Column: c})
	}
	if start := int(l.head); heads[0].Start > start {
		from, to := trim(s.text, start, heads[0].Start)
		g.title = source.Span{Start: from, End: to}
	}
	g.rows = append(g.rows, head)
	end := heads[len(heads)-1].End
	if rest, stop := trim(s.text, end, int(l.tail)); rest < stop {
		g.end = i + 1
		f.oneLine(g, i, rest, stop)
	} else {
		f.manyLines(g, i)
	}
	if len(g.rows) < 3 || !f.sound(g) {
		return nil
	}
	return s.finish(g, 1)
}

// mayHead is a quick test for a head run together.
func mayHead(t string) bool {
	return FindWord(t, "序号") >= 0 || FindWord(t, "指标") >= 0 && containsAny(t, "单位", "属性", "性质", "年")
}

// flatHead finds at least three words of a head, one behind the other, in
// text[from:to]. A head with 序号 begins there.
func (s *splitter) flatHead(from, to int) []source.Span {
	t := s.text[from:to]
	for at, tries := 0, 0; at < len(t) && tries < 20; tries++ {
		k := -1
		for _, w := range [...]string{"序号", "指标", "主要指标", "类别", "领域", "项目", "名称"} {
			if n := strings.Index(t[at:], w); n >= 0 && (k < 0 || n < k) {
				k = n
			}
		}
		if k < 0 {
			break
		}
		at += k
		if h := headTokens(t[at:], from+at); len(h) >= 3 && dated(s.text, h) && !doubled(s.text, h) {
			return h
		}
		_, n := utf8.DecodeRuneInString(t[at:])
		at += n
	}
	return nil
}

// doubled reports whether the first word of a head is rather the last of the
// title in front of it: …主要指标 in front of 序号 or 指标名称.
func doubled(text string, head []source.Span) bool {
	if t := text[head[0].Start:head[0].End]; !strings.HasSuffix(t, "指标") {
		return false
	}
	t := text[head[1].Start:head[1].End]
	return t == "序号" || t == "类别" || t == "领域" || strings.Contains(t, "指标") && headKind(t) != nature
}

// dated reports whether a head names a year or a unit or a nature: three words
// that might also begin a sentence are no head.
func dated(text string, head []source.Span) bool {
	for _, h := range head {
		if t := text[h.Start:h.End]; yearHead(t) || t == "单位" || t == "计量单位" || headKind(t) == nature || strings.Contains(t, "目标值") || strings.Contains(t, "投资") {
			return true
		}
	}
	return false
}

// flatWords are the words of heads, longer ones first where one begins another.
var flatWords = [...]string{"序号", "项目名称", "工程名称", "总投资", "投资额", "计划投资", "建设年限", "建设起止年限", "建设期", "建设地点", "建设内容", "建设规模", "建设性质", "实施主体", "主管部门", "完成时限", "指标名称", "指标内容", "指标属性", "指标性质", "主要指标", "一级指标", "二级指标", "计量单位", "责任单位", "牵头单位", "责任部门", "牵头部门", "年均增速", "年均增长率", "年均增长", "目标属性", "现状值", "目标值", "规划值", "基期值", "指标", "单位", "属性", "性质", "类别", "领域", "名称", "项目", "累计", "备注", "增速", "增幅"}

// headTokens cuts the words of a head from the start of t, which stands at the byte base.
func headTokens(t string, base int) []source.Span {
	var out []source.Span
	at := 0
	for at < len(t) && len(out) < 16 {
		for at < len(t) && spaceAt(t[at:]) > 0 {
			at += spaceAt(t[at:])
		}
		n := headToken(t[at:])
		if n == 0 {
			break
		}
		out = append(out, source.Span{Start: base + at, End: base + at + n})
		at += n
	}
	return out
}

// headToken returns the length of the word of a head that t begins with, with
// its unit in brackets, or 0.
func headToken(t string) int {
	n := 0
	if value, k := figures(t); k > 0 && value >= 1949 && value < 2100 && strings.HasPrefix(t[k:], "年") {
		n = k + len("年")
	} else {
		rest := strings.TrimPrefix(t, "“")
		for _, p := range [...]string{"十二五", "十三五", "十四五", "十五五"} {
			if strings.HasPrefix(rest, p) {
				n = len(t) - len(rest) + len(p)
				if strings.HasPrefix(t[n:], "”") {
					n += len("”")
				}
			}
		}
	}
	if n > 0 {
		for _, w := range [...]string{"期末", "时期", "末", "年均增长", "年均增速", "累计", "新增", "完成值", "完成数", "完成", "实际值", "实际", "现状值", "现状", "基期值", "基数", "基期", "目标值", "目标", "规划值", "规划", "预期值", "预期目标", "预期", "值"} {
			if strings.HasPrefix(t[n:], w) {
				n += len(w)
			}
		}
		return n + unitBracket(t[n:])
	}
	for _, w := range flatWords {
		if strings.HasPrefix(t, w) {
			return len(w) + unitBracket(t[len(w):])
		}
	}
	return 0
}

// unitBracket returns the length of a short bracket at the start of t, or 0.
func unitBracket(t string) int {
	for _, pair := range [...][2]string{{"（", "）"}, {"(", ")"}, {"[", "]"}} {
		if strings.HasPrefix(t, pair[0]) {
			if k := strings.Index(t[:min(len(t), 48)], pair[1]); k > 0 {
				return k + len(pair[1])
			}
		}
	}
	return 0
}

// flatTypes says what each column of a head holds.
func (s *splitter) flatTypes(heads []source.Span) []cellKind {
	types := make([]cellKind, len(heads))
	for c, h := range heads {
		t := s.quote(h)
		switch {
		case t == "序号":
			types[c] = indexCell
		case t == "单位" || t == "计量单位":
			types[c] = unitCell
		default:
			types[c] = headKind(t)
		}
	}
	return types
}
