package extract

import (
	"strings"
	"testing"
)

// TestRuled finds the units that a document which rules gives a duty to by the verb behind them, and
// none that something is only brought to, or of which something is told.
func TestRuled(t *testing.T) {
	for text, want := range map[string]string{
		"区科技局、区财政局将定期开展检查。":      "区科技局,区财政局",
		"每年3月，县林业局组织验收。":         "县林业局",
		"申报材料齐全的，青岩市文旅局受理后进行公示。": "青岩市文旅局",
		"申请受理后，广州市商务局组织评审。":      "广州市商务局",
		"各县（市、区）人民政府组织申报。":       "各县（市、区）人民政府",
		"市行业主管部门组织评审。":           "",
		"市发改委指导项目建设。":            "市发改委",

		"经县农业农村局审核合格的，给予奖励。":       "",
		"未经市住建局审查，不予受理。":           "",
		"纳入区统计局统筹管理的企业，给予奖励。":      "",
		"企业可到区政务服务局根据规定办理手续。":      "",
		"企业向市科技局进行申请。":             "",
		"不服市市场监管局根据本办法作出决定，可以复议。":  "",
		"属于市商务局为重点产业牵头单位的，从其规定。":   "",
		"报市发改委审核。送县审计局审核备案。":       "",
		"符合市农业农村局审核条件。":            "",
		"配合市应急局开展检查。协助县教育局做好登记。":   "",
		"市科技局审核合格的，给予奖励。":          "",
		"市住建局审查同意的项目，给予奖励。":        "",
		"市商务局为重点产业牵头单位的，从其规定。":     "",
		"自然资源局指导价格每年调整一次。":         "",
		"市发改委审核意见每年公开一次。":          "",
		"市科技局组织认定的企业，给予奖励。":        "",
		"县政府编制印发总体规划以来，成效明显。":      "",
		"市财政局安排了专项资金。市审计局组织审计已结束。": "",
	} {
		r := readText(t, "青岩市促进产业发展若干措施\n第一条 "+text)
		r.departments()
		var got []string
		for _, d := range r.records.Departments {
			got = append(got, d.Name)
		}
		if strings.Join(got, ",") != want {
			t.Errorf("%s: %v, want %s", text, got, want)
		}
	}
}
