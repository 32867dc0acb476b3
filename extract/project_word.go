package extract

import (
	"strings"
	"unicode/utf8"
)

// projectWords is what the word lists know about the names of undertakings.
type projectWords struct {
	classes map[string]string      // class word → action, project, facility, house, zone, works; none for a look-alike, other for another thing
	verbs   map[string]projectVerb // verbs beside names
	kinds   map[string]string      // words inside and beside names → what they do there
	longest int                    // runes of the longest class word
	last    map[rune]bool          // last characters of class words
	places  map[string]bool        // the document's own region, in full and short
	widest  int                    // bytes of the longest word of kinds
}

// projectVerb is a verb beside the name of an undertaking.
type projectVerb struct {
	force  string // carry, create, push, lean, done, other; "" for no verb
	status string // what a plan means by it: planned, ongoing, done; intent: planned whatever moves it on; "" where it says nothing
	inside bool   // a noun in the middle of a name as well
	works  bool   // that, also behind a class word: 灌区续建配套工程
}

func newProjectWords(l *Lexicon, region string) *projectWords {
	w := &projectWords{classes: map[string]string{}, verbs: map[string]projectVerb{}, kinds: map[string]string{}, last: map[rune]bool{}, places: placesOf(region)}
	for _, row := range l.list("project_class") {
		w.classes[row[0]] = row[1]
		r, _ := utf8.DecodeLastRuneInString(row[0])
		w.last[r] = true
		w.longest = max(w.longest, utf8.RuneCountInString(row[0]))
	}
	for _, row := range l.list("project_verb") {
		w.verbs[row[0]] = projectVerb{row[1], row[2], row[3] != "", row[3] == "works"}
	}
	for _, row := range l.list("project_word") {
		w.kinds[row[0]] = row[1]
		w.widest = max(w.widest, len(row[0]))
	}
	return w
}

// class returns the longest class word that text ends with and its kind; "" for
// none, and for a word that only ends like one.
func (w *projectWords) class(text string) (word, kind string) {
	at := len(text)
	for range w.longest {
		_, n := utf8.DecodeLastRuneInString(text[:at])
		if n == 0 {
			break
		}
		at -= n
		if k, ok := w.classes[text[at:]]; ok {
			word, kind = text[at:], k
		}
	}
	if kind == "none" {
		return "", ""
	}
	return word, kind
}

// possible reports whether a class word stands in text: what every name ends with.
func (w *projectWords) possible(text string) bool {
	for i, r := range text {
		if w.last[r] {
			if c, _ := w.class(text[:i+utf8.RuneLen(r)]); c != "" {
				return true
			}
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

// names reports whether s in brackets behind a name belongs to it: 研究院(沧州),
// not …大桥(续建).
func (w *projectWords) names(s string) bool {
	_, verb := w.verbs[s]
	_, kind := w.kinds[s]
	return !verb && !kind && utf8.RuneCountInString(s) <= 4
}
