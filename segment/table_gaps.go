package segment

import (
	"slices"
	"strings"
	"unicode/utf8"

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

// groupLine reports whether line k names the rows below it in a table whose cells tabs
// part: a merged row, 一、产业发展, has no tab. A further row follows, and no head.
func (s *splitter) groupLine(k, columns int, tabs bool) bool {
	l := &s.lines[k]
	if l.role != plain || l.depth > 0 || l.width > 30 || l.ending == closed || l.stop > 0 || unitLine(l.text(s.text)) {
		return false
	}
	next := s.next(k + 1)
	if next >= len(s.lines) || next > k+2 || s.lines[next].tabs != tabs {
		return false
	}
	fields := s.fields(next)
	heads, amounts := 0, 0
	for _, f := range fields {
		switch t := s.quote(f); {
		case headish(t):
			heads++
		case f.Len() > 0 && (kindOf(t) == amountCell || kindOf(t) == nature):
			amounts++
		}
	}
	return (len(fields) == columns || !tabs && len(fields) == columns+1) && heads < 2 && amounts > 0
}

// restLine reports whether line k is the rest of a cell on the lines above: it begins right
// of the first column of the table, whose head is line i.
func (s *splitter) restLine(k, i int) bool {
	l, first := &s.lines[k], &s.lines[i]
	return l.role == plain && l.width < 60 && l.number.style == none && widthOf(s.text[l.start:l.from]) >= widthOf(s.text[first.start:first.from])+6
}

// namesGroup reports whether line k names the rows below it in a table whose cells single
// blanks part: 一、空间底线 is followed by a row of as many cells as the head has.
func (s *splitter) namesGroup(k, columns int) bool {
	l := &s.lines[k]
	if l.role != plain || l.depth > 0 || l.width > 30 || l.ending == closed || l.stop > 0 || l.number.style == none || unitLine(l.text(s.text)) {
		return false
	}
	next := s.next(k + 1)
	if next >= len(s.lines) || next > k+2 || s.lines[next].role != plain {
		return false
	}
	fields := s.blanks(next)
	return len(s.blanks(k)) == 1 && len(fields) == columns && (kindOf(s.quote(fields[columns-1])) != words || rowNumber(s.quote(fields[0])))
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

// fields cuts a line at its tabs, or else at gaps of two blanks or more. Empty
// fields between tabs are kept.
func (s *splitter) fields(k int) []source.Span {
	l := &s.lines[k]
	if l.role != plain || int(l.to-l.from) > MaxBlock || l.number.style == box || remarkLine(s.text[l.head:l.tail]) || tableName(s.text[l.head:l.tail]) {
		return nil
	}
	line := s.text[l.start:l.end]
	if l.tabbed(s.text) {
		line = strings.TrimRight(line, "\r\n\v\f")
		from := len(line) - len(strings.TrimLeft(line, " \u3000\ufeff"))
		var out []source.Span
		for at := from; ; {
			n := strings.IndexByte(line[at:], '\t')
			if n < 0 {
				return append(out, inner(line, at, len(line), int(l.start)))
			}
			out = append(out, inner(line, at, at+n, int(l.start)))
			at += n + 1
		}
	}
	return s.joinSpread(cutAtGaps(s.text[l.from:l.to], int(l.from), 2))
}

// joinSpread joins the two characters of a head's word that is spread out: 指    标.
func (s *splitter) joinSpread(fields []source.Span) []source.Span {
	for n := 1; n < len(fields); n++ {
		if fields[n-1].Len() != len("指") || fields[n].Len() != len("标") {
			continue
		}
		switch s.quote(fields[n-1]) + s.quote(fields[n]) {
		case "指标", "单位", "序号", "项目", "名称", "属性", "性质", "类别", "备注", "合计", "总计":
			fields[n-1] = fields[n-1].Join(fields[n])
			fields = append(fields[:n], fields[n+1:]...)
		}
	}
	return fields
}

// tabbed reports whether tabs part the line's cells.
func (l *line) tabbed(text string) bool {
	return l.tabs || strings.IndexByte(text[l.start:l.from], '\t') >= 0 && strings.IndexByte(text[l.to:l.end], '\t') >= 0
}

// blanks cuts a line at every blank.
func (s *splitter) blanks(k int) []source.Span {
	l := &s.lines[k]
	return cutAtGaps(s.text[l.from:l.to], int(l.from), 1)
}

// cutAtGaps cuts t, which stands at the byte base, at white space of at least as many columns.
func cutAtGaps(t string, base, least int) []source.Span {
	var out []source.Span
	from := 0
	for at := 0; at < len(t); {
		if hanAt(t, at) {
			at += 3
			continue
		}
		n, columns := 0, 0
		for at+n < len(t) {
			k := spaceAt(t[at+n:])
			if k == 0 {
				break
			}
			columns++
			if k > 1 && strings.HasPrefix(t[at+n:], "\u3000") {
				columns++
			}
			n += k
		}
		if n == 0 {
			_, size := utf8.DecodeRuneInString(t[at:])
			at += size
			continue
		}
		if columns >= least {
			out = append(out, inner(t, from, at, base))
			from = at + n
		}
		at += n
	}
	return append(out, inner(t, from, len(t), base))
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

// regular puts fields into columns: by their order where there are as many as
// columns, else by their kinds.
func (s *splitter) regular(rows [][]source.Span, at []int, tabs bool) *grid {
	columns := 0
	for _, r := range rows {
		columns = max(columns, len(r))
	}
	if tabs && indented(rows) {
		columns--
		for n := range rows {
			rows[n] = rows[n][1:]
		}
	}
	if columns > 64 || columns < 2 {
		return nil
	}
	g := &grid{columns: columns, end: at[len(at)-1] + 1}
	var types []cellKind
	var bands []band
	heads := -1
	if !tabs && slices.ContainsFunc(rows, func(r []source.Span) bool { return len(r) != columns }) {
		if bands = s.bands(rows, at, columns); bands != nil {
			types = s.fieldTypes(rows, columns)
		}
	}
	if over, under := s.headBands(rows, at, bands); over != nil {
		for n, cells := range [][]Cell{over, under} {
			g.rows = append(g.rows, gridRow{first: at[n], last: at[n], from: int(s.lines[at[n]].from), cells: cells})
		}
		rows, at, heads = rows[2:], at[2:], 2
	} else if s.headTorn(rows, at, bands) {
		g.mixed = true
	} else if !tabs && len(rows) > 3 && len(rows[1]) < columns && s.subheads(rows[1]) {
		over, under := s.spread(rows[0], rows[1], columns)
		if over == nil {
			over, under, g.mixed = inOrder(rows[0]), inOrder(rows[1]), true
		}
		for n, cells := range [][]Cell{over, under} {
			g.rows = append(g.rows, gridRow{first: at[n], last: at[n], from: int(s.lines[at[n]].from), cells: cells})
		}
		rows, at, heads = rows[2:], at[2:], 2
	}
	for n, fields := range rows {
		r := gridRow{first: at[n], last: at[n], from: int(s.lines[at[n]].from)}
		if n == 0 && heads < 0 && len(fields) == columns-1 && !tabs && (s.allYears(fields) || s.unheaded(fields, rows) || s.unitHead(at[0])) {
			fields = append([]source.Span{{}}, fields...) // no head stands over the names, or over their numbers
		}
		if in := s.columnsIn(bands, at[n], fields); in != nil && len(fields) < columns {
			r.cells = inColumns(fields, in, columns)
			g.rows = append(g.rows, r)
			continue
		}
		if len(fields) < columns && !tabs {
			if more := s.blanks(at[n]); len(more) <= columns {
				fields = more
			}
		}
		if len(fields) > 2 && len(fields) < columns && n > 0 && heads < 0 && s.unitHead(at[0]) {
			fields = fields[:2] // under which heads its values stand cannot be said
		}
		if len(fields) == columns || tabs || len(fields) == 2 && s.unitHead(at[0]) {
			for c := range columns {
				cell := Cell{Column: c}
				if c < len(fields) {
					cell.Span = fields[c]
				}
				r.cells = append(r.cells, cell)
			}
		} else {
			if types == nil {
				types = s.fieldTypes(rows, columns)
			}
			r.cells = s.place(fields, types)
			if len(fields) == 1 && s.lines[at[n]].number.style != none {
				r.cells = groupCells(fields[0], types)
			}
		}
		g.rows = append(g.rows, r)
	}
	if bands != nil {
		s.tear(g, max(heads, 1), types, bands)
	}
	return s.finish(g, heads)
}

// groupCells puts what names the rows below it under the head of what they are about: 一、
// 产业发展, and never under 责任单位 at their end.
func groupCells(name source.Span, types []cellKind) []Cell {
	out := make([]Cell, len(types))
	at := -1
	for c, kind := range types {
		out[c].Column = c
		if kind == words && at < 0 {
			at = c
		}
	}
	out[max(at, 0)].Span = name
	return out
}

// unitHead reports whether line i is a head of a table whose names have none: 单位 本月
// 同比增长（%） over 税收收入 亿元 59.5 20.1.
func (s *splitter) unitHead(i int) bool {
	return strings.HasPrefix(s.text[s.lines[i].head:s.lines[i].tail], "单位 ")
}

// shortRow reports whether fields are a row under such a head that lacks values: a name,
// a unit and numbers.
func (s *splitter) shortRow(head int, fields []source.Span) bool {
	if !s.unitHead(head) || len(fields) < 3 || s.kindAt(fields[0]) != words {
		return false
	}
	for _, f := range fields[2:] {
		if k := s.kindAt(f); k != amountCell && k != void {
			return false
		}
	}
	return true
}

// unheaded reports whether the rows have numbers in front over which the head has nothing:
// 指标 单位 2020年 over 1 公路总里程 公里 3126.
func (s *splitter) unheaded(head []source.Span, rows [][]source.Span) bool {
	last, count := 0, 0
	for _, r := range rows[1:] {
		if len(r) != len(head)+1 {
			continue
		}
		value, n := figures(s.quote(r[0]))
		if n != r[0].Len() || int(value) <= last || s.kindAt(r[1]) != words {
			return false
		}
		last, count = int(value), count+1
	}
	return count > 1 && !strings.HasPrefix(s.quote(head[0]), "序")
}

// allYears reports whether fields are nothing but heads of years.
func (s *splitter) allYears(fields []source.Span) bool {
	for _, f := range fields {
		if !yearHead(s.quote(f)) {
			return false
		}
	}
	return true
}

// tableName recognises the line that names a table: 表1  …, 附表2 ….
func tableName(t string) bool {
	t = strings.TrimPrefix(t, "附")
	rest, ok := strings.CutPrefix(t, "表")
	_, n := hanOrFigures(strings.TrimLeft(rest, " "))
	return ok && n > 0
}

// indented reports whether the first field of every row is empty.
func indented(rows [][]source.Span) bool {
	for _, r := range rows {
		if r[0].Len() > 0 || len(r) < 3 {
			return false
		}
	}
	return true
}

// fieldTypes says what each column holds, by the rows that have a field for each.
func (s *splitter) fieldTypes(rows [][]source.Span, columns int) []cellKind {
	types := make([]cellKind, columns)
	for c := range types {
		var count [cellKinds]int
		for n, r := range rows {
			if len(r) == columns && n > 0 {
				count[s.kindAt(r[c])]++
			}
		}
		best := words
		for k := words; k < void; k++ {
			if count[k] > count[best] {
				best = k
			}
		}
		if count[words]+count[amountCell]+count[nature] == 0 {
			best = headKind(s.quote(rows[0][min(c, len(rows[0])-1)]))
		}
		types[c] = best
	}
	return types
}

// place puts fields into the columns that fit their kinds.
func (s *splitter) place(fields []source.Span, types []cellKind) []Cell {
	kinds := make([]cellKind, len(fields))
	widths := make([]int32, len(fields))
	for n, f := range fields {
		kinds[n], widths[n] = s.kindAt(f), int32(f.Len()/3)
	}
	out := make([]Cell, len(types))
	for c := range out {
		out[c].Column = c
	}
	for n, c := range fit(kinds, widths, types) {
		if out[c].Span.Len() == 0 {
			out[c].Span = fields[n]
		} else {
			out[c].Span = out[c].Span.Join(fields[n])
		}
	}
	return out
}
