package extract

import (
	"slices"
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
	text   string
	inner  segment.Range // of what stands between two marks
	class  string        // the class word it ends with, "" for none
	sort   string        // the kind of that class word
	verb   projectVerb
	weight int  // what it does to set a name apart: 0; 1 for a field; 2
	proper bool // a place, a body, letters, a quoted name
	ours   bool // of the document's own place: 市图书馆
	bare   bool // sets nothing apart, whatever the class
	count  bool // a class with its count: 三大工程
	lead   bool // stands before a name and is no part of it: 新一轮
	praise bool // the same before the name of a facility: 高水平
}

// names reports whether the token ends with a class word that a name may end with.
func (t *token) names() bool {
	return t.class != "" && t.sort != "other" && t.sort != "paper"
}

// letter reports whether the token is one character that no list knows: two in a
// row are a name that the dictionary lacks, 京|雄.
func (t *token) letter() bool {
	return t.kind == asNoun && t.weight == 2 && t.text[0] >= 0x80 && utf8.RuneCountInString(t.text) == 1
}

// quotation returns what stands between the marks.
func (t *token) quotation() string {
	return t.text[t.inner.Start-t.Start : t.inner.End-t.Start]
}

// closing returns what shuts a mark that encloses, "" for another.
func closing(open rune) string {
	switch open {
	case '“':
		return "”"
	case '《':
		return "》"
	case '(':
		return ")"
	case '「':
		return "」"
	case '〔':
		return "〕"
	}
	return ""
}

// longestEnclosed is the greatest length in bytes of what stands between two
// marks: a mark that is never shut costs no more than that.
const longestEnclosed = 240

// tokens cuts a clause up; words are the words of text that lie in it. They are
// put behind those in out.
func (w *projectWords) tokens(out []token, text string, words []segment.Word) []token {
	for i := 0; i < len(words); {
		t := w.token(text, words[i:])
		t.text = text[t.Start:t.End]
		out = append(out, t)
		for i++; i < len(words) && words[i].Start < t.End; i++ {
		}
	}
	return out
}

// parted appends to out the words, those cut that are a class word and a verb:
// 工程|建设.
func (w *projectWords) parted(out []segment.Word, text string, words []segment.Word) []segment.Word {
	for _, word := range words {
		if i := w.verbIn(text[word.Start:word.End]); i > 0 {
			out = append(out, segment.Word{Range: segment.Range{Start: word.Start, End: word.Start + i}, Pos: "n"})
			word.Start += i
		}
		out = append(out, word)
	}
	return out
}

// verbIn returns where in a word a verb begins behind a class word, 0 for nowhere.
func (w *projectWords) verbIn(s string) int {
	if s == "项目前期" || s == "工程前期" {
		return len("项目")
	}
	if len(s) < 12 { // two characters each
		return 0
	}
	for _, one := range slices.Backward(w.listedAt(s)) {
		i := len(one.text)
		if one.class && i >= 6 && i <= len(s)-6 && strings.HasPrefix(s, one.text) && w.verbs[s[i:]].force != "" {
			return i
		}
	}
	return 0
}

// token reads what words begin with.
func (w *projectWords) token(text string, words []segment.Word) token {
	at, stop := words[0].Start, words[len(words)-1].End
	open, size := runeAt(text, at)
	if shut := closing(open); shut != "" {
		if end := enclosed(text[at:min(stop, at+longestEnclosed)], open, shut); end > 0 {
			return w.between(text, segment.Range{Start: at, End: at + end}, size, len(shut))
		}
		return token{Range: segment.Range{Start: at, End: at + size}, kind: asEnd}
	}
	if t, ok := w.known(text, words); ok {
		return t
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
	t := token{Range: r, inner: segment.Range{Start: r.Start + open, End: r.End - shut}}
	inside := text[t.inner.Start:t.inner.End]
	switch text[r.Start:t.inner.Start] {
	case "《":
		t.kind = asTitle
	case "(", "〔":
		t.kind = asBracket
	default:
		t.kind = asQuote
		t.class, t.sort = w.class(inside)
		_, known := w.kinds[inside] // “双创” is quoted everywhere and names nothing
		if layout(inside, t.sort) {
			t.class, t.sort, known = "", "", true
		}
		t.bare = known
		if !known {
			t.weight = w.weigh(strings.TrimSuffix(inside, t.class))
		}
		t.proper = t.weight > 1
	}
	return t
}

// layout reports whether a quote is a formula of how places lie: “一区两园”.
func layout(s, sort string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return sort != "" && sort != "action" && utf8.RuneCountInString(s) <= 5 && strings.ContainsRune(numerals, first)
}
