package extract

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"
)

// projectWords is what the word lists know about the names of undertakings.
type projectWords struct {
	classes map[string]string      // class words → their kind, see the list
	verbs   map[string]projectVerb // verbs beside names
	kinds   map[string]string      // words inside and beside names → what they do there
	endings *runeMap[[]classWord]  // last character of class words → they, the longest first
	sizes   *runeMap[sizes]        // first character of listed words → a bit for the bytes of each
	places  map[string]bool        // the document's own region, in full and short
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
	w := &projectWords{classes: map[string]string{}, verbs: map[string]projectVerb{}, kinds: map[string]string{}}
	endings, lengths := map[rune][]classWord{}, map[rune]sizes{}
	list := func(word string) {
		r, _ := utf8.DecodeRuneInString(word)
		lengths[r] |= 1 << min(len(word), longestListed)
	}
	for _, row := range classes {
		w.classes[row[0]] = row[1]
		list(row[0])
	}
	for _, row := range verbs {
		w.verbs[row[0]] = projectVerb{force: row[1], status: row[2], inside: row[3] != "", works: row[3] == "works"}
		list(row[0])
	}
	for _, row := range kinds {
		w.kinds[row[0]] = row[1]
		list(row[0])
	}
	for text, kind := range w.classes {
		r, _ := utf8.DecodeLastRuneInString(text)
		endings[r] = append(endings[r], classWord{text, kind})
	}
	for _, words := range endings {
		slices.SortFunc(words, func(a, b classWord) int {
			return cmp.Or(len(b.text)-len(a.text), strings.Compare(a.text, b.text))
		})
	}
	w.endings, w.sizes = newRuneMap(endings), newRuneMap(lengths)
	return w
}

// longestListed is the number of the bit that stands for all longer words, too.
const longestListed = 63

// sizesAt returns how long the listed words are that begin with the first character of
// text: a bit for each number of bytes.
func (w *projectWords) sizesAt(text string) sizes {
	first, _ := runeAt(text, 0)
	return w.sizes.of(first)
}

type sizes uint64

// has reports whether a word has n bytes.
func (s sizes) has(n int) bool { return s>>min(n, longestListed)&1 != 0 }

// most returns the bytes of the longest word, 0 for none.
func (s sizes) most() int {
	if s.has(longestListed) {
		return math.MaxInt
	}
	return max(0, bits.Len64(uint64(s))-1)
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
	r, _ := runeBefore(text, len(text))
	for _, one := range w.endings.of(r) {
		from := len(text) - len(one.text)
		if from < 0 || len(one.text) > 3 && one.text[len(one.text)-4] != text[len(text)-4] || text[from:] != one.text {
			continue
		}
		if one.kind == "none" {
			return "", ""
		}
		return text[from:], one.kind
	}
	return "", ""
}

// possible reports whether a class word stands in text: what every name ends with.
func (w *projectWords) possible(text string) bool {
	for i := w.endings.keys.next(text, 0); i < len(text); i = w.endings.keys.next(text, i) {
		_, n := runeAt(text, i)
		i += n
		if _, kind := w.class(text[:i]); kind != "" && kind != "other" && kind != "paper" {
			return true
		}
	}
	return false
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
