package extract

import (
	"math/big"
	"strings"
	"unicode/utf8"
)

// noAmount returns why a number that is no name states no amount either.
func (s *scanner) noAmount(text string, n number, q *quantity) string {
	before, after := text[:q.whole.Start], text[q.whole.End:]
	if digitAt(text, q.whole.Start) && hasAnySuffix2(before, "万", "亿") || digitAt(text, q.whole.End) && hasAnySuffix2(text[q.Start:q.whole.End], "万", "亿") {
		return asideNoise // 1万8, 2亿3000-5000万元: how far one number goes cannot be told
	}
	if beyondCounting(q.value, q.factor) || beyondCounting(q.max, q.factor) {
		return asideNoise
	}
	if strings.HasSuffix(before, "(含") && hasAnyPrefix(after, ")", "，下同)", "、下同)", "以上)") {
		return asideCount // 2个产品以下(含2个)
	}
	if (q.unit == "项" || q.unit == "条" || q.unit == "款") && hasAnySuffix2(before, "享受以上", "享受上述", "上述", "前述", "符合以上", "符合上述") {
		return asideCount // 不能同时享受以上2项补贴
	}
	if sited(before, after, q) {
		return asideNoise
	}
	if !s.cell && torn(before) {
		return asideName
	}
	if q.dimension == "share" && strings.Contains(after[:min(len(after), len("人口变动情况抽样调查"))], "抽样") || indexBase(text, n, q) {
		return asideName // 5‰人口变动抽样调查, 性别比为105(女性为100)
	}
	if (q.unit == "米" || q.unit == "公里") && hasAnyPrefix(after, "服务半径", "半径", "见绿", "见园") {
		return asideName // 公园绿地500米服务半径覆盖率
	}
	if strings.HasSuffix(before, "每") && hasAnyPrefix(text[n.end:], "万人口", "万常住人口") {
		return asideName // 每10万人口在校生
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
	if q.dimension == "money" && strings.HasPrefix(after, "级") {
		return asideCount // 10亿元级企业
	}
	switch q.unit {
	case "千伏", "万伏", "伏":
		if hasAnyPrefix(after, lines...) || coordinatedLine(after) {
			return asideName // 220千伏变电站, 10千伏线路
		}
	case "个":
		if rest, _, ok := strings.Cut(after[:min(len(after), len("百万亿元台阶"))], "台阶"); ok && hasAnySuffix2(before, "跨越", "跨", "跃上", "迈上", "登上", "跨上", "跃升", "迈过") && strings.Trim(rest, "十百千万亿级元") == "" {
			return asideCount // 跨越3个千亿元台阶
		}
		if partsOf(text, q) {
			return asideCount
		}
	case "吨级", "万吨级":
		if strings.HasPrefix(after, "、") && endsInHan(before) {
			return asideCount // 防城港30万吨级、北海20万吨级航道
		}
		if next, _ := utf8.DecodeRuneInString(after); isHan(next) && !hasAnyPrefix(after, "以上", "以下", "及以上", "的", "提") {
			return asideCount // 500吨级泊位
		}
	case "市", "省", "国", "县", "区", "镇", "乡", "村", "校", "院", "企", "路", "线", "面", "层", "轮", "类", "方", "度":
		if q.form == inChinese {
			return asideCount
		}
		if q.unit == "类" && drugClass(before, after, n) {
			return asideName // 1类新药, 2类的改良型新药
		}
		if !hasAnyPrefix(after, "，", "。", ";", "、", ")", "(") && after != "" && q.unit != "村" && q.unit != "类" && q.unit != "方" {
			return asideCount
		}
	case "里":
		if q.form == inChinese && !(endsClause(after) && hasAnySuffix2(before, "渠", "渠道", "道路", "公路", "村道", "管道", "管网", "堤", "堤防", "堤坝", "河道", "沟", "里程", "长", "长达", "约")) {
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
		if i, w := lastOf(lastRunes(before, 14), []string{"家进入", "个进入", "家跻身", "户进入", "家入选", "家入围"}); i >= 0 && w != "" {
			return asideName // 2家进入全国100强
		}
		if i := strings.LastIndex(lastRunes(before, 12), "“"); i >= 0 && i+len("“") < len(lastRunes(before, 12)) && strings.HasPrefix(after, "”") && !strings.Contains(lastRunes(before, 12)[i:], "”") {
			return asideName // “隐形独角兽500强”
		}
		if hasAnySuffix2(strings.TrimRight(before, "“、"), "世界", "全球", "中国", "财富", "企业", "公司", "民企", "国字号", "制造业", "服务业") && !strings.HasPrefix(after, "第") {
			return asideName
		}
		if (!hasAnySuffix2(before, "前", "列", "位", "入", "进") || hasAnySuffix2(before, "引进", "引入")) && hasAnyPrefix(after, "企业", "、", "及", "和", "等", "投资", "项目", "民企", "药企", "公司", "各", "落户", "入驻") {
			return asideName
		}
	case "章", "条", "款", "项":
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
	return ""
}

// lines are what is named by its voltage, which is no amount of it.
var lines = []string{"线", "变电", "输变电", "输电", "配电", "电网", "主网", "主变", "电力", "电缆", "架空", "开关站", "升压", "汇集", "送出", "外送", "特高压", "超高压", "直流", "交流", "柔性", "及以上", "及以下", "以上输", "以上电", "以上变", "配网", "间隔", "等级"}

// coordinatedLine reports whether the voltage of another line stands behind one: 110千伏、220千伏变电站.
func coordinatedLine(after string) bool {
	rest := cutFront(after, []string{"、", "和", "及", "/"})
	unit := strings.TrimLeft(rest, "0123456789±")
	line := strings.TrimPrefix(unit, "千伏")
	return len(rest) < len(after) && len(unit) < len(rest) && len(line) < len(unit) && hasAnyPrefix(line, lines...)
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

// beyondCounting reports whether an amount has more digits, before or behind its point, than
// anything that is counted or a float can hold: forty 亿 behind a digit.
func beyondCounting(v, factor *big.Rat) bool {
	return v != nil && max(v.Num().BitLen()+factor.Num().BitLen(), v.Denom().BitLen()) > 300
}
