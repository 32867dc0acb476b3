package extract

import (
	"slices"
	"sort"
	"strings"

	"suyuan/segment"
)

// tableWords are the words by which tables are read, by class, longest first. The
// list is lexicon/table_words.tsv.
type tableWords map[string][]string

func newTableWords(rows [][]string) tableWords {
	w := tableWords{}
	for _, row := range rows {
		w[row[0]] = append(w[row[0]], strings.Fields(row[1])...)
	}
	for _, list := range w {
		sort.Slice(list, func(i, j int) bool {
			if len(list[i]) != len(list[j]) {
				return len(list[i]) > len(list[j])
			}
			return list[i] < list[j]
		})
	}
	return w
}

// is reports whether the whole of text is a word of a class.
func (w tableWords) is(class, text string) bool { return slices.Contains(w[class], text) }

// front returns the longest word of a class that text begins with.
func (w tableWords) front(class, text string) string {
	return prefixOf(text, w[class])
}

// end returns the longest word of a class that text ends with.
func (w tableWords) end(class, text string) string {
	return suffixOf(text, w[class])
}

// last returns the place of the word of a class that ends last in text, of two
// the longer one; an empty range where there is none.
func (w tableWords) last(class, text string) segment.Range {
	var best segment.Range
	for _, s := range w[class] { // longest first
		if i := segment.FindLastWord(text, s); i >= 0 && i+len(s) > best.End {
			best = segment.Range{Start: i, End: i + len(s)}
		}
	}
	return best
}

// has reports whether a word of a class stands in text.
func (w tableWords) has(class, text string) bool { return w.last(class, text).End > 0 }

// kind returns what the words of a head or a caption make of its figures, "" where
// they say nothing: of 规划 and 基期 in 规划基期年 the one that ends last.
func (w tableWords) kind(text string) (kind string, at segment.Range) {
	for _, class := range []string{"target", "actual", "provision"} {
		found := w.last(class, text)
		if found.End > at.End || found.End == at.End && found.End-found.Start > at.End-at.Start {
			kind, at = class, found
		}
	}
	return kind, at
}

// trim takes words of a class off both ends of text[i:j].
func (w tableWords) trim(class, text string, i, j int) (int, int) {
	for i < j {
		if s := w.front(class, text[i:j]); s != "" {
			i += len(s)
			continue
		}
		s := w.end(class, text[i:j])
		if s == "" {
			break
		}
		j -= len(s)
	}
	return i, j
}
