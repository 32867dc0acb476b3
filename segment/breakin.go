package segment

import (
	"strings"
	"unicode/utf8"
)

// breakIn returns where a new heading begins within the line text[from:to], as in
// texts that have lost line breaks: 二、重点任务。（一）实施…, …成效显著。 二、存在问题.
// It stands behind the end of a sentence, goes on with the numbers seen so far
// or begins a lower level, and has a title. 0 where there is none.
func breakIn(text string, from, to int, seen *[numbered]int16) int {
	first, _ := trim(text, from, to)
	if first < to && (text[first] == '|' || strings.IndexByte(text[first:to], '\t') >= 0) {
		return 0 // | 一、经济发展 | | is a row of a table
	}
	line := readNumber(text[first:to])
	if at := behindTitle(text, first, to, line); at > 0 {
		return at
	}
	for at := first; at < to; {
		k := FindWord(text[at:to], "。")
		if k < 0 {
			return 0
		}
		at += k
		at += sentenceEnd(text[at:to])
		start, _ := trim(text, at, to)
		if start >= to {
			return 0
		}
		n := readNumber(text[start:to])
		if n.style == none || n.style > hanIn || n.style == article {
			if !(n.style == arabic && n.value == 1 && line.style == hanIn && shortLead(text[first:at])) {
				continue
			}
		}
		if follows(n, line, seen) && titled(text[start+int(n.length):to]) {
			return start
		}
	}
	return 0
}

// behindTitle returns where the first heading begins on a line that opens with
// a title and a blank: 某县2023年工作总结 一、主要成效 …, 三、下一步打算 （一）….
func behindTitle(text string, from, to int, line numbering) int {
	for at := from + int(line.length); at < min(to, from+240); {
		if k := spaceAt(text[at:to]); k > 0 {
			at += k
			if n := readNumber(text[at:to]); n.value == 1 && n.style > line.style && n.style <= hanIn && n.style != article && titled(text[at+int(n.length):to]) {
				return at
			}
			continue
		}
		r, n := utf8.DecodeRuneInString(text[at:to])
		switch r {
		case '。', '；', '，', '：', ',', ';', ':':
			return 0
		}
		at += n
	}
	return 0
}

// follows reports whether the number n goes on with those seen before, or begins
// the level under that of the line it stands in.
func follows(n, line numbering, seen *[numbered]int16) bool {
	if line.style == n.style {
		return n.value == line.value+1
	}
	if n.value == 1 {
		return line.style == none && seen[n.style] == 0 || line.style != none && line.style < n.style
	}
	return n.value == seen[n.style]+1
}

// shortLead reports whether t, a number and a sentence, is a title.
func shortLead(t string) bool { return short(t, longLead+4) && !stating(t) }

// titled reports whether t begins with a title: a short sentence, or words up to
// a blank or the next number.
func titled(t string) bool {
	t = t[:min(len(t), 4*longLead)]
	width := 0
	for i, r := range t {
		switch {
		case r == '。' || unseen(r) || r == '（' || r == '(':
			return width >= 3 && !stating(t[:i])
		case r == '；' || r == ';' || r == '：' || r == ':' || r == utf8.RuneError:
			return false
		}
		if width++; width > longLead {
			return false
		}
	}
	return width >= 3
}
