package segment

import (
	"strings"
	"unicode/utf8"

	"suyuan/source"
)

// alternating cuts t, which stands at the byte base, into words and numbers as
// they follow each other, a year or a range of years at the end of the digits
// being a cell of its own: 某项目1.352022-2023某局.
func alternating(t string, base int) []source.Span {
	var out []source.Span
	from, inDigits := 0, false
	cut := func(at int) {
		if at <= from {
			return
		}
		if inDigits {
			if k := yearsAt(t[from:at]); k > 0 {
				out = append(out, inner(t, from, from+k, base))
				from += k
			}
		}
		out = append(out, inner(t, from, at, base))
		from = at
	}
	for i, r := range t {
		digits := figure(r) >= 0 || from < i && inDigits && strings.ContainsRune(".,-—－–~～", r)
		if digits != inDigits {
			cut(i)
			inDigits = digits
		}
	}
	cut(len(t))
	return out
}

// yearsAt returns where in a run of digits the year or the range of years begins
// that ends it, 0 where there is none or nothing stands in front of it.
func yearsAt(t string) int {
	for k := range t {
		value, n := figures(t[k:min(len(t), k+4)])
		if k == 0 || n != 4 || value < 1990 || value >= 2060 {
			continue
		}
		rest := strings.TrimLeft(t[k+4:], "-—－–~～")
		if rest == "" && len(t) == k+4 {
			return k
		}
		if more, n := figures(rest); n == 4 && len(rest) == 4 && more >= value && len(rest) < len(t[k+4:]) {
			return k
		}
	}
	return 0
}

// glued cuts name, unit, values and nature of a row that has no blanks between them.
func (f *flatTable) glued(from, to int, types []cellKind) []source.Span {
	t := f.s.text[from:to]
	var out []source.Span
	stop := len(t)
	for _, w := range [...]string{"预期性", "约束性"} {
		if strings.HasSuffix(t, w) {
			stop -= len(w)
		}
	}
	at := valueStart(t[:stop])
	if at == 0 || at >= stop {
		return nil
	}
	name := at
	if hasUnit(types) {
		name -= unitSuffix(t[:at])
	} else if strings.HasPrefix(t[at:], "%") {
		at++ // 覆盖率%85: the sign belongs to the name
		name = at
	}
	if name == 0 {
		return nil
	}
	out = append(out, inner(t, 0, name, from))
	if name < at {
		out = append(out, inner(t, name, at, from))
	} else if hasUnit(types) && strings.HasPrefix(t[at:], "%") {
		out = append(out, source.Span{Start: from + at, End: from + at + 1})
		at++
	}
	out = append(out, values(t, at, stop, from)...)
	if stop < len(t) {
		out = append(out, source.Span{Start: from + stop, End: to})
	}
	return out
}

func hasUnit(types []cellKind) bool {
	for _, k := range types {
		if k == unitCell {
			return true
		}
	}
	return false
}

// around are the words and signs that stand around the numbers of a cell.
var around = [...]string{"左右", "以上", "以下", "以内", "&gt;", "&lt;", "&ge;", "&le;", "≥", "≤", "＞", "＜", "〉", "〈", "％", "‰", "～", "—", "–", "－", "∶", "：", "＊", "［", "］", "〔", "〕", "约", "，", "\u3000"}

// valueStart returns where the numbers at the end of t begin.
func valueStart(t string) int {
	at := len(t)
next:
	for at > 0 {
		if c := t[at-1]; c < 0x80 {
			if c >= '0' && c <= '9' || strings.IndexByte(".,%<>=~-/:*+[] ", c) >= 0 {
				at--
				continue
			}
		}
		for _, w := range around {
			if strings.HasSuffix(t[:at], w) {
				at -= len(w)
				continue next
			}
		}
		break
	}
	for at < len(t) && strings.IndexByte(".,/:-+* ", t[at]) >= 0 {
		at++
	}
	return at
}

// hasValue reports whether a row's text has a digit behind its number and name.
func hasValue(t string) bool {
	t = strings.TrimLeft(t, "0123456789.、． ")
	return strings.ContainsAny(t, "0123456789")
}

// values cuts t[from:to] into its values: a sign that compares begins one, a
// blank or a word behind a number ends one, a dash that stands alone is one.
func values(t string, from, to, base int) []source.Span {
	var out []source.Span
	start := -1
	number := false
	flush := func(at int) {
		if start >= 0 {
			if sp := inner(t, start, at, base); sp.Len() > 0 {
				out = append(out, sp)
			}
		}
		start, number = -1, false
	}
	for at := from; at < to; {
		r, n := utf8.DecodeRuneInString(t[at:to])
		switch {
		case unseen(r):
			flush(at)
		case strings.ContainsRune("≥≤><＞＜〉〈约&［〔[", r):
			if number {
				flush(at)
			}
			if start < 0 {
				start = at
			}
			if r == '&' {
				if k := strings.IndexByte(t[at:to], ';'); k > 0 {
					n = k + 1
				}
			}
		case (r == '—' || r == '－' || r == '–' || r == '-' || r == '/') && !number:
			if start < 0 {
				start = at
			}
			for strings.HasPrefix(t[at+n:to], string(r)) {
				n += len(string(r))
			}
			flush(at + n)
		default:
			if start < 0 {
				start = at
			}
			number = number || figure(r) >= 0
			if r == '上' || r == '下' || r == '右' || r == '内' || r == '］' || r == '〕' || r == ']' || r == '*' {
				flush(at + n)
			}
		}
		at += n
	}
	flush(to)
	return out
}

// flatUnits are units that stand behind an indicator's name without a bracket,
// longer ones first where one ends another.
var flatUnits = [...]string{"千克标准煤/吨", "吨标准煤/万元", "立方米/万元", "微克/立方米", "元/平方公里", "万元/亩", "亿元/平方公里", "万千瓦时", "亿千瓦时", "平方公里", "平方千米", "万立方米", "亿立方米", "平方米", "立方米", "万平方米", "万千瓦", "万人次", "万公顷", "亿美元", "万美元", "亿斤", "万辆", "万亩", "万吨", "万头", "万只", "万户", "万人", "万个", "万件", "万张", "万套", "万元", "亿元", "万亿元", "公里", "公顷", "兆瓦", "千瓦", "人年", "人次", "家次", "件/万人", "张/千人", "人/千人", "％", "‰", "个百分点", "个", "家", "项", "件", "人", "名", "座", "处", "条", "辆", "台", "套", "张", "所", "户", "岁", "年", "天", "元", "吨", "亩", "只", "头", "倍", "位", "种", "部", "次", "片", "对", "艘", "架", "间", "栋", "米"}

// unitSuffix returns the length of the unit that t ends with, 0 where it ends with none.
func unitSuffix(t string) int {
	best := 0
	for _, u := range flatUnits {
		if len(u) > best && len(u) < len(t) && strings.HasSuffix(t, u) {
			best = len(u)
		}
	}
	return best
}
