package extract

import (
	"strings"

	"suyuan/segment"
)

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
		if before.unit == "个" && (q.unit == "个百分点" || q.unit == "个千分点") { // 9.2个和0.6个百分点
			before.unit, before.unitAt, before.base, before.factor, before.dimension = q.unit, q.unitAt, q.base, q.factor, q.dimension
		}
		if before.unit == "" && q.unit != "" && q.dimension != "duration" && q.dimension != "age" && q.dimension != "rank" && q.dimension != "times" && q.dimension != "" {
			before.unit, before.unitAt, before.base, before.factor, before.dimension, before.aside = q.unit, q.unitAt, q.base, q.factor, q.dimension, ""
		}
		if q.dimension == "age" && before.max != nil {
			continue // 35-59岁、60岁及以上
		}
		if q.countable() && hasAnySuffix2(p.flow.Text[:before.whole.Start], "奖励", "补助", "补贴", "资助", "给予") {
			continue // 奖励0.5万元、60人以上奖励1万元
		}
		if before.countable() && before.base != q.base && !strings.Contains(lastRunes(p.flow.Text[:before.whole.Start], 12), "分别") {
			continue // 5亿元以上项目9个、10亿元以上项目3个
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

// respectively names the numbers of a clause that says 分别 of things named
// before it: A和B分别增长1家和2家; with both ends of each, A和B分别由1%、2%提高到3%、4%;
// and of what a list has just been named for: …，增长4.1%、7.2%.
func (r *reading) respectively(p *passage, cl *clause, now *topic) []name {
	k := len(cl.slots)
	if k < 2 {
		return nil
	}
	if names := r.aged(p, cl); names != nil {
		return names
	}
	said, _ := p.before(cl.Start, cl.slots[0].q.Start)
	row := jointly(p, cl)
	first := r.leftPhrase(p, cl.slots[0].left, false)
	if row && first.empty() && k == len(now.abreast) && apart(now.abreast) && cl.slots[1].left.Start < cl.slots[1].left.End {
		return now.abreast // 资金32.6亿元、债券45.2亿元，较上年增长18%和22%
	}
	if half := len(now.abreast) / 2; row && first.empty() && half == k && len(now.abreast) == 2*k && apart(now.abreast[k:]) && same(now.abreast[:k], now.abreast[k:]) {
		return now.abreast[k:] // 城乡居民收入分别由1万元、2万元增加到3万元、4万元，年均增长7%和8%
	}
	shared := row && !first.empty() && strings.HasPrefix(p.textOf(first.at), "占") && k == len(now.abreast) // 企业120家、个体户800户，占12%和80%
	if !strings.Contains(said, "分别") && !shared && !(row && (now.listed == k || strings.Contains(p.textOf(cl.slots[0].left), "类") || r.pair(p, cl, first))) {
		return nil
	}
	if names := r.apiece(p, cl.slots[0].left, k); names != nil {
		return names
	}
	if first.empty() {
		if len(now.names) >= k && (strings.Contains(said, "分别") || now.listed == k) {
			return now.names[len(now.names)-k:]
		}
		return nil
	}
	if names := listedNames(p, first.at, k); names != nil {
		return names
	}
	if half := listedNames(p, first.at, k/2); k%2 == 0 && k > 2 && half != nil {
		return append(append([]name{}, half...), half...)
	}
	own := name{{p: p, at: first.at}}
	if len(now.names) >= k && r.dependent(own) {
		var names []name
		if of := own.String(); strings.HasPrefix(of, "占") && shareWord(of) != "" && !hasAnySuffix2(of, "比重", "比例", "占比") {
			own = append(own, part{implied: shareWord(of)})
		}
		for _, n := range now.names[len(now.names)-k:] {
			names = append(names, joined(n, own))
		}
		return names
	}
	return nil
}

// gaps names the gaps to k yardsticks: 分别高于全国、全区9.2个和0.6个百分点, 增速比全国、全省
// 分别高1.9个和0.6个百分点.
func (r *reading) gaps(p *passage, cl *clause, now *topic) []name {
	if len(cl.slots) < 2 {
		return nil
	}
	at := cl.slots[0].left
	text := strings.TrimRight(p.blanked(at), "\x00的达到约近")
	i := gapAt(text)
	if i < 0 || !jointly(p, cl) {
		return nil
	}
	end := hasAnySuffix(text, gapEnds...)
	w := prefixOf(text[i:], append(append([]string{"比", "较"}, gapVerbs...), gapExcess...))
	if than := w == "比" || w == "较"; w == "" || than && end == "" {
		return nil
	} else if !than {
		end = ""
	}
	yards := segment.Range{Start: at.Start + i + len(w), End: at.Start + len(strings.TrimSuffix(text[:len(text)-len(end)], "分别"))}
	items := listItems(p, yards, len(cl.slots))
	if len(items) != len(cl.slots) {
		return nil
	}
	of := r.leftPhrase(p, segment.Range{Start: at.Start, End: at.Start + i}, false)
	front := name{{p: p, at: of.at}}
	switch pace := prefixOf(strings.TrimLeft(text[:i], "，、"), paces); {
	case of.empty() && pace != "" && len(now.name) > 0:
		k := at.Start + strings.Index(text, pace)
		front = append(append(name{}, now.name...), part{p: p, at: segment.Range{Start: k, End: k + len(pace)}})
	case of.empty() || paced(front.String()):
		if front = append(append(name{}, now.name...), front...); of.empty() {
			front = now.name
		}
	}
	if len(front) == 0 || len(now.name) == 0 && of.empty() {
		return nil
	}
	verb := part{p: p, at: segment.Range{Start: at.Start + i, End: yards.Start}}
	var names []name
	for _, item := range items {
		n := append(append(name{}, front...), verb, part{p: p, at: item})
		if end != "" {
			n = append(n, part{p: p, at: segment.Range{Start: at.Start + len(text) - len(end), End: at.Start + len(text)}})
		}
		names = append(names, n)
	}
	return names
}

// same reports whether two lists hold the same names.
func same(a, b []name) bool {
	for i, n := range a {
		if n.String() != b[i].String() {
			return false
		}
	}
	return true
}

// apart reports whether no two of the names are the same.
func apart(names []name) bool {
	for i, n := range names {
		for _, m := range names[:i] {
			if m.String() == n.String() {
				return false
			}
		}
	}
	return true
}

// apiece names k things of which each does what stands behind 分别: 一二三产业分别拉动
// 经济增长1.2、2.3、0.5个百分点.
func (r *reading) apiece(p *passage, left segment.Range, k int) []name {
	text := p.blanked(left)
	i := strings.LastIndex(text, "分别")
	if i < 0 {
		return nil
	}
	from := left.Start + i + len("分别")
	does := r.trim(text[i+len("分别"):], false)
	things := r.leftPhrase(p, segment.Range{Start: left.Start, End: left.Start + i}, false)
	if does.empty() || things.empty() || strings.ContainsRune(text[i:], 0) {
		return nil
	}
	names := listedNames(p, things.at, k)
	for n := range names {
		names[n] = append(names[n], part{p: p, at: segment.Range{Start: from + does.at.Start, End: from + does.at.End}})
	}
	return names
}

// pair reports whether a row of numbers of one kind follows as many names: 小学、初中在校生
// 5万人、3万人; never 和 between two names that nothing shows to be apart: 研究和开发人员.
func (r *reading) pair(p *passage, cl *clause, first nounPhrase) bool {
	if first.empty() {
		return false
	}
	for _, sl := range cl.slots[1:] {
		if sl.q.dimension != cl.slots[0].q.dimension || sl.left.Start == sl.left.End { // 疏散、转移人员1万人以上5万人以下
			return false
		}
	}
	items := listItems(p, first.at, len(cl.slots))
	if len(items) != len(cl.slots) {
		return fused(p, first.at, len(cl.slots)) != nil // 城乡居民收入2.7万元、0.9万元
	}
	return classed(p, items) != nil || alike(p, items) != nil || contains(classWords, p.textOf(items[0])) || strings.Count(p.textOf(first.at), "、") == len(items)-1
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
