package extract

import (
	"sort"
	"strings"
)

// grantWords are the words of grants, limits and conditions, each list longest
// first: lexicon/grant_words.tsv.
type grantWords struct {
	gifts, plain, links, caps []string
	giving, told              []string
	payees, became            []string
	limits, soft, yardsticks  []string
	moves, burdens            []string
}

func newGrantWords(rows [][]string) *grantWords {
	lists := map[string][]string{}
	for _, row := range rows {
		lists[row[0]] = append(lists[row[0]], strings.Fields(row[1])...)
	}
	for _, list := range lists {
		sort.Slice(list, func(i, j int) bool {
			if len(list[i]) != len(list[j]) {
				return len(list[i]) > len(list[j])
			}
			return list[i] < list[j]
		})
	}
	return &grantWords{
		gifts: lists["gift"], plain: lists["plain"], links: lists["link"], caps: lists["cap"],
		giving: lists["giving"], told: lists["told"],
		payees: lists["payee"], became: lists["became"],
		moves: lists["move"], burdens: lists["burden"],
		limits: lists["limit"], soft: lists["soft"], yardsticks: lists["yardstick"],
	}
}

// firstOf returns the first place in text at which one of the words stands, the
// longest there; -1 for none.
func firstOf(text string, words []string) (at int, word string) {
	at = -1
	for _, w := range words {
		if i := strings.Index(text, w); i >= 0 && (at < 0 || i < at) {
			at, word = i, w
		}
	}
	return at, word
}

// lastOf returns the place in text at which one of the words ends last, the
// longest there; -1 for none.
func lastOf(text string, words []string) (at int, word string) {
	at = -1
	for _, w := range words {
		if i := strings.LastIndex(text, w); i >= 0 && (at < 0 || i+len(w) > at+len(word)) {
			at, word = i, w
		}
	}
	return at, word
}

// cutFront takes words off the front of text as long as one stands there.
func cutFront(text string, words []string) string {
	for {
		w := longest(words, func(w string) bool { return strings.HasPrefix(text, w) })
		if w == "" {
			return text
		}
		text = text[len(w):]
	}
}

// cutRear takes words off the end of text as long as one stands there, and what
// says of how much one amount is: 每人每月, 每亩.
func cutRear(text string, words []string) string {
	for {
		w := longest(words, func(w string) bool { return strings.HasSuffix(text, w) })
		if w == "" {
			w = perEach(text)
		}
		if w == "" {
			return text
		}
		text = text[:len(text)-len(w)]
	}
}

// perEach returns the words at the end of text that say of how much one amount
// is: 每人每月, 每平方米, 每吨标准煤.
func perEach(text string) string {
	i := strings.LastIndex(text, "每")
	if i < 0 || len(text)-i > len("每吨标准煤") || len(text)-i < len("每人") {
		return ""
	}
	switch each := text[i+len("每"):]; each {
	case "人", "月", "年", "户", "亩", "张", "台", "辆", "座", "吨", "头", "只", "次", "天", "日", "套", "家", "个", "件", "项", "公里", "平方米", "立方米", "千瓦时", "千瓦", "班次", "架次", "人次", "班", "吨标准煤", "公斤", "斤", "度", "学期", "学年", "季度", "床", "例", "处", "株", "册", "标箱", "标准箱", "车次", "辆次", "笔", "单", "盏", "公顷", "平米", "车", "晚", "场", "届", "期", "小时", "课时", "所", "间", "名", "位", "生":
		return text[i:]
	}
	return ""
}
