package extract

import (
	"strings"

	"suyuan/segment"
)

// compose puts back the head that a clause takes over from the topic.
func (r *reading) compose(own name, now *topic, c *context, cl *clause) name {
	w := r.lexicon.figureWords
	before := now.name
	if len(before) == 0 {
		before = c.subject
	}
	if len(own) == 0 {
		if len(now.name) > 0 && r.dependent(now.name) && c.card != nil {
			return joined(r.bearer(c.subject, now.name.String()), now.name) // 总投资:9860万元 on a project's card
		}
		if len(now.name) > 0 {
			return now.name
		}
		return before
	}
	s := own.String()
	if n := now.headed(own, now.name); n != nil {
		return n
	}
	if n := c.accounted(own); n != nil {
		return n
	}
	switch {
	case len(before) == 0:
		return own
	case now.parts && contains(dwellers, s) && now.last != nil && (relativeDimensions[now.last.q.dimension] || now.last.q.dimension == "points") && relativeDimensions[cl.slots[0].q.dimension] && (len(before) > 1 && contains(dwellers, before[0].text()) || !hasAnyPrefix(before.String(), dwellers...)):
		if contains(dwellers, before[0].text()) {
			before = before[1:]
		}
		return append(append(name{}, own...), before...) // 恩格尔系数为30.6%，其中城镇29.3%，农村33.1%
	case now.parts && hasAnySuffix2(s, "项目", "工程", "任务") && len(s) == len("项目"):
		return before // 申报高标准农田11.6万亩，其中新建项目5.7万亩
	case isPlace(s) && hasAnySuffix2(before.String(), "率", "比例", "比重", "覆盖面") && len(own) == 1 && cl.slots[0].q.dimension == "share":
		if len(before) > 1 && isPlace(before[0].text()) {
			before = before[1:]
		}
		return append(append(name{}, own...), before...) // 生活污水处理率达到50%以上，东部地区达到60%以上
	case len(now.name) == 0 && c.card == nil && (outlays[s] || gains[s]) && (sized(before.String()) || isRate(before.String())):
		return own // 专利拥有量12件。…销售额5亿元: what one sentence measured bears no money of the next
	case r.dependent(own):
		head := r.bearer(before, s)
		if gains[s] && now.last != nil && (now.last.q.dimension == "mass" && !strings.HasSuffix(before.String(), "产量") || gains[before.String()] || now.parts && now.last.q.dimension == "money" && !own[0].partly()) {
			return own // 年加工人参15吨，年销售收入9400万元; 其中土地款3亿元；销售收入5亿元
		}
		if own[0].p != nil && (outlays[s] || contains(extents, s)) && (now.last == nil || !now.last.q.counts() || !hasAnySuffix2(before.String(), "项目", "工程")) {
			if work := c.work(own[0].p, own[0].at.Start); work != nil {
				head = work // 防洪治理工程。新建堤防6.8公里，总投资1.45亿元
			}
		}
		for i := len(now.names) - 1; head == nil && i >= 0; i-- {
			head = r.bearer(now.names[i], s)
		}
		return joined(head, own)
	case c.passage != nil && c.passage.cell != nil && len(now.name) == 0 && r.leaning(s, c.subject.String()):
		return joined(c.subject, own)
	case stock(s) != "" && strings.HasSuffix(before.String(), stock(s)):
		return append(without(before, len(s)), own...)
	case hasAnyPrefix(s, "三级甲等", "二级甲等") && w.levels.has(s) && strings.HasPrefix(before.String(), s[:len("三级")]) && len(before) == 1:
		return append(append(name{}, own...), tailOf(before, len(before.String())-len("三级"))...) // 三级医院12家，其中三级甲等5家
	case w.levels.has(s):
		return append(append(name{}, own...), r.withoutLevel(before)...)
	case now.parts && len(own) == 1 && now.last != nil && now.last.q.base == cl.behind(own[0]).base && now.last.q.countable() && (contains(sizes, s) || r.district(s) && !strings.HasSuffix(before.String(), s[len(s)-len("区"):])) && own[0].partly():
		return append(append(name{}, own...), r.undivided(before)...) // 改造户厕6800座，其中泸水市2600座、福贡县1800座
	case now.parts && len(own) == 1 && cl.behind(own[0]).dimension == "money" && strings.HasSuffix(before.String(), "投资") && !hasAnySuffix2(s, quantityNouns...) && !hasAnySuffix2(s, unspent...) && r.lexicon.IndicatorID(s) == "" && own[0].partly():
		return append(append(name{}, own...), tailOf(before, len("投资"))...) // 完成投资120亿元，其中信息基础设施45亿元
	case hasAnyPrefix(s, "产量占", "产值占") && len(now.name) > 0 && len(before) == 1 && hasAnySuffix2(before.String(), "产能", "产量", "产值") && len(before.String()) > len("产能"):
		return append(without(before, len("产能")), own...) // 动力电池产能达到300吉瓦时，产量占全国的15%
	case now.last != nil && now.last.q.dimension == "mass" && len(own) == 1 && strings.HasSuffix(before.String(), "产能") && listedBehind(own[0], now.last) && cl.behind(own[0]).dimension == "power" && !hasAnySuffix2(s, quantityNouns...) && !hasAnySuffix2(s, "产能", "能力"):
		return append(append(name{}, own...), tailOf(before, len("产能"))...) // 单晶硅产能60万吨、切片100吉瓦
	case award(s) != "" && award(s) == s && award(before.String()) != "":
		return append(withoutAwards(before), own...)
	case cl.inside && hasAnySuffix(s, "类", "级", "以上", "型") != "" && len(now.name) > 0:
		return append(append(name{}, own...), now.name...)
	case hasAnySuffix(s, "职称", "学历", "学位") != "":
		for i := len(now.names) - 1; i >= 0; i-- {
			if strings.HasSuffix(now.names[i].String(), "人才") && len(now.names[i].String()) <= 18 {
				return append(append(name{}, own...), tailOf(now.names[i], len("科技人才"))...)
			}
		}
		return own
	case viewed(own).End > 0 && cl.slots[0].q.dimension == "share":
		return append(append(name{}, own...), part{p: own[0].p, at: viewed(own)}) // 从产品产量看，精制茶增长23.9%
	case r.shortened(own, before) != nil:
		return r.shortened(own, before)
	case now.last == nil && cl.slots[0].q.dimension == "share" && sorted(c, own) && len(c.latest) > 0 && broken(c.latest.String(), s) > 0:
		return append(append(name{}, own...), tailOf(c.latest, broken(c.latest.String(), s))...) // 工业增加值增长5.6%。分门类看，采矿业下降1.2%
	case now.last != nil && now.last.measure.name == "growth" && cl.slots[0].q.dimension == "share" && broken(before.String(), s) > 0:
		return append(append(name{}, own...), tailOf(before, broken(before.String(), s))...) // 采矿业增加值下降0.4%，制造业增长6.9%
	case len(own) == 1 && own[0].p != nil && cl.slots[0].q.dimension == "money" && own[0].p.partsOf(own[0].at) && broken(before.String(), s) > 0:
		return append(append(name{}, own...), tailOf(before, broken(before.String(), s))...) // 农林牧渔业增加值78亿元，其中，农业46亿元
	case now.parts && len(now.level) > 0 && !r.levelled(own):
		return append(append(name{}, now.level...), own...)
	}
	return own
}

// sorted reports whether a sentence tells of the one before by its kinds: 分产业看，第一产业….
func sorted(c *context, own name) bool {
	p := own[0].p
	if p == nil {
		return false
	}
	text := p.flow.Text[p.sentence(own[0].at.Start).Start:own[0].at.Start]
	return len(c.subject) > 0 && (strings.Contains(text, "看，") && hasAnyPrefix(text, "分", "从", "按") || strings.HasPrefix(text, "其中，"))
}

// viewed returns the quantity by which a sentence says that it looks at things, where a
// name has none of its own: 产量 of 从主要产品产量看，精制茶增长23.9%.
func viewed(own name) segment.Range {
	p, at := own[0].p, own[0].at
	if p == nil {
		return segment.Range{} // 城镇 of 城乡居民
	}
	start := p.sentence(at.Start).Start
	head, _, ok := strings.Cut(p.after(start, at.Start), "看，")
	w := hasAnySuffix(head, "产量", "销量", "销售额", "零售额", "增加值", "产值", "利润", "用电量", "价格")
	if !ok || w == "" || len(head) > reach || !hasAnyPrefix(head, "从", "分", "按") || len(own) != 1 || hasAnySuffix2(own.String(), quantityNouns...) || hasAnySuffix2(own.String(), w) {
		return segment.Range{}
	}
	return segment.Range{Start: start + len(head) - len(w), End: start + len(head)}
}

// broken returns the length of the quantity that ends before and that own, another
// trade or kind of firms beside it, leaves out; 0 for none.
func broken(before, own string) int {
	quantity := hasAnySuffix(before, "增加值", "总产值", "产值", "营业收入", "利润总额", "零售额", "投资", "用电量", "类价格")
	kind := strings.TrimSuffix(before, quantity)
	if quantity == "类价格" && strings.HasSuffix(own, "类") {
		return len("价格") // 食品烟酒类价格上涨3.0%;衣着类上涨5.2%
	}
	if hasAnyPrefix(own, "第一产业", "第二产业", "第三产业") && len(own) == len("第一产业") && quantity != "" && kind != "" {
		return len(quantity)
	}
	if quantity == "" || !strings.HasSuffix(kind, "业") || !strings.HasSuffix(own, "业") || hasAnySuffix2(own, "就业", "失业", "创业", "毕业", "开业", "停业", "营业") || kind == own || len(own) > 60 {
		return 0
	}
	return len(quantity)
}

// partsOf reports whether 其中 stands in front of a place in its sentence.
func (p *passage) partsOf(at segment.Range) bool {
	text, _ := p.before(p.sentence(at.Start).Start, at.Start)
	return strings.Contains(text, "其中")
}

// dwellers are those whose part of a figure is told apart behind 其中.
var dwellers = []string{"城镇", "农村", "城市", "乡村"}

// isPlace reports a name that only says where: 东部地区, 城区.
func isPlace(s string) bool {
	return hasAnySuffix2(s, "地区", "城区", "山区", "平原", "东部", "中部", "西部", "县城", "建成区")
}

// shortened spells out a name that says only its own rank and the last word of
// the name before: of 国家级科技项目 and 省级项目 the second is 省级科技项目.
func (r *reading) shortened(own, before name) name {
	level := r.levelOf(own)
	if level == nil || len(own) != 1 || r.levelOf(before) == nil {
		return nil
	}
	rest, whole := strings.TrimPrefix(own.String(), level.String()), r.withoutLevel(before)
	if rest == "" || len(rest) > len("项目") || whole.String() == rest || !strings.HasSuffix(whole.String(), rest) || len(whole.String()) > 30 {
		return nil
	}
	return append(level, whole...)
}

// sameNoun reports whether two names end in the same word of two characters.
func sameNoun(a, b name) bool {
	x, y := a.String(), b.String()
	return len(x) > 6 && len(y) > 6 && x[len(x)-6:] == y[len(y)-6:]
}
