package store

import (
	"encoding/json"
	"fmt"
)

// Text is a field that a document may leave unsaid: "" is NULL in the database
// and null in JSON.
type Text string

// Scan reads a column.
func (t *Text) Scan(v any) error {
	switch v := v.(type) {
	case nil:
		*t = ""
	case string:
		*t = Text(v)
	case []byte:
		*t = Text(v)
	default:
		return fmt.Errorf("a %T where a text was to be", v)
	}
	return nil
}

// MarshalJSON writes null for "".
func (t Text) MarshalJSON() ([]byte, error) {
	if t == "" {
		return []byte("null"), nil
	}
	return marshal(string(t))
}

// UnmarshalJSON reads "" from null.
func (t *Text) UnmarshalJSON(data []byte) error {
	*t = ""
	return json.Unmarshal(data, (*string)(t))
}

// Year is a year, or 0 where none is known: NULL in the database, null in JSON.
type Year int

// Scan reads a column.
func (y *Year) Scan(v any) error {
	switch v := v.(type) {
	case nil:
		*y = 0
	case int64:
		*y = Year(v)
	default:
		return fmt.Errorf("a %T where a year was to be", v)
	}
	return nil
}

// MarshalJSON writes null for 0.
func (y Year) MarshalJSON() ([]byte, error) {
	if y == 0 {
		return []byte("null"), nil
	}
	return json.Marshal(int(y))
}

// UnmarshalJSON reads 0 from null.
func (y *Year) UnmarshalJSON(data []byte) error {
	*y = 0
	return json.Unmarshal(data, (*int)(y))
}

// Figure has the fields of a figure, by the names and with the meaning of
// v_figures.
type Figure struct {
	Indicator    string   `json:"indicator"`
	IndicatorID  Text     `json:"indicator_id"`
	Value        float64  `json:"value"`
	ValueMax     *float64 `json:"value_max"`
	Comparator   string   `json:"comparator"`
	Unit         string   `json:"unit"`
	ValueBase    float64  `json:"value_base"`
	ValueBaseMax *float64 `json:"value_base_max"`
	UnitBase     string   `json:"unit_base"`
	Measure      string   `json:"measure"`
	Per          Text     `json:"per"`
	Kind         string   `json:"kind"`
	Scope        Text     `json:"scope"`
	Time         Text     `json:"time"`
	TimeFirst    Year     `json:"time_first"`
	TimeLast     Year     `json:"time_last"`
	Nature       Text     `json:"nature"`
}

const figureColumns = `indicator, indicator_id, value, value_max, comparator, unit, value_base, value_base_max, unit_base,
	measure, per, kind, scope, time, time_first, time_last, nature`

// pointers are the fields in the order of figureColumns.
func (f *Figure) pointers() []any {
	return []any{&f.Indicator, &f.IndicatorID, &f.Value, &f.ValueMax, &f.Comparator, &f.Unit, &f.ValueBase, &f.ValueBaseMax, &f.UnitBase,
		&f.Measure, &f.Per, &f.Kind, &f.Scope, &f.Time, &f.TimeFirst, &f.TimeLast, &f.Nature}
}

// values are the same as the database keeps them.
func (f *Figure) values() []any {
	return []any{f.Indicator, null(string(f.IndicatorID)), f.Value, nullFloat(f.ValueMax), f.Comparator, f.Unit, f.ValueBase, nullFloat(f.ValueBaseMax), f.UnitBase,
		f.Measure, null(string(f.Per)), f.Kind, null(string(f.Scope)), null(string(f.Time)), nullYear(int(f.TimeFirst)), nullYear(int(f.TimeLast)), null(string(f.Nature))}
}

func nullFloat(f *float64) any {
	if f == nil {
		return nil
	}
	return *f
}

func nullYear(year int) any {
	if year == 0 {
		return nil
	}
	return year
}

// Date has the fields of a date, as in v_dates.
type Date struct {
	EDTF     string `json:"edtf"`
	FirstDay Text   `json:"first_day"`
	LastDay  Text   `json:"last_day"`
}

// Department has the fields of a department, as in v_departments.
type Department struct {
	Name          string `json:"name"`
	CanonicalName string `json:"canonical_name"`
	Role          string `json:"role"`
	Task          Text   `json:"task"`
}

// Project has the fields of a project, as in v_projects.
type Project struct {
	Name     string `json:"name"`
	Category string `json:"category"`
	Status   string `json:"status"`
}

// About has the fields of a document's own record, as in v_documents.
type About struct {
	Title     Text `json:"title"`
	Region    Text `json:"region"`
	Issuer    Text `json:"issuer"`
	DocNumber Text `json:"doc_number"`
	IssuedOn  Text `json:"issued_on"`
	Period    Text `json:"period"`
	Status    Text `json:"status"`
}
