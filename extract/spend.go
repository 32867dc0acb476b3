package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// outlays are the names of money that say nothing without what it is spent on, or who
// brings it in.
var outlays = setOf([]string{"投资", "总投资", "投资额", "计划投资", "完成投资", "计划总投资", "资金", "经费", "投入", "税收"})

// gains are the same of what is earned, and of how large something is.
var gains = setOf([]string{"销售收入", "年销售收入", "年利润", "产值", "年产值", "销售额", "营业收入", "营收", "利润", "利润总额", "建筑面积", "占地面积", "总建筑面积"})

// builds begin the words for what money was spent on.
var builds = []string{"新改建", "改扩建", "新建成", "建成", "新建", "改建", "扩建", "兴建", "改造提升", "改造", "建设", "修建", "实施", "完成", "治理", "整治", "铺设", "硬化", "打造", "购置", "支持", "用于", "扶持", "修复", "维修", "启动", "升级", "提升", "开展"}

// unbuilt are the ends of what money is not spent on: 投资3亿元，完成任务的80%, 提升供水能力.
var unbuilt = []string{"任务", "目标", "计划", "进度", "度", "率", "能力", "水平"}

// works are the ends of the names of what money is spent on: of them a later sentence
// can say how much, of a quantity it cannot.
var works = []string{"项目", "工程", "基地", "园区", "产业园", "中心", "电站", "生产线", "厂", "企业", "高铁", "铁路", "公路", "高速", "一期", "二期", "三期", "四期", "段", "线", "桥", "港", "机场", "水库", "园", "集群", "平台", "实验室", "馆", "学校", "医院", "产业", "行动"}

// spent names money by what it is spent on, which stands behind it: 投资3.2亿元，建成
// 城区第三小学 is 城区第三小学投资. It returns nil where nothing of the kind follows.
func (x binder) spent(b *bound, own name) name {
	text := strings.TrimRight(x.p.textOf(b.slot.left), "达到约近超过共为了")
	word := hasAnySuffix(text, "投资", "投入", "资金", "经费", "总投资")
	if b.q.dimension != "money" || b.q.comparator == ">=" && !strings.Contains(text, "财政") || b.q.comparator == "<=" || word == "" || len(own) > 0 && !outlays[own.String()] {
		return nil
	}
	if len(own) == 0 {
		at := b.slot.left.Start + len(text)
		own = name{{p: x.p, at: segment.Range{Start: at - len(word), End: at}}}
	}
	if hasAnyOf(text, "年累计", "年共", "年总共") {
		return own // 三年累计投入120亿元 is all that is spent
	}
	if word == "投入" && strings.Contains(text, "财政") {
		return own
	}
	if word == "总投资" && len(x.now.name) > 0 {
		return nil // the sentence has said of what
	}
	if at := x.purpose(b.slot); at.End > at.Start {
		return append(name{{p: x.p, at: at}}, own...)
	}
	if len(x.now.name) == 0 && x.c.card == nil && !hasAnySuffix2(x.c.subject.String(), works...) || word == "投入" && strings.Trim(text, "\x00、分别各投入年0123456789") == "" {
		return own // 2022年、2023年分别投入4.8亿元、6.2亿元
	}
	return nil
}

// purpose returns what the words behind an amount of money say was made of it.
func (x binder) purpose(sl *slot) segment.Range {
	at := segment.Range{Start: sl.q.whole.End, End: x.cl.End}
	text := x.p.flow.Text
	if at.Start == at.End && strings.HasPrefix(text[at.End:], "，") {
		at = segment.Range{Start: at.End + len("，"), End: at.End + len("，") + len(x.p.after(at.End+len("，"), len(text)))}
	}
	if i := strings.IndexAny(text[at.Start:at.End], "，。;:("); i >= 0 {
		at.End = at.Start + i
	}
	for i := range x.p.quantities {
		if q := &x.p.quantities[i]; q.aside == "" && q.whole.Start >= at.Start && q.whole.Start < at.End {
			at.End = q.whole.Start
			break
		}
	}
	for w := prefixOf(text[at.Start:at.End], builds); w != ""; w = prefixOf(text[at.Start:at.End], builds) {
		at.Start += len(w)
		for _, w := range []string{"了", "一大批", "一批", "一系列"} { // 实施了一大批扶贫项目
			at.Start += len(text[at.Start:at.End]) - len(strings.TrimPrefix(text[at.Start:at.End], w))
		}
		if n := x.leftPhrase(x.p, at, false); prefixOf(text[at.Start:at.End], builds) == "" && !n.empty() {
			if noun := x.p.textOf(n.at); hasAnyPrefix(noun, "的", "后", "以") || strings.ContainsAny(noun, "、") || outlays[noun] || hasAnySuffix2(noun, unbuilt...) || utf8.RuneCountInString(noun) < 2 || utf8.RuneCountInString(noun) > 20 {
				return segment.Range{}
			}
			return n.at
		}
	}
	return segment.Range{}
}
