package extract

import (
	"strings"

	"suyuan/segment"
)

// yardsticks are what follows 的 behind an amount that is no criterion: 2.88%的水平.
var yardsticks = []string{"水平", "目标", "速度", "增速", "资金", "比例", "标准", "补助", "奖励", "补贴", "资助", "贷款", "罚款", "支持", "占比", "比重", "规模", "贴息", "成本", "任务", "份额", "财政", "专项", "投资", "幅度", "一次性", "经费", "要求", "扶持", "部分", "购房", "生活", "租金", "差距"}

// bearers are what a criterion speaks of.
var bearers = []string{"企业", "项目", "工业", "龙头", "农户", "家庭", "产业", "园区", "青年", "高层次", "单位", "商贸", "工程", "老年人", "儿童", "人口", "困难", "居民", "个人", "平台", "机构", "人员", "科研", "种植", "养殖", "合作社", "锅炉", "人才", "女性", "男性", "学生", "市场主体", "村", "县", "镇"}

// criterion reports a threshold that only says who is meant: 1亿元以上的工业企业,
// 35岁以下青年人才, 投资超过1亿元的. In a list (突破1亿元、5亿元、10亿元的企业) what
// follows the last number holds for each.
func criterion(p *passage, sl *slot, b *bound) (segment.Range, bool) {
	q := sl.q
	switch q.dimension {
	case "money", "age", "area", "mass", "power", "share", "length", "energy", "volume", "count", "people":
	default:
		return segment.Range{}, false
	}
	if b.measure.name != "level" && !strings.Contains(p.textOf(sl.right), "的，") {
		return segment.Range{}, false
	}
	right := sl.right
	for _, next := range b.clause.slots {
		if between := p.textOf(right); strings.Trim(between, "、和及或") == "" && next.q.Start >= right.End && next.q.dimension == q.dimension {
			right = next.right
		}
	}
	text := p.textOf(right)
	rest, of := strings.CutPrefix(text, "的")
	compared := q.comparator != "=" && q.comparator != "~" || strings.Contains(lastRunes(p.textOf(sl.left), 4), "达到") || strings.Contains(lastRunes(p.textOf(sl.left), 6), "首次")
	bearing := hasAnyPrefix(rest, bearers...)
	switch {
	case of && rest == "" && nextIs(p, b.clause, "，", ")") && (compared || q.dimension == "age"):
		return right, true // 固定资产投资5000万元以上的，…
	case q.dimension == "count" || q.dimension == "people":
		return right, of && compared && bearing && !b.words.empty()
	case q.dimension == "age" && strings.Contains(p.textOf(sl.left), "寿命"):
		return right, false
	case !of && q.dimension == "age" && (compared || q.ranged()):
		return segment.Range{Start: q.whole.Start, End: q.whole.End}, true
	case !of && compared && bearing:
		return right, true
	case !of, hasAnyPrefix(rest, yardsticks...), rest == "":
		return segment.Range{}, false
	case !compared:
		return right, bearing && !b.words.empty()
	}
	if q.dimension == "share" {
		left := p.textOf(sl.left)
		return right, strings.Contains(left, "率") || strings.Contains(left, "占") || strings.Contains(left, "比") || strings.Contains(left, "增")
	}
	return right, true
}

// nextIs reports whether the clause is followed by one of the marks.
func nextIs(p *passage, cl *clause, marks ...string) bool {
	return hasAnyPrefix(p.flow.Text[cl.End:], marks...)
}

// provision reports an amount that the policy grants, charges or limits.
func (c *context) provision(p *passage, cl *clause, sl *slot) (segment.Range, bool) {
	q := sl.q
	switch q.dimension {
	case "money", "share", "times", "points", "other", "":
	default:
		return segment.Range{}, false
	}
	if q.form == inPhrase || q.form == inRatio {
		return segment.Range{}, false
	}
	left := p.textOf(segment.Range{Start: cl.Start, End: q.Start})
	right := strings.TrimPrefix(p.textOf(sl.right), "的")
	giving := strings.Contains(left, "给予") || strings.Contains(left, "予以") || strings.Contains(left, "享受")
	if granted.last(left) >= 0 && !giving {
		return segment.Range{}, false
	}
	at := segment.Range{Start: q.whole.Start, End: q.Start}
	if i := grants.last(left); i >= 0 {
		at = segment.Range{Start: cl.Start + i, End: cl.Start + i + len("给予")}
		near := strings.TrimRight(left, "最高不超过一次性达到约各为至低于少元万的每")
		if giving || strings.Contains(left, "按") || strings.Contains(left, "最高") || strings.Contains(left, "一次性") || strings.Contains(left, "不超过") || strings.Contains(left, "每人") || strings.Contains(left, "每月") || strings.Contains(left, "每户") || strings.Contains(left, "每家") || strings.Contains(left, "每亩") || strings.Contains(left, "每座") || q.dimension == "money" && grants.ends(near) {
			return at, true
		}
	}
	if hasAnyPrefix(right, "奖励", "补助", "补贴", "资助", "奖补", "贴息", "一次性", "罚款", "资金奖励", "资金补助", "资金支持", "扶持", "标准给予", "标准予以", "给予", "比例给予", "比例予以", "生活补贴", "购房补贴", "租房补贴", "津贴", "标准发放", "标准补助", "标准补贴", "比例补助", "比例补贴", "以内的补", "以内给予", "的补") && !strings.Contains(left, "获") {
		end := min(sl.right.End, sl.right.Start+len("的奖励"))
		return segment.Range{Start: sl.right.Start, End: end}, true
	}
	if q.dimension == "money" && hasAnySuffix(left, "最高", "最高不超过", "累计不超过", "总额不超过", "不超过", "封顶", "最高可达") != "" && c.grantsBefore(p, q) {
		return at, true
	}
	if q.dimension == "money" && c.granting() && (strings.HasPrefix(right, "/") || strings.Contains(left, "每")) {
		return at, true
	}
	if q.dimension == "money" && (strings.Contains(left, "安排") || strings.Contains(left, "列支")) && (strings.Contains(left, "资金") || strings.Contains(left, "经费") || strings.Contains(left, "预备费") || strings.HasPrefix(right, "资金")) {
		i := max(strings.LastIndex(left, "安排"), strings.LastIndex(left, "列支"))
		if section, _ := c.section(p); section != "actual" && !strings.Contains(left, "共") && !strings.Contains(p.textOf(p.sentence(q.Start)), "十三五") {
			return segment.Range{Start: cl.Start + i, End: cl.Start + i + len("安排")}, true
		}
	}
	return segment.Range{}, false
}

// grantsBefore reports whether the sentence up to the quantity speaks of a grant.
func (c *context) grantsBefore(p *passage, q *quantity) bool {
	s := p.sentence(q.Start)
	return grants.last(p.flow.Text[s.Start:s.End]) >= 0
}

// grantName names what a provision gives: to whom, and as what: 国家级创新平台奖励.
func (r *reading) grantName(p *passage, cl *clause, sl *slot, b *bound, now *topic) name {
	s := p.sentence(sl.q.Start)
	word, ok := grantWord(p, cl, sl)
	if !ok {
		return nil
	}
	own := b.words
	if !own.empty() {
		text := p.textOf(own.at)
		if hasAnySuffix(text, "奖励", "补助", "补贴", "津贴", "资助") != "" && text != "一次性奖励" && text != "一次性补助" && text != "一次性补贴" {
			return nil // 生活补贴1500元 names itself
		}
	}
	to := r.recipient(p, segment.Range{Start: s.Start, End: sl.q.Start})
	if to.End <= to.Start {
		if len(now.recipient) == 0 {
			return nil
		}
		return append(append(name{}, now.recipient...), part{p: p, at: word})
	}
	n := name{{p: p, at: to}}
	now.recipient = n
	return append(append(name{}, n...), part{p: p, at: word})
}

// grantWord returns the place of the word that says what is given: behind the
// number, else before it.
func grantWord(p *passage, cl *clause, sl *slot) (segment.Range, bool) {
	words := []string{"奖励", "补助", "补贴", "资助", "贴息", "奖补", "津贴"}
	right := p.flow.Text[sl.q.whole.End:cl.End]
	best := -1
	found := ""
	for _, w := range words {
		if i := strings.Index(right, w); i >= 0 && i < 60 && (best < 0 || i < best) {
			best, found = i, w
		}
	}
	if best >= 0 {
		return segment.Range{Start: sl.q.whole.End + best, End: sl.q.whole.End + best + len(found)}, true
	}
	left := p.flow.Text[cl.Start:sl.q.Start]
	for _, w := range words {
		if i := strings.LastIndex(left, w); i > best {
			best, found = i, w
		}
	}
	if best >= 0 {
		return segment.Range{Start: cl.Start + best, End: cl.Start + best + len(found)}, true
	}
	return segment.Range{}, false
}

// recipient returns the place of who is given something: what 对 … names, its
// last words behind 的 or 为: 对新认定的国家级创新平台, 对认定为省级基地的.
func (r *reading) recipient(p *passage, at segment.Range) segment.Range {
	text := p.textOf(at)
	i := strings.LastIndex(text, "对")
	for i > 0 && hasAnyPrefix(text[i:], "对外", "对接", "对口") {
		i = strings.LastIndex(text[:i], "对")
	}
	if i < 0 || i > 0 && hasAnySuffix(text[:i], "，", "。", ";", ":", ")", "、", "元", "励", "贴", "助") == "" && i > 6 {
		return segment.Range{}
	}
	from := i + len("对")
	to := len(text)
	for _, end := range []string{"，", "给予", "予以", "按照", "一次性", "分别", "每"} {
		if k := strings.Index(text[from:], end); k >= 0 && from+k < to {
			to = from + k
		}
	}
	seg := strings.TrimRight(text[from:to], "的")
	if k := strings.LastIndex(seg, "的"); k >= 0 {
		from += k + len("的")
		seg = seg[k+len("的"):]
	}
	for _, verb := range []string{"认定为", "评为", "评定为", "列为", "入选", "获得", "通过", "取得", "首次认定", "新认定", "新获批", "新引进", "新建"} {
		if k := strings.LastIndex(seg, verb); k >= 0 && k+len(verb) < len(seg) {
			from += k + len(verb)
			seg = seg[k+len(verb):]
		}
	}
	if seg == "" || len(seg) > 75 || numeric(seg) && strings.ContainsAny(seg, "0123456789") {
		return segment.Range{}
	}
	return segment.Range{Start: at.Start + from, End: at.Start + from + len(seg)}
}

// criterionName names what a criterion measures: the words next to it, an age
// by who has it.
func (r *reading) criterionName(p *passage, b *bound) {
	if b.q.dimension == "age" {
		b.name = name{{implied: "年龄"}}
		if who := r.rightPhrase(p, b.right); who != nil {
			at := who[len(who)-1]
			if i := lastIndex(p.textOf(at), []string{"占", "的", "比", "人均"}); i > 0 {
				at.End = at.Start + i
			}
			if at.End-at.Start <= 24 && at.End > at.Start {
				b.name = name{{p: p, at: at}, {implied: "年龄"}}
			}
		}
		return
	}
	if len(b.name) == 0 || b.words.empty() {
		return
	}
	text := p.textOf(b.words.at)
	for _, link := range []string{"且", "对", "，", "、", "上年度", "首次", "的"} {
		if i := strings.LastIndex(text, link); i >= 0 && i+len(link) < len(text) {
			b.words.at.Start += i + len(link)
			text = text[i+len(link):]
		}
	}
	for _, link := range []string{"首次", "达", "须"} {
		if t := strings.TrimSuffix(text, link); t != text && t != "" {
			b.words.at.End -= len(link)
			text = t
		}
	}
	b.name = name{{p: p, at: b.words.at}}
}
