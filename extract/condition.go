package extract

import (
	"strings"

	"suyuan/segment"
)

// conditionTitles and conditionLeads are what a list of conditions is headed and
// introduced with.
var (
	conditionTitles = []string{"条件", "认定标准", "申报标准", "资格", "分级", "基本要求"}
	conditionLeads  = []string{"应具备", "须具备", "应当具备", "符合下列", "符合以下", "应符合", "应达到", "须达到", "必须达到", "需达到", "情形之一", "情况之一", "条件之一", "以下条件", "下列条件", "情形的", "标准之一"}
)

// awarding are words of a sentence that grants: its thresholds are read by it.
var awarding = newWordSet("给予", "奖励", "补助", "补贴", "处以", "罚款")

// condition reports a threshold that is one by where it stands: in a list of
// conditions, or in an emergency plan's grades.
func (c *context) condition(p *passage, cl *clause, b *bound) ([]part, bool) {
	if b.measure.name != "level" && b.measure.name != "growth" {
		return nil, false
	}
	o := c.offer(p, cl, b.slot)
	if !o.compared() && b.q.dimension != "score" && !b.q.ranged() {
		return nil, false
	}
	if at, ok := o.applicant(); ok {
		return []part{{p: p, at: at}}, true
	}
	if before, after := o.sentence(); awarding.last(applied(p.textOf(before))) >= 0 || awarding.last(o.before()+o.behind()) >= 0 || awarding.last(p.textOf(after)) >= 0 {
		return nil, false
	}
	if h := p.block.Parent; h != nil && c.byBlock[h] != nil && len(c.byBlock[h].flow.Text) < 120 {
		if i, w := firstOf(c.byBlock[h].flow.Text, conditionTitles); i >= 0 {
			return []part{{p: c.byBlock[h], at: segment.Range{Start: i, End: i + len(w)}}}, true
		}
	}
	if lead := p.block.Lead; lead != nil && c.byBlock[lead] != nil {
		if i, w := firstOf(c.byBlock[lead].flow.Text, conditionLeads); i >= 0 {
			return []part{{p: c.byBlock[lead], at: segment.Range{Start: i, End: i + len(w)}}}, true
		}
	}
	if c.terms.p != nil && p != c.terms.p {
		return []part{c.terms.part}, true
	}
	s := p.sentence(b.q.Start)
	text, start := p.before(s.Start, b.q.Start)
	if i, w := firstOf(text, conditionLeads); i >= 0 {
		return []part{{p: p, at: segment.Range{Start: start + i, End: start + i + len(w)}}}, true
	}
	return nil, false
}

// applied takes off the front of a sentence what it says is applied for: 申请租房补贴的，.
func applied(text string) string {
	if i := strings.Index(text, "的，"); i > 0 && hasAnyPrefix(text, "申请", "申报", "申领", "享受") {
		return text[i:]
	}
	return text
}

// applicants are who has to meet what the text asks of them.
var applicants = []string{"申报企业", "申报单位", "申报主体", "申报项目", "申报人", "申报机构", "申请企业", "申请单位", "申请人", "申请主体", "申报对象", "参评企业", "申领企业"}

// applicant reports a threshold that those who apply have to reach, with nothing
// granted before it: 申报企业上年度营业收入不低于2000万元.
func (o *offer) applicant() (segment.Range, bool) {
	before, _ := o.sentence()
	text := o.p.textOf(segment.Range{Start: before.Start, End: o.row[0].q.Start})
	i, w := lastOf(text, applicants)
	if i < 0 || awarding.last(text) >= 0 || hasAnyOf(text[i:], "对", "资助") {
		return segment.Range{}, false
	}
	return segment.Range{Start: before.Start + i, End: before.Start + i + len(w)}, true
}

// grade reports a threshold of a document that is all about them: an emergency
// plan, measures for recognition or review.
func (c *context) grade(b *bound) ([]part, bool) {
	if b.measure.name != "level" || b.q.comparator == "=" && b.q.dimension != "score" && !b.q.ranged() {
		return nil, false
	}
	title := c.r.records.About.Title
	return nil, strings.Contains(title, "预案") || lastIndex(title, []string{"认定", "评选", "考核", "评价", "遴选", "评定"}) >= 0 && strings.Contains(title, "办法")
}

// terms are the words that introduce a list of conditions, and the mark that its
// items are numbered with: ）of （一）.
type terms struct {
	part
	mark string
}

// introduced notes whether a passage introduces a list of conditions, or ends the
// one that it would stand in: what is neither one of its items nor below one.
func (c *context) introduced(p *passage) {
	if strings.HasSuffix(p.flow.Text, ":") {
		c.terms = terms{}
		if i, w := firstOf(p.flow.Text, conditionLeads); i >= 0 {
			c.terms.part = part{p: p, at: segment.Range{Start: i, End: i + len(w)}}
		}
		return
	}
	if c.terms.p == nil {
		return
	}
	under, mark := c.terms.p.block.Parent, c.numbered(p.block)
	switch above := p.block.Parent; {
	case above == under && mark != "" && (c.terms.mark == "" || c.terms.mark == mark):
		c.terms.mark = mark
	case above != nil && above.Parent == under && c.numbered(above) == c.terms.mark && c.terms.mark != "":
	default:
		c.terms = terms{}
	}
}

// numbered returns the mark that ends a block's number, "" for none.
func (c *context) numbered(b *segment.Block) string {
	number := []rune(c.r.outline.Text[b.Number.Start:b.Number.End])
	if len(number) == 0 {
		return ""
	}
	return string(number[len(number)-1])
}
