package extract

import (
	"strings"

	"suyuan/segment"
)

// criterion reports a threshold that only says who or what is meant, and the words
// that show it: 1亿元以上的工业企业, 35岁以下青年人才, 投资超过1亿元的，…. In a list
// (突破1亿元、5亿元、10亿元的企业) what follows the last number holds for each.
func (c *context) criterion(p *passage, cl *clause, sl *slot, b *bound) (segment.Range, bool) {
	q := sl.q
	if q.form == inOrder || q.form == inRatio || q.form == inPhrase {
		return segment.Range{}, false
	}
	o := c.offer(p, cl, sl)
	if at := o.onEach(); at.End > at.Start {
		return at, true
	}
	if at := o.loan(); at.End > at.Start {
		return at, true
	}
	if at := o.step(); at.End > at.Start {
		return at, true
	}
	if (q.unit == "名" || q.unit == "位") && strings.HasSuffix(p.textOf(sl.left), "前") && c.granting() && !o.giving() {
		return q.whole, true // 网络零售额前5名，奖励
	}
	switch q.dimension {
	case "age":
		return o.aged()
	case "score":
		return o.scored()
	case "": // 常住人口100万以上的县
		if q.unit == "" || o.giving() {
			return segment.Range{}, false
		}
		if strings.HasSuffix(q.unit, "亿") && o.counts() && contains([]string{"企业", "项目", "产业集群", "集群", "产业", "园区"}, o.behind()) {
			return o.right, true // 培育百亿企业1户、50亿企业2户
		}
	case "money", "area", "mass", "power", "share", "length", "energy", "volume", "count", "people", "other", "points":
		if o.giving() {
			return segment.Range{}, false
		}
		if at := o.purse(); at.End > at.Start {
			return segment.Range{}, false // 每年安排不少于3000万元的创新专项资金
		}
	default:
		return segment.Range{}, false
	}
	if o.aside() || o.bracketSet() {
		return q.whole, true
	}
	for _, try := range []func(*offer, *bound) (segment.Range, bool){(*offer).conditional, (*offer).setting} {
		if at, ok := try(o, b); ok {
			return at, true
		}
	}
	return segment.Range{}, false
}

// compared reports whether the number is a threshold: it has a comparator, or is
// one that is reached.
func (o *offer) compared() bool {
	q := o.row[o.place].q
	if q.comparator != "=" && q.comparator != "~" {
		return true
	}
	if rest, ok := strings.CutPrefix(o.behind(), "的"); q.ranged() && ok && rest == "" {
		return true // 工程造价50万—200万元的，处
	}
	before := o.p.textOf(o.row[0].left)
	return strings.HasSuffix(before, "达到") || strings.Contains(lastRunes(before, 6), "首次") || strings.HasSuffix(before, "满") || strings.HasSuffix(before, "达")
}

// giving reports whether the amount itself is given: 每月发放不低于100元的护理补贴,
// 按500元/人的标准.
func (o *offer) giving() bool {
	text := o.before()
	if hasAnyPrefix(strings.TrimPrefix(o.behind(), "的"), "不予", "不再", "不得") {
		return false // 奖励资金低于1万元的不予兑现
	}
	if i := segment.FindLastWord(text, "的"); i >= 0 {
		text = text[i+len("的"):]
	}
	if i, w := lastOf(text, []string{"给予", "予以", "享受", "发放", "一次性", "奖励", "补助", "补贴", "资助"}); i >= 0 && !(w == "一次性" && o.row[o.place].q.countable()) && !strings.ContainsAny(text[i:], "、") {
		return true
	}
	if hasAnyOf(text, "可申领", "可申请", "可享受", "可获得") && strings.HasPrefix(o.behind(), "的") {
		return true // 可申领额度不超过20万元的科技创新券
	}
	if of := strings.TrimPrefix(o.behind(), "的"); strings.HasPrefix(of, "标准") && !hasAnyPrefix(of, "标准化", "标准厂房", "标准地") {
		return true
	}
	return !o.giftBehind(o.right).none() && hasAnyOf(text, "按", "可申请", "可享", "不高于")
}

// aged reports an age: whoever has it is only spoken of.
func (o *offer) aged() (segment.Range, bool) {
	q := o.row[o.place].q
	switch text := o.behind(); {
	case strings.Contains(o.p.textOf(o.row[o.place].left), "寿命"):
		return segment.Range{}, false
	case strings.HasPrefix(text, "的"):
		return o.right, true
	default:
		return segment.Range{Start: q.whole.Start, End: q.whole.End}, o.compared() || q.ranged()
	}
}

// scored reports the points from which a verdict is passed: 90分以上为优秀,
// 得分低于70分的予以约谈.
func (o *offer) scored() (segment.Range, bool) {
	text := strings.TrimPrefix(o.behind(), "(含)")
	if o.compared() && hasAnyPrefix(text, "为", "的", "定为", "评为", "且", "(") {
		return o.right, true
	}
	return segment.Range{}, false
}

// yard reports whether words behind an amount make it a part or a yardstick: 2.88%的水平.
func (r *reading) yard(text string) bool {
	return hasAnyPrefix(text, r.lexicon.grantWords.yardsticks...)
}

// counts reports whether the clause's next number counts things.
func (o *offer) counts() bool {
	for i, sl := range o.cl.slots {
		if sl == o.row[len(o.row)-1] {
			return i+1 < len(o.cl.slots) && o.cl.slots[i+1].q.countable()
		}
	}
	return false
}

// rear reports whether the comparator stands behind the unit: 50户以上.
func (o *offer) rear() bool {
	for _, c := range o.row[o.place].q.comparators {
		if c.Start > o.row[o.place].q.Start {
			return true
		}
	}
	return false
}
