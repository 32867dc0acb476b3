package extract

import (
	"strings"
	"unicode/utf8"
)

// cursor reads a flow's text from left to right. A reading that fails may leave
// it anywhere: who tries several puts it back.
type cursor struct {
	text  string
	pos   int
	head  bool // the text is a cell of a table's head
	alone bool // the text is a quote without its surroundings, which spoke for it
}

// peek reports whether one of the words stands at the cursor.
func (c *cursor) peek(words ...string) bool {
	for _, w := range words {
		if strings.HasPrefix(c.text[c.pos:], w) {
			return true
		}
	}
	return false
}

// take passes over the first of the words that stands at the cursor.
func (c *cursor) take(words ...string) bool {
	for _, w := range words {
		if strings.HasPrefix(c.text[c.pos:], w) {
			c.pos += len(w)
			return true
		}
	}
	return false
}

// takeUnless takes word where none of the endings follows it, which would make
// it a part of another word.
func (c *cursor) takeUnless(word string, endings string) bool {
	if !c.peek(word) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(c.text[c.pos+len(word):])
	if strings.ContainsRune(endings, next) {
		return false
	}
	c.pos += len(word)
	return true
}

// dash takes what stands between the ends of a range.
func (c *cursor) dash() bool {
	if c.take("至", "到", "~") {
		return true
	}
	n := c.pos
	for c.pos < len(c.text) && c.text[c.pos] == '-' {
		c.pos++
	}
	return c.pos > n && c.pos-n <= 3
}

// digits reads a number of at least one and at most limit digits that no digit
// and no decimal follows.
func (c *cursor) digits(limit int) (int, bool) {
	n, value := 0, 0
	for c.pos < len(c.text) && isDigit(c.text[c.pos]) {
		value = value*10 + int(c.text[c.pos]-'0')
		c.pos++
		if n++; n > limit {
			return 0, false
		}
	}
	if n > 0 && c.peek(".") && c.pos+1 < len(c.text) && isDigit(c.text[c.pos+1]) {
		return 0, false
	}
	return value, n > 0
}

// small reads a number up to 99 in digits or in Chinese: 5, 12, 十一, 二十八, 廿.
func (c *cursor) small() (int, bool) {
	if c.pos < len(c.text) && isDigit(c.text[c.pos]) {
		return c.digits(2)
	}
	tens, ten := 0, true
	switch {
	case c.take("廿"):
		tens = 2
	case c.take("卅"):
		tens = 3
	default:
		tens = c.chineseDigit()
		if ten = c.take("十"); ten && tens == 0 {
			tens = 1
		}
	}
	if !ten {
		return tens, tens > 0
	}
	return tens*10 + c.chineseDigit(), true
}

// chineseDigit reads one of 一 to 九, 0 where none stands.
func (c *cursor) chineseDigit() int {
	for i, w := range [...]string{"一", "二", "三", "四", "五", "六", "七", "八", "九"} {
		if c.take(w) {
			return i + 1
		}
	}
	if c.take("两") {
		return 2
	}
	return 0
}

// chineseDigits are the characters that a Chinese number begins with.
var chineseDigits = runesOf("〇零一二两三四五六七八九十廿卅百")
