package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// criterionName names what a criterion measures: the words next to it, an age
// by who has it.
func (x binder) criterionName(b *bound, joint bool) {
	if n := x.struck(b); n != nil {
		b.name = n
		return
	}
	if joint {
		return
	}
	o := x.c.offer(x.p, x.cl, b.slot)
	if at := o.step(); at.End > at.Start {
		if n := x.stepName(o, b); len(n) > 0 {
			b.name = n
		}
		return
	}
	if left := x.p.textOf(b.slot.left); hasAnyPrefix(left, "(含") && len(x.now.criterion) > 0 && besideWords(left) {
		b.name = x.now.criterion // 10000平方米以上(含10000平方米)至15000平方米以下
		return
	}
	if verb := o.onEach(); verb.End > verb.Start {
		b.name = x.eachName(o, verb)
		return
	}
	if strings.HasPrefix(x.p.textOf(o.right), "的部分") && len(x.now.criterion) > 0 && contains([]string{"", "但", "(含)至"}, x.p.textOf(b.slot.left)) {
		b.name = x.now.criterion // 1000万元以下的部分按2%奖励，1000万元以上的部分按3%
		return
	}
	if at := o.loan(); at.End > at.Start && !sized(x.p.textOf(b.words.at)) {
		b.name = name{{p: x.p, at: at}}
		return
	}
	if text := x.p.textOf(b.words.at); o.aside() && !b.words.empty() && len(x.now.criterion) > 0 && !sized(text) && (b.q.dimension == "money" || b.q.dimension == "share" || b.q.dimension == "area") {
		rest := strings.TrimPrefix(text, "其中")
		b.words.at.Start += len(text) - len(rest)
		b.name = append(name{{p: x.p, at: b.words.at}}, x.now.criterion...)
		return
	}
	if noun, of := strings.CutPrefix(x.p.textOf(b.right), "的"); of && b.q.dimension == "people" && b.words.empty() {
		if end := firstPayee(noun, o.words.payees); end > 0 && end <= len("规模以上工业企业") {
			b.name = name{{p: x.p, at: segment.Range{Start: b.right.Start + len("的"), End: b.right.Start + len("的") + end}}}
			return
		}
	}
	if n := x.workers(b); n != nil {
		b.name = n
		return
	}
	if left := x.p.textOf(b.left); b.rule == "figure_counted" && !o.rear() && hasAnyPrefix(strings.TrimPrefix(left, "对"), "每", "各") {
		return // 每个乡镇建设1个服务中心
	}
	if b.q.dimension == "age" {
		b.name = x.ageName(b)
		return
	}
	if at := b.right; b.words.empty() && b.q.dimension == "money" && strings.HasPrefix(x.p.textOf(at), "项目") {
		b.name = name{{p: x.p, at: segment.Range{Start: at.Start, End: at.Start + len("项目")}}} // 1-5亿元项目299个
		return
	}
	if left := x.p.textOf(b.left); strings.HasPrefix(left, "的") && strings.HasSuffix(left, "、") && len(x.now.criterion) > 0 && x.now.last != nil && x.now.last.q.dimension == b.q.dimension {
		b.name = x.now.criterion // 规模500亩以上的蔬菜基地、100亩以上的养殖基地: what stands between is the first one's
		return
	}
	if n := x.set(b); n != nil {
		b.name = n
		return
	}
	if at := b.words.at; at.End-at.Start <= len("额") && !b.words.empty() { // 新设备购置额
		b.words = x.leftPhrase(x.p, b.left, false)
	}
	text := x.p.textOf(b.words.at)
	if hasAnyPrefix(text, "成为") && strings.Contains(text, "第") { // 成为全国第3个突破13万亿元的省份
		b.name = x.now.name
		return
	}
	rest := strings.TrimPrefix(strings.TrimPrefix(included(text), "且"), "并")
	if item := strings.TrimLeft(rest, "0123456789"); item != rest && hasAnyPrefix(item, "、", ".") {
		rest = strings.TrimLeft(item, "、.")
	}
	if rest != text && rest != "" {
		b.words.at.Start += len(text) - len(rest) // 1、畜禽类9000万元以上
		text = rest
	}
	if n := o.countedBehind(b); n != nil {
		b.name = n
		return
	}
	if o.opens() && b.words.empty() && len(x.now.criterion) == 0 {
		b.name = o.opened()
		return
	}
	if n := x.beforeBracket(b); n != nil {
		b.name = n
		return
	}
	if text := x.p.flow.Text; len(b.name) == 0 && len(x.now.criterion) == 0 && o.rear() && x.cl.inside && b.q.whole.Start == x.cl.Start && x.cl.Start > 0 {
		s := x.p.sentence(x.cl.Start - 1).Start
		if n := x.leftPhrase(x.p, segment.Range{Start: s + clauseStart(text[s:], x.cl.Start-1-s), End: x.cl.Start - 1}, true); !n.empty() {
			b.name = name{{p: x.p, at: n.at}} // 旅游专列(300人以上)
			return
		}
	}
	if len(b.name) == 0 && len(x.now.criterion) == 0 && b.words.empty() && (b.q.countable() || b.q.dimension == "area") {
		noun := strings.TrimPrefix(included(o.behind()), "的")
		if i, _ := firstOf(noun, []string{"，", "、", ";", "(", "的", "且", "并", "给予", "奖励"}); i >= 0 {
			noun = noun[:i]
		}
		if n := utf8.RuneCountInString(noun); n >= 2 && n <= 10 {
			start := o.right.End - len(strings.TrimPrefix(included(o.behind()), "的"))
			b.name = name{{p: x.p, at: segment.Range{Start: start, End: start + len(noun)}}} // 举办500人以上的会议, 5000平方米以上(含5000平方米)冷库
			return
		}
	}
	if len(b.name) == 0 || strings.Trim(text, "()含") == "" {
		if n := x.now.criterion; len(n) > 0 {
			b.name = n
		}
		return
	}
	if who := prefixOf(text, []string{"企业", "单位", "主体", "项目", "机构"}); who != "" && len(who) < len(text) && hasAnySuffix2(x.p.flow.Text[:b.words.at.Start], "申报", "申请", "参评") {
		b.words.at.Start += len(who) // 申报单位年研发投入
		text = text[len(who):]
	}
	if n := x.sharesOf(b, text); n != nil {
		b.name = n
		return
	}
	if strings.HasPrefix(text, "占") && len(x.now.criterion) > 0 && x.now.last != nil && x.now.last.kind == "criterion" && b.q.dimension == "share" {
		b.name = append(append(name{}, x.now.criterion...), part{p: x.p, at: b.words.at}) // 研发费用500万元以上且占营业收入比重不低于3%的
		return
	}
	if strings.Contains(text, "占") {
		b.words.at.End -= len(text) - len(strings.TrimRight(text, "应须需"))
		if b.rule == "figure_counted" {
			b.name = name{{p: x.p, at: b.words.at}} // 研发费用占营业收入比重超过8%的企业
		}
		x.now.criterion = b.name
		return
	}
	for _, link := range []string{"且", "对", "，", "、", "或", "上年度", "上一年度", "首次", "的", "集中连片", "适用于", "造成", "导致", "致使", "期内", "达产后", "投产后", "建成后"} {
		if i := strings.LastIndex(text, link); i >= 0 && i+len(link) < len(text) && strings.Count(text[i:], ")") <= strings.Count(text[i:], "(") && !(link == "对" && hasAnyPrefix(text[i:], "对外")) {
			b.words.at.Start += i + len(link)
			text = text[i+len(link):]
		}
	}
	if i, w := lastOf(text, []string{"企业有", "机构有", "单位有", "须有", "应有", "具有", "拥有", "机构开展", "企业开展"}); i >= 0 && i+len(w) < len(text) {
		b.words.at.Start += i + len(w)
		text = text[i+len(w):]
	}
	for _, link := range []string{"较", "比"} {
		if i := strings.LastIndex(text, link); i > 0 && b.measure.name != "level" && !strings.HasPrefix(text[i:], "比重") && !strings.HasPrefix(text[i:], "比例") {
			b.words.at.End -= len(text) - i // 不良品率较改造前降低20%以上
			text = text[:i]
		}
	}
	if i, w := firstOf(text, []string{"不高于", "不低于", "不超过", "达到", "低于", "高于"}); b.q.dimension == "share" && i > 0 && i+len(w) < len(text) && (isRate(text[:i]) || hasAnySuffix2(text[:i], "强度", "面积", "额", "量")) {
		b.words.at.End -= len(text) - i // 裁员率不高于参保职工总数20%的
		text = text[:i]
	}
	for _, link := range []string{"首次", "每新增", "每增加", "每", "每增长", "每提高", "每超过", "每增", "达", "须", "应", "需", "必须", "同比增长", "增长", "同比"} {
		if t := strings.TrimSuffix(text, link); t != text && t != "" {
			b.words.at.End -= len(link)
			text = t
		}
	}
	b.name = name{{p: x.p, at: b.words.at}}
	x.now.criterion = b.name
}

// sharesOf puts back what a share is taken of a year before: 引才经费占上年度工资总额比例达到2%的.
func (x binder) sharesOf(b *bound, text string) name {
	if b.q.dimension != "share" || !isRate(text) {
		return nil
	}
	before := x.p.after(x.cl.Start, b.words.at.Start)
	i := strings.LastIndex(before, "占")
	if i <= 0 || !contains([]string{"上年度", "上年", "上一年度", "当年", "当年度", "本年度", "全年"}, before[i+len("占"):]) {
		return nil
	}
	n := x.leftPhrase(x.p, segment.Range{Start: x.cl.Start, End: x.cl.Start + i}, false)
	if n.empty() {
		return nil
	}
	return name{{p: x.p, at: segment.Range{Start: n.at.Start, End: b.words.at.End}}}
}

// set names a threshold of size that stands in front of what it sets apart, where
// no word before it says what is measured: 10蒸吨/小时及以下燃煤锅炉, 20户以上自然村.
func (x binder) set(b *bound) name {
	o := x.c.offer(x.p, x.cl, b.slot)
	text := o.behind()
	if b.q.dimension == "people" && b.words.empty() {
		text = strings.TrimPrefix(text, "的") // 30人以下的参保企业
	}
	if !o.rear() || strings.HasPrefix(text, "的") || b.q.dimension == "money" || b.q.dimension == "share" || !b.words.empty() && sized(x.p.textOf(b.words.at)) {
		return nil
	}
	i, w := firstOf(text, []string{"锅炉", "自然村", "建制村", "行政村", "村屯", "小区", "小微企业", "企业", "养殖场", "机组", "园区", "电站", "水库", "渔船", "河流", "耕地", "船舶", "拖拉机", "收割机", "货车", "机具", "车辆", "医院", "学校"})
	if i < 0 || i > len("高耗能燃煤") || strings.ContainsAny(text[:i], "，、;") {
		return nil
	}
	from := o.right.End - len(text)
	return name{{p: x.p, at: segment.Range{Start: from, End: from + i + len(w)}}}
}

// sized reports whether a name is one of a quantity: 面积, 年耗能, 装机容量.
func sized(name string) bool {
	return hasAnySuffix2(name, "额", "量", "入", "资", "率", "比", "积", "值", "产", "模", "价", "力", "长", "度", "税", "税收", "润", "数", "储", "本", "重", "能", "级", "径", "深", "高", "耗", "栏", "床位")
}
