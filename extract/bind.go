package extract

import (
	"strings"

	"suyuan/segment"
)

// binder decides what each quantity of one clause measures.
type binder struct {
	*reading
	p   *passage
	cl  *clause
	now *topic
	c   *context
}

// clause binds the quantities of the clause from left to right.
func (x binder) clause() {
	before, listed := x.now.name, x.gaps(x.p, x.cl, x.now)
	gapped := listed != nil
	if !gapped {
		listed = x.respectively(x.p, x.cl, x.now)
	}
	times := yearByYear(x.p, x.cl)
	x.c.inTurn = len(times) > 0
	var abreast []name
	for i, sl := range x.cl.slots {
		if i < len(times) {
			x.c.date(x.p, times[i])
		}
		if x.c.times(x.p, sl) {
			sl.q.aside = asideCount
			continue
		}
		b := x.bind(sl)
		if q := sl.q; len(b.name) == 0 && q.form == inDigits && (q.unit == "" || strings.Trim(x.p.flow.Text[:q.whole.Start]+x.p.flow.Text[q.whole.End:], " 。") == "") {
			q.aside = asideName // a number that neither counts nor measures, of nothing
			continue
		}
		if i < len(listed) && listed[i] != nil && len(times) == 0 && !b.granted {
			b.name = listed[i]
		}
		x.now.tie(x.reading, b, x.emit(x.p, b, x.c))
		abreast = append(abreast, b.name)
	}
	x.c.inTurn = false
	x.now.abreast = abreast
	if gapped {
		x.now.name = before // the next number is not one of the gaps
		return
	}
	if len(times) == 0 {
		x.now.names = append(x.now.names, listed...)
		x.now.listed = len(listed)
	}
}

// bind decides what the quantity of one slot measures, when it holds and of what
// kind it is. The words left of the number and behind its measure word give the
// name; what they leave out is taken over from the topic.
func (x binder) bind(sl *slot) *bound {
	b := &bound{slot: sl, clause: x.cl}
	left := x.left(b)
	right := x.counted(x.p, sl, b.words, sl != x.cl.slots[len(x.cl.slots)-1])
	if next := x.next(sl); right == nil && next != nil && b.words.empty() && strings.HasSuffix(sl.q.unit, "户") && next.q.dimension == "people" {
		right = x.counted(x.p, next, b.words, next != x.cl.slots[len(x.cl.slots)-1]) // 1.8万户6.2万名贫困人口
	}
	x.measure(b, left)
	own := x.primed(b, left, trimmed(x.own(b, left, right)))
	own = x.perHeads(b, x.abreast(left, x.yielded(b, own)))
	joint := x.joint(b, left) && x.now.last.q.dimension == sl.q.dimension
	if joint && (right == nil || x.now.last.kind == "criterion") {
		own = x.now.last.name
	}
	own = x.inherit(b, left, x.kept(b, own))
	of := x.ofBudget(b, own)
	if of != nil {
		own = nil
	}
	if b.name = x.spent(b, own); b.name == nil {
		b.name = x.compose(own, x.now, x.c, x.cl)
	}
	if of != nil {
		b.name = of
	}
	if a := x.now.amount; len(own) == 0 && len(a) > 0 && b.measure.name == "growth" && sl.q.dimension == "share" && strings.HasPrefix(b.name.String(), a.String()+"占") {
		b.name = a // 税收收入71.5亿元，占63.6%，同比下降4.9%: a share changes by points
	}
	if len(own) == 0 && b.measure.name != "growth" && b.measure.name != "rank" && sl.q.base != "" {
		b.name = ofRate(b.name, sl.q)
	}
	if n := x.reachedPeople(b, left); len(own) == 0 && n != nil {
		b.name = n
	}
	if len(b.name) == 0 && (x.p.block.Kind == segment.Item || x.p.sentences[0].End >= sl.q.Start) {
		b.name = x.c.heading(x.p)
	}
	b.name = unstopped(b.name)
	b.rule = ruleOf(sl.q, b.measure.name, right != nil, x.cl.inside)
	x.baseline(b, left)
	b.kind, b.kindAt = x.kindOf(x.p, x.cl, sl, b, x.c)
	x.settle(b, own, joint)
	return b
}

// next returns the slot whose number stands directly behind that of sl, nil for none.
func (x binder) next(sl *slot) *slot {
	for i, s := range x.cl.slots[:len(x.cl.slots)-1] {
		if next := x.cl.slots[i+1]; s == sl && sl.q.whole.End == next.q.whole.Start {
			return next
		}
	}
	return nil
}

// left reads the words in front of the number.
func (x binder) left(b *bound) string {
	sl, q := b.slot, b.slot.q
	if x.now.used > sl.left.Start && x.now.used <= sl.left.End && sl != x.cl.slots[0] {
		sl.left.Start = x.now.used // the words behind the number before name what it counts
	}
	x.now.used = 0
	left := x.p.blanked(sl.left)
	b.words = x.leftPhrase(x.p, sl.left, q.counts())
	if q.form == inOrder || strings.HasSuffix(q.unit, "名") && rankVerb(left) >= 0 || q.toward(left) {
		b.words = x.rankPhrase(x.p, sl.left, left)
	}
	if q.dimension == "points" || q.unit == "位" && q.form == inDigits && hasAnySuffix2(left, placeMoves...) {
		if w := prefixOf(x.p.flow.Text[b.words.at.End:sl.left.End], []string{"增速", "增幅", "涨幅", "增长率", "排名", "位次"}); w != "" && !b.words.empty() && b.words.at.End+len(w) < sl.left.End {
			b.words.at.End += len(w) // 制造业增速提高10.6个百分点, 综合指标排名提升7位
		}
	}
	farComparator(x.p, x.cl, sl)
	return left
}

// measure settles how the quantity stands to its indicator: a number that joins
// the one before (分别增长6%和8%) shares its measure.
func (x binder) measure(b *bound, left string) {
	q := b.slot.q
	b.measure = measureOf(q, b.words, left, x.p.blanked(b.slot.right))
	b.measure.find(left, b.slot.left.Start)
	if q.form == inPhrase {
		b.measure.at = []segment.Range{q.Range}
	}
	reached := x.joint(b, left) && x.now.last.measure.name == "change" && x.reaches(b) // 提高1200万千瓦、超过4000万千瓦
	if x.joint(b, left) && !reached && b.measure.name != "rank" && (x.now.last.q.dimension == q.dimension || relativeDimensions[q.dimension] && relativeDimensions[x.now.last.q.dimension]) {
		b.measure = x.now.last.measure
		return
	}
	if last := x.now.last; last != nil && last.measure.name == "growth" && q.dimension == last.q.dimension && b.measure.name == "level" && contains([]string{"力争", "确保", "争取", "力争达到", "奋斗目标", "奋斗目标为"}, left) {
		b.measure = last.measure // 增长6.5%左右，力争7%
	}
	if last := x.now.last; last != nil && x.cl.inside && last.measure.name == "growth" && q.dimension == last.q.dimension && b.measure.name == "level" && contains(goals, strings.TrimPrefix(strings.TrimRight(left, "为是:"), "计划")) {
		b.measure = last.measure // 同比增长5.3%(计划目标8%)
	}
	if l := x.now.limit; l != nil && l.clause == b.clause && len(l.added) > 0 && q.countable() && b.measure.name == "level" {
		b.measure.name, b.measure.at = "change", l.added // 新增税收超千万元企业8户
	}
	b.measure.yearly(x.p.textOf(b.slot.left), b.slot.left.Start)
	if last := x.now.last; last != nil && last.baseline && last.q.base == q.base && b.measure.per == "" {
		b.measure.per = last.measure.per // 从每人每年5600元提高到6200元
	}
}

// reaches reports whether a word in front of the number says that it is what was
// reached: 超过4000万千瓦.
func (x binder) reaches(b *bound) bool {
	c := b.q.comparators
	return len(c) > 0 && c[0].End <= b.q.Start && contains([]string{"超过", "突破"}, x.p.textOf(c[0]))
}

// joint reports whether nothing but a mark stands between the number and the one before.
func (x binder) joint(b *bound, left string) bool {
	return left != "" && strings.Trim(left, "、和及与或") == "" && x.now.last != nil
}

// baseline notes whether the number is the earlier end of a change: 由37家, and
// each of 由2018年B类县2个、C类县14个.
func (x binder) baseline(b *bound, left string) {
	if strings.Contains(left, "由\x00") || strings.Contains(left, "从\x00") {
		x.now.from = true
	} else if strings.Contains(left, "到") || strings.Contains(left, "至") {
		x.now.from = false
	}
	b.baseline = fromEnd(left) || comparedWith(left, x.p.textOf(b.slot.right)) ||
		left == "" && x.now.last != nil && x.now.last.baseline || // 由13677户49479人减至887户1472人
		x.now.from && (b.slot.q.counts() || strings.Trim(left, "、和:") == "")
	right := x.p.textOf(b.slot.right)
	x.now.from = x.now.from && hasAnyPrefix(right, "、", "和", ":")
}
