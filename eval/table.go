package eval

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// WriteTable writes the result, a line a type of record.
func (r *Result) WriteTable(w io.Writer) error {
	for _, t := range r.Types {
		var fields strings.Builder
		for _, f := range t.Fields {
			fmt.Fprintf(&fields, " %s %.3f", f.Name, f.Share())
		}
		if _, err := fmt.Fprintf(w, "%-10s gold %5d pred %5d  found P %.3f R %.3f F1 %.3f  right F1 %.3f  %s\n",
			t.Type, t.Gold, t.Pred, t.Precision(), t.Recall(), t.FoundF1(), t.RightF1(), fields.String()); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(w, "document fields right %d/%d   documents %d\n", r.About.Right, r.About.Of, r.Documents)
	if err == nil && len(r.Absent) > 0 {
		_, err = fmt.Fprintf(w, "not found in the prediction: %s\n", strings.Join(r.Absent, ", "))
	}
	return err
}

// WriteMisses writes one line for every record of a type that is not as the gold
// has it; "document" for the fields of the documents' own records, "" for all.
func (r *Result) WriteMisses(w io.Writer, kind string) error {
	for _, m := range r.Misses {
		if kind != "" && m.Type != kind {
			continue
		}
		if _, err := fmt.Fprintln(w, m); err != nil {
			return err
		}
	}
	return nil
}

// String writes a miss on one line.
func (m Miss) String() string {
	head := m.Document + " " + string(m.Fault) + " " + m.Type
	switch m.Fault {
	case Missed:
		return head + " " + m.Gold.String()
	case False:
		return fmt.Sprintf("%s %s rule %s in %q", head, m.Pred, m.Pred.Rule, m.Pred.Statement)
	}
	if m.Type == "document" {
		return fmt.Sprintf("%s %s: gold %q got %q", head, m.Fields[0], m.Gold.Text, m.Pred.Text)
	}
	return fmt.Sprintf("%s %s\n    gold %s\n    got  %s rule %s in %q", head, strings.Join(m.Fields, " "), m.Gold, m.Pred, m.Pred.Rule, m.Pred.Statement)
}

// String writes the place of a record and the fields it has.
func (r Record) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d-%d %q", r.Start, r.End, r.Text)
	field := func(name, value string, also ...string) {
		if value != "" {
			fmt.Fprintf(&b, " %s=%s", name, strings.Join(append([]string{value}, also...), "|"))
		}
	}
	if r.Value != nil {
		field("value", strconv.FormatFloat(*r.Value, 'f', -1, 64))
	}
	if r.ValueMax != nil {
		field("value_max", strconv.FormatFloat(*r.ValueMax, 'f', -1, 64))
	}
	field("comparator", r.Comparator)
	field("unit", r.Unit)
	field("measure", r.Measure)
	field("kind", r.Kind)
	field("indicator", r.Indicator, r.IndicatorAlso...)
	field("time", r.Time, r.TimeAlso...)
	field("edtf", r.EDTF)
	field("role", r.Role)
	field("name", r.Name, r.Also...)
	field("status", r.Status)
	return b.String()
}
