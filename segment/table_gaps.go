package segment

import (
	"strings"

	"suyuan/source"
)

// gapped finds a table a row a line, its cells parted by tabs or wide gaps.
func (s *splitter) gapped(i int) *grid {
	tabs := s.lines[i].tabs
	narrow := false // cells are parted by one blank
	var first []source.Span
	if s.lines[i].gaps || s.lines[i].tabbed(s.text) {
		first = s.fields(i)
	}
	if len(first) < 2 {
		if narrow = s.blankHead(i); !narrow {
			return nil
		}
	}
	var rows [][]source.Span
	var at []int
	for k := i; k < len(s.lines) && len(rows) < mostCells; {
		l := &s.lines[k]
		fields := s.fields(k)
		if narrow && len(fields) > 0 {
			if fields = s.blanks(k); len(rows) > 0 && len(fields) < len(rows[0])-1 && !(len(rows) == 1 && s.subheads(fields)) && !s.namesGroup(k, len(rows[0])) && !s.shortRow(at[0], fields) {
				break
			}
		}
		if l.role == plain && len(fields) == 1 && !tabs && len(rows) > 1 {
			fields = s.blanks(k) // one gap is as narrow as a blank
		}
		group := len(rows) > 0 && len(fields) == 1 && (narrow || s.groupLine(k, len(rows[0]), tabs) || !tabs && s.restLine(k, i))
		if l.role != plain || !group && (len(fields) < 2 || len(rows) > 0 && l.tabs != tabs) {
			break
		}
		rows, at = append(rows, fields), append(at, k)
		if k = s.next(k + 1); k > at[len(at)-1]+2 {
			break
		}
	}
	if len(at) > 0 {
		s.reach = at[len(at)-1] + 1
	}
	if !s.tabular(rows) {
		return nil
	}
	return s.regular(rows, at, tabs)
}

// blankHead reports whether line i is a head whose words are parted by single
// blanks: 序号 项目名称 建设地点 总投资（万元） 建设期.
func (s *splitter) blankHead(i int) bool {
	l := &s.lines[i]
	if l.width > 80 || l.ending == closed || !strings.HasPrefix(s.text[l.head:l.tail], "序号 ") && !s.unitHead(i) && !s.spreadHead(i) {
		return false
	}
	heads := 0
	fields := s.blanks(i)
	for _, f := range fields {
		if headish(s.quote(f)) {
			heads++
		}
	}
	return heads >= 3 && heads*2 >= len(fields)
}

// tabular reports whether rows of fields are a table: three columns or more with
// a head or with amounts, or two columns of which the second holds amounts.
func (s *splitter) tabular(rows [][]source.Span) bool {
	if len(rows) < 2 {
		return false
	}
	heads, amounts, wide, labels := 0, 0, 0, 0
	for _, f := range rows[0] {
		if headish(s.quote(f)) {
			heads++
		}
		if siteLabel(s.quote(f)) {
			labels++
		}
	}
	if len(rows) == 2 && labels > 1 && labels == len(rows[0]) && len(rows[1]) == labels {
		return true
	}
	for n, r := range rows {
		if len(r) >= 3 {
			wide++
		}
		for c, f := range r {
			if k := s.kindAt(f); n > 0 && c > 0 && f.Len() > 0 && (k == amountCell || k == nature) {
				amounts++
				break
			}
		}
	}
	if wide*2 < len(rows) {
		return len(rows) >= 3 && heads == len(rows[0]) && amounts*3 >= 2*(len(rows)-1)
	}
	return heads >= 2 || amounts*2 >= len(rows)-1
}

// siteLabel reports a head above what a site says of a document: 索引号, 发布机构.
func siteLabel(t string) bool {
	switch squeezed(t) {
	case "索引号", "信息索引号", "主题分类", "文号", "发文字号", "发文机关", "发布机构", "发布机关", "发文单位", "制发单位", "成文日期", "发文日期", "发布日期", "印发日期", "公开日期", "有效性", "文件名称", "标题":
		return true
	}
	return false
}

// unitHead reports whether line i is a head of a table whose names have none: 单位 本月
// 同比增长（%） over 税收收入 亿元 59.5 20.1.
func (s *splitter) unitHead(i int) bool {
	return strings.HasPrefix(s.text[s.lines[i].head:s.lines[i].tail], "单位 ")
}

// tableName recognises the line that names a table: 表1  …, 附表2 ….
func tableName(t string) bool {
	t = strings.TrimPrefix(t, "附")
	rest, ok := strings.CutPrefix(t, "表")
	_, n := hanOrFigures(strings.TrimLeft(rest, " "))
	return ok && n > 0
}
