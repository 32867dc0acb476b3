package extract

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// projectWords is what the word lists know about the names of undertakings.
type projectWords struct {
	classes map[string]string      // class words → their kind, see the list
	verbs   map[string]projectVerb // verbs beside names
	kinds   map[string]string      // words inside and beside names → what they do there
	last    runeSet                // last characters of class words
	endings map[rune][]string      // last character of class words → they, the longest first
	starts  runeSet                // first characters of listed words
	reach   map[rune]int           // first character of a listed word → bytes of the longest
	places  map[string]bool        // the document's own region, in full and short
}

// projectVerb is a verb beside the name of an undertaking.
type projectVerb struct {
	force  string // carry, create, push, improve, lean, done, other; "" for no verb
	status string // what a plan means by it: planned, ongoing, done; intent: planned whatever moves it on; "" where it says nothing
	inside bool   // a noun in the middle of a name as well
	works  bool   // that, also behind a class word: 灌区续建配套工程
}

func newProjectWords(classes, verbs, kinds [][]string) *projectWords {
	w := &projectWords{classes: map[string]string{}, verbs: map[string]projectVerb{}, kinds: map[string]string{}, reach: map[rune]int{}, endings: map[rune][]string{}}
	for _, row := range classes {
		w.classes[row[0]] = row[1]
		r, _ := utf8.DecodeLastRuneInString(row[0])
		w.last.add(r)
		w.endings[r] = append(w.endings[r], row[0])
		w.reaches(row[0])
	}
	for _, list := range w.endings {
		slices.SortStableFunc(list, func(a, b string) int { return len(b) - len(a) })
	}
	for _, row := range verbs {
		w.verbs[row[0]] = projectVerb{force: row[1], status: row[2], inside: row[3] != "", works: row[3] == "works"}
		w.reaches(row[0])
	}
	for _, row := range kinds {
		w.kinds[row[0]] = row[1]
		w.reaches(row[0])
	}
	return w
}

// reaches notes how long a listed word is.
func (w *projectWords) reaches(word string) {
	r, _ := utf8.DecodeRuneInString(word)
	w.starts.add(r)
	w.reach[r] = max(w.reach[r], len(word))
}

// reachOf returns the length of the longest listed word with that first character.
func (w *projectWords) reachOf(first rune) int {
	if !w.starts.has(first) {
		return 0
	}
	return w.reach[first]
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
	if !w.last.has(r) {
		return "", ""
	}
	for _, ending := range w.endings[r] {
		if !strings.HasSuffix(text, ending) {
			continue
		}
		if kind = w.classes[ending]; kind == "none" {
			return "", ""
		}
		return text[len(text)-len(ending):], kind
	}
	return "", ""
}

// possible reports whether a class word stands in text: what every name ends with.
func (w *projectWords) possible(text string) bool {
	for i := w.last.next(text, 0); i < len(text); i = w.last.next(text, i) {
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
