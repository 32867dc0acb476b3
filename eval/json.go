package eval

import (
	"encoding/json"
	"io"
)

// WriteJSON writes the result as one JSON object: what WriteTable says, and the
// lines of WriteMisses.
func (r *Result) WriteJSON(w io.Writer, kind string) error {
	out := resultJSON{Documents: r.Documents, Absent: append([]string{}, r.Absent...), Types: []typeJSON{},
		About: tallyJSON{r.About.Right, r.About.Of}, Misses: []string{}}
	for _, t := range r.Types {
		line := typeJSON{Type: t.Type, Gold: t.Gold, Predicted: t.Pred, Precision: t.Precision(), Recall: t.Recall(),
			FoundF1: t.FoundF1(), RightF1: t.RightF1(), Fields: map[string]float64{}}
		for _, f := range t.Fields {
			line.Fields[f.Name] = f.Share()
		}
		out.Types = append(out.Types, line)
	}
	for _, m := range r.Misses {
		if kind == m.Type || kind == "all" {
			out.Misses = append(out.Misses, m.String())
		}
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}

type resultJSON struct {
	Documents int        `json:"documents"`
	Absent    []string   `json:"absent"`
	Types     []typeJSON `json:"types"`
	About     tallyJSON  `json:"document_fields"`
	Misses    []string   `json:"misses"`
}

type typeJSON struct {
	Type      string             `json:"type"`
	Gold      int                `json:"gold"`
	Predicted int                `json:"predicted"`
	Precision float64            `json:"precision"`
	Recall    float64            `json:"recall"`
	FoundF1   float64            `json:"found_f1"`
	RightF1   float64            `json:"right_f1"`
	Fields    map[string]float64 `json:"fields"`
}

type tallyJSON struct {
	Right int `json:"right"`
	Of    int `json:"of"`
}
