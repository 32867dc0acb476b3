package extract

import (
	"math/big"
	"strings"
	"unicode/utf8"
)

// nameDigits returns the reason why the digits at n belong to a name: they touch
// a Latin letter or a plus sign (5G, PM2.5, 2+N, GB/T 1234), stand in a document
// number, a telephone number or an address of the web; "" where they do not.
func nameDigits(text string, n number) string {
	before, after := text[:n.start], text[n.end:]
	if n.chinese || n.fraction {
		return ""
	}
	switch {
	case documentNumber(before, after):
		return asideNumber
	case phoneNumber(before, after, n):
		return asidePhone
	case hasAnySuffix(before, "附件", "附表", "附录", "附图", "专栏", "专栏 ", "表", "图", "附件 ", "附表 ", "表 ", "图 ") != "" && !hasAnySuffix2(before, "代表", "意图", "地图", "报表", "版图") && n.value.IsInt() && n.digits <= 2:
		return asideName
	}
	if before != "" {
		c := before[len(before)-1]
		if isLetter(c) || c == '+' || c == '_' || c == '.' || c == '#' || c == '@' {
			return asideName
		}
		if c == ' ' && len(before) > 1 && isLetter(before[len(before)-2]) && !strings.HasSuffix(before, "GDP ") {
			return asideName // GB/T 1234
		}
		if (c == '-' || c == '/') && len(before) > 1 && isLetter(before[len(before)-2]) {
			return asideName // CO-2, COVID-19
		}
	}
	if k := len(before) - len("/2024-"); k >= 0 && before[k] == '/' && before[len(before)-1] == '-' && isDigit(before[k+1]) && isDigit(before[k+4]) && n.digits > 3 {
		return asideNumber // 11330283002979996P/2024-152907
	}
	if after != "" {
		if after[0] == '+' || after[0] == '_' || after[0] == '#' {
			return asideName
		}
		if isLetter(after[0]) && !latinUnit(after) {
			return asideName
		}
		if after[0] == ' ' && len(after) > 1 && isLetter(after[1]) && !latinUnit(after[1:]) {
			return asideName
		}
		if after[0] == '-' && len(after) > 1 && isLetter(after[1]) {
			return asideName
		}
	}
	if strings.HasSuffix(before, "“") && strings.HasPrefix(after, "”") {
		return asideName // “1123”工作思路
	}
	if hasAnyPrefix(after, "工程", "计划", "行动", "思路", "战略", "布局", "体系", "模式", "工作法", "号文", "号令", "号)", "号线", "号楼", "热线", "平台", "专项") && n.multiplier == "" {
		return asideName
	}
	if rest := strings.TrimLeft(cutFront(after, []string{"、", "和", "与", "至", "-"}), "0123456789"); len(rest) < len(after) && hasAnyPrefix(rest, "号线", "号机组", "号楼", "号桥", "号泊位") && n.value.IsInt() {
		return asideName // 地铁1、2号线
	}
	if strings.HasPrefix(after, "号") && !strings.HasPrefix(after, "号台") {
		return asideName
	}
	return ""
}

var latinUnits = []string{"GW", "MW", "kW", "KW", "km", "kWh", "KWh", "GWh", "TEU", "m²", "m³", "km²", "MB", "GB", "TB", "PB", "EB", "Mbps", "Gbps", "Gbit/s", "Tbps", "PFLOPS", "EFLOPS", "EFlops", "kV", "kg", "mg", "m", "t", "L", "μg", "P"}

// latinUnit reports whether after begins with a unit in Latin letters that ends there.
func latinUnit(after string) bool {
	for _, u := range latinUnits {
		if strings.HasPrefix(after, u) {
			rest := after[len(u):]
			if rest == "" || !isLetter(rest[0]) && !isDigit(rest[0]) && rest[0] != '+' {
				return true
			}
		}
	}
	return false
}

// nameEnd returns the end of the numeral's run in a name: the digits alone.
func nameEnd(text string, end int) int { return end }

// documentNumber reports digits in 〔2024〕6号 or [2021]15号.
func documentNumber(before, after string) bool {
	if hasAnySuffix(before, "〔", "[", "【") != "" && hasAnyPrefix(after, "〕", "]", "】") {
		return true
	}
	if strings.HasPrefix(after, "号") {
		for _, b := range []string{"〕", "]", "】", ")", "〕第", ")第", "]第", "年第", "令第", "字第"} {
			if strings.HasSuffix(before, b) {
				return true
			}
		}
	}
	return false
}

// phoneNumber reports a telephone number, a post code, or a run of digits too long for an amount.
func phoneNumber(before, after string, n number) bool {
	if n.digits >= 7 && n.value.IsInt() {
		if hasAnySuffix(before, "电话:", "电话", "传真:", "邮编:", "编码:", "手机:", "-", "热线", "热线:", ")", "号:", "号") != "" || n.digits > 12 {
			return true
		}
	}
	if n.digits >= 3 && n.digits <= 4 && strings.HasPrefix(after, "-") && len(after) > 7 && isDigit(after[1]) && isDigit(after[6]) && isDigit(after[7]) && strings.HasPrefix(n.value.RatString(), "") && before != "" && hasAnySuffix(before, "电话:", "电话", "传真:", "(") != "" {
		return true
	}
	return hasAnySuffix(before, "邮编:", "邮政编码:", "www.", "http://", "https://", "备") != "" && n.digits > 4
}

// pageCounters are what a site counts beside a document.
var pageCounters = []string{"点击", "点击数", "点击量", "点击率", "点击次数", "浏览", "浏览数", "浏览量", "浏览次数", "阅读", "阅读数", "阅读量", "阅读次数", "访问量", "访问次数", "人气", "字数"}

// sited reports whether a number is one that a site counts: 点击:4582次, 共计15258个字;
// never 图书馆年访问量:120万人次, which says of what.
func sited(before, after string, q *quantity) bool {
	if head, ok := strings.CutSuffix(strings.TrimRight(before, " "), ":"); ok {
		if rest := cutEnd(head, pageCounters); rest != head && !endsInHan(cutEnd(rest, []string{"文章", "本文", "本页", "页面", "总", "累计"})) {
			return true
		}
	}
	return q.unit == "个" && strings.HasPrefix(after, "字") && hasAnySuffix2(before, "共", "共计", "全文", "约", "合计") && (len(after) == len("字") || hasAnyPrefix(after[len("字"):], "，", "。", "、", ";", ")", " "))
}

// endsInHan reports whether the last character of text is Chinese.
func endsInHan(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return isHan(last)
}

// noAmount returns why a number that is no name states no amount either.
func (s *scanner) noAmount(text string, n number, q *quantity) string {
	before, after := text[:q.whole.Start], text[q.whole.End:]
	if sited(before, after, q) {
		return asideNoise
	}
	if (q.unit == "米" || q.unit == "公里") && hasAnyPrefix(after, "服务半径", "半径", "见绿", "见园") {
		return asideName // 公园绿地500米服务半径覆盖率
	}
	switch q.dimension {
	case "duration":
		if ageOrYears(before) {
			return ""
		}
		return asideDuration
	case "":
		return s.bare(before, after, n, q)
	case "other":
		if q.unit == "级" || q.unit == "亿级" || q.unit == "万级" || q.unit == "层" || q.unit == "档次" { // 500亿级产业集群
			return asideCount
		}
	}
	switch q.unit {
	case "市", "省", "国", "县", "区", "镇", "乡", "村", "校", "院", "企", "路", "线", "面", "层", "轮", "类", "方", "度":
		if q.form == inChinese {
			return asideCount
		}
		if !hasAnyPrefix(after, "，", "。", ";", "、", ")", "(") && after != "" && q.unit != "村" && q.unit != "类" && q.unit != "方" {
			return asideCount
		}
	case "里":
		if q.form == inChinese {
			return asideName // 湖滨一里至四里
		}
	case "届", "中":
		if n.chinese {
			return asideCount
		}
	case "次", "期", "批", "批次", "轮次":
		if n.chinese && n.value.Cmp(big.NewRat(11, 1)) < 0 {
			return asideCount
		}
	case "强": // 世界500强企业, 跻身世界500强
		if hasAnySuffix2(strings.TrimRight(before, "“、"), "世界", "全球", "中国", "财富", "企业", "公司", "民企", "国字号", "制造业", "服务业") && !strings.HasPrefix(after, "第") {
			return asideName
		}
		if !hasAnySuffix2(before, "前", "列", "位", "入", "进") && hasAnyPrefix(after, "企业", "、", "及", "和", "等", "投资", "项目", "民企", "药企", "公司", "各", "落户", "入驻") {
			return asideName
		}
	case "章", "条", "款", "项", "个":
		if partsOf(text, q) {
			return asideCount // 《措施》共有9条32项
		}
		if q.unit == "条" && (strings.HasSuffix(before, "“") || strings.HasSuffix(before, "创") || strings.HasPrefix(after, "”")) {
			return asideName
		}
	}
	if strings.HasSuffix(before, "“") && strings.HasPrefix(after, "”") {
		return asideName
	}
	if strings.HasSuffix(before, "(含") && strings.HasPrefix(after, ")") {
		return asideCount // 2个产品以下(含2个)
	}
	return ""
}

// partsOf reports whether a number is one of those that say of what parts a document is
// made up: 共6章32条, 分为4个部分、18条; never 共有12条河流 or 共30项，5项已竣工.
func partsOf(text string, q *quantity) bool {
	units := []string{"章", "条", "款", "项", "个部分"}
	whole := []string{"共", "共有", "共计", "共分", "分为", "包括", "包含"}
	before, after, own := text[:q.whole.Start], text[q.whole.End:], q.unit
	if q.unit == "个" {
		if !strings.HasPrefix(after, "部分") {
			return false
		}
		after, own = after[len("部分"):], "个部分"
	}
	next := cutFront(after, []string{"、", "，", "共", "和"})
	digits := strings.TrimLeft(next, "0123456789")
	below := prefixOf(digits, units)
	first := hasAnySuffix2(before, whole...) && len(digits) < len(next) && below != "" && below != own
	head := cutEnd(before, []string{"、", "，", "共", "和"})
	unit := hasAnySuffix(head, units...)
	digits = strings.TrimRight(head[:len(head)-len(unit)], "0123456789")
	return first || unit != "" && unit != own && len(digits) < len(head)-len(unit) && hasAnySuffix2(digits, whole...)
}

// lasting are what is measured in days, hours or years; lapses end in a word of theirs and
// are only how long something lasts: 公示时间7天.
var (
	lasting = []string{"寿命", "受教育年限", "教育年限", "年龄", "办理时间", "办理时限", "时限", "时间压缩", "时间缩", "时间减", "时间降", "时间由", "时间从", "时间控制", "平均时间", "压缩至", "压缩到", "缩短至", "缩短到", "通行时间", "开办时间", "停电时间", "等待时间", "出具时间", "空气质量优良", "优良天", "无霜期", "天数", "用时", "时长", "住院日", "利用小时"}
	lapses  = []string{"公示时间", "培训时间", "服务时间", "开放时间", "营业时间", "活动时间", "有效时限", "服务时长", "培训时长", "授课时长", "公示时长", "培训天数", "公示天数"}
)

// ageOrYears reports whether a number of years, days or hours is a quantity measured in
// them: 人均预期寿命, 平均受教育年限, 时间压缩至. Only how it moves is said of it in another
// clause: 优良天数325天，同比增加6天; never 审批时限压减，材料齐全的5日内办结.
func ageOrYears(before string) bool {
	tail := lastRunes(before, 24)
	if i := strings.LastIndexAny(tail, "。;"); i >= 0 {
		tail = tail[i:]
	}
	if i := strings.LastIndex(tail, "，"); i >= 0 {
		if clause := tail[i+len("，"):]; hasAnyOf(clause, lasting...) || changes.last(clause) < 0 && !hasAnySuffix2(clause, "达到", "达", "控制在", "稳定在", "其中") {
			tail = clause
		}
	}
	return hasAnyOf(tail, lasting...) && !hasAnyOf(tail, lapses...)
}

// bare decides on a number without a unit: an amount where a verb of reaching
// stands before it or in a table's cell, else part of a name or of a list.
func (s *scanner) bare(before, after string, n number, q *quantity) string {
	if q.unit != "" || n.fraction || n.percent { // 3.61亿, 1/3
		return ""
	}
	if s.cell {
		return ""
	}
	if strings.HasPrefix(after, ")") && strings.HasSuffix(before, "(") || before == "" && hasAnyPrefix(after, ".", "、", ")") {
		return asideItem
	}
	if before == "" && after == "" {
		return asidePage
	}
	if q.comparator != "=" {
		return ""
	}
	if hasAnySuffix(before, "达到", "达", "提高到", "提升到", "提升至", "提高至", "增加到", "增加至", "降到", "降至", "下降到", "下降至", "控制在", "稳定在", "为", "保持在", "调整为", "优化为", "优化到", "优化调整为", "增至", "升至", "实现", "由", "从", "达到了") != "" && (endsClause(after) || hasAnyPrefix(after, "提高", "提升", "增加", "下降", "降", "到", "至", "上升", "以", "左右")) {
		return ""
	}
	if ratioNamed(before) && hasAnyPrefix(after, "缩小", "扩大", "降", "下降", "提高", "，", "。", ";", ")", "到", "调整", "回落", "收窄") {
		return "" // 城乡收入比由1.93缩小到1.86
	}
	if coordinated(before, after) {
		return "" // 依次为1、2、3、4项: the unit is the last one's
	}
	return asideName
}

// ratioNamed reports whether what stands before a number names a ratio, which has no
// unit, and says that the number is its value.
func ratioNamed(before string) bool {
	tail := lastRunes(before, 16)
	if i := strings.LastIndexAny(tail, "，。;"); i >= 0 {
		tail = tail[i:]
	}
	verb := hasAnySuffix(tail, "由", "从", "缩小到", "缩小至", "扩大到", "扩大至", "降到", "降至", "下降到", "下降至", "收窄至", "收窄到", "回落到", "回落至", "缩小为", "比值为", "比为")
	name := strings.TrimSuffix(strings.TrimSuffix(strings.TrimRight(strings.TrimSuffix(tail, verb), "0123456789."), "由"), "从")
	return verb != "" && (strings.HasSuffix(name, "比") && !hasAnySuffix2(name, "同比", "环比", "对比", "占比") || hasAnyOf(tail, "比值", "之比", "生师比", "师生比", "床护比", "医护比", "容积率", "系数", "指数"))
}

// coordinated reports whether the number stands in a list of numbers: 8、6、2个.
func coordinated(before, after string) bool {
	if next, ok := strings.CutPrefix(after, "、"); ok && next != "" && isDigit(next[0]) {
		return true
	}
	if next, ok := strings.CutPrefix(after, "和"); ok && next != "" && isDigit(next[0]) {
		return true
	}
	return false
}

// hasAnySuffix2 reports whether s ends with one of the words.
func hasAnySuffix2(s string, words ...string) bool { return hasAnySuffix(s, words...) != "" }

func lastRunes(s string, n int) string {
	i := len(s)
	for ; n > 0 && i > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s[i:]
}

// fixed phrases that state an amount without a numeral of their own, or with one
// that is not to be read as a number.
var zeroBreak = []string{"“零”的突破", "\"零\"的突破", "零的突破", "“零突破”", "“零的突破”", "零突破", "“零”突破", "从无到有的突破"}

// phrase reads 翻一番, 零的突破, 全覆盖, 数十, 几十, 上百 at text[i].
func (s *scanner) phrase(text string, i int) (quantity, bool) {
	rest := text[i:]
	q := quantity{comparator: "=", form: inPhrase}
	made := func(length int, value int64) (quantity, bool) {
		q.Range = segmentRange(i, i+length)
		q.whole = q.Range
		q.value, q.factor = big.NewRat(value, 1), one
		return q, true
	}
	switch {
	case strings.HasPrefix(rest, "翻"):
		for _, w := range []struct {
			words string
			value int64
		}{{"翻一番", 2}, {"翻了一番", 2}, {"翻两番", 4}, {"翻了两番", 4}, {"翻二番", 4}, {"翻三番", 8}, {"翻番", 2}, {"翻一倍", 2}} {
			if strings.HasPrefix(rest, w.words) {
				q.unit, q.base, q.dimension = "倍", "倍", "times"
				q.comparators = nil
				out, ok := made(len(w.words), w.value)
				if end := i + len(w.words); strings.HasPrefix(text[end:], "多") || strings.HasPrefix(text[end:], "有余") { // 翻一番多
					out.comparator, out.comparators = ">", append(out.comparators, segmentRange(end, end+len("多")))
					out.whole.End = end + len("多")
				}
				s.compare(text, &out)
				return out, ok
			}
		}
	case strings.HasPrefix(rest, "倍增"):
		if endsClause(rest[len("倍增"):]) && hasAnySuffix(text[:i], "实现", "规模", "总量", "产值", "数量", "收入") != "" {
			q.unit, q.base, q.dimension = "倍", "倍", "times"
			return made(len("倍增"), 2)
		}
	case strings.HasPrefix(rest, "全覆盖"):
		q.unit, q.base, q.dimension = "%", "%", "share"
		if hasAnyPrefix(rest[len("全覆盖"):], "、", "的", "式", "监", "检", "排查", "督", "宣", "体系", "网络", "格局") {
			q.aside = asideCount
		}
		return made(len("全覆盖"), 100)
	case strings.HasPrefix(rest, "零"), strings.HasPrefix(rest, "“零"), strings.HasPrefix(rest, "\"零"):
		for _, w := range zeroBreak {
			if strings.HasPrefix(rest, w) {
				length := len(w)
				if w == "“零突破”" || w == "“零的突破”" {
					i += len("“")
					length -= len("“") + len("”")
				}
				q.comparator = ">="
				q.dimension = "break"
				return made(length, 1)
			}
		}
	case strings.HasPrefix(rest, "数"), strings.HasPrefix(rest, "几"), strings.HasPrefix(rest, "上"):
		return s.vague(text, i)
	}
	return quantity{}, false
}

// vague reads 数十, 几十, 上百, 数百万, 上千 before a measure word.
func (s *scanner) vague(text string, i int) (quantity, bool) {
	start := i + len("数")
	end, value, _ := chineseInteger(text, start)
	if end == start {
		return quantity{}, false
	}
	n := number{start: start, end: end, value: value, chinese: true}
	n.splitMultiplier(text)
	first, _ := utf8.DecodeRuneInString(text[n.start:])
	if p := chinesePower(first); p == 0 || p == 20 {
		return quantity{}, false
	}
	q := quantity{comparator: ">", factor: one, form: vague, value: n.value}
	if strings.HasPrefix(text[i:], "上") {
		q.comparator = ">="
	}
	q.Range = segmentRange(i, n.end)
	q.whole = q.Range
	unit, ok := s.units.read(text, n.end+len(n.multiplier), n.multiplier)
	if !ok {
		return quantity{}, false
	}
	q.unit, q.base, q.factor, q.dimension = unit.text, unit.base, unit.factor, unit.dimension
	q.unitAt = segmentRange(n.end, unit.end)
	q.whole.End = unit.end
	if q.dimension == "duration" {
		q.aside = asideDuration
	}
	return q, true
}
