package store

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"suyuan/extract"
)

// figures is a document of a region: each line is quote unit kind time, of the
// indicator 高新技术企业数.
func figures(name, region, status string, lines ...string) Entry {
	text := "# 一、指标\n"
	for _, line := range lines {
		text += "其中，高新技术企业" + strings.Fields(line)[0] + "家。\n"
	}
	e := entry(name, text)
	e.Records.About = extract.About{Region: region, Status: status, Evidence: e.Records.About.Evidence}
	for i, f := range e.Records.Figures {
		words := strings.Fields(lines[i])
		f.IndicatorID, f.Kind, f.Time = "high_tech_firms", words[2], words[3]
		f.TimeFirst, f.TimeLast = extract.Years(f.Time)
		if words[1] == "%" {
			f.Measure, f.UnitBase = "growth", "%"
		}
		if len(words) > 4 {
			f.Scope = words[4]
		}
	}
	return e
}

func compared(t *testing.T, s *Store, f Filter) string {
	t.Helper()
	all, err := s.Compare(ctx, f)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, c := range all {
		line := fmt.Sprint(c.Indicator, " ", c.Region, " ", c.Measure)
		if c.Baseline != nil {
			line += fmt.Sprint(" from ", c.Baseline.Value, " in ", c.Baseline.Time)
		}
		if c.Target != nil {
			line += fmt.Sprint(" to ", c.Target.Value, " in ", c.Target.Time)
		}
		if c.Change != nil {
			line += fmt.Sprint(" by ", *c.Change)
		}
		if c.Percent != nil {
			line += fmt.Sprintf(" %.1f%%", *c.Percent)
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

func TestCompare(t *testing.T) {
	s := fresh(t)
	saved(t, s, figures("a.txt", "甲市", "final", "400 家 actual 2020", "300 家 actual 2015", "600 家 target 2025", "800 家 target 2030", "9000 家 target 2025 全省", "15 % target 2021/2025"))
	saved(t, s, figures("a-draft.txt", "甲市", "draft", "555 家 target 2025", "700 家 target 2027"))
	saved(t, s, figures("b.txt", "乙市", "", "1000.5 家 target 2025", "2.3 家 actual 2020", "7 家 criterion 2025"))
	saved(t, s, figures("c.txt", "丙市", "", "33 家 actual 2020"))
	name := "高新技术企业数 "
	for _, c := range []struct {
		f    Filter
		want []string
	}{
		{Filter{Indicators: []string{"高企数量"}}, []string{
			"丙市 level from 33 in 2020",
			"乙市 level from 2.3 in 2020 to 1000.5 in 2025 by 998.2 43400.0%",
			"甲市 level from 400 in 2020 to 600 in 2025 by 200 50.0%",
			"甲市 level from 400 in 2020 to 700 in 2027 by 300 75.0%",
			"甲市 level from 400 in 2020 to 800 in 2030 by 400 100.0%",
			"甲市 growth to 15 in 2021/2025"}},
		{Filter{Indicators: []string{"high_tech_firms"}, Regions: []string{"甲市"}, Years: []int{2030}}, []string{"甲市 level from 400 in 2020 to 800 in 2030 by 400 100.0%"}},
		{Filter{Indicators: []string{"high_tech_firms"}, Statuses: []string{"draft"}}, []string{"甲市 level to 555 in 2025", "甲市 level to 700 in 2027"}},
		{Filter{Indicators: []string{"天气"}}, nil},
		{Filter{Indicators: []string{"高新技術企業數"}, Regions: []string{"甲市"}, Years: []int{2030}}, []string{"甲市 level from 400 in 2020 to 800 in 2030 by 400 100.0%"}},
	} {
		want := strings.Join(c.want, "\n")
		if want != "" {
			want = name + strings.ReplaceAll(want, "\n", "\n"+name)
		}
		if got := compared(t, s, c.f); got != want {
			t.Errorf("%+v:\n%s\nwant\n%s", c.f, got, want)
		}
	}
	// What the reviewers say counts.
	b := Filter{Indicators: []string{"high_tech_firms"}, Regions: []string{"乙市"}}
	judged(t, s, "2.3", Wrong, "")
	if got := compared(t, s, b); got != name+"乙市 level to 1000.5 in 2025" {
		t.Errorf("with a wrong baseline: %s", got)
	}
	if _, err := s.Judge(ctx, Judgement{RecordKey: keyOf(t, s, "1000.5"), Verdict: Corrected, OwnValue: true, Reviewer: "王", Corrected: json.RawMessage(`{"value":1000,"time":"2026"}`)}); err != nil {
		t.Fatal(err)
	}
	if got := compared(t, s, b); got != name+"乙市 level to 1000 in 2026" {
		t.Errorf("corrected: %s", got)
	}
	if got := compared(t, s, Filter{Indicators: []string{"高新技术企业数"}, Regions: []string{"丙市"}}); got != name+"丙市 level from 33 in 2020" {
		t.Errorf("%s", got)
	}
	indicators, err := s.Indicators(ctx)
	if err != nil || len(indicators) != 1 || indicators[0] != (Indicator{"high_tech_firms", "高新技术企业数", 12}) {
		t.Errorf("%v, %v", indicators, err)
	}
	if regions, err := s.Regions(ctx); err != nil || strings.Join(regions, " ") != "丙市 乙市 甲市" {
		t.Errorf("%v, %v", regions, err)
	}
}
