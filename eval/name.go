package eval

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/dlclark/regexp2"

	"suyuan/extract"
)

// respelling turns one writing of a name into another.
type respelling struct {
	from *regexp2.Regexp
	to   string
}

// respellings bring the writings of one indicator to the same one, one after the
// other; the last ones take off what a name may carry too much: region, verb, a
// word that the unit implies.
var respellings = sync.OnceValue(func() []respelling {
	var out []respelling
	for _, pair := range [][2]string{
		{`[(（](?:%|‰|[万亿]?[元人件]|[个家项名位户]|平方米)[)）]$`, ""},
		{`[\s“”"'‘’《》（）()、,，的·\-—:：*]|实现|获得|总`, ""},
		{"＆", "&"},
		{`研究[与和](?:试验发展|开发)|研发(?=经费|投入|支出|费用|强度)`, "R&D"},
		{`(?:R&D)+(?:经费|投入|支出|费用)+`, "R&D投入"},
		{`(?:地区|国内)?(?:生产值|GDP)+`, "GDP"},
		{`比例|占比`, "比重"},
		{`R&D(?:投入)?(?:占GDP比重|/GDP)`, "R&D投入强度"},
		{`比?率$`, "比重"},
		{`每?万人口?(?:拥有发明专利|发明专利拥有)`, "万人发明专利拥有"},
		{`规上`, "规模以上"},
		{`素养`, "素质"},
		{`资金`, "经费"},
		{`交易金?额`, "成交额"},
		{`年(?=[产成授])`, ""},
		{`^(?:全社会|全市域?|全[区县省国年]|年度?|[我本][市区县省]|累计|共|新[增建]|新?引进|增加|再建|培[养育]|认定|建[成设有]|实施|[` + "\u4e00-\u9fff" + `]{2}[省市](?![级场外民]))+(?=..)`, ""},
		{`国家级`, "国家"},
		{`国家高新技术企业`, "高新技术企业"},
		{`(^|国家和?)([省市])(?![级场外民])`, "${1}${2}级"},
		{`[和与及或]`, ""},
		{`(?:数量|[人个件]?数|量|金?额|面积|计|达到?)+$`, ""},
	} {
		out = append(out, respelling{regexp2.MustCompile(pair[0], regexp2.None), pair[1]})
	}
	return out
})

// marks are the words that set two names apart that are alike otherwise: both
// must hold the same ones.
var marks = extract.Expression(`国家|省级|市级|区级|县级|级以上|规模以上|城镇|农村|[特一二三]等|[高中初]级|[A-Z]类|发明|万人|强度|PCT`)

// plainIndicator returns the one writing of an indicator's name under which its
// other writings are compared.
func plainIndicator(s string) string {
	s = strings.ToUpper(s)
	for _, r := range respellings() {
		var err error
		if s, err = r.from.Replace(s, r.to, -1, -1); err != nil {
			panic("eval: respelling " + r.from.String() + ": " + err.Error()) // only a time limit could, and none is set
		}
	}
	return s
}

// sameIndicator reports whether two names are those of one indicator: equal in
// their plain writing, or nearly so with the same last word, which says what is
// measured (科技特派员 is not 科技特派员工作站), and the same marks.
func sameIndicator(a, b string) bool {
	a, b = plainIndicator(a), plainIndicator(b)
	if a == b || a == "" || b == "" {
		return a == b && a != ""
	}
	if lastTwo(a) != lastTwo(b) || !slices.Equal(markSet(a), markSet(b)) {
		return false
	}
	return within(a, b, 0.7) || likeness(a, b) >= 0.8
}

// plainName returns a name without quotation marks, brackets and spaces.
func plainName(s string) string { return nameSigns().ReplaceAllString(s, "") }

var nameSigns = extract.Expression(`[\s\x{85}\p{Z}“”"'‘’《》（）()〔〕\[\]、,，·\-—:：*]`)

// sameName reports whether two plain names are equal or one is the greater part of the other.
func sameName(a, b string) bool { return a == b || within(a, b, 0.6) }

// within reports whether one name lies in the other and makes up at least the
// share of it.
func within(a, b string, share float64) bool {
	if !strings.Contains(a, b) && !strings.Contains(b, a) {
		return false
	}
	m, n := utf8.RuneCountInString(a), utf8.RuneCountInString(b)
	return float64(min(m, n))/float64(max(1, m, n)) >= share
}

// likeness is the Dice coefficient of the pairs of neighbouring characters.
func likeness(a, b string) float64 {
	x, y := pairs(a), pairs(b)
	left := map[string]int{}
	for _, p := range y {
		left[p]++
	}
	common := 0
	for _, p := range x {
		if left[p] > 0 {
			left[p]--
			common++
		}
	}
	return 2 * float64(common) / float64(len(x)+len(y))
}

// pairs returns the pairs of neighbouring characters of s, or s itself where it has none.
func pairs(s string) []string {
	r := []rune(s)
	if len(r) < 2 {
		return []string{s}
	}
	var out []string
	for i := range r[1:] {
		out = append(out, string(r[i:i+2]))
	}
	return out
}

func lastTwo(s string) string {
	r := []rune(s)
	return string(r[max(0, len(r)-2):])
}

// markSet returns the different marks of a name, sorted.
func markSet(s string) []string {
	m := marks().FindAllString(s, -1)
	slices.Sort(m)
	return slices.Compact(m)
}
