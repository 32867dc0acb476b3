package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
	"suyuan/source"
)

// projectHeads are the heads that a list of projects has beside that of their names.
var projectHeads = newWordSet("总投资", "投资额", "投资", "建设地点", "建设内容", "建设规模", "建设年限", "建设性质", "建设周期", "建设期", "起止年限", "建设阶段")

// rowName returns the undertaking that a cell under 项目名称 is in a list of projects,
// whatever its words are: 隆回县人民医院整体搬迁. What counts or measures things, or gives money,
// names none: 制造业投资完成额, 医疗保险补助资金.
func (f *projectFinder) rowName(p *passage) (undertaking, source.Span, bool) {
	head := f.nameHead(p)
	if head.Len() == 0 {
		return undertaking{}, source.Span{}, false
	}
	text := p.flow.Text
	start, end := numberEnd(text), len(text)
	if i := strings.LastIndexByte(text, '('); i > start && f.lexicon.tables.is("state", strings.Trim(text[i:], "()")) {
		end = i
	}
	name := text[start:end]
	if n := utf8.RuneCountInString(name); n < 4 || n > 45 || n < 6 && hasAnySuffix2(name, "项目", "工程", "中心", "基地", "学校", "医院") || groupOf(name[sectionLen(name):]).listed || strings.ContainsAny(name, "。;:，") || isSum(f.lexicon.tables, name) || placeName(name) || hasAnySuffix2(name, quantityNouns...) || hasAnySuffix2(name, "额", "补助", "补贴", "津贴", "资金", "经费", "费用") || !f.apart(p, name) {
		return undertaking{}, source.Span{}, false
	}
	status, at := f.rowStatus(p, text[end:])
	u := undertaking{Range: segment.Range{Start: start, End: end}, rule: "project_row", status: status}
	if at.Len() > 0 {
		u.stands = at
	}
	return u, head, true
}

// nameHead returns the place of 项目 or 工程 in the head of the column of names that a
// cell stands in, an empty one where it is no list of projects.
func (f *projectFinder) nameHead(p *passage) source.Span {
	if p.cell == nil || p.block.Table == nil || p.inHead() {
		return source.Span{}
	}
	t, listed := p.block.Table, false
	var at source.Span
	for _, row := range t.Rows[:t.Heads] {
		for _, c := range row.Cells {
			text := f.outline.Quote(c.Span)
			if c.Column != p.cell.Column {
				listed = listed || projectHeads.in(text)
				continue
			}
			for _, word := range [...]string{"项目名称", "工程名称", "建设项目", "重点项目", "重大项目"} {
				if i := strings.Index(text, word); i >= 0 {
					k := i + max(strings.Index(word, "项目"), strings.Index(word, "工程"))
					at = source.Span{Start: c.Span.Start + k, End: c.Span.Start + k + len("项目")}
				}
			}
		}
	}
	if !listed {
		return source.Span{}
	}
	return at
}

// apart reports whether a name says more than a class of works: it names a place, ends
// as a single work or site does, or is long enough to.
func (f *projectFinder) apart(p *passage, name string) bool {
	if n, _ := f.lexicon.regions().lead(name); n > 0 && n < len(name) {
		return true
	}
	if q := f.reading.quantities(p); candidate(q) && q[len(q)-1].whole.End >= len(p.flow.Text)-len("项目") {
		return false // 改造老旧小区36个
	}
	return hasAnySuffix2(name, "项目", "工程", "期", "厂", "站", "桥", "隧道", "医院", "学校", "中心", "基地", "园", "园区", "水库", "机场", "线", "馆", "广场", "楼", "水厂", "市场", "水闸", "大堤", "公园", "加固", "引水", "扩建", "迁建", "扩容", "增容", "搬迁") || utf8.RuneCountInString(name) > 8
}

// stages are the words by which a list says how far a project is.
var stages = []struct{ word, status string }{
	{"已竣工", "done"}, {"已建成", "done"}, {"已完工", "done"}, {"已投产", "done"},
	{"续建", "ongoing"}, {"在建", "ongoing"}, {"建设中", "ongoing"}, {"竣工", "ongoing"}, {"投产", "ongoing"},
	{"新开工", "planned"}, {"新建", "planned"}, {"拟建", "planned"}, {"储备", "planned"}, {"前期", "planned"},
}

// rowStatus reads how far the project of a row is: in brackets behind its name, in a
// short cell of the row, in the line of its group, in the heading above.
func (f *projectFinder) rowStatus(p *passage, bracket string) (string, source.Span) {
	for _, s := range stages {
		if strings.Contains(bracket, s.word) {
			return s.status, source.Span{}
		}
	}
	group := f.rows.group(p.block)
	for _, c := range p.block.Cells {
		if text := f.outline.Quote(c.Span); c.Column != p.cell.Column && utf8.RuneCountInString(text) <= 6 {
			if status, at := stateIn(text, c.Span.Start); status != "" {
				return status, at
			}
		}
	}
	for _, at := range [...]source.Span{group, headOf(p.block.Parent)} {
		text := f.outline.Quote(at)
		n := sectionLen(text)
		if g := groupOf(text[n:]); g.status != "" {
			return g.status, source.Span{Start: at.Start + n + g.stage.Start, End: at.Start + n + g.stage.End}
		}
		if status, at := stateIn(text, at.Start); status != "" && len(text) < 90 {
			return status, at
		}
	}
	return "planned", source.Span{}
}

// tableRows goes through the rows of a table, in step with the passages of the document.
type tableRows struct {
	table *segment.Table
	row   int         // the first that was not seen
	line  source.Span // the last line of a group before it
}

// group returns the line of the group that a row of a table stands in, an empty one for none.
func (g *tableRows) group(row *segment.Block) source.Span {
	if g.table != row.Table {
		*g = tableRows{table: row.Table}
	}
	for ; g.row < len(g.table.Rows) && g.table.Rows[g.row] != row; g.row++ {
		if at, ok := lone(g.table.Rows[g.row]); ok {
			g.line = at
		}
	}
	return g.line
}

// stateIn returns what the first word of stages in text says, which stands at the byte base.
func stateIn(text string, base int) (string, source.Span) {
	for _, s := range stages {
		if i := strings.Index(text, s.word); i >= 0 {
			return s.status, source.Span{Start: base + i, End: base + i + len(s.word)}
		}
	}
	return "", source.Span{}
}

// lone returns the only filled cell of a row.
func lone(row *segment.Block) (source.Span, bool) {
	var at source.Span
	for _, c := range row.Cells {
		if c.Span.Len() == 0 {
			continue
		}
		if at.Len() > 0 {
			return source.Span{}, false
		}
		at = c.Span
	}
	return at, at.Len() > 0
}

// headOf returns the place of a heading's text, an empty one for no heading.
func headOf(b *segment.Block) source.Span {
	if b == nil {
		return source.Span{}
	}
	return b.Body
}

// sumsUp reports whether a row names a group of projects and says nothing more than what
// they come to: 一 | 防洪工程 | | | 38.6.
func (f *projectFinder) sumsUp(p *passage) bool {
	if f.nameHead(p).Len() == 0 {
		return false
	}
	told, group := 0, false
	for _, c := range p.block.Cells {
		text := f.outline.Quote(c.Span)
		switch {
		case c.Column < p.cell.Column:
			group = group || text != "" && strings.Trim(text, "一二三四五六七八九十()（）、 ") == ""
		case c.Column > p.cell.Column && text != "" && strings.Trim(text, "0123456789., -—") != "":
			told++
		}
	}
	return group && told == 0
}

// describes reports whether a cell only says what is built of the project, or where, that another
// column of its row names: 输水管线 below 建设内容.
func (f *projectFinder) describes(p *passage) bool {
	if p.cell == nil || p.block.Table == nil {
		return false
	}
	named, what := false, false
	for _, row := range p.block.Table.Rows[:p.block.Table.Heads] {
		for _, c := range row.Cells {
			text := f.outline.Quote(c.Span)
			if c.Column == p.cell.Column {
				what = what || hasAnyOf(text, "建设内容", "建设规模", "主要内容", "建设任务", "实施内容", "建设地点", "建设地址", "实施地点", "项目地点")
			} else {
				named = named || hasAnyOf(text, "项目名称", "工程名称")
			}
		}
	}
	return named && what
}
