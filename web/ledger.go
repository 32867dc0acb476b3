package web

import (
	"html/template"
	"net/http"
	"slices"
	"strings"
	"unicode/utf8"

	"suyuan/store"
)

// ledgerPage is what became of the numerals that no record took: of one document
// in context, of all documents in counts.
type ledgerPage struct {
	Document  *store.Document
	Documents []store.Document // with their counts, where no one is chosen
	Groups    []ledgerGroup
	Taken     int // numerals that records took
	Total     int
}

// ledgerGroup is the numerals of one reason. Those that nothing explains come first.
type ledgerGroup struct {
	Reason string // "" for unexplained
	Lines  []ledgerLine
}

// ledgerLine is a numeral in context.
type ledgerLine struct {
	store.Numeral
	Context template.HTML
}

// ledger answers with the numerals that no record took.
func (s *Site) ledger(w http.ResponseWriter, r *http.Request) error {
	var p ledgerPage
	if r.FormValue("document") == "" {
		all, err := s.store.Documents(r.Context(), store.Filter{})
		if err != nil {
			return err
		}
		slices.SortStableFunc(all, func(a, b store.Document) int { return b.Unexplained - a.Unexplained })
		for _, d := range all {
			p.Total += d.Numerals
		}
		p.Documents = all[:min(len(all), documentsAtOnce)]
		return s.render(w, r, "ledger", "ledger", p)
	}
	d, err := s.documentOf(r)
	if err != nil {
		return err
	}
	p.Document = &d
	if err := s.fillLedger(r, &p); err != nil {
		return err
	}
	return s.render(w, r, "ledger", "ledger", p)
}

func (s *Site) fillLedger(r *http.Request, p *ledgerPage) error {
	sheet, err := s.sheet(r.Context(), *p.Document)
	if err != nil {
		return err
	}
	all, err := s.store.Numerals(r.Context(), p.Document.ID)
	if err != nil {
		return err
	}
	groups := map[string][]ledgerLine{}
	for _, n := range all {
		p.Total++
		if n.Disposition != "set_aside" && n.Disposition != "unexplained" {
			p.Taken++
			continue
		}
		reason := string(n.Reason)
		groups[reason] = append(groups[reason], ledgerLine{n, inContext(sheet.document.Text, n.ByteStart, n.ByteEnd)})
	}
	for reason, lines := range groups {
		p.Groups = append(p.Groups, ledgerGroup{reason, lines})
	}
	slices.SortFunc(p.Groups, func(a, b ledgerGroup) int {
		if a.Reason == "" || b.Reason == "" {
			return len(a.Reason) - len(b.Reason)
		}
		if n := len(b.Lines) - len(a.Lines); n != 0 {
			return n
		}
		return strings.Compare(a.Reason, b.Reason)
	})
	return nil
}

// contextBytes is how much text stands on either side of a place in context.
const contextBytes = 72

// inContext writes a place with the words around it, on its own line of the text.
func inContext(text string, from, to int) template.HTML {
	first, last := max(0, from-2*contextBytes), min(len(text), to+2*contextBytes) // a line may be the whole text
	first += strings.LastIndexAny(text[first:from], "\r\n") + 1
	if i := strings.IndexAny(text[to:last], "\r\n"); i >= 0 {
		last = to + i
	}
	return marked(text[first:last], from-first, to-first, contextBytes, contextBytes)
}

// marked writes a text with a place in it marked, cut to so many bytes before and
// behind it.
func marked(text string, from, to, before, behind int) template.HTML {
	start, end := max(0, from-before), min(len(text), to+behind)
	for start < from && !utf8.RuneStart(text[start]) {
		start++
	}
	for end > to && end < len(text) && !utf8.RuneStart(text[end]) {
		end--
	}
	left, right := "", ""
	if start > 0 {
		left = "…"
	}
	if end < len(text) {
		right = "…"
	}
	return template.HTML(left + escape.Replace(text[start:from]) + "<mark>" + escape.Replace(text[from:to]) + "</mark>" + escape.Replace(text[to:end]) + right)
}
