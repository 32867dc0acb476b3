package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// trim takes off heads and tails, and what stands before a verb.
func (r *reading) trim(text string, cut bool) nounPhrase {
	w := r.lexicon.figureWords
	i, j := 0, len(text)
	for {
		if strings.HasSuffix(text[i:j], "(下同)") {
			j -= len("(下同)") // 地区生产总值同比(下同)增长4.5%
			continue
		}
		if k := lastingFrom(text[i:j]); k >= 0 {
			j = i + k // 增速连续30个月居全国前列
			continue
		}
		t := w.tail(text[i:j])
		if t == "" || t == "比" && hasAnyPrefix(text[j:], "由", "从", "缩小", "扩大", "达到", "达", "为", "调整", "优化", "稳定", "控制") { // 收入比由1.93缩小到1.86
			break
		}
		j -= len(t)
	}
	if shortVerbs[text[i:j]] || moved[text[i:j]] || text[i:j] == "月" || strings.HasSuffix(text[i:j], "年") && strings.Trim(text[i:j], "近0123456789年") == "" {
		j = i // 比去年同期增575亩, 月人均达到880元
	}
	if c, size := utf8.DecodeRuneInString(text); c >= '①' && c <= '⑳' {
		i = size // ①共建生态廊道项目
	}
	i += itemNumber(text[i:j])
	i = behindPictures(text, i, j) // ▶改造老旧小区, 🌱🌟粮食产量
	if strings.HasPrefix(text[i:j], "(") && strings.IndexByte(text[i:j], ')') < 0 {
		i = w.trimHeads(w.heads, text, i+1, j) // (增幅在全市县区中排名第五)
	}
	if k := strings.IndexByte(text[i:j], ')'); k > 1 && text[i] == '(' && i+k+1 < j && strings.Trim(text[i+1:i+k], "0123456789一二三四五六七八九十") == "" {
		i += k + 1 // 预计2025年:(1)地区生产总值
	}
	if k := strings.IndexByte(text[:j], ')'); k >= 0 && k+1 < j && strings.IndexByte(text[:k], '(') < 0 {
		i = k + 1 // (简称全区，下同)地区生产总值(GDP)
	}
	i = r.wordStart(text, w.trimHeads(w.heads, text, i, j), j)
	if strings.HasPrefix(text[i:j], "\"") && strings.Count(text[i:j], "\"") == 1 {
		i = w.trimHeads(w.heads, text, i+1, j) // "十四五"期间全省水利投资: half of a quote is left of the period
	}
	if k := behindPictures(text, i, j); k > i {
		i = w.trimHeads(w.heads, text, k, j) // 其中││市级财政
	}
	if place, _ := r.lexicon.regions().known(text[i:j]); place > 0 { // 江西省、河南要全面: never the 广州 of 广州港
		if k := w.trimHeads(w.heads, text, i+place, j); k > i+place || k == j {
			i = k
		}
	}
	if place, _ := r.lexicon.regions().lead(text[i:j]); place > 0 && hasAnyPrefix(text[i+place:j], "计划", "将", "拟", "力争", "已", "确定", "安排", "累计", "全年") {
		i = w.trimHeads(w.heads, text, i+place, j) // 某某区计划实施重点项目
	}
	if strings.HasPrefix(text[i:j], "全市场主体") {
		i += len("全") // 全市市场主体, said short
	}
	i = r.behindOffice(text, i, j)
	if strings.Contains("一二三四五六七八九十", text[i:j]) && j-i == len("九") && text[j:] != "" {
		i = j // 九是设立
	}
	if k := len(hasAnySuffix(text[:i], "新建", "扩建", "改建", "续建", "迁建")); k > 0 && hasAnyPrefix(text[j:], begins...) && (text[i:j] == "项目" || text[i:j] == "工程") {
		i, cut = i-k, false // 新建项目开工135个
	}
	n := nounPhrase{head: text[:i], tail: text[j:]}
	if cut && i < j {
		verb, k := r.behindVerb(text, i, j)
		if k > i {
			n.owner = segment.Range{Start: i, End: verb}
			n.head = text[:k]
		}
		i = k
	}
	for strings.HasSuffix(text[i:j], "“") || strings.HasSuffix(text[i:j], "《") || strings.HasSuffix(text[i:j], "(") {
		_, size := utf8.DecodeLastRuneInString(text[i:j])
		j -= size
	}
	n.at = segment.Range{Start: i, End: j}
	return n
}

// itemNumber returns the length of the number of an item that text begins with, inside a
// line: 2.建设充电桩, 3、改造电网; never 2.0版 or 5.5G网络.
func itemNumber(text string) int {
	rest := strings.TrimLeft(text, "0123456789")
	n := len(text) - len(rest)
	if n == 0 || n > 2 {
		return 0
	}
	mark := prefixOf(rest, []string{".", "、"})
	if mark == "" || len(rest) == len(mark) || rest[len(mark)] < utf8.RuneSelf {
		return 0
	}
	return n + len(mark)
}

// moved say how a revenue or an outlay moved, and name nothing: 比上年减收20745万元.
var moved = setOf([]string{"减收", "增支", "减支", "多收", "少收", "多支", "少支"})

// lastingFrom returns where the words begin at the end of text that say how long a state has
// lasted: 连续30个月, 连续五年; -1 for none.
func lastingFrom(text string) int {
	if hasAnySuffix2(text, "月", "季度", "年", "天", "周", "届", "次") {
		if i := strings.LastIndex(text, "连续"); i >= 0 && strings.Trim(text[i+len("连续"):], "0123456789一二三四五六七八九十两多余个季度月年天周届次") == "" {
			return i
		}
	}
	if rest, ok := strings.CutSuffix(text, "年"); ok && rest != "" && isDigit(rest[len(rest)-1]) {
		if head := strings.TrimRight(rest, "0123456789"); len(rest)-len(head) == 1 && endsInHan(head) {
			return len(strings.TrimSuffix(head, "近")) // 财政收入3年增长58%
		}
	}
	return -1
}

// picture reports whether c is a sign that is drawn and not read: a bullet, the line of a
// table, an emoji with what belongs to it.
func picture(c rune) bool {
	return c >= 0x2500 && c <= 0x27bf || c >= 0x1f000 && c <= 0x1faff || c == 0xfe0f || c == 0x200d || c == '|'
}

// behindPictures returns the place behind the pictures that text[i:j] begins with.
func behindPictures(text string, i, j int) int {
	for i < j {
		c, size := utf8.DecodeRuneInString(text[i:j])
		if !picture(c) {
			break
		}
		i += size
	}
	return i
}

// begins are the words for how far a work has come.
var begins = []string{"开工", "已开工", "新开工", "实际开工", "复工", "已复工", "开复工", "竣工", "完工", "投产"}

// wordStart returns i where a word of text begins there, else the beginning: the 上
// of 上饶 is no adverb.
func (r *reading) wordStart(text string, i, j int) int {
	if i == 0 || i >= j {
		return i
	}
	last, size := utf8.DecodeLastRuneInString(text[:i])
	if last < 0x2e80 || i-size < 0 || last == '后' && strings.HasPrefix(text[i:], "年") { // 建成后|年产值

		return i
	}
	from := max(0, i-30)
	for from < i && !utf8.RuneStart(text[from]) {
		from++
	}
	to := min(len(text), i+30)
	for to < len(text) && !utf8.RuneStart(text[to]) {
		to++
	}
	if word, ok := r.words.Over(text[from:to], i-from); ok && word.End-word.Start <= len("国家级") {
		return from + word.Start
	}
	return i
}
