package extract

import (
	"sort"
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
	var b strings.Builder
	for _, x := range n {
		b.WriteString(x.text())
	}
	return b.String()
}

// figureWords are the words around a number that are no part of a name.
type figureWords struct {
	heads, tails, stops, levels  []string // longest first
	verbs, predicates, attribute map[string]bool
}

func newFigureWords(rows [][]string) *figureWords {
	lists := map[string][]string{}
	for _, row := range rows {
		lists[row[0]] = append(lists[row[0]], strings.Fields(row[1])...)
	}
	for _, list := range lists {
		sort.Slice(list, func(i, j int) bool {
			if len(list[i]) != len(list[j]) {
				return len(list[i]) > len(list[j])
			}
			return list[i] < list[j]
		})
	}
	set := func(list []string) map[string]bool {
		m := map[string]bool{}
		for _, w := range list {
			m[w] = true
		}
		return m
	}
	return &figureWords{heads: lists["head"], tails: lists["tail"], stops: lists["stop"], levels: lists["level"],
		verbs: set(lists["verb"]), predicates: set(lists["predicate"]), attribute: set(lists["attribute"])}
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
	if i := strings.LastIndex(text, "实现"); !cut && i > 0 && len(text)-i < 30 && strings.IndexByte(text[i:], 0) < 0 {
		if n := r.trim(text[strings.LastIndexByte(text[:i], 0)+1:i], false); !n.empty() { // 研究院实现县域全覆盖
			at.End, text = at.Start+i, text[:i]
		}
	}
	end := len(text)
	tail := ""
	for {
		start := strings.LastIndexByte(text[:end], 0) + 1
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
		t := longest(w.tails, func(t string) bool { return strings.HasSuffix(text[i:j], t) && wholeTail(text[i:j], t) })
		if t == "" {
			break
		}
		j -= len(t)
	}
	i = trimHeads(w.heads, text, i, j)
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

// wholeTail guards tails of one character that end a noun: 投资总额达 is cut to
// 投资总额, but 中小企业 keeps its last character.
func wholeTail(text, t string) bool {
	if len(t) > 3 {
		return true
	}
	switch t {
	case "中":
		return !hasAnySuffix2(text, "高中", "初中", "其中", "集中", "小中", "大中")
	case "位":
		return hasAnySuffix2(text, "均位", "列位", "排位") || len(text) > 6 && !hasAnySuffix2(text, "单位", "地位", "学位", "床位", "泊位", "岗位", "部位", "车位", "机位", "席位", "托位", "牛位", "栏位", "展位", "座位", "工位", "点位", "水位", "首位", "品位", "职位", "进位", "铺位", "摊位", "仓位", "货位", "定位", "方位")
	case "到", "至", "在", "为", "达", "有", "是", "的", "了", ":", "、", "-", "共", "由", "从", "比", "较", "各", "均", "约", "超", "已", "再", "也", "又", "并", "将", "可", "获", "居", "列", "排", "要", "能":
		if noun := hasAnySuffix(text, "国有", "占比", "同比", "环比", "公有", "自有", "私有", "民营占有", "序列", "系列", "直达", "发达", "行为", "认为", "作为", "成为", "存在", "潜在", "所在", "现在", "目的", "农业部", "公共", "自由", "理由", "对比", "节约", "集约", "条约", "平均", "人均", "户均", "亩均", "地均", "年均", "日均", "村均", "主要", "需要", "重要", "功能", "动能", "产能", "性能", "智能", "储能", "节能", "效能", "职能", "技能", "新能", "热能", "电能", "核能", "氢能", "安排", "减排", "碳排", "定居", "宜居", "人居", "许可", "认可", "排列", "占有", "拥有", "特有", "享有", "缴获", "捕获", "内比", "性价比", "氮氧比"); noun != "" && t != "的" {
			return noun == "同比" || noun == "环比" || noun == "年均" || noun == "拥有"
		}
		return true
	case "增", "减", "降", "升", "净", "翻", "自", "以", "按", "含":
		return len(text) > len(t)+3
	}
	return true
}

func trimHeads(heads []string, text string, i, j int) int {
	for i < j {
		h := longest(heads, func(h string) bool { return strings.HasPrefix(text[i:j], h) && wholeHead(text[i:j], h) })
		if h == "" {
			return i
		}
		i += len(h)
	}
	return i
}

// wholeHead guards heads that begin a noun: 新增 is taken off 新增专利授权, but 对外贸易,
// 发展指数 and 建设用地 keep their first word.
func wholeHead(text, h string) bool {
	rest := text[len(h):]
	if len(h) > len("上") && hasAnyPrefix(rest, "率", "量", "额", "数量", "度", "值", "者", "性", "期", "力", "员", "商", "面积", "总面积", "规模", "总量", "总额") {
		return false
	}
	switch h {
	case "对":
		return !hasAnyPrefix(rest, "外", "口", "内", "接", "标")
	case "中":
		return !hasAnyPrefix(rest, "小", "央", "国", "医", "药", "试", "职", "学", "高", "等", "青", "级", "心", "低", "型", "水", "成", "间", "西", "部", "欧", "长", "华", "草", "专", "标")
	case "上":
		return !hasAnyPrefix(rest, "市", "级", "海", "规", "云", "网")
	case "内":
		return !hasAnyPrefix(rest, "部", "资", "河", "陆", "需", "涝", "容", "蒙")
	case "前":
		return !hasAnyPrefix(rest, "沿", "置", "十", "景")
	case "后":
		return !hasAnyPrefix(rest, "备", "续", "补")
	case "时":
		return !hasAnyPrefix(rest, "间", "长", "代")
	case "以":
		return !hasAnyPrefix(rest, "上", "色")
	case "为":
		return !hasAnyPrefix(rest, "民", "农")
	case "有":
		return !hasAnyPrefix(rest, "效", "机", "色", "线", "害", "源", "证", "关")
	case "自":
		return !hasAnyPrefix(rest, "来", "然", "主", "动", "有", "治", "贸", "备", "由", "建", "住")
	case "在":
		return !hasAnyPrefix(rest, "校", "孵", "建", "岗", "园", "线", "册", "编", "职", "库", "营", "训", "读", "籍", "地", "产", "役", "外", "逃")
	case "经":
		return !hasAnyPrefix(rest, "济", "营", "费", "开", "贸", "常", "认", "信")
	case "通过":
		return !hasAnyPrefix(rest, "率", "能力")
	case "由", "从":
		return !hasAnyPrefix(rest, "业", "事")
	case "向":
		return !hasAnyPrefix(rest, "阳")
	case "总体", "整体":
		return false
	case "达":
		return !hasAnyPrefix(rest, "标", "产", "规")
	case "就":
		return !hasAnyPrefix(rest, "业", "诊", "医", "学")
	case "都":
		return !hasAnyPrefix(rest, "市")
	case "再":
		return !hasAnyPrefix(rest, "生", "制", "就", "贷", "担")
	case "初":
		return !hasAnyPrefix(rest, "中", "级", "创", "步", "始", "加")
	case "底":
		return !hasAnyPrefix(rest, "泥")
	case "末":
		return !hasAnyPrefix(rest, "端")
	case "共":
		return !hasAnyPrefix(rest, "享", "建", "同", "性", "有")
	case "各":
		return !hasAnyPrefix(rest, "级")
	case "每":
		return !hasAnyPrefix(rest, "万", "千", "百", "十", "亿", "亩", "吨", "平", "立", "公", "人", "户", "家", "位", "单")
	case "现":
		return !hasAnyPrefix(rest, "代", "价", "行", "状", "场", "金", "货")
	case "分别":
		return true
	case "年均":
		return !hasAnyPrefix(rest, "浓", "气温", "降水", "值", "流量")
	case "要":
		return !hasAnyPrefix(rest, "素")
	case "以及", "及":
		return !hasAnyPrefix(rest, "时", "格")
	case "按":
		return !hasAnyPrefix(rest, "期")
	case "由于":
		return true
	case "建设", "治理", "规划", "发展", "改造", "投入", "申报", "登记", "开展", "控制", "覆盖", "落实", "支持", "补助", "奖励", "资助", "培育", "培养", "种植", "引进", "出让", "供应", "处置", "提升", "服务", "增加":
		return !hasAnyPrefix(rest, "用地", "面积", "规模", "项目", "水平", "能力", "资金", "指数", "投资", "强度", "经费", "总", "率", "标准", "任务", "数量", "比例", "里程", "基地", "企业", "库", "期", "值", "质量") && rest != ""
	case "平均":
		return false
	case "新增":
		return rest != "" && !hasAnyPrefix(rest, "量", "率")
	case "实现", "完成":
		return !hasAnyPrefix(rest, "率", "情况")
	case "整治", "修建":
		return rest != ""
	case "地":
		return false
	}
	return true
}

// longest returns the first word of the list, which is sorted longest first, that ok accepts.
func longest(list []string, ok func(string) bool) string {
	for _, w := range list {
		if ok(w) {
			return w
		}
	}
	return ""
}

// behindVerb returns the last verb in text[i:j] that has a noun behind it, and
// the place of that noun: in 财政共投入科技信贷风险准备金 the name begins behind 投入.
func (r *reading) behindVerb(text string, i, j int) (verb, noun int) {
	w := r.lexicon.figureWords
	words := r.words.Cut(text[i:j])
	verb, noun = i, i
	quote := 0
	for k, x := range words {
		s := text[i+x.Start : i+x.End]
		if strings.ContainsAny(s, "“《(") {
			quote++
		}
		if strings.ContainsAny(s, "”》)") {
			quote--
		}
		if quote > 0 || !w.verbs[s] || strings.HasPrefix(text[i:j], "每") {
			continue
		}
		if k > 0 && nominal(text[i+words[k-1].Start:i+words[k-1].End]) && !sure(s) && !adverbial(text[i:i+x.Start]) {
			continue // 研发投入, 项目建设, 人才引进: the verb ends a noun
		}
		next := trimHeads(w.heads, text, i+x.End, j)
		if next < j {
			verb, noun = i+x.Start, next
		}
	}
	return verb, noun
}

// adverbial reports whether words before a verb say where, by whom or how: what
// follows the verb is then its object. 在三地布局储能电站, 县政府要落实资金.
func adverbial(before string) bool {
	return hasAnyPrefix(before, "在", "对", "为", "围绕", "依托", "通过", "由", "按", "从", "结合", "优先", "会同", "会议", "利用", "向", "与", "用于", "采取", "以") ||
		hasAnySuffix(before, "局", "厅", "委", "政府", "部门", "要", "应", "需", "同意", "地", "将", "已", "共", "再", "均", "可", "新", "先后", "率先", "成功", "累计", "市财政", "省财政", "县财政", "财政", "单位", "企业", "等") != "" && !strings.HasSuffix(before, "中小企业")
}

// sure are verbs that are no part of a noun.
func sure(verb string) bool {
	switch verb {
	case "获得", "获批", "获", "拥有", "共有", "现有", "新增", "建成", "建有", "实现", "完成", "形成", "打造", "购置", "聘请", "吸引", "汇聚", "斩获", "夺得", "决出", "签订", "举办", "累计", "共", "突破", "含", "确保", "落户", "争取", "选派", "组建", "惠及", "出台", "力争", "入选", "列入", "带动", "推动", "设立":
		return true
	}
	return false
}

// nominal reports whether a word before a verb makes a noun of the two.
func nominal(word string) bool {
	switch word {
	case "共", "已", "累计", "总", "新", "再", "将", "要", "全市", "全省", "全县", "全区", "我市", "我省", "我县", "我区", "、", "，", "和", "并", "全年", "财政", "了", "先后":
		return false
	}
	return true
}

// rightPhrase reads the name behind a measure word: 5家新型研发机构. What the
// counted things do comes in front of them: 2项科研项目列入省级计划 counts
// 列入省级计划科研项目.
func (r *reading) rightPhrase(p *passage, at segment.Range) []segment.Range {
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
	if t := longest(w.tails, func(t string) bool { return strings.HasPrefix(text[i:], t) }); t != "" && hasAnySuffix2(t, "到", "至") && len(t) > len("到") {
		return nil
	}
	if i >= len(text) || longest(w.stops, func(s string) bool { return strings.HasPrefix(text[i:], s) && !stopInNoun(text[i:], s) }) != "" {
		return nil
	}
	j := len(text)
	if k := strings.IndexByte(text, 0); k >= 0 {
		j = k
	}
	for _, end := range []string{"、", "和", "及", "以及", "与", "，", "中", "等", "(", "的", "或"} {
		for strings.HasSuffix(text[i:j], end) && j > i {
			j -= len(end)
		}
	}
	if k := strings.LastIndex(text[i:j], "、"); k > 0 && trimHeads(w.heads, text, i+k+len("、"), j) >= j {
		j = i + k // 省级大学科技园、培育
	}
	if j <= i {
		return nil
	}
	words := r.words.Cut(text[i:j])
	quote := 0
	for k, x := range words {
		s := text[i+x.Start : i+x.End]
		if strings.ContainsAny(s, "“《(") {
			quote++
		}
		if strings.ContainsAny(s, "”》)") {
			quote--
		}
		if quote > 0 || k == 0 || !w.predicates[s] {
			continue
		}
		noun := segment.Range{Start: at.Start + i, End: at.Start + i + x.Start}
		does := segment.Range{Start: at.Start + i + x.Start, End: at.Start + j}
		switch s {
		case "共", "均", "全部", "基本", "成功", "率先":
			does.Start += len(s)
			if k+1 >= len(words) {
				return []segment.Range{noun}
			}
		case "达", "达到", "超过", "共有", "拥有", "现有", "有":
			return []segment.Range{noun}
		}
		rest := p.textOf(does)
		if len(rest) == 0 || len(rest) > 60 || strings.ContainsAny(rest, "\x00") || hasAnySuffix(rest, "达到", "达", "为", "共", "有", "累计") != "" || at.End > at.Start+j && j < len(text) && text[j] == 0 {
			return []segment.Range{noun}
		}
		return []segment.Range{does, noun}
	}
	return []segment.Range{{Start: at.Start + i, End: at.Start + j}}
}

// stopInNoun reports whether a stop word begins a noun after all: 上市企业, 中医馆, 在孵企业.
func stopInNoun(text, stop string) bool {
	rest := text[len(stop):]
	switch stop {
	case "上", "下", "内", "中", "前", "后", "时", "以", "为", "有", "在", "经", "对", "次", "外", "再", "从", "由":
		return !wholeHead(text, stop) || stop == "次" && hasAnyPrefix(rest, "级", "生") || stop == "外" && hasAnyPrefix(rest, "资", "国", "籍", "贸", "向", "商", "来", "卖") || stop == "下" && hasAnyPrefix(rest, "岗", "游", "乡")
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
