package segment

import (
	"strings"
	"unicode/utf8"
)

// style is the way a heading or an item is numbered, in the order in which
// styles stand one under the other in official documents.
type style uint8

const (
	none     style  = iota
	part            // 第一部分, 第一编, 第一篇
	chapter         // 第一章
	section         // 第一节
	article         // 第一条
	han             // 一、
	hanIn           // （一）
	arabic          // 1. 1、
	decimal         // 1.1
	arabicIn        // （1） 1）
	circled         // ①
	box             // 专栏1, 重点工程 1
	dash            // ——
	bullet          // - • ●
	caption         // none: the title of a table
	numbered = iota // how many styles there are
)

// numbering is the number or mark that a line begins with.
type numbering struct {
	style  style
	deep   uint8 // decimal: how many numbers stand between the dots
	weak   bool  // a number and a blank, 1 总则: a heading only where 1.1 follows
	value  int16 // 0 where it has none or has lost it
	length int32 // bytes, with the white space and marks behind it
	bare   int32 // bytes without them
}

// parseNumber reads the number that s begins with.
func parseNumber(s string) numbering {
	n := readNumber(s)
	if n.style == none {
		return n
	}
	n.bare = n.length
	rest := s[n.length:]
	for rest != "" {
		k := spaceAt(rest)
		if strings.HasPrefix(rest, "**") {
			k = 2
		} else if rest[0] == '<' && k == 0 {
			k = tagLen(rest)
		}
		if k == 0 {
			break
		}
		n.length += int32(k)
		rest = rest[k:]
	}
	return n
}

func readNumber(s string) numbering {
	if s == "" {
		return numbering{}
	}
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case r == '第':
		return readOrdinal(s)
	case r == '(' || r == '（':
		return readBracket(s, size)
	case r == ')' || r == '）':
		// （二）面临形势 whose beginning is lost: )面临形势
		if next, _ := utf8.DecodeRuneInString(s[size:]); isHan(next) {
			return numbering{style: hanIn, length: int32(size)}
		}
	case r >= '①' && r <= '⑳':
		return numbering{style: circled, value: int16(r-'①') + 1, length: int32(size)}
	case numeral(r) > 0:
		return readHan(s)
	case figure(r) >= 0:
		return readArabic(s)
	case r == '专' || r == '重' || r == '案' || r == '任':
		return readBox(s)
	}
	return readMark(s, r, size)
}

// readOrdinal reads 第一章, 第2节, 第三部分, 第十五条.
func readOrdinal(s string) numbering {
	at := len("第") + blanksAt(s[len("第"):])
	value, n := hanOrFigures(s[at:])
	if n == 0 {
		return numbering{}
	}
	at += n
	at += blanksAt(s[at:])
	for _, u := range [...]struct {
		word  string
		style style
	}{{"部分", part}, {"编", part}, {"篇", part}, {"章", chapter}, {"节", section}, {"条", article}} {
		if !strings.HasPrefix(s[at:], u.word) {
			continue
		}
		at += len(u.word)
		rest := s[at:]
		// 第五条规定的情形, 第二章、第三章, 第一部分的 are running text
		for _, no := range [...]string{"规定", "所", "第", "和", "至", "、", "，", "款", "的", "中", "及", "或", "以", "之"} {
			if strings.HasPrefix(rest, no) {
				return numbering{}
			}
		}
		return numbering{style: u.style, value: value, length: int32(at)}
	}
	return numbering{}
}

// readBracket reads （一） and （1）.
func readBracket(s string, at int) numbering {
	at += blanksAt(s[at:])
	value, n := hanOrFigures(s[at:])
	if n == 0 || value > 99 {
		return numbering{}
	}
	st := arabicIn
	if r, _ := utf8.DecodeRuneInString(s[at:]); numeral(r) > 0 {
		st = hanIn
	}
	at += n
	at += blanksAt(s[at:])
	if c := closer(s[at:]); c > 0 {
		return numbering{style: st, value: value, length: int32(at + c)}
	}
	return numbering{}
}

// readHan reads 一、 and, its first bracket lost, 一）.
func readHan(s string) numbering {
	value, at := hanOrFigures(s)
	if at == 0 || value > 99 {
		return numbering{}
	}
	if c := closer(s[at:]); c > 0 {
		return numbering{style: hanIn, value: value, length: int32(at + c)}
	}
	gap := 0
	for at+gap < len(s) && s[at+gap] == ' ' {
		gap++
	}
	for _, mark := range [...]string{"、", "．", "."} {
		if rest, ok := strings.CutPrefix(s[at+gap:], mark); ok {
			// 二、三等奖各1项 is no heading
			if r, _ := utf8.DecodeRuneInString(rest); numeral(r) > 0 && strings.ContainsAny(rest[:min(len(rest), 12)], "、等") {
				return numbering{}
			}
			return numbering{style: han, value: value, length: int32(at + gap + len(mark))}
		}
	}
	return numbering{}
}

// boxes are the words that a box's title begins with.
var boxes = [...]string{"专栏", "重点工程", "重大工程", "重点项目", "重大项目", "重点任务", "重点行动", "案例", "任务"}

// readBox reads 专栏1, 专栏 1-2：, 重点工程三.
func readBox(s string) numbering {
	for _, word := range boxes {
		rest, ok := strings.CutPrefix(s, word)
		if !ok {
			continue
		}
		at := len(word)
		for rest != "" && spaceAt(rest) > 0 {
			at += spaceAt(rest)
			rest = s[at:]
		}
		value, n := hanOrFigures(rest)
		gap := at > len(word)
		if n > 0 {
			at += n
			if r, size := utf8.DecodeRuneInString(s[at:]); r == '-' || r == '—' || r == '－' {
				if _, more := figures(s[at+size:]); more > 0 {
					at += size + more
				}
			}
			gap = false
		}
		rest = s[at:]
		for _, mark := range [...]string{"：", ":", "、", "．", "."} {
			if strings.HasPrefix(rest, mark) {
				return numbering{style: box, value: value, length: int32(at + len(mark))}
			}
		}
		if n == 0 && !(gap && word == "专栏") {
			return numbering{}
		}
		// 重点工程3个, 任务一批 are running text
		if r, _ := utf8.DecodeRuneInString(rest); strings.ContainsRune("个项批是为的中等类大家支月年", r) && rest != "" {
			return numbering{}
		}
		return numbering{style: box, value: value, length: int32(at)}
	}
	return numbering{}
}

// readMark reads the marks of unnumbered items.
func readMark(s string, r rune, size int) numbering {
	rest := s[size:]
	next, _ := utf8.DecodeRuneInString(rest)
	switch r {
	case '—', '－', '─', '–':
		n := size
		for strings.HasPrefix(s[n:], s[:size]) && n < 4*size {
			n += size
		}
		if after, _ := utf8.DecodeRuneInString(s[n:]); n >= 2*size && after != utf8.RuneError && figure(after) < 0 && !strings.ContainsRune("—－─–", after) {
			return numbering{style: dash, length: int32(n)}
		}
	case '-', '*', '+':
		if next == ' ' || next == '\t' {
			return numbering{style: bullet, length: int32(size)}
		}
		if r == '-' && (isHan(next) || strings.HasPrefix(rest, "-") && !strings.HasPrefix(rest, "--")) {
			n := size + len(rest) - len(strings.TrimLeft(rest, "-"))
			return numbering{style: dash, length: int32(n)}
		}
	case '•', '●', '■', '◆', '★', '▲', '◇', '□', '➢', '►', '▪', '·', '※', '\uf06c', '\uf0d8', '\uf06e':
		if next != utf8.RuneError {
			return numbering{style: bullet, length: int32(size)}
		}
	}
	return numbering{}
}
