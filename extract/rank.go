package extract

import (
	"strings"

	"suyuan/segment"
)

// rankVerbs say that a quantity stands at a place in an order.
var rankVerbs = []string{"位居", "稳居", "跃居", "居", "位列", "名列", "列", "排名", "排", "处于", "蝉联", "进入", "升至", "上升至", "前移至", "获评", "位次", "跻身", "荣获", "升到", "从", "由", "至", "保持"}

// rankVerb returns where the verb of a rank begins in the words before it, -1 for none.
func rankVerb(left string) int {
	best, end := -1, 0 // the longest of those that end last: 跃居, not 居
	for _, v := range rankVerbs {
		i := strings.LastIndex(left, v)
		if i > best && !(best >= 0 && i+len(v) == end) || i >= 0 && i < best && i+len(v) == end {
			best, end = i, i+len(v)
		}
	}
	for i := best; i > 0; { // 排名居, 总量排名: the first verb of a chain
		v := hasAnySuffix(left[:i], rankVerbs...)
		if v == "" && strings.HasSuffix(left[:i], "分") && !hasAnySuffix2(left[:i], "得分", "积分", "评分", "总分", "均分", "满分") {
			v = "分" // 分居全省第4、第3位
		}
		if v == "" {
			return i
		}
		i -= len(v)
		best = i
	}
	return best
}

// rankPhrase reads the quantity that is ranked: what stands before 居全省第3位.
func (r *reading) rankPhrase(p *passage, at segment.Range, left string) nounPhrase {
	i := rankVerb(left)
	if where := hasAnySuffix(left, "全国", "全省", "全市", "全区", "全县", "西部", "全球", "世界"); i < 0 && len(where) < len(left) && where != "" {
		if n := r.leftPhrase(p, segment.Range{Start: at.Start, End: at.End - len(where)}, false); !n.empty() {
			return n // 林草产业总产值全国第一
		}
	}
	if i < 0 {
		return nounPhrase{at: segment.Range{Start: at.End, End: at.End}}
	}
	if hasAnyPrefix(left[i:], "获评", "荣获") {
		n := r.leftPhrase(p, segment.Range{Start: at.Start + i, End: at.End}, false)
		if !n.empty() {
			return n
		}
	}
	n := r.leftPhrase(p, segment.Range{Start: at.Start, End: at.Start + i}, false)
	if i, _ := firstOf(p.textOf(n.at), []string{"在全国", "在全省", "在全市", "在全区", "在全县", "在全州"}); i > 0 && !n.empty() {
		n.at.End = n.at.Start + i // 增速在全市16个县区中排名第五
	}
	if pace := prefixOf(p.flow.Text[n.at.End:at.Start+i], paces); !n.empty() {
		n.at.End += len(pace) // 地区生产总值增速居全省第2位: the pace is ranked
	}
	if n.empty() { // 增长6%，增幅居全省第7位
		text := strings.TrimLeft(p.textOf(segment.Range{Start: at.Start, End: at.Start + i}), "，、;")
		if pace := prefixOf(text, paces); pace != "" {
			from := at.Start + i - len(text)
			n.at = segment.Range{Start: from, End: from + len(pace)}
		}
	}
	return n
}

// paces are the words for how fast something grows.
var paces = []string{"增速", "增幅", "涨幅", "降幅", "增长率", "增长速度"}
