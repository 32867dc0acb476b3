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
	listed := x.respectively(x.p, x.cl, x.now)
	times := yearByYear(x.p, x.cl)
	var abreast []name
	for i, sl := range x.cl.slots {
		if i < len(times) {
			x.c.date(x.p, times[i])
		}
		b := x.bind(sl)
		if q := sl.q; len(b.name) == 0 && q.form == inDigits && (q.unit == "" || strings.Trim(x.p.flow.Text[:q.whole.Start]+x.p.flow.Text[q.whole.End:], " 。") == "") {
			q.aside = asideName // a number that neither counts nor measures, of nothing
			continue
		}
		if i < len(listed) && len(times) == 0 && !b.granted {
			b.name = listed[i]
		}
		x.now.tie(x.reading, b, x.emit(x.p, b, x.c))
		abreast = append(abreast, b.name)
	}
	x.now.abreast = abreast
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
	x.measure(b, left)
	own := x.own(b, left, right)
	own = x.yielded(b, own)
	joint := x.joint(b, left) && x.now.last.q.dimension == sl.q.dimension
	if joint && (right == nil || x.now.last.kind == "criterion") {
		own = x.now.last.name
	}
	own = x.inherit(b, left, x.kept(b, own))
	if b.name = x.spent(b, own); b.name == nil {
		b.name = x.compose(own, x.now, x.c, x.cl)
	}
	if len(own) == 0 && b.measure.name != "growth" && b.measure.name != "rank" && sl.q.base != "" {
		b.name = ofRate(b.name, sl.q)
	}
	if len(b.name) == 0 && (x.p.block.Kind == segment.Item || x.p.sentences[0].End >= sl.q.Start) {
		b.name = x.c.heading(x.p)
	}
	b.rule = ruleOf(sl.q, b.measure.name, right != nil, x.cl.inside)
	x.baseline(b, left)
	b.kind, b.kindAt = x.kindOf(x.p, x.cl, sl, b, x.c)
	x.settle(b, own, joint)
	return b
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

// own returns the name that the words beside the number give, nil where they give none.
func (x binder) own(b *bound, left string, right []segment.Range) name {
	var own name
	switch {
	case right != nil:
		own = x.behind(b, left, right)
	case !b.words.empty():
		own = name{{p: x.p, at: b.words.at}}
		if noun := x.p.textOf(b.slot.right); b.q.dimension == "money" && len(noun) == len("支持") && hasAnyPrefix(noun, "支持", "贷款", "资金", "投资", "资助") && hasAnySuffix2(own.String(), "财政", "资金", "省级", "中央", "银行") {
			own = append(own, part{p: x.p, at: b.slot.right}) // 中央财政5000万元支持
		}
	}
	if b.q.form == inPhrase && len(own) == 1 {
		own = x.covered(b, left, own)
	}
	if x.goal(b, left, own) {
		own = nil
	}
	if b.gap = x.gap(b); b.gap.End > b.gap.Start {
		return x.apart(own, b.gap)
	}
	own = x.ofRegion(x.achieved(b, x.withoutExamples(own)))
	if x.lexicon.figureWords.heads.has(own.String()) {
		own = nil // 新建76万亩、改造提升90万亩: a verb alone names nothing
	}
	if len(own) > 0 && x.lexicon.figureWords.attribute[own.String()] && b.words.owner.End > b.words.owner.Start {
		if owner := x.leftPhrase(x.p, b.words.owner, true); !owner.empty() {
			own = append(name{{p: x.p, at: owner.at}}, own...) // 高新技术企业实现产值
		}
	}
	if of := x.ofNoun(b, own, right); of != nil {
		own = append(of, own...)
	}
	if n := x.shareOf(x.p, b.slot, left); n != nil {
		own = n
	}
	if n := x.reachedOf(b, left); n != nil {
		own = n
	}
	if strings.HasPrefix(left, "按") && strings.Contains(left, "汇率") {
		own = nil // 按年均汇率折算为6908美元
	}
	if l := x.now.limit; l != nil && right == nil && len(own) == 1 && own[0].implied == "" && l.clause == b.clause && strings.Trim(x.p.flow.Text[l.q.whole.End:max(l.q.whole.End, own[0].at.Start)], "的") == "" {
		own[0].at.Start = l.q.whole.Start // the criterion is part of the name of what it limits
		if !l.words.empty() && l.words.at.End == l.q.whole.Start {
			own[0].at.Start = l.words.at.Start
		}
	}
	return own
}

// apart puts what names a gap behind what it is measured of: 城镇化率高于全国.
func (x binder) apart(own name, gap segment.Range) name {
	if len(own) != 1 || own[0].at.Start >= gap.Start {
		return name{{p: x.p, at: gap}}
	}
	return name{{p: x.p, at: segment.Range{Start: own[0].at.Start, End: gap.End}}}
}

// ofNoun returns what an attribute belongs to that stands behind the amount: of
// 总投资21亿元的光伏组件项目 it is the project.
func (x binder) ofNoun(b *bound, own name, right []segment.Range) name {
	text := x.p.textOf(b.slot.right)
	if right != nil || len(own) != 1 || b.words.owner.End > b.words.owner.Start || !x.lexicon.figureWords.attribute[own.String()] || b.q.comparator != "=" || b.q.dimension == "share" || !strings.HasPrefix(text, "的") || len(text) > 120 {
		return nil
	}
	noun := x.rightPhrase(x.p, b.slot.right, false)
	if len(noun) == 0 {
		return nil
	}
	at := noun[len(noun)-1]
	if hasAnySuffix2(x.p.textOf(at), "项目", "工程", "基地", "园区", "产业园", "中心", "电站", "生产线", "厂") {
		return name{{p: x.p, at: at}}
	}
	return nil
}

// keepers are the ends of the names of places that have people and beds of their own.
var keepers = []string{"幼儿园", "小学", "初中", "高中", "中学", "学校", "高校", "院校", "医院", "卫生院", "卫生室", "养老院", "敬老院", "福利院", "养老机构", "医疗机构", "托育机构", "图书馆", "博物馆"}

// kept puts whose they are before the people or beds that a place has, and before those
// listed behind them: 幼儿园共有教职工120人，专任教师80人.
func (x binder) kept(b *bound, own name) name {
	now := x.now
	if len(own) != 1 || b.q.dimension != "people" && b.q.unit != "张" && b.q.unit != "万张" {
		return own
	}
	if x.cl.after == ';' || x.cl.after == 0 {
		now.keeper = nil
	}
	owner := b.words.owner
	text := x.p.textOf(owner)
	switch has := hasAnySuffix(b.words.head, "共有", "拥有", "现有", "设有", "配有", "配备"); {
	case has != "" && owner.End > owner.Start && len(text) <= len("义务教育阶段普通中小学校") && hasAnySuffix2(text, keepers...):
		if n := x.leftPhrase(x.p, owner, true); !n.empty() {
			now.keeper = name{{p: x.p, at: n.at}}
		}
	case b.words.head != "" || hasAnyOf(own.String(), keepers...):
		now.keeper = nil
	}
	if len(now.keeper) == 0 {
		return own
	}
	return append(append(name{}, now.keeper...), own...)
}

// goal reports whether a share is one of a goal or a plan, which is no name of what was
// done: 工业投资216亿元，完成全年目标的59%.
func (x binder) goal(b *bound, left string, own name) bool {
	plain := strings.Trim(own.String(), "年度全初调整省市县区定目标任务计划预算进度") == ""
	return len(x.now.name) > 0 && x.now.last != nil && (plain || !x.now.last.q.countable()) && b.q.dimension == "share" && strings.HasSuffix(left, "的") && hasAnySuffix2(own.String(), "目标", "计划", "任务", "预算", "进度") && hasAnyOf(left, "完成", "占", "达到", "为")
}

// covered puts what is covered behind who covers it: 规模以上企业实现研发机构全覆盖;
// an area is no part of the name: 研究院实现县域全覆盖.
func (x binder) covered(b *bound, left string, own name) name {
	i := segment.FindLastWord(left, "实现")
	if i < 0 {
		return own
	}
	at := segment.Range{Start: b.slot.left.Start + i + len("实现"), End: b.slot.left.End}
	text := x.p.textOf(at)
	if len(text) < len("机构") || own[0].at.End > at.Start || hasAnySuffix2(text, "域", "县", "镇", "村", "市", "区", "乡", "乡镇", "的") {
		return own
	}
	return append(own, part{p: x.p, at: at})
}

// arrivals are verbs that name what the counted things did: 落户57个创新项目.
var arrivals = []string{"落户", "入驻", "晋级", "上市", "毕业", "挂牌"}

// behind returns the name behind the measure word.
func (x binder) behind(b *bound, left string, right []segment.Range) name {
	var own name
	for _, at := range right {
		own = append(own, part{p: x.p, at: at})
		x.now.used = max(x.now.used, at.End)
	}
	if covers := hasAnySuffix(left, "覆盖了", "覆盖"); b.q.dimension == "share" && covers != "" && len(right) == 1 { // 覆盖了92%的地级市
		at := b.slot.left.End - len(covers)
		return name{{p: x.p, at: segment.Range{Start: at, End: at + len("覆盖")}}, own[0], {implied: "的比例"}}
	}
	if b.q.dimension == "share" && len(own) == 2 { // 30%的企业建有研发机构
		return name{own[1], own[0], {implied: "的比例"}}
	}
	if verb := hasAnySuffix(left, arrivals...); verb != "" && len(right) == 1 {
		at := b.slot.left.End - len(verb)
		own = append(name{{p: x.p, at: segment.Range{Start: at, End: at + len(verb)}}}, own...)
	}
	return own
}

// inherit takes over what a sum gives its parts: that it is an amount added, and
// the rank of its name.
func (x binder) inherit(b *bound, left string, own name) name {
	q, now := b.slot.q, x.now
	if strings.Contains(b.words.head, "其中") || strings.HasPrefix(left, "其中") {
		now.parts = true
		if len(now.level) == 0 {
			now.level = x.levelOf(now.name)
		}
		if len(now.level) == 0 && len(now.name) == 0 {
			now.level = x.levelOf(x.c.subject)
		}
	}
	if head := b.words.head; now.parts && !strings.Contains(head, "其中") && !b.bare() && strings.Trim(head, "、，和及") != "" {
		now.parts = false // a verb of its own: no part of the sum before
	}
	if now.change && now.added != nil && now.parts && now.added.base == q.base && now.added.value.Cmp(q.value) < 0 {
		now.change = false // a part is no larger than its sum
	}
	if now.change && now.taken && !now.parts && !strings.HasPrefix(left, "、") {
		now.change = false // 减少贫困人口67万人，易地搬迁17万人
	}
	bare := b.bare() && (now.limit == nil || now.limit.clause != b.clause || now.limit.bare()) // 新增企业40户，培育产值超10亿元企业3户
	if now.change && (now.parts || bare) && b.measure.name == "level" && (q.countable() || now.parts && now.added != nil && q.dimension == now.added.dimension) && !x.c.undated && (!x.cl.inside || len(own) > 0) && (now.unit == q.base && (now.parts || now.added == nil || now.added.unit == q.unit) || strings.HasPrefix(left, "、")) {
		b.measure.name, b.measure.at, b.measure.negative = "change", now.changeAt, now.taken
	}
	if strings.HasPrefix(left, "、") && b.slot != x.cl.slots[0] && len(own) == 1 && own[0].implied == "" && !now.parts && b.bare() && !x.levelled(own) && sameNoun(own, now.name) {
		if level := x.levelOf(now.name); level != nil {
			own = append(level, own...) // 省级企业技术中心3个、工程研究中心3家
		}
	}
	if x.levelled(own) {
		now.level = nil
	}
	return own
}

// compared reports whether an amount was added over another time: 比上年末增加0.1万人.
func (x binder) compared(b *bound) bool {
	return hasAnyOf(x.p.textOf(b.left), "比", "较")
}

// bare reports whether nothing but the name stands in front of the number: such an
// item of a list shares what was said of the item before.
func (b *bound) bare() bool {
	head := strings.TrimSuffix(strings.TrimPrefix(b.words.head, "其中"), "有")
	return strings.Trim(head, "、，和及以") == "" && b.words.tail == ""
}

// countable reports whether things or people are counted.
func (q *quantity) countable() bool { return q.dimension == "count" || q.dimension == "people" }

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

// settle names a criterion or a provision after its own fashion, and else makes
// the figure what the sentence now speaks of.
func (x binder) settle(b *bound, own name, joint bool) {
	q, now := b.slot.q, x.now
	if (b.kind == "criterion" || b.kind == "provision") && b.measure.name == "change" && q.dimension != "points" {
		b.added = b.measure.at
		b.measure = measure{name: "level", per: b.measure.per}
	}
	if b.way == byFine && b.measure.name == "multiple" {
		b.measure = measure{name: "level"} // 处1倍以上3倍以下罚款
	}
	switch b.kind {
	case "criterion":
		x.criterionName(b, joint)
		b.rule = "figure_criterion"
		now.last, now.limit, now.used = b, b, 0
		return
	case "provision":
		b.rule = "figure_provision"
		if n := x.provisionName(b); n != nil {
			b.name, b.granted = n, true
			if b.way == byLimit {
				now.speak(n)
			}
			now.last = b
			return
		}
	default:
		if !planned(x.p, b.slot) && !x.cl.inside { // an amount of a plan, or one in brackets, says nothing of the numbers behind it
			x.c.kind, x.c.kindAt = b.kind, b.kindAt
		}
		if b.baseline {
			x.c.kind = ""
		}
	}
	switch {
	case b.rule == "figure_counted" && hasAnySuffix2(b.words.tail, "惠及", "涉及", "覆盖", "带动", "辐射"): // 惠及13个乡镇，总投资3亿元
	case b.gap.End > b.gap.Start: // the next number is not one of the gap
		if own[0].at.Start < b.gap.Start {
			now.speak(name{{p: x.p, at: segment.Range{Start: own[0].at.Start, End: b.gap.Start}}})
		}
	case len(own) > 0 && q.form != inOrder && !x.dependent(own):
		now.speak(b.name)
	case len(own) > 0 && !(q.dimension == "points" && b.measure.name == "level"):
		now.name = b.name
		if outlays[own.String()] || gains[own.String()] {
			now.names = append(now.names, b.name) // 项目86个，完成投资165亿元，分别增长15%、22%
		}
	}
	if b.measure.name == "change" && !now.parts && (q.countable() || len(own) > 0 && q.dimension != "share" && q.dimension != "points") {
		now.change, now.changeAt, now.added, now.taken = len(own) > 0 || !x.compared(b), b.measure.at, q, b.measure.negative
	} else if b.measure.name == "level" && !now.parts && !b.bare() {
		now.change = false
	}
	now.unit, now.last = q.base, b
}

// counted returns the name behind a measure word, nil where the name stands in
// front of the number. followed says that another number of the clause follows.
func (r *reading) counted(p *passage, sl *slot, left nounPhrase, followed bool) []segment.Range {
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
	case q.unit == "万" || q.unit == "亿": // 12.9万贫困人口
	default:
		if !left.empty() {
			return nil
		}
	}
	if !left.empty() && p.gap(q.whole.End) && q.countable() && !p.gap(q.whole.Start) {
		return nil // 重大危险房屋165栋, and another line behind it
	}
	right := r.rightPhrase(p, sl.right, followed)
	if right == nil {
		return nil
	}
	if !left.empty() && hasAnySuffix(left.tail, "达到", "达", "为", "增至", "增加到", "增长到", "提高到") != "" && len(p.textOf(right[len(right)-1])) > 45 {
		return nil
	}
	return right
}

// shareWord is what a reader puts behind 占全省 and behind a bare 占.
func shareWord(of string) string {
	if of == "占" {
		return "比"
	}
	return "的比重"
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
	tail := strings.TrimRight(strings.TrimSuffix(left, "的"), "\x00年末底")
	for w := "每人"; w != ""; w = hasAnySuffix(tail, "每人", "每户", "每亩", "每年", "每月", "每天", "每次", "目前", "原来", "原先", "当初", "最初") {
		tail = strings.TrimRight(strings.TrimSuffix(tail, w), "\x00") // 从每人每年5600元提高到6200元
	}
	return hasAnySuffix(tail, "由", "从", "自") != ""
}

// comparedWith reports whether the number is what an earlier year had: 较2016年4.12万吨增长0.24%.
func comparedWith(left, right string) bool {
	head := strings.TrimRight(left, "\x00")
	return len(head) < len(left) && hasAnySuffix2(head, "较", "比") && hasAnyPrefix(right, "增长", "增加", "下降", "减少", "提高", "上升", "降低")
}

// shareOf names the share in 茶叶出口额占全国的三成, whose word is left to the reader.
func (r *reading) shareOf(p *passage, sl *slot, left string) name {
	if d := sl.q.dimension; d != "share" && (d != "" || sl.q.unit != "" || sl.q.value.Cmp(one) >= 0) {
		return nil
	}
	i := segment.FindLastWord(left, "占")
	if i < 0 || strings.ContainsAny(left[i:], "比率\x00") || len(left)-i > 60 {
		return nil
	}
	of := strings.TrimRight(left[i:], "达到为的约超近过")
	if strings.HasSuffix(left[:i], "其中") {
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
	n = append(n, part{p: p, at: segment.Range{Start: sl.left.Start + i, End: sl.left.Start + i + len(of)}}, part{implied: shareWord(of)})
	return n
}
