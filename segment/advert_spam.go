package segment

import (
	"strings"
	"unicode/utf8"

	"suyuan/source"
)

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

// lures are the words that a spammer's name ends with.
var lures = [...]string{"官方网站", "官网", "网址", "下载", "注册", "登录", "登陆", "开户", "投注", "app", "APP", "入口"}

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
