package extract

import (
	"strings"

	"suyuan/segment"
	"suyuan/source"
)

// dutyVerbs are what a unit's duties begin with.
var dutyVerbs = []string{"负责", "牵头", "统筹", "制定", "落实", "组织", "推进", "推动", "开展", "指导", "加强", "做好", "完善", "建立", "建设", "协调", "监督", "配合", "协助", "检查", "整治", "承担", "会同", "督促", "加快", "实施", "参与", "强化", "抓好", "编制", "研究", "支持", "培育", "安排", "拟订", "拟定", "依法", "贯彻", "规范", "提供", "争取", "组建", "健全", "保障", "引导"}

// honours are what units are awarded, and not what they have to do.
var honours = []string{"先进集体", "先进单位", "先进个人", "优秀单位", "优秀集体", "示范单位", "表现突出单位", "等奖"}

// dutyVerb returns the verb that text begins with, "" for none: 建设路3号 and
// 推进乡村振兴先进集体 have none.
func dutyVerb(text string) string {
	verb := prefixOf(text, dutyVerbs)
	if hasAnyPrefix(text[len(verb):], "路", "街", "大道", "大街", "巷", "大厦", "大楼", "银行", "新村", "小区", "广场", "机构代码") || hasAnySuffix2(strings.TrimRight(text, "。 "), honours...) {
		return ""
	}
	return verb
}

// dutyHeads are the words of the head above what units have to do.
var dutyHeads = []string{"职责", "分工", "任务", "职能"}

// duty is a column of units and the one beside it with what each of them has to do.
type duty struct{ who, what int }

// dutyTable finds the column of units of a table in which no head announces them:
// 市教育局 | 制定校园食品安全方案. It reports false where a row has no unit or none
// says what it has to do.
func (r *reading) dutyTable(t *segment.Table) (duty, bool) {
	for who := range min(2, t.Columns-1) {
		d := duty{who, who + 1}
		if rows, ok := r.dutyRows(t, d); ok && rows > 1 {
			return d, true
		}
	}
	return duty{}, false
}

// dutyTables finds all of them in which no head announces the units.
func (r *reading) dutyTables(heads unitColumns) map[*segment.Table]duty {
	out := map[*segment.Table]duty{}
	var last *segment.Table
	for _, p := range r.passages {
		if t := tableOf(p); t != nil && t != last && heads[t] == nil {
			last = t
			if d, ok := r.dutyTable(t); ok {
				out[t] = d
			}
		}
	}
	return out
}

// tableOf returns the table that a passage is a cell of, nil where it is none.
func tableOf(p *passage) *segment.Table {
	if p.cell == nil {
		return nil
	}
	return p.block.Table
}

// dutyRows counts the rows of a table of duties.
func (r *reading) dutyRows(t *segment.Table, d duty) (rows int, ok bool) {
	document := r.outline
	done, headed := 0, false
	for i, row := range t.Rows {
		who, what := cellAt(row, d.who), cellAt(row, d.what)
		if who == nil || what == nil || who.Span.Len() == 0 {
			continue
		}
		said := r.flat(document.Quote(what.Span))
		if name := document.Quote(who.Span); i < t.Heads && (r.general(name) || !r.units(name)) {
			headed = headed || hasAnyOf(said, dutyHeads...)
			continue
		}
		if !r.units(document.Quote(who.Span)) {
			return 0, false
		}
		rows++
		if dutyVerb(said[sectionLen(said):]) != "" {
			done++
		}
	}
	return rows, headed && t.Heads > 0 || 2*done > rows
}

// flat returns text without the white space at its beginning.
func (r *reading) flat(text string) string { return strings.TrimLeft(text, " \t\r\n\u3000") }

// halfBrackets writes brackets in half width.
var halfBrackets = strings.NewReplacer("（", "(", "）", ")")

// units reports whether a cell holds the names of units and nothing else.
func (r *reading) units(text string) bool {
	if len(text) > 4*maxName {
		return false
	}
	found := false
	for _, name := range strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune("、，,；; \n\t\u3000", c) }) {
		name = halfBrackets.Replace(name)
		if !r.unit(name) && !r.general(name) && !r.plainUnit(name) {
			return false
		}
		found = true
	}
	return found
}

// cellAt returns a row's cell in a column, nil where it has none.
func cellAt(row *segment.Block, column int) *segment.Cell {
	for i := range row.Cells {
		if row.Cells[i].Column == column {
			return &row.Cells[i]
		}
	}
	return nil
}

// keepDuty makes records of the units in a cell of a table of duties, and reports
// whether p is one.
func (r *reading) keepDuty(at int, d duty) bool {
	p := r.passages[at]
	what := cellAt(p.block, d.what)
	if p.cell.Column != d.who || what == nil || what.Span.Len() == 0 || !r.units(r.outline.Quote(p.cell.Span)) {
		return false
	}
	role, said := "lead", r.flat(r.outline.Quote(what.Span))
	if hasAnyPrefix(said, "配合", "协助", "参与") {
		role = "support"
	}
	for _, m := range r.listed(p, segment.Range{Start: 0, End: len(p.flow.Text)}, role, segment.Range{}, "department_duty") {
		r.department(at, m, Evidence{RoleRole, source.Span{Start: what.Span.Start, End: what.Span.End}})
	}
	return true
}
