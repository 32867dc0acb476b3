package extract

import (
	"strings"

	"suyuan/segment"
)

// perHead are the words of a count for so many people, which the next count of a list
// shares: 每千人口执业医师数3.2人、注册护士数3.8人.
var perHead = []string{"每千常住人口拥有", "每万常住人口拥有", "每千名常住人口", "每千常住人口", "每万常住人口", "每千人口拥有", "每万人口拥有", "每千人口", "每万人口", "每十万人口", "每百户", "每千人", "每万人", "千人口", "千人"}

// headed puts the people that the name before counts for in front of a name that is
// listed right behind it and counts as well; nil where it shares none.
func (t *topic) headed(own, before name) name {
	last := t.last
	if last == nil || len(own) != 1 || own[0].implied != "" || len(before) == 0 || before[0].p != own[0].p || before[0].implied != "" {
		return nil
	}
	w := prefixOf(before[0].text(), perHead)
	if w == "" || strings.HasPrefix(own[0].text(), "每") || !hasAnySuffix2(own[0].text(), "数", "数量", "张数") || !hasAnySuffix2(before.String(), "数", "数量", "张数") {
		return nil
	}
	from, to := last.q.whole.End, own[0].at.Start
	if from > to || to-from > len("、达到") || !strings.HasPrefix(own[0].p.flow.Text[from:to], "、") {
		return nil
	}
	at := before[0].at.Start
	return append(name{{p: before[0].p, at: segment.Range{Start: at, End: at + len(w)}}}, own...)
}

// reachedPeople names people that only a verb says what they have of it: 惠及5.6万人.
func (x binder) reachedPeople(b *bound, left string) name {
	implied := ""
	switch {
	case b.q.dimension == "people":
		implied = "人口"
	case strings.HasSuffix(b.q.unit, "户"):
		implied = "户数"
	}
	left = strings.TrimRight(left, "约近超过逾达了\x00")
	w := hasAnySuffix(left, "惠及", "受益", "受惠")
	if implied == "" || w == "" || b.measure.name != "level" {
		return nil
	}
	at := b.slot.left.Start + len(left) - len(w)
	return name{{p: x.p, at: segment.Range{Start: at, End: at + len(w)}}, {implied: implied}}
}

// placeVerbs are what places are helped to do: 支持A、B等县建设….
var placeVerbs = []string{"建设", "新建", "打造", "创建", "实施", "开展", "发展", "种植", "培育", "布局", "改造", "推广", "建成", "完成"}

// afterPlaces returns where a name begins behind the places that only do what it
// counts: 祥云、宾川等县建设|县域医疗次中心; 0 where it names none.
func afterPlaces(text string) int {
	i := strings.Index(text, "等")
	if i <= 0 {
		return 0
	}
	rest := text[i+len("等"):]
	rest = strings.TrimLeft(rest, "0123456789个")
	place := prefixOf(rest, []string{"县市区", "县区", "县市", "市县", "乡镇", "地区", "地市", "县", "市", "区", "州", "镇", "乡", "村", "地", "省"})
	if place == "" {
		return 0
	}
	verb := prefixOf(rest[len(place):], placeVerbs)
	if end := len(text) - len(rest) + len(place) + len(verb); verb != "" && end < len(text) {
		return end
	}
	return 0
}

// actors build or keep what a name behind them counts.
var actors = []string{"景区", "园区", "校区", "社区", "企业", "合作社", "村集体", "学校", "医院", "乡镇", "农户", "公司", "镇区", "城区", "县城"}

// afterActor returns where a name begins behind the one who builds it: 景区建设|冷库容积;
// 0 for 园区建设投资, which is of the building.
func afterActor(text string) int {
	actor := prefixOf(text, actors)
	verb := prefixOf(text[len(actor):], []string{"新建", "建成", "建设", "建有", "改造", "配套建设"})
	rest := text[len(actor)+len(verb):]
	if actor == "" || verb == "" || len(rest) < len("冷库容") || hasAnyPrefix(rest, "投资", "项目", "资金", "面积", "用地", "规模", "标准", "进度", "工程", "任务", "总", "专项", "补助", "的", "完成", "经费", "期", "升级", "提升", "达标", "提质") || strings.HasSuffix(rest, "率") {
		return 0
	}
	return len(actor) + len(verb)
}

// wanting end what is said to be too little in front of the next thing of a list.
var wanting = []string{"不足、", "薄弱、", "滞后、", "不高、", "偏低、", "不强、", "不够、", "不优、", "较低、"}

// trimmed leaves out of a name what only stands in front of it: the places that do
// it, or what is said of another thing.
func trimmed(own name) name {
	if len(own) != 1 || own[0].implied != "" {
		return own
	}
	text := own[0].text()
	n := max(afterPlaces(text), afterActor(text))
	if i, w := lastOf(text, wanting); i >= 0 && i+len(w) < len(text) {
		n = max(n, i+len(w))
	}
	if n == 0 {
		return own
	}
	at := own[0].at
	return name{{p: own[0].p, at: segment.Range{Start: at.Start + n, End: at.End}}}
}

// servers stand before those for whom or to whom something is done; services begin what is.
var (
	servers  = []string{"为", "对", "给", "向", "扶持", "帮助", "支持", "带动", "引导", "组织", "鼓励", "帮扶"}
	services = []string{"免费", "进行", "安装", "配备", "发放", "接种", "实施", "开展", "落实", "发展", "统一", "加装", "开通", "购买", "参加", "追回", "追讨", "解决", "办理", "化解", "减免", "节约", "节省"}
)

// servedEnd returns where the name ends of those for whom something is done: 6000名
// 七年级女生|免费接种疫苗, 4989户贫困群众|发展到户产业; -1 where nothing is.
func servedEnd(left, noun string) int {
	left = cutEnd(left, []string{"全市", "全区", "全县", "全省", "全州", "全国", "辖区", "符合条件的"})
	if some, ok := strings.CutSuffix(left, "等"); ok { // 对人民中路等3条城区道路
		if i, w := lastOf(some, []string{"对", "为", "给"}); i >= 0 && len(some)-i < 60 && !strings.ContainsAny(some[i:], "，。;") {
			left = some[:i+len(w)]
		}
	}
	if !hasAnySuffix2(left, servers...) || hasAnySuffix2(left, "成为", "作为", "分为", "认为", "面对", "应对", "绝对") {
		return -1
	}
	end := len(noun)
	for _, w := range services {
		if i := strings.Index(noun, w); i >= len("企业") && i < end && i+len(w) < len(noun) && !strings.HasPrefix(noun[i+len(w):], "中") {
			end = i
		}
	}
	if end == len(noun) {
		return -1
	}
	return end
}

// bands names as many numbers as there are bands of age in front of them: 0-17岁、60岁及以上
// 人口分别为8万人和2万人. The ages get no names of their own; nil for anything else.
func bands(p *passage, cl *clause) []name {
	k := len(cl.slots) / 2
	if k < 2 || len(cl.slots) != 2*k {
		return nil
	}
	text := p.flow.Text
	for i, sl := range cl.slots[:k] {
		if sl.q.dimension != "age" || i > 0 && strings.Trim(text[cl.slots[i-1].q.whole.End:max(cl.slots[i-1].q.whole.End, sl.q.whole.Start)], "、和") != "" {
			return nil
		}
	}
	behind := segment.Range{Start: cl.slots[k-1].q.whole.End, End: max(cl.slots[k-1].q.whole.End, cl.slots[k].q.whole.Start)}
	i := strings.Index(p.textOf(behind), "分别")
	if i <= 0 || cl.slots[k].q.dimension == "age" || strings.ContainsAny(p.textOf(behind)[:i], "，。;、") {
		return nil
	}
	behind.End = behind.Start + i
	names := make([]name, k, 2*k)
	for _, sl := range cl.slots[:k] {
		names = append(names, name{{p: p, at: sl.q.whole}, {p: p, at: behind}})
	}
	return names
}

// aged names two rates of which the second is of an age: 婴儿死亡率和5岁以下儿童死亡率分别
// 控制在3‰和4‰. The age itself gets no name; nil for anything else.
func (r *reading) aged(p *passage, cl *clause) []name {
	if names := bands(p, cl); names != nil {
		return names
	}
	if len(cl.slots) != 3 || cl.slots[0].q.dimension != "age" || cl.slots[1].q.base != cl.slots[2].q.base {
		return nil
	}
	age, text := cl.slots[0].q, p.flow.Text
	behind := text[age.whole.End:max(age.whole.End, cl.slots[1].q.whole.Start)]
	i := strings.Index(behind, "分别")
	joint := hasAnySuffix(text[:age.whole.Start], "、", "和", "及", "与")
	if i <= 0 || joint == "" || strings.ContainsAny(behind[:i], "，。;、") {
		return nil
	}
	first := r.leftPhrase(p, segment.Range{Start: cl.slots[0].left.Start, End: age.whole.Start - len(joint)}, false)
	if first.empty() {
		return nil
	}
	second := segment.Range{Start: age.whole.Start, End: age.whole.End + i}
	return []name{nil, {{p: p, at: first.at}}, {{p: p, at: second}}}
}
