package web

import (
	"context"
	"encoding/json"
	"errors"
	"html/template"
	"net/http"
	"strconv"
	"strings"
	"unicode/utf8"

	"suyuan/extract"
	"suyuan/source"
	"suyuan/store"
)

// addition is the form for a figure that was missed.
type addition struct {
	Document int64
	Span     source.Span
	Quote    string
	Context  template.HTML
	Inputs   []input
	Note     string
	Problem  string
}

// addForm answers with the form for what is selected in the text.
func (s *Site) addForm(w http.ResponseWriter, r *http.Request) error {
	a, err := s.addition(r)
	if err != nil {
		return err
	}
	value := ""
	if v, _, ok := extract.ReadValue(a.Quote, ""); ok {
		value = plain(v)
	}
	a.Inputs = inputs("figure", map[string]string{"value": value, "comparator": "=", "measure": "level", "kind": "target"})
	return s.render(w, r, "add", "", a)
}

// addition reads the place that a request names.
func (s *Site) addition(r *http.Request) (a addition, err error) {
	d, err := s.documentOf(r)
	if err != nil {
		return a, err
	}
	sheet, err := s.sheet(r.Context(), d)
	if err != nil {
		return a, err
	}
	from, err1 := strconv.Atoi(r.FormValue("from"))
	to, err2 := strconv.Atoi(r.FormValue("to"))
	text := sheet.document.Text
	if err := errors.Join(err1, err2); err != nil || from < 0 || from >= to || to > len(text) || !utf8.ValidString(text[from:to]) {
		return a, say(errWrong, "fault_selection", r.FormValue("from"), r.FormValue("to"), len(text))
	}
	return addition{Document: d.ID, Span: source.Span{Start: from, End: to}, Quote: text[from:to], Context: inContext(text, from, to)}, nil
}

// add puts in a figure that was missed.
func (s *Site) add(w http.ResponseWriter, r *http.Request) error {
	a, err := s.addition(r)
	if err != nil {
		return err
	}
	fields := map[string]any{}
	given := map[string]string{}
	for _, name := range editable["figure"] {
		given[name] = strings.TrimSpace(r.PostFormValue("field." + name))
		if given[name] == "" {
			continue
		}
		if fields[name], err = fieldValue(name, given[name]); err != nil {
			break
		}
	}
	var review store.Review
	if err == nil {
		var text json.RawMessage
		if text, err = json.Marshal(fields); err == nil {
			a.Note = strings.TrimSpace(r.PostFormValue("note"))
			review, err = s.store.AddFigure(context.WithoutCancel(r.Context()), store.Addition{DocumentID: a.Document, Span: a.Span, Quote: a.Quote, Fields: text,
				OwnValue: r.PostFormValue("own_value") != "", Note: a.Note, Reviewer: s.reviewer(r)})
		}
	}
	if err != nil {
		a.Problem, a.Inputs = s.message(r, err), inputs("figure", given)
		return s.render(w, r, "add", "", a)
	}
	c, err := s.card(r, review.RecordKey)
	if err != nil {
		return err
	}
	return s.render(w, r, "card_added", "", c)
}
