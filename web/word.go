package web

import (
	_ "embed"
	"fmt"
	"html/template"
	"strings"
	"time"

	"suyuan/store"
)

//go:embed words.tsv
var wordList string

// dictionaries returns what the page says, by language and key. A key that the
// list lacks is shown as it is: the names of rules and units have none.
func dictionaries() (map[string]map[string]string, error) {
	zh, en := map[string]string{}, map[string]string{}
	for line := range strings.Lines(wordList) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 3 {
			return nil, fmt.Errorf("read words.tsv: %q has %d cells, not 3", line, len(cells))
		}
		if _, twice := zh[cells[0]]; twice {
			return nil, fmt.Errorf("read words.tsv: %q stands twice", cells[0])
		}
		zh[cells[0]], en[cells[0]] = cells[1], cells[2]
	}
	return map[string]map[string]string{"zh": zh, "en": en}, nil
}

// functions are what templates call.
func functions(lang string, words map[string]string, a *assets) template.FuncMap {
	t := func(v any) string {
		key := fmt.Sprint(v)
		if word, ok := words[key]; ok {
			return word
		}
		return key
	}
	return template.FuncMap{
		"t":                t,
		"asset":            a.address,
		"tab":              newTab,
		"part":             func(v view, data any) view { v.Data = data; return v },
		"types":            func() []string { return recordTypes },
		"kinds":            func() []string { return figureKinds },
		"verdicts":         func() []string { return standings },
		"findingStandings": func() []string { return findingStandings },
		"name": func(d any) string {
			if d, ok := d.(*store.Document); ok {
				return nameOf(*d)
			}
			return nameOf(d.(store.Document))
		},
		"link":      deepLink,
		"amount":    amount,
		"base":      base,
		"share":     share,
		"percent":   percent,
		"period":    func(edtf store.Text) string { return strings.Replace(string(edtf), "/", "–", 1) },
		"moment":    moment,
		"statement": statement,
		"hit":       hit,
		"hitLink":   hitLink,
		"sideLink":  sideLink,
		"change":    func(v *float64) string { return strings.Replace(signedGrouped(*v), "-", "−", 1) },
		"growth":    func(v *float64) string { return fmt.Sprintf("%+.1f%%", *v) },
		"interval": func(p store.Precision) string {
			low, high := p.Interval()
			return fmt.Sprintf("%.1f–%.1f%%", low*100, high*100)
		},
		"sampled": func(v view, r row) view {
			v.Data = sampled{Row: r, Page: v.Data.(samplePage)}
			return v
		},
	}
}

func percent(v float64) string { return fmt.Sprintf("%.0f%%", v*100) }

// findingStandings are what the list of findings can be narrowed to.
var findingStandings = append([]string{"open"}, store.FindingVerdicts...)

// standings are what a list of records can be narrowed to.
var standings = []string{"unreviewed", "reviewed", store.Right, store.Wrong, store.Corrected, store.Doubtful, "stale"}

// moment writes the time of a review to the minute, in the time of the machine
// that serves the page.
func moment(at string) string {
	t, err := time.Parse(time.RFC3339Nano, at)
	if err != nil {
		return at
	}
	return t.Local().Format("2006-01-02 15:04")
}

// How many bytes of a sentence stand before and behind the record in it: all of most
// sentences, and of a long one so much that the record is seen at once.
const (
	statementBefore = 330
	statementBehind = 210
)

// statement writes the sentence of a record with the record marked in it.
func statement(r store.Record) template.HTML {
	text := r.Statement
	from, to := r.ByteStart-r.StatementStart, r.ByteEnd-r.StatementStart
	if from < 0 || to > len(text) || from >= to || text[from:to] != r.Quote {
		return template.HTML(escape.Replace(text))
	}
	return marked(text, from, to, statementBefore, statementBehind)
}

// tab is a link of the bar at the top.
type tab struct {
	To, Word string
	Here     bool
}

func newTab(v view, to, word string) tab {
	path, _, _ := strings.Cut(v.Path, "?")
	return tab{to, word, path == to}
}
