package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// Words before a count of how many may apply: each says so itself, or beside 不超过.
var (
	quotaWords = []string{"限推荐", "限申报", "限报送", "限报", "限申请", "可推荐", "可申报", "可申请", "可报送", "可选择", "只能申报", "只能申请", "只能推荐", "仅可申报", "仅能申报"}
	quotaVerbs = []string{"推荐", "申报", "申请", "报送", "遴选", "评选", "评审", "选取", "认定", "支持", "扶持", "资助", "立项", "奖励", "补助", "选派", "评定"}
)

// quota reports how many may apply or be chosen, which the policy limits: 每个区可申请3个项目,
// 推荐不多于5家企业.
func (o *offer) quota(b *bound) (segment.Range, bool) {
	q := o.row[o.place].q
	if at := o.places(); at.End > at.Start {
		return at, true
	}
	if !q.countable() || !o.c.granting() || strings.HasPrefix(o.behind(), "的") {
		return segment.Range{}, false // 可推荐3个的县区
	}
	left := o.quotaLeft()
	if w := hasAnySuffix(left, quotaWords...); w != "" {
		return o.span(len(left)-len(w), w), true
	}
	if q.comparator != "<=" || len(q.comparators) == 0 || q.comparators[0].End > q.Start {
		return segment.Range{}, false
	}
	w := hasAnySuffix(left, quotaVerbs...)
	if i, verb := lastOf(left, quotaVerbs); w == "" && i >= 0 && utf8.RuneCountInString(left[i+len(verb):]) <= 6 && hasAnySuffix(left, o.words.payees...) != "" && !strings.ContainsAny(left[i:], "，、的每") {
		return o.span(i+len(verb), left[i+len(verb):]), true // 每年支持项目不超过10个
	}
	if w == "" {
		if w = prefixOf(o.behind(), quotaVerbs); w != "" {
			return segment.Range{Start: o.right.Start, End: o.right.Start + len(w)}, true
		}
	}
	return o.span(len(left)-len(w), w), w != ""
}

// places is the word for how many may apply, in front of how many those are or what share:
// 申报名额不超过员工总数的10%，最多不超过20名.
func (o *offer) places() segment.Range {
	q := o.row[o.place].q
	if !o.c.granting() || q.dimension != "share" && !q.countable() {
		return segment.Range{}
	}
	left := o.quotaLeft()
	w := hasAnySuffix(left, "申报名额", "推荐名额", "申请名额", "名额", "推荐数量", "申报数量")
	if w == "" {
		last := o.c.limit
		if again := left == "" && last.p == o.p && last.at.Start >= o.p.sentence(o.cl.Start).Start && q.countable() && strings.HasSuffix(last.text(), "名额"); again {
			return last.at
		}
		return segment.Range{}
	}
	at := o.span(len(left)-len(w), w)
	o.c.limit = limit{part{p: o.p, at: at}, q.dimension}
	return at
}

// quotaLeft is what stands in front of the count and its bound.
func (o *offer) quotaLeft() string {
	left := o.before()
	for _, c := range o.row[o.place].q.comparators {
		if c.Start >= o.left.Start && c.End <= o.left.End {
			left = left[:c.Start-o.left.Start]
		}
	}
	return o.words.cutRear(left, o.words.caps)
}

// quotaName is what may apply: the noun behind the count, else the verb.
func (o *offer) quotaName() name {
	if at := o.places(); at.End > at.Start {
		return name{{p: o.p, at: at}}
	}
	noun := o.behind()
	if i, _ := firstOf(noun, []string{"，", "、", "(", "的", "给予", "参", "进行", "申报", "以内"}); i >= 0 {
		noun = noun[:i]
	}
	if n := utf8.RuneCountInString(noun); n >= 2 && n <= 12 && prefixOf(noun, quotaVerbs) == "" {
		return name{{p: o.p, at: segment.Range{Start: o.right.Start, End: o.right.Start + len(noun)}}}
	}
	left := o.quotaLeft()
	if i, verb := lastOf(left, quotaVerbs); i >= 0 && i+len(verb) < len(left) && hasAnySuffix(left, o.words.payees...) != "" {
		return name{{p: o.p, at: o.span(i+len(verb), left[i+len(verb):])}}
	}
	w := hasAnySuffix(left, slices.Concat(quotaWords, quotaVerbs)...)
	if verb := strings.TrimPrefix(strings.TrimPrefix(w, "限"), "可"); len(verb) > len("报") {
		w = verb
	}
	return name{{p: o.p, at: o.span(len(left)-len(w), w)}}
}

// shareOfPlaces reports a share of something that may apply.
func (o *offer) shareOfPlaces(*bound) (segment.Range, bool) {
	at := o.places()
	return at, o.row[o.place].q.dimension == "share" && at.End > at.Start
}
