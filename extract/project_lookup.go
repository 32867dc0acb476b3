package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// known makes the token of the longest run of words that a list knows.
func (w *projectWords) known(text string, words []segment.Word) (token, bool) {
	if text[words[0].Start:words[0].End] == "经" && viaPlace(text[words[0].Start:]) {
		return token{Range: words[0].Range}, true
	}
	listed := w.listedAt(text[words[0].Start:])
	for n := min(4, len(words)); n > 0; n-- {
		s := text[words[0].Start:words[n-1].End]
		for len(listed) > 0 && (len(listed[0].text) > len(s) || !strings.HasPrefix(s, listed[0].text)) {
			listed = listed[1:] // which stand the longest first
		}
		var one *listedWord
		if len(listed) > 0 && len(listed[0].text) == len(s) {
			one = &listed[0]
		}
		if one == nil && (n == 1 || w.longestClass(s) <= words[n-1].End-words[1].Start) {
			continue
		}
		t := token{Range: segment.Range{Start: words[0].Start, End: words[n-1].End}}
		t.class, t.sort = w.class(s)
		switch {
		case one != nil && one.verb != nil:
			t.kind, t.verb = asVerb, *one.verb
			return t, true
		case one != nil && one.beside:
			t.mark(one.kind)
			return t, true
		case t.class == s:
			return t, true
		case n > 1 && t.sort != "zone" && len(t.class) > t.End-words[1].Start: // 新院|区
			t.weight = w.weigh(strings.TrimSuffix(s, t.class))
			return t, true
		}
	}
	return token{}, false
}

// mark sets what the list says of a word.
func (t *token) mark(kind string) {
	switch kind {
	case "plural":
		t.kind = asMany
	case "stop":
		t.kind = asStop
	case "field":
		t.weight = 1
	case "lead":
		t.lead = true
	case "praise":
		t.praise = true
	case "bare", "phrase":
		t.bare = true
	case "count":
		t.bare, t.count = true, true
	}
}

// unlisted reads the first of words, which no list knows.
func (w *projectWords) unlisted(text string, words []segment.Word) token {
	t := token{Range: words[0].Range}
	s, pos := text[t.Start:t.End], words[0].Pos
	switch r, n := utf8.DecodeRuneInString(s); {
	case s == "." && digitAt(text, t.End):
	case ending.has(r):
		t.kind = asEnd
	case s == "、" || s == "和" || s == "与" || s == "及" || s == "以及" || s == "暨":
		t.kind = asJoint
	case s == "的":
		t.kind = asOwner
	case s == "等" || s == "等等":
		t.kind = asRest
	case s == "至" || r == '-' || r == '·' || r == '/' || r == '+' || r == '~':
	case graded(text[t.Start:]) > 0: // 千吨级航道, 千万千瓦级基地
		t.bare, t.End = true, t.Start+graded(text[t.Start:])
	case pos == "m" && strings.ContainsRune(numerals, r) || r >= '0' && r <= '9':
		t.number(text, s)
	case w.compound(&t, s):
	case n == len(s) && stopping.has(r), n < len(s) && stops(pos):
		t.kind = asStop
	default:
		w.word(&t, s, pos)
	}
	return t
}

// word reads a word that sets a name apart, or is put together from words that do not.
func (w *projectWords) word(t *token, s, pos string) {
	first, n := utf8.DecodeRuneInString(s)
	t.class, t.sort = w.class(s)
	if len(s)-len(t.class) == n && t.sort == "zone" {
		t.class, t.sort = "", "" // 清新区 is a district
	}
	t.weight = w.weigh(strings.TrimSuffix(s, t.class))
	t.proper = t.weight > 1 && (isName(pos, first) || w.places[s])
	t.ours = owners.has(first) && w.weigh(strings.TrimSuffix(s[n:], t.class)) == 0 // 市中心
}

// owners are what the name of a document's own thing begins with.
var owners = runesOf("市县省州")

// weigh returns what s does to set a name apart: nothing where it is put
// together from words that do not.
func (w *projectWords) weigh(s string) int {
	weight := 0
	for s != "" {
		n := 0
		for _, one := range w.listedAt(s) {
			if one.beside && strings.HasPrefix(s, one.text) {
				n = len(one.text)
				if one.kind == "field" {
					weight++
				}
				break
			}
		}
		if n == 0 && s[0] == '+' { // “5G+园区”
			n = 1
		}
		if n == 0 {
			return 2
		}
		s = s[n:]
	}
	return min(weight, 2)
}

// compound reads a word that is an adverb or a verb with a verb behind it, which
// the segmenter takes for one: 积极参与, 建立健全.
func (w *projectWords) compound(t *token, s string) bool {
	for _, one := range slices.Backward(w.listedAt(s)) {
		if (one.verb != nil || one.kind == "stop") && strings.HasPrefix(s, one.text) {
			if v, ok := w.verbs[s[len(one.text):]]; ok {
				t.kind, t.verb = asVerb, v
				return true
			}
		}
	}
	return false
}

// stopping are words of one character that no name runs over. The segmenter's
// parts of speech are not to be trusted with them: it calls the 常 of 常泰铁路 an
// adverb.
var stopping = runesOf("在对为向由从自被于以按把将给让使或并而已均都也就更还又各其该此这那了是要")

// ending are the marks that end a clause, or what stands in brackets or quotes.
var ending = runesOf("，。;:！？…|\"”》)〕」#.．")

// stops reports whether a name runs over no word of this part of speech.
func stops(pos string) bool {
	switch pos {
	case "p", "c", "r", "u", "ud", "uj", "ul", "uz", "uv", "ug", "y":
		return true
	}
	return false
}

// isName reports whether a word of this part of speech names a place, a body or
// a thing of its own, or is written in letters.
func isName(pos string, first rune) bool {
	switch pos {
	case "ns", "nt", "nz", "nr", "x":
		return true
	}
	return first < utf8.RuneSelf
}

// digitAt reports whether a digit stands at text[i].
func digitAt(text string, i int) bool { return i < len(text) && text[i] >= '0' && text[i] <= '9' }

// numerals are what a number in Chinese begins with.
const numerals = "一二三四五六七八九十百千万两几数第多"

// measures follow a count.
const measures = "个家条座所项处批类种套支名位件台张场间人户只辆艘%"

// number reads a number: with a measure behind it, it counts a class; a year
// ends what stands before it; 5G and 863 set apart.
func (t *token) number(text, s string) {
	t.weight = 2
	if strings.HasPrefix(s, "第") { // 第二人民医院
		return
	}
	if t.Start == 0 && len(s) <= 2 && digitAt(s, 0) && !digitAt(text, t.End) { // 01 铁路: the row's number
		t.lead, t.weight = true, 0
	}
	if last, n := utf8.DecodeLastRuneInString(s); n < len(s) && strings.ContainsRune(measures, last) && !ofProject(text[t.End:], last) {
		t.kind, t.weight = asMany, 0 // 三个
		return
	}
	end := t.End
	r, n := utf8.DecodeRuneInString(text[end:])
	for strings.ContainsRune("万亿余多", r) && n > 0 {
		end += n
		r, n = utf8.DecodeRuneInString(text[end:])
	}
	switch {
	case n > 0 && strings.ContainsRune(measures, r) && !ofProject(text[end+n:], r):
		t.kind, t.weight, t.End = asMany, 0, end+n
		if s == "一" {
			t.kind, t.lead = asNoun, true
		}
	case strings.HasPrefix(text[t.End:], "平方米"): // 建设6000平方米…中心
		t.lead, t.End = true, t.End+len("平方米")
	case r == '年' || r == '月':
		t.kind, t.End = asStop, t.End+n
	}
}

// graded returns how many bytes of text are a grade by size, which is a class and
// sets nothing apart: 千吨级, 500吨级, 千万千瓦级; 0 for none.
func graded(text string) int {
	i := strings.Index(text[:min(len(text), 36)], "级")
	if i <= 0 || strings.Trim(text[:i], gradeRunes) != "" {
		return 0
	}
	return i + len("级")
}

const gradeRunes = "0123456789.一二三四五六七八九十百千万亿吨瓦米伏安人元床头"

// viaPlace reports whether 经 at the start of text stands between the places that a
// road joins: 铜仁|经|凯里至百色铁路.
func viaPlace(text string) bool {
	text = text[:min(len(text), 30)]
	to := strings.Index(text, "至")
	return to > 3 && !strings.ContainsAny(text[:to], "，、。;:")
}

// ofProject reports whether a measure is the first character of 项目: 480万千瓦|项目.
func ofProject(after string, measure rune) bool {
	return measure == '项' && strings.HasPrefix(after, "目")
}
