package extract

import (
	"math/big"
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// columnRole says what a column of a table holds.
type columnRole uint8

const (
	columnUnknown columnRole = iota
	columnIndex              // 序号
	columnLabel              // 指标, 项目名称
	columnGroup              // 一级指标, 类别
	columnUnit               // 单位
	columnNature             // 属性: 预期性, 约束性
	columnValue              // a year, 目标值, 总投资 …
	columnText               // 建设内容, 责任单位, 备注
)

// column is a column of a table with what its head says.
type column struct {
	role  columnRole
	heads []*passage // the cells of the head above it, from the top
	text  string     // their words
}

// grid is a table on its way through the rules.
type grid struct {
	table   *segment.Table
	cells   map[*segment.Cell]*passage
	columns []column
	group   *passage // the label of the group of rows now read
	span    when     // of the row: 建设年限
	first   int      // the earliest year of the head, 0 for none
	years   int      // how many columns have a year
}

// tableFigures binds the numbers of a table's cells: the row names the
// indicator, the head dates it, and either gives the unit.
func (r *reading) tableFigures(t *segment.Table, c *context) {
	if t.Caption == nil {
		t.Caption = r.above(t)
	}
	g := &grid{table: t, cells: map[*segment.Cell]*passage{}, columns: make([]column, t.Columns)}
	for _, row := range t.Rows {
		for i := range row.Cells {
			if p := c.cells[&row.Cells[i]]; p != nil {
				g.cells[&row.Cells[i]] = p
			}
		}
	}
	g.readHead()
	for i, row := range t.Rows {
		if i < t.Heads {
			continue
		}
		r.rowFigures(g, row, c)
	}
}

// above returns the line before a table that has no caption of its own.
func (r *reading) above(t *segment.Table) *segment.Block {
	for i, b := range r.outline.Blocks {
		if b != t.Rows[0] {
			continue
		}
		for i--; i >= 0 && r.outline.Blocks[i].Kind == segment.Noise; i-- {
		}
		if i >= 0 && r.outline.Blocks[i].Kind != segment.Row && r.outline.Blocks[i].Body.Len() < 240 {
			return r.outline.Blocks[i]
		}
		return nil
	}
	return nil
}

// readHead gives each column its role, by its head where there is one, else by
// what its cells look like.
func (g *grid) readHead() {
	for i := 0; i < g.table.Heads && i < len(g.table.Rows); i++ {
		row := g.table.Rows[i]
		for k := range row.Cells {
			p := g.cells[&row.Cells[k]]
			if p == nil {
				continue
			}
			last := len(g.columns)
			if k+1 < len(row.Cells) {
				last = row.Cells[k+1].Column
			}
			if i+1 == g.table.Heads && k+1 == len(row.Cells) {
				last = row.Cells[k].Column + 1
			}
			for col := row.Cells[k].Column; col < last && col < len(g.columns); col++ {
				g.columns[col].heads = append(g.columns[col].heads, p)
				g.columns[col].text += p.flow.Text
			}
		}
	}
	labelled := false
	for i := range g.columns {
		g.year(&g.columns[i])
		g.columns[i].role = headRole(&g.columns[i])
		labelled = labelled || g.columns[i].role == columnLabel
	}
	for i := range g.columns {
		if g.columns[i].role == columnUnknown {
			g.columns[i].role = g.look(i, labelled)
			labelled = labelled || g.columns[i].role == columnLabel
		}
	}
}

// year takes note of the year of a column.
func (g *grid) year(c *column) {
	for _, h := range c.heads {
		for _, d := range h.dates {
			if year, _ := edtfYears(d.edtf); year > 0 && d.edtf != "" && !strings.Contains(d.edtf, "/") {
				g.years++
				if g.first == 0 || year < g.first {
					g.first = year
				}
				return
			}
		}
	}
}

// headRole reads a column's role from its head.
func headRole(c *column) columnRole {
	t := c.text
	switch {
	case t == "":
		return columnUnknown
	case t == "序号" || t == "编号" || t == "No." || t == "序":
		return columnIndex
	case t == "单位" || t == "计量单位" || t == "指标单位":
		return columnUnit
	case strings.Contains(t, "属性") || t == "性质" || t == "指标性质" || t == "类型" || t == "指标类型":
		return columnNature
	case strings.Contains(t, "一级指标") || t == "类别" || t == "分类" || t == "领域" || t == "维度":
		return columnGroup
	case hasDate(c):
		return columnValue
	case hasAnySuffix(t, "指标", "指标名称", "项目名称", "名称", "项目", "工程名称", "主要指标", "指标项", "县(市、区)", "县区", "区县", "地区", "乡镇", "目标任务", "任务名称", "品种", "产业", "类目") != "" || strings.Contains(t, "二级指标"):
		return columnLabel
	case strings.Contains(t, "责任") || strings.Contains(t, "牵头") || strings.Contains(t, "内容") || strings.Contains(t, "备注") || strings.Contains(t, "时限") || strings.Contains(t, "年限") || strings.Contains(t, "地点") || strings.Contains(t, "依据") || strings.Contains(t, "措施") || strings.Contains(t, "配合") || strings.Contains(t, "部门") || strings.Contains(t, "业主") || strings.Contains(t, "建设性质") || strings.Contains(t, "起止") || strings.Contains(t, "时间") || strings.Contains(t, "进度"):
		return columnText
	}
	return columnValue
}

func hasDate(c *column) bool {
	for _, h := range c.heads {
		for _, d := range h.dates {
			if d.edtf != "" {
				return true
			}
		}
	}
	return false
}

// look reads a column's role from its cells.
func (g *grid) look(col int, labelled bool) columnRole {
	numbers, words, natures := 0, 0, 0
	for i, row := range g.table.Rows {
		if i < g.table.Heads {
			continue
		}
		for k := range row.Cells {
			p := g.cells[&row.Cells[k]]
			if row.Cells[k].Column != col || p == nil {
				continue
			}
			switch t := p.flow.Text; {
			case strings.Contains(t, "预期性") || strings.Contains(t, "约束性"):
				natures++
			case isDigit(t[0]) || hasAnyPrefix(t, "≥", "≤", ">", "<", "〔", "[", "约", "-", "★"):
				numbers++
			default:
				words++
			}
		}
	}
	switch {
	case natures > 0:
		return columnNature
	case numbers > words && col == 0:
		return columnIndex
	case numbers > words:
		return columnValue
	case words > 0 && !labelled:
		return columnLabel
	}
	return columnText
}

// rowFigures binds the numbers of one row.
func (r *reading) rowFigures(g *grid, row *segment.Block, c *context) {
	var label, unitCell, nature *passage
	var values, texts []*passage
	g.span = when{}
	for i := range row.Cells {
		cell := &row.Cells[i]
		p := g.cells[cell]
		if p == nil {
			continue
		}
		role := columnUnknown
		if cell.Column < len(g.columns) {
			role = g.columns[cell.Column].role
		}
		switch role {
		case columnIndex, columnGroup:
			if role == columnGroup {
				g.group = p
			}
		case columnLabel:
			if label == nil || cell.Column > label.cell.Column {
				label = p
			}
		case columnUnit:
			unitCell = p
		case columnNature:
			nature = p
		case columnText:
			texts = append(texts, p)
			if head := g.columns[cell.Column].text; lastIndex(head, []string{"年限", "起止", "工期", "建设时间", "建设周期", "实施期", "时限", "时间"}) >= 0 && len(p.dates) > 0 && p.dates[0].edtf != "" {
				g.span = when{edtf: years(p.dates[0].edtf), at: []part{{p: p, at: p.dates[0].Range}}}
			}
		default:
			if label == nil && !startsNumber(p.flow.Text) && len(values) == 0 {
				label = p
				continue
			}
			if strings.Contains(p.flow.Text, "预期性") || strings.Contains(p.flow.Text, "约束性") {
				nature = p
				continue
			}
			values = append(values, p)
		}
	}
	for _, p := range texts {
		r.textCell(g, p, c)
	}
	for i, p := range values {
		r.cellFigure(g, p, label, unitCell, nature, i == len(values)-1, c)
	}
}

func startsNumber(t string) bool {
	return t != "" && (isDigit(t[0]) || hasAnyPrefix(t, "≥", "≤", ">", "<", "〔", "[", "约", "-", "("))
}

// textCell reads a cell that holds sentences.
func (r *reading) textCell(g *grid, p *passage, c *context) {
	c.enter(p)
	c.paragraph = g.span
	c.paragraph.carried = true
	p.quantities = r.quantities(p)
	for i := range p.quantities {
		if q := &p.quantities[i]; q.aside == "" && q.unit == "" && q.form != inRatio {
			q.aside = asideName
		}
	}
	if !candidate(p.quantities) {
		return
	}
	for _, s := range p.sentences {
		r.sentenceFigures(p, s, c)
	}
}

// cellFigure binds the number of a cell.
func (r *reading) cellFigure(g *grid, p, label, unitCell, nature *passage, last bool, c *context) {
	text := p.flow.Text
	if len(text) > 60 && !startsNumber(text) {
		r.textCell(g, p, c)
		return
	}
	c.enter(p)
	p.quantities = r.quantities(p)
	var q *quantity
	for i := range p.quantities {
		if p.quantities[i].aside == "" || p.quantities[i].aside == asideDuration && len(p.quantities) == 1 {
			q = &p.quantities[i]
			break
		}
	}
	if q == nil {
		return
	}
	q.aside = ""
	col := &column{}
	if p.cell.Column < len(g.columns) {
		col = &g.columns[p.cell.Column]
	}
	b := &bound{slot: &slot{q: q, left: segment.Range{Start: 0, End: q.whole.Start}, right: segment.Range{Start: q.whole.End, End: len(text)}, first: true}, rule: "figure_cell"}
	b.clause = &clause{Range: segment.Range{Start: 0, End: len(text)}, slots: []*slot{b.slot}}
	b.words = r.leftPhrase(p, b.left, false)
	var scope string
	b.name, scope = r.cellName(g, label, col)
	b.measure = measureOf(q, b.words, p.textOf(b.left), p.textOf(b.right))
	headed := r.cellMeasure(b, label, col)
	f := &Figure{Record: p.record(b.rule, q.Start, q.End)}
	f.unitOf(r, g, p, q, label, unitCell, col, headed)
	dated := col
	for i := p.cell.Column - 1; headed && !hasDate(dated) && i > 0; i-- { // 2023年预期目标 | 增长(%)
		dated = &g.columns[i]
	}
	t := c.cellTime(dated)
	if t.edtf == "" {
		t = g.span
	}
	if t.edtf == "" {
		t = r.captionTime(c, g.table.Caption)
	}
	b.kind, b.kindAt = c.cellKind(g, dated, t, last)
	if t.edtf == "" && b.kind == "target" {
		t = c.planEnd()
	}
	f.Indicator = b.name.String()
	f.IndicatorID = r.lexicon.indicator(f.Indicator)
	f.Comparator, f.Measure, f.Kind, f.Per, f.Scope = q.comparator, b.measure.name, b.kind, b.measure.per, scope
	f.Time = years(t.edtf)
	f.TimeFirst, f.TimeLast = edtfYears(f.Time)
	f.setValues(q, b.measure.negative)
	if nature != nil {
		for _, n := range []string{"预期性", "约束性"} {
			if i := strings.Index(nature.flow.Text, n); i >= 0 {
				f.Nature = n
				f.show(nature, RoleNature, segment.Range{Start: i, End: i + len(n)})
			}
		}
	}
	for _, h := range col.heads {
		f.show(h, RoleHead, segment.Range{Start: 0, End: len(h.flow.Text)})
	}
	f.addEvidence(p, b, t)
	r.records.Figures = append(r.records.Figures, f)
}

// cellName names a cell: its row's label without the unit in brackets, and the
// words of its head where they name a quantity of the row's thing (总投资). A row
// that is a place or a sum leaves the name to the head, and where the head only
// divides the year, to the caption.
func (r *reading) cellName(g *grid, label *passage, col *column) (n name, scope string) {
	var head name
	for _, h := range col.heads {
		if at := quantityHead(h); at.End > at.Start {
			head = append(head, part{p: h, at: at})
			break
		}
	}
	if label == nil {
		return head, ""
	}
	at := r.labelName(label)
	text := label.textOf(at)
	if place(text) || hasAnySuffix2(text, "合计", "总计", "小计") && len(text) < 20 {
		if place(text) {
			scope = text
		}
		if len(head) > 0 && !quarter(head.String()) {
			return head, scope
		}
		if caption := r.captionOf(g.table.Caption); caption != nil {
			if at := r.captionName(caption); at.End > at.Start {
				return name{{p: caption, at: at}}, scope
			}
		}
	}
	return append(name{{p: label, at: at}}, head...), ""
}

// labelName returns the name in a row's label: without number, unit and verb.
func (r *reading) labelName(label *passage) segment.Range {
	all := label.flow.Text
	end := len(all)
	if at, _ := r.bracketUnit(all); at.End > at.Start {
		end = at.Start
	}
	text := strings.TrimRight(all[:end], "*★#: ")
	start := 0
	if i := strings.IndexAny(text, ".、)"); i > 0 && i < 4 && isDigit(text[0]) {
		_, size := utf8.DecodeRuneInString(text[i:])
		start = i + size
	}
	for _, mark := range []string{"其中:", "其中", "#", "、", "-"} {
		if strings.HasPrefix(text[start:], mark) {
			start += len(mark)
		}
	}
	if k := r.lexicon.figureWords.trimHeads(labelVerbs, text, start, len(text)); k < len(text) {
		start = k
	}
	return segment.Range{Start: start, End: len(text)}
}

// labelVerbs stand in front of the name in a row that is a task: 更新改造供水管网.
var labelVerbs = []string{"更新改造", "改造提升", "新改建", "改扩建", "新增", "新建", "改造", "建成", "培育", "设置", "完成", "实施", "整治"}

// place reports whether a label is the name of an area: 东昌府区, 全市.
func place(s string) bool {
	if len(s) > 30 || strings.ContainsAny(s, "、,，") {
		return false
	}
	return s == "全市" || s == "全省" || s == "全县" || s == "全区" || s == "全市合计" || s == "全省合计" || s == "全县合计" || len(s) >= 6 && hasAnySuffix2(s, "市", "县", "区", "旗", "镇", "乡", "街道", "州", "盟", "省") && !hasAnySuffix2(s, "园区", "社区", "小区", "校区", "矿区", "灌区", "林区", "城镇", "景区", "库区", "超市", "城市", "片区")
}

// quarter reports whether a head only divides the year.
func quarter(s string) bool {
	return hasAnyPrefix(s, "一季度", "二季度", "三季度", "四季度", "上半年", "下半年", "前三季度", "全年", "第一季度", "第二季度", "年度", "1-")
}

// captionName returns what a caption says the table is about: 固定资产投资 of
// 2024年固定资产投资分季度目标(单位:亿元).
func (r *reading) captionName(p *passage) segment.Range {
	text := p.blanked(segment.Range{Start: 0, End: len(p.flow.Text)})
	start := strings.LastIndexByte(text, 0) + 1
	end := len(text)
	for _, w := range []string{"(", "分季度", "分年度", "分县", "分解", "目标", "任务", "计划", "情况", "一览表", "表", "分配"} {
		if i := strings.Index(text[start:], w); i > 0 && start+i < end {
			end = start + i
		}
	}
	n := r.trim(text[start:end], false)
	return segment.Range{Start: start + n.at.Start, End: start + n.at.End}
}

// quantityHead returns the words of a head that name a quantity: 总投资(万元) does,
// 2025年目标值 does not.
func quantityHead(h *passage) segment.Range {
	text := h.flow.Text
	for _, d := range h.dates {
		if d.edtf == "" {
			continue
		}
		rest := strings.TrimLeft(text[d.End:], "”年度计")
		rest = strings.TrimPrefix(rest, "划")
		for _, w := range []string{"计划投资", "完成投资", "投资", "产值", "任务数"} {
			if i := strings.Index(text[d.End:], w); i >= 0 && strings.HasSuffix(text[d.End:d.End+i+len(w)], w) && !strings.Contains(rest, "目标") {
				return segment.Range{Start: d.End + i, End: d.End + i + len(w)}
			}
		}
		return segment.Range{}
	}
	if strings.ContainsAny(text, "值数量") && hasAnySuffix(text, "目标值", "现状值", "基期值", "数值", "完成值", "实际值", "规划值", "预期值", "指标值", "目标数", "任务数", "目标量", "基准值", "期末值") != "" {
		return segment.Range{}
	}
	for _, w := range []string{"目标", "完成", "现状", "基期", "实际", "年均增", "增速", "增长", "累计", "规划", "数值", "指标", "预期", "单位", "任务", "合计", "序号"} {
		if strings.Contains(text, w) && !strings.Contains(text, "投资") {
			return segment.Range{}
		}
	}
	if i := strings.IndexByte(text, '('); i > 0 {
		return segment.Range{Start: 0, End: i}
	}
	return segment.Range{Start: 0, End: len(text)}
}

// cellMeasure corrects the measure by what the head or the label says of the
// column, and reports whether the column is one of rates.
func (r *reading) cellMeasure(b *bound, label *passage, col *column) bool {
	head := col.text
	rate := rateHead(head)
	labelRate := label != nil && (hasAnySuffix(strings.TrimRight(beforeBracket(label.flow.Text), " "), "增速", "增长率", "年均增长", "增长", "增幅", "年均增速", "降幅") != "")
	switch {
	case rate:
		b.measure.name = "growth"
		if strings.Contains(head, "年均") {
			b.measure.per = "year"
		}
	case labelRate:
		b.measure.name = "growth"
		if tail := hasAnySuffix(b.name.String(), "增速", "年均增长率", "年均增长", "增长率", "增长", "增幅", "年均增速", "降幅"); tail != "" && len(b.name.String()) > len(tail) && !strings.HasSuffix(b.name.String(), "自然增长率") {
			b.name = without(b.name, len(tail))
		}
	case label != nil && (strings.HasPrefix(label.flow.Text, "新增") || strings.Contains(label.flow.Text, "新增")) && b.measure.name == "level":
		b.measure.name = "change"
	case label != nil && hasAnySuffix(beforeBracket(label.flow.Text), "下降", "降低", "减少") != "" && b.measure.name == "level":
		b.measure.name, b.measure.negative = "growth", true
	}
	return rate
}

// rateHead reports whether a head is one of growth rates: 年均增长(%), 同比增长.
func rateHead(head string) bool {
	for _, w := range []string{"增长", "增速", "增幅", "涨幅", "±%", "降幅"} {
		if strings.Contains(head, w) {
			return true
		}
	}
	return strings.HasSuffix(beforeBracket(head), "年均")
}

func beforeBracket(s string) string {
	if i := strings.IndexByte(s, '('); i > 0 {
		return s[:i]
	}
	return s
}

// bracketUnit returns the unit in brackets at the end of a label, (%) or (亿元,
// with the place of the bracket.
func (r *reading) bracketUnit(text string) (segment.Range, stated) {
	i := strings.LastIndexByte(text, '(')
	if i < 0 {
		return segment.Range{}, stated{}
	}
	inner := strings.TrimRight(text[i+1:], ")*★ ")
	for _, lead := range []string{"单位:", "计量单位:", "单位"} {
		inner = strings.TrimPrefix(inner, lead)
	}
	u, ok := r.wholeUnit(inner)
	if !ok && strings.Contains(inner, "/") && len(inner) < 40 && !strings.ContainsAny(inner, "、，") {
		u, ok = stated{text: inner, base: inner, factor: big.NewRat(1, 1)}, true // 1/10万
	}
	if !ok {
		return segment.Range{}, stated{}
	}
	return segment.Range{Start: i, End: len(text)}, u
}

// wholeUnit reads a text that is a unit and nothing else.
func (r *reading) wholeUnit(text string) (stated, bool) {
	text = strings.TrimSpace(text)
	m := multiplierAt(text, 0)
	if u := r.lexicon.units().at(text); u != nil && len(u.name) == len(text) {
		m = ""
	}
	u, ok := r.lexicon.units().read(text, len(m), m)
	if !ok || u.end != len(text) {
		return stated{}, false
	}
	return u, true
}

// unitOf settles the unit of a cell: its own, its row's unit column, the bracket
// of its label, the bracket of its head, the caption's.
func (f *Figure) unitOf(r *reading, g *grid, p *passage, q *quantity, label, unitCell *passage, col *column, rate bool) {
	take := func(from *passage, at segment.Range, u stated) {
		q.unit, q.base, q.factor, q.dimension = u.text, u.base, u.factor, u.dimension
		f.show(from, RoleUnit, at)
	}
	switch {
	case q.unit != "":
	case rate:
		for _, h := range col.heads {
			for i, mark := range h.flow.Text {
				if mark == '%' {
					take(h, segment.Range{Start: i, End: i + 1}, stated{text: "%", base: "%", factor: big.NewRat(1, 1), dimension: "share"})
				}
			}
		}
		if q.unit == "" {
			q.unit, q.base, q.dimension = "%", "%", "share"
		}
	default:
		if unitCell != nil {
			if u, ok := r.wholeUnit(unitCell.flow.Text); ok {
				take(unitCell, segment.Range{Start: 0, End: len(unitCell.flow.Text)}, u)
				break
			} else if unitCell.flow.Text != "-" && len(unitCell.flow.Text) < 40 && unitCell.flow.Text != "/" {
				take(unitCell, segment.Range{Start: 0, End: len(unitCell.flow.Text)}, stated{text: unitCell.flow.Text, base: unitCell.flow.Text, factor: big.NewRat(1, 1)})
				break
			}
		}
		for _, from := range append([]*passage{label}, col.heads...) {
			if from == nil {
				continue
			}
			if at, u := r.bracketUnit(from.flow.Text); at.End > 0 {
				take(from, at, u)
				f.Unit, f.UnitBase = q.unit, q.base
				return
			}
		}
		{
			flow := r.captionOf(g.table.Caption)
			if flow != nil {
				if i := strings.Index(flow.flow.Text, "单位:"); i >= 0 {
					rest := strings.TrimRight(flow.flow.Text[i+len("单位:"):], ") ")
					if u, ok := r.wholeUnit(rest); ok {
						take(flow, segment.Range{Start: i + len("单位:"), End: i + len("单位:") + len(rest)}, u)
					}
				} else if at, u := r.bracketUnit(flow.flow.Text); at.End > 0 {
					take(flow, at, u)
				}
			}
		}
	}
	f.Unit, f.UnitBase = q.unit, q.base
}

// captionTime returns the one time that a table's caption states.
func (r *reading) captionTime(c *context, b *segment.Block) when {
	p := r.captionOf(b)
	if p == nil {
		return when{}
	}
	var found when
	for _, d := range p.dates {
		if e := r.when(p, d); e != "" && !strings.Contains(e, "/") {
			if found.edtf != "" {
				return when{}
			}
			found = when{edtf: e, at: []part{{p: p, at: d.Range}}, carried: true}
		}
	}
	return found
}

// captionOf returns the passage of a table's caption.
func (r *reading) captionOf(b *segment.Block) *passage {
	if b == nil {
		return nil
	}
	for _, p := range r.passages {
		if p.block == b && p.cell == nil {
			return p
		}
	}
	return nil
}

// cellTime reads a column's time from its head, else from the cell itself.
func (c *context) cellTime(col *column) when {
	for i := len(col.heads) - 1; i >= 0; i-- {
		h := col.heads[i]
		for _, d := range h.dates {
			if e := c.r.when(h, d); e != "" {
				return when{edtf: e, at: []part{{p: h, at: d.Range}}}
			}
		}
	}
	return when{}
}

// cellKind decides by the words of the head, then by its year; where the document
// does not say its own year, the earliest column of several is the state of affairs.
func (c *context) cellKind(g *grid, col *column, t when, last bool) (string, []part) {
	var at []part
	if len(col.heads) > 0 {
		h := col.heads[len(col.heads)-1]
		at = []part{{p: h, at: segment.Range{Start: 0, End: len(h.flow.Text)}}}
	}
	switch {
	case lastIndex(col.text, []string{"目标", "规划", "预期", "计划", "任务", "预算"}) >= 0:
		return "target", at
	case lastIndex(col.text, []string{"完成", "实际", "现状", "基期", "基准", "基数", "执行", "预计"}) >= 0:
		return "actual", at
	}
	if _, year := edtfYears(t.edtf); year > 0 {
		switch {
		case c.inferred && g.first > 0 && g.first != year:
			return "target", at
		case c.inferred && g.first > 0 && g.years > 1:
			return "actual", at
		case c.year == 0:
		case year > c.year || year == c.year && c.last == year:
			return "target", at
		case !c.inferred || g.years > 1 || c.last == 0:
			return "actual", at
		}
	}
	if title := c.r.records.About.Title; lastIndex(title, []string{"公报", "总结", "报告", "情况"}) >= 0 && c.last == 0 {
		return "actual", nil
	}
	if c.last > 0 && len(col.heads) == 0 && !last && len(g.columns) >= 5 {
		return "actual", nil
	}
	return "target", nil
}
