package extract

import (
	"strings"
	"unicode/utf8"
)

// sizes tell parts of a sum apart by how large they are: 水库86座，其中大中型9座.
var sizes = []string{"大型", "中型", "小型", "大中型", "中小型"}

// unspent end names of money that is no part of an investment for what it is spent on:
// they say where it comes from, or are quantities of their own.
var unspent = []string{"额", "量", "值", "税", "税收", "利润", "利税", "存款", "外资", "内资", "费", "费用", "款", "金", "基金", "资金", "投入", "贷款", "配套", "补助", "债券", "自筹", "政府", "中央", "财政", "融资", "银行"}

// behind returns the quantity of the clause that stands behind a name, the first of all
// where the name stands elsewhere.
func (cl *clause) behind(own part) *quantity {
	for _, sl := range cl.slots {
		if own.p != nil && own.at.Start >= cl.Start && sl.q.Start >= own.at.End {
			return sl.q
		}
	}
	return cl.slots[0].q
}

// partly reports whether 其中 stands in front of a name in the same part of its sentence:
// what stands behind a semicolon is no part of the sum in front of it.
func (n part) partly() bool {
	if n.p == nil || n.implied != "" {
		return false
	}
	text, _ := n.p.before(n.p.sentence(n.at.Start).Start, n.at.Start)
	return strings.Contains(text[strings.LastIndexByte(text, ';')+1:], "其中")
}

// district reports whether s is the name of a place whose part of a sum may be told:
// 泸水市, 黄埔区, 经开区, but 夜市, 棚户区 and 产粮大县 are kinds of things.
func (r *reading) district(s string) bool {
	if !hasAnySuffix2(s, "市", "县", "区", "旗") || utf8.RuneCountInString(s) > 5 {
		return false
	}
	if contains(seats, s) {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(s[:len(s)-len("区")])
	n, _ := r.lexicon.regions().lead(s)
	return n == len(s) && !strings.ContainsRune("超夜早门菜集楼户护假小导领养病展点大强困范级", last)
}

// seats are the places of every city that have no name but their kind.
var seats = []string{"城区", "主城区", "中心城区", "市区", "高新区", "经开区"}

// undivided returns the sum without the place or the size of the part told before:
// 水库 of 大型水库.
func (r *reading) undivided(n name) name {
	if len(n) > 1 && n[0].implied == "" && (contains(sizes, n[0].text()) || r.district(n[0].text())) {
		return n[1:]
	}
	s := n.String()
	for _, size := range sizes {
		if rest, ok := strings.CutPrefix(s, size); ok && rest != "" && len(n) == 1 {
			return tailOf(n, len(rest))
		}
	}
	return n
}

// listedBehind reports whether a name stands behind the mark of a list, right behind the
// number before.
func listedBehind(own part, last *bound) bool {
	from := last.q.whole.End
	return last.slot != nil && own.implied == "" && from+len("、") == own.at.Start && strings.HasPrefix(own.p.flow.Text[from:], "、")
}
