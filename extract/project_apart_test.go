package extract

import "testing"

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
