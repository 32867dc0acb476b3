package extract

import (
	"strings"

	"suyuan/segment"
)

// criterion reports a threshold that only says who or what is meant, and the words
// that show it: 1亿元以上的工业企业, 35岁以下青年人才, 投资超过1亿元的，…. In a list
// (突破1亿元、5亿元、10亿元的企业) what follows the last number holds for each.
func (c *context) criterion(p *passage, cl *clause, sl *slot, b *bound) (segment.Range, bool) {
	q := sl.q
	if q.form == inOrder || q.form == inRatio || q.form == inPhrase {
		return segment.Range{}, false
	}
	o := c.offer(p, cl, sl)
	if at := o.onEach(); at.End > at.Start {
		return at, true
	}
	if at := o.loan(); at.End > at.Start {
		return at, true
	}
	if at := o.step(); at.End > at.Start {
		return at, true
	}
	if (q.unit == "名" || q.unit == "位") && strings.HasSuffix(p.textOf(sl.left), "前") && c.granting() && !o.giving() {
		return q.whole, true // 网络零售额前5名，奖励
	}
	switch q.dimension {
	case "age":
		return o.aged()
	case "score":
		return o.scored()
	case "": // 常住人口100万以上的县
		if q.unit == "" || o.giving() {
			return segment.Range{}, false
		}
		if strings.HasSuffix(q.unit, "亿") && o.counts() && contains([]string{"企业", "项目", "产业集群", "集群", "产业", "园区"}, o.behind()) {
			return o.right, true // 培育百亿企业1户、50亿企业2户
		}
	case "money", "area", "mass", "power", "share", "length", "energy", "volume", "count", "people", "other", "points":
		if o.giving() {
			return segment.Range{}, false
		}
		if at := o.purse(); at.End > at.Start {
			return segment.Range{}, false // 每年安排不少于3000万元的创新专项资金
		}
	default:
		return segment.Range{}, false
	}
	if o.aside() || o.bracketSet() {
		return q.whole, true
	}
	for _, try := range []func(*offer, *bound) (segment.Range, bool){(*offer).conditional, (*offer).setting} {
		if at, ok := try(o, b); ok {
			return at, true
		}
	}
	return segment.Range{}, false
}

// compared reports whether the number is a threshold: it has a comparator, or is
// one that is reached.
func (o *offer) compared() bool {
	q := o.row[o.place].q
	if q.comparator != "=" && q.comparator != "~" {
		return true
	}
	if rest, ok := strings.CutPrefix(o.behind(), "的"); q.ranged() && ok && rest == "" {
		return true // 工程造价50万—200万元的，处
	}
	before := o.p.textOf(o.row[0].left)
	return strings.HasSuffix(before, "达到") || strings.Contains(lastRunes(before, 6), "首次") || strings.HasSuffix(before, "满") || strings.HasSuffix(before, "达")
}

// giving reports whether the amount itself is given: 每月发放不低于100元的护理补贴,
// 按500元/人的标准.
func (o *offer) giving() bool {
	text := o.before()
	if hasAnyPrefix(strings.TrimPrefix(o.behind(), "的"), "不予", "不再", "不得") {
		return false // 奖励资金低于1万元的不予兑现
	}
	if i := segment.FindLastWord(text, "的"); i >= 0 {
		text = text[i+len("的"):]
	}
	if i, w := lastOf(text, []string{"给予", "予以", "享受", "发放", "一次性", "奖励", "补助", "补贴", "资助"}); i >= 0 && !(w == "一次性" && o.row[o.place].q.countable()) && !strings.ContainsAny(text[i:], "、") {
		return true
	}
	if hasAnyOf(text, "可申领", "可申请", "可享受", "可获得") && strings.HasPrefix(o.behind(), "的") {
		return true // 可申领额度不超过20万元的科技创新券
	}
	if of := strings.TrimPrefix(o.behind(), "的"); strings.HasPrefix(of, "标准") && !hasAnyPrefix(of, "标准化", "标准厂房", "标准地") {
		return true
	}
	return !o.giftBehind(o.right).none() && hasAnyOf(text, "按", "可申请", "可享", "不高于")
}

// aged reports an age: whoever has it is only spoken of.
func (o *offer) aged() (segment.Range, bool) {
	q := o.row[o.place].q
	switch text := o.behind(); {
	case strings.Contains(o.p.textOf(o.row[o.place].left), "寿命"):
		return segment.Range{}, false
	case strings.HasPrefix(text, "的"):
		return o.right, true
	default:
		return segment.Range{Start: q.whole.Start, End: q.whole.End}, o.compared() || q.ranged()
	}
}

// scored reports the points from which a verdict is passed: 90分以上为优秀,
// 得分低于70分的予以约谈.
func (o *offer) scored() (segment.Range, bool) {
	text := strings.TrimPrefix(o.behind(), "(含)")
	if o.compared() && hasAnyPrefix(text, "为", "的", "定为", "评为", "且", "(") {
		return o.right, true
	}
	return segment.Range{}, false
}

// conditional reports a number of a clause that states a case, or of the words that
// set a noun apart, with more of them behind it: 年龄不超过40周岁、年薪不低于30万元的
// 管理人才, 入驻企业达到20家以上且年交易额超过1亿元的，再给予.
func (o *offer) conditional(b *bound) (segment.Range, bool) {
	if i := strings.Index(o.before(), "适用于"); i >= 0 && o.compared() && o.c.granting() && o.cl.slots[0] == o.row[0] {
		return o.span(i, "适用于"), true // 本政策适用于固定资产投资5000万元以上、亩均税收20万元以上的项目
	}
	if o.beside() || o.met(b) || o.demanded() {
		return o.row[o.place].q.whole, true
	}
	tail := included(o.p.textOf(o.tail()))
	next := pastIncluded(o.p.flow.Text[o.cl.End:])
	if o.rear() && hasAnyPrefix(next, "，水价", "，电价", "，气价", "，价格", "，票价", "，收费") {
		return o.row[o.place].q.comparators[0], true // 第一阶梯年用水量180立方米及以下，水价为…
	}
	if strings.HasPrefix(next, "，且") && o.c.granting() && b.q.dimension == "money" && !b.words.empty() && sized(strings.TrimSuffix(o.p.textOf(b.words.at), closingBracket(o.p.textOf(b.words.at)))) && o.granted() {
		return segment.Range{Start: o.cl.End, End: o.cl.End + len("，且")}, true // 年营业额2000万元，且增长20%以上的，
	}
	if o.rear() && o.c.granting() && strings.HasPrefix(next, "，") && o.granted() {
		return o.row[o.place].q.comparators[0], !b.words.empty() // 上年度产值5000万元以下，本年度首次达到1亿元的，给予
	}
	if left := o.before(); (o.compared() || strings.Contains(left, "达到")) && b.q.comparator != "<=" && o.c.granting() && (strings.HasPrefix(next, "，") || strings.HasPrefix(next, ";")) && o.granted() && (b.q.dimension == "money" || b.q.dimension == "area") && grants.last(left) < 0 {
		return segment.Range{Start: o.row[0].left.Start, End: o.row[0].left.End}, true // 年销售额达到2亿元、5亿元；…，且同比增长15%以上的，每年给予
	}
	if o.c.granting() && b.q.dimension == "share" && o.compared() && strings.HasPrefix(next, "，") && isRate(o.words.cutRear(o.before(), o.words.caps)) && o.granted() && grants.last(o.before()) < 0 {
		return segment.Range{Start: o.row[0].left.Start, End: o.row[0].left.End}, true // 裁员率不高于5.5%，30人以下的企业裁员率不高于20%的，可申请
	}
	if !b.words.empty() && o.c.granting() && o.compared() && b.q.comparator != "<=" && b.q.dimension != "money" && hasAnyPrefix(next, "，每") && grants.last(next[:min(len(next), len("，每立方米一次性给予补助"))]) >= 0 {
		return segment.Range{Start: o.row[0].left.Start, End: o.row[0].left.End}, true // 新建冷库500立方米以上，每立方米补助
	}
	if rest, of := strings.CutPrefix(o.behind(), "的"); of && (o.rear() && b.q.comparator == ">=" || b.q.ranged() || strings.Contains(lastRunes(o.p.textOf(o.row[0].left), 6), "首次")) && len(o.cl.slots) > len(o.row) && contains([]string{"奖励", "补贴", "补助", "资助", "给予", "一次性奖励"}, rest) {
		return segment.Range{Start: o.right.Start, End: o.right.Start + len("的")}, true // 车价20万元以上的补贴5000元
	}
	if !o.compared() || b.measure.name != "level" && b.measure.name != "growth" && b.measure.name != "change" || !strings.HasPrefix(next, "，") && !strings.HasPrefix(next, ")") {
		return segment.Range{}, false
	}
	_, after := o.sentence()
	rest := o.p.textOf(after)
	granted := o.c.granting() || grants.last(rest) >= 0 || hasAnyOf(rest, "免征", "减按", "减征", "可申请", "可享受") || hasAnyPrefix(rest, "，可", "，不得", "，应", "，按", "，由", "，实行", "，启动")
	end := o.row[o.place].q.whole.End
	if o.cl.End-end > window {
		return segment.Range{}, false
	}
	inner := o.p.flow.Text[end:max(end, o.cl.End)]
	if i := strings.LastIndex(inner, "(含"); i >= 0 && !strings.Contains(strings.TrimSuffix(inner[i:], ")"), ")") {
		inner = inner[:i] // 运营1年以上的(含300张，下同)，给予
	}
	if strings.HasSuffix(inner, "的") && granted && !hasAnyOf(inner, "给予", "补助", "奖励", "补贴") {
		again := o.c.threshold.p == o.p && o.c.threshold.at.Start >= o.p.sentence(o.cl.Start).Start
		return segment.Range{Start: o.cl.End - len("的"), End: o.cl.End}, !b.words.empty() || b.q.dimension != "count" || again
	}
	if len(o.cl.slots) > len(o.row) && strings.HasPrefix(tail, "的") && granted && !o.c.r.yard(tail[len("的"):]) && !hasAnyOf(inner, "给予", "按", "补助", "奖励", "补贴") {
		return o.tail(), !b.words.empty()
	}
	if i := strings.LastIndex(tail, "的"); i >= 0 && granted && hasAnyPrefix(tail, "且", "并") && hasAnySuffix(tail[i+len("的"):], o.words.payees...) != "" && !hasAnyOf(tail, "给予", "按", "补助", "奖励", "补贴") {
		return segment.Range{Start: o.cl.End - len(tail) + i, End: o.cl.End}, !b.words.empty() || o.place > 0 // 年收入首次突破1亿元、5亿元且当年盈利的企业，分别奖励
	}
	if i := strings.LastIndex(inner, "的"); i >= 0 && granted && (strings.Contains(o.before(), "对") || strings.HasPrefix(o.before(), "来自")) && hasAnySuffix(inner[i+len("的"):], o.words.payees...) != "" && !hasAnyOf(inner, "给予", "按", "补助", "奖励", "补贴") {
		return segment.Range{Start: end + i, End: o.cl.End}, !b.words.empty() || o.rear() // 对年零售额超过500万元并纳入统计的企业，奖励
	}
	return segment.Range{}, false
}

// granted reports whether a later clause of the sentence ends the case that this one
// begins, and something is granted in it.
func (o *offer) granted() bool {
	_, after := o.sentence()
	text := o.p.textOf(after)
	i := strings.Index(text, "的，")
	if k := o.ofWhom(text); k >= 0 && (i < 0 || k < i) {
		i = k
	}
	return i >= 0 && !strings.ContainsAny(text[:i], "。") && grants.last(text[:i]) < 0 && (grants.last(text[i:]) >= 0 || hasAnyOf(text[i:], "可申请", "可享受", "返还"))
}

// yard reports whether words behind an amount make it a part or a yardstick: 2.88%的水平.
func (r *reading) yard(text string) bool {
	return hasAnyPrefix(text, r.lexicon.grantWords.yardsticks...)
}

// setting reports a number that sets apart what stands behind it.
func (o *offer) setting(b *bound) (segment.Range, bool) {
	q, right := o.row[o.place].q, o.right
	rest, of := strings.CutPrefix(included(o.behind()), "的")
	if next := o.p.textOf(o.row[len(o.row)-1].right); len(o.row) == 1 && o.cl.End > o.right.End && hasAnyPrefix(next, "奖励", "给予", "补助", "补贴", "资助") && b.q.dimension != "share" {
		return segment.Range{Start: o.right.Start, End: o.right.Start + len("奖励")}, !b.words.empty() || o.rear() && b.q.countable() // 每出口1美元奖励0.2元
	}
	if !of && o.compared() && prefixOf(rest, brings) != "" {
		return segment.Range{}, false
	}
	if o.classes(b, rest) && !of {
		return right, true // 年交易额10亿元以上市场2个, 新增税收超千万元企业8户
	}
	if b.measure.name != "level" && !o.distant(b) && !(of && o.compared() && (b.measure.name == "growth" || b.measure.name == "change" && rest == "")) {
		return segment.Range{}, false
	}
	bearing := o.bears(rest)
	switch {
	case of && capable(rest) && hasAnyOf(lastRunes(o.before(), 12), "形成", "具备", "建成", "新增", "达到"):
		return segment.Range{}, false // 形成300亿元以上的基金规模
	case q.ranged() && strings.HasPrefix(included(o.behind()), "部分的") && o.c.granting():
		return right, true // 年纳税总额200—500万元(不含本数)部分的项目
	case of && o.tier(rest):
		return right, true // 1亿元至10亿元的部分，按1%给予奖励
	case of && rest == "" && nextIs(o.p, o.cl, "，") && (q.ranged() || o.toEnd()) && (q.dimension == "money" || q.dimension == "area") && o.c.granting():
		return right, true // 注册资本1亿元至5亿元的，
	case hasAnyPrefix(o.p.flow.Text[q.whole.End:], "(含)至", "(含)-") && o.c.granting():
		return segment.Range{Start: q.whole.End, End: q.whole.End + len("(含)")}, true
	case of && rest == "" && o.compared() && q.dimension == "money" && o.counts():
		return right, true // 年营业收入超1000亿元的2个，超500亿元的5个
	case of && rest == "" && nextIs(o.p, o.cl, "，", ")") && o.compared():
		return right, true // 固定资产投资5000万元以上的，…
	case of && o.compared() && hasAnyPrefix(rest, "不再", "不予", "不得", "可以", "应当", "给予", "予以", "视为", "取消", "定为", "一律") && !b.words.empty():
		return right, true // 累计达到100万元以上的不再支持
	case q.dimension == "money" && !of && rest == "项目" && (q.ranged() || o.counts()):
		return right, true // 1-5亿元项目299个, 50亿元项目7个
	case q.countable() && !of:
		return right, o.rear() && o.gathers(rest)
	case q.countable():
		return right, o.compared() && !b.words.empty() && (bearing || sized(o.p.textOf(b.words.at)))
	case !of && o.compared() && bearing && (q.dimension != "share" || o.rear()):
		return right, true
	case !of, rest == "", o.c.r.yard(rest):
		return segment.Range{}, false
	case !o.compared():
		return right, bearing && !b.words.empty() && !o.tells()
	}
	if q.dimension == "share" {
		left := o.p.textOf(o.row[0].left)
		return right, hasAnyOf(left, "率", "占", "比", "增", "度")
	}
	return right, true
}

// capable reports whether words name how much of something there is or can be made:
// 基金规模, 生产能力.
func capable(noun string) bool {
	return hasAnySuffix2(noun, "规模", "产能", "能力") && len(noun) <= len("年度生产加工能力")
}

// classes reports whether nothing but a noun stands between a threshold and the count of
// what it sets apart; never what is done for the money: 投资超10亿元新建学校2所.
func (o *offer) classes(b *bound, noun string) bool {
	q := o.row[o.place].q
	if !o.compared() || !o.counts() || len(o.row) > 1 || b.words.empty() || b.measure.name != "level" && b.measure.name != "change" || !sized(o.p.textOf(b.words.at)) {
		return false
	}
	return noun != "" && len(noun) <= len("国家级农业产业化龙头企业") && !strings.ContainsAny(noun, "，、;:()\x00的") && prefixOf(noun, builds) == "" &&
		(!q.countable() || o.rear()) && !o.c.r.lexicon.figureWords.heads.has(noun) && !o.c.r.yard(noun) && hasAnySuffix2(noun, sorts...)
}

// brings begin the words for what money brought about that it did not build:
// 投入超2亿元引进企业6户.
var brings = []string{"引进", "招引", "引入", "培育", "孵化", "创建", "认定", "签约", "盘活", "收购", "并购", "带动", "惠及", "吸引", "扶持", "新增", "救助", "帮扶"}

// sorts are the last words of what is counted by its size.
var sorts = []string{"企业", "项目", "市场", "园区", "产业", "集群", "基地", "乡镇", "县", "村", "合作社", "场", "店", "户", "机构", "品牌", "产品", "品种", "商家", "平台", "街区", "综合体", "园", "库", "站", "厂", "单位", "主体", "载体", "小区", "社区", "学校", "医院", "水库", "渔港", "景区"}

// tells reports whether the clause says of one undertaking how large it is, and no
// one is granted anything: 引进总投资21亿元的光伏组件项目.
func (o *offer) tells() bool {
	before, after := o.sentence()
	if o.c.granting() || awarding.last(o.p.textOf(before)) >= 0 || awarding.last(o.before()+o.behind()) >= 0 || awarding.last(o.p.textOf(after)) >= 0 {
		return false
	}
	return hasAnyOf(o.before(), "总投资", "计划投资", "概算投资", "总建筑面积", "占地面积") && !hasAnyPrefix(o.behind(), "的项目", "的工业项目", "的重大项目")
}

// counts reports whether the clause's next number counts things.
func (o *offer) counts() bool {
	for i, sl := range o.cl.slots {
		if sl == o.row[len(o.row)-1] {
			return i+1 < len(o.cl.slots) && o.cl.slots[i+1].q.countable()
		}
	}
	return false
}

// rear reports whether the comparator stands behind the unit: 50户以上.
func (o *offer) rear() bool {
	for _, c := range o.row[o.place].q.comparators {
		if c.Start > o.row[o.place].q.Start {
			return true
		}
	}
	return false
}

// bearers are what a criterion speaks of, besides payees.
var bearers = []string{"企业", "项目", "工业", "龙头", "农户", "家庭", "产业", "园区", "青年", "高层次", "单位", "商贸", "工程", "老年人", "儿童", "人口", "困难", "居民", "个人", "平台", "机构", "人员", "科研", "种植", "养殖", "合作社", "锅炉", "人才", "女性", "男性", "学生", "市场主体", "村", "县", "镇", "小微", "农产品", "规上", "拖拉机", "机组", "渔船", "船舶", "货车", "柴油"}

// bears reports whether words begin with something that a criterion speaks of.
func (o *offer) bears(text string) bool {
	if hasAnyPrefix(text, bearers...) {
		return true
	}
	for i, r := range text {
		if strings.ContainsRune("，、;:()0123456789\x00", r) || i > len("新建规模化现代") {
			text = text[:i]
			break
		}
	}
	i, _ := firstOf(text, []string{"企业", "项目", "锅炉", "养殖场", "机构", "合作社", "电站", "园区", "基地", "平台", "饭店", "旅行社", "小区"})
	return i >= 0
}

// gathers reports whether words begin with a place or body that gathers what is
// counted: 50户以上的自然村; never 20家以上企业, which are counted themselves.
func (o *offer) gathers(text string) bool {
	switch o.row[o.place].q.unit {
	case "户", "人", "头", "张", "万人", "万头", "口人", "只", "羽":
	default:
		return false
	}
	if left := o.p.textOf(o.row[0].left); hasAnySuffix2(left, "存栏", "出栏", "饲养") && strings.Contains(text[:min(len(text), len("某某畜规模化标准化养殖"))], "养殖") {
		return true // 存栏100头以上奶牛规模化养殖比重
	}
	return hasAnyPrefix(text, "自然村", "村", "建制村", "行政村", "社区", "小区", "聚居", "居民点", "规模养殖场", "养殖场", "大型养殖场", "用人单位", "企业", "学校", "医院", "机构", "乡镇", "安置点", "大型")
}

// nextIs reports whether the clause is followed by one of the marks.
func nextIs(p *passage, cl *clause, marks ...string) bool {
	return hasAnyPrefix(p.flow.Text[cl.End:], marks...)
}
