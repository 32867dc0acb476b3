package extract

import (
	"strings"

	"suyuan/segment"
)

// doneVerbs stand between those who did something and what they did, longest first.
var doneVerbs = []string{"累计完成", "累计实现", "共完成", "共实现", "完成", "实现"}

// achieved takes the verb out of the name of what grows: 规模以上工业企业完成产值 is
// 规模以上工业企业产值. The 完成 of a rate (任务完成率) or of what is left undone is its own.
func (x binder) achieved(b *bound, own name) name {
	if b.measure.name != "growth" || b.q.dimension != "share" || len(own) != 1 || own[0].implied != "" {
		return own
	}
	text, at := own.String(), own[0].at
	for _, verb := range doneVerbs {
		i := strings.Index(text, verb)
		if i <= 0 || i+len(verb) >= len(text) || strings.ContainsAny(text, "“《(") {
			continue
		}
		who, what := text[:i], text[i+len(verb):]
		if hasAnyPrefix(what, quantityEnds...) || hasAnyPrefix(what, "情况", "程度", "比例", "增长") || hasAnySuffix2(who, "未", "应", "待", "拟") {
			return own
		}
		n, m := x.trim(who, false), x.trim(what, false)
		if n.empty() || m.empty() {
			return own
		}
		from := at.Start + i + len(verb)
		return name{
			{p: own[0].p, at: segment.Range{Start: at.Start + n.at.Start, End: at.Start + n.at.End}},
			{p: own[0].p, at: segment.Range{Start: from + m.at.Start, End: from + m.at.End}},
		}
	}
	return own
}

// ofRegion takes the document's own region off the name of a quantity: 济宁市学前教育毛入园率
// in Jining's plan. The name of something that the region has keeps it: 济宁市图书馆面积.
func (x binder) ofRegion(own name) name {
	region := x.records.About.Region
	if region == "" || len(own) == 0 || own[0].implied != "" || !strings.HasPrefix(own[0].text(), region) {
		return own
	}
	rest := strings.TrimPrefix(own.String(), region)
	if strings.HasPrefix(rest, "本级") {
		region = region[:len(region)-len("县")] // 某某县本级收入 is 县本级收入
	}
	if !hasAnySuffix2(rest, quantityNouns...) || hasAnyOf(rest, "项目", "工程", "基地", "中心", "园区", "产业园", "公园", "站", "公司", "集团", "医院", "学校", "大学", "学院", "银行", "景区", "馆", "厂", "局", "水库") {
		return own
	}
	out := append(name{}, own...)
	if out[0].at.Start += len(region); out[0].at.Start == out[0].at.End {
		out = out[1:]
	}
	return out
}

// quantityNouns are the ends of the names of quantities.
var quantityNouns = []string{"率", "总额", "余额", "零售额", "进出口额", "销售额", "增加值", "总值", "产值", "比重", "占比", "比例", "里程", "规模", "收入", "支出", "投资", "产量", "面积", "人口", "总量", "强度", "指数", "年限", "浓度", "增速", "水平", "寿命", "用电量"}

// reachedOf names a ratio that is said as a share of what it is measured by: 出资比例可以达到
// 注册资本的70% names 出资比例.
func (x binder) reachedOf(b *bound, left string) name {
	if b.q.dimension != "share" && b.q.dimension != "times" || !strings.HasSuffix(left, "的") {
		return nil
	}
	i, word := firstOf(left, []string{"可以达到", "可达到", "应达到", "达到", "不低于", "不高于", "不超过", "不少于"})
	if i <= 0 || !isRate(left[:i]) && !hasAnySuffix2(left[:i], "资金", "经费", "公益金", "面积", "用地", "工资总量", "工资标准") || strings.ContainsAny(left[i+len(word):], "，、\x00") {
		return nil
	}
	n := x.leftPhrase(x.p, segment.Range{Start: b.left.Start, End: b.left.Start + i}, false)
	if n.empty() {
		return nil
	}
	return name{{p: x.p, at: n.at}}
}
