package extract

import (
	"math/big"
	"strings"

	"suyuan/segment"
	"suyuan/source"
)

// figures binds every quantity of the document to what it measures.
func (r *reading) figures() {
	c := newContext(r)
	var table *segment.Table
	for _, p := range r.passages {
		if p.cell != nil {
			if p.block.Table != nil && p.block.Table != table {
				table = p.block.Table
				r.tableFigures(table, c)
			}
			continue
		}
		c.enter(p)
		p.quantities = r.quantities(p)
		if !candidate(p.quantities) {
			c.pass(p)
			continue
		}
		for _, s := range p.sentences {
			r.sentenceFigures(p, s, c)
		}
		c.pass(p)
	}
}

// candidate reports whether one of the quantities may be a figure.
func candidate(list []quantity) bool {
	for i := range list {
		if list[i].aside == "" {
			return true
		}
	}
	return false
}

// within returns the quantities of a sentence.
func within(list []quantity, s segment.Range) []quantity {
	i := 0
	for i < len(list) && list[i].Start < s.Start {
		i++
	}
	j := i
	for j < len(list) && list[j].Start < s.End {
		j++
	}
	return list[i:j]
}

// bound is a quantity with all that its figure needs.
type bound struct {
	*slot
	clause   *clause
	name     name
	words    nounPhrase // the words left of it
	rule     string
	measure  measure
	kind     string
	kindAt   []part
	nature   string
	baseline bool // the earlier end of a change: 由37家
}

// sentenceFigures binds the quantities of one sentence.
func (r *reading) sentenceFigures(p *passage, s segment.Range, c *context) {
	quantities := within(p.quantities, s)
	if !candidate(quantities) {
		c.sentence(p, s)
		return
	}
	c.begin(p, s)
	share(p, quantities)
	var now topic
	var outer []topic // what was spoken of where a bracket interrupts
	inside := false
	for _, cl := range p.clauses(s, quantities) {
		if cl.inside && !inside {
			outer = append(outer, now)
		}
		if !cl.inside && inside && len(outer) > 0 {
			now = outer[len(outer)-1]
			outer = outer[:len(outer)-1]
			c.undated = false
		}
		inside = cl.inside
		c.clause(p, cl)
		if len(cl.slots) == 0 {
			r.introduce(p, cl, &now)
			continue
		}
		r.bindClause(p, cl, &now, c)
	}
	if len(now.names) > 0 {
		c.subject = now.names[0]
	}
	c.sentence(p, s)
}

// bindClause binds the quantities of one clause, from left to right.
func (r *reading) bindClause(p *passage, cl *clause, now *topic, c *context) {
	listed := r.respectively(p, cl, now)
	times := yearByYear(p, cl)
	for i, sl := range cl.slots {
		if i < len(times) {
			c.date(p, times[i])
		}
		b := r.bind(p, cl, sl, now, c)
		if i < len(listed) && len(times) == 0 {
			b.name = listed[i]
		}
		r.emit(p, b, c)
	}
	if len(times) == 0 {
		now.names = append(now.names, listed...)
	}
}

// yearByYear returns the years that a clause's numbers belong to one by one:
// 2023年、2024年、2025年，营业收入分别达到180亿元、230亿元、300亿元.
func yearByYear(p *passage, cl *clause) []calendar {
	k := len(cl.slots)
	if k < 2 {
		return nil
	}
	s := p.sentence(cl.Start)
	var run []calendar
	for _, d := range p.dates {
		if d.Start < s.Start || d.End > cl.slots[0].q.Start || d.edtf == "" {
			continue
		}
		if len(run) > 0 && strings.Trim(p.flow.Text[run[len(run)-1].End:d.Start], "、和") != "" {
			run = nil
		}
		run = append(run, d)
	}
	if len(run) != k {
		return nil
	}
	return run
}

// introduce takes what a clause without a number speaks of: 省级众创空间从无到有，达到21家.
func (r *reading) introduce(p *passage, cl *clause, now *topic) {
	text := p.blanked(cl.Range)
	if len(text) > 120 || cl.inside {
		return
	}
	if strings.HasPrefix(p.flow.Text[cl.End:], ":") { // 卫生户厕普及率:稳定在95%
		if n := r.trim(text, false); !n.empty() && len(text) < 75 && !strings.Contains(text, "\x00") && !strings.Contains(text, "目标") && !strings.Contains(text, "指标") {
			now.speak(name{{p: p, at: segment.Range{Start: cl.Start + n.at.Start, End: cl.Start + n.at.End}}})
		}
		return
	}
	for _, verb := range []string{"从无到有", "实现", "突破", "达到", "由", "从", "快速", "大幅", "稳步", "持续", "不断", "总数", "总量", "数量"} {
		if i := strings.Index(text, verb); i > 0 {
			if n := r.trim(text[:i], false); !n.empty() && !strings.Contains(text[n.at.Start:n.at.End], "\x00") {
				now.speak(name{{p: p, at: segment.Range{Start: cl.Start + n.at.Start, End: cl.Start + n.at.End}}})
			}
			return
		}
	}
}

// respectively names the numbers of a clause that says 分别 of things named
// before it: A和B分别增长1家和2家.
func (r *reading) respectively(p *passage, cl *clause, now *topic) []name {
	k := len(cl.slots)
	if k < 2 || !strings.Contains(p.textOf(segment.Range{Start: cl.Start, End: cl.slots[0].q.Start}), "分别") && !(jointly(p, cl) && strings.Contains(p.textOf(cl.slots[0].left), "类")) {
		return nil
	}
	first := r.leftPhrase(p, cl.slots[0].left, false)
	if to := r.recipient(p, segment.Range{Start: p.sentence(cl.Start).Start, End: cl.slots[0].q.Start}); to.End > to.Start {
		if names := listedNames(p, to, k); names != nil {
			if word, ok := grantWord(p, cl, cl.slots[0]); ok {
				for i := range names {
					names[i] = append(names[i], part{p: p, at: word})
				}
				return names
			}
		}
	}
	if first.empty() {
		if len(now.names) >= k {
			return now.names[len(now.names)-k:]
		}
		return nil
	}
	return listedNames(p, first.at, k)
}

// jointly reports whether the numbers of a clause stand in a row: 8、6、2个.
func jointly(p *passage, cl *clause) bool {
	for _, sl := range cl.slots[1:] {
		if strings.Trim(p.textOf(sl.left), "、和及") != "" {
			return false
		}
	}
	return true
}

// bind decides what the quantity of a slot measures.
func (r *reading) bind(p *passage, cl *clause, sl *slot, now *topic, c *context) *bound {
	q := sl.q
	b := &bound{slot: sl, clause: cl}
	if now.used > sl.left.Start && now.used <= sl.left.End && len(cl.slots) > 0 && sl != cl.slots[0] {
		sl.left.Start = now.used // the words behind the number before name what it counts
	}
	now.used = 0
	left := p.blanked(sl.left)
	b.words = r.leftPhrase(p, sl.left, q.counts())
	if q.form == inOrder || strings.HasSuffix(q.unit, "名") && rankVerb(left) >= 0 {
		b.words = r.rankPhrase(p, sl.left, left)
	}
	farComparator(p, cl, sl)
	right := r.counted(p, sl, b.words)
	b.measure = measureOf(q, b.words, left, p.blanked(sl.right))
	b.measure.find(left, sl.left.Start)
	if q.form == inPhrase {
		b.measure.at = []segment.Range{q.Range}
	}
	if joint := strings.Trim(left, "、和及与"); joint == "" && left != "" && now.last != nil && b.measure.name != "rank" && (now.last.q.dimension == q.dimension || relativeDimensions[q.dimension] && relativeDimensions[now.last.q.dimension]) {
		b.measure = now.last.measure // 分别增长6%和8%
	}
	b.rule = ruleOf(q, b.measure.name, right != nil, cl.inside)
	var own name
	if right != nil {
		for _, at := range right {
			own = append(own, part{p: p, at: at})
			now.used = max(now.used, at.End)
		}
		if verb := hasAnySuffix(left, "落户", "入驻", "晋级", "上市", "毕业", "挂牌"); verb != "" && len(right) == 1 {
			at := sl.left.End - len(verb)
			own = append(name{{p: p, at: segment.Range{Start: at, End: at + len(verb)}}}, own...)
		}
	} else if !b.words.empty() {
		own = name{{p: p, at: b.words.at}}
		if noun := p.textOf(sl.right); q.dimension == "money" && len(noun) == len("支持") && hasAnyPrefix(noun, "支持", "贷款", "资金", "投资", "资助") && hasAnySuffix2(own.String(), "财政", "资金", "省级", "中央", "银行") {
			own = append(own, part{p: p, at: sl.right}) // 中央财政5000万元支持
		}
	}
	own = r.withoutExamples(own)
	if len(own) > 0 && r.lexicon.figureWords.attribute[own.String()] && b.words.owner.End > b.words.owner.Start {
		if owner := r.leftPhrase(p, b.words.owner, true); !owner.empty() {
			own = append(name{{p: p, at: owner.at}}, own...) // 高新技术企业实现产值
		}
	}
	if n := r.shareOf(p, sl, left); n != nil {
		own = n
	}
	joint := strings.Trim(left, "、和及与或") == "" && left != "" && now.last != nil && now.last.q.dimension == q.dimension
	if joint && (right == nil || now.last.kind == "criterion") {
		own = now.last.name
	}
	if strings.Contains(b.words.head, "其中") || strings.HasPrefix(left, "其中") {
		now.parts = true
		if len(now.level) == 0 {
			now.level = r.levelOf(now.name)
			if len(now.level) == 0 && len(now.name) == 0 {
				now.level = r.levelOf(c.subject)
			}
		}
	}
	bare := strings.Trim(strings.TrimSuffix(strings.TrimPrefix(b.words.head, "其中"), "有"), "、，和及以") == "" && b.words.tail == ""
	if now.change && (now.parts || bare) && b.measure.name == "level" && (q.dimension == "count" || q.dimension == "people") && !c.undated && (!cl.inside || len(own) > 0) && now.unit == q.base {
		b.measure.name, b.measure.at = "change", now.changeAt
	}
	if strings.HasPrefix(left, "、") && len(own) == 1 && own[0].implied == "" && !now.parts && !r.levelled(own) && sameNoun(own, now.name) {
		if level := r.levelOf(now.name); level != nil && sl != cl.slots[0] {
			own = append(level, own...) // 省级企业技术中心3个、工程研究中心3家
		}
	}
	if r.levelled(own) {
		now.level = nil
	}
	b.name = r.compose(own, now, c, cl)
	if len(b.name) == 0 && (p.block.Kind == segment.Item || p.sentences[0].End >= sl.q.Start) {
		b.name = c.heading(p)
	}
	if strings.Contains(left, "由\x00") || strings.Contains(left, "从\x00") {
		now.from = true
	} else if strings.Contains(left, "到") || strings.Contains(left, "至") {
		now.from = false
	}
	b.baseline = fromEnd(left) || now.from && q.counts()
	now.from = now.from && (strings.HasPrefix(p.textOf(sl.right), "、") || strings.HasPrefix(p.textOf(sl.right), "和"))
	b.kind, b.kindAt = r.kindOf(p, cl, sl, b, c)
	if (b.kind == "criterion" || b.kind == "provision") && b.measure.name == "change" {
		b.measure = measure{name: "level", per: b.measure.per}
	}
	switch b.kind {
	case "criterion":
		if !joint {
			r.criterionName(p, b)
		}
		now.last = b
		return b
	case "provision":
		if n := r.grantName(p, cl, sl, b, now); n != nil {
			b.name = n
			now.last = b
			return b
		}
	case "target", "actual":
		c.kind, c.kindAt = b.kind, b.kindAt
		if b.baseline {
			c.kind = ""
		}
	}
	if len(own) > 0 && q.form != inOrder && !r.dependent(own) {
		now.speak(b.name)
	} else if len(own) > 0 {
		now.name = b.name
	}
	if b.measure.name == "change" && !now.parts && (q.dimension == "count" || q.dimension == "people") {
		now.change, now.changeAt = true, b.measure.at
	} else if b.measure.name == "level" && !now.parts && !bare {
		now.change = false
	}
	now.unit, now.last = q.base, b
	return b
}

// shareOf names the share in 茶叶出口额占全国的三成, whose word is left to the reader.
func (r *reading) shareOf(p *passage, sl *slot, left string) name {
	if d := sl.q.dimension; d != "share" && (d != "" || sl.q.unit != "" || sl.q.value.Cmp(big.NewRat(1, 1)) >= 0) {
		return nil
	}
	i := strings.LastIndex(left, "占")
	if i < 0 || strings.ContainsAny(left[i:], "比率\x00") || len(left)-i > 60 || len(left)-i <= len("占") {
		return nil
	}
	of := strings.TrimRight(left[i:], "达到为的约超近过")
	if of == "占" || strings.HasSuffix(left[:i], "其中") {
		return nil
	}
	head := r.leftPhrase(p, segment.Range{Start: sl.left.Start, End: sl.left.Start + i}, false)
	if w := longestComparator(left[:i]); w.word != "" && sl.q.comparator == "=" { // 约占全市的43%
		sl.q.comparator = w.sign
		sl.q.comparators = append(sl.q.comparators, segment.Range{Start: sl.left.Start + i - len(w.word), End: sl.left.Start + i})
	}
	var n name
	if !head.empty() {
		n = append(n, part{p: p, at: head.at})
	}
	n = append(n, part{p: p, at: segment.Range{Start: sl.left.Start + i, End: sl.left.Start + i + len(of)}}, part{implied: "的比重"})
	return n
}

// counts reports whether the quantity is an amount of things: a verb before the
// name is then no part of it.
func (q *quantity) counts() bool {
	switch q.dimension {
	case "share", "points", "break", "rank":
		return false
	}
	return q.form != inOrder
}

// ruleOf names the rule that a figure is made by.
func ruleOf(q *quantity, measure string, counted, inside bool) string {
	switch {
	case q.form == inPhrase:
		return "figure_phrase"
	case q.form == inRatio:
		return "figure_ratio"
	case measure != "level":
		return "figure_" + measure
	case counted:
		return "figure_counted"
	case inside:
		return "figure_bracket"
	}
	return "figure_level"
}

// fromEnd reports whether the number is the earlier end of 由…增长到….
func fromEnd(left string) bool {
	tail := lastRunes(strings.TrimRight(strings.TrimSuffix(left, "的"), "\x00年末底"), 4)
	return hasAnySuffix(tail, "由", "从", "自") != ""
}

var rankVerbs = []string{"位居", "稳居", "跃居", "居", "位列", "名列", "列", "排名", "排", "处于", "蝉联", "进入", "升至", "上升至", "前移至", "获评", "位次", "跻身", "荣获", "升到", "从", "由", "至", "保持"}

// rankVerb returns where the verb of a rank begins in the words before it, -1 for none.
func rankVerb(left string) int {
	best := -1
	for _, v := range rankVerbs {
		i := strings.LastIndex(left, v)
		if i > best {
			best = i
		}
	}
	for i := best; i > 0; { // 排名居, 总量排名: the first verb of a chain
		v := hasAnySuffix(left[:i], rankVerbs...)
		if v == "" {
			return i
		}
		i -= len(v)
		best = i
	}
	return best
}

// rankPhrase reads the quantity that is ranked: what stands before 居全省第3位.
func (r *reading) rankPhrase(p *passage, at segment.Range, left string) nounPhrase {
	i := rankVerb(left)
	if i < 0 {
		return nounPhrase{at: segment.Range{Start: at.End, End: at.End}}
	}
	if hasAnyPrefix(left[i:], "获评", "荣获") {
		n := r.leftPhrase(p, segment.Range{Start: at.Start + i, End: at.End}, false)
		if !n.empty() {
			return n
		}
	}
	return r.leftPhrase(p, segment.Range{Start: at.Start, End: at.Start + i}, false)
}

// counted returns the name behind a measure word, nil where the name stands in
// front of the number.
func (r *reading) counted(p *passage, sl *slot, left nounPhrase) []segment.Range {
	q := sl.q
	switch {
	case q.unit == "" || q.form == inOrder || q.form == inPhrase || q.form == inRatio:
		return nil
	case q.dimension == "share":
		if !strings.HasPrefix(p.textOf(sl.right), "的") && !left.empty() {
			return nil
		}
	case q.dimension == "times" || q.dimension == "points" || q.dimension == "score" || q.dimension == "age":
		return nil
	case q.dimension == "count" || q.dimension == "people":
	default:
		if !left.empty() {
			return nil
		}
	}
	right := r.rightPhrase(p, sl.right)
	if right == nil {
		return nil
	}
	if !left.empty() && hasAnySuffix(left.tail, "达到", "达", "为", "增至", "增加到", "增长到", "提高到") != "" && len(p.textOf(right[len(right)-1])) > 45 {
		return nil
	}
	return right
}

// share gives the numbers of a list the unit and the comparator that stand once
// behind the last of them: 依次为1、2、3、4项, 分别达到四成、62%以上.
func share(p *passage, list []quantity) {
	for i := len(list) - 1; i > 0; i-- {
		before, q := &list[i-1], &list[i]
		if before.form == inOrder || q.form == inOrder || q.aside != "" {
			continue
		}
		between := p.flow.Text[before.whole.End:max(before.whole.End, q.whole.Start)]
		if between != "、" && between != "和" && between != "、和" && between != "及" {
			continue
		}
		if before.unit == "" && (q.dimension == "count" || q.dimension == "people" || q.dimension == "share" || q.dimension == "money" || q.dimension == "area" || q.dimension == "mass") {
			before.unit, before.unitAt, before.base, before.factor, before.dimension, before.aside = q.unit, q.unitAt, q.base, q.factor, q.dimension, ""
		}
		if before.comparator == "=" && before.unit != "" && q.comparator != "=" && len(q.comparators) > 0 && q.comparators[0].Start > q.Start {
			before.comparator, before.comparators = q.comparator, q.comparators
		}
	}
	for i := 1; i < len(list); i++ { // 超过1000家、500家 holds a comparator in front for each
		before, q := &list[i-1], &list[i]
		between := p.flow.Text[before.whole.End:max(before.whole.End, q.whole.Start)]
		if (between == "、" || between == "和") && q.comparator == "=" && before.comparator != "=" && len(before.comparators) > 0 && before.comparators[0].End <= before.Start && before.form != inOrder && q.aside == "" {
			q.comparator, q.comparators = before.comparator, before.comparators
		}
	}
}

// emit makes the record of a bound quantity.
func (r *reading) emit(p *passage, b *bound, c *context) {
	q := b.q
	t := c.time(p, b)
	f := &Figure{Record: p.record(b.rule, q.Start, q.End)}
	f.Indicator = b.name.String()
	f.IndicatorID = r.lexicon.indicator(f.Indicator)
	f.Comparator, f.Unit, f.UnitBase = q.comparator, q.unit, q.base
	if q.form == inOrder && q.unit != "" {
		f.UnitBase = "位"
	}
	f.Measure, f.Kind, f.Per, f.Scope, f.Nature = b.measure.name, b.kind, b.measure.per, b.measure.scope, b.nature
	f.Time = t.edtf
	f.TimeFirst, f.TimeLast = edtfYears(t.edtf)
	f.setValues(q, b.measure.negative)
	f.addEvidence(p, b, t)
	if len(b.name) == 0 {
		f.Confidence *= 0.6
	}
	if t.carried {
		f.Confidence *= 0.97
	}
	r.records.Figures = append(r.records.Figures, f)
}

// setValues computes the stated and the base values, in decimal, rounded once.
func (f *Figure) setValues(q *quantity, negative bool) {
	sign := func(v *big.Rat) *big.Rat {
		if negative {
			return new(big.Rat).Neg(v)
		}
		return v
	}
	f.Value, _ = sign(q.value).Float64()
	f.ValueBase, _ = new(big.Rat).Mul(sign(q.value), q.factor).Float64()
	if q.max != nil {
		v, _ := sign(q.max).Float64()
		base, _ := new(big.Rat).Mul(sign(q.max), q.factor).Float64()
		f.ValueMax, f.ValueBaseMax = &v, &base
	}
}

// addEvidence lists the places that the figure rests on.
func (f *Figure) addEvidence(p *passage, b *bound, t when) {
	q := b.q
	f.show(p, RoleValue, q.Range)
	if q.unitAt.End > q.unitAt.Start {
		f.show(p, RoleUnit, q.unitAt)
	}
	for _, c := range q.comparators {
		f.show(p, RoleComparator, c)
	}
	for _, x := range b.name {
		if x.implied == "" {
			f.show(x.p, RoleIndicator, x.at)
		}
	}
	for _, x := range b.measure.at {
		f.show(p, RoleMeasure, x)
	}
	for _, x := range b.kindAt {
		f.show(x.p, RoleKind, x.at)
	}
	for _, x := range t.at {
		f.show(x.p, RoleTime, x.at)
	}
	for _, x := range t.baseline {
		f.show(x.p, RoleBaseline, x.at)
	}
	f.order()
}

func (f *Figure) show(p *passage, role Role, at segment.Range) {
	if at.End > at.Start {
		f.Evidence = append(f.Evidence, Evidence{role, p.flow.Span(at.Start, at.End)})
	}
}

// order sorts the evidence by place, then by role, without doubles.
func (rec *Record) order() {
	less := func(a, b Evidence) bool {
		if a.Span.Start != b.Span.Start {
			return a.Span.Start < b.Span.Start
		}
		if a.Span.End != b.Span.End {
			return a.Span.End < b.Span.End
		}
		return a.Role < b.Role
	}
	e := rec.Evidence
	for i := 1; i < len(e); i++ {
		for j := i; j > 0 && less(e[j], e[j-1]); j-- {
			e[j], e[j-1] = e[j-1], e[j]
		}
	}
	out := e[:0]
	for i, x := range e {
		if i == 0 || x != e[i-1] {
			out = append(out, x)
		}
	}
	rec.Evidence = out
}

var _ = source.Span{}
