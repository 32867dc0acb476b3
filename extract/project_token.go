package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
)

// tokenKind is what a token does in a sentence.
type tokenKind uint8

const (
	asNoun    tokenKind = iota // a word of a name
	asVerb                     // a verb of the list
	asEnd                      // ， 。 : and the like, which end a clause
	asJoint                    // 、 和 与 及
	asStop                     // a word that no name runs over
	asOwner                    // 的
	asRest                     // 等
	asMany                     // what follows is a class: 一批, 3家
	asQuote                    // “…”
	asTitle                    // 《…》
	asBracket                  // (…)
)

// token is one word of a sentence, or several that the lists know as one, or all
// that stands between two marks.
type token struct {
	segment.Range
	kind   tokenKind
	inner  segment.Range // of what stands between two marks
	class  string        // the class word it ends with, "" for none
	sort   string        // the kind of that class word
	verb   projectVerb
	comma  bool // a joint: 、
	weight int  // what it does to set a name apart: 0; 1 for a field; 2
	ours   bool // of the document's own place: 市图书馆
	proper bool // a place, a body, letters, a quoted name
	bare   bool // sets nothing apart, whatever the class
	lead   bool // may stand before a name and is no part of it
	praise bool // stands before the name of a facility and is no part of it: 高水平
}

// closings are the marks that enclose, with what shuts them.
var closings = map[rune]string{'“': "”", '《': "》", '(': ")", '「': "」", '〔': "〕"}

// longestEnclosed is the greatest length of what stands between two marks: a
// mark that is never shut costs no more than that.
const longestEnclosed = 240

// tokens cuts a sentence up; words are the words of text that lie in it.
func (w *projectWords) tokens(text string, words []segment.Word) []token {
	var out []token
	words = w.parted(text, words)
	for i := 0; i < len(words); {
		p := w.token(text, words[i:])
		out = append(out, p)
		for i++; i < len(words) && words[i].Start < p.End; i++ {
		}
	}
	return out
}

// parted cuts the words that are a class word and a verb: 工程|建设.
func (w *projectWords) parted(text string, words []segment.Word) []segment.Word {
	var out []segment.Word
	for _, word := range words {
		s := text[word.Start:word.End]
		for i := range s {
			if _, class := w.classes[s[:i]]; class && w.verbs[s[i:]].force != "" {
				out = append(out, segment.Word{Range: segment.Range{Start: word.Start, End: word.Start + i}, Pos: "n"})
				word.Start += i
				break
			}
		}
		out = append(out, word)
	}
	return out
}

func (w *projectWords) token(text string, words []segment.Word) token {
	at, stop := words[0].Start, words[len(words)-1].End
	open, size := utf8.DecodeRuneInString(text[at:])
	if shut, ok := closings[open]; ok {
		if end := enclosed(text[at:min(stop, at+longestEnclosed)], open, shut); end > 0 {
			return w.between(text, segment.Range{Start: at, End: at + end}, size, len(shut))
		}
		return token{Range: segment.Range{Start: at, End: at + size}, kind: asEnd}
	}
	if p, ok := w.listed(text, words); ok {
		return p
	}
	return w.unlisted(text, words)
}

// enclosed returns the length of the text that s opens with, up to and with the
// mark that shuts it, or 0.
func enclosed(s string, open rune, shut string) int {
	depth := 0
	for i, r := range s {
		if r == open {
			depth++
		} else if strings.HasPrefix(s[i:], shut) {
			if depth--; depth == 0 {
				return i + len(shut)
			}
		}
	}
	return 0
}

// between makes the token of all that stands between two marks, which take open
// and shut bytes.
func (w *projectWords) between(text string, r segment.Range, open, shut int) token {
	p := token{Range: r, inner: segment.Range{Start: r.Start + open, End: r.End - shut}, weight: 2}
	inside := text[p.inner.Start:p.inner.End]
	switch text[r.Start:p.inner.Start] {
	case "《":
		p.kind = asTitle
	case "(", "〔":
		p.kind, p.weight = asBracket, 0
	default:
		p.kind = asQuote
		p.class, p.sort = w.class(inside)
		p.weight = w.weigh(strings.TrimSuffix(inside, p.class))
		first, _ := utf8.DecodeRuneInString(inside)
		layout := p.sort != "" && p.sort != "action" && len(inside) <= 15 && strings.ContainsRune(numerals, first) // “一区两园”
		if layout {
			p.class, p.sort, p.weight = "", "", 0
		}
		p.bare = layout || w.kinds[inside] != "" // “双创” is quoted everywhere and names nothing
		p.proper = p.weight > 1
	}
	return p
}

// listed makes the token of the longest run of words that a list knows.
func (w *projectWords) listed(text string, words []segment.Word) (token, bool) {
	for n := min(4, len(words)); n > 0; n-- {
		p := token{Range: segment.Range{Start: words[0].Start, End: words[n-1].End}}
		if p.End-p.Start > 27 {
			continue
		}
		s := text[p.Start:p.End]
		p.class, p.sort = w.class(s)
		if v, ok := w.verbs[s]; ok {
			p.kind, p.verb = asVerb, v
			return p, true
		}
		if kind, ok := w.kinds[s]; ok {
			switch kind {
			case "plural":
				p.kind = asMany
			case "stop":
				p.kind = asStop
			case "field":
				p.weight = 1
			case "specific":
				p.weight = 2
			}
			p.lead, p.praise, p.bare = kind == "lead", kind == "praise", kind == "bare" || kind == "phrase"
			return p, true
		}
		if p.class == s || n > 1 && p.sort != "zone" && len(p.class) > p.End-words[1].Start { // 新院|区
			if p.class != s {
				p.weight = w.weigh(strings.TrimSuffix(s, p.class))
			}
			return p, true
		}
	}
	return token{}, false
}

// unlisted reads the first of words, which no list knows.
func (w *projectWords) unlisted(text string, words []segment.Word) token {
	p := token{Range: words[0].Range}
	s := text[p.Start:p.End]
	p.class, p.sort = w.class(s)
	switch r, n := utf8.DecodeRuneInString(s); {
	case s == "." && digitAt(text, p.End):
	case strings.ContainsRune("，。;:！？…|\"”》)〕」#.．", r):
		p.kind = asEnd
	case s == "、" || s == "和" || s == "与" || s == "及" || s == "以及" || s == "暨":
		p.kind, p.comma = asJoint, s == "、"
	case s == "的":
		p.kind = asOwner
	case s == "等" || s == "等等":
		p.kind = asRest
	case s == "至" || strings.ContainsRune("-·/+~", r):
	case strings.ContainsRune(numerals, r) && words[0].Pos == "m" || r >= '0' && r <= '9':
		w.number(&p, text, s)
	case w.compound(&p, s):
	case n == len(s) && strings.ContainsRune(stopping, r), n < len(s) && stops(words[0].Pos):
		p.kind = asStop
	default:
		if len(s)-len(p.class) == n && p.sort == "zone" {
			p.class, p.sort = "", "" // 清新区 is a district
		}
		p.weight = w.weigh(strings.TrimSuffix(s, p.class))
		p.proper = p.weight > 1 && (proper(words[0].Pos, r) || w.places[s])
		p.ours = strings.ContainsRune("市县省州", r) && w.weigh(strings.TrimSuffix(s[n:], p.class)) == 0 // 市中心
	}
	return p
}

// weigh returns what s does to set a name apart: nothing where it is put
// together from words that do not.
func (w *projectWords) weigh(s string) int {
	weight := 0
	for s != "" {
		n := min(len(s), w.widest)
		for ; n > 0; n-- {
			if kind, ok := w.kinds[s[:n]]; ok {
				if kind == "field" {
					weight++
				}
				break
			}
		}
		if n == 0 && s[0] == '+' {
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
func (w *projectWords) compound(p *token, s string) bool {
	for i := range s {
		v, ok := w.verbs[s[i:]]
		if !ok || i == 0 {
			continue
		}
		if _, verbs := w.verbs[s[:i]]; verbs || w.kinds[s[:i]] == "stop" {
			p.kind, p.verb, p.class, p.sort = asVerb, v, "", ""
			return true
		}
	}
	return false
}

// stopping are words of one character that no name runs over. The segmenter's
// parts of speech are not to be trusted with them: it calls the 常 of 常泰铁路 an
// adverb.
const stopping = "在对为向由从自被于以按把将给让使或并而已均都也就更还又各其该此这那了是要"

// stops reports whether a name runs over no word of this part of speech.
func stops(pos string) bool {
	switch pos {
	case "p", "c", "r", "u", "ud", "uj", "ul", "uz", "uv", "ug", "y":
		return true
	}
	return false
}

// proper reports whether a word of this part of speech names a place, a body or
// a thing of its own, or is written in letters.
func proper(pos string, first rune) bool {
	switch pos {
	case "ns", "nt", "nz", "nr", "x":
		return true
	}
	return first < 0x80
}

// digitAt reports whether a digit stands at text[i].
func digitAt(text string, i int) bool { return i < len(text) && text[i] >= '0' && text[i] <= '9' }

// numerals are what a number in Chinese begins with.
const numerals = "一二三四五六七八九十百千万两几数第多"

// measures follow a count.
const measures = "个家条座所项处批类种套支名位件台张场间人户只辆艘%"

// number reads a number: with a measure behind it, it counts a class; 5G and
// 863 set apart.
func (w *projectWords) number(p *token, text, s string) {
	p.weight = 2
	end := p.End
	if last, n := utf8.DecodeLastRuneInString(s); n < len(s) && strings.ContainsRune(measures, last) && !strings.HasPrefix(s, "第") {
		p.kind, p.weight = asMany, 0 // 三个
		return
	}
	r, n := utf8.DecodeRuneInString(text[end:])
	for r == '万' || r == '亿' || r == '余' || r == '多' {
		end += n
		r, n = utf8.DecodeRuneInString(text[end:])
	}
	if n > 0 && strings.ContainsRune(measures, r) && !strings.HasPrefix(s, "第") {
		p.kind, p.weight = asMany, 0
		p.End = end + n
		if s == "一" {
			p.kind, p.lead = asNoun, true
		}
		return
	}
	if r == '年' || r == '月' { // 2025年
		p.kind = asStop
		p.End += n
	}
}
