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

// lures are the words that a spammer's name ends with.
var lures = [...]string{"官方网站", "官网", "网址", "下载", "注册", "登录", "登陆", "开户", "投注", "app", "APP", "入口"}

// spam finds names of gambling sites and the like set into a sentence: digits or
// letters glued to Chinese, a name given twice in two spellings or a word of
// gambling, and a lure, as in 188某某宝,某宝某 官网.
func spam(out []source.Span, s string, base int) []source.Span {
	for _, lure := range lures {
		for at := 0; ; {
			i := FindWord(s[at:], lure)
			if i < 0 {
				break
			}
			end := at + i + len(lure)
			if start := spamStart(s, at+i); start >= 0 {
				for more := true; more; {
					more = false
					for _, l := range lures {
						if rest := strings.TrimLeft(s[end:], " ,，"); strings.HasPrefix(rest, l) {
							end, more = len(s)-len(rest)+len(l), true
						}
					}
				}
				out = append(out, source.Span{Start: base + start, End: base + end})
			}
			at = end
		}
	}
	return out
}

// spamStart returns where the spam that ends in front of a lure at s[end:]
// begins, -1 where the words in front of it are none.
func spamStart(s string, end int) int {
	start := end
	for n := 0; start > 0 && n < 26; n++ {
		r, size := utf8.DecodeLastRuneInString(s[:start])
		if !isHan(r) && !wordy(r) && !strings.ContainsRune(" ,，.-·|/&", r) || r == '“' || r == '《' {
			break
		}
		start -= size
	}
	// from the first letter or digit that is glued to Chinese on both sides
	for i := start; i < end; i++ {
		if !wordy(rune(s[i])) || i > 0 && wordy(rune(s[i-1])) {
			continue
		}
		k := i
		for k < end && wordy(rune(s[k])) {
			k++
		}
		r, _ := utf8.DecodeRuneInString(s[k:])
		if k-i >= 2 && isHan(r) && spamName(s[k:end], k-i >= 3 || s[i] > '9') {
			return i
		}
	}
	return -1
}

// spamName reports whether t, which follows digits or letters and stands in
// front of a lure, is a spammer's name.
func spamName(t string, strong bool) bool {
	for _, w := range [...]string{"博彩", "娱乐城", "百家乐", "棋牌", "老虎机", "时时彩", "六合彩", "真人视讯", "赌场", "投注", "彩票", "电竞竞猜"} {
		if strings.Contains(t, w) {
			return true
		}
	}
	bare := strings.TrimRight(t, " ,，")
	if strong && (bare == "体育" || bare == "娱乐" || bare == "真人" || bare == "国际娱乐") {
		return true
	}
	parts := strings.FieldsFunc(bare, func(r rune) bool { return strings.ContainsRune(" ,，|/·", r) })
	for i := 1; i < len(parts); i++ {
		if twins(parts[i-1], parts[i]) {
			return true
		}
	}
	return false
}

func hanOnly(r rune) rune {
	if isHan(r) {
		return r
	}
	return -1
}

// twins reports whether a and b are two spellings of one short name: nearly the
// same characters, as no two words beside each other in a sentence have.
func twins(a, b string) bool {
	a, b = strings.Map(hanOnly, a), strings.Map(hanOnly, b)
	n, m := utf8.RuneCountInString(a), utf8.RuneCountInString(b)
	if n < 2 || n > 6 || m < 2 || m > 6 || n-m > 1 || m-n > 1 {
		return false
	}
	same := 0
	for _, r := range b {
		if isHan(r) && strings.ContainsRune(a, r) {
			same++
		}
	}
	return same >= 2 && same >= m-1 && same >= n-1
}
