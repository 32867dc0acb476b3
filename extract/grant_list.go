package extract

import (
	"strings"

	"suyuan/segment"
)

// item returns the name that belongs to a number of a row by its place in a list
// of as many names: 对国家级、省级创新平台，分别给予300万元、50万元奖励; whole where it says what is given too.
func (x binder) item(o *offer) (item name, whole bool) {
	k := len(o.row)
	if k < 2 {
		return nil, false
	}
	for _, sl := range o.row[1:] {
		if o.p.textOf(sl.left) == "" { // 2000元以上5000元以下
			return nil, false
		}
	}
	if g := o.giftBefore(); g.noun { // 一级、二级残疾人护理补贴标准分别为
		end := g.word.Start
		if hasAnySuffix2(o.p.flow.Text[:g.at.Start], "给予", "予以", "一次性", "发放", "享受") {
			end = g.at.Start // 博士、硕士分别给予一次性生活补贴
		}
		if names := o.listed(segment.Range{Start: o.left.Start, End: end}, k); names != nil {
			return append(names[o.place], part{p: o.p, at: segment.Range{Start: end, End: g.at.End}}), true
		}
	}
	before, _ := o.sentence()
	text := o.p.flow.Text[before.Start:o.row[0].q.Start]
	end := len(text)
	for end > 0 {
		start := strings.LastIndexAny(text[:end], "，;:。")
		from := 0
		if start >= 0 {
			from = start + len(string([]rune(text[start:])[0]))
		}
		at := segment.Range{Start: before.Start + from, End: before.Start + end}
		if names := o.listed(at, k); names != nil {
			return names[o.place], false
		}
		if start < 0 {
			break
		}
		end = start
	}
	return nil, false
}

// listed splits a stretch that lists k things, and puts back what they share.
func (o *offer) listed(at segment.Range, k int) []name {
	text := o.p.textOf(at)
	if i, w := firstOf(text, []string{"最高", "分别", "每", "给予", "按", "一次性", "奖励", "补助", "补贴"}); i >= 0 && w != "" {
		text = text[:i]
	}
	if hasAnyPrefix(text, "根据", "按照", "依据", "结合") {
		return nil // 根据产业分类、注册资本等不同情况
	}
	if names := o.ranked(at, text, k); names != nil {
		return names
	}
	var items []segment.Range
	if i, w := lastOf(text, achieved); i > 0 {
		items = splitList(text, i+len(w), k) // 新建、改建仓库被认定为三星级、四星级仓库的
	}
	for i := len(text); items == nil; { // what stands behind the last 的 first
		i = strings.LastIndex(text[:i], "的")
		from := 0
		if i >= 0 {
			from = i + len("的")
		}
		items = splitList(text, from, k)
		if i < 0 {
			break
		}
	}
	if items == nil {
		return nil
	}
	first, last := &items[0], &items[k-1]
	o.trimFirst(text, first)
	rest := o.trimLast(text, last)
	for _, item := range items {
		if item.End-item.Start < len("一") && starred(text[item.Start:item.End]) == text[item.Start:item.End] || item.End-item.Start > len("国家级专精特新重点“小巨人”企业") && item != items[k-1] || item.End-item.Start > 2*len("十二个字以内的定语说明它") || strings.ContainsAny(starred(text[item.Start:item.End]), "0123456789\x00") {
			return nil
		}
	}
	shared, front := sharedEnd(text, items), sharedStart(text, items)
	var out []name
	for i, item := range items {
		n := name{{p: o.p, at: segment.Range{Start: at.Start + item.Start, End: at.Start + item.End}}}
		if i > 0 && front > 0 {
			n = append(name{{p: o.p, at: segment.Range{Start: at.Start + first.Start, End: at.Start + first.Start + front}}}, n...)
		}
		if i < k-1 && shared > 0 {
			n = append(n, part{p: o.p, at: segment.Range{Start: at.Start + last.End - shared, End: at.Start + last.End}})
		}
		if rest.End > rest.Start {
			n = append(n, part{p: o.p, at: segment.Range{Start: at.Start + rest.Start, End: at.Start + rest.End}})
		}
		out = append(out, n)
	}
	return out
}

// starred returns text with the digits of the ranks of scenic spots put out of sight:
// 国家5A级景区.
func starred(text string) string {
	for i := 0; i+1 < len(text); i++ {
		if text[i] >= '2' && text[i] <= '5' && text[i+1] == 'A' || text[i] >= '1' && text[i] <= '4' && strings.HasPrefix(text[i+1:], "类") {
			text = text[:i] + "A" + text[i+1:] // 1类新药
		}
	}
	return text
}

// splitList splits text from a byte on at its k-1 marks between the members of a list.
func splitList(text string, from, k int) []segment.Range {
	begin := from
	for _, marks := range [][]string{{"、"}, {"、", "和", "与", "及", "或"}} {
		var items []segment.Range
		from := begin
		for i := begin; i < len(text); i++ {
			for _, m := range marks {
				if strings.HasPrefix(text[i:], m) && (m == "、" || len(items) == k-2) {
					items = append(items, segment.Range{Start: from, End: i})
					from = i + len(m)
					i += len(m) - 1
					break
				}
			}
		}
		if items = append(items, segment.Range{Start: from, End: len(text)}); len(items) == k {
			return items
		}
	}
	return nil
}

// trimFirst takes off what stands in front of a list: 对新认定的, 取得, 收住本地户籍.
func (o *offer) trimFirst(text string, first *segment.Range) {
	s := text[first.Start:first.End]
	if i, w := lastOf(s, []string{"对", "的", "将", "在", "分为"}); i >= 0 && i+len(w) < len(s) && !hasAnyPrefix(s[i:], "对外", "对口", "对接") {
		s = s[i+len(w):]
	}
	if i, w := lastOf(s, achieved); i >= 0 && i+len(w) < len(s) {
		s = s[i+len(w):]
	}
	if t := strings.TrimPrefix(s, "获"); t != s && hasAnyPrefix(t, "国家", "省", "市", "中国", "全国") {
		s = t // 获省科学技术奖
	}
	if i, w := lastOf(s, []string{"主导制定", "主持制定", "参与制定", "牵头制定", "制定"}); i > 0 && i+len(w) < len(s) {
		s = s[i+len(w):] // 企业主导制定国家标准
	}
	if rest := cutFront(s, o.words.became); rest != "" {
		if !(rest != s && hasAnyOf(s, "新建", "新增") && len(rest) == 0) {
			s = rest
		}
	}
	for _, w := range []string{"本地户籍", "本市户籍", "我市户籍", "本县户籍", "首次", "达到", "全国", "新"} {
		if t := strings.TrimPrefix(s, w); t != "" && !contains(o.words.became, w+t) && !strings.HasPrefix(s, "新建") && !strings.HasPrefix(s, "新能源") && !strings.HasPrefix(s, "新材料") {
			s = t
		}
	}
	first.Start = first.End - len(s)
}

// trimLast takes off what follows a list; behind 的 stands what all its members
// are of, where they are only classes: 新建、改扩建的养老机构.
func (o *offer) trimLast(text string, last *segment.Range) (rest segment.Range) {
	s := text[last.Start:last.End]
	i := strings.Index(s, "的")
	if end := i < 0 || i+len("的") == len(s); end {
		if k, _ := firstOf(s, []string{"并", "到", "住院", "就业", "在", "购买", "来", "租", "取得", "获得"}); k > 0 {
			last.End = last.Start + k
			return segment.Range{}
		}
	}
	if i < 0 {
		return segment.Range{}
	}
	if behind := s[i+len("的"):]; behind != "" && i <= len("一二三等奖") {
		rest = segment.Range{Start: last.Start + i + len("的"), End: last.End}
	}
	last.End = last.Start + len(cutList(s[:i]))
	return rest
}
