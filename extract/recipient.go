package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// openers stand in front of 对 where it begins a phrase that names who is granted
// something: never 针对, 相对, 面对.
var openers = []string{"，", "。", ";", ":", ")", "、", "元", "财政", "%", "并", "应", "可", "再", "级", "额", "县", "市", "区", "局"}

// closers end such a phrase.
var closers = []string{"，", "给予", "予以", "按", "一次性", "分别", "奖励", "补助", "补贴", "资助", "最高", "由", "每", "单个", "处", "发放", "实行", "进行", "起付", "各", "同样", "在省级", "在市级", "在国家", "在享受", "在上级", "在获得"}

// recipient returns the place of who is granted something: what 对 names in the
// clause or before it in the sentence, the nearest first.
func (o *offer) recipient() segment.Range {
	before, _ := o.sentence()
	at := segment.Range{Start: before.Start, End: o.left.End}
	if i := strings.LastIndex(o.p.textOf(before), ";"); i >= 0 {
		at.Start += i + 1
	}
	text := o.p.textOf(at)
	for i := strings.LastIndex(text, "对"); i >= 0; i = strings.LastIndex(text[:i], "对") {
		if hasAnyPrefix(text[i:], "对外", "对接", "对口", "对应", "对标", "对象", "对于") && !strings.HasPrefix(text[i:], "对外地") || i > 0 && hasAnySuffix(text[:i], openers...) == "" {
			continue
		}
		from := i + len("对")
		to := len(text)
		for _, w := range closers {
			if k := strings.Index(text[from:], w); k > 0 && from+k < to && !(w == "由" && strings.HasSuffix(text[:from+k], "符合条件")) {
				to = from + k
			}
		}
		for hasAnyPrefix(text[to:], "，并", "，且") { // 对完成任务，并获得资金的企业
			k := strings.Index(text[to+len("，"):], "，")
			if k < 0 {
				break
			}
			to += len("，") + k
		}
		if n := o.whom(text[from:to]); n.End > n.Start {
			return segment.Range{Start: at.Start + from + n.Start, End: at.Start + from + n.End}
		}
	}
	return segment.Range{}
}

// achieved are verbs behind which stands what somebody became or got.
var achieved = []string{"评选为", "认定为", "评定为", "评为", "列为", "入选", "获评", "获批", "获得", "荣获", "取得", "通过", "创建为", "创成", "授予", "纳入", "列入"}

// won are the verbs in front of what somebody became that sets nothing apart.
var won = []string{"新认定的", "新评定的", "新获批的", "首次认定的", "新认定", "新评定", "新获批", "新入选", "新获评", "首次认定", "重新认定", "认定为", "评为", "获评", "入选"}

// whom reduces the words behind 对 to a name: its last words behind 的
// (年产值突破1亿元的企业), what it became (认定为省级基地的), who does it
// (中介机构引进人才的).
func (o *offer) whom(text string) segment.Range {
	i, j := len(eachOne().FindString(text)), len(text)
	cond := strings.HasSuffix(text, "的")
	j -= len(text) - len(strings.TrimRight(text, "的"))
	i += len(text[i:j]) - len(cutFront(text[i:j], []string{"上年度", "当年度", "上年", "当年", "年度", "本年度"}))
	if k := strings.LastIndex(text[i:j], "的"); k >= 0 {
		if became := o.became(text[i:i+k], text[i+k+len("的"):j]); became.End > became.Start {
			return segment.Range{Start: i + became.Start, End: i + became.End}
		}
		i += k + len("的")
		cond = false
		if k, w := lastOf(text[i:j], []string{"补贴", "补助", "奖励", "资助"}); k >= 0 && i+k+len(w) < j {
			i += k + len(w) // 的标准补贴联运企业
		}
	}
	if cond {
		for _, w := range []string{"且", "并", "，"} {
			if k := strings.Index(text[i:j], w); k > 0 {
				j = i + k
			}
		}
	}
	lead := firstPayee(text[i:j], o.words.payees)
	if k, w := lastOf(text[i:j], achieved); k >= 0 && i+k+len(w) < j {
		i += k + len(w)
	} else if rest := cutFront(text[i:j], o.words.became); len(rest) < j-i && rest != "" && rest != "主体" { // 经营主体
		i = j - len(rest)
	} else if cond && lead > 0 {
		j = i + lead
	}
	if n := len(text[i:j]) - len(cutFront(text[i:j], wholes)); n < j-i {
		i += n
	}
	i = j - len(cutFront(text[i:j], alsoMade))
	if contains([]string{"重新认定", "复审", "复审通过", "通过复审", "续展"}, text[i:j]) {
		return segment.Range{} // of what was spoken of before
	}
	if k := strings.LastIndexAny(starred(text[i:j]), "0123456789\x00"); k >= 0 {
		switch who, lead := suffixOf(text[i:j], persons), firstPayee(text[i:i+strings.IndexAny(starred(text[i:j]), "0123456789\x00")], o.words.payees); {
		case lead > 0:
			j = i + lead
		case who != "": // 90-99周岁老年人
			i = j - len(who)
		default:
			return segment.Range{}
		}
	}
	if j-i < len("企业") || hasAnyOf(text[i:j], "亿元", "万元") || utf8.RuneCountInString(text[i:j]) > 24 || strings.Count(text[i:j], "《") != strings.Count(text[i:j], "》") || strings.Count(text[i:j], "(") != strings.Count(text[i:j], ")") {
		return segment.Range{}
	}
	return segment.Range{Start: i, End: j}
}

// became returns the place of what sets apart a payee that says nothing itself:
// 省级绿色工厂 of 对认定为省级绿色工厂的企业.
func (o *offer) became(clause, who string) segment.Range {
	if !contains([]string{"企业", "单位", "机构", "个人", "项目", "主体", "组织", "经营主体", "市场主体", "生产企业", "工业企业"}, who) {
		return segment.Range{}
	}
	k, w := lastOf(clause, achieved)
	if k < 0 || k+len(w) >= len(clause) {
		return segment.Range{}
	}
	at := segment.Range{Start: k + len(w), End: len(clause)}
	if t := cutFront(clause[at.Start:], []string{"首次", "全市", "全县", "全省"}); t != "" {
		at.Start = at.End - len(t)
	}
	thing := clause[at.Start:at.End]
	at.End -= len(thing) - len(cutList(thing))
	if contains([]string{"验收", "评审", "审核", "考核", "评估", "复核", "认定", "审查"}, clause[at.Start:at.End]) {
		return segment.Range{} // 对通过验收的企业
	}
	if thing = clause[at.Start:at.End]; hasAnySuffix2(thing, "资金", "补助", "补贴", "奖励", "支持") || hasAnyOf(thing, "开展", "达到", "实现", "从事") || strings.ContainsAny(thing, "，0123456789\x00的") || utf8.RuneCountInString(thing) > 28 {
		return segment.Range{}
	}
	return at
}

// cutList takes the word for a list that somebody is put on off the end of text:
// 示范名单, 推广目录.
func cutList(text string) string {
	w := suffixOf(text, []string{"示范名单", "名单", "推广目录", "目录", "名录", "统计范围", "统计库", "统计", "一套表"})
	if len(text)-len(w) < len("工厂") {
		return text
	}
	return text[:len(text)-len(w)]
}

// wholes stand in front of a payee without setting it apart.
var wholes = slices.Concat(onePieces, []string{"台阶", "再增加", "增加", "每项", "单个", "单家", "每家", "每个", "每户", "每名", "同一家", "同一", "同一个", "每", "各", "上述", "以上", "另行", "额外", "同时", "另", "再", "可", "一律", "符合条件", "有关", "相关", "全市", "全县", "全省", "全区", "我市", "我县", "我省", "我区", "本市", "本县", "本省", "经省", "经市", "所有", "参评", "首次", "单车"})

// onePieces say of which amount a grant is, never what it is for.
var onePieces = []string{"每台(套)", "单台(套)", "每条", "每座", "每台", "每件", "每款", "每场", "每班", "每批", "每辆", "每套", "每篇", "每集", "每部", "每艘", "每趟", "每列", "单台", "单套"}

// firstPayee returns the end of the first word in text, of two characters or more,
// for somebody or something that is granted to; 0 for none.
func firstPayee(text string, payees []string) int {
	end := 0
	for _, w := range payees {
		if len(w) < len("企业") {
			continue
		}
		if i := strings.Index(text, w); i >= 0 && i+len(w) <= len("全国农业产业化龙头企业集") && (end == 0 || i+len(w) < end) {
			end = i + len(w)
		}
	}
	if end > 0 {
		if i, w := firstOf(text[end:], bodies); i > 0 && i <= len("加工销售") && !strings.ContainsAny(text[end:end+i], "、，和及与的()0123456789\x00") {
			end += i + len(w) // 水产品加工企业
		}
	}
	return end
}

// handed returns the payee between a verb of giving and the row: 给予管理团队10万元.
func (o *offer) handed() segment.Range {
	text := o.before()
	if g := o.giftBefore(); !g.none() && g.at.Start <= o.left.End {
		text = text[:g.at.Start-o.left.Start]
	}
	text = o.words.cutRear(text, o.words.caps)
	i, w := lastOf(text, []string{"给予", "予以", "奖励", "补助", "补贴", "资助"})
	if strings.HasPrefix(text[max(i, 0)+len(w):], "其") {
		w += "其" // 给予其管理团队
	}
	if i < 0 || i+len(w) >= len(text) || !hasAnySuffix2(text, o.words.payees...) || len(text)-i > len("给予第一完成单位管理团队") {
		return segment.Range{}
	}
	return segment.Range{Start: o.left.Start + i + len(w), End: o.left.Start + len(text)}
}

// doer returns the place of who stands at the clause's beginning before what is
// given or how much: 大型企业按…, 乡村医生每人每月补助, 单个项目最高.
func (o *offer) doer() segment.Range {
	text := o.before()
	for _, w := range []string{"按", "给予", "予以", "每人", "每月", "每亩", "每年", "每班", "每头", "每户", "补助", "补贴", "奖励", "资助", "最高", "不超过", "累计", "年度", "分别", "一次性", "奖补", "总额", "金额", "获得", "享受", "取得", "当年"} {
		if i := strings.Index(text, w); i > 0 || i == 0 && w != "每户" {
			text = text[:i]
		}
	}
	if strings.Count(o.before(), "每") > 1 && hasAnyPrefix(text, "每件", "每项", "每个") {
		return segment.Range{} // 每件每个国家资助2万元
	}
	text = o.words.cutRear(text, o.words.caps)
	if unit := strings.TrimRight(strings.TrimSuffix(text, "将"), "可应要"); unit != text && hasAnySuffix2(unit, "局", "厅", "委", "办", "部门", "政府", "财政", "管委会", "办公室") {
		return segment.Range{} // 市旅游局将给予
	}
	if contains(sumWords, text) || hasAnySuffix2(text, "后", "之日起") || hasAnyPrefix(text, "采用", "采取", "以“") || contains([]string{"财政部门", "财政", "市财政", "县财政", "区财政", "省财政"}, text) {
		return segment.Range{} // 上限不超过1600万元, 采用“补助+投资”的方式
	}
	if text == "其中" {
		return segment.Range{} // 其中给予第一单位全额奖励、第三单位按10%奖励
	}
	text = strings.TrimSuffix(text, closingBracket(text)) // 工程研究中心(工程实验室)给予500万元
	if k := strings.LastIndex(text, "的"); k >= 0 && hasAnySuffix2(text, o.words.payees...) && !hasAnyOf(text[:k], "对", "为") && !general(text[k+len("的"):]) {
		text = text[k+len("的"):] // 新引进的博士每人每年补助
		at := segment.Range{Start: o.left.Start + k + len("的"), End: o.left.Start + k + len("的") + len(text)}
		if utf8.RuneCountInString(text) <= 14 && len(text) >= len("企业") && !strings.ContainsAny(starred(text), "0123456789\x00，对由") {
			return at
		}
		return segment.Range{}
	}
	cut := cutFront(cutFront(strings.TrimLeft(text, "、"), wholes), won)
	if yearOf().MatchString(cut) || strings.HasPrefix(cut, "一个") {
		return segment.Range{}
	}
	if len(cut) < len("企业") || strings.ContainsAny(starred(offHours(cut)), "0123456789\x00，对由的") || utf8.RuneCountInString(cut) > 14 && !(strings.Contains(cut, "、") && utf8.RuneCountInString(cut) <= 20) {
		return segment.Range{}
	}
	return segment.Range{Start: o.left.Start + len(text) - len(cut), End: o.left.Start + len(text)}
}

// offHours takes the hours that a place is open off the front of its name: 24小时便利店.
func offHours(name string) string {
	if rest, ok := strings.CutPrefix(strings.TrimLeft(name, "0123456789"), "小时"); ok && len(rest)+len("小时") < len(name) {
		return rest
	}
	return name
}
