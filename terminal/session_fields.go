package terminal

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"suyuan/store"
)

// correct asks for the fields that are to be otherwise.
func (s *Session) correct(ctx context.Context, r *store.Record) (move, error) {
	fmt.Fprintln(s.Out, "what is to be otherwise, a line a field: unit=亿元; nothing behind = for none; an empty line ends")
	corrected := s.given("correct: ", r.Fields())
	if corrected == nil {
		fmt.Fprintln(s.Out, "nothing is corrected")
		return here, nil
	}
	return s.judge(ctx, r, store.Judgement{Verdict: store.Corrected, Corrected: corrected})
}

// given asks for fields, a line each, until an empty one, and returns them as an
// object; nil for none. Those that there are have the names of fields.
func (s *Session) given(prompt string, fields json.RawMessage) json.RawMessage {
	var names []string
	for _, f := range list(fields) {
		names = append(names, f.name)
	}
	given := map[string]json.RawMessage{}
	for line := s.line(prompt); line != ""; line = s.line(prompt) {
		name, typed, ok := strings.Cut(strings.Replace(line, "＝", "=", 1), "=")
		name = strings.TrimSpace(name)
		value := jsonValue(name, strings.TrimSpace(typed))
		switch {
		case !ok || !slices.Contains(names, name):
			fmt.Fprintf(s.Out, "%s is no field: %s\n", Clean(name), strings.Join(names, ", "))
		case !json.Valid(value):
			fmt.Fprintf(s.Out, "%s is no number\n", Clean(typed))
		default:
			given[name] = value
		}
	}
	if len(given) == 0 {
		return nil
	}
	object, _ := json.Marshal(given) // of valid parts
	return object
}

// jsonValue writes what was typed for a field as JSON.
func jsonValue(field, typed string) json.RawMessage {
	switch {
	case typed == "":
		return json.RawMessage("null")
	case strings.HasPrefix(field, "value") || strings.HasPrefix(field, "time_"):
		return json.RawMessage(typed)
	}
	text, _ := json.Marshal(typed)
	return text
}
