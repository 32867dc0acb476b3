package extract

import (
	"strings"

	"suyuan/segment"
)

// classWords set the members of a list apart that share the rest of their name:
// 城镇、农村常住居民收入, 国家级、省级创新平台.
var classWords = []string{"城镇", "农村牧区", "农牧区", "牧区", "农村", "县城", "城市", "乡村", "国家级", "部级", "省级", "市级", "县级", "区级", "省内", "省外", "县内", "县外", "国内", "国外", "公办", "民办", "大型", "中型", "小型", "中小型", "境内", "境外", "特级", "一级", "二级", "三级", "男性", "女性", "小学", "初中", "高中", "普通高中", "中职", "幼儿园", "学前", "本科", "专科", "门诊", "住院", "线上", "线下", "国有", "民营", "公路", "铁路", "水路"}

// quantityWords end the name of a quantity; where only the last of a list has
// one, it holds for all: 二氧化硫、氮氧化物排放量.
var quantityWords = []string{"水质优良比例", "水质优良率", "水质达标率", "综合机械化率", "综合利用率", "总产量", "死亡率", "自给率", "排放总量", "排放量", "平均浓度", "浓度", "价格", "减排量", "覆盖率", "普及率", "利用率", "处理率", "增加值", "使用量", "产值", "产量", "面积", "占比", "比重", "收入", "支出", "总额", "投资", "标准", "流通率", "入学率", "参保率", "合格率", "达标率", "完成率", "数量", "人数", "出口额", "进口额", "出口", "进口"}

// listedNames splits 规模以上工业、固定资产投资和外贸出口 into k names, and puts back
// what they share: a class in front (每千人口…), the rest behind (国家级、省级创新平台).
func listedNames(p *passage, at segment.Range, k int) []name {
	text := p.textOf(at)
	items := listItems(p, at, k)
	if len(items) != k {
		return fused(p, at, k)
	}
	if names := classed(p, items); names != nil {
		return names
	}
	if names := alike(p, items); names != nil {
		return names
	}
	last := items[k-1]
	prefix, suffix := sharedFront(p, items[0]), sharedRest(p, items)
	owner := sharedOwner(p, items)
	others := strings.Index(p.textOf(last), "等") // 食品、医药等产业增加值
	if others >= len("食品") && hasAnyPrefix(p.textOf(last)[others+len("等"):], branches...) && suffix > 0 {
		suffix = len(p.textOf(last)) - others - len("等")
	} else {
		others = -1
	}
	var out []name
	for i, item := range items {
		n := name{{p: p, at: item}}
		if i == k-1 && others > 0 {
			n = name{{p: p, at: segment.Range{Start: item.Start, End: item.Start + others}}, {p: p, at: segment.Range{Start: item.End - suffix, End: item.End}}}
		}
		if i > 0 && owner.End > owner.Start {
			n = name{{p: p, at: owner}, {p: p, at: item}}
		}
		if i == k-1 && suffix > 0 && len(items) > 1 && items[0].End-items[0].Start == 1 && isLetter(text[0]) { // C三类县: 三 counts the list
			n = name{{p: p, at: segment.Range{Start: item.Start, End: item.Start + 1}}, {p: p, at: segment.Range{Start: item.End - suffix, End: item.End}}}
		}
		if prefix.End > prefix.Start && i > 0 && !strings.HasPrefix(p.textOf(item), "每") {
			n = append(name{{p: p, at: prefix}}, n...)
		}
		if suffix > 0 && i < k-1 {
			n = append(n, part{p: p, at: segment.Range{Start: last.End - suffix, End: last.End}})
		}
		out = append(out, n)
	}
	return out
}

// branches are the words for a part of the economy, which a list may share with the quantity
// behind it: 新材料、生物医药产业产值.
var branches = []string{"产业", "行业", "全产业链", "产品", "企业"}

// outcomes are quantities that a list tells of one after the other, of whom its first name says.
var outcomes = []string{"营业收入", "主营业务收入", "总收入", "销售收入", "利润", "利润总额", "利税", "税收", "总产值", "产值", "增加值", "销售额", "产量", "总产量", "单产"}

// sharedOwner returns whose all quantities of a list are: 省属企业 of 省属企业营业收入、利润.
func sharedOwner(p *passage, items []segment.Range) segment.Range {
	first := p.textOf(items[0])
	w := suffixOf(first, append([]string{"播种面积", "种植面积"}, outcomes...))
	if len(first)-len(w) < len("企业") || w == "" {
		return segment.Range{}
	}
	for _, item := range items[1:] {
		if !contains(outcomes, p.textOf(item)) {
			return segment.Range{}
		}
	}
	return segment.Range{Start: items[0].Start, End: items[0].End - len(w)}
}

// sharedFront returns the denominator that a list's first name states for all: 每千人口.
func sharedFront(p *passage, first segment.Range) segment.Range {
	text := p.textOf(first)
	if !strings.HasPrefix(text, "每") {
		return segment.Range{}
	}
	for _, end := range []string{"人口拥有", "人口", "名儿童", "名老年人", "人"} {
		if i := strings.Index(text, end); i > 0 && i < 20 {
			return segment.Range{Start: first.Start, End: first.Start + i + len(end)}
		}
	}
	return segment.Range{}
}

// sharedRest returns the length of the end of the last name that holds for all.
func sharedRest(p *passage, items []segment.Range) int {
	last := p.textOf(items[len(items)-1])
	if w := hasAnySuffix(last, "占全省比重", "占全国比重", "占全市比重", "全省占比", "全国占比", "全市占比", "占比"); w != "" && w != last && !strings.HasSuffix(p.textOf(items[0]), w[len(w)-len("占比"):]) {
		return len(w) // 地区生产总值、固定资产投资全省占比
	}
	for _, item := range items[:len(items)-1] {
		text := p.textOf(item)
		if contains(classWords, text) {
			for _, w := range classWords {
				if strings.HasPrefix(last, w) {
					return len(last) - len(w)
				}
			}
			return 0
		}
		if len(text) <= len("市") && strings.Contains("国省市县区乡镇村", text) {
			if i := strings.Index(last, "级"); i > 0 && i <= len("市") {
				return len(last) - i
			}
		}
		if len(text) == 1 { // A、B、C类县
			if i := strings.Index(last, "类"); i > 0 && i < 8 {
				return len(last) - i // the last itself is cut likewise, see listedNames
			}
		}
		if len(text) <= len("A") || len(text) == len("A类") {
			continue
		}
		if hasAnySuffix(text, quantityWords...) != "" || hasAnySuffix2(text, "率", "量", "额", "数", "值", "经费", "资金", "游客", "人次", "人口") && !strings.HasSuffix(text, "需氧量") {
			return 0
		}
	}
	quantity := hasAnySuffix(last, quantityWords...)
	if quantity == "" {
		return 0
	}
	branch := hasAnySuffix(last[:len(last)-len(quantity)], "全产业链", "产业", "行业")
	if len(branch)+len(quantity) == len(last) || hasAnySuffix(p.textOf(items[0]), "业", "链") != "" {
		branch = ""
	}
	return len(branch) + len(quantity)
}

// listItems parts the members of a list of k.
func listItems(p *passage, at segment.Range, k int) []segment.Range {
	text := p.textOf(at)
	var items []segment.Range
	from, depth := 0, 0
	for i, c := range text {
		switch c {
		case '(', '“', '《':
			depth++
		case ')', '”', '》':
			depth--
		}
		if depth > 0 {
			continue // 县(市、区)
		}
		if c == '、' || len(items) == k-2 && couples(text, i, c) {
			items = append(items, segment.Range{Start: at.Start + from, End: at.Start + i})
			from = i + len(string(c))
		}
	}
	return append(items, segment.Range{Start: at.Start + from, End: at.End})
}

// couples reports whether 和, 与 or 及 at byte i of text joins two names and is no part
// of a word: 普及率, 参与, 和美乡村.
func couples(text string, i int, c rune) bool {
	before, after := text[:i], text[i+len(string(c)):]
	switch c {
	case '和':
		return !hasAnySuffix2(before, "共", "饱", "温", "缓", "中", "总") && !hasAnyPrefix(after, "美", "谐", "平", "解", "睦")
	case '与':
		return !hasAnySuffix2(before, "参", "给", "赋", "授")
	case '及':
		return !hasAnySuffix2(before, "普", "涉", "触", "遍", "顾") && !hasAnyPrefix(after, "相关", "其", "以") // 文化及相关产业
	}
	return false
}
