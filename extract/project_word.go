package extract

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// projectWords is what the word lists know about the names of undertakings.
type projectWords struct {
	verbs   map[string]projectVerb // verbs beside names
	kinds   map[string]string      // words inside and beside names → what they do there
	listed  *runeMap[[]listedWord] // first character of the words of all lists → they, the longest first
	endings *runeMap[[]classWord]  // last character of class words → they, the longest first
	closing *runeMap[[]listedWord] // last character of the words of all lists → they, the longest first
	places  map[string]bool        // the document's own region, in full and short
}

// listedWord is what the lists know of a word.
type listedWord struct {
	text   string
	verb   *projectVerb // nil for no verb
	kind   string       // what it does inside and beside names
	beside bool         // it does something there
	class  bool         // it is a class word
	front  front        // what it does in front of one

	crossings []int // how many bytes of it may be the end of a listed word that begins in front
}

// classWord is what the name of an undertaking may end with.
type classWord struct{ text, kind string }

// projectVerb is a verb beside the name of an undertaking.
type projectVerb struct {
	force  string // carry, create, push, improve, lean, done, other; "" for no verb
	status string // what a plan means by it: planned, ongoing, done; intent: planned whatever moves it on; "" where it says nothing
	inside bool   // a noun in the middle of a name as well
	works  bool   // that, also behind a class word: 灌区续建配套工程
}

func newProjectWords(classes, verbs, kinds [][]string) *projectWords {
	w := &projectWords{verbs: make(map[string]projectVerb, len(verbs)), kinds: make(map[string]string, len(kinds))}
	all, endings := make(map[string]listedWord, len(classes)+len(verbs)+len(kinds)), map[rune][]classWord{}
	ends := make(map[string]string, len(classes))
	for _, row := range classes {
		ends[row[0]] = row[1]
		all[row[0]] = listedWord{text: row[0], class: true}
	}
	for _, row := range verbs {
		verb := projectVerb{force: row[1], status: row[2], inside: row[3] != "", works: row[3] == "works"}
		w.verbs[row[0]] = verb
		one := all[row[0]]
		one.text, one.verb = row[0], &verb
		all[row[0]] = one
	}
	for _, row := range kinds {
		w.kinds[row[0]] = row[1]
		one := all[row[0]]
		one.text, one.kind, one.beside = row[0], row[1], true
		all[row[0]] = one
	}
	for text, kind := range ends {
		r, _ := utf8.DecodeLastRuneInString(text)
		endings[r] = append(endings[r], classWord{text, kind})
	}
	for _, words := range endings {
		slices.SortFunc(words, func(a, b classWord) int {
			return cmp.Or(len(b.text)-len(a.text), strings.Compare(a.text, b.text))
		})
	}
	w.endings = newRuneMap(endings)
	for text, one := range all {
		one.front = w.inFront(one)
		all[text] = one
	}
	w.listed, w.closing = byEnd(all, utf8.DecodeRuneInString), byEnd(all, utf8.DecodeLastRuneInString)
	for _, words := range w.closing.values {
		for i := range words {
			words[i].crossings = w.crossings(words[i].text)
		}
	}
	return w
}

// byEnd returns the words by the character that end finds in them, the longest first.
func byEnd(all map[string]listedWord, end func(string) (rune, int)) *runeMap[[]listedWord] {
	words := map[rune][]listedWord{}
	for text, one := range all {
		if r, n := end(text); n > 0 { // a list may have an empty line's word
			words[r] = append(words[r], one)
		}
	}
	for _, list := range words {
		slices.SortFunc(list, func(a, b listedWord) int {
			return cmp.Or(len(b.text)-len(a.text), strings.Compare(a.text, b.text))
		})
	}
	return newRuneMap(words)
}

// listedAt returns the listed words with the first character of text, the longest first.
func (w *projectWords) listedAt(text string) []listedWord {
	first, _ := runeAt(text, 0)
	return w.listed.of(first)
}

// of returns the words for a document about a region.
func (w *projectWords) of(region string) *projectWords {
	own := *w
	own.places = placesOf(region)
	return &own
}

// class returns the longest class word that text ends with and its kind; "" for
// none, and for a word that only ends like one.
func (w *projectWords) class(text string) (word, kind string) {
	if word, kind = w.classOrNone(text); kind == "none" {
		return "", ""
	}
	return word, kind
}

// classOrNone does the same, and returns a word that only ends like one with the kind none.
func (w *projectWords) classOrNone(text string) (word, kind string) {
	r, _ := runeBefore(text, len(text))
	for _, one := range w.endings.of(r) {
		from := len(text) - len(one.text)
		if from < 0 || len(one.text) > 3 && one.text[len(one.text)-4] != text[len(text)-4] || text[from:] != one.text {
			continue
		}
		return text[from:], one.kind
	}
	return "", ""
}

// longestClass returns how many bytes the longest class word has that ends with the
// last character of text.
func (w *projectWords) longestClass(text string) int {
	r, _ := runeBefore(text, len(text))
	if words := w.endings.of(r); len(words) > 0 {
		return len(words[0].text)
	}
	return 0
}

// placesOf returns a region's name with the places it is put together from, each
// in full and without its level: 湖北省宜昌市 is 湖北 and 宜昌.
func placesOf(region string) map[string]bool {
	places := map[string]bool{}
	from := 0
	for i, r := range region {
		end := i + utf8.RuneLen(r)
		if strings.ContainsRune("省市县区州盟旗", r) && i-from >= 6 {
			places[region[from:end]], places[region[from:i]] = true, true
			from = end
		}
	}
	return places
}

// isPlace reports whether s in brackets behind a name belongs to it: 研究院(沧州),
// not …大桥(续建).
func (w *projectWords) isPlace(s string) bool {
	_, verb := w.verbs[s]
	_, kind := w.kinds[s]
	return !verb && !kind && utf8.RuneCountInString(s) <= 4
}
