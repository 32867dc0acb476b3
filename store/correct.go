package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"suyuan/extract"
)

// ErrUnread is a value that its quote does not say.
var ErrUnread = errors.New("the quote does not say this value: mend the value, or say that it is the reviewer's own")

// oneOf are the fields that take one of a few words; "" is left to those that may
// be unsaid.
var oneOf = map[string][]string{
	"comparator": {"=", ">=", ">", "<=", "<", "~"},
	"measure":    {"level", "change", "growth", "multiple", "rank"},
	"kind":       {"target", "actual", "criterion", "provision"},
	"per":        {"", "year"},
	"nature":     {"", "预期性", "约束性"},
	"role":       {"lead", "support", "issuer", "recipient"},
	"status":     {"done", "ongoing", "planned"},
}

// FieldWords returns the words that a field takes, nil for a field that takes any.
func FieldWords(field string) []string { return oneOf[field] }

// correct lays corrected fields over those of a record. Of a figure it returns the
// whole figure; of other records it proves the fields and returns nil.
func (s *Store) correct(r *Record, corrected json.RawMessage, own bool) (*Figure, error) {
	switch {
	case r.Figure != nil:
		f := *r.Figure
		if err := overlay(corrected, &f); err != nil {
			return nil, err
		}
		return &f, s.settleFigure(&f, r, corrected, own)
	case r.Date != nil:
		d := *r.Date
		if err := overlay(corrected, &d); err != nil {
			return nil, err
		}
		if edtf, _, _, ok := extract.ReadDate(r.Quote); d.EDTF != r.Date.EDTF && !own && (!ok || edtf != d.EDTF) {
			return nil, fmt.Errorf("edtf %q of the quote %q: %w", d.EDTF, r.Quote, ErrUnread)
		}
		return nil, nil
	case r.Department != nil:
		d := *r.Department
		return nil, errors.Join(overlay(corrected, &d), oneWord("role", d.Role), filled("name", d.Name))
	case r.Project != nil:
		p := *r.Project
		return nil, errors.Join(overlay(corrected, &p), oneWord("status", p.Status), filled("name", p.Name))
	case r.About != nil:
		a := *r.About
		return nil, overlay(corrected, &a)
	}
	return nil, fmt.Errorf("a %s has no fields to correct", r.Type)
}

// overlay reads an object of fields over what a record has.
func overlay(fields json.RawMessage, over any) error {
	d := json.NewDecoder(bytes.NewReader(fields))
	d.DisallowUnknownFields()
	if err := d.Decode(over); err != nil {
		return fmt.Errorf("read the corrected fields %s: %w", fields, err)
	}
	return nil
}

// given reports whether an object has a field.
func given(fields json.RawMessage, name string) bool {
	var all map[string]json.RawMessage
	_ = json.Unmarshal(fields, &all)
	_, ok := all[name]
	return ok
}

func oneWord(field, value string) error {
	if slices.Contains(oneOf[field], value) {
		return nil
	}
	return fmt.Errorf("%s %q: it is one of %s", field, value, strings.Join(oneOf[field], ", "))
}

func filled(field, value string) error {
	if strings.TrimSpace(value) == "" {
		return fmt.Errorf("%s: it may not be empty", field)
	}
	return nil
}

// settleFigure proves a corrected figure and computes what follows from its
// fields: the years, the value in the base unit, the indicator's id.
func (s *Store) settleFigure(f *Figure, was *Record, corrected json.RawMessage, own bool) error {
	if err := f.check(); err != nil {
		return err
	}
	if f.ValueMax != nil && math.Abs(*f.ValueMax) < math.Abs(f.Value) {
		return fmt.Errorf("value_max %s is less than value %s", plain(*f.ValueMax), plain(f.Value))
	}
	if !own && !says(was.Quote, f) {
		return fmt.Errorf("value %s of the quote %q: %w", plain(f.Value), was.Quote, ErrUnread)
	}
	if f.Time != "" {
		first, last := extract.Years(string(f.Time))
		if first == 0 {
			return fmt.Errorf("time %q: give years in EDTF, 2025 or 2021/2025", f.Time)
		}
		f.TimeFirst, f.TimeLast = Year(first), Year(last)
	} else {
		f.TimeFirst, f.TimeLast = 0, 0
	}
	lexicon, err := s.lexicon()
	if err != nil {
		return err
	}
	if old := was.Figure; old == nil || !sameAmount(old, f) {
		inBase(lexicon, f)
	}
	if old := was.Figure; !given(corrected, "indicator_id") && (old == nil || old.Indicator != f.Indicator) {
		f.IndicatorID = Text(lexicon.Identify(&extract.Figure{Indicator: f.Indicator, Unit: f.Unit, Measure: f.Measure, Kind: f.Kind}))
	}
	if f.IndicatorID != "" && lexicon.IndicatorName(string(f.IndicatorID)) == "" && (was.Figure == nil || was.Figure.IndicatorID != f.IndicatorID) {
		return fmt.Errorf("indicator_id %q: the list of indicators has none of this id", f.IndicatorID)
	}
	return nil
}

func sameAmount(a, b *Figure) bool {
	return a.Value == b.Value && a.Unit == b.Unit && a.Measure == b.Measure &&
		(a.ValueMax == nil) == (b.ValueMax == nil) && (a.ValueMax == nil || *a.ValueMax == *b.ValueMax)
}

// says reports whether a quote is the value of a figure, and its upper end where it
// is a range. Which way a change goes, the quote does not say.
func says(quote string, f *Figure) bool {
	value, last, ok := extract.ReadValue(quote, f.Unit)
	if !ok || !same(value, f.Value) || (last == nil) != (f.ValueMax == nil) {
		return false
	}
	return last == nil || same(*last, *f.ValueMax)
}

// inBase computes the value in the base unit: from the decimal digits, rounded
// once. A unit that the word lists do not know is its own base.
func inBase(lexicon *extract.Lexicon, f *Figure) {
	f.ValueBase, f.UnitBase, f.ValueBaseMax = f.Value, "", f.ValueMax
	value, _, base, ok := lexicon.ReadBase(plain(math.Abs(f.Value)), f.Unit)
	if !ok || f.Measure == "rank" {
		return
	}
	f.ValueBase, f.UnitBase = math.Copysign(value, f.Value), base
	if f.ValueMax != nil {
		top, _, _, _ := lexicon.ReadBase(plain(math.Abs(*f.ValueMax)), f.Unit)
		top = math.Copysign(top, *f.ValueMax)
		f.ValueBaseMax = &top
	}
}
