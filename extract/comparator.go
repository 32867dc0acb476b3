package extract

import (
	"strings"

	"suyuan/segment"
)

// comparatorWord is a word that says how a number is meant. 民法典 §1259: 以上,
// 以下, 以内 include the number, 不满, 超过 do not.
type comparatorWord struct {
	word, sign string
}

// frontComparators stand before the number, longest first where one begins
// another's end.
var frontComparators = []comparatorWord{
	{"不少于", ">="}, {"不低于", ">="}, {"不小于", ">="}, {"不得少于", ">="}, {"不得低于", ">="}, {"不能低于", ">="}, {"不应低于", ">="}, {"不宜低于", ">="}, {"不能少于", ">="}, {"不应少于", ">="}, {"不宜少于", ">="}, {"至少达到", ">="}, {"至少", ">="}, {"最低", ">="}, {"大于等于", ">="}, {"≥", ">="}, {">=", ">="}, {"≧", ">="}, {"达到或超过", ">="},
	{"不超过", "<="}, {"不得超过", "<="}, {"不能超过", "<="}, {"不应超过", "<="}, {"不宜超过", "<="}, {"不会超过", "<="}, {"不能高于", "<="}, {"不应高于", "<="}, {"不宜高于", "<="}, {"不高于", "<="}, {"不得高于", "<="}, {"不大于", "<="}, {"不多于", "<="}, {"最高", "<="}, {"最多", "<="}, {"至多", "<="}, {"小于等于", "<="}, {"≤", "<="}, {"<=", "<="}, {"≦", "<="}, {"上限", "<="},
	{"超过了", ">"}, {"超过", ">"}, {"过", ">"}, {"突破", ">"}, {"突破了", ">"}, {"高于", ">"}, {"大于", ">"}, {"多于", ">"}, {"逾", ">"}, {"超", ">"}, {">", ">"}, {"优于", ">"}, {"高出", ">"}, {"迈上", ">="}, {"跨上", ">="}, {"站上", ">="},
	{"低于", "<"}, {"不足", "<"}, {"不满", "<"}, {"不到", "<"}, {"小于", "<"}, {"少于", "<"}, {"未满", "<"}, {"<", "<"},
	{"约为", "~"}, {"大约", "~"}, {"约", "~"}, {"将近", "~"}, {"接近", "~"}, {"近", "~"}, {"预计", "~"}, {"左右", "~"}, {"约占", "~"}, {"约合", "~"}, {"大致", "~"},
}

// frontEnds and frontSigns are the same words, by their last character and with
// their signs.
var frontEnds, frontSigns = func() (*endSet, map[string]string) {
	var words []string
	signs := map[string]string{}
	for _, w := range frontComparators {
		words, signs[w.word] = append(words, w.word), w.sign
	}
	return newEndSet(words...), signs
}()

// rearComparators stand behind the unit.
var rearComparators = []comparatorWord{
	{"及以上", ">="}, {"(含)以上", ">="}, {"(不含)以上", ">"}, {"或以上", ">="}, {"以上", ">="},
	{"及以下", "<="}, {"(含)以下", "<="}, {"(不含)以下", "<"}, {"以下", "<="}, {"以内", "<="}, {"之内", "<="},
	{"左右", "~"}, {"上下", "~"}, {"封顶", "<="},
}

// notBeforeNumber are words that end like a comparator and are none.
var notBeforeNumber = []string{"附近", "邻近", "靠近", "就近", "最近", "临近", "逼近", "赶超", "反超", "高超", "集约", "节约", "预约", "条约", "制约", "签约", "公约", "合约", "履约", "契约", "违约", "通过", "经过", "不过", "度过", "渡过", "走过", "转过", "路过", "过过"}

// compare reads the comparator in front of the number and behind its unit.
func (s *scanner) compare(text string, q *quantity) {
	if behind, c := rearComparator(text, q.whole.End); behind.End > 0 {
		q.sign(c, behind)
		q.whole.End = behind.End
	} else if behind, c := echoed(text, q.whole.End); behind.End > 0 {
		q.sign(c, behind)
	}
	before := text[:q.whole.Start]
	if front, c := frontComparator(before); front.End > 0 {
		q.sign(c, front)
		if link := before[front.End:]; link != "增长" && link != "下降" { // 预计增长5.5%: the verb stays for the measure
			q.whole.Start = front.Start
		}
	}
}

// sign sets the comparator; a stricter word already read stays: 最高不超过, 约…以上.
func (q *quantity) sign(c string, at segment.Range) {
	if q.comparator == "=" || q.comparator == "~" {
		q.comparator = c
	}
	q.comparators = append(q.comparators, at)
}

// echoed returns the comparator behind a bracket that only says what it includes:
// 500万元(含500万元)以上.
func echoed(text string, i int) (segment.Range, string) {
	if !strings.HasPrefix(text[i:], "(含") {
		return segment.Range{}, ""
	}
	n := strings.IndexByte(text[i:min(len(text), i+60)], ')')
	if n < 0 {
		return segment.Range{}, ""
	}
	return rearComparator(text, i+n+len(")"))
}

func rearComparator(text string, i int) (segment.Range, string) {
	for _, w := range rearComparators {
		if !strings.HasPrefix(text[i:], w.word) {
			continue
		}
		rest := text[i+len(w.word):]
		if w.word == "以上" && hasAnyPrefix(rest, "述") || w.word == "以下" && hasAnyPrefix(rest, "简称", "称", "几", "方面", "措施") || w.word == "上下" && hasAnyPrefix(rest, "游", "联", "级") {
			continue
		}
		return segment.Range{Start: i, End: i + len(w.word)}, w.sign
	}
	return segment.Range{}, ""
}

// frontComparator returns the comparator that before ends with. Between it and
// the number may stand a verb of reaching: 预计达到0.8%, 超过了3家.
func frontComparator(before string) (segment.Range, string) {
	for _, link := range []string{"", "达到", "可达", "将达", "达", "完成", "实现", "增长", "下降", "为", "在", "至", "到", "了", "给予", "分别给予", "一次性给予", "分别奖励", "分别补助", "分别", "补助", "奖励", "补贴", "资助", "奖补", "支持", "可", "优惠", "可申请", "可给予", "可奖励", "可申报", "可推荐", "可贷", "可享受", "可申请贷款", "可补助", "可补贴", "可奖励"} {
		head, ok := strings.CutSuffix(before, link)
		if !ok {
			continue
		}
		if word := longestComparator(head); word.word != "" {
			if link != "" && word.sign != "~" && word.word != "最高" && word.word != "最多" && word.word != "最低" && link != "了" {
				continue
			}
			if link != "" && word.sign == "~" && word.word != "预计" && word.word != "大约" {
				continue
			}
			return segment.Range{Start: len(head) - len(word.word), End: len(head)}, word.sign
		}
	}
	return segment.Range{}, ""
}

func longestComparator(head string) comparatorWord {
	var best comparatorWord
	for _, word := range frontEnds.of(head) {
		if len(word) > len(best.word) && strings.HasSuffix(head, word) {
			best = comparatorWord{word, frontSigns[word]}
		}
	}
	if best.word != "" && hasAnySuffix(head, notBeforeNumber...) != "" {
		return comparatorWord{}
	}
	return best
}

// farComparator takes a comparator from further in front: 至少组建1个, 不高于每日130升,
// 预计地区生产总值完成168亿元.
func farComparator(p *passage, cl *clause, sl *slot) {
	q := sl.q
	if q.comparator != "=" || q.form == inOrder || q.form == inPhrase || q.form == inRatio {
		return
	}
	left := p.flow.Text[sl.left.Start:sl.left.End]
	for _, w := range []comparatorWord{{"至少", ">="}, {"不低于", ">="}, {"不少于", ">="}, {"不高于", "<="}, {"不超过", "<="}, {"不得低于", ">="}, {"不得高于", "<="}, {"不得超过", "<="}} {
		i := segment.FindLastWord(left, w.word)
		if i < 0 || len(left)-i > 66 || strings.Contains(left[i:], "水平") || strings.Contains(left[i:], "、") {
			continue
		}
		q.comparator = w.sign
		q.comparators = append(q.comparators, segment.Range{Start: sl.left.Start + i, End: sl.left.Start + i + len(w.word)})
		return
	}
	if at := p.expected(q.Start); at.End > at.Start && !cl.inside {
		q.comparator = "~"
		q.comparators = append(q.comparators, at)
		return
	}
	before, start := p.before(max(cl.Start, q.Start-120), q.Start)
	if i := strings.LastIndex(before, "预计"); i >= 0 && !strings.Contains(before[i:], "预计到") {
		q.comparator = "~"
		q.comparators = append(q.comparators, segment.Range{Start: start + i, End: start + i + len("预计")})
	}
}

// expected returns the place of 预计 where it opens the sentence that holds byte i, or the
// list behind its colon: it holds for each number of 预计生产总值171亿元，增长8%;投资增长16.5%.
func (p *passage) expected(i int) segment.Range {
	s := p.sentence(i)
	head := p.flow.Text[s.Start:min(s.End, s.Start+reach/2)]
	k := strings.Index(head, "预计")
	if k < 0 || s.Start+k >= i || hasAnyPrefix(head[k:], "预计到") {
		return segment.Range{}
	}
	lead := strings.TrimLeft(strings.TrimSuffix(head[:k], "，"), "0123456789")
	if strings.ContainsAny(lead, "，。;、:0123456789") {
		return segment.Range{}
	}
	if strings.Trim(lead, "年度末全市县省区州旗我初步") != "" && !strings.HasPrefix(head[k:], "预计:") {
		return segment.Range{} // 预算收入预计119亿元，增长6%;支出安排398亿元: of one alone
	}
	now := p.flow.Text[s.Start+k : i]
	if at := strings.LastIndexAny(now, "，;。"); at >= 0 {
		clause := strings.TrimLeft(now[at:], "，;。")
		if hasAnyOf(clause, "实际", "已", "去年", "上年") || len(clause) > 4 && digitAt(clause, 0) && strings.HasPrefix(clause[4:], "年") {
			return segment.Range{} // 预计2023年达到171亿元，2022年为160亿元
		}
	}
	return segment.Range{Start: s.Start + k, End: s.Start + k + len("预计")}
}
