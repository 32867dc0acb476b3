package extract

import "testing"

// A share is called a goal, or is one of things that only begin with such a word.
func TestGoalBehind(t *testing.T) {
	for text, want := range map[string]bool{
		"的预期目标之内": true, "的目标": true, "的年度目标，": true, "的考核要求": true,
		"的目标人群": false, "的预期寿命": false, "的目标市场": false, "目标": false, "的企业": false,
	} {
		if got := goalBehind(text); got != want {
			t.Errorf("goalBehind(%q) is %v", text, got)
		}
	}
}

// The number of years that a growth is the average of.
func TestYearsOnAverage(t *testing.T) {
	for text, want := range map[string]int{
		"比上年增长8%，两年平均增长": 2, "，三年平均增速": 3, "年平均增长": 0, "两年平均气温": 0, "百年平均增长": 0,
	} {
		if got := yearsOnAverage(text); got != want {
			t.Errorf("yearsOnAverage(%q) is %d", text, got)
		}
	}
}
