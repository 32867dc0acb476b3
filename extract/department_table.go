package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"suyuan/segment"
	"suyuan/source"
)

// unitColumns are the columns of a table whose head says that units stand in
// them, with the place of the head.
type unitColumns map[*segment.Table]map[int]source.Span

// unitColumns reads the heads of every table once.
func (r *reading) unitColumns() unitColumns {
	out := unitColumns{}
	for _, p := range r.passages {
		if !p.inHead() || !unitHead(p.flow.Text) {
			continue
		}
		if out[p.block.Table] == nil {
			out[p.block.Table] = map[int]source.Span{}
		}
		out[p.block.Table][p.cell.Column] = p.span()
	}
	for table, columns := range out {
		led := false
		for _, at := range columns {
			led = led || leads(r.outline.Quote(at))
		}
		if led {
			columns[-1] = source.Span{}
		}
		out[table] = columns
	}
	return out
}

// inHead reports whether p is a cell of a head row: the label of a group of rows
// is none.
func (p *passage) inHead() bool {
	return p.cell != nil && p.block.Table != nil && slices.Contains(p.block.Table.Rows[:p.block.Table.Heads], p.block)
}

// unitHead reports whether a column's head announces units.
func unitHead(head string) bool {
	for _, who := range [...]string{"单位", "部门", "主体", "科室", "处室"} {
		if !strings.Contains(head, who) {
			continue
		}
		for _, what := range [...]string{"责任", "牵头", "配合", "主管", "主责", "参与", "协办", "协同", "落实", "实施单位", "承办", "主办"} {
			if strings.Contains(head, what) {
				return true
			}
		}
	}
	return false
}

// role returns the span of the head above a cell in a column of units.
func (u unitColumns) role(p *passage) (led bool, head source.Span, ok bool) {
	if p.cell == nil || p.block.Table == nil {
		return false, source.Span{}, false
	}
	columns := u[p.block.Table]
	head, ok = columns[p.cell.Column]
	_, led = columns[-1]
	return led, head, ok
}

// keepCells makes records of the units in a cell.
func (r *reading) keepCells(at int, led bool, head source.Span) {
	p := r.passages[at]
	role := labelRole(strings.TrimSpace(r.outline.Quote(head)), led)
	end := len(p.flow.Text)
	if m := headingBehind().FindStringIndex(p.flow.Text); m != nil {
		end = m[0]
	}
	if hasAnyOf(r.outline.Quote(head), "责任人", "负责人", "领导", "联系人") {
		end = min(end, p.unitEnd())
	}
	for _, m := range r.listed(p, segment.Range{Start: 0, End: end}, role, segment.Range{}, "department_column") {
		by := Evidence{RoleHead, head}
		if m.by.End > m.by.Start {
			by = Evidence{RoleRole, p.flow.Span(m.by.Start, m.by.End)}
		}
		r.department(at, m, by)
	}
}

// headingBehind is the heading of the next group of rows, which a table that lost its
// lines leaves in the last cell: 区教育局。二、扩大投资.
var headingBehind = Expression(`。[一二三四五六七八九十]{1,3}、`)

// unitEnd returns where the names of units in a cell end in front of a blank behind
// which a person is named: 市商务局 王某某.
func (p *passage) unitEnd() int {
	text := p.flow.Text
	for i := len(text) - 1; i > 0 && len(text)-i <= len("欧阳某某"); i-- {
		if utf8.RuneStart(text[i]) && (p.gap(i) || text[i] == ' ') && endsWithClass(text[:i]) && !endsWithClass(text) {
			return i
		}
	}
	return len(text)
}

// rowTask returns what the units in a table's row answer for: the longest of the
// row's cells that hold neither units nor times, nor what is aimed at or spent, unless
// there are no others.
func (r *reading) rowTask(p *passage) (source.Span, bool) {
	var best, aim source.Span
	for i, c := range p.block.Cells {
		head := r.columnHead(&passage{block: p.block, cell: &p.block.Cells[i]})
		switch {
		case c.Column == p.cell.Column || unitHead(head) || timeColumn().MatchString(head):
		case besideTask().MatchString(head):
			if c.Span.Len() > aim.Len() {
				aim = c.Span
			}
		case c.Span.Len() > best.Len():
			best = c.Span
		}
	}
	if best.Len() < len("任务") {
		best = aim
	}
	return best, best.Len() > 0
}

// besideTask are the heads of columns that stand beside what is to be done: 目标要求,
// 完成情况, 投资额.
var besideTask = Expression(`^(?:主要|工作|任务|年度|预期|绩效|量化|\d{4}年)*(?:目标|指标|成效|成果|要求)|目标值|目标要求|进展|进度|完成情况|投资|资金|备注|地点|依据|序号|责任人|联系`)
