package segment

import (
	"sort"
	"strings"
	"unicode/utf8"

	"suyuan/source"
)

// adverts appends to out what stands within text[from:to] and belongs to no
// sentence: addresses of web pages, page numbers, notes such as 【推荐阅读：…】, counts of
// readers, and the names that spammers put in the middle of sentences. odd and
// gaps are what the look at the line has found.
func adverts(out []source.Span, text string, from, to int, odd, gaps bool) []source.Span {
	if to-from < 6 {
		return out
	}
	first := len(out)
	s := text[from:to]
	if odd {
		out = addresses(out, s, from)
		out = pageCounts(out, s, from)
		out = inserts(out, s, from)
		out = spam(out, s, from)
	}
	if gaps {
		out = counts(out, s, from)
	}
	if len(out) == first {
		return out
	}
	return ordered(out, first)
}

// ordered sorts the spans from first on and drops those that overlap an earlier one.
func ordered(out []source.Span, first int) []source.Span {
	sort.Slice(out[first:], func(i, k int) bool { return out[first+i].Start < out[first+k].Start })
	kept := out[:first]
	for _, sp := range out[first:] {
		if len(kept) == first || sp.Start >= kept[len(kept)-1].End {
			kept = append(kept, sp)
		}
	}
	return kept
}

// addresses finds http://… and www.….
func addresses(out []source.Span, s string, base int) []source.Span {
	for _, head := range [...]string{"http://", "https://", "www."} {
		for at := 0; ; {
			i := strings.Index(s[at:], head)
			if i < 0 {
				break
			}
			start, end := at+i, at+i
			for end < len(s) && s[end] > ' ' && s[end] < 0x7f && s[end] != ')' && s[end] != ',' && s[end] != ';' && s[end] != '<' {
				end++
			}
			at = end
			if open := linkStart(s, start); open >= 0 && end < len(s) && s[end] == ')' {
				// [words](address): the words stay
				out = append(out, source.Span{Start: base + open, End: base + open + 1})
				start, end = start-len("]("), end+1
			}
			out = append(out, source.Span{Start: base + start, End: base + end})
		}
	}
	return out
}

// pageCounts finds the page number that a converter left in the middle of a line: 第2页共18页.
func pageCounts(out []source.Span, s string, base int) []source.Span {
	for at := 0; ; {
		i := strings.Index(s[at:], "第")
		if i < 0 {
			return out
		}
		start := at + i
		end := start
		for _, word := range [...]string{"第", "页", "共", "页"} {
			rest := strings.TrimLeft(s[end:], " ,，/")
			if word == "页" {
				_, n := figures(rest)
				if rest = strings.TrimLeft(rest[n:], " "); n == 0 || n > 4 {
					rest = ""
				}
			}
			if !strings.HasPrefix(rest, word) {
				end = 0
				break
			}
			end = len(s) - len(rest) + len(word)
		}
		if end == 0 {
			at = start + len("第")
			continue
		}
		out = append(out, source.Span{Start: base + start, End: base + end})
		at = end
	}
}

// linkStart returns where the words of the Markdown link begin whose address
// stands at s[at:], -1 where there is none.
func linkStart(s string, at int) int {
	from := max(0, at-240)
	if !strings.HasSuffix(s[:at], "](") {
		return -1
	}
	if k := strings.LastIndexByte(s[from:at-2], '['); k >= 0 {
		return from + k
	}
	return -1
}

// inserts finds what an editor's system puts in brackets: 【推荐阅读：…】.
func inserts(out []source.Span, s string, base int) []source.Span {
	for at := 0; ; {
		i := strings.Index(s[at:], "【")
		if i < 0 {
			return out
		}
		start := at + i
		at = start + len("【")
		end := strings.Index(s[at:min(len(s), at+180)], "】")
		if end < 0 {
			continue
		}
		inner := s[at : at+end]
		for _, w := range [...]string{"推荐阅读", "相关阅读", "延伸阅读", "点击", "扫码", "关注我们", "报名入口", "免费", "下载", "更多精彩", "精选推荐", "打印", "字体"} {
			if strings.HasPrefix(inner, w) || w == "报名入口" && strings.HasSuffix(inner, w) {
				at += end + len("】")
				out = append(out, source.Span{Start: base + start, End: base + at})
				break
			}
		}
	}
}

// counts finds how often a web page was read, and its switch for the size of letters.
func counts(out []source.Span, s string, base int) []source.Span {
	for _, w := range [...]string{"浏览次数", "点击数", "点击量", "点击", "阅读次数", "阅读量", "阅读", "访问量", "浏览量", "字体", "字号"} {
		i := strings.Index(s, w)
		if i < 0 || i > 0 && s[i-1] != ' ' && s[i-1] != '\t' && !strings.HasSuffix(s[:i], "\u3000") && !strings.HasSuffix(s[:i], "【") {
			continue
		}
		end := i + len(w)
		rest := s[end:]
		if !strings.HasPrefix(rest, "：") && !strings.HasPrefix(rest, ":") {
			continue
		}
		for end < len(s) {
			r, n := utf8.DecodeRuneInString(s[end:])
			if figure(r) < 0 && !strings.ContainsRune("：:,，次[]【】大中小 ", r) {
				break
			}
			end += n
		}
		_, stop := trim(s, i, end)
		out = append(out, source.Span{Start: base + i, End: base + stop})
	}
	return out
}
