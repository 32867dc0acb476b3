package extract

import (
	"slices"

	"suyuan/segment"
)

// settleKind decides whether a cell is a target, a fact or a provision: by the
// words of its head and its label, by what the caption settles, by its year among
// those of the table, by the caption, and last by the document. last is the last
// cell of its row that holds a number.
func (x *crossing) settleKind(last bool) {
	kind, at := x.kindBySides()
	if kind == "" && !x.spanned() {
		kind, at = x.kindByYear(), x.headPart()
	}
	if kind == "" && x.row.span.edtf != "" {
		kind, at = "target", x.row.span.at // what a project or a task is to reach
	}
	if kind == "" && x.caption.kind != "" {
		kind, at = x.caption.kind, []part{*x.caption.kindAt}
	}
	if kind == "" {
		kind, at = x.kindByDocument(last)
	}
	x.kind, x.kindAt = kind, at
	if x.time.edtf == "" && kind == "target" {
		x.time = x.planEnd()
	}
}

// kindBySides reads the words of the head, and what the caption settles.
func (x *crossing) kindBySides() (string, []part) {
	w := x.r.lexicon.tables
	for i := x.at(); i >= 0; i-- {
		s := &x.columns[i].side
		if s.kind != "" {
			return s.kind, []part{*s.kindAt}
		}
		if x.columns[i].role != columnContent || !s.rate || s.time.edtf != "" {
			break // a growth is of the kind of what grows
		}
	}
	if p := x.captionAt; p != nil && w.has("settled", p.flow.Text) {
		if at := w.last("settled", p.flow.Text); at.End >= w.last("target", p.flow.Text).End {
			return "actual", []part{{p: p, at: at}}
		}
	}
	return "", nil
}

// spanned reports whether the cell holds for its row's own time, that of a project
// or a task.
func (x *crossing) spanned() bool {
	return x.row.span.edtf != "" && x.col.time.edtf == "" && x.row.time.edtf == ""
}

// kindByYear compares the cell's year with the document's. Where that is not said,
// the earliest of several columns is the state of affairs, the others lie ahead.
func (x *crossing) kindByYear() string {
	first, year := edtfYears(x.time.edtf)
	if year == 0 || x.time.carried {
		return ""
	}
	earliest := x.years > 1 && year <= x.earliest && !x.planned(year)
	switch {
	case x.inferred && x.years > 1:
		if earliest || x.report() {
			return "actual"
		}
		return "target"
	case x.year == 0 || x.inferred:
		return ""
	}
	switch {
	case year > x.year || first < year && year == x.last:
		return "target"
	case year < x.year || earliest:
		return "actual"
	case x.years > 1 && x.last > 0:
		return "target"
	}
	return ""
}

// planned reports whether the caption is that of a plan that begins in a year:
// 2021—2025年投资计划表.
func (x *crossing) planned(year int) bool {
	first, last := edtfYears(x.caption.time.edtf)
	return x.caption.kind == "target" && first == year && last > first
}

// kindByDocument is what the figures of such a document mostly are.
func (x *crossing) kindByDocument(last bool) (string, []part) {
	if kind, at := x.section(x.p); kind != "" && x.captionAt == nil {
		return kind, at
	}
	switch {
	case x.granting():
		return "provision", nil
	case x.report():
		return "actual", nil
	case x.last > 0 && len(x.col.heads) == 0 && !last && len(x.columns) >= 5:
		return "actual", nil
	}
	if _, year := edtfYears(x.time.edtf); year > 0 && year <= x.year && x.last == 0 && slices.ContainsFunc(x.columns, overLastYear) {
		return "actual", x.time.at
	}
	return "target", x.planEnd().at
}

// overLastYear reports whether a column holds growths over the year before: what grew
// has been, 绝对数 | 比上年增长(%).
func overLastYear(c column) bool {
	return c.rate && slices.ContainsFunc(c.heads, func(h *passage) bool { return hasAnyOf(h.flow.Text, "上年", "去年", "同比") })
}

// report reports whether the document tells by its title what has been.
func (c *context) report() bool {
	return c.last == 0 && lastIndex(c.r.records.About.Title, []string{"公报", "总结", "报告", "情况"}) >= 0
}

// headPart is the lowest cell of the head, whose year decides the kind.
func (x *crossing) headPart() []part {
	if n := len(x.col.heads); n > 0 {
		h := x.col.heads[n-1]
		return []part{{p: h, at: segment.Range{Start: 0, End: len(h.flow.Text)}}}
	}
	return x.time.at
}
