package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// part is a stretch of a passage that is part of an indicator's name.
type part struct {
	p       *passage
	at      segment.Range
	implied string // a word that the text implies there and does not write: 比重 in 占全省的三成
}

// text returns the words of a part.
func (x part) text() string {
	if x.implied != "" {
		return x.implied
	}
	return x.p.textOf(x.at)
}

// name is an indicator put together from pieces of the text.
type name []part

// String returns the name as it reads.
func (n name) String() string {
	if len(n) == 1 { // nearly all
		return n[0].text()
	}
	var b strings.Builder
	for _, x := range n {
		b.WriteString(x.text())
	}
	return b.String()
}

// nounPhrase is what the words beside a number say: the name in them, and the
// words that were taken off around it.
type nounPhrase struct {
	at   segment.Range // empty where there is no noun
	head string        // taken off in front, in the order of the text
	tail string        // taken off behind

	owner segment.Range // the noun before the verb that was cut off: 高新技术企业 in 高新技术企业实现产值
}

func (n nounPhrase) empty() bool { return n.at.Start >= n.at.End }

// leftPhrase reads the name in front of a number. Dates part the words: what
// stands behind the last one counts, and what stands before it where nothing does.
// A whole clause can be the name of a share (企业建立研发机构比例): only of an
// amount is what stands before a verb no part of it.
func (r *reading) leftPhrase(p *passage, at segment.Range, cut bool) nounPhrase {
	text := p.blanked(at)
	if i := segment.FindLastWord(text, "实现"); !cut && i > 0 && !strings.HasPrefix(text[i:], "实现率") && len(text)-i < 30 && strings.IndexByte(text[i:], 0) < 0 {
		if n := r.trim(text[strings.LastIndexByte(text[:i], 0)+1:i], false); !n.empty() { // 研究院实现县域全覆盖
			at.End, text = at.Start+i, text[:i]
		}
	}
	end := len(text)
	tail := overTime(text)
	if tail != "" {
		end = strings.LastIndexByte(text, 0) + 1
		if i, _ := lastOf(text, []string{"比", "较"}); end == 0 {
			end = i
		}
		tail = text[end:]
	}
	for {
		start := strings.LastIndexByte(text[:end], 0) + 1
		if than := hasAnySuffix(text[start:end], "比", "较"); end < len(text) && than != "" {
			end -= len(than) // 人均收入比2010年翻一番
			tail = than + tail
		}
		n := r.trim(text[start:end], cut)
		tail = n.tail + tail
		n.tail = tail
		if !n.empty() {
			n.at.Start += at.Start + start
			n.at.End += at.Start + start
			n.owner.Start += at.Start + start
			n.owner.End += at.Start + start
			return n
		}
		if start == 0 {
			return nounPhrase{at: segment.Range{Start: at.End, End: at.End}, head: n.head, tail: tail}
		}
		tail = n.head + tail
		end = start - 1
		for end > 0 && text[end-1] == 0 {
			end--
		}
	}
}

// trim takes off heads and tails, and what stands before a verb.
func (r *reading) trim(text string, cut bool) nounPhrase {
	w := r.lexicon.figureWords
	i, j := 0, len(text)
	for {
		if strings.HasSuffix(text[i:j], "(下同)") {
			j -= len("(下同)") // 地区生产总值同比(下同)增长4.5%
			continue
		}
		if k := lastingFrom(text[i:j]); k >= 0 {
			j = i + k // 增速连续30个月居全国前列
			continue
		}
		t := w.tail(text[i:j])
		if t == "" || t == "比" && hasAnyPrefix(text[j:], "由", "从", "缩小", "扩大", "达到", "达", "为", "调整", "优化", "稳定", "控制") { // 收入比由1.93缩小到1.86
			break
		}
		j -= len(t)
	}
	if shortVerbs[text[i:j]] || moved[text[i:j]] || text[i:j] == "月" || strings.HasSuffix(text[i:j], "年") && strings.Trim(text[i:j], "近0123456789年") == "" {
		j = i // 比去年同期增575亩, 月人均达到880元
	}
	if c, size := utf8.DecodeRuneInString(text); c >= '①' && c <= '⑳' {
		i = size // ①共建生态廊道项目
	}
	i = behindPictures(text, i, j) // ▶改造老旧小区, 🌱🌟粮食产量
	if strings.HasPrefix(text[i:j], "(") && strings.IndexByte(text[i:j], ')') < 0 {
		i = w.trimHeads(w.heads, text, i+1, j) // (增幅在全市县区中排名第五)
	}
	if k := strings.IndexByte(text[i:j], ')'); k > 1 && text[i] == '(' && i+k+1 < j && strings.Trim(text[i+1:i+k], "0123456789一二三四五六七八九十") == "" {
		i += k + 1 // 预计2025年:(1)地区生产总值
	}
	if k := strings.IndexByte(text[:j], ')'); k >= 0 && k+1 < j && strings.IndexByte(text[:k], '(') < 0 {
		i = k + 1 // (简称全区，下同)地区生产总值(GDP)
	}
	i = r.wordStart(text, w.trimHeads(w.heads, text, i, j), j)
	if strings.HasPrefix(text[i:j], "\"") && strings.Count(text[i:j], "\"") == 1 {
		i = w.trimHeads(w.heads, text, i+1, j) // "十四五"期间全省水利投资: half of a quote is left of the period
	}
	if k := behindPictures(text, i, j); k > i {
		i = w.trimHeads(w.heads, text, k, j) // 其中││市级财政
	}
	if place, _ := r.lexicon.regions().known(text[i:j]); place > 0 { // 江西省、河南要全面: never the 广州 of 广州港
		if k := w.trimHeads(w.heads, text, i+place, j); k > i+place || k == j {
			i = k
		}
	}
	if place, _ := r.lexicon.regions().lead(text[i:j]); place > 0 && hasAnyPrefix(text[i+place:j], "计划", "将", "拟", "力争", "已", "确定", "安排", "累计", "全年") {
		i = w.trimHeads(w.heads, text, i+place, j) // 某某区计划实施重点项目
	}
	if strings.HasPrefix(text[i:j], "全市场主体") {
		i += len("全") // 全市市场主体, said short
	}
	i = r.behindOffice(text, i, j)
	if strings.Contains("一二三四五六七八九十", text[i:j]) && j-i == len("九") && text[j:] != "" {
		i = j // 九是设立
	}
	if k := len(hasAnySuffix(text[:i], "新建", "扩建", "改建", "续建", "迁建")); k > 0 && hasAnyPrefix(text[j:], begins...) && (text[i:j] == "项目" || text[i:j] == "工程") {
		i, cut = i-k, false // 新建项目开工135个
	}
	n := nounPhrase{head: text[:i], tail: text[j:]}
	if cut && i < j {
		verb, k := r.behindVerb(text, i, j)
		if k > i {
			n.owner = segment.Range{Start: i, End: verb}
			n.head = text[:k]
		}
		i = k
	}
	for strings.HasSuffix(text[i:j], "“") || strings.HasSuffix(text[i:j], "《") || strings.HasSuffix(text[i:j], "(") {
		_, size := utf8.DecodeLastRuneInString(text[i:j])
		j -= size
	}
	n.at = segment.Range{Start: i, End: j}
	return n
}

// moved say how a revenue or an outlay moved, and name nothing: 比上年减收20745万元.
var moved = setOf([]string{"减收", "增支", "减支", "多收", "少收", "多支", "少支"})

// lastingFrom returns where the words begin at the end of text that say how long a state has
// lasted: 连续30个月, 连续五年; -1 for none.
func lastingFrom(text string) int {
	if hasAnySuffix2(text, "月", "季度", "年", "天", "周", "届", "次") {
		if i := strings.LastIndex(text, "连续"); i >= 0 && strings.Trim(text[i+len("连续"):], "0123456789一二三四五六七八九十两多余个季度月年天周届次") == "" {
			return i
		}
	}
	if rest, ok := strings.CutSuffix(text, "年"); ok && rest != "" && isDigit(rest[len(rest)-1]) {
		if head := strings.TrimRight(rest, "0123456789"); len(rest)-len(head) == 1 && endsInHan(head) {
			return len(strings.TrimSuffix(head, "近")) // 财政收入3年增长58%
		}
	}
	return -1
}

// picture reports whether c is a sign that is drawn and not read: a bullet, the line of a
// table, an emoji with what belongs to it.
func picture(c rune) bool {
	return c >= 0x2500 && c <= 0x27bf || c >= 0x1f000 && c <= 0x1faff || c == 0xfe0f || c == 0x200d || c == '|'
}

// behindPictures returns the place behind the pictures that text[i:j] begins with.
func behindPictures(text string, i, j int) int {
	for i < j {
		c, size := utf8.DecodeRuneInString(text[i:j])
		if !picture(c) {
			break
		}
		i += size
	}
	return i
}

// begins are the words for how far a work has come.
var begins = []string{"开工", "已开工", "新开工", "实际开工", "复工", "已复工", "开复工", "竣工", "完工", "投产"}

// wordStart returns i where a word of text begins there, else the beginning: the 上
// of 上饶 is no adverb.
func (r *reading) wordStart(text string, i, j int) int {
	if i == 0 || i >= j {
		return i
	}
	last, size := utf8.DecodeLastRuneInString(text[:i])
	if last < 0x2e80 || i-size < 0 {
		return i
	}
	from := max(0, i-30)
	for from < i && !utf8.RuneStart(text[from]) {
		from++
	}
	to := min(len(text), i+30)
	for to < len(text) && !utf8.RuneStart(text[to]) {
		to++
	}
	if word, ok := r.words.Over(text[from:to], i-from); ok && word.End-word.Start <= len("国家级") {
		return from + word.Start
	}
	return i
}

// behindVerb returns the last verb in text[i:j] that has a noun behind it, and
// the place of that noun: in 财政共投入科技信贷风险准备金 the name begins behind 投入.
func (r *reading) behindVerb(text string, i, j int) (verb, noun int) {
	w := r.lexicon.figureWords
	verb, noun = i, i
	if !w.verbs.in(text[i:j]) {
		return verb, noun
	}
	words := r.words.Cut(nil, text[i:j])
	quote := 0
	for k, x := range words {
		s := text[i+x.Start : i+x.End]
		if strings.ContainsAny(s, "“《(") {
			quote++
		}
		if strings.ContainsAny(s, "”》)") {
			quote--
		}
		if quote > 0 || !w.verbs.has(s) || hasAnyPrefix(text[i:j], "每", "平均每") {
			continue
		}
		if k > 0 && !w.sure[s] && !w.adverbs[text[i+words[k-1].Start:i+words[k-1].End]] && !w.adverbial(text[i:i+x.Start]) {
			continue // 研发投入, 项目建设, 人才引进: the verb ends a noun
		}
		next := w.trimHeads(w.heads, text, i+x.End, j)
		if next < j {
			verb, noun = i+x.Start, next
		}
	}
	return verb, noun
}

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
