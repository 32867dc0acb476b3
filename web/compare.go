package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"

	"suyuan/store"
)

// mostIndicators is how many indicators are offered.
const mostIndicators = 400

// comparePage is indicators side by side, region by region.
type comparePage struct {
	Indicators []store.Indicator // that are offered
	Regions    []string
	Chosen     []string // indicator ids or names
	Within     []string // regions
	Year       string
	Groups     []compareGroup
	Asked      bool
	Cut        bool // no region is chosen, and only the first are shown
}

// Has reports whether an indicator is chosen, In whether a region is.
func (p comparePage) Has(id string) bool    { return slices.Contains(p.Chosen, id) }
func (p comparePage) In(region string) bool { return slices.Contains(p.Within, region) }

// Own are the chosen names that are not among those offered.
func (p comparePage) Own() []string {
	return slices.DeleteFunc(slices.Clone(p.Chosen), func(id string) bool {
		return slices.ContainsFunc(p.Indicators, func(i store.Indicator) bool { return i.ID == id })
	})
}

// compareGroup is the comparisons that share one axis.
type compareGroup struct {
	Indicator, Measure, Per, Unit string
	Rows                          []store.Comparison
	Chart                         string // JSON for chart.js
	More                          int    // rows that are left out
}

// mostGroups and mostRows are how much a page shows: whoever asks for all regions
// of a large database narrows it down.
const (
	mostGroups = 30
	mostRows   = 100

	mostRegions = 60
)

// compare answers with the table and the chart of what is chosen.
func (s *Site) compare(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	p := comparePage{Chosen: nonEmpty(q["indicator"]), Within: nonEmpty(q["region"]), Year: q.Get("year")}
	var err error
	var year int64
	if p.Year != "" {
		if year, err = number(r, "year"); err != nil {
			return err
		}
	}
	if p.Indicators, err = s.store.Indicators(r.Context()); err != nil {
		return err
	}
	p.Indicators = p.Indicators[:min(len(p.Indicators), mostIndicators)]
	if p.Chosen, err = s.chosen(p); err != nil {
		return err
	}
	if p.Regions, err = s.store.Regions(r.Context()); err != nil {
		return err
	}
	if len(p.Chosen) == 0 {
		return s.render(w, r, "compare", "compare", p)
	}
	p.Asked = true
	f := store.Filter{Indicators: p.Chosen, Regions: p.Within}
	if len(f.Regions) == 0 && len(p.Regions) > mostRegions {
		f.Regions, p.Cut = p.Regions[:mostRegions], true
	}
	if p.Year != "" {
		f.Years = []int{int(year)}
	}
	all, err := s.store.Compare(r.Context(), f)
	if err != nil {
		return err
	}
	if p.Groups, err = groupComparisons(all); err != nil {
		return err
	}
	return s.render(w, r, "compare", "compare", p)
}

// chosen returns what is chosen, each once: by its id where that is offered.
func (s *Site) chosen(p comparePage) (all []string, err error) {
	for _, name := range p.Chosen {
		id, err := s.store.IndicatorID(name)
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(p.Indicators, func(i store.Indicator) bool { return i.ID == id }) {
			name = id
		}
		if !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	return all, nil
}

func nonEmpty(all []string) []string {
	return slices.DeleteFunc(all, func(s string) bool { return s == "" })
}

// groupComparisons puts together what has one indicator, measure and unit.
func groupComparisons(all []store.Comparison) (groups []compareGroup, err error) {
	for _, c := range all {
		g := compareGroup{Indicator: c.Indicator, Measure: c.Measure, Per: string(c.Per), Unit: c.UnitBase}
		i := slices.IndexFunc(groups, func(o compareGroup) bool {
			return o.Indicator == g.Indicator && o.Measure == g.Measure && o.Per == g.Per && o.Unit == g.Unit
		})
		if i < 0 {
			groups, i = append(groups, g), len(groups)
		}
		groups[i].Rows = append(groups[i].Rows, c)
	}
	slices.SortStableFunc(groups, func(a, b compareGroup) int { return len(b.Rows) - len(a.Rows) })
	groups = groups[:min(len(groups), mostGroups)]
	for i := range groups {
		g := &groups[i]
		shown := min(len(g.Rows), mostRows)
		g.Rows, g.More = g.Rows[:shown], len(g.Rows)-shown
		if groups[i].Chart, err = chartOf(groups[i]); err != nil {
			return nil, err
		}
	}
	return groups, nil
}

// chartRow is one line of a chart: where it begins, where it is to end.
type chartRow struct {
	Label    string   `json:"label"`
	From     *float64 `json:"from"`
	To       *float64 `json:"to"`
	FromText string   `json:"fromText"`
	ToText   string   `json:"toText"`
	FromLink string   `json:"fromLink"`
	ToLink   string   `json:"toLink"`
}

// mostBars is how many lines a chart has.
const mostBars = 60

func chartOf(g compareGroup) (string, error) {
	var rows []chartRow
	for _, c := range g.Rows[:min(len(g.Rows), mostBars)] {
		label := string(c.Region)
		if label == "" {
			label = "?"
		}
		row := chartRow{Label: label}
		if b := c.Baseline; b != nil {
			row.From, row.FromText, row.FromLink = &b.ValueBase, said(b), sideLink(b)
		}
		if t := c.Target; t != nil {
			row.To, row.ToText, row.ToLink = &t.ValueBase, said(t), sideLink(t)
			if t.Time != "" {
				row.Label += " " + string(t.Time)
			}
		}
		rows = append(rows, row)
	}
	text, err := json.Marshal(struct {
		Unit string     `json:"unit"`
		Rows []chartRow `json:"rows"`
	}{g.Unit, rows})
	return string(text), err
}

// said is a figure as it is stated, with its time.
func said(s *store.Side) string {
	text := amount(&s.Figure)
	if s.Time != "" {
		text += " (" + string(s.Time) + ")"
	}
	return text
}

func sideLink(s *store.Side) string {
	return fmt.Sprintf("/documents/%d?record=%s", s.DocumentID, url.QueryEscape(s.RecordKey))
}
