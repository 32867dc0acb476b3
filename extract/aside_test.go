package extract

import (
	"strings"
	"testing"
)

// Numbers that are a part of a name or the base of an index, in brackets, and those that are amounts.
func TestAsideNames(t *testing.T) {
	for _, marked := range []string{
		"集中带量采购12类药品", "抽检35类药品、8类化学品", "建设3类创新平台", "打造6类生物产业园", "抽检3类医疗器械", "开展2类药品专项抽检",
		"对[1]类新药给予支持", "支持[2]类的改良型新药上市", "获得[3]类医疗器械注册证", "引进18类仿制药",
		"恩格尔系数为28.5%(上年为29.1)", "消费价格指数为105.2%(上年=[100])", "性别比为105.2%(女性为[100])",
		"投运30万千瓦光伏等项目", "消纳45万千瓦风电等项目", "新上年产20万吨电解铝等项目", "新建60万千瓦风电等项目", "形成总规模80万千瓦储能等项目",
		"推动青山集团[60]万吨赖氨酸等项目释放产能", "吉林梅花[60]万吨赖氨酸等项目",
		"安排年产50万吨钢材等项目12个",
	} {
		f := finder(t, strings.NewReplacer("[", "", "]", "").Replace(marked)+"。")
		var got strings.Builder
		p, at := f.passages[0], 0
		f.reading.projects()
		f.quantify(p)
		for _, q := range p.quantities {
			got.WriteString(p.flow.Text[at:q.Start])
			at = q.End
			if one := p.flow.Text[q.Start:q.End]; q.aside == asideName {
				got.WriteString("[" + one + "]")
			} else {
				got.WriteString(one)
			}
		}
		if got.WriteString(strings.TrimSuffix(p.flow.Text[at:], "。")); got.String() != marked {
			t.Errorf("%s is read as %s", marked, got.String())
		}
	}
}

// What is arranged for is a class and its sizes, no name.
func TestArrangedIsNoName(t *testing.T) {
	f := finder(t, "安排年产50万吨钢材等项目12个。铺排年产50万吨钢材等项目12个。")
	f.reading.projects()
	for _, one := range f.records.Projects {
		t.Errorf("false: %s", one.Name)
	}
}
