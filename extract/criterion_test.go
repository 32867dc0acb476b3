package extract_test

import "testing"

// TestLeast holds apart the least that is invested in one project, which says who is given
// something, and the least that each one is given.
func TestLeast(t *testing.T) {
	lexicon := loadLexicon(t)
	for text, want := range map[string]string{
		"单个项目投资不低于400万元，给予8%补助。":  "criterion",
		"单个项目不低于6万元，给予事后补助。":      "provision",
		"规模以上工业企业不低于20万元，给予事后补助。": "provision",
	} {
		for _, r := range run(t, lexicon, "least", "银杏市支持制造业发展若干措施\n第一条 "+text).Records {
			if r.Type == "figure" && r.Unit == "万元" && r.Kind != want {
				t.Errorf("%s: %s, want %s", text, r.Kind, want)
			}
		}
	}
}
