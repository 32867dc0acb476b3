package audit

import (
	"fmt"
	"slices"
	"strings"
)

// before is the year before the plan begins, whose state a text calls 目前.
func (d *document) before() int {
	if d.first == 0 {
		return 0
	}
	return d.first - 1
}

// rows returns the cells of a level for all (no level word) of a base name in a
// year: what the parts that the text gives are compared with.
func (d *document) rows(kind string, year int) map[string]*figure {
	all := map[string]*figure{}
	for _, f := range d.figures {
		if f.table && f.Kind == kind && f.Measure == "level" && f.TimeLast == year && year != 0 {
			key := f.level + "\x00" + f.base
			if class := d.classOf(f); class != "" {
				key = f.level + "\x00" + class
			}
			if all[key] == nil {
				all[key] = f
			}
		}
	}
	return all
}

// byLevels returns the sums that the text gives by levels of what there is of one
// kind of thing, by its base name.
func (d *document) byLevels() (sums []*sum) {
	at := map[string]*sum{}
	for _, f := range d.figures {
		if f.table || f.Kind != "actual" || f.Measure != "level" || f.level == "" || strings.Contains(f.level, "以上") || f.act != "" || f.place != "" ||
			f.Scope != "" || f.Time != "" && f.TimeLast != d.before() || f.UnitBase == "%" {
			continue
		}
		key := f.base + "\x00" + f.UnitBase
		if at[key] == nil {
			at[key] = &sum{}
			sums = append(sums, at[key])
		}
		s := at[key]
		if !slices.ContainsFunc(s.parts, func(g *figure) bool { return g.level == f.level }) {
			s.parts = append(s.parts, f)
		}
	}
	return slices.DeleteFunc(sums, func(s *sum) bool { return len(s.parts) < 2 })
}

// levelsAgainstTable compares 国家级3家 and 省级3家 of the text with the row of all.
func (d *document) levelsAgainstTable() (found []report) {
	rows := d.rows("actual", d.before())
	for _, s := range d.sums {
		s.total = rows["\x00"+s.parts[0].base]
		if s.total == nil {
			continue
		}
		if r, bad := s.report(); bad {
			r.severity = Warning
			found = append(found, r)
		}
	}
	return found
}

// classesAgainstTable compares what the text counts of the kinds of a class with
// the row of the class: 省级工程研究中心、企业技术中心 with 省级科研平台.
func (d *document) classesAgainstTable() (found []report) {
	rows := d.rows("actual", d.before())
	for _, f := range d.figures {
		if f.table || f.Kind != "actual" || f.Measure != "level" || f.act != "" || f.Time != "" && f.TimeLast != d.before() {
			continue
		}
		class := d.classOf(f)
		if class == "" {
			continue
		}
		row, severity := rows[f.level+"\x00"+class], Warning
		if row == nil {
			row, severity = d.wider(f, class, rows), Note
		}
		if row == nil || f.amount.meets(row.amount) || severity == Warning && classWords[f.base] == "" && !less(row.value, f.value) {
			continue
		}
		found = append(found, report{
			severity: severity, figures: []*figure{f, row},
			zh:         fmt.Sprintf("“%s”文中为%s，表中“%s”为%s", f.Indicator, f.print(), row.Indicator, row.print()),
			en:         fmt.Sprintf("%s is %s in the text, %s is %s in the table", f.Indicator, f.print(), row.Indicator, row.print()),
			arithmetic: fmt.Sprintf("%s≠%s", f.print(), row.print()),
		})
	}
	return found
}

// classOf returns the class that a figure counts, or the kinds of which it counts.
func (d *document) classOf(f *figure) string {
	if class := classWords[f.base]; class != "" {
		return class
	}
	names, class := members(f.base)
	if class == "" && len(names) > 1 {
		class = classOf(names)
	}
	return class
}

// wider returns the row of a class at the next wider level: 省级以上 for 省级.
func (d *document) wider(f *figure, class string, rows map[string]*figure) *figure {
	if f.level == "" || strings.Contains(f.level, "以上") {
		return nil
	}
	return rows[f.level+"以上\x00"+class]
}

// stocks compares what was granted over a period with what is held at its end.
func (d *document) stocks() (found []report) {
	for _, pair := range [][2]string{{"invention_patents_granted", "invention_patents_held"}} {
		for _, f := range d.byKey[pair[0]] {
			for _, held := range d.byKey[pair[1]] {
				if f.Kind != "actual" || held.Kind != "actual" || held.TimeLast != f.TimeLast || f.TimeLast == 0 || held.amount.hi == nil || f.amount.lo == nil || !less(held.amount.hi, f.amount.lo) {
					continue
				}
				found = append(found, report{
					severity: Warning, figures: []*figure{f, held},
					zh:         fmt.Sprintf("“%s”%s为%s，多于期末“%s”%s", f.Indicator, f.Time, f.print(), held.Indicator, held.print()),
					en:         fmt.Sprintf("%s granted in %s are more than the %s held at its end (%s)", f.print(), f.Time, held.print(), held.Indicator),
					arithmetic: f.print() + ">" + held.print(),
				})
				break
			}
		}
	}
	return found
}
