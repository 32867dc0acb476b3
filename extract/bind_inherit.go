package extract

import "strings"

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
	if now.change && !strings.HasPrefix(left, "、") && hasAnyPrefix(own.String(), "除险加固", "维修加固", "更新改造", "提质改造", "修复") {
		now.change = false // 新建水库9座，除险加固病险水库127座
	}
	if now.change && !now.parts && strings.HasPrefix(left, "、") && now.last != nil && now.last.measure.name == "level" {
		now.change = false // 新增床位1200张，每千人口医师3.3人、护士3.8人
	}
	whole := len(own) > 0 && hasAnySuffix2(own.String(), "总数", "总量", "总里程", "总面积", "总规模")                                                       // 净增218家，总数突破2000家
	whole = whole || len(own) > 0 && now.last != nil && q.base != now.last.q.base && hasAnySuffix2(own.String(), "产量", "产值", "收入", "占比", "覆盖率") // 新增工厂80家、机器人产量突破5000台
	bare := !whole && b.bare() && (now.limit == nil || now.limit.clause != b.clause || now.limit.bare())                                        // 新增企业40户，培育产值超10亿元企业3户
	if now.change && (now.parts || bare) && b.measure.name == "level" && (q.countable() || strings.HasPrefix(left, "、") && len(own) > 0 && now.unit == q.base || now.parts && now.added != nil && q.dimension == now.added.dimension) && !x.c.undated && (!x.cl.inside || len(own) > 0) && (now.unit == q.base && (now.parts || now.added == nil || now.added.unit == q.unit) || strings.HasPrefix(left, "、")) {
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
