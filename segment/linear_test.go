package segment

import (
	"strings"
	"testing"
	"time"

	"suyuan/source"
)

// TestLinear gives Split what is large and has no shape: four times the text may
// take little more than four times the time.
func TestLinear(t *testing.T) {
	if testing.Short() || raceDetector {
		t.Skip("takes seconds, and ten times as long under the race detector, which has one goroutine to watch")
	}
	for name, piece := range map[string]string{
		"one line without marks": "经济社会发展",
		"digits":                 "1234567890",
		"brackets":               "（",
		"closing brackets":       "）",
		"brackets in pairs":      "（）",
		"wide rows":              strings.Repeat("|1", 1<<15) + "|\n",
		"quotation marks":        "“",
		"tags":                   "<a<b",
		"open tags":              "<b>",
		"tables without end":     "<table>\n",
		"cells without end":      "<table><tr><td>1<td>",
		"headings":               "一、总体要求\n",
		"bare headings":          "总体要求\n\n",
		"numbers":                "1\n",
		"heads":                  "序号\n指标\n单位\n",
		"heads on one line":      "序号指标单位2025年",
		"bars":                   "|a|b|\n",
		"bars on one line":       "|",
		"tabs":                   "a\tb\tc\n",
		"gaps":                   "a  b  c\n",
		"groups":                 "指标\n2020年\n\n",
		"blank lines":            "\n",
		"blanks":                 " ",
		"contents":               "目录\n一、总体要求\n",
		"leaders":                "一、总体要求........1\n",
		"page numbers":           "— 1 —\n",
		"sentence after page":    "经济社会发展取得新的成就，全市生产总值达到\n— 1 —\n",
		"addresses":              "http://a.b/c www.d.e ",
		"lures":                  "188某宝,某宝某 官网",
		"lures alone":            "官网",
		"inserts":                "【推荐阅读",
		"items":                  "——保持增长；\n",
		"signatures":             "某市人民政府\n",
		"boxes":                  "专栏1 重点工程\n",
		"numbers in a row":       "1、2、3、",
		"carriage returns":       "发展目标\r",
		"zeros":                  "\x00",
	} {
		t.Run(name, func(t *testing.T) {
			small := strings.Repeat(piece, (1<<16)/len(piece))
			split := func(text string) time.Duration {
				start := time.Now()
				o := Split(&source.Document{Text: text})
				took := time.Since(start)
				if wrong := check(o); wrong != "" {
					t.Error(wrong)
				}
				return took
			}
			one, four := time.Hour, time.Hour
			for range 4 { // the best of four where it is in doubt: other work on the machine is not ours
				one = min(one, split(small))
				four = min(four, split(strings.Repeat(small, 4)))
				if four < 6*one+100*time.Millisecond {
					break
				}
			}
			if four > 10*one+200*time.Millisecond {
				t.Errorf("64 KB took %v, 256 KB %v", one, four)
			}
		})
	}
}
