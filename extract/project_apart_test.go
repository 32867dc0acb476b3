package extract

import (
	"strings"
	"testing"
)

// Clauses that are cut into words to look for a name, and those that are not.
func TestPossible(t *testing.T) {
	lexicon, err := LoadLexicon(nil)
	if err != nil {
		t.Fatal(err)
	}
	words := lexicon.projects
	for _, s := range []string{
		"推进榕江实验室建设", "实施农村供水保障工程", "建设县级图书馆", "启动“青苗计划”", "推进机场新建工程",
		"位于师宗县的油茶项目", "建设集仓储、分拣于一体的秦巴山区物流园", "推进高等学校科技园建设", "美的产业园开工", "四是实施文化项目",
		"建设甲、乙等项目", "建设三期项目", "实施仓储设施改造、应急保供三大工程", "(续建)临沂大桥", "推进渭河大桥工程",
	} {
		if !words.possible(s, false) {
			t.Errorf("%s: not looked at", s)
		}
	}
	for _, s := range []string{
		"实施重大工程", "建设科技创新平台", "各类平台", "新建3个平台", "建设高水平的平台", "支持高新区企业",
		"印发《沧州市乡村建设三年行动计划》", "“榕江实验室建设”工作", "(责任单位:榕江实验室)", "打造平台和园区", "开展检查活动", "加强监管",
	} {
		if words.possible(s, false) {
			t.Errorf("%s: looked at", s)
		}
	}
	if !words.possible("平台建设", true) { // 储备项目：石阡至玉屏、平台建设
		t.Error("what a label lists is not looked at")
	}
}

// What is not cut into words has no name in it: each class word is tried behind words that set
// it apart a little, in all kinds of sentences.
func TestPossibleLosesNoName(t *testing.T) {
	lexicon, err := LoadLexicon(nil)
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for _, row := range lexicon.list("project_class") {
		if row[1] == "none" || row[1] == "other" || row[1] == "paper" {
			continue
		}
		for _, front := range []string{
			"", "临港", "粤港", "先进制造业", "西部先进制造业", "新材料先进制造业", "新材料", "先进", "全市智慧", "市重点", "市城南",
			"省级新材料", "县级智慧农业", "高校", "国际物流", "年产10万吨粮食", "甲、乙", "人工智能和大数据", "一批新能源", "第二", "生态环境",
		} {
			for _, frame := range []string{"推进*建设", "建设*", "*开工建设", "*竣工", "一是实施*", "建设*和配套工程", "推动*发展", "实施*二期工程项目"} {
				text.WriteString(strings.Replace(frame, "*", front+row[0], 1) + "。")
			}
		}
		text.WriteString("\n\n")
	}
	f := finder(t, text.String())
	refused := 0
	for _, p := range f.passages {
		text := p.flow.Text
		for _, s := range p.sentences {
			for _, c := range p.flow.Clauses(nil, s) {
				if f.words.possible(text[c.Start:c.End], false) {
					continue
				}
				refused++
				at := f.setting(p, s)
				at.clause = c
				words := f.words.parted(nil, text, f.reading.words.CutFlow(nil, p.flow, c))
				for _, n := range f.clause(text, words, at) {
					t.Errorf("%s: not looked at, and names %s", text[c.Start:c.End], text[n.found[0].Start:n.found[0].End])
				}
			}
		}
	}
	if refused < 5000 {
		t.Errorf("only %d clauses are not looked at", refused)
	}
}
