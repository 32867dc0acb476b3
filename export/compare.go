package export

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"

	"suyuan/store"
)

// comparison is a line of JSON.
type comparison struct {
	IndicatorID store.Text `json:"indicator_id"`
	Indicator   string     `json:"indicator"`
	Region      store.Text `json:"region"`
	Measure     string     `json:"measure"`
	Per         store.Text `json:"per"`
	UnitBase    string     `json:"unit_base"`
	Baseline    *side      `json:"baseline"`
	Target      *side      `json:"target"`
	Change      *float64   `json:"change"`
	Percent     *float64   `json:"percent"`
}

// side is one end of it: the figure and its place.
type side struct {
	store.Figure
	RecordKey string     `json:"record_key"`
	Path      string     `json:"path"`
	Line      int        `json:"line"`
	ByteStart int        `json:"byte_start"`
	Quote     string     `json:"quote"`
	Statement string     `json:"statement"`
	Status    store.Text `json:"status"`
	Verdict   store.Text `json:"verdict"`
}

func sideOf(s *store.Side) *side {
	if s == nil {
		return nil
	}
	return &side{s.Figure, s.RecordKey, s.Path, s.Line, s.ByteStart, s.Quote, s.Statement, s.Status, s.Reviewed}
}

// WriteComparisonsJSON writes a JSON object a line.
func WriteComparisonsJSON(w io.Writer, all []store.Comparison) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for _, c := range all {
		err := e.Encode(comparison{c.IndicatorID, c.Indicator, c.Region, c.Measure, c.Per, c.UnitBase, sideOf(c.Baseline), sideOf(c.Target), c.Change, c.Percent})
		if err != nil {
			return err
		}
	}
	return nil
}

// WriteComparisonsCSV writes a table in UTF-8 with a BOM, as Excel wants it. Text
// that a spreadsheet would take for a formula begins with an apostrophe.
func WriteComparisonsCSV(w io.Writer, all []store.Comparison) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	c := csv.NewWriter(w)
	head := []string{"indicator_id", "indicator", "region", "measure", "per", "unit_base"}
	for _, end := range []string{"baseline", "target"} {
		for _, column := range []string{"value_base", "value_base_max", "comparator", "value", "value_max", "unit", "time", "path", "line", "quote", "statement", "status", "verdict"} {
			head = append(head, end+"_"+column)
		}
	}
	c.Write(append(head, "change", "percent"))
	for _, x := range all {
		row := []string{harmless(string(x.IndicatorID)), harmless(x.Indicator), harmless(string(x.Region)), x.Measure, string(x.Per), harmless(x.UnitBase)}
		row = append(append(row, cells(x.Baseline)...), cells(x.Target)...)
		c.Write(append(row, optional(x.Change), optional(x.Percent)))
	}
	c.Flush()
	return c.Error()
}

func cells(s *store.Side) []string {
	if s == nil {
		return make([]string, 13)
	}
	return []string{plain(s.ValueBase), optional(s.ValueBaseMax), harmless(s.Comparator), plain(s.Value), optional(s.ValueMax), harmless(s.Unit), harmless(string(s.Time)),
		harmless(s.Path), fmt.Sprint(s.Line), harmless(s.Quote), harmless(s.Statement), string(s.Status), string(s.Reviewed)}
}

func optional(v *float64) string {
	if v == nil {
		return ""
	}
	return plain(*v)
}

// plain writes a number without an exponent.
func plain(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
