package extract_test

import (
	"strings"
	"testing"

	"suyuan/batch"
	"suyuan/source"
)

// TestGapScope reads texts whose first figure is the document's own region's or not.
func TestGapScope(t *testing.T) {
	tests := map[string]string{
		"2023年，潮州市城镇化率高于全省平均水平3.2个百分点。": "",
		"2023年，全省平均水平为62%。":             "全省",
		"2023年，人均收入相当于全省平均水平的78%。":      "",
	}
	lexicon := loadLexicon(t)
	for text, want := range tests {
		d, err := source.ReadFrom("gap.txt", strings.NewReader("潮州市2023年统计公报\n\n"+text))
		if err != nil {
			t.Fatal(err)
		}
		records, err := batch.Extract(d, lexicon)
		if err != nil {
			t.Fatal(err)
		}
		if len(records.Figures) != 1 || records.Figures[0].Scope != want {
			t.Errorf("%s: have %+v, want the scope %q", text, records.Figures, want)
		}
	}
}
