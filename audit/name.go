package audit

import (
	"slices"
	"strings"
)

// levels are the ranks that a thing can be recognised at, as names carry them.
var levels = []struct{ word, level string }{
	{"省级以上", "省级以上"}, {"市级以上", "市级以上"}, {"县级以上", "县级以上"}, {"国家级以上", "国家级"},
	{"国家级备案", "国家级"}, {"国家备案", "国家级"}, {"国家级", "国家级"}, {"省级备案", "省级"}, {"省部级", "省级"}, {"省级", "省级"},
	{"市级备案", "市级"}, {"市级", "市级"}, {"县级", "县级"}, {"区级", "县级"},
}

// bare are levels without 级 in front of a name, and what they begin instead.
var bare = expression(`^(国家|省|市)(.)`)

const notBare = "场政民域际外内属会区县直辖道容长委府人大"

// split parts a name into the level it is recognised at and the rest.
func split(name string) (level, base string) {
	for _, l := range levels {
		if before, after, ok := strings.Cut(name, l.word); ok {
			return l.level, before + strings.TrimPrefix(strings.TrimPrefix(after, "备案"), "认定")
		}
	}
	if m := bare().FindStringSubmatch(name); m != nil && (m[1] == "国家" || !strings.Contains(notBare, m[2])) {
		return map[string]string{"国家": "国家级", "省": "省级", "市": "市级"}[m[1]], name[len(m[1]):]
	}
	return "", name
}

// done are verbs by which a number counts what was done, not what is there.
var done = expression(softly + `|` + hardly)

// By soft verbs a target may count what there is by then, by hard ones only what is
// done: 培育科技型中小企业500家, but 加装电梯150部.
const (
	softly = `新认定|认定|培育|打造|创建|建设`
	hardly = `新引进|引进|引育|招引|获批|获评|荣获|获得|获|培养|培训|选派|聘请|派出|争取|承担|立项|安排|下达|投放|发放|申报|改造|新改扩?建|新建|新增|新签约|签约|举办|开展|组织|实施|吸引|带动|入选|新开工|开工|投产|盘活|加装|续建|改建|扩建|改扩建|完成|救助|检查|处置|整治|治理|拆除|清理|推广|招聘|招录|招收|资助|帮扶|修复|更新|淘汰|退出|关停|查处|办结|受理|建成|投入|投资|募集|减免|兑现|撬动|采购`
)

// hard reports whether a verb counts only what is done.
func hard(act string) bool { return act != "" && !softActs().MatchString(act) }

var softActs = expression(`^(?:` + softly + `)$`)

// act returns what was done to reach the number, by the verb of its own clause.
func act(f *figure) string {
	if f.table {
		return ""
	}
	clause := strings.Replace(f.lead[strings.LastIndexAny(f.lead, ",;:。!(")+1:], f.Indicator, "", 1)
	if there().MatchString(clause) || f.TimeFirst == f.TimeLast && atEnd().MatchString(f.lead[strings.LastIndexAny(f.lead, ";。")+1:]) {
		return ""
	}
	return done().FindString(clause)
}

// there are words by which a number tells what there is all the same, atEnd those
// of a point in time.
var (
	there = expression(`总数|总量|拥有|保有|现有|累计`)
	atEnd = expression(`末|底|截至|截止|目前|累计`)
)

// zone is a place within the region at the beginning of a sentence, or of its part.
var zone = expression(`(?:^|[;。])(?:[^,;。]{0,8},)?(\p{Han}{1,10}?(?:高新区|经开区|开发区|产业园|园区|示范区|自贸区|保税区|新区|新城|街道|功能区|度假区))(?:\p{Han}|[0-9])`)

// ours are words by which a sentence turns back to the document's own region,
// doing those that make a zone what is worked on.
var (
	ours  = expression(`全[市省区县州盟旗]|我[市省区县州]`)
	doing = expression(`建设|打造|推进|推动|加快|支持|依托|围绕|引进|创建|争取|积极|完善|做好|发挥|加强|[市省区县]级`)
)

// season is a part of a year, or what a growth within it is over.
var season = expression(`环比|[一二三四]季度|前三季度|[上下]半年|1[-—至到](?:[2-9]|1[01])月`)

// place returns what sets the figures of a sentence apart from the region's in the
// whole year: a zone, a quarter.
func place(d *document, f *figure) string {
	if f.table {
		return ""
	}
	text := d.flow(f.Statement.Start, f.Span.Start)
	part, chained := "", ""
	for _, word := range season().FindAllString(text, -1) {
		if word == "环比" {
			chained = word
		} else {
			part = word
		}
	}
	return zoneOf(d, f, text) + chained + part
}

// zoneOf returns the zone within the region that a text speaks of.
func zoneOf(d *document, f *figure, text string) string {
	all := zone().FindAllStringSubmatchIndex(text, -1)
	if len(all) == 0 {
		return ""
	}
	at := all[len(all)-1]
	name := text[at[2]:at[3]]
	if doing().MatchString(name) || ours().MatchString(text[at[2]:]) || strings.HasPrefix(f.Indicator, name) || strings.Contains(string(d.About.Region), name) {
		return ""
	}
	return name
}

// classes are things that other things are a kind of; a document says so itself
// by 众创空间、孵化器等科技企业孵化载体, and these hold everywhere.
var classes = map[string][]string{
	"孵化载体": {"孵化器", "众创空间", "加速器", "星创天地", "大学科技园"},
	"科研平台": {"重点实验室", "工程研究中心", "工程技术研究中心", "工程中心", "企业技术中心", "技术创新中心", "新型研发机构", "产业技术研究院", "制造业创新中心"},
}

// synonyms of a class.
var classWords = map[string]string{
	"孵化载体": "孵化载体", "科技企业孵化载体": "孵化载体", "科技孵化载体": "孵化载体", "科技企业孵化育成载体": "孵化载体",
	"科研平台": "科研平台", "研发平台": "科研平台", "创新平台": "科研平台", "科技创新平台": "科研平台", "研发机构": "科研平台", "科技平台": "科研平台", "科技研发平台": "科研平台",
}

// members returns the things that a name sums up, nil for none, and whether they
// are all of them. They are named in it, 众创空间、孵化器等孵化载体, or it is a class.
func members(base string) (names []string, class string) {
	list, head, listed := strings.Cut(base, "等")
	if !listed && strings.ContainsAny(base, "、和") {
		list, head = base, ""
	}
	if list != base || strings.Contains(base, "、") {
		for _, n := range strings.FieldsFunc(strings.ReplaceAll(list, "和", "、"), func(r rune) bool { return r == '、' }) {
			if len(n) >= len("加速器") {
				names = append(names, n)
			}
		}
	}
	if len(names) > 1 {
		return names, classWords[head]
	}
	if c, ok := classWords[base]; ok {
		return classes[c], c
	}
	return nil, ""
}

// classOf returns the class that all members of a list of names belong to.
func classOf(names []string) string {
	for _, class := range []string{"孵化载体", "科研平台"} {
		all := classes[class]
		inside := len(names) > 0
		for _, n := range names {
			inside = inside && slices.Contains(all, n)
		}
		if inside {
			return class
		}
	}
	return ""
}

// falling are words of what is better the less there is of it.
var falling = expression(`能耗|水耗|电耗|煤耗|排放|死亡|失业|发病|患病|浓度|用水量|事故|PM2\.?5|PM10|落后|贫困发生|差距|恩格尔|负债|不良|成本|时限|办理时间|漏损|缺失|流失|淘汰|犯罪|案件|投诉|超标|降低|下降|减少|自然增长率|重污染|劣[ⅤV]|化肥|农药|能源消费|消费总量|荒漠化|返贫|压减`)

// rising are words of what is better the more there is of it, whatever else it names.
var rising = expression(`清洁|可再生|非化石|优良|达标|(?:处理|治理|利用|处置|收集|救治|知晓|控制)率|覆盖|化解|回收`)

// ceiling are words of what a target only limits: it may lie above what there is.
var ceiling = expression(`失业|死亡|发病|患病|自然增长|总量|消费|事故|负债`)

// lessIsBetter reports whether less of what a figure measures is better.
func lessIsBetter(f *figure) bool {
	if rising().MatchString(f.Indicator) {
		return false
	}
	return f.Comparator == "<" || f.Comparator == "<=" || f.Value < 0 || falling().MatchString(f.Indicator)
}

// flows are words of what is counted anew each year, so that its sum over years
// and its amount in one are different things.
var flows = expression(`授权|申请|登记|成交|交易|产量|产值|收入|投资|支出|投入|经费|销售|利润|税收|进出口|出口|贷款|资金|接待|人次|培训|就业|增加值|总额|用电|排放|资助`)
