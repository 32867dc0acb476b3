package extract

import (
	"math/big"
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// quantity is a numeral of a flow with the comparator and the unit that stand
// with it, or the reason why it states no amount. Ranges are bytes of the flow.
type quantity struct {
	segment.Range                 // the span of a record: the number, or the whole range
	whole         segment.Range   // with comparators and unit
	value, max    *big.Rat        // max nil unless it is a range
	comparator    string          // =, >=, >, <=, <, ~
	comparators   []segment.Range // the words that say so
	unit          string          // as written, multiplier included; "" for none
	unitAt        segment.Range   // empty where the unit lies in the number or there is none
	base          string          // base unit
	factor        *big.Rat        // base units in one unit
	dimension     string          // dimension of the unit, "" for none
	form          form
	aside         string // why it is no figure; "" for a candidate
}

// form says how a quantity is written.
type form uint8

const (
	inDigits  form = iota
	inChinese      // 十二, 三千五百
	inPhrase       // 翻一番, 零的突破, 全覆盖
	inOrder        // 第29位
	inRatio        // 2:1, or a term of 3.6:48:48.4
	vague          // 数十, 上百
)

// relativeDimensions are those in which a change is stated as a part of the whole.
var relativeDimensions = map[string]bool{"share": true, "times": true}

// Reasons for which a numeral is set aside.
const (
	asideName     = "name"            // 5G, 2+N, “1123”工作思路
	asideOrdinal  = "ordinal"         // 第72次, 第二批
	asideDuration = "duration"        // 三年, 10-15年
	asideCount    = "count_phrase"    // 一批, 两手抓, 三个方面
	asideNumber   = "document_number" // 〔2024〕6号
	asideItem     = "list_item"
	asideHeading  = "heading"
	asideNoise    = "noise"
	asideMark     = "markup"
	asideMixed    = "mixed_table" // in a table or a row whose cells cannot be told apart
	asidePage     = "page_number"
	asideContents = "contents"
	asidePhone    = "phone"
	asideDate     = "time_phrase" // 五年, 第一个五年: a time without a place in the calendar
)

// quantities marks every numeral of the passage's text outside its dates.
func (r *reading) quantities(p *passage) []quantity {
	s := scanner{text: p.flow.Text, units: r.lexicon.units(), dates: p.dates, cell: p.cell != nil}
	return s.scan()
}

type scanner struct {
	text  string
	units *units
	dates []calendar
	cell  bool // the text is a table's cell: its number needs no unit
	out   []quantity
}

func (s *scanner) scan() []quantity {
	date := 0
	for i := 0; i < len(s.text); {
		for date < len(s.dates) && s.dates[date].End <= i {
			date++
		}
		if date < len(s.dates) && s.dates[date].Start <= i {
			i = s.dates[date].End
			continue
		}
		limit := len(s.text)
		if date < len(s.dates) {
			limit = s.dates[date].Start
		}
		if i = numeralStarts.next(s.text[:limit], i); i < limit {
			i = s.next(i, limit)
		}
	}
	return s.out
}

// numeralStarts are the characters that a numeral, or a phrase that states an
// amount, can begin with.
var numeralStarts = runesOf("0123456789〇零一壹二两贰三叁参四肆五伍六陆七柒八捌九玖十拾廿百佰千仟万亿" + "翻倍全数几上“")

// next reads what stands at text[i] and returns the position behind it.
func (s *scanner) next(i, limit int) int {
	text := s.text[:limit]
	if q, ok := s.phrase(text, i); ok {
		s.out = append(s.out, q)
		return q.End
	}
	if n, ok := readNumber(text, i); ok {
		return s.number(text, n)
	}
	_, size := utf8.DecodeRuneInString(text[i:])
	return i + size
}

// number decides what the number n is.
func (s *scanner) number(text string, n number) int {
	if n.chinese && !n.percent && !n.permille && !n.permyriad && !n.fraction {
		return s.chinese(text, n)
	}
	q := quantity{Range: segment.Range{Start: n.start, End: n.end}, whole: segment.Range{Start: n.start, End: n.end}, value: n.value, max: n.last, comparator: "=", factor: one}
	if n.chinese {
		q.form = inChinese
	}
	if reason := nameDigits(text, n); reason != "" {
		q.aside = reason
		s.out = append(s.out, q)
		return n.end
	}
	if strings.HasSuffix(text[:n.start], "第") {
		return s.ordinal(text, n, q)
	}
	if end, ok := s.ratio(text, n); ok {
		return end
	}
	s.measure(text, n, &q)
	if minus(text[:n.start]) {
		q.Start--
		q.whole.Start--
		q.value = new(big.Rat).Neg(q.value)
	}
	s.compare(text, &q)
	q.aside = s.noAmount(text, n, &q)
	s.out = append(s.out, q)
	return max(q.whole.End, n.end)
}

// minus reports whether what stands before a number ends in a minus sign: 为-3.27, 由-2.3%,
// never the dash of a range, a title or a list.
func minus(before string) bool {
	head, ok := strings.CutSuffix(before, "-")
	if list, listed := strings.CutSuffix(head, "、"); ok && listed && list != "" && isDigit(list[len(list)-1]) {
		return true // 分别为0.15、-5.64个百分点
	}
	return ok && (head == "" || hasAnySuffix(head, "为", "达", "到", "至", "由", "从", "增长", "增速", "增幅", "率", "(", "〔", "[", "［", "【") != "")
}

func (q *quantity) ranged() bool { return q.max != nil }

// ordinal reads 第29位, 第3名, 第一: a rank; or 第72次, 第二批: none.
func (s *scanner) ordinal(text string, n number, q quantity) int {
	q.form = inOrder
	rest := text[n.end:]
	before := text[:n.start-len("第")]
	ranked := hasAnySuffix(before, "居", "列", "排", "排名", "位", "名列", "位列", "位次", "升至", "升到", "跃居", "跃升至", "前移至", "稳居", "从", "由", "保持", "排在", "列全省", "为全省", "全省", "全国", "全市", "全区", "全县", "粤东粤西粤北", "地区", "首位", "蝉联", "获", "省内", "国内", "世界", "全球", "同类", "东北", "西北", "西部", "东部", "中部", "全州", "全盟", "前列", "城市", "区)", "市)", "至", "到", "考核", "评价", "评估", "为") != ""
	switch {
	case hasAnyPrefix(cutFront(cutFront(rest, []string{"位", "名"}), []string{"的", "单位", "部门", "者"}), "为牵头", "为主", "为第一责任", "牵头", "单位为", "部门为"):
		q.aside = asideOrdinal // 列第一位的为牵头单位
	case strings.HasPrefix(rest, "位") && !hasAnyPrefix(rest, "位于", "位置"):
		q.unit, q.unitAt = "位", segment.Range{Start: n.end, End: n.end + len("位")}
	case strings.HasPrefix(rest, "名"):
		q.unit, q.unitAt = "名", segment.Range{Start: n.end, End: n.end + len("名")}
	case (ranked || lastIndex(lastRunes(before, 10), rankVerbs[:8]) >= 0) && endsClause(rest):
	default:
		q.aside = asideOrdinal
	}
	q.dimension = "rank"
	q.whole = segment.Range{Start: n.start - len("第"), End: max(n.end, q.unitAt.End)}
	s.out = append(s.out, q)
	return q.whole.End
}

// endsClause reports whether nothing but a mark follows.
func endsClause(rest string) bool {
	return rest == "" || hasAnyPrefix(rest, "，", "。", ";", "、", ")", "”", "！", "的")
}

func segmentRange(i, j int) segment.Range { return segment.Range{Start: i, End: j} }

// countable reports whether things or people are counted.
func (q *quantity) countable() bool { return q.dimension == "count" || q.dimension == "people" }
