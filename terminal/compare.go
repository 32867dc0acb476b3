package terminal

import (
	"fmt"
	"io"
	"strings"

	"suyuan/store"
)

// ShowComparisons writes a table of what is aimed at, from where, and how far that
// is, with the place of each.
func (p Paint) ShowComparisons(w io.Writer, all []store.Comparison) error {
	rows := [][]string{{"indicator", "region", "measure", "baseline", "in", "target", "in", "change", "source"}}
	for _, c := range all {
		rows = append(rows, []string{Clean(c.Indicator), Clean(string(c.Region)), measure(&c),
			value(c.Baseline), time(c.Baseline), value(c.Target), time(c.Target), change(&c), Clean(sources(&c))})
	}
	return WriteTable(w, rows, "lllrlrlrl")
}

// measure is what is measured: a level goes without saying.
func measure(c *store.Comparison) string {
	if c.Measure == "level" {
		return string(c.Per)
	}
	return strings.TrimSpace(c.Measure + " " + string(c.Per))
}

// value is that of a side in the base unit, with the stated one behind it where
// that is another.
func value(s *store.Side) string {
	if s == nil {
		return "–"
	}
	base := s.Figure
	base.Value, base.ValueMax, base.Unit, base.Measure = s.ValueBase, s.ValueBaseMax, s.UnitBase, "level"
	if base.Unit == "" {
		base.Unit = s.Unit
	}
	text := Amount(&base)
	if base.Value != s.Value || base.Unit != s.Unit {
		stated := s.Figure
		stated.Comparator, stated.Measure = "", "level"
		text += " (" + Amount(&stated) + ")"
	}
	return Clean(text)
}

func time(s *store.Side) string {
	if s == nil {
		return ""
	}
	return Clean(string(s.Time))
}

// change is the way from the baseline to the target in the base unit.
func change(c *store.Comparison) string {
	if c.Change == nil {
		return "–"
	}
	text := Number(*c.Change)
	if *c.Change > 0 {
		text = "+" + text
	}
	if c.Percent != nil {
		text += fmt.Sprintf(" (%+.1f%%)", *c.Percent)
	}
	return text
}

// sources are the places of the target and of the baseline.
func sources(c *store.Comparison) string {
	var places []string
	for _, s := range []*store.Side{c.Target, c.Baseline} {
		if s == nil {
			continue
		}
		place := fmt.Sprintf("%s:%d", s.Path, s.Line)
		if len(places) > 0 && strings.HasPrefix(places[0], s.Path+":") {
			place = fmt.Sprint(":", s.Line)
		}
		if s.Status == "draft" {
			place += " draft"
		}
		if s.Reviewed != "" {
			place += " " + string(s.Reviewed)
		}
		places = append(places, place)
	}
	return strings.Join(places, ", ")
}
