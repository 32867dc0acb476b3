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

// TestPrintedPages reads pages that a browser printed: the day and the address
// stand at their edges with the page's number, a table goes on over their ends.
func TestPrintedPages(t *testing.T) {
	d := &source.Document{}
	for i, p := range []string{
		"某某市人民政府关于印发水网建设规划的通知\n一、总体目标\n到2035年全市水资源配置能力达到48亿立方米，其中骨干工程\n",
		"承担供水任务的比例提高到70%。\n| 指标 | 2025年 |\n| --- | --- |\n| 水库（座） | 12 |\n",
		"| 泵站（座） | 45 |\n改造泵站。\n",
	} {
		d.Pages = append(d.Pages, len(d.Text))
		d.Text += "24/5/6 10:17　水网建设规划\n" + p + "https://www.gov.cn/a.html　" + string(rune('1'+i)) + "/3\n"
	}
	const want = `noise 24/5/6 10:17水网建设规划
front 某某市人民政府关于印发水网建设规划的通知
HEAD1 [一、] 总体目标
  para 到2035年全市水资源配置能力达到48亿立方米，其中骨干工程承担供水任务的比例提高到70%。 skip"https://www.gov.cn/a.html\u30001/3" skip"24/5/6 10:17\u3000水网建设规划"
  row |^0:指标 |^1:2025年
  row |0:水库(座) |1:12
  noise https://www.gov.cn/a.html 2/3
  noise 24/5/6 10:17水网建设规划
  row |0:泵站(座) |1:45
  para 改造泵站。
  noise https://www.gov.cn/a.html 3/3
`
	o := Split(d)
	if got := drawing(o, 1000); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	var tables []*Table
	for _, b := range o.Blocks {
		if b.Kind == Row {
			tables = append(tables, b.Table)
		}
	}
	if len(tables) != 3 || tables[0] != tables[2] {
		t.Errorf("%d rows, not of one table", len(tables))
	}
}
