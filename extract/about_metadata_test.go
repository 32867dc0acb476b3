package extract_test

import (
	"testing"

	"suyuan/eval"
)

// TestMetadataTable holds that a site's table about the document gives no figure, and
// that a list of documents or of things with a name is none.
func TestMetadataTable(t *testing.T) {
	lexicon := loadLexicon(t)
	for text, want := range map[string]int{
		"索引号 | 000330185/2022-86781 | 有效性 | 有效 |\n发布单位 | 某县教育局 | 发文日期 | 2022-11-03 |\n某县教育发展计划\n一、目标\n2022年新建学校3所。": 1,
		"一、设施\n| 名称 | 数量（所） |\n| --- | --- |\n| 学校 | 12 |\n| 医院 | 5 |\n":                                            2,
		"一、文件\n| 标题 | 发文字号 | 补助资金（万元） |\n| --- | --- | --- |\n| 学校建设 | 某教〔2022〕1号 | 500 |\n":                        1,
	} {
		got := 0
		for _, record := range run(t, lexicon, "text", text).Records {
			if record.Type == eval.Figure {
				got++
			}
		}
		if got != want {
			t.Errorf("%s\n got %d figures, want %d", text, got, want)
		}
	}
}
