package extract

import (
	"strings"

	"suyuan/segment"
)

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
