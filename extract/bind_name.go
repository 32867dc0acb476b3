package extract

import (
	"strings"

	"suyuan/segment"
)

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
	if x.goal(b, left, own) || x.budget(b, own) || x.cl.inside && contains(goals, strings.TrimPrefix(own.String(), "计划")) {
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
	if noun, of := strings.CutPrefix(x.p.textOf(b.slot.right), "的"); of && right == nil && b.q.comparator != "=" && capable(noun) && !capable(own.String()) {
		own = name{{p: x.p, at: segment.Range{Start: b.slot.right.End - len(noun), End: b.slot.right.End}}} // 形成300亿元以上的基金规模
	}
	if of := x.ofNoun(b, own, right); of != nil {
		own = append(of, own...)
	}
	if n := x.shareOf(x.p, b.slot, left); n != nil {
		own = n
	}
	if n := x.contributed(own); n != nil {
		own = n
	}
	if n := x.usedFor(b, own, right); n != nil {
		own = n
	}
	if n := x.ofYardstick(b, own, left); n != nil {
		own = n
	}
	if n := x.reachedOf(b, left); n != nil {
		own = n
	}
	if strings.HasPrefix(left, "按") && strings.Contains(left, "汇率") {
		own = nil // 按年均汇率折算为6908美元
	}
	if l := x.now.limit; l != nil && right == nil && len(own) == 1 && own[0].implied == "" && l.clause == b.clause && own[0].at.End > l.q.whole.End && strings.Trim(x.p.flow.Text[l.q.whole.End:max(l.q.whole.End, own[0].at.Start)], "的") == "" {
		x.now.limited = own[0]            // 营业收入过千亿元的|开发区
		own[0].at.Start = l.q.whole.Start // the criterion is part of the name of what it limits
		if !l.words.empty() && l.words.at.End == l.q.whole.Start {
			own[0].at.Start = l.words.at.Start
		}
	}
	if l := x.now.limit; l != nil && l.clause == b.clause && own == nil && right == nil && b.q.countable() && strings.Trim(left, "的") == "" && x.now.limited.p == x.p && l.q.whole.Start > x.now.limited.at.End {
		from := l.q.whole.Start
		if c := l.q.comparators; len(c) > 0 {
			from = min(from, c[0].Start)
		}
		own = name{{p: x.p, at: segment.Range{Start: from, End: b.slot.left.End}}, x.now.limited} // 过500亿元的6个
	}
	return own
}

// apart puts what names a gap behind what it is measured of: 城镇化率高于全国.
func (x binder) apart(own name, gap segment.Range) name {
	if len(own) != 1 || own[0].at.Start >= gap.Start {
		return name{{p: x.p, at: gap}}
	}
	from := own[0].at.Start
	if i, w := lastOf(x.p.textOf(segment.Range{Start: from, End: gap.Start}), []string{"要确保", "确保", "力争"}); i >= 0 && from+i+len(w) < gap.Start {
		from += i + len(w) // 金融系统要确保贷款增速高于全国
	}
	return name{{p: x.p, at: segment.Range{Start: from, End: gap.End}}}
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
	words := x.p.textOf(at)
	if i := strings.Index(words, "项目"); i >= len("新材料") && !strings.ContainsAny(words[:i], "，、的") {
		return name{{p: x.p, at: segment.Range{Start: at.Start, End: at.Start + i + len("项目")}}} // 的新材料项目刷新纪录
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

// contributed puts what contributes in front of what it contributes to: 第一产业增加值53.53亿元，
// 对经济增长的贡献率为11.7%.
func (x binder) contributed(own name) name {
	if len(own) != 1 || own[0].implied != "" || len(x.now.name) == 0 || !strings.HasSuffix(own.String(), "贡献率") || isRate(x.now.name.String()) {
		return nil
	}
	at := own[0].at
	if !strings.HasSuffix(x.p.flow.Text[x.cl.Start:max(x.cl.Start, at.Start)], "对") || at.Start-len("对") > x.cl.Start {
		return nil
	}
	at.Start -= len("对")
	return append(append(name{}, x.now.name...), part{p: x.p, at: at})
}

// ofYardstick names what the sentence speaks of by the yardstick that it is a part of:
// 研发投入强度0.7%，不到全国平均水平的三分之一.
func (x binder) ofYardstick(b *bound, own name, left string) name {
	if len(own) != 1 || own[0].implied != "" || !hasAnySuffix2(left, "平均水平的", "平均值的") || b.q.dimension != "share" && b.q.unit != "" {
		return nil
	}
	text := own.String()
	i, w := lastOf(text, []string{"不到", "不足", "仅为", "仅相当于", "只相当于", "只有", "约为", "超过"})
	front, yard := x.now.name, text[max(i, 0)+len(w):]
	if i > 0 {
		front = name{{p: own[0].p, at: segment.Range{Start: own[0].at.Start, End: own[0].at.Start + i}}} // 人均GDP只有全国平均水平的97%
	}
	if w == "" || len(front) == 0 || !hasAnyPrefix(yard, yardFirsts...) {
		return nil
	}
	if sign := frontSigns[w]; sign != "" && b.q.comparator == "=" {
		b.q.comparator = sign
		b.q.comparators = append(b.q.comparators, segment.Range{Start: own[0].at.Start + i, End: own[0].at.Start + i + len(w)})
	}
	return append(append(name{}, front...), part{implied: "相当于"}, part{p: x.p, at: segment.Range{Start: own[0].at.End - len(yard), End: own[0].at.End}})
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
