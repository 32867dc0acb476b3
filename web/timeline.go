package web

import (
	"net/http"
	"slices"
	"strings"

	"suyuan/store"
)

// mostMoments is how many records a timeline shows.
const mostMoments = 1500

// timelinePage is the targets and dates of a document or a region, by year.
type timelinePage struct {
	Document *store.Document
	Region   string
	Regions  []string
	Years    []timelineYear
	More     bool // there are more than mostMoments
	Asked    bool
}

// timelineYear is what falls into one year.
type timelineYear struct {
	Year    string // "" where it is unknown
	Targets []row
	Dates   []timelineDate
}

// timelineDate is a calendar expression and the places where it stands.
type timelineDate struct {
	EDTF string
	Rows []row
}

// timeline answers with the targets and dates of a document or a region.
func (s *Site) timeline(w http.ResponseWriter, r *http.Request) error {
	p := timelinePage{Region: r.FormValue("region")}
	var err error
	if p.Regions, err = s.store.Regions(r.Context()); err != nil {
		return err
	}
	f := store.Filter{Limit: mostMoments + 1, Types: []string{"figure", "date"}}
	switch {
	case r.FormValue("document") != "":
		d, err := s.documentOf(r)
		if err != nil {
			return err
		}
		p.Document, f.DocumentID = &d, d.ID
	case p.Region != "":
		f.Regions = []string{p.Region}
	default:
		return s.render(w, r, "timeline", "timeline", p)
	}
	p.Asked = true
	if err := s.fillTimeline(r, &p, f); err != nil {
		return err
	}
	return s.render(w, r, "timeline", "timeline", p)
}

func (s *Site) fillTimeline(r *http.Request, p *timelinePage, f store.Filter) error {
	years := map[string]*timelineYear{}
	n := 0
	for record, err := range s.store.Records(r.Context(), f) {
		if err != nil {
			return err
		}
		if n++; n > mostMoments {
			p.More = true
			break
		}
		one := newRow(record)
		if one.Verdict() == store.Wrong {
			continue
		}
		year, ok := yearOf(one)
		if !ok {
			continue
		}
		y := years[year]
		if y == nil {
			y = &timelineYear{Year: year}
			years[year] = y
		}
		y.add(one)
	}
	for _, y := range years {
		slices.SortStableFunc(y.Dates, func(a, b timelineDate) int { return strings.Compare(a.EDTF, b.EDTF) })
		p.Years = append(p.Years, *y)
	}
	slices.SortFunc(p.Years, func(a, b timelineYear) int { return strings.Compare(a.Year, b.Year) })
	return nil
}

// yearOf returns the year that a target is to be reached in or a date ends in, and
// whether the record belongs on a timeline.
func yearOf(r row) (string, bool) {
	if f := r.Now(); f != nil {
		if f.Kind != "target" || f.TimeLast == 0 {
			return "", false
		}
		return plain(float64(f.TimeLast)), true
	}
	if r.Date == nil {
		return "", false
	}
	day := r.Date.LastDay
	if day == "" {
		day = r.Date.FirstDay
	}
	if len(day) < 4 {
		return "", false
	}
	return string(day[:4]), true
}

func (y *timelineYear) add(r row) {
	if r.Date == nil {
		y.Targets = append(y.Targets, r)
		return
	}
	for i := range y.Dates {
		if y.Dates[i].EDTF == r.Date.EDTF {
			y.Dates[i].Rows = append(y.Dates[i].Rows, r)
			return
		}
	}
	y.Dates = append(y.Dates, timelineDate{r.Date.EDTF, []row{r}})
}
