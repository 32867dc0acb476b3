package eval

import (
	"slices"
	"strings"
	"testing"
)

func f64(v float64) *float64 { return &v }

// percent is a gold figure to be varied.
func percent() Record {
	return Record{Type: Figure, Start: 10, End: 13, Text: "2.5", Value: f64(2.5), Comparator: "=", Unit: "%",
		Measure: "level", Kind: "target", Indicator: "全社会研发经费投入占地区生产总值比重", Time: "2025", TimeAlso: []string{"2021/2025"}}
}

func TestGoldAgainstItself(t *testing.T) {
	gold, err := ReadGold("../testdata/gold")
	if err != nil {
		t.Fatal(err)
	}
	r := Score(gold, gold)
	for _, kind := range r.Types {
		if kind.Gold == 0 || kind.Found != kind.Gold || kind.Right != kind.Gold || kind.Pred != kind.Gold {
			t.Errorf("%s: %+v", kind.Type, kind.Count)
		}
	}
	if r.About.Right != r.About.Of || r.About.Of == 0 || len(r.Misses) > 0 || len(r.Absent) > 0 {
		t.Errorf("about %+v, misses %v, absent %v", r.About, r.Misses, r.Absent)
	}
}

func TestScoreNamesEveryFault(t *testing.T) {
	optional := percent()
	optional.Start, optional.End, optional.Optional = 40, 43, true
	missed := percent()
	missed.Start, missed.End = 20, 23
	gold := []Document{
		{Name: "a", About: &About{Region: "某市", Period: "2021/2025"}, Records: []Record{percent(), missed, optional}},
		{Name: "b", Records: []Record{percent()}},
	}
	wrong := percent()
	wrong.Kind, wrong.Comparator = "actual", ">="
	alarm := percent()
	alarm.Start, alarm.End = 90, 93
	predicted := []Document{{Name: "a", About: &About{Region: "某市", Title: "某规划"}, Records: []Record{wrong, optional, alarm}}}
	r := Score(gold, predicted)
	if got, want := r.Type(Figure).Count, (Count{Gold: 3, Pred: 2, Found: 1}); got != want {
		t.Errorf("count %+v, want %+v", got, want)
	}
	if r.About.Right != 1 || r.About.Of != 3 {
		t.Errorf("about %+v: region is right, title and period are not", r.About)
	}
	if !slices.Equal(r.Absent, []string{"b"}) {
		t.Errorf("absent %v", r.Absent)
	}
	var lines strings.Builder
	if err := r.WriteMisses(&lines, Figure); err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"a WRONG figure comparator kind", "a MISSED figure 20-23", "a FALSE figure 90-93", "b MISSED figure 10-13"} {
		if !strings.Contains(lines.String(), part) {
			t.Errorf("no line with %q in\n%s", part, lines.String())
		}
	}
}

func TestCompareFigure(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(gold, pred *Record)
		wrong  string
	}{
		{"equal", func(g, p *Record) {}, ""},
		{"a percent sign inside the span", func(g, p *Record) { p.End, p.Text = 14, "2.5%" }, ""},
		{"a comparator inside the span", func(g, p *Record) { p.End, p.Text = 15, "2.5%以上" }, "span"},
		{"another time that is as good", func(g, p *Record) { p.Time = "2021/2025" }, ""},
		{"a month in the year", func(g, p *Record) { p.Time = "2025-12" }, ""},
		{"another year", func(g, p *Record) { p.Time = "2024" }, "time"},
		{"multiplier in the unit or in the value", func(g, p *Record) {
			g.Unit, p.Unit, p.Value = "万元", "元", f64(25000)
		}, ""},
		{"the last digit", func(g, p *Record) { p.Value = f64(2.4) }, "value"},
		{"a range", func(g, p *Record) { g.ValueMax = f64(3) }, "value"},
		{"a rank without unit", func(g, p *Record) { g.Measure, p.Measure, g.Unit, p.Unit = "rank", "rank", "位", "" }, ""},
		{"a short name of the indicator", func(g, p *Record) { p.Indicator = "R&D投入强度" }, ""},
		{"another indicator", func(g, p *Record) { p.Indicator = "基础研究经费占全社会研发经费比重" }, "indicator"},
	} {
		gold, pred := percent(), percent()
		test.change(&gold, &pred)
		var wrong []string
		for _, f := range Compare(gold, pred) {
			if !f.Right {
				wrong = append(wrong, f.Name)
			}
		}
		if got := strings.Join(wrong, " "); got != test.wrong {
			t.Errorf("%s: wrong %q, want %q", test.name, got, test.wrong)
		}
	}
}

func TestSameIndicator(t *testing.T) {
	for _, test := range []struct {
		a, b string
		same bool
	}{
		{"全市高新技术企业数量", "高新技术企业", true},
		{"研究与试验发展经费投入强度", "R&D投入强度", true},
		{"每万人口发明专利拥有量", "万人发明专利拥有量", true},
		{"新增省级工程技术研究中心", "省级工程技术研究中心", true},
		{"规上工业增加值", "规模以上工业增加值", true},
		{"科技特派员", "科技特派员工作站", false},
		{"国家级孵化器", "省级孵化器", false},
		{"城镇居民人均可支配收入", "农村居民人均可支配收入", false},
		{"", "", false},
	} {
		if got := sameIndicator(test.a, test.b); got != test.same {
			t.Errorf("%s, %s: %v (%s, %s)", test.a, test.b, got, plainIndicator(test.a), plainIndicator(test.b))
		}
	}
}

func TestProjectsMeetByName(t *testing.T) {
	gold := []Document{{Name: "a", Records: []Record{
		{Type: Project, Text: "智慧水务综合管理平台", Also: []string{"智慧水务平台"}, Status: "planned"},
		{Type: Project, Text: "阳光行动", Status: "ongoing", Optional: true},
	}}}
	predicted := []Document{{Name: "a", Records: []Record{
		{Type: Project, Name: "智慧水务平台", Status: "planned"},
		{Type: Project, Name: "智慧水务综合管理", Status: "planned"}, // a shorter name of one already found
		{Type: Project, Name: "“阳光行动”", Status: "done"},
		{Type: Project, Name: "月光工程", Status: "done"},
	}}}
	if got, want := Score(gold, predicted).Type(Project).Count, (Count{Gold: 1, Pred: 2, Found: 1, Right: 1}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestReadGoldErrors(t *testing.T) {
	if _, err := ReadGold(t.TempDir()); err == nil || !strings.Contains(err.Error(), "no gold files") {
		t.Errorf("an empty folder: %v", err)
	}
}
