package extract

import (
	"sort"
	"strings"

	"suyuan/segment"
)

// when is a time with the places that state it.
type when struct {
	edtf     string
	at       []part
	baseline []part
	carried  bool // from another sentence, a heading, or the plan's own end year
}

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
	lead      map[*segment.Block]when // the time that a heading or the paragraph below it states
	paragraph when                    // stated by an earlier sentence of this passage
	now       when                    // stated by this sentence so far
	back      when                    // what now was before an interval of its own clause
	base      when                    // the earlier end of a change that this sentence states
	earlier   when                    // the same of an earlier sentence of the passage
	undated   bool                    // the sentence says 目前: no time is taken over
	sections  map[*segment.Block]string
	passage   *passage
	subject   name           // what an earlier sentence of the passage spoke of
	first     bool           // in the passage's first sentence
	promise   *segment.Block // heading under which a lead sentence announced targets: 将办好十件实事:
	promised  bool           // one has
	grants    int            // 1 for a document that grants, -1 for any other, 0 not yet known
	kind      string         // of the figure before, in this passage
	kindAt    []part         // the words that decided it
	gift      grant          // what the passage granted last
	limit     limit          // what the passage limited last
	fund      part           // where it set money aside last
	articles  int            // 1 for a document written in articles, -1 for any other, 0 not yet known
	rowTime   when           // of the table's row now read
	before    *grid          // the table before
	card      *card          // that the passage is a line of, nil for none
	only      *when          // the one year that the document names, nil while it is not known
}

func newContext(r *reading) *context {
	c := &context{r: r, year: r.year(), byBlock: map[*segment.Block]*passage{}, cells: map[*segment.Cell]*passage{}, lead: map[*segment.Block]when{}, sections: map[*segment.Block]string{}}
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
	c.paragraph, c.subject, c.first = when{}, nil, true
	c.earlier, c.kind, c.rowTime, c.card = when{}, "", when{}, nil
	if p.block.Kind == segment.Heading {
		for _, d := range p.dates {
			if e := c.r.when(p, d); e != "" {
				c.lead[p.block] = when{edtf: e, at: []part{{p: p, at: d.Range}}, carried: true}
			}
		}
	}
}

// begin begins a sentence.
func (c *context) begin(p *passage, s segment.Range) {
	c.now, c.base, c.back, c.undated = when{}, when{}, when{}, false
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

// clause takes in the times that a clause states.
func (c *context) clause(p *passage, cl *clause) {
	if c.back.edtf != "" {
		c.now, c.back = c.back, when{}
	}
	text := p.flow.Text[cl.Start:cl.End]
	if len(cl.slots) > 0 {
		text = p.flow.Text[cl.Start:cl.slots[0].q.Start]
	}
	if strings.Contains(text, "目前") || strings.Contains(text, "现有") || strings.Contains(text, "现已") || strings.Contains(text, "当前") {
		c.undated = true
	}
	for _, d := range p.dates {
		if d.Start < cl.Start || d.Start >= cl.End {
			continue
		}
		if len(cl.slots) == 0 {
			c.date(p, d)
		}
	}
}

// date takes in one calendar expression.
func (c *context) date(p *passage, d calendar) {
	e := c.r.when(p, d)
	if e == "" {
		return
	}
	w := when{edtf: e, at: []part{{p: p, at: d.Range}}}
	if !strings.Contains(e, "/") && isDigit(e[len(e)-1]) && sinceThen(p.flow.Text[d.End:]) {
		if year, _ := edtfYears(e); c.year == 0 || year < c.year-1 {
			w.edtf = years(e) + "/.."
		}
	}
	if isBaseline(p.flow.Text, d) {
		c.base = w
		return
	}
	if behind := p.flow.Text[d.End:min(len(p.flow.Text), d.End+60)]; strings.Contains(e, "/") && c.now.edtf != "" && !strings.Contains(c.now.edtf, "/") && (strings.Contains(behind, "收官") || strings.Contains(behind, "开局") || strings.Contains(behind, "之年")) {
		if first, last := edtfYears(e); last-first == 4 {
			if year, _ := edtfYears(c.now.edtf); first <= year && year <= last {
				return // 2025年是“十四五”收官之年: the year stays
			}
		}
	}
	if first, last := edtfYears(e); last-first == 4 && len(c.now.edtf) == 4 {
		c.back = c.now // “十三五”期间年均…: the interval is that clause's alone
	}
	c.now = w
	c.undated = false
}

// sinceThen reports whether a date opens an interval: 2019年以来.
func sinceThen(after string) bool {
	after = after[:min(len(after), reach)]
	i := strings.Index(after, "以来")
	return i >= 0 && i < 60 && !strings.ContainsAny(after[:i], "，。;")
}

// isBaseline reports whether a date is the earlier end of a change: 比2015年,
// 是2015年的6.2倍, 由2015年的…, 在2020年基础上.
func isBaseline(text string, d calendar) bool {
	before, after := text[:d.Start], text[d.End:]
	before = strings.TrimSuffix(before, "“")
	after = strings.TrimPrefix(after, "”")
	if hasAnySuffix(before, "比", "较", "由", "从", "相比", "同", "与") != "" {
		return true
	}
	if hasAnySuffix2(before, "恢复到", "恢复至", "达到", "是", "为") && strings.HasPrefix(after, "的") && len(after) > len("的") && isDigit(after[len("的")]) {
		return true // 恢复到2019年的112.6%
	}
	if hasAnySuffix2(before, "自", "从") && strings.HasPrefix(after, "起") {
		return true
	}
	if hasAnySuffix(before, "是", "为", "达到", "相当于", "达") != "" && (strings.HasPrefix(after, "的") || strings.HasPrefix(after, "时期的") || strings.HasPrefix(after, "期间的") || strings.HasPrefix(after, "末的") || strings.HasPrefix(after, "全年的")) {
		return true
	}
	return hasAnyPrefix(after, "基础上", "的基础上", "基数", "相比", "增长", "为基", "水平提高", "翻") && hasAnySuffix(before, "在", "以", "与", "和", "同") != ""
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
	}
	if c.now.edtf != "" {
		c.paragraph = c.now
		c.paragraph.carried = true
		text := p.flow.Text[s.Start:s.End]
		if p.block.Kind != segment.Heading && p.block.Kind != segment.Front && (c.first && p.block.Kind != segment.Item || strings.HasSuffix(text, ":")) {
			if _, ok := c.lead[p.block.Parent]; !ok || strings.HasSuffix(text, ":") {
				c.lead[p.block.Parent] = c.paragraph
			}
		}
	}
	if text := p.flow.Text[s.Start:s.End]; strings.HasSuffix(text, ":") && intents.last(text) > facts.last(text) {
		c.promise = p.block.Parent
		c.promised = true
	}
	if c.base.edtf != "" {
		c.earlier = c.base
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

// time settles when the value of a bound quantity holds.
func (c *context) time(p *passage, b *bound) when {
	c.advance(p, b)
	if b.baseline {
		for _, w := range []when{c.base, c.earlier} {
			if w.edtf != "" {
				return w
			}
		}
		if c.now.edtf != "" && !strings.Contains(c.now.edtf, "/") {
			return when{} // 2023年…由9.8调整为9.2: the earlier end has no time of its own
		}
		if c.now.edtf != "" {
			return c.now
		}
		return c.carry(b)
	}
	w := c.now
	if c.undated && b.kind == "actual" {
		return when{}
	}
	if w.edtf == "" {
		w = c.carry(b)
	}
	if b.kind == "criterion" && b.q.dimension == "age" { // 65岁以上老年人 are so in any year
		return when{}
	}
	if b.kind == "criterion" && c.now.edtf == "" || b.kind == "provision" && c.now.edtf == "" {
		return when{}
	}
	if b.measure.name == "change" && !b.q.countable() && c.base.edtf == "" && c.now.edtf == "" && c.earlier.edtf != "" {
		c.base = c.earlier // the sentence before has stated both ends
	}
	interval := b.measure.name == "growth" || b.measure.name == "multiple" || b.measure.name == "change"
	if interval && c.base.edtf != "" && w.edtf != "" && !strings.Contains(w.edtf, "/") && !strings.Contains(c.base.edtf, "/") {
		if c.base.edtf[:4] != w.edtf[:4] || !isNumberYear(w.edtf) {
			w.baseline = c.base.at
			w.edtf = years(c.base.edtf) + "/" + years(w.edtf)
			return w
		}
	}
	w.edtf = years(w.edtf)
	return w
}

func isNumberYear(e string) bool { return isDigit(e[len(e)-1]) }

// years cuts an EDTF expression to the year.
func years(edtf string) string {
	from, to, ok := strings.Cut(edtf, "/")
	cutYear := func(s string) string {
		if len(s) > 4 {
			return s[:4]
		}
		return s
	}
	if !ok {
		return cutYear(from)
	}
	if cutYear(from) == cutYear(to) && from != ".." {
		return cutYear(from)
	}
	return cutYear(from) + "/" + cutYear(to)
}

// advance takes in the dates of the clause up to the quantity.
func (c *context) advance(p *passage, b *bound) {
	from := max(b.left.Start, b.clause.Start)
	if b.slot == b.clause.slots[0] {
		from = b.clause.Start
	}
	i := sort.Search(len(p.dates), func(i int) bool { return p.dates[i].Start >= from })
	for ; i < len(p.dates) && p.dates[i].End <= b.q.Start+1; i++ {
		c.date(p, p.dates[i])
	}
	if c.now.edtf != "" || b.slot != b.clause.slots[len(b.clause.slots)-1] {
		return
	}
	for ; i < len(p.dates) && p.dates[i].End <= b.clause.End; i++ { // the year behind the number: 600家(2025年)
		if p.dates[i].Start >= b.q.End && !isBaseline(p.flow.Text, p.dates[i]) {
			c.date(p, p.dates[i])
		}
	}
}

// carry takes a time over from an earlier sentence, the headings above, or, for
// a target, the plan's own end year.
func (c *context) carry(b *bound) when {
	if c.rowTime.edtf != "" {
		return c.rowTime
	}
	fits := func(w when) bool {
		if w.edtf == "" {
			return false
		}
		_, last := edtfYears(w.edtf)
		if last == 0 || c.year == 0 {
			return true
		}
		switch b.kind {
		case "target":
			return last > c.year || last == c.year && c.last <= c.year
		case "actual":
			return last <= c.year
		}
		return true
	}
	if fits(c.paragraph) {
		if first, last := edtfYears(c.paragraph.edtf); last-first == 4 {
			for h := c.passage.block.Parent; h != nil; h = h.Parent {
				if w, ok := c.lead[h]; ok && fits(w) && len(w.edtf) == 4 && h.Kind == segment.Heading {
					if year, _ := edtfYears(w.edtf); first <= year && year <= last {
						return w // under 2025年工作安排, “十四五”收官之年 is that year
					}
				}
			}
		}
		return c.paragraph
	}
	if w := c.ahead(b); c.paragraph.edtf == "" && fits(w) {
		return w
	}
	for h := c.passage.block.Parent; h != nil; h = h.Parent {
		if w, ok := c.lead[h]; ok && fits(w) {
			return w
		}
	}
	if w := c.lead[nil]; b.kind == "actual" && fits(w) {
		return w
	}
	if w, ok := c.title(); ok && fits(w) {
		return w
	}
	if b.kind == "target" {
		return c.planEnd()
	}
	return when{}
}

// ahead is the time that a later sentence of the paragraph states for what it has
// come to: 到2020年底, 截至2023年.
func (c *context) ahead(b *bound) when {
	p := c.passage
	for _, d := range p.dates {
		if d.Start < b.q.End || d.edtf == "" {
			continue
		}
		before := strings.TrimSuffix(p.flow.Text[:d.Start], "“")
		if hasAnySuffix2(before, "到", "截至", "截止", "截止到", "截至到") && !hasAnySuffix2(before, "恢复到", "达到", "增长到", "提高到", "回到", "增加到") && !strings.HasPrefix(p.flow.Text[d.End:], "的") {
			return when{edtf: d.edtf, at: []part{{p: p, at: d.Range}}, carried: true}
		}
	}
	return when{}
}

// title is the one year that the document's title names: 2023年统计公报.
func (c *context) title() (when, bool) {
	var found when
	for i, p := range c.r.passages {
		if p.cell != nil || i > 5 || len(p.flow.Text) > 240 {
			break
		}
		for _, d := range p.dates {
			if len(d.edtf) == 4 && found.edtf == "" && strings.HasPrefix(p.flow.Text[d.End:], "国") || len(d.edtf) == 4 && found.edtf == "" && hasAnyPrefix(p.flow.Text[d.End:], "度", "工作", "重点", "全", "统计", "经济", "政府") {
				found = when{edtf: d.edtf, at: []part{{p: p, at: d.Range}}, carried: true}
			}
		}
	}
	return found, found.edtf != ""
}

// inferredYear guesses the year of a text that does not say it: before the first
// year that it looks ahead to (到2025年), else the last that it names.
func (r *reading) inferredYear() int {
	ahead, last := 0, 0
	for _, p := range r.passages {
		for _, d := range p.dates {
			_, year := edtfYears(d.edtf)
			if year == 0 || d.edtf == "" {
				continue
			}
			before := strings.TrimSuffix(p.flow.Text[:d.Start], "“")
			if looksAhead(before, p.flow.Text[d.End:]) {
				if ahead == 0 || year < ahead {
					ahead = year
				}
			} else {
				last = max(last, year)
			}
		}
	}
	if ahead > 0 {
		return ahead - 1
	}
	return last
}

// reach is how many bytes around a date are looked at for the words that bear on
// it: no step may read a long line again for each of its dates.
const reach = 120

// looksAhead reports whether a date is spoken of as one to come: 到2025年, 2026年目标.
func looksAhead(before, after string) bool {
	before, after = lastRunes(before, 20), after[:min(len(after), reach)]
	if strings.HasSuffix(before, "到") && hasAnySuffix(before, "截至到", "截止到", "截到", "增长到", "提高到", "增加到", "发展到", "增至到", "扩大到", "下降到", "上升到", "达到", "回到", "提升到", "降到", "减少到", "得到", "推进到") == "" && !strings.Contains(lastRunes(before, 12), "从") && !strings.Contains(lastRunes(before, 12), "由") {
		return true
	}
	if end := strings.IndexAny(after, "。;"); end >= 0 {
		after = after[:end]
	}
	if i := lastIndex(after, []string{"将", "力争", "拟", "计划", "确保"}); i >= 0 && i < 60 && facts.last(after[:i]) < 0 {
		return true
	}
	return hasAnyPrefix(after, "目标", "主要预期目标", "经济社会发展主要", "经济社会发展的主要", "预期", "力争", "底前", "年底前", "发展主要", "计划", "规划")
}

// planEnd is the plan's own end year, with the place that states the period.
func (c *context) planEnd() when {
	if c.last == 0 {
		return when{}
	}
	return when{edtf: itoa(c.last), at: c.plan, carried: true}
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
	if n.empty() || len(above.flow.Text) > 60 {
		return nil
	}
	return name{{p: above, at: n.at}}
}
