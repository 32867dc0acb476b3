package extract

import "testing"

func TestIndicatorID(t *testing.T) {
	l, err := LoadLexicon(nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"rd_intensity": "rd_intensity", "R&D经费投入强度": "rd_intensity", "全社会R&D投入占GDP的比重": "rd_intensity",
		"高企数量": "high_tech_firms", "天气": "", "": "",
	} {
		if got := l.IndicatorID(name); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
	if got := l.IndicatorName("high_tech_firms"); got != "高新技术企业数" {
		t.Errorf("high_tech_firms is %q", got)
	}
	if got := l.Identify(&Figure{Indicator: "高新技术企业", Unit: "亿元", Measure: "level", Kind: "target"}); got != "" {
		t.Errorf("money is a number of firms: %q", got)
	}
}
