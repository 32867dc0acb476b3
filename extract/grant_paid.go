package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// paid reports the part of a grant that is paid out at a time: 立项后拨付60%，验收通过后拨付40%.
func (o *offer) paid(*bound) (segment.Range, bool) {
	left := o.words.cutRear(o.before(), o.words.caps)
	if o.due().End > 0 {
		return o.due(), o.firm() && !o.told()
	}
	if k := strings.TrimPrefix(o.behind(), "的比例"); k != o.behind() && hasAnyPrefix(strings.TrimPrefix(k, "分期"), "发放", "拨付", "兑付", "兑现", "支付", "分") && hasAnySuffix2(o.before(), "按", "按照") && o.row[o.place].q.dimension == "share" && o.firm() && !o.told() {
		return segment.Range{Start: o.right.Start, End: o.right.End}, true // 分两年按60%、40%的比例发放
	}
	w := hasAnySuffix(left, "拨付", "兑付", "预拨", "拨付资金", "拨付补助资金", "拨付奖励资金", "预付")
	return o.span(len(left)-len(w), w), w != "" && o.row[o.place].q.dimension == "share" && o.firm() && !o.told()
}

// paidName is what is paid out: what was granted or spoken of before, else the words for it.
func (x binder) paidName(o *offer) name {
	if at := o.due(); at.End > 0 {
		return name{{p: o.p, at: at}}
	}
	if gift := o.c.gift; gift.p == o.p && len(gift.as) > 0 {
		return gift.as
	}
	if now := x.now.name; hasAnySuffix2(now.String(), "资金", "经费", "专项") || suffixOf(now.String(), o.words.gifts) != "" {
		return now
	}
	left := o.words.cutRear(o.before(), o.words.caps)
	w := hasAnySuffix(left, "拨付资金", "拨付补助资金", "拨付奖励资金", "拨付", "兑付", "预拨", "预付")
	return name{{p: o.p, at: o.span(len(left)-len(w), w)}}
}

// due is the price or fee behind a share of it that is to be paid: 成交后缴纳50%土地出让价款.
func (o *offer) due() segment.Range {
	text := strings.TrimPrefix(o.behind(), "的")
	if o.row[o.place].q.dimension != "share" || !hasAnySuffix2(o.before(), "缴纳", "缴清", "支付", "交纳", "预缴") || !hasAnySuffix2(text, "价款", "价金", "费", "费用", "款", "金") || utf8.RuneCountInString(text) > 12 || strings.ContainsAny(text, "，、的0123456789\x00") {
		return segment.Range{}
	}
	return segment.Range{Start: o.right.End - len(text), End: o.right.End}
}

// charged names a charge by what is charged: 城市基础设施配套费 of 城市基础设施配套费按应缴额的70%征收.
func (x binder) charged(o *offer) name {
	left := o.before()
	i := strings.LastIndex(left, "按")
	if i <= 0 || !hasAnyPrefix(cutFront(o.behind(), []string{"的", "幅度", "顶格", "全额"}), "减征", "减免", "减半", "征收", "收取", "计收", "缴纳", "的标准征收", "的标准收取", "标准收取", "标准征收") {
		return nil
	}
	text := left[:i]
	if k := strings.LastIndexAny(text, "，。;、"); k >= 0 {
		return nil
	}
	if hasAnySuffix(text, "费", "金", "税", "价款", "租金", "费用", "两税", "税种") == "" {
		return nil
	}
	n := x.leftPhrase(x.p, segment.Range{Start: o.left.Start, End: o.left.Start + i}, false)
	if n.empty() {
		return nil
	}
	return name{{p: x.p, at: n.at}}
}

// meets are the verbs between a standard and what has to meet it.
var meets = []string{"规划建设", "规划配建", "配套建设", "配建", "建设", "配置", "配备", "规划", "设置", "预留"}

// standard reports what has to be there for so many: 按每百户不少于30平方米的标准配建养老服务用房.
func (o *offer) standard(*bound) (segment.Range, bool) {
	at := o.row[0].left
	i := o.perHead()
	if i < 0 || len(o.row) > 1 || !o.firm() && !hasAnyOf(o.p.flow.Text[o.left.Start:at.End], "按") {
		return segment.Range{}, false
	}
	_, of := o.meeting()
	if of.End > of.Start {
		o.c.limit = limit{part{p: o.p, at: of}, o.row[o.place].q.dimension}
	}
	return segment.Range{Start: at.Start + i, End: at.End}, of.End > of.Start
}

// perHead returns where 每百户 or 每千人口 begins that the words in front of the number end
// with, -1 for none.
func (o *offer) perHead() int {
	text := o.p.textOf(o.row[0].left)
	i := strings.LastIndex(text, "每")
	if i < 0 || !hasAnyPrefix(text[i+len("每"):], "百", "千", "万", "十", "1", "个", "名") {
		return -1
	}
	each := o.words.cutRear(text[i:], []string{"不少于", "不低于", "至少", "不超过", "不高于"})
	if each == "" {
		each = text[i:]
	}
	if utf8.RuneCountInString(each) > 10 || strings.ContainsAny(each, "，、的") {
		return -1
	}
	return i
}

// meeting returns the verb and the noun behind a standard, or the noun that is counted and
// behind it the verb: 的标准 配建 养老服务用房, 托位 规划建设.
func (o *offer) meeting() (verb string, noun segment.Range) {
	text := o.behind()
	rest := strings.TrimPrefix(strings.TrimPrefix(text, "的"), "标准")
	start := o.right.End - len(rest)
	if strings.HasPrefix(strings.TrimPrefix(text, "的"), "标准") {
		if verb = prefixOf(rest, meets); verb == "" {
			return "", segment.Range{}
		}
		noun = segment.Range{Start: start + len(verb), End: o.right.End}
		if last := o.c.limit; noun.End == noun.Start && last.p == o.p && last.at.Start >= o.p.sentence(o.cl.Start).Start && last.dimension == o.row[o.place].q.dimension {
			return verb, last.at // 已建成小区按每百户不少于15平方米的标准配置
		}
	} else {
		i, w := firstOf(rest, meets)
		if i < len("托位") {
			return "", segment.Range{}
		}
		verb, noun = w, segment.Range{Start: start, End: start + i}
	}
	if n := utf8.RuneCountInString(o.p.textOf(noun)); n < 2 || n > 14 || strings.ContainsAny(o.p.textOf(noun), "的，、0123456789\x00") {
		return "", segment.Range{}
	}
	return verb, noun
}

// standardName puts for how many it is before what has to be there: 每百户养老服务用房.
func (o *offer) standardName() name {
	at := o.row[0].left
	i := o.perHead()
	text := o.p.textOf(at)[i:]
	if cut := strings.IndexAny(text, "不至"); cut > 0 && hasAnyPrefix(text[cut:], "不少于", "不低于", "至少", "不超过", "不高于") {
		text = text[:cut]
	}
	_, noun := o.meeting()
	return name{{p: o.p, at: segment.Range{Start: at.Start + i, End: at.Start + i + len(text)}}, {p: o.p, at: noun}}
}
