package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// sharedEnd returns the length of the end of the last member that holds for all:
// 创新平台 of 国家级、省级创新平台, 医疗器械 of 三类、二类医疗器械.
func sharedEnd(text string, items []segment.Range) int {
	last := text[items[len(items)-1].Start:items[len(items)-1].End]
	if byNumeral(text, items) {
		return len(last) - len("三")
	}
	if n := byCharacter(text, items); n > 0 {
		return len(last) - n
	}
	for _, item := range items[:len(items)-1] {
		s := text[item.Start:item.End]
		if contains(classWords, s) {
			for _, w := range classWords {
				if strings.HasPrefix(last, w) && len(w) < len(last) {
					return len(last) - len(w)
				}
			}
		}
		switch n := len(s); {
		case n == len("5A") && s[1] == 'A': // 5A、4A、3A级物流企业
			if i := strings.Index(last, "A"); i == 1 {
				return len(last) - len("5A")
			}
		case n == len("A"): // A、B类人才
			if i := strings.Index(last, "类"); i >= 0 && i <= len("A") {
				return len(last) - i
			}
		case n >= len("一") && n <= len("四个字的") && n < len(last) && utf8.RuneStart(last[n]) && s[n-3:] == last[n-3:n]: // 三类、二类医疗器械; 二孩、三孩家庭
			return len(last) - n
		}
		if mark := hasAnySuffix(s, "级", "类", "等", "期", "星级", "A级", "档", "型"); mark != "" {
			if i := strings.Index(last, mark); i >= 0 && i <= len(s) && i+len(mark) < len(last) {
				return len(last) - i - len(mark)
			}
		}
	}
	return 0
}

// byCharacter returns the length of what sets the members of a list apart where they differ in their
// first character alone, and the first has more before it and the last more behind it:
// 特困人员全护理、半护理照料.
func byCharacter(text string, items []segment.Range) int {
	first, last := text[items[0].Start:items[0].End], text[items[len(items)-1].Start:items[len(items)-1].End]
	for n := len("四个字的"); n >= len("全护理"); n -= len("字") {
		if n >= len(last) || n >= len(first) || !utf8.RuneStart(last[n]) || !utf8.RuneStart(first[len(first)-n]) {
			continue
		}
		end, same := last[len("半"):n], true
		for _, item := range items[:len(items)-1] {
			s := text[item.Start:item.End]
			same = same && strings.HasSuffix(s, end) && (len(s) == n || item == items[0])
		}
		if same {
			return n
		}
	}
	return 0
}

// byNumeral reports whether the members of a list are set apart by a numeral each, the last
// with the class that they are of: 省科学技术奖一、二、三等奖.
func byNumeral(text string, items []segment.Range) bool {
	for i, item := range items {
		s := text[item.Start:item.End]
		if len(s) < len("一") || i > 0 && i < len(items)-1 && len(s) > len("一") {
			return false
		}
		digit := lastRunes(s, 1)
		if i == len(items)-1 {
			digit = s[:len("一")]
			if prefixOf(s[len(digit):], []string{"等", "级", "类", "星", "孩", "期", "档"}) == "" {
				return false
			}
		}
		if !strings.Contains("特一二三四五六七八", digit) {
			return false
		}
	}
	return true
}

// sharedStart returns the length of the beginning of the first member that holds
// for all: 国家科学技术奖 of 国家科学技术奖一等奖、二等奖.
func sharedStart(text string, items []segment.Range) int {
	first := text[items[0].Start:items[0].End]
	if byNumeral(text, items) {
		return len(first) - len("一")
	}
	if n := byCharacter(text, items); n > 0 {
		return len(first) - n
	}
	if k := len("国家"); strings.HasPrefix(first, "国家") && starred(first[k:]) != first[k:] && starred(text[items[1].Start:items[1].End])[0] == 'A' {
		return k // 国家5A级、4A级景区
	}
	class := award(first)
	if class == "" || class == first {
		return 0
	}
	for _, item := range items[1:] {
		if s := text[item.Start:item.End]; award(s) != s {
			return 0
		}
	}
	return len(first) - len(class)
}
