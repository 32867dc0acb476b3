package export

import "suyuan/extract"

type figure struct {
	record
	Indicator    string     `json:"indicator"`
	IndicatorID  *string    `json:"indicator_id"`
	Value        float64    `json:"value"`
	ValueMax     *float64   `json:"value_max"`
	Comparator   string     `json:"comparator"`
	Unit         string     `json:"unit"`
	ValueBase    float64    `json:"value_base"`
	ValueBaseMax *float64   `json:"value_base_max"`
	UnitBase     string     `json:"unit_base"`
	Measure      string     `json:"measure"`
	Per          *string    `json:"per"`
	Kind         string     `json:"kind"`
	Scope        *string    `json:"scope"`
	Time         *string    `json:"time"`
	TimeFirst    *int       `json:"time_first"`
	TimeLast     *int       `json:"time_last"`
	Nature       *string    `json:"nature"`
	Evidence     []evidence `json:"evidence"`
}

func (j *lines) figure(f *extract.Figure) figure {
	return figure{
		record:    j.record("figure", &f.Record),
		Indicator: f.Indicator, IndicatorID: stated(f.IndicatorID),
		Value: f.Value, ValueMax: f.ValueMax, Comparator: f.Comparator, Unit: f.Unit,
		ValueBase: f.ValueBase, ValueBaseMax: f.ValueBaseMax, UnitBase: f.UnitBase,
		Measure: f.Measure, Per: stated(f.Per), Kind: f.Kind, Scope: stated(f.Scope),
		Time: stated(f.Time), TimeFirst: stated(f.TimeFirst), TimeLast: stated(f.TimeLast), Nature: stated(f.Nature),
		Evidence: j.evidence(f.Evidence),
	}
}

type date struct {
	record
	EDTF     string     `json:"edtf"`
	FirstDay *string    `json:"first_day"`
	LastDay  *string    `json:"last_day"`
	Evidence []evidence `json:"evidence"`
}

func (j *lines) date(d *extract.Date) date {
	return date{record: j.record("date", &d.Record), EDTF: d.EDTF,
		FirstDay: stated(d.FirstDay), LastDay: stated(d.LastDay), Evidence: j.evidence(d.Evidence)}
}

type department struct {
	record
	Name          string     `json:"name"`
	CanonicalName string     `json:"canonical_name"`
	Role          string     `json:"role"`
	Task          *string    `json:"task"`
	Evidence      []evidence `json:"evidence"`
}

func (j *lines) department(d *extract.Department) department {
	return department{record: j.record("department", &d.Record), Name: d.Name, CanonicalName: d.CanonicalName,
		Role: d.Role, Task: stated(d.Task), Evidence: j.evidence(d.Evidence)}
}

type project struct {
	record
	Name     string     `json:"name"`
	Category string     `json:"category"`
	Status   string     `json:"status"`
	Evidence []evidence `json:"evidence"`
}

func (j *lines) project(p *extract.Project) project {
	return project{record: j.record("project", &p.Record), Name: p.Name, Category: p.Category,
		Status: p.Status, Evidence: j.evidence(p.Evidence)}
}
