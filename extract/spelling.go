package extract

import (
	"sort"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// spelling brings the names of one thing to one writing, and leaves what is apart
// apart: 省级, 规模以上, 新增, 人均 and 率 stay.
type spelling struct {
	words, phrases *replacer
	front          *wordSet
	end            *endSet
}

func newSpelling(words [][]string) *spelling {
	return &spelling{newReplacer(words, "word"), newReplacer(words, "phrase"), newWordSet(placed(words, "front")...), newEndSet(placed(words, "end")...)}
}

// signs do not tell two names apart.
var signs = replacing(" ", "", "“", "", "”", "", "‘", "", "’", "", "\"", "", "'", "", "《", "", "》", "", "*", "")

// key is the one writing of a name.
func (s *spelling) key(name string) string {
	if !settled(name) {
		name = strings.ToUpper(width.Fold.String(name))
	}
	name = signs.replace(name)
	name = s.phrases.replace(withoutRestated(s.words.replace(name)))
	return trimEnd(trimFront(name, s.front), s.end)
}

// settled reports whether name has nothing but Chinese characters, their marks and
// ASCII without small letters: width and case are then as they are to be.
func settled(name string) bool {
	for i := 0; i < len(name); {
		switch c := name[i]; {
		case c < 'a' || c > 'z' && c < utf8.RuneSelf:
			i++
		case c >= 0xe3 && c <= 0xe9 && !strings.HasPrefix(name[i:], "\u3000"):
			i += 3
		default:
			return false
		}
	}
	return true
}

// withoutRestated takes out brackets that say again what stands before them once
// both are written alike, 地区生产总值(GDP), and of others their signs.
func withoutRestated(name string) string {
	for {
		i := strings.IndexByte(name, '(')
		if i < 0 {
			return strings.ReplaceAll(name, ")", "")
		}
		before, rest := name[:i], name[i+1:]
		if inner, behind, ok := strings.Cut(rest, ")"); ok && strings.Contains(before, inner) {
			rest = behind
		}
		name = before + rest
	}
}

func trimFront(name string, words *wordSet) string {
	for {
		w := longest(words.of(name), func(w string) bool { return strings.HasPrefix(name, w) && leaves(name, w) })
		if w == "" {
			return name
		}
		name = name[len(w):]
	}
}

func trimEnd(name string, words *endSet) string {
	for {
		w := longest(words.of(name), func(w string) bool { return strings.HasSuffix(name, w) && leaves(name, w) })
		if w == "" {
			return name
		}
		name = name[:len(name)-len(w)]
	}
}

// leaves reports whether a name still is one without the word: two characters.
func leaves(name, w string) bool {
	return utf8.RuneCountInString(name)-utf8.RuneCountInString(w) >= 2
}

// newReplacer replaces the words of one place in the list, of two that begin alike
// the longer one.
func newReplacer(rows [][]string, place string) *replacer {
	to := map[string]string{}
	for _, row := range rows {
		if row[0] == place {
			to[strings.ToUpper(row[1])] = strings.TrimPrefix(row[2], "-")
		}
	}
	var pairs []string
	for _, w := range placed(rows, place) {
		pairs = append(pairs, strings.ToUpper(w), to[strings.ToUpper(w)])
	}
	return replacing(pairs...)
}

// replacer is a strings.Replacer that looks first whether there is anything to replace:
// mostly there is not.
type replacer struct {
	old *wordSet
	by  *strings.Replacer
}

// replacing replaces each first of two words by the second.
func replacing(pairs ...string) *replacer {
	var old []string
	for i := 0; i < len(pairs); i += 2 {
		old = append(old, pairs[i])
	}
	return &replacer{newWordSet(old...), strings.NewReplacer(pairs...)}
}

func (r *replacer) replace(s string) string {
	if !r.old.in(s) {
		return s
	}
	return r.by.Replace(s)
}

// placed returns the words of one place in the list, longest first.
func placed(rows [][]string, place string) []string {
	var words []string
	for _, row := range rows {
		if row[0] == place {
			words = append(words, row[1])
		}
	}
	sort.Slice(words, func(i, j int) bool {
		if len(words[i]) != len(words[j]) {
			return len(words[i]) > len(words[j])
		}
		return words[i] < words[j]
	})
	return words
}
