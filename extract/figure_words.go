package extract

import (
	"slices"
	"sort"
	"strings"
)

// figureWords are the words around a number that are no part of an indicator's
// name, and what keeps them in it after all. The lists are lexicon/figure_words.tsv
// and figure_guards.tsv.
type figureWords struct {
	heads, stops, levels     *wordSet // longest first
	tails                    *endSet  // longest first
	tailStarts               *wordSet // the same, by their first character
	verbs, predicates        *wordSet
	attribute, sure, adverbs map[string]bool
	prepositions, agents     []string
	headKeeps, tailKeeps     map[string][]string // by head or tail
}

func newFigureWords(rows, guards [][]string) *figureWords {
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
	keeps := map[string]map[string][]string{"head": {}, "tail": {}}
	for _, row := range guards {
		for _, word := range strings.Fields(row[1]) {
			keeps[row[0]][word] = append(keeps[row[0]][word], strings.Fields(row[2])...)
		}
	}
	return &figureWords{
		heads: newWordSet(lists["head"]...), stops: newWordSet(lists["stop"]...), levels: newWordSet(lists["level"]...),
		tails: newEndSet(lists["tail"]...), tailStarts: newWordSet(lists["tail"]...),
		verbs: newWordSet(lists["verb"]...), predicates: newWordSet(lists["predicate"]...), attribute: setOf(lists["attribute"]),
		sure: setOf(lists["sure"]), adverbs: setOf(lists["adverb"]),
		prepositions: lists["preposition"], agents: lists["agent"],
		headKeeps: keeps["head"], tailKeeps: keeps["tail"],
	}
}

// tail returns the longest tail that text ends with and that is no part of a noun:
// 达到 of 投资总额达到, but not the 有 of 国有.
func (w *figureWords) tail(text string) string {
	return longest(w.tails.of(text), func(t string) bool {
		return strings.HasSuffix(text, t) && !hasAnySuffix2(text, w.tailKeeps[t]...) && !(len(t) == len("增") && shortVerbs[t] && len(text) <= len("增长"))
	})
}

// shortVerbs are tails that could also be the whole of a short noun's end.
var shortVerbs = setOf([]string{"增", "减", "降", "升", "净", "翻", "自", "以", "按", "含"})

// trimHeads returns the place behind the heads that text[i:j] begins with.
func (w *figureWords) trimHeads(heads *wordSet, text string, i, j int) int {
	for i < j {
		h := longest(heads.of(text[i:j]), func(h string) bool { return strings.HasPrefix(text[i:j], h) && w.headStands(text[i:j], h) })
		if h == "" {
			return i
		}
		i += len(h)
	}
	return i
}

// quantityEnds make a noun of the verb before them: 开工率, 使用量, 建设规模.
var quantityEnds = []string{"率", "量", "额", "数量", "度", "值", "者", "性", "期", "力", "员", "商", "面积", "总面积", "规模", "总量", "总额"}

// headStands reports whether a head in front of text is none of the name's own
// words: 新增 is taken off 新增专利授权, but 对外贸易, 发展指数 and 建设用地 keep theirs.
func (w *figureWords) headStands(text, h string) bool {
	rest := text[len(h):]
	if len(h) > len("上") && !hasAnyPrefix(h, "全市", "全省", "全县", "全区", "全国", "全州") && hasAnyPrefix(rest, quantityEnds...) && !hasAnyPrefix(rest, "规模以上", "规模以下", "规模工业") {
		return false
	}
	keeps := w.headKeeps[h]
	if rest == "" {
		return !slices.Contains(keeps, "$") && !slices.Contains(keeps, "*")
	}
	return !hasAnyPrefix(rest, keeps...) && !slices.Contains(keeps, "*")
}

// adverbial reports whether words before a verb say where, by whom or how: what
// follows the verb is then its object. 在三地布局储能电站, 县政府要落实资金.
func (w *figureWords) adverbial(before string) bool {
	return hasAnyPrefix(before, w.prepositions...) || hasAnySuffix2(before, w.agents...) && !strings.HasSuffix(before, "中小企业")
}
