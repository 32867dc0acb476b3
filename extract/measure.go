package extract

import (
	"slices"
	"strings"

	"suyuan/segment"
)

// measure says how a quantity stands to its indicator.
type measure struct {
	name     string // level, change, growth, multiple, rank
	negative bool   // a decrease
	per      string // year
	scope    string
	word     string          // the word that says so: 新增, 增长, 居
	at       []segment.Range // where it stands
}

var (
	decreases = []string{"少增", "下降", "减少", "降低", "缩小", "压减", "压缩", "下调", "下浮", "回落", "收窄", "放缓", "缩短", "下跌", "降幅", "负增长", "调减", "核减", "削减", "减排", "减收", "减支", "少收", "少支", "降", "减"}
	increases = []string{"增长", "提高", "提升", "增加", "上升", "扩大", "上涨", "加快", "上浮", "增幅", "增速", "涨幅", "增长率", "上调", "提速", "调增", "核增", "增", "升", "拉高", "高出"}
	reaching  = []string{"到", "至", "为"}
	additions = []string{"减收", "增支", "减支", "多增", "少增", "调增", "调减", "核增", "核减", "新增", "净增", "增加", "增长", "新建", "再建", "新引进", "新建成", "新认定", "新培育", "新改建", "新增加", "新开通", "再增", "减少", "压减", "削减", "新开工", "新设立", "新设", "新注册", "增设", "再增加", "新招引", "新签约", "新落户", "新投产", "下降", "提高", "提升", "缩小", "新获批", "新获", "降低", "新登记", "新组建", "新创建", "新申报", "新入库", "新发展", "新修", "新修建", "新打", "新栽", "新铺", "新购", "扩大", "新"}
	gaps      = []string{"高于", "低于", "高出", "差距", "相差", "超过", "领先", "快于", "慢于", "高"}
)

// changes are the words of a decrease and of an increase.
var changes = newWordSet(slices.Concat(decreases, increases)...)

// placeMoves say that something moved in an order.
var placeMoves = []string{"前移", "后移", "上升", "提升", "下降", "跃升", "前进", "后退", "下滑"}

// measureOf reads the measure from the unit and the words around the number.
func measureOf(q *quantity, words nounPhrase, left, right string) measure {
	m := measure{name: "level"}
	ofYear := strings.HasSuffix(left, "\x00的") && hasAnySuffix2(strings.TrimRight(strings.TrimSuffix(left, "的"), "\x00"), "是", "为", "恢复到", "恢复至", "相当于")
	since := overTime(left)
	left = strings.TrimRight(strings.ReplaceAll(left, "\x00", ""), "的了约近超过逾")
	tail := strings.ReplaceAll(lastRunes(left, 14), "年均汇率", "汇率")
	switch {
	case q.form == inOrder, q.dimension == "rank":
		m.name, m.word = "rank", lastWord(tail, rankVerbs)
		return m
	case q.dimension == "break":
		m.name = "change"
		return m
	case q.form == inPhrase && q.dimension == "times":
		m.name = "multiple"
		return m
	case (q.unit == "位" || q.unit == "名") && q.form == inDigits && hasAnySuffix2(left, placeMoves...):
		m.name, m.word = "change", hasAnySuffix(left, placeMoves...)
		m.negative = contains([]string{"后移", "下降", "后退", "下滑"}, m.word)
		return m // 增速居全省第7位、较上年前移5位
	case q.unit == "位" && q.form == inDigits && hasAnySuffix2(left, "排名", "位次", "由全省", "由全国", "由全市", "从全省", "从全国", "从全市", "上升至", "上升到", "跃升至", "跃升到", "提升至", "提升到", "升至", "升到", "前移至", "排名由", "排名从", "位次由", "位次从"):
		m.name = "rank"
		return m // 考核由全省76位上升至57位
	case q.toward(left):
		m.name, m.word = "rank", lastWord(tail, rankVerbs)
		return m
	case q.dimension == "people" && (q.unit == "位" || q.unit == "名") && hasAnySuffix(left, "位列", "居", "排名", "名列", "位居", "排", "列") != "":
		m.name, m.word = "rank", lastWord(tail, rankVerbs)
		return m
	}
	verb := changes.lastEnding(tail)
	if strings.Contains(tail, "自然增长率") {
		verb = "" // a rate by its name: the births less the deaths
	}
	to := verb != "" && hasAnySuffix(tail, reaching...) != "" && strings.HasSuffix(strings.TrimRight(tail, "到至为"), verb) && hasAnySuffix(verb, "增速", "增幅", "涨幅", "降幅", "增长率") == ""
	down := contains(decreases, verb)
	m.word = verb
	switch q.dimension {
	case "times":
		switch {
		case to:
		case verb != "" && contains(increases, verb) || strings.HasSuffix(tail, "翻"):
			m.name = "growth"
		default:
			m.name, m.word = "multiple", lastWord(tail, []string{"是", "为", "达到", "相当于", "达"})
		}
	case "points":
		m.name = "change"
		m.negative = down && !to
		if since != "" { // 比上年高0.3个百分点
			m.word, m.negative = since, contains([]string{"低", "慢", "少"}, since)
		} else if lastWord(tail, gaps) != "" && lastWord(tail, []string{"缩小", "扩大"}) == "" && verb == "" || hasAnySuffix(tail, "高于", "低于", "幅高", "速高", "率高", "率低", "速快", "重高", "重低") != "" || gapAt(left) >= 0 {
			m.name, m.negative = "level", false
		}
	case "share":
		name := strings.TrimSuffix(strings.TrimSpace(left), "年均") // 研发投入增速年均超20%
		switch {
		case verb == "" && grown(left, right):
			m.name = "growth"
		case fallOf(tail) != "":
			m.name, m.negative, m.word = "growth", true, fallOf(tail)
		case ofYear: // 恢复到2019年的112.6%
			m.name, m.word = "multiple", "的"
		case to:
		case verb != "" && endsWith(tail, verb):
			m.name = "growth"
			if q.unit == "‰" {
				m.name = "change" // 死亡率为3.42‰，比上年下降0.65‰
			}
			m.negative = down
		case hasAnySuffix(name, "增速", "增长率", "增幅", "涨幅") != "" && !strings.HasSuffix(name, "自然增长率"):
			m.name = "growth"
		case hasAnySuffix(words.head, "压减", "削减", "压缩", "降低", "减少") != "" && words.tail == "" && hasAnySuffix(name, "率", "比重", "占比", "比例", "比") == "":
			m.name, m.negative = "growth", true // 压减“三公”经费5%
		}
	default:
		if w := hasAnySuffix(left, "比增", "比减", "较增", "较减"); w != "" { // 比去年同期增575亩
			m.name, m.word, m.negative = "change", w[len("比"):], strings.HasSuffix(w, "减")
		} else if w := addition(q, left, words); w != "" && !(to && (w == verb || down && w != "新增" && w != "净增")) {
			m.name, m.word = "change", w
			m.negative = contains(decreases, w)
		}
	}
	if m.name == "level" {
		m.word = ""
	}
	return m
}

// falls are the nouns for how far something falls.
var falls = []string{"降幅", "减幅", "跌幅", "下降幅度", "降低幅度", "减少幅度", "下降率", "下降比例", "削减比例", "压减比例"}

// fallOf returns the noun for a fall that a number is the size of, "" for none: 下降幅度
// of 下降幅度控制在3%以内, 降幅 of 降幅收窄至3%.
func fallOf(tail string) string {
	i, w := lastOf(tail, falls)
	if i < 0 || !endsWith(tail, w) && !hasAnySuffix2(tail, w+"收窄到", w+"收窄至", w+"扩大到", w+"扩大至", w+"缩小到", w+"缩小至") {
		return ""
	}
	return w
}

// grown reports whether a share is that by which something grows: 实现6%的增长,
// 保持10%以上增长的企业; never what somebody has of a growth: 贡献了60%的经济增长.
func grown(left, right string) bool {
	return hasAnyPrefix(right, "的增长", "的增速", "的年均增长", "的经济增长", "的经济增速", "增长的", "的幅度逐年递增", "的幅度递增", "的幅度增长", "的速度增长", "的速度递增", "的比例递增", "的比例逐年递增") &&
		!hasAnyPrefix(right, "增长的时", "的增长点", "的增长极", "的增长空间", "的增长潜力", "的增长动力") && !hasAnyOf(lastRunes(left, 8), "贡献", "拉动", "占")
}

// toward reports whether a number is a place in an order from its top: 位居全国前3位.
func (q *quantity) toward(left string) bool {
	left, ok := strings.CutSuffix(left, "前")
	if !ok || q.unit != "位" && q.unit != "名" && q.unit != "强" {
		return false
	}
	if i, w := lastOf(left, []string{"进入", "跻身", "位居", "位列", "排名", "入围", "保持在", "稳居", "挺进"}); i >= 0 && len(left)-i-len(w) <= len("全国营商环境评价城市") && !strings.ContainsAny(left[i:], "，。;、\x00") {
		return true // 进入全国营商环境前30名
	}
	left = cutEnd(left, []string{"全国百强县", "全国百强区", "百强县", "百强区", "全国", "全省", "全市", "全区", "全县", "全球", "世界", "同类", "省内", "国内"})
	return hasAnySuffix2(left, "居", "列", "排名", "排", "进入", "跻身", "稳居", "保持", "进", "处于", "在")
}

// find sets the place of the measure's word in the words before the number, which
// begin at byte start of the passage.
func (m *measure) find(left string, start int) {
	if m.word == "" {
		return
	}
	if i := strings.LastIndex(left, m.word); i >= 0 {
		m.at = append(m.at, segment.Range{Start: start + i, End: start + i + len(m.word)})
	}
}

// yearly notes whether the words before the number, which begin at byte start of the
// passage, make it an amount of each year: 每年安排, 年均增长; never 年均气温, and never
// one that is reached in the end: 逐年提高到27%.
func (m *measure) yearly(left string, start int) {
	i, w := lastOf(left, []string{"年均", "每年", "逐年"})
	if i < 0 && yearsOnAverage(left) > 0 {
		i, w = strings.LastIndex(left, "年平均"), "年平均"
	}
	if i < 0 {
		return
	}
	rest := left[i+len(w):]
	if w == "年均" && hasAnyPrefix(rest, "浓", "气温", "降水", "值", "流量") || w == "逐年" && hasAnySuffix2(strings.TrimRight(rest, "约近超过"), reaching...) {
		return
	}
	m.per = "year"
	m.at = append(m.at, segment.Range{Start: start + i, End: start + i + len(w)})
}

// endsWith reports whether text ends with word, a link such as 达到 or 约 left aside.
func endsWith(text, word string) bool {
	for _, link := range []string{"", "达到", "达", "为", "约", "超过", "预计", "超", "近", "了", "累计", "在", "控制在", "保持在", "保持", "不低于", "不超过", "实现", "分别为", "分别", "左右", "均", "目标", "预期", "目标为", "目标确定为", "目标定为", "目标设定为", "目标确定在", "定为", "分别达到", "均达到", "高达", "仅", "仅为", "要达到", "应达到"} {
		if strings.HasSuffix(text, word+link) {
			return true
		}
	}
	return false
}
