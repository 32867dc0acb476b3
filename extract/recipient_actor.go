package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// actor returns the place of who the sentence begins with, where a clause of it
// says when something is granted: 旅行社年度组织游客达到3000人次以上的，….
func (o *offer) actor() segment.Range {
	before, _ := o.sentence()
	at := before
	if at.End-at.Start < len("企业") {
		at = o.left
	}
	text := o.p.textOf(at)
	if i := strings.IndexAny(text, ";"); i >= 0 && i+1 < len(text) {
		at.Start += strings.LastIndex(text, ";") + 1
		text = o.p.textOf(at)
	}
	for hasAnyPrefix(text, "根据", "按照", "依据", "对照", "为") { // 根据《…》，新认定的…
		i := strings.Index(text, "，")
		if i < 0 {
			break
		}
		at.Start += i + len("，")
		text = text[i+len("，"):]
	}
	if i := strings.Index(text, "，"); i >= 0 {
		text = text[:i]
	}
	if hasAnyOf(text, "以下标准", "下列标准", "如下标准") {
		return segment.Range{} // 高龄津贴按以下标准发放:
	}
	if bare := strings.TrimPrefix(strings.TrimPrefix(text, "对"), "于"); bare != text && strings.HasPrefix(text, "对") && !strings.HasPrefix(text, "对外") {
		at.Start += len(text) - len(bare)
		text = bare
	}
	if n := o.whom(text); n.End > n.Start && (hasAnySuffix(text[n.Start:n.End], o.words.payees...) != "" || hasAnySuffix2(text, "企业", "单位") || strings.HasSuffix(text, "的") && cutFront(text, o.words.became) != text) {
		return segment.Range{Start: at.Start + n.Start, End: at.Start + n.End}
	}
	if made := cutFront(text, o.words.became); made != text && made != "" && at.Start+len(text) < o.left.Start && utf8.RuneCountInString(made) <= 12 && !strings.ContainsAny(made, "，、0123456789\x00的") {
		made = cutFront(made, alsoMade)
		return segment.Range{Start: at.Start + len(text) - len(made), End: at.Start + len(text)} // 新建深水网箱，周长40米以上的，每口补助
	}
	rest := text
	if i := strings.LastIndex(text, "的"); i >= 0 && i+len("的") < len(text) {
		rest = text[i+len("的"):] // 从事家政服务的企业吸纳脱贫人口，
	}
	rest = cutFront(rest, wholes)
	lead := firstPayee(rest, bodies)
	if lead == 0 || utf8.RuneCountInString(rest[:lead]) > 10 {
		lead = firstPayee(rest, o.words.payees)
	}
	if strings.HasPrefix(text, "每") {
		return segment.Range{}
	}
	if clauses := o.p.textOf(before); lead == 0 || lead == len(rest) || utf8.RuneCountInString(rest[:lead]) > 10 || !strings.Contains(clauses, "的，") || strings.ContainsAny(rest[:lead], "0123456789\x00的") {
		return segment.Range{}
	}
	start := at.Start + len(text) - len(rest) // 旅行社组织市外游客…达到5000人次的，
	return segment.Range{Start: start, End: start + lead}
}

// bodies are payees that act: what stands in front of them sets them apart, 水产品加工企业.
var bodies = []string{"企业", "公司", "机构", "单位", "合作社", "养殖场", "旅行社", "协会", "学校", "医院", "银行", "主体", "大户", "农户", "园区"}

// alsoMade is what else is done to a thing: 新建或更新改造渔船.
var alsoMade = []string{"或更新改造", "或改扩建", "或扩建", "或改造", "或购置", "或新建", "或租赁"}

// matter returns the clause that the sentence, or its part behind the last
// semicolon, begins with, where it is no more than a name: 严重损坏住房维修加固，每户….
func (o *offer) matter() segment.Range {
	at, _ := o.sentence()
	text := o.p.textOf(at)
	if i := strings.LastIndex(text, ";"); i >= 0 {
		at.Start += i + 1
		text = text[i+1:]
	}
	text = strings.TrimSuffix(strings.TrimSuffix(text, "，"), "的")
	if i := strings.IndexByte(text, '('); i >= len("企业") && hasAnyPrefix(text[i+bracketEnd(text[i:]):]+"在", ")在", ")经") {
		text = text[:i] // 旅游包机(上座率须在70%以上)每架次奖励
	}
	if i, _ := firstOf(text, []string{"在", "经"}); i >= len("企业") && !strings.HasPrefix(text, "对") && !sized(text[:i]) {
		text = text[:i] // 电视剧在中央电视台播出的，每集奖励
	}
	if rest := cutFront(text, []string{"一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是", "鼓励", "支持", "引导", "推动"}); len(rest) > len("企业") {
		at.Start += len(text) - len(rest)
		text = rest
	}
	if i := strings.Index(text, "按"); i >= len("企业") {
		text = text[:i] // 普惠托育机构按实际收托人数，每人补贴
	}
	if text == "" || strings.HasPrefix(text, "对") || hasAnyOf(text, "标准", "如下", "给予", "予以") || strings.ContainsAny(text, "，、:0123456789\x00的") || utf8.RuneCountInString(text) > 14 {
		return segment.Range{}
	}
	if yearOf().MatchString(text) {
		return segment.Range{}
	}
	return segment.Range{Start: at.Start, End: at.Start + len(text)}
}

// eachOne stands in front of what is granted for one by one.
var eachOne = Expression(`^每(?:新|成功|柔性)?(?:招收|引进|培养|培育|吸纳|招用|创建|推荐|聘请|建成|新建|举办|获得|认定)(?:一|1)?[名个家位人项所场]?`)
