package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// steps end the words in front of how much more something has to be each time: 每新增1000万元奖励.
var steps = []string{"每增加", "每新增", "每增长", "每提高", "每超过", "每递增", "每增", "每新上一个", "每上一个", "每跨上一个", "每再增加", "每超出", "每多"}

// step returns the place of such words in front of the first number of a row, none for another
// number of it: 每增加1000平方米20万元奖励 has one step.
func (o *offer) step() segment.Range {
	if o.place > 0 {
		return segment.Range{}
	}
	left := o.p.textOf(o.row[0].left)
	w := hasAnySuffix(left, steps...)
	if w == "" && strings.HasSuffix(left, "每") && o.row[0].q.dimension == "money" && hasAnyPrefix(o.p.textOf(o.row[0].right), "给予", "奖励", "补助", "补贴", "资助") {
		w = "每" // 每5万美元给予1万元的奖励
	}
	return segment.Range{Start: o.row[0].left.End - len(w), End: o.row[0].left.End}
}

// stepName names what grows by steps: the words before 每, else the noun behind the number,
// else what the threshold before is one of.
func (x binder) stepName(o *offer, b *bound) name {
	front := segment.Range{Start: b.slot.left.Start, End: o.step().Start}
	if text := x.p.textOf(front); strings.Contains(text, "较") || strings.Contains(text, "比上") {
		i, _ := firstOf(text, []string{"较", "比上"})
		front.End = front.Start + i // 展览面积较上届每增加5000平方米
	}
	if n := x.leftPhrase(x.p, front, false); !n.empty() && utf8.RuneCountInString(x.p.textOf(n.at)) > 1 {
		return name{{p: x.p, at: n.at}}
	}
	noun := x.p.textOf(o.right)
	if i, _ := firstOf(noun, o.words.givesGifts); i >= 0 {
		noun = noun[:i]
	}
	if i, _ := firstOf(noun, []string{"递增", "增加", "再", "台阶", "的", "，", "按", "(", "每"}); i >= 0 {
		noun = noun[:i]
	}
	if n := utf8.RuneCountInString(noun); n >= 2 && n <= 12 {
		return name{{p: x.p, at: segment.Range{Start: o.right.Start, End: o.right.Start + len(noun)}}}
	}
	return x.now.criterion
}

// beside reports a bound directly behind another one of its dimension that sets something apart:
// 产值5亿元以上、20亿元以下, 床位50张以上不足300张.
func (o *offer) beside() bool {
	last := o.c.threshold
	if o.opens() {
		return true
	}
	if last.p != o.p || !o.compared() && !strings.HasSuffix(o.p.textOf(o.row[o.place].left), "至") || !o.c.granting() || last.at.Start < o.cl.Start || last.at.End > o.row[o.place].q.whole.Start {
		return false
	}
	for i, sl := range o.cl.slots[min(1, len(o.cl.slots)):] {
		if sl == o.row[o.place] && o.cl.slots[i].q.dimension == sl.q.dimension && o.cl.slots[i].q.whole == last.at {
			return besideWords(o.p.flow.Text[last.at.End:sl.q.whole.Start])
		}
	}
	return false
}

// besideWords reports whether words between two bounds join them.
func besideWords(between string) bool {
	if strings.HasPrefix(between, "(含") {
		between = between[bracketEnd(between)+len(")"):]
	}
	return contains([]string{"", "、", "至", "到", "且", "但", "，但", "的但", "以上至", "以上、"}, between)
}

// met reports a threshold in a clause of its own, behind which what is granted begins the next:
// 年产值超过1亿元，给予20万元奖励; never the least that each one is
// given, 单个项目不低于10万元，给予, though what is invested in it is one: 单个项目投资不低于500万元，给予.
func (o *offer) met(b *bound) bool {
	q := o.row[o.place].q
	left := o.p.textOf(o.row[0].left)
	if q.comparator != ">=" && q.comparator != ">" && !strings.HasSuffix(left, "达到") && !(q.dimension == "share" && strings.Contains(left, "达到")) || b.words.empty() || !o.c.granting() {
		return false
	}
	next := o.p.after(o.cl.End, o.p.sentence(o.cl.Start).End)
	if strings.HasPrefix(next, "(") {
		next = next[min(len(next), bracketEnd(next)+len(")")):]
	}
	if !hasAnyPrefix(next, "，给予", "，奖励", "，补助", "，一次性", "，分别给予", "，按", "，每", "，可享受", "，可申请", "，最高贷款", "，另行奖励", "，再给予", "，予以") || o.right.End > o.right.Start && !hasAnyPrefix(o.behind(), "以上") {
		return false
	}
	text := o.words.cutRear(o.before(), o.words.caps)
	if text == "" || hasAnyOf(text, "给予", "按", "奖励", "补贴", "补助", "资助", "最高", "力争", "确保", "不超过", "比例", "标准") || hasAnySuffix(text, o.words.payees...) != "" && q.dimension == "money" {
		return false
	}
	_, _, dated := o.c.stated(o.p, b)
	return !dated
}

// countedBehind names what is counted by the noun behind the bound, where nothing in front of the
// number names it: 游览5个以上收费景区.
func (o *offer) countedBehind(b *bound) name {
	text := o.p.textOf(b.words.at)
	bought := b.q.dimension == "area" && hasAnySuffix2(text, "购置", "租赁", "新建", "建设", "购买", "租用", "自建") && strings.HasPrefix(included(o.behind()), "的")
	if !bought && (b.q.dimension != "count" || text != "" && !o.verbal(text)) {
		return nil
	}
	noun := included(o.behind())
	if bought {
		noun = strings.TrimPrefix(noun, "的") // 购置1000平方米以上的标准化厂房
	}
	start := o.right.End - len(noun)
	if i, _ := firstOf(noun, []string{"，", "、", ";", ":", "(", "的", "且", "并", "给予", "奖励", "补助", "按"}); i >= 0 {
		noun = noun[:i]
	}
	if n := utf8.RuneCountInString(noun); n < 2 || n > 12 || hasAnyPrefix(noun, "以", "及", "或", "和", "在", "为", "进行", "开展", "实现") {
		return nil
	}
	return name{{p: o.p, at: segment.Range{Start: start, End: start + len(noun)}}}
}

// verbal reports whether words in front of a count are no more than what is done, or who does it.
func (o *offer) verbal(text string) bool {
	verb := cutFront(text, []string{"须", "需", "应", "可", "免费", "至少", "一年内", "年度"})
	return o.c.r.lexicon.figureWords.heads.has(verb) || hasAnyPrefix(text, "一个", "一家", "同一", "单个") && suffixOf(text, o.words.payees) != ""
}

// demanded reports a bound in a bracket that says what has to be: (上座率须在60%以上).
func (o *offer) demanded() bool {
	if o.cl.inside && o.c.granting() && o.rear() && o.row[o.place].q.comparator == ">=" && sized(o.words.cutRear(strings.TrimRight(o.before(), "达到"), o.words.caps)) && grants.last(o.before()) < 0 {
		return true // (每家年产值达50万元以上)
	}
	return o.cl.inside && o.c.granting() && o.compared() && hasAnySuffix2(o.words.cutRear(o.before(), o.words.caps), "须在", "应在", "需在", "须达到", "应达到", "需达到", "须", "应", "需")
}

// distant reports whether the word that adds something says so of another noun than the one that
// the bound is of: 新开工的…总投资5亿元的项目.
func (o *offer) distant(b *bound) bool {
	if b.measure.name != "change" || len(b.measure.at) == 0 || !o.c.granting() || b.measure.at[0].End > b.q.Start {
		return false
	}
	return strings.HasPrefix(o.p.flow.Text[b.measure.at[0].End:], "的")
}

// beforeBracket names what is counted behind a bracket by the noun in front of it:
// 文化企业(每家年产值达50万元以上)达8家以上的.
func (x binder) beforeBracket(b *bound) name {
	s := x.p.sentence(b.q.Start)
	text := x.p.flow.Text[s.Start:b.q.whole.Start]
	end := strings.LastIndexByte(text, ')')
	if !b.words.empty() || !b.q.countable() || end < 0 || !contains([]string{"", "达", "达到", "超过", "共", "数量达"}, text[end+1:]) {
		return nil
	}
	i := strings.LastIndexByte(text[:end], '(')
	if i < len("企业") {
		return nil
	}
	n := x.leftPhrase(x.p, segment.Range{Start: s.Start + clauseStart(text, i), End: s.Start + i}, true)
	if n.empty() {
		return nil
	}
	x.now.criterion = name{{p: x.p, at: n.at}}
	return x.now.criterion
}

// opens reports the lower bound of a range whose ends stand apart in what sets a noun apart:
// 5万平方米以上10万平方米以下的厂房, 300万元(含300万元)至500万元的.
func (o *offer) opens() bool {
	for i, sl := range o.cl.slots[:len(o.cl.slots)-1] {
		next := o.cl.slots[i+1]
		if sl != o.asked || next.q.dimension != sl.q.dimension || !o.c.granting() || next.q.whole.Start < sl.q.whole.End {
			continue
		}
		between := o.p.flow.Text[sl.q.whole.End:next.q.whole.Start]
		apart := besideWords(between) && strings.HasSuffix(between, ")至") || besideWords(between) && strings.HasSuffix(between, "以上至")
		return (apart || between == "" && o.rear() && sl.q.comparator == ">=" && next.q.comparator == "<=") && strings.HasPrefix(o.p.flow.Text[next.q.whole.End:], "的")
	}
	return false
}

// opened is the noun that a range with its ends apart sets apart.
func (o *offer) opened() name {
	rest := o.tail()
	text := strings.TrimPrefix(o.p.textOf(rest), "的")
	start := rest.End - len(text)
	if i, _ := firstOf(text, []string{"，", "用于", "(", "的", "给予"}); i >= 0 {
		text = text[:i]
	}
	if n := utf8.RuneCountInString(text); n < 2 || n > 12 {
		return nil
	}
	return name{{p: o.p, at: segment.Range{Start: start, End: start + len(text)}}}
}
