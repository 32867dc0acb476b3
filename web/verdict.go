package web

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
	"strings"

	"suyuan/store"
)

// judge takes a verdict on a record.
func (s *Site) judge(w http.ResponseWriter, r *http.Request) error {
	c, err := s.card(r, r.PathValue("name"))
	if err != nil {
		return err
	}
	j := store.Judgement{
		RecordKey: c.Row.Key, Verdict: r.PostFormValue("verdict"), Note: strings.TrimSpace(r.PostFormValue("note")),
		Reviewer: s.reviewer(r), OwnValue: r.PostFormValue("own_value") != "",
	}
	if j.Verdict == store.Corrected {
		j.Corrected, err = corrections(c.Row.Type, values(c.Row.Fields()), r)
	}
	if err == nil {
		_, err = s.store.Judge(context.WithoutCancel(r.Context()), j)
	}
	return s.cardAfter(w, r, c, err)
}

// undo takes back the verdict that stands on a record.
func (s *Site) undo(w http.ResponseWriter, r *http.Request) error {
	c, err := s.card(r, r.PathValue("name"))
	if err != nil {
		return err
	}
	_, err = s.store.Undo(context.WithoutCancel(r.Context()), c.Row.Key, s.reviewer(r))
	return s.cardAfter(w, r, c, err)
}

// cardAfter answers with the card as it is now, or as it was with what was wrong.
func (s *Site) cardAfter(w http.ResponseWriter, r *http.Request, c *card, err error) error {
	if err != nil {
		c.Problem = s.message(r, err)
		for name := range c.Editing {
			if given := r.PostForm["field."+name]; len(given) > 0 {
				c.Editing[name] = given[0]
			}
		}
		return s.render(w, r, "card_alone", "", c)
	}
	now, err := s.card(r, r.PathValue("name"))
	if errors.Is(err, errNotFound) { // an added figure that was taken back
		return s.render(w, r, "card_gone", "", c)
	}
	if err != nil {
		return err
	}
	return s.render(w, r, "card_judged", "", now)
}

// corrections returns the fields of a form that are otherwise than now.
func corrections(kind string, now map[string]string, r *http.Request) (json.RawMessage, error) {
	out := map[string]any{}
	for _, name := range editable[kind] {
		given, ok := r.PostForm["field."+name]
		if !ok {
			continue
		}
		text := strings.TrimSpace(given[0])
		if text == now[name] {
			continue
		}
		v, err := fieldValue(name, text)
		if err != nil {
			return nil, err
		}
		out[name] = v
	}
	if len(out) == 0 {
		return nil, say(nil, "fault_unchanged")
	}
	return json.Marshal(out)
}

// fieldValue reads a field as a form has it: an empty one is null, save where the
// database has texts alone.
func fieldValue(name, text string) (any, error) {
	switch name {
	case "value", "value_max":
		if text == "" && name == "value_max" {
			return nil, nil
		}
		v, err := strconv.ParseFloat(strings.ReplaceAll(text, ",", ""), 64)
		if err != nil {
			return nil, say(nil, "fault_number", name, text)
		}
		return v, nil
	case "indicator", "unit", "comparator", "measure", "kind", "name", "category", "role":
		return text, nil
	}
	if text == "" {
		return nil, nil
	}
	return text, nil
}
