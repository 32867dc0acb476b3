package segment

import (
	"strings"
	"testing"

	"suyuan/source"
)

// TestPages reads a text with pages, as a reader of PDF files gives it: heads and
// numbers at the edges of pages are passed over, sentences go on behind them.
func TestPages(t *testing.T) {
	pages := []string{
		"某某市水网建设规划\n第一章 总体要求\n坚持系统观念，统筹存量和增量，到2035年全市水资源配置能力达到48亿立方米，其中骨干工程\n1\n",
		"某某市水网建设规划\n承担供水任务的比例提高到70%。\n第二章 主要任务\n完善水网布局，增强调蓄能力。\n2\n",
		"某某市水网建设规划\n第二章 主要任务\n新建水库12座，新增库容3.6亿立方米。\n3\n",
		"某某市水网建设规划\n第二章 主要任务\n改造泵站45座。\n4\n",
		"某某市水网建设规划\n第二章 主要任务\n治理河道18条。\n5\n",
	}
	want := `front 某某市水网建设规划
HEAD1 [第一章] 总体要求
  para 坚持系统观念，统筹存量和增量，到2035年全市水资源配置能力达到48亿立方米，其中骨干工程承担供水任务的比例提高到70%。 skip"1" skip"某某市水网建设规划"
HEAD1 [第二章] 主要任务
  para 完善水网布局，增强调蓄能力。
  noise 2
  noise 某某市水网建设规划
  noise 第二章主要任务
  para 新建水库12座，新增库容3.6亿立方米。
  noise 3
  noise 某某市水网建设规划
  noise 第二章主要任务
  para 改造泵站45座。
  noise 4
  noise 某某市水网建设规划
  noise 第二章主要任务
  para 治理河道18条。
  noise 5
`
	d := &source.Document{}
	var text strings.Builder
	for _, p := range pages {
		d.Pages = append(d.Pages, text.Len())
		text.WriteString(p)
	}
	d.Text = text.String()
	feed := &source.Document{Text: strings.Join(pages, "\f")}
	for name, d := range map[string]*source.Document{"pages": d, "form feeds": feed} {
		o := Split(d)
		if wrong := check(o); wrong != "" {
			t.Errorf("%s: %s", name, wrong)
		}
		if got := drawing(o, 1000); got != want {
			t.Errorf("%s: got\n%swant\n%s", name, got, want)
		}
	}
}
