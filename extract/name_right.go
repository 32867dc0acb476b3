package extract

import (
	"strings"

	"suyuan/segment"
)

// rightPhrase reads the name behind a measure word: 5家新型研发机构. What the
// counted things do comes in front of them: 2项科研项目列入省级计划 counts
// 列入省级计划科研项目. Where another number is followed by none of its own name, what is
// done names that: 722家企业建有研发机构896家.
func (r *reading) rightPhrase(p *passage, at segment.Range, followed bool) []segment.Range {
	w := r.lexicon.figureWords
	text := p.blanked(at)
	i := 0
	if strings.HasPrefix(text, "的") {
		i = len("的")
	}
	if k := strings.IndexByte(text, '('); k >= 0 && strings.ContainsAny(text[k:], "0123456789") {
		text = text[:k] // 省新型研发机构(经费共4086万元)
	}
	if hasAnyPrefix(text[i:], "具有", "拥有", "在", "符合", "达到", "较", "能够") {
		if k := strings.LastIndex(text, "的"); k > i {
			i = k + len("的") // 具有较强竞争力的产业集群
		}
	}
	if t := longest(w.tailStarts.of(text[i:]), func(t string) bool { return strings.HasPrefix(text[i:], t) }); t != "" && (hasAnySuffix2(t, "到", "至") && len(t) > len("到") || strings.HasSuffix(t, "为") && hasAnyPrefix(t, "整合", "优化", "精简", "归并", "合并", "调整", "演")) {
		return nil
	}
	if i >= len(text) || longest(w.stops.of(text[i:]), func(s string) bool { return strings.HasPrefix(text[i:], s) && !w.stopInNoun(text[i:], s) }) != "" {
		return nil
	}
	j := len(text)
	if k := strings.IndexByte(text, 0); k >= 0 {
		j = k
	}
	if j <= i {
		return nil // the last 的 stands behind what was blanked
	}
	if head := strings.TrimSuffix(text[i:j], "等项目"); head != "" {
		j = i + len(head) // 20万千瓦风电等项目
	}
	for _, end := range []string{"、", "和", "及", "以及", "与", "，", "中", "等", "(", "的", "或"} {
		for strings.HasSuffix(text[i:j], end) && j > i && !hasAnySuffix2(text[i:j], "参与", "普及", "涉及", "高中", "初中", "高等", "中等", "集中") {
			j -= len(end)
		}
	}
	if k := strings.Index(text[i:j], "、"); k > 0 && hasAnyPrefix(text[i+k+len("、"):j], "位列", "位居", "排名", "居全", "列全", "名列") {
		j = i + k // 48枚金牌、位列全国第3
	}
	if w := hasAnySuffix(text[i:j], "中排名", "中位列", "中位居", "中居", "中列"); w != "" && j-i > len(w) {
		j -= len(w) // 在全市6个县区中排名第2
	}
	if hasAnySuffix2(text[i:j], "项目前期", "工程前期") {
		j -= len("前期") // 完成3个码头项目前期
	}
	if noun, ok := strings.CutSuffix(text[i:j], "建设"); ok && hasAnySuffix2(noun, standing...) {
		j -= len("建设") // 启动12个示范村建设
	}
	if k := strings.LastIndex(text[i:j], "、"); k > 0 && (w.heads.has(text[i+k+len("、"):j]) || w.attribute[text[i+k+len("、"):j]] && at.End == at.Start+len(text)) {
		j = i + k // 省级大学科技园、培育; 公共服务项目、总投资
	}
	if k := len(hasAnySuffix(text[i:j], "计划总投资", "计划投资", "总投资")); k > 0 && k < j-i && followed && j == len(text) {
		j -= k // 12个项目总投资30亿元
	}
	if j <= i || strings.Trim(text[i:j], "…—·.~ ") == "" {
		return nil
	}
	var words []segment.Word
	if w.predicates.in(text[i:j]) {
		words = r.words.Cut(nil, text[i:j])
	}
	quote := 0
	for k, x := range words {
		s := text[i+x.Start : i+x.End]
		if strings.ContainsAny(s, "“《(") {
			quote++
		}
		if strings.ContainsAny(s, "”》)") {
			quote--
		}
		if bodily[s] && hasAnyPrefix(text[i+x.End:j], "中心", "公司", "机构", "平台", "基地", "企业", "团队") {
			continue // 7家资金集中运营中心
		}
		if quote > 0 || k == 0 || !w.predicates.has(s) || k == 1 && hasAnySuffix2(text[i:i+x.Start], "重点", "重大", "主要", "级") {
			continue
		}
		noun := segment.Range{Start: at.Start + i, End: at.Start + i + x.Start}
		if w := hasAnySuffix(p.textOf(noun), "已经", "已", "全面", "全部", "正在", "陆续", "先后", "将", "均", "都", "同比", "环比", "实际", "预计"); w != "" && len(w) < noun.End-noun.Start && x.Start == words[k-1].End && strings.HasSuffix(w, text[i+words[k-1].Start:i+words[k-1].End]) {
			noun.End -= len(w) // 3个项目已开工建设
		}
		if t := strings.TrimSuffix(strings.TrimSuffix(p.textOf(noun), "陆续"), "已"); len(t) < noun.End-noun.Start && strings.HasSuffix(p.textOf(noun), "陆续") {
			noun.End = noun.Start + len(t)
			return []segment.Range{noun} // 290万亩高标准农田已陆续开工
		}
		does := segment.Range{Start: at.Start + i + x.Start, End: at.Start + j}
		switch s {
		case "共", "均", "全部", "基本", "成功", "率先":
			does.Start += len(s)
			if k+1 >= len(words) {
				return []segment.Range{noun}
			}
		case "达", "达到", "超过", "共有", "拥有", "现有", "有", "有序", "顺利", "稳步", "加速", "扎实":
			return []segment.Range{noun}
		}
		rest := p.textOf(does)
		if hasAnyPrefix(rest, "有所", "有增", "有减", "有下降", "有提", "有改善", "有突破", "有进展") || followed && strings.TrimSuffix(rest, "了") == s {
			return []segment.Range{noun} // 11条公路均有增加; 124个项目已开工122个
		}
		if followed && len(rest) > len(s) && !hasAnySuffix2(rest, "、", "和", "及") && !r.trim(strings.TrimPrefix(rest, s), false).empty() {
			return []segment.Range{noun}
		}
		if len(rest) == 0 || len(rest) > 60 || strings.ContainsAny(rest, "\x00") || hasAnySuffix(rest, "达到", "达", "为", "共", "有", "累计", "前", "第") != "" || at.End > at.Start+j && j < len(text) && text[j] == 0 {
			return []segment.Range{noun}
		}
		if strings.HasSuffix(rest, p.textOf(noun)) {
			return []segment.Range{does} // 3个项目列入省级重点项目
		}
		return []segment.Range{does, noun}
	}
	return []segment.Range{{Start: at.Start + i, End: at.Start + j}}
}

// standing are the ends of what stands once 建设 is done, and is what a count of it counts.
var standing = append([]string{"村", "镇", "社区", "片区", "示范区", "试点", "站", "校", "医院", "村庄", "服务点", "公园", "广场", "泊位", "粮库", "枢纽"}, works...)

// bodily are predicates that also tell what a body is for.
var bodily = setOf([]string{"运营", "运行", "就业", "创业"})

// stopInNoun reports whether a stop word begins a noun after all: 上市企业, 中医馆, 在孵企业.
func (w *figureWords) stopInNoun(text, stop string) bool {
	rest := text[len(stop):]
	switch stop {
	case "上", "下", "内", "中", "前", "后", "时", "以", "为", "有", "在", "经", "对", "次", "外", "再", "从", "由":
		return !w.headStands(text, stop) || stop == "次" && hasAnyPrefix(rest, "级", "生") || stop == "外" && hasAnyPrefix(rest, "资", "国", "籍", "贸", "向", "商", "来", "卖") || stop == "下" && hasAnyPrefix(rest, "岗", "游", "乡")
	case "建设", "标准", "提升", "支持", "目标", "任务", "推进":
		return hasAnyPrefix(rest, "用地", "项目", "工程", "化", "厂房", "机架", "村", "企业", "行动")
	case "共":
		return hasAnyPrefix(rest, "享", "建", "同", "性")
	case "使":
		return hasAnyPrefix(rest, "用")
	case "比":
		return hasAnyPrefix(rest, "赛")
	case "及":
		return false
	case "达":
		return hasAnyPrefix(rest, "标")
	case "通过":
		return false
	case "和":
		return hasAnyPrefix(rest, "美", "谐")
	case "是":
		return false
	case "还":
		return hasAnyPrefix(rest, "田", "林")
	}
	return false
}
