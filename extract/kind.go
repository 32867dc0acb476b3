package extract

import (
	"strconv"
	"strings"

	"suyuan/segment"
)

func itoa(n int) string { return strconv.Itoa(n) }

// Words that decide what kind of figure a quantity is. The clause decides first,
// then the sentence, then the section's heading.
var (
	grants  = []string{"给予", "予以", "奖励", "补助", "补贴", "资助", "贴息", "奖补", "扶持", "罚款", "处以", "收取", "减免", "减按", "按比例", "兑付", "支付", "发放", "计提", "限额", "额度"}
	granted = []string{"累计", "共获", "获得", "已", "共发放", "共兑现", "共计", "争取到", "落实"}
	intents = []string{"力争", "争取", "确保", "将", "目标", "计划", "要", "预期", "努力", "到期末", "拟", "规划", "有望", "预计到", "达到以上", "每年培育", "每年组织", "推动", "加快", "支持", "实施", "推进", "鼓励", "引导"}
	facts   = []string{"已", "累计", "截至", "截止", "目前", "现有", "共有", "完成了", "实现了", "达到了", "获得", "荣获", "增长了", "提高了", "建成了", "新增了", "了", "居全省", "居全国", "同比", "顺利", "先后", "成功", "分别增长", "创历史新高", "首次"}
	ahead   = []string{"目标", "任务", "工程", "举措", "措施", "保障", "行动", "计划", "安排", "重点", "打算", "部署", "思路", "专栏", "指标", "培育", "实施", "推进", "加快", "提升", "强化", "加强", "构建", "打造", "建设"}
	behind  = []string{"基础", "现状", "成就", "成效", "回顾", "进展", "问题", "形势", "取得", "工作情况", "完成情况", "总结", "存在", "挑战", "机遇", "概况", "基本情况", "以来"}
)

// kindOf decides whether a figure is a target, a fact, a criterion or a provision.
func (r *reading) kindOf(p *passage, cl *clause, sl *slot, b *bound, c *context) (string, []part) {
	q := sl.q
	if at, ok := criterion(p, sl, b); ok {
		return "criterion", []part{{p: p, at: at}}
	}
	if at, ok := provision(p, cl, sl); ok {
		return "provision", []part{{p: p, at: at}}
	}
	// a time ahead of the document is a target, one behind it a fact
	if e, at, ok := c.stated(p, b); ok {
		_, last := edtfYears(e)
		switch {
		case last == 0 || c.year == 0:
		case last > c.year, last == c.year && c.last == last && c.future(p):
			if b.baseline && last <= c.year {
				return "actual", []part{at}
			}
			return "target", []part{at}
		case last < c.year, last == c.year && !c.future(p):
			return "actual", []part{at}
		}
	}
	if b.baseline {
		return "actual", nil
	}
	text := p.textOf(segment.Range{Start: cl.Start, End: max(cl.Start, q.Start)})
	section, at := c.section(p)
	past, future := lastIndex(text, facts), lastIndex(text, intents)
	switch {
	case future >= 0 && future > past && section != "actual":
		return "target", nil
	case past >= 0 && past > future && section != "target":
		return "actual", nil
	case section != "":
		return section, at
	case future > past:
		return "target", nil
	case past >= 0:
		return "actual", nil
	}
	if _, last := edtfYears(c.paragraph.edtf); last > 0 && c.year > 0 && last <= c.year {
		return "actual", c.paragraph.at
	}
	if c.last > 0 {
		return "target", nil
	}
	return "actual", nil
}

func lastIndex(text string, words []string) int {
	best := -1
	for _, w := range words {
		best = max(best, strings.LastIndex(text, w))
	}
	return best
}

// stated returns the time that the sentence has stated for b so far.
func (c *context) stated(p *passage, b *bound) (string, part, bool) {
	saved, base, undated := c.now, c.base, c.undated
	c.advance(p, b)
	w := c.now
	if b.baseline && c.base.edtf != "" {
		w = c.base
	}
	c.now, c.base, c.undated = saved, base, undated
	if w.edtf == "" {
		return "", part{}, false
	}
	return w.edtf, w.at[0], true
}

// future reports whether the headings above speak of what is to come.
func (c *context) future(p *passage) bool {
	kind, _ := c.section(p)
	return kind == "target"
}

// section returns what the headings above promise, the nearest first.
func (c *context) section(p *passage) (string, []part) {
	for h := p.block.Parent; h != nil; h = h.Parent {
		above := c.byBlock[h]
		if above == nil {
			continue
		}
		title := above.flow.Text
		if len(title) > 150 {
			continue
		}
		past, future := lastIndex(title, behind), lastIndex(title, ahead)
		at := []part{{p: above, at: segment.Range{Start: 0, End: len(title)}}}
		if past >= 0 && past > future || strings.Contains(title, "回顾") {
			return "actual", at
		}
		if h.Parent != nil && c.pastAbove(h.Parent) {
			continue // 科技平台提质增量 under 基础与现状
		}
		if future >= 0 {
			return "target", at
		}
	}
	return "", nil
}

// pastAbove reports whether a heading further up speaks of what has been.
func (c *context) pastAbove(h *segment.Block) bool {
	for ; h != nil; h = h.Parent {
		above := c.byBlock[h]
		if above == nil || len(above.flow.Text) > 150 {
			continue
		}
		if past := lastIndex(above.flow.Text, behind); past >= 0 && past > lastIndex(above.flow.Text, ahead) {
			return true
		}
	}
	return false
}

// criterion reports a threshold that only says who is meant: 1亿元以上的工业企业,
// 35岁以下青年人才, 投资超过1亿元的.
func criterion(p *passage, sl *slot, b *bound) (segment.Range, bool) {
	q := sl.q
	switch q.dimension {
	case "money", "age", "area", "mass", "power", "share", "length", "energy", "volume":
	default:
		return segment.Range{}, false
	}
	if b.measure.name != "level" {
		return segment.Range{}, false
	}
	right := p.textOf(sl.right)
	rest, of := strings.CutPrefix(right, "的")
	compared := q.comparator != "=" && q.comparator != "~"
	if !of && !(compared && q.dimension == "age") && !(compared && hasAnyPrefix(right, "企业", "项目", "工业", "龙头", "农户", "家庭", "产业", "园区", "青年", "高层次", "单位", "商贸", "工程")) {
		return segment.Range{}, false
	}
	if of && !compared && !(strings.HasPrefix(rest, "，") || rest == "") {
		if hasAnyPrefix(rest, "企业", "项目", "单位", "农户", "个人", "园区", "平台") && !b.words.empty() {
			return sl.right, true
		}
		return segment.Range{}, false
	}
	if hasAnyPrefix(rest, "水平", "目标", "速度", "增速", "资金", "比例", "标准", "补助", "奖励", "补贴", "资助", "贷款", "罚款", "支持", "占比", "比重", "规模", "贴息", "成本", "任务", "份额", "财政", "专项", "投资", "幅度", "一次性", "经费", "要求", "扶持", "部分") {
		return segment.Range{}, false
	}
	if q.dimension == "share" && !strings.Contains(p.textOf(sl.left), "率") && !strings.Contains(p.textOf(sl.left), "占") && !strings.Contains(p.textOf(sl.left), "比") && !strings.Contains(p.textOf(sl.left), "增") && !(rest == "") {
		return segment.Range{}, false
	}
	return sl.right, true
}

// provision reports an amount that the policy grants, charges or limits.
func provision(p *passage, cl *clause, sl *slot) (segment.Range, bool) {
	q := sl.q
	switch q.dimension {
	case "money", "share", "times", "points", "other", "area", "":
	default:
		return segment.Range{}, false
	}
	left := p.textOf(segment.Range{Start: cl.Start, End: sl.q.Start})
	right := p.textOf(sl.right)
	if lastIndex(left, granted) >= 0 && !strings.Contains(left, "给予") {
		return segment.Range{}, false
	}
	if i := lastIndex(left, grants); i >= 0 && (strings.Contains(left, "给予") || strings.Contains(left, "予以") || strings.Contains(left, "按") || strings.Contains(left, "最高") || strings.Contains(left, "一次性") || strings.Contains(left, "不超过") || strings.Contains(left, "每") || q.dimension == "money" && hasAnySuffix(strings.TrimRight(left, "最高不超过一次性达到约各"), "奖励", "补助", "补贴", "资助", "罚款", "奖补") != "") {
		return segment.Range{Start: cl.Start + i, End: cl.Start + i + len("给予")}, true
	}
	if hasAnyPrefix(strings.TrimPrefix(right, "的"), "奖励", "补助", "补贴", "资助", "奖补", "贴息", "一次性", "罚款", "资金奖励", "资金补助", "资金支持", "扶持", "标准给予", "标准予以", "给予", "比例给予", "比例予以") && !strings.Contains(left, "获") {
		return segment.Range{Start: sl.right.Start, End: min(sl.right.End, sl.right.Start+len("的奖励"))}, true
	}
	if q.dimension == "money" && (strings.HasSuffix(left, "最高") || strings.HasSuffix(left, "最高不超过") || strings.HasSuffix(left, "累计不超过") || strings.HasSuffix(left, "总额不超过") || strings.HasSuffix(left, "不超过")) {
		return segment.Range{Start: sl.q.whole.Start, End: sl.q.Start}, true
	}
	return segment.Range{}, false
}
