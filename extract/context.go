package extract

import (
	"strings"

	"suyuan/segment"
)

// context is what the words before a place have said: the times that later
// clauses, sentences and paragraphs take over, and what the headings promise.
type context struct {
	r         *reading
	year      int    // of the document, 0 unknown
	last      int    // end year of its plan, 0 unknown
	inferred  bool   // year is only guessed from the years that the text names
	plan      []part // where that stands
	byBlock   map[*segment.Block]*passage
	cells     map[*segment.Cell]*passage
	lead      map[*segment.Block]when    // the time that a heading or the paragraph below it states
	paragraph when                       // stated by an earlier sentence of this passage
	now       when                       // stated by this sentence so far
	back      when                       // what now was before a time that is its clause's alone
	main      when                       // what now was before 其中 dated a part of the sentence
	within    bool                       // 其中 has
	semi      bool                       // and holds up to the next semicolon
	passing   bool                       // now is such a time
	span      when                       // the years behind the document that it named last as one: “十三五”期间
	next      bool                       // the passage has come to what is to be done next
	unsaid    bool                       // the sentence says 今年, and the document not which year that is
	base      when                       // the earlier end of a change that this sentence states
	spanned   bool                       // a number of the sentence holds at that end
	earlier   when                       // the same of an earlier sentence of the passage
	undated   bool                       // the sentence says 目前: no time is taken over
	sections  map[*segment.Block]section // by the nearest heading
	banner    *passage                   // the line 【今年目标】 that the passages below it stand under
	passage   *passage
	subject   name           // what an earlier sentence of the passage spoke of
	latest    name           // what it spoke of last
	first     bool           // in the passage's first sentence
	promise   *segment.Block // heading under which a lead sentence announced targets: 将办好十件实事:
	promised  bool           // one has
	deeds     bool           // and those are deeds for the people, each in a line of its own: 办好十件民生实事
	grants    int            // 1 for a document that grants, -1 for any other, 0 not yet known
	kind      string         // of the figure before, in this passage
	kindAt    []part         // the words that decided it
	kindFrom  int            // where its sentence begins
	gift      grant          // what the passage granted last
	terms     terms          // what introduced the list of conditions that the passage may stand in
	offered   *offer         // the clause of the number asked about last
	limit     limit          // what the passage limited last
	threshold part           // the last threshold
	burden    part           // the verb of who pays a part, last
	split     part           // the last part of a grant: 运营费15万元
	whole     name           // what that is a part of
	fund      part           // where it set money aside last
	articles  int            // 1 for a document written in articles, -1 for any other, 0 not yet known
	rowTime   when           // of the table's row now read
	before    *grid          // the table before
	card      *card          // that the passage is a line of, nil for none
	part      when           // the document's own year, once a part of it has been named: 前三季度
	only      *when          // the one year that the document names, nil while it is not known
	inTurn    bool           // each number of the clause has a year of its own
	named     when           // the single year that a sentence opened with last
	thisYear  when           // the same, while the passages tell of 这一年
}

func newContext(r *reading) *context {
	c := &context{r: r, year: r.year(), byBlock: map[*segment.Block]*passage{}, cells: map[*segment.Cell]*passage{}, lead: map[*segment.Block]when{}, sections: map[*segment.Block]section{}}
	_, c.last = r.period()
	c.plan = r.periodAt()
	if c.year == 0 {
		c.year, c.inferred = r.inferredYear(), true
	}
	for _, p := range r.passages {
		if p.cell == nil {
			c.byBlock[p.block] = p
		} else {
			c.cells[p.cell] = p
		}
	}
	return c
}

// enter begins a passage.
func (c *context) enter(p *passage) {
	before := c.passage
	c.passage = p
	if before != nil && before != p && p.cell == nil && before.cell == nil && before.block.Parent == p.block.Parent && strings.HasSuffix(before.flow.Text, ";") {
		c.first = false
		return // the line before ends in a semicolon: the sentence goes on
	}
	c.paragraph, c.subject, c.latest, c.first, c.next = when{}, nil, nil, true, false
	c.introduced(p)
	c.under(p)
	switch text := p.flow.Text; {
	case strings.HasPrefix(text, "这一年"):
		c.thisYear = c.named
	case p.block.Kind == segment.Heading, hasAnyPrefix(text, "五年来", "这五年", "过去五年", "“"):
		c.thisYear = when{}
	}
	c.earlier, c.kind, c.rowTime, c.card = when{}, "", when{}, nil
	if p.block.Kind == segment.Heading && !captionOf(p) {
		for _, d := range p.dates {
			if _, named := c.lead[p.block]; named && strings.HasSuffix(p.flow.Text[d.Start:d.End], "以来") {
				continue // 2019年及今年以来工作回顾
			}
			if e := c.r.when(p, d); e != "" {
				c.lead[p.block] = when{edtf: e, at: []part{{p: p, at: d.Range}}, carried: true}
			}
		}
	}
}

// captionOf reports whether a passage is the caption of a chart, whose years are the chart's
// alone: 2011-2015年地区生产总值及其增长速度; never 2021-2025年发展目标.
func captionOf(p *passage) bool {
	if len(p.dates) == 0 || candidate(p.quantities) || len(p.flow.Text) > 120 {
		return false
	}
	text, d := strings.TrimRight(p.flow.Text, "。 "), p.dates[0]
	number := strings.Trim(text[:d.Start], "0123456789-: ")
	return (number == "" || number == "图" || number == "表") && (strings.Contains(d.edtf, "/") || d.rule == "date_list") && hasAnySuffix2(text, append(quantityNouns, "速度", "结构", "构成", "产业结构比", "走势")...)
}

// begin begins a sentence.
func (c *context) begin(p *passage, s segment.Range) {
	c.now, c.base, c.back, c.main, c.within = when{}, when{}, when{}, when{}, false
	c.spanned, c.undated, c.passing, c.unsaid = false, false, false, false
	c.next = c.next || p.ahead(s) != ""
	for i, d := range p.dates { // 截至2020年底 dates what stands before it in the sentence too
		if d.Start < s.Start || d.Start >= s.End {
			continue
		}
		if i > 0 && p.dates[i-1].Start >= s.Start && p.dates[i-1].edtf != "" {
			return
		}
		if hasAnySuffix(p.flow.Text[s.Start:d.Start], "截至", "截止", "截止到", "截至到") != "" {
			c.date(p, d)
			return
		}
	}
}

// vowed reports whether a sentence announces deeds for the people, which the lines
// behind it tell one by one: 今年将办好十件民生实事.
func vowed(text string) bool {
	i := segment.FindWord(text, "实事")
	return i >= 0 && hasAnyOf(text[:i], "办好", "兴办", "办理", "办成", "实施", "推进") && hasAnyOf(text, "今年", "将", "提出", "要", "年，") && !hasAnyOf(text, "已", "以来", "去年", "上年", "过去", "一年来", "圆满", "全部完成", "办结", "办成了", "完成情况", "五年")
}

// sentence ends a sentence: what it stated is there for the next.
func (c *context) sentence(p *passage, s segment.Range) {
	if c.passage != p {
		c.enter(p)
	}
	if c.now.edtf == "" && !candidate(within(p.quantities, s)) {
		for _, d := range p.dates {
			if d.Start >= s.Start && d.Start < s.End {
				c.date(p, d)
			}
		}
		c.frame(p, s)
	}
	if c.semi {
		c.passing, c.semi = false, false // the next sentence goes on from the year
	}
	c.pastPassing()
	if c.within && c.main.edtf != "" {
		c.now = c.main
	}
	if c.unsaid && c.now.edtf == "" {
		c.paragraph = when{}
	}
	if captionOf(p) {
		c.now = when{}
	}
	if len(c.now.edtf) == len("2025") && c.first {
		c.named = c.now
		c.named.carried = true
	}
	if c.now.edtf != "" {
		c.paragraph = c.now
		c.paragraph.carried = true
		text := p.flow.Text[s.Start:s.End]
		if p.block.Kind != segment.Heading && p.block.Kind != segment.Front && (c.first && p.block.Kind != segment.Item || strings.HasSuffix(text, ":")) {
			if old, ok := c.lead[p.block.Parent]; !ok || strings.HasSuffix(text, ":") || c.toCome(c.paragraph) && !c.toCome(old) {
				c.lead[p.block.Parent] = c.paragraph
			}
		}
	}
	if text := p.flow.Text[s.Start:s.End]; strings.HasSuffix(text, ":") && intents.last(text) > facts.last(text) && !hasAnyOf(text, "一年来", "年来", "以来", "过去", "成效", "成绩", "做了以下", "做法") {
		c.promise = p.block.Parent
		c.promised = true
	}
	if vowed(p.flow.Text[s.Start:s.End]) {
		c.promise, c.promised, c.deeds = p.block.Parent, true, true
	}
	if c.base.edtf != "" && c.spanned {
		c.earlier = c.base
	} else if !c.spanned && (c.now.edtf != "" || c.base.edtf != "") {
		c.earlier = when{} // both ends of a change are taken over together, or neither
	}
	c.now, c.base, c.undated, c.first = when{}, when{}, false, false
}

// pass ends a passage; one without figures is gone through for its times.
func (c *context) pass(p *passage) {
	if !candidate(p.quantities) {
		for _, s := range p.sentences {
			c.begin(p, s)
			c.sentence(p, s)
		}
	}
}

// heading names what the heading above speaks of, for a sentence that names nothing.
func (c *context) heading(p *passage) name {
	h := p.block.Parent
	if h == nil {
		return nil
	}
	above := c.byBlock[h]
	if above == nil {
		return nil
	}
	n := c.r.trim(above.flow.Text, false)
	if n.empty() || len(above.flow.Text) > 60 || hasAnySuffix2(above.flow.Text, "回顾", "总结", "安排", "打算", "部署", "情况", "思路", "成效", "主要目标", "预期目标", "重点工作") {
		return nil // 2022年工作回顾 measures nothing
	}
	return name{{p: above, at: n.at}}
}
