package extract

import (
	"slices"
	"sort"
	"strings"

	"suyuan/segment"
)

// grantWords are the words of grants, limits and conditions, each list longest
// first: lexicon/grant_words.tsv.
type grantWords struct {
	gifts, plain, links, caps []string
	giving, told              []string
	payees, became            []string
	limits, soft, yardsticks  []string
	moves, burdens            []string
	each                      []string
	movesCaps, sumsCaps       []string // two lists as one
	givesGifts                []string
	fronts                    []string // what the name of a gift begins behind

	giftSet, toldSet, givingSet *wordSet
	units                       *units
}

func newGrantWords(rows [][]string, units *units) *grantWords {
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
		giftSet: newWordSet(lists["gift"]...), toldSet: newWordSet(lists["told"]...), givingSet: newWordSet(lists["giving"]...),
		units: units, each: lists["each"],
		gifts: lists["gift"], plain: lists["plain"], links: lists["link"], caps: lists["cap"],
		giving: lists["giving"], told: lists["told"],
		payees: lists["payee"], became: lists["became"],
		moves: lists["move"], burdens: lists["burden"],
		movesCaps: slices.Concat(lists["move"], lists["cap"]), sumsCaps: slices.Concat(sumWords, lists["cap"]),
		givesGifts: slices.Concat([]string{"给予", "予以"}, lists["gift"]),
		fronts:     slices.Concat(giftFronts, lists["giving"]),
		limits:     lists["limit"], soft: lists["soft"], yardsticks: lists["yardstick"],
	}
}

// cutPlain takes off the front of text what sets nothing apart: 一次性, 总; never the 总 of 总部.
func (g *grantWords) cutPlain(text string, more ...string) string {
	for {
		w := prefixOf(text, g.plain)
		if w == "" {
			w = prefixOf(text, more)
		}
		if w == "" || hasAnyPrefix(text, "总部", "总店", "总装", "后勤", "后备", "后期", "政府购买") {
			return text
		}
		text = text[len(w):]
	}
}

// cutRear takes words off the end of text as long as one stands there, and what
// says of how much one amount is: 每人每月, 每亩.
func (g *grantWords) cutRear(text string, words []string) string {
	for {
		w := suffixOf(text, words)
		if w == "" {
			w = g.perEach(text)
		}
		if w == "" {
			return text
		}
		text = text[:len(text)-len(w)]
	}
}

// perEach returns the words at the end of text that say of how much one amount
// is: 每人每月, 每平方米, 每吨标准煤.
func (g *grantWords) perEach(text string) string {
	i := segment.FindLastWord(text, "每")
	if i < 0 || len(text)-i > len("每五吨标准煤") {
		return ""
	}
	each := text[i+len("每"):]
	if contains(g.each, each) {
		return text[i:]
	}
	if u := g.units.at(each); u != nil && u.name == each {
		return text[i:]
	}
	return ""
}
