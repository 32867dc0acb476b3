package extract

import (
	"strings"
	"unicode/utf8"

	"suyuan/segment"
	"suyuan/source"
)

// undertaking is a name that was found, in bytes of its passage.
type undertaking struct {
	segment.Range
	rule     string
	class    segment.Range // its class word
	status   string
	evidence []segment.Range // the words that decided the status
	stands   source.Span     // those of another cell or a heading that did
	entry    bool            // it is all of its block or cell
}

// namer finds the names among the items of a phrase.
type namer struct {
	phrase
	words   *projectWords
	text    string
	force   string // of the last verb in front, "" for none
	setting setting
	found   []undertaking // without their status
	scratch []token       // room
}

// names returns the names among the items.
func (n *namer) names() []undertaking {
	var out []undertaking
	for _, t := range n.items {
		out = append(out, n.item(t)...)
	}
	return out
}

// item returns the names in an item: none, one, or where the class word stands
// once for several (实施 A、B、C 工程) all of them.
func (n *namer) item(t item) []undertaking {
	if n.closed() {
		return n.members(t)
	}
	last := len(t.tokens) - 1
	for last >= 0 && (!t.tokens[last].names() || t.tokens[last].lead) {
		last--
	}
	if last < 0 {
		return nil
	}
	if u := n.worked(t, last); u != nil {
		return u
	}
	if !n.endsAt(t, last) {
		return nil
	}
	parts := split(t.tokens[:last+1], "、和")
	if len(parts) == 1 {
		return n.one(t, parts[0])
	}
	return n.several(t, t.tokens[:last+1], parts)
}

// worked returns the name of what is done to the work at place last, where nothing but
// that follows it: 巩河灌区|续建配套与现代化改造.
func (n *namer) worked(t item, last int) []undertaking {
	rest := t.tokens[last+1:]
	if len(rest) < 3 || rest[0].text != "续建" || rest[1].text != "配套" {
		return nil
	}
	end := rest[len(rest)-1].End
	if len(n.after) == 0 || n.after[0].Start != end || !n.after[0].verb.works {
		return nil
	}
	parts := split(t.tokens[:last+1], "、")
	out := n.one(t, parts[len(parts)-1])
	for i := range out {
		out[i].End = n.after[0].End
	}
	return out
}

// endsAt reports whether a name may end at the class word at place last: before
// 产业园|基础设施 and 研究院(沧州) it may, before other nouns it does not.
func (n *namer) endsAt(t item, last int) bool {
	for _, one := range t.tokens[last+1:] {
		switch {
		case one.kind == asBracket:
			return true
		case edition(n.text[t.tokens[last].End:]) > one.Start-t.tokens[last].End: // 智慧教育云平台|2.0
		case one.kind == asJoint, n.words.kinds[one.text] == "tail", one.bare && contains([]string{"及", "和", "与", "以及"}, one.text):
		default:
			return t.tokens[last].kind == asQuote && t.tokens[last].sort == "action" // “扬帆计划”团队
		}
	}
	return true
}

// one judges a name that tokens make, the class word last.
func (n *namer) one(t item, tokens []token) []undertaking {
	head := tokens[len(tokens)-1]
	if head.kind == asQuote {
		tokens = tokens[len(tokens)-1:] // 河间“…示范基地”: what is quoted is the name
	}
	for len(tokens) > 1 && tokens[0].precedes(head) {
		tokens = tokens[1:]
	}
	whole := span(tokens)
	u := undertaking{Range: whole, class: segment.Range{Start: whole.End - len(head.class), End: whole.End}}
	if u.rule = n.judge(t, head, gauge(n.headless(tokens))); u.rule == "" {
		return nil
	}
	if last := len(tokens) - 1; head.sort == "project" && last > 0 && tokens[last-1].long() {
		u.Range = tokens[last-1].inner // “…”项目: what is quoted is the name
	}
	u.End += edition(n.text[u.End:])
	b := t.behind(head)
	if b != nil {
		u.staged(b)
	}
	if b != nil && head.sort != "action" && head.sort != "project" && n.words.isPlace(b.quotation()) {
		u.End = b.End // 研究院(沧州)
	}
	return []undertaking{u}
}

// edition returns the length of the number of an edition that text begins with: 2.0; 0 for none.
func edition(text string) int {
	if len(text) < 3 || !isDigit(text[0]) || text[1] != '.' || !isDigit(text[2]) || digitAt(text, 3) || hasAnyPrefix(text[3:], "万", "亿", "个", "家", "平方", "公里", "%") {
		return 0
	}
	return 3
}

// staged reads how far a project is from the brackets behind its name: …大桥(续建).
func (u *undertaking) staged(bracket *token) {
	for _, s := range stages {
		if strings.HasPrefix(bracket.quotation(), s.word) {
			u.status = s.status
			u.evidence = []segment.Range{{Start: bracket.inner.Start, End: bracket.inner.Start + len(s.word)}}
			return
		}
	}
}

// precedes reports whether t stands before a name that ends with head, and is no
// part of it.
func (t *token) precedes(head token) bool {
	return t.lead || t.kind == asJoint || t.kind == asBracket || t.praise && head.sort != "action"
}

// span returns the place of a name: of one that is all quoted, without the marks.
func span(tokens []token) segment.Range {
	if len(tokens) == 1 && tokens[0].kind == asQuote {
		return tokens[0].inner
	}
	return segment.Range{Start: tokens[0].Start, End: tokens[len(tokens)-1].End}
}

// behind returns the brackets that stand right behind head, nil for none.
func (t *item) behind(head token) *token {
	for i := range t.tokens {
		if t.tokens[i].kind == asBracket && t.tokens[i].Start == head.End {
			return &t.tokens[i]
		}
	}
	return nil
}

// long reports whether t quotes a name of its own, not a byname: “白菜心”工程.
func (t *token) long() bool {
	return t.kind == asQuote && !t.bare && utf8.RuneCountInString(t.quotation()) > 4
}

// headless returns tokens without the class word that the last one ends with.
func (n *namer) headless(tokens []token) []token {
	n.scratch = append(n.scratch[:0], tokens...)
	out := n.scratch
	head := &out[len(out)-1]
	if head.kind == asQuote {
		head.text = strings.TrimSuffix(head.quotation(), head.class)
		return out
	}
	if head.text = strings.TrimSuffix(head.text, head.class); head.text == "" {
		return out[:len(out)-1]
	}
	return out
}
