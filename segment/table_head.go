package segment

import (
	"strings"
	"unicode/utf8"
)

// headLine reports whether line i can be the first cell of a table's head.
func (s *splitter) headLine(i int) bool {
	l := &s.lines[i]
	return l.role == plain && l.width <= 12 && l.ending == cut && l.number.style == none && !l.tabs && !tableName(l.text(s.text)) && headish(l.text(s.text)) && !yearHead(l.text(s.text))
}

// headLines returns the lines of the head that begins on line i, and whether
// its rows are numbered.
func (s *splitter) headLines(i int) (heads []int, indexed bool) {
	valued := false
	for k := i; k < len(s.lines) && len(heads) < 24; k = s.next(k + 1) {
		l := &s.lines[k]
		t := l.text(s.text)
		if l.role != plain || l.width > 20 || l.ending == closed || rowNumber(t) && (indexed || t == "1") || kindOf(t) == nature || k > i && t == s.lines[i].text(s.text) {
			break
		}
		if indexed && kindOf(t) == amountCell && !yearHead(t) {
			return heads[:max(0, len(heads)-1)], indexed // a row of sums: 合计 and its amounts
		}
		if !indexed && !(headish(t) && !(valued && nameHead(t))) && !(len(heads) > 0 && headTail(s.lines[heads[len(heads)-1]].text(s.text), t)) {
			break
		}
		valued = valued || headKind(t) == amountCell
		heads = append(heads, k)
		indexed = indexed || strings.HasPrefix(t, "序") || t == "编号"
	}
	if n := len(heads) - 1; indexed && n > 3 && s.groupAbove(heads[0], heads[n]) {
		heads = heads[:n]
	}
	return heads, indexed
}

// groupAbove reports whether line k, in front of the first row's number, is the label of
// a group of rows and no head: the head, which begins on line i, has the groups in front
// of the numbers.
func (s *splitter) groupAbove(i, k int) bool {
	next := s.next(k + 1)
	first, t := s.lines[i].text(s.text), s.lines[k].text(s.text)
	return !strings.HasPrefix(first, "序") && first != "编号" && !headish(t) && headKind(t) == words && next < len(s.lines) && rowNumber(s.lines[next].text(s.text))
}

// rowNumber reports whether t is the number of a row and nothing else.
func rowNumber(t string) bool {
	t = strings.TrimRight(t, ".、． ")
	value, n := figures(t)
	return n > 0 && n == len(t) && value < 1000
}

// nameHead reports whether t rather names what a row is about than what a column holds.
func nameHead(t string) bool {
	for _, w := range [...]string{"备注", "属性", "性质", "责任", "牵头", "配合", "年均", "增速", "增长", "增幅", "累计", "类型", "完成", "目标", "预期", "现状", "单位", "数据", "指标属性", "指标性质", "权重", "分值", "时限", "主管", "进度", "“十", "十"} {
		if strings.HasPrefix(t, w) {
			return false
		}
	}
	return t != "指标" && !yearHead(t) // 指标 / 属性 is a head over two lines
}

// mergeHeads joins head cells that are broken over lines until there are as many as columns.
func (s *splitter) mergeHeads(heads []int, columns int) [][2]int {
	out := make([][2]int, 0, len(heads))
	for _, k := range heads {
		out = append(out, [2]int{k, k})
	}
	for _, tails := range [...]func(before, t string) bool{bracketTail, headTail} {
		for n := 1; n < len(out) && len(out) > columns; {
			before := s.text[s.lines[out[n-1][0]].head:s.lines[out[n-1][1]].tail]
			if tails(before, s.lines[out[n][0]].text(s.text)) {
				out[n-1][1] = out[n][1]
				out = append(out[:n], out[n+1:]...)
				continue
			}
			n++
		}
	}
	return out
}

// bracketTail reports whether t is the bracket of a head cell, or goes on with it.
func bracketTail(before, t string) bool {
	for _, open := range [...]string{"（", "(", "[", "〔", "［"} {
		if strings.HasPrefix(t, open) {
			return true
		}
	}
	return strings.Count(before, "（")+strings.Count(before, "(") > strings.Count(before, "）")+strings.Count(before, ")")
}

// columnTypes says what each column holds, by its head and by the rows that have a cell for each.
func (s *splitter) columnTypes(groups [][2]int, rows [][]piece, columns, shift int) []cellKind {
	types := make([]cellKind, columns)
	for c := range types {
		var count [cellKinds]int
		for _, r := range rows {
			if len(r) == columns {
				count[r[c].kind]++
			}
		}
		best := words
		for k := words; k < void; k++ {
			if count[k] > count[best] {
				best = k
			}
		}
		t := ""
		if c >= shift && c-shift < len(groups) {
			t = s.text[s.lines[groups[c-shift][0]].head:s.lines[groups[c-shift][1]].tail]
		}
		if count[words]+count[amountCell]+count[nature] == 0 {
			best = headKind(t)
		}
		switch {
		case strings.HasPrefix(t, "序") || t == "编号" || c == 0 && shift == 1:
			best = indexCell
		case best == words && (t == "单位" || t == "计量单位"):
			best = unitCell
		}
		types[c] = best
	}
	return types
}

// headKind guesses from a column's head what it holds.
func headKind(t string) cellKind {
	switch {
	case strings.Contains(t, "属性") || strings.Contains(t, "性质"):
		return nature
	case strings.Contains(t, "年限") || strings.Contains(t, "时限") || strings.HasSuffix(t, "建设期") || strings.Contains(t, "起止"):
		return when
	case strings.Contains(t, "投资") || strings.Contains(t, "资金"):
		return amountCell
	case yearHead(t) || strings.HasSuffix(t, "值") || strings.HasSuffix(t, "目标") || strings.Contains(t, "增") || strings.HasSuffix(t, "数"):
		return amountCell
	}
	return words
}

// headWords are the words that heads of tables are made of.
var headWords = [...]string{"序号", "编号", "指标", "类别", "类型", "分类", "领域", "名称", "项目", "单位", "属性", "性质", "基期", "基数", "现状", "完成", "实际", "目标", "规划", "预期值", "年均", "增速", "增长", "增幅", "累计", "备注", "责任", "牵头", "配合", "部门", "时限", "内容", "任务", "地点", "规模", "投资", "年限", "数量", "面积", "产量", "产值", "地区", "权重", "分值", "数值", "标准", "期末", "进度", "合计", "工程", "措施", "事项", "等级", "级别", "阶段", "时间"}

// headish reports whether t looks like a cell of a table's head: 2025年目标值, 单位, 指标属性.
func headish(t string) bool {
	t = squeezed(t)
	if utf8.RuneCountInString(t) > 18 || strings.ContainsAny(t, "。；，,：:") || t == "" {
		return false
	}
	if yearHead(t) {
		return true
	}
	if at := strings.IndexAny(t, "（("); at > 0 {
		t = t[:at]
	}
	if utf8.RuneCountInString(t) > 10 {
		return false
	}
	for _, w := range headWords {
		if strings.HasPrefix(t, w) || strings.HasSuffix(t, w) {
			return true
		}
	}
	return false
}

// yearHead recognises 2025年, 2020年完成值, “十四五”末, 十三五期末.
func yearHead(t string) bool {
	value, n := figures(t)
	if n > 0 && value >= 1949 && value < 2100 {
		rest := t[n:]
		return rest == "" || strings.HasPrefix(rest, "年") || strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "—")
	}
	t = strings.TrimLeft(t, "“\"”")
	for _, p := range [...]string{"十一五", "十二五", "十三五", "十四五", "十五五", "十六五"} {
		if strings.HasPrefix(t, p) {
			return true
		}
	}
	return false
}

// headTail reports whether t is the second line of a head cell whose first line
// is a year: 完成, 目标值, （%）.
func headTail(before, t string) bool {
	if bracketTail(before, t) {
		return true
	}
	if !yearHead(before) {
		return before == "指标" && (t == "名称" || t == "属性" || t == "性质") || before == "责任" && (t == "单位" || t == "部门") || before == "年均" || t == "性质"
	}
	for _, w := range [...]string{"完成", "预计", "实际", "现状", "目标", "规划", "预期", "基数", "基期", "数", "值", "末", "期末", "比", "年均", "增长", "增速"} {
		if strings.HasPrefix(t, w) {
			grows := strings.Contains(t, "年均") || strings.Contains(t, "增")
			return !valued(before) && !(strings.HasPrefix(t, "年均") && strings.HasSuffix(before, "年")) || !grows
		}
	}
	return false
}

// valued reports whether a year's head says already what stands under it: 2025年目标值.
func valued(t string) bool {
	for _, w := range [...]string{"值", "目标", "基数", "实际", "完成", "预期"} {
		if strings.HasSuffix(t, w) {
			return true
		}
	}
	return false
}

// squeezed returns a cell's text without the blanks that spread a short word: 指  标.
func squeezed(t string) string {
	if len(t) > 24 || strings.IndexByte(t, ' ') < 0 && !strings.Contains(t, "\u3000") {
		return t
	}
	return strings.Join(strings.Fields(t), "")
}

// countHeads returns how many rows at the top are heads: rows of words and years over rows of amounts.
func (s *splitter) countHeads(g *grid) int {
	n := 0
	for n < len(g.rows)-1 && n < 3 && !g.rows[n].mixed {
		heads := 0
		for _, c := range g.rows[n].cells {
			t := s.quote(c.Span)
			if headish(t) || yearHead(t) {
				heads++
			} else if kindOf(t) == amountCell || kindOf(t) == nature {
				return n
			}
		}
		if heads == 0 && n > 0 {
			return n
		}
		if n > 0 && heads*2 < len(g.rows[n].cells) {
			return n
		}
		n++
	}
	return n
}
