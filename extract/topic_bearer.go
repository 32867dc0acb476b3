package extract

import (
	"sort"
	"strings"
	"unicode/utf8"

	"suyuan/segment"
	"suyuan/source"
)

// bearer returns what a second attribute belongs to: of 高新技术企业总量 and 增量 it
// is 高新技术企业.
func (r *reading) bearer(head name, attribute string) name {
	if contains(extents, attribute) {
		if w := hasAnySuffix(head.String(), besideExtents...); w != "" {
			return without(head, len(w)) // 产业园占地60亩，建筑面积2.3万平方米
		}
	}
	if !r.lexicon.figureWords.attribute[attribute] {
		if contains(extents, attribute) && r.lexicon.figureWords.attribute[head.String()] {
			return nil // 总投资80亿元，占地1200亩
		}
		return head
	}
	if contains(paces, attribute) { // 固定资产投资增速: it is the whole that grows
		return without(head, len(hasAnySuffix(head.String(), "总量", "数量", "总数", "规模", "增量")))
	}
	text := head.String()
	if contains(extents, text) || text != attribute && strings.HasSuffix(attribute, strings.TrimSuffix(text, "规模")) && outlays[attribute] {
		return nil // 占地120亩，总投资2.3亿元; 投资规模:总投资6800万元
	}
	if isRate(text) && !isRate(attribute) || r.lexicon.figureWords.attribute[text] { // 总投资5亿元，建筑面积12万平方米
		return nil // 开工率为98.4%，完成投资124.06亿元
	}
	longest := ""
	for a := range r.lexicon.figureWords.attribute {
		if len(a) > len(longest) && len(a) < len(text) && strings.HasSuffix(text, a) {
			longest = a
		}
	}
	if longest == "" || strings.HasSuffix(longest, "强度") || strings.HasPrefix(attribute, "投入") {
		return head
	}
	return without(head, len(longest))
}

// dependent reports whether a name says nothing without the thing it belongs to.
func (r *reading) dependent(own name) bool {
	s := own.String()
	if r.lexicon.figureWords.attribute[s] || hasAnyPrefix(s, "占", "与", "同比", "比", "较", "同") {
		return true
	}
	i := gapAt(s)
	return i == 0 || i > 0 && paced(s[:i]) // 增速比全省平均水平高
}

// paced reports whether a name is nothing but the word for how fast something grows.
func paced(s string) bool { return contains(paces, s) }

// leaning reports whether a name in a cell says nothing without what its row is
// about: 治理率 in the row 生活污水治理, 覆盖率.
func (r *reading) leaning(own, row string) bool {
	what, ok := strings.CutSuffix(own, "率")
	return r.lexicon.tables.is("dependent", own) || ok && len(what) == len("治理") && strings.HasSuffix(row, what)
}

// extents say how large a thing is that the sentence has not named: of them nothing is said.
var extents = []string{"占地", "占地面积", "用地", "用地面积", "建筑面积", "总建筑面积", "装机", "装机容量", "装机规模", "总装机", "库容", "总库容"}

// besideExtents are what else is said of a thing beside how large it is.
var besideExtents = append([]string{"床位", "床位数", "编制床位"}, extents...)

// work returns the work that a passage begins with, in front of byte at, or that the label
// in its line names: what it costs is said of that, whatever has been counted since. Else it
// is the one that the sentence begins with.
func (c *context) work(p *passage, at int) name {
	label, text := p, p.flow.Text[:at]
	if h := p.block.Parent; h != nil && p.cell == nil && c.byBlock[h] != nil && !strings.Contains(c.r.outline.Quote(source.Span{Start: h.Body.End, End: max(h.Body.End, p.block.Body.Start)}), "\n") {
		label = c.byBlock[h]
		text = strings.TrimRight(label.flow.Text, ":。") + ":"
	}
	end := strings.IndexAny(text, ":。，;(")
	if end < 0 || end > 150 || !hasAnySuffix2(text[:end], works...) {
		return c.begun(p, at)
	}
	from := end - len(strings.TrimLeft(text[:end], "0123456789一二三四五六七八九十.、)"))
	if n := c.r.trim(text[from:end], false); n.empty() || n.head != "" || utf8.RuneCountInString(text[from:end]) < 6 {
		return c.begun(p, at)
	}
	return name{{p: label, at: segment.Range{Start: from, End: end}}}
}

// begun returns the one project that a sentence names in front of byte at, where nothing
// but what it has is counted since: 推进市第一人民医院新院区建设，设置床位1500张，总投资18.6亿元.
func (c *context) begun(p *passage, at int) name {
	s := p.sentence(at)
	projects := c.r.records.Projects
	from := p.flow.Span(s.Start, s.Start+1).Start
	i := sort.Search(len(projects), func(i int) bool { return projects[i].Span.Start >= from })
	if i >= len(projects) {
		return nil
	}
	start, end := p.flow.Find(projects[i].Span)
	if start < s.Start || end <= start || end > at || i+1 < len(projects) && projects[i+1].Span.Start < p.flow.Span(at, at+1).Start {
		return nil
	}
	behind := p.flow.Text[end:at]
	first, rest, ok := strings.Cut(behind, "，")
	if !ok || strings.ContainsAny(behind, ";") || strings.Trim(first, "建设项目工程") != "" {
		return nil
	}
	for _, part := range strings.Split(rest, "，") {
		if hasAnyPrefix(part, "实施", "推进", "改造", "完成", "加快", "开展", "支持", "推动", "引进", "培育", "打造") {
			return nil
		}
	}
	return name{{p: p, at: segment.Range{Start: start, End: end}}}
}

// isRate reports a name of a ratio, which has no amounts of its own.
func isRate(s string) bool {
	return hasAnySuffix2(s, "率", "比重", "占比", "比例", "增速", "增幅", "涨幅", "降幅")
}

// rates end the names of ratios, longest first.
var rates = []string{"城镇化率", "覆盖率", "普及率", "利用率", "处理率", "合格率", "渗透率", "签约率", "参保率", "入学率", "入园率", "达标率", "比重", "占比", "比例", "率"}

// ofRate returns what a ratio is one of, for an amount that has no name of its own:
// 宽带普及率92%，达到80万户 are of 宽带.
func ofRate(n name, q *quantity) name {
	switch q.dimension {
	case "share", "points", "times", "rank", "break", "":
		return n
	}
	if strings.Contains(q.unit, "/") { // 孕产妇死亡率9.87/10万
		return n
	}
	if w := suffixOf(n.String(), rates); w != "" && len(w) < len(n.String()) && !strings.Contains(n.String(), "占") {
		return without(n, len(w))
	}
	return n
}
