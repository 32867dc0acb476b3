package web

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"suyuan/store"
)

// row is a record as a list shows it.
type row struct {
	store.Record
	Ref string // what its addresses call it: its id, or its key where a reviewer added it
}

func newRow(r store.Record) row {
	ref := r.Key
	if r.ID != 0 {
		ref = strconv.FormatInt(r.ID, 10)
	}
	return row{r, ref}
}

// Now is the figure as it stands after the reviews, which may be none.
func (r row) Now() *store.Figure {
	if f := r.Reviewed(); f != nil {
		return f
	}
	return r.Figure
}

// Class is the look of the record in the text and in lists.
func (r row) Class() string {
	class := r.Type
	if r.Figure != nil && r.Figure.Kind == "target" {
		class += " target"
	}
	return class
}

// Verdict is the verdict that stands, "" for none.
func (r row) Verdict() string {
	if r.Review == nil {
		return ""
	}
	return r.Review.Verdict
}

// LastSection is the nearest heading.
func (r row) LastSection() string {
	parts := strings.Split(r.Section, " > ")
	return parts[len(parts)-1]
}

// signs are the comparators as they are printed.
var signs = map[string]string{">=": "≥ ", ">": "＞ ", "<=": "≤ ", "<": "＜ ", "~": "约 ", "=": "", "": ""}

// figureOf takes a figure as a template has it.
func figureOf(figure any) *store.Figure {
	if f, ok := figure.(store.Figure); ok {
		return &f
	}
	f, _ := figure.(*store.Figure)
	return f
}

// amount writes a figure as it is stated: ≥ 600 家, 1.8–2.0 %.
func amount(figure any) string {
	f := figureOf(figure)
	if f == nil {
		return ""
	}
	text := signs[f.Comparator] + plain(f.Value)
	if f.ValueMax != nil {
		text += "–" + plain(*f.ValueMax)
	}
	if f.Measure == "growth" || f.Measure == "change" {
		text = strings.Replace(text, plain(f.Value), signed(f.Value), 1)
	}
	switch {
	case f.Unit == "":
		return text
	case strings.HasPrefix(f.Unit, "%"), strings.HasPrefix(f.Unit, "‰"):
		return text + f.Unit
	}
	return text + " " + f.Unit
}

// base writes a figure in its base unit, "" where that is the stated one.
func base(figure any) string {
	f := figureOf(figure)
	if f == nil || f.UnitBase == f.Unit && f.ValueBase == f.Value {
		return ""
	}
	text := grouped(f.ValueBase)
	if f.ValueBaseMax != nil {
		text += "–" + grouped(*f.ValueBaseMax)
	}
	return strings.TrimSpace(text + " " + f.UnitBase)
}

// plain writes a number with as few digits as it has.
func plain(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

func signed(v float64) string {
	if v > 0 {
		return "+" + plain(v)
	}
	return strings.Replace(plain(v), "-", "−", 1)
}

// grouped writes a number with its thousands apart.
func grouped(v float64) string {
	whole, rest, _ := strings.Cut(plain(v), ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "−", whole[1:]
	}
	var groups []string
	for len(whole) > 3 {
		groups = append([]string{whole[len(whole)-3:]}, groups...)
		whole = whole[:len(whole)-3]
	}
	out := sign + strings.Join(append([]string{whole}, groups...), ",")
	if rest != "" {
		out += "." + rest
	}
	return out
}

// signedGrouped is grouped with a sign in front of what is greater than 0.
func signedGrouped(v float64) string {
	if v > 0 {
		return "+" + grouped(v)
	}
	return grouped(v)
}

// field is a field of a record as its card shows it.
type field struct {
	Name      string
	Value     string
	Corrected string // what a reviewer put in its place, "" for nothing
	Places    []store.Evidence
}

// Merged reports whether the one place that the field rests on says what its value
// is, so that it need not be said twice.
func (f field) Merged() bool {
	return len(f.Places) == 1 && f.Corrected == "" && f.Places[0].Quote == f.Value
}

// fieldNames are the fields of each type in the order in which a card shows them.
// Those of editable may be corrected.
var fieldNames = map[string][]string{
	"figure": {"indicator", "value", "value_max", "comparator", "unit", "value_base", "unit_base", "measure", "per", "kind", "scope", "time", "nature", "indicator_id"},
	"date":   {"edtf", "first_day", "last_day"}, "department": {"name", "canonical_name", "role", "task"}, "project": {"name", "category", "status"},
	"document": {"title", "region", "issuer", "doc_number", "issued_on", "period", "status"},
}

// values returns the fields of a record as texts, by name.
func values(fields json.RawMessage) map[string]string {
	var loose map[string]any
	d := json.NewDecoder(strings.NewReader(string(fields)))
	d.UseNumber()
	out := map[string]string{}
	if err := d.Decode(&loose); err != nil {
		return out
	}
	for name, v := range loose {
		switch v := v.(type) {
		case string:
			out[name] = v
		case json.Number:
			out[name] = v.String()
			if f, err := v.Float64(); err == nil {
				out[name] = plain(f)
			}
		}
	}
	return out
}

// fields lists what a record says with what each field rests on. Evidence of a
// role that is no field (a baseline, a table's head) has a line of its own.
func fields(r store.Record, evidence []store.Evidence) []field {
	now := values(r.Fields())
	var corrected map[string]string
	if r.Review != nil && len(r.Review.Corrected) > 0 {
		corrected = values(r.Review.Corrected)
	}
	places := map[string][]store.Evidence{}
	var others []string
	names := fieldNames[r.Type]
	for _, e := range evidence {
		role := fieldOf(r.Type, e.Role)
		if !slices.Contains(names, role) && !slices.Contains(others, role) {
			others = append(others, role)
		}
		places[role] = append(places[role], e)
	}
	var out []field
	for _, name := range append(slices.Clone(names), others...) {
		f := field{Name: name, Value: now[name], Corrected: corrected[name], Places: places[name]}
		if f.Value != "" || f.Corrected != "" || len(f.Places) > 0 {
			out = append(out, f)
		}
	}
	return out
}

// fieldOf returns the field that evidence of a role shows.
func fieldOf(kind, role string) string {
	if role == "value" && kind == "date" {
		return "edtf"
	}
	return role
}
