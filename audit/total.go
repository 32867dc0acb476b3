package audit

import (
	"slices"
	"strings"
)

// sum is a total with the parts that the text gives of it.
type sum struct {
	total    *figure
	parts    []*figure
	complete bool // the parts are all there is: their sum is the total
}

// partly are words behind which parts begin, wholly words before a total that
// comes behind its parts.
var (
	partly = expression(`其中|(?:包括|包含|分为|分别为|依次为|分别是|含)`)
	wholly = expression(`[,;、](?:合计|共计|总计|总共|一共|合共|共)[达为到]*$`)
	summed = expression(`[,;]\p{Han}{0,3}(?:总数|总量|总额|总人数)[达为到]*$`)
	ended  = expression(`。|;.*(?:共|累计|总|另|同时|目前|至今)|累计|新增|另有|另外|同时|此外|吸引|带动|投入|占地|面积|比上年|较上年|比20|较20|截至|总`)
)

// sets are whole sets of parts: where a text gives each of one, they are all there
// is. Levels are one only for a total that says so, 市级以上.
var sets = [][]string{
	{"特等奖", "一等奖", "二等奖", "三等奖"}, {"一等奖", "二等奖", "三等奖"},
	{"城镇", "农村"}, {"城镇", "乡村"}, {"城市", "农村"}, {"男", "女"}, {"公办", "民办"}, {"公立", "民营"},
	{"第一产业", "第二产业", "第三产业"}, {"一产", "二产", "三产"},
	{"新建", "续建"}, {"新开工", "续建"}, {"新建", "改扩建"}, {"新建", "改建"},
	{"出口", "进口"}, {"国内", "入境"},
	{"国家级", "省级", "市级"}, {"国家级", "省级"},
}

// wholeFor says which total a set of levels is whole for.
var wholeFor = map[string]string{"国家级省级市级": "市级以上", "国家级省级": "省级以上"}

// totals finds what is a part of what, statement by statement.
func (d *document) totals() {
	for i, f := range d.figures {
		if f.table {
			continue
		}
		if at := partly().FindStringIndex(f.lead); at != nil && !strings.HasSuffix(f.lead[:at[0]], "(") {
			if word := f.lead[at[0]:at[1]]; word == "其中" || i > 0 && strings.Trim(f.lead[:at[0]], ",:;、(") == d.figures[i-1].Unit {
				d.open(i, word)
			}
		}
		if wholly().MatchString(f.lead) {
			d.close(i, false)
		} else if summed().MatchString(f.lead) {
			d.close(i, true)
		}
	}
	for i := range d.figures {
		d.complement(i)
	}
}

// open takes the figures from i on for parts of the total before them.
func (d *document) open(i int, word string) {
	first := d.figures[i]
	total := d.totalBefore(i)
	if total == nil || total.total != nil && total.Statement == first.Statement && word != "其中" {
		return
	}
	s := &sum{total: total, complete: slices.Contains([]string{"分别为", "依次为", "分为"}, word)}
	for j, f := range d.figures[i:] {
		if f.Statement != first.Statement || j > 0 && (ended().MatchString(f.lead) || partly().MatchString(f.lead)) {
			break
		}
		if bracketed(f) || !d.partOf(f, total) {
			continue
		}
		if f.act == "" {
			f.act = total.act
		}
		s.parts = append(s.parts, f)
	}
	s.parts = latest(s.parts, total)
	d.share(s)
}

// share adds a sum. Where several totals stand in a row before it, 孵化器9家，众创空间6家，其中…,
// each part goes to the one whose name it has.
func (d *document) share(s *sum) {
	of := map[*figure]*sum{s.total: s}
	rest := s.parts
	s.parts = nil
	row := d.row(s.total)
	for _, p := range rest {
		owner := s.total
		for _, t := range row {
			if strings.HasSuffix(p.base, t.base) && !strings.HasSuffix(p.base, s.total.base) {
				owner = t
			}
		}
		if of[owner] == nil {
			of[owner] = &sum{total: owner}
		}
		of[owner].parts = append(of[owner].parts, p)
	}
	for _, t := range append(row, s.total) {
		if one := of[t]; one != nil {
			one.complete = s.complete && len(of) == 1
			d.add(one)
		}
	}
}

// row returns the figures that stand in one list before a total.
func (d *document) row(total *figure) (row []*figure) {
	for j := total.at - 1; j >= 0 && d.figures[j].Statement == total.Statement && d.partOf(total, d.figures[j]) && d.figures[j].total == nil; j-- {
		row = append(row, d.figures[j])
	}
	return row
}

// totalBefore returns the figure that the parts from i on belong to: the nearest
// level or change before them, in their sentence or at the end of the one before;
// of several one that is named like the parts: 总产值, 增加值, 其中农业产值.
func (d *document) totalBefore(i int) (nearest *figure) {
	for j := i - 1; j >= 0 && j >= i-6; j-- {
		f := d.figures[j]
		if f.Statement != d.figures[i].Statement && f.Statement.End != d.figures[i].Statement.Start && d.gap(f, d.figures[i]) {
			break
		}
		if f.table {
			break
		}
		if !amounts(f) || compared(f) || bracketed(f) || f.total != nil || !d.partOf(d.figures[i], f) {
			continue
		}
		if endsAlike(f, d.figures[i]) {
			return f
		}
		if nearest == nil {
			nearest = f
		}
	}
	return nearest
}

// endsAlike reports whether two names end in the same two characters.
func endsAlike(f, g *figure) bool {
	a, b := []rune(f.base), []rune(g.base)
	return len(a) > 1 && len(b) > 1 && string(a[len(a)-2:]) == string(b[len(b)-2:])
}

// gap reports whether more than blanks and marks stand between two statements, or
// a paragraph ends between them.
func (d *document) gap(f, g *figure) bool {
	between := d.Text[f.Statement.End:max(f.Statement.End, g.Statement.Start)]
	return strings.Contains(between, "\n\n") || len(strings.TrimSpace(between)) > len("。。")
}

// partOf reports whether a figure is of the same kind of amount as a total.
func (d *document) partOf(f, total *figure) bool {
	if !amounts(f) || !amounts(total) || f.Kind != total.Kind || total.UnitBase == "%" || strings.Contains(f.Unit, "/") || strings.Contains(total.Unit, "/") {
		return false
	}
	if f.UnitBase == total.UnitBase {
		return true
	}
	a, b := d.lexicon.Dimension(f.Unit), d.lexicon.Dimension(total.Unit)
	return a == b && a == "count" && things(f) && things(total)
}

// compared reports whether a figure tells a difference to another time or place:
// 比上年末减少2.1万人.
func compared(f *figure) bool {
	clause := f.lead[strings.LastIndexAny(f.lead, ",;。:(")+1:]
	return f.Measure == "change" && (f.value.Sign() < 0 || strings.ContainsAny(clause, "比较") || strings.Contains(clause, "提高") || strings.Contains(clause, "上升"))
}

// amounts reports whether a figure is an amount or a number of things, there or
// added.
func amounts(f *figure) bool { return f.Measure == "level" || f.Measure == "change" }

// things reports whether a unit counts things of any kind.
func things(f *figure) bool {
	return slices.Contains([]string{"家", "个", "所", "座", "处", "项", "件"}, f.UnitBase)
}

// bracketed reports whether a figure stands in brackets behind another.
func bracketed(f *figure) bool {
	open := strings.LastIndex(f.lead, "(")
	return open >= 0 && !strings.Contains(f.lead[open:], ")") && strings.Contains(f.tail, ")")
}

// earlier reports whether a figure tells of a time before another's.
func earlier(f, g *figure) bool { return f.TimeLast != 0 && g.TimeLast != 0 && f.TimeLast < g.TimeLast }

// latest leaves out of the parts what tells of another time than the total: 由2家
// in 由2家增长到16家.
func latest(parts []*figure, total *figure) []*figure {
	return slices.DeleteFunc(parts, func(f *figure) bool {
		return total.Time != "" && f.Time != "" && f.TimeLast != total.TimeLast
	})
}

// close takes the figures before i, one list, for the parts of the total i. A
// 总数 is that of a list only where the list says 分别, 依次.
func (d *document) close(i int, respectively bool) {
	total, listed := d.figures[i], false
	s := &sum{total: total, complete: true}
	for j := i - 1; j >= 0; j-- {
		f := d.figures[j]
		if f.Statement != total.Statement || !d.partOf(f, total) || bracketed(f) || f.total != nil {
			break
		}
		s.parts = append([]*figure{f}, s.parts...)
		if strings.Contains(f.lead, "分别") || strings.Contains(f.lead, "依次") {
			listed = true
			break
		}
	}
	if (listed || !respectively) && len(s.parts) > 1 && !partly().MatchString(total.lead) {
		d.add(s)
	}
}

// complement finds a whole set of parts, 一等奖3项、二等奖2项、三等奖2项, behind a
// figure of what they are parts of.
func (d *document) complement(i int) {
	for _, set := range sets {
		if i == 0 || i+len(set) > len(d.figures) || d.figures[i].table {
			continue
		}
		var parts []*figure
		for j, word := range set {
			f := d.figures[i+j]
			if f.Statement != d.figures[i].Statement || !strings.Contains(f.called(), word) || f.UnitBase != d.figures[i].UnitBase || !amounts(f) || compared(f) || strings.Contains(f.Unit, "/") {
				break
			}
			parts = append(parts, f)
		}
		if len(parts) < len(set) {
			continue
		}
		total := parts[0].total
		if total == nil {
			total = d.figures[i-1]
			if total.table || total.Statement != parts[0].Statement || total.total != nil || !d.partOf(parts[0], total) || total.Time != parts[0].Time || compared(total) || slices.ContainsFunc(set, func(w string) bool { return strings.Contains(total.Indicator, w) }) || !sameHead(total, parts[0], set[0]) {
				continue
			}
		}
		if level, ok := wholeFor[strings.Join(set, "")]; ok && total.level != level {
			continue
		}
		if slices.ContainsFunc(total.sums, func(s *sum) bool { return len(s.parts) > len(parts) || s.complete }) {
			continue
		}
		d.add(&sum{total: total, parts: parts, complete: true})
	}
}

// called is what stands before a number since the last mark, its name and the verb
// before it: 新建项目.
func (f *figure) called() string {
	return f.Indicator + " " + f.lead[strings.LastIndexAny(f.lead, ",;、。:(")+1:]
}

// sameHead reports whether a part names the total with the set's word put to it:
// 省科学技术奖 and 省科技进步奖一等奖 end alike, so do 医院 and 三级医院.
func sameHead(total, part *figure, word string) bool {
	rest := strings.ReplaceAll(part.Indicator, word, "")
	t, r := []rune(total.Indicator), []rune(rest)
	if len(t) == 0 || len(r) == 0 {
		return strings.HasSuffix(word, "奖") && strings.Contains(total.Indicator, "奖")
	}
	if total.IndicatorID == "gdp" && strings.Contains(rest, "增加值") {
		return true
	}
	return t[len(t)-1] == r[len(r)-1] && (len(r) == 1 || len(t) == 1 || t[len(t)-2] == r[len(r)-2]) || strings.HasSuffix(word, "奖") && strings.Contains(total.Indicator, "奖")
}

func (d *document) add(s *sum) {
	if len(s.parts) == 0 {
		return
	}
	for _, p := range s.parts {
		if p.total == nil && p != s.total {
			p.total = s.total
			if p.act == "" {
				p.act = s.total.act
			}
		}
	}
	s.total.sums = append(s.total.sums, s)
}
