package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// ranked reads a chain of k ranks in front of what all of them are ranks of:
// 国家级及省级创新中心、示范企业.
func (o *offer) ranked(at segment.Range, text string, k int) []name {
	begin, i := -1, 0
	var ranks []segment.Range
	for i < len(text) && len(ranks) < k {
		w := prefixOf(text[i:], rankWords)
		if w == "" {
			w = bareRank(text[:i], text[i:], begin >= 0)
		}
		switch {
		case w != "":
			if begin < 0 {
				begin = i
			}
			ranks = append(ranks, segment.Range{Start: i, End: i + len(w)})
			i += len(w)
		case begin >= 0:
			mark := prefixOf(text[i:], []string{"以及", "、", "及", "和", "与", "或"})
			if mark == "" {
				return nil
			}
			i += len(mark)
		default:
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
		}
	}
	if begin >= 0 && strings.HasPrefix(text[i:], "的") {
		i += len("的") // 国家级、省级的示范区
	}
	rest := strings.TrimSuffix(text[i:], "的")
	if strings.HasSuffix(rest, ")") {
		rest = rest[:max(strings.LastIndexByte(rest, '('), 0)] // 示范区(示范场)
	}
	if len(ranks) != k || len(rest) < len("企业") || len(rest) > 2*len("十二个字以内的定语说明它") || strings.HasPrefix(rest, "、") || strings.ContainsAny(rest, "的0123456789\x00") {
		return nil
	}
	var out []name
	for _, r := range ranks {
		out = append(out, name{{p: o.p, at: segment.Range{Start: at.Start + r.Start, End: at.Start + r.End}}, {p: o.p, at: segment.Range{Start: at.Start + i, End: at.Start + i + len(rest)}}})
	}
	return out
}

// bareRank returns a rank without 级 at the beginning of text, where another rank
// of the chain stands behind it or before it: 国家、省级企业技术中心; 省、市龙头企业;
// never the 省 of 全省.
func bareRank(before, text string, chained bool) string {
	w := prefixOf(text, []string{"国家", "自治区", "省", "市", "县", "区", "州"})
	if w == "" || hasAnySuffix2(before, "全", "本", "我", "各", "该", "外", "内") || strings.HasPrefix(text[len(w):], "外") {
		return ""
	}
	if chained {
		return w
	}
	mark := prefixOf(text[len(w):], []string{"、", "和", "及", "与", "或"})
	if mark == "" || before != "" && !hasAnySuffix2(before, "对", "的", "为", "入", "定", "得", "评", "获", "选", "批", "到", "建", "成", ")") {
		return ""
	}
	if next := text[len(w)+len(mark):]; prefixOf(next, rankWords) == "" && bareRank("", next, true) == "" {
		return ""
	}
	return w
}

// rankWords are the ranks that such a chain is made of.
var rankWords = []string{"世界级", "国际级", "国家级", "省级", "市级", "县级", "区级", "自治区级", "州级"}
