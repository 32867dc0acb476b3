package extract_test

import (
	"strings"
	"testing"

	"suyuan/eval"
)

// TestShortRows reads the offices of rows that lack a cell.
func TestShortRows(t *testing.T) {
	lexicon := loadLexicon(t)
	for text, want := range map[string]string{
		"序号 | 任务 | 牵头单位 | 配合单位 |\n1 | 建设养老中心 | 市民政局 | 市财政局 |\n2 | 改造农贸市场 | 市商务局 | |\n3 | 建设停车场 | 市住建局 | 市公安局 |\n":          "lead 市民政局 support 市财政局 lead 市商务局 lead 市住建局 support 市公安局",
		"序号\n任务\n牵头单位\n配合单位\n完成时限\n1\n建设养老中心\n市民政局\n市财政局\n2024年底\n2\n改造农贸市场\n市商务局\n2024年底\n3\n建设停车场\n市住建局\n市公安局\n2025年底\n": "lead 市民政局 support 市财政局 lead 市住建局 support 市公安局",
	} {
		var got []string
		for _, r := range run(t, lexicon, "rows", text).Records {
			if r.Type == eval.Department {
				got = append(got, r.Role, r.Text)
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s\ngot  %s\nwant %s", text, s, want)
		}
	}
}
