package segment_test

import (
	"testing"

	"suyuan/segment"
	"suyuan/source"
)

// TestMoreHeads counts the head rows of tables whose second row may be one.
func TestMoreHeads(t *testing.T) {
	for text, want := range map[string]int{
		"| 指标 | 2020年 | | 2025年 | |\n| --- | --- | --- | --- | --- |\n| | 总量 | 增速 | 总量 | 增速 |\n| 旅游收入 | 340 | 5 | 600 | 8 |\n": 2,
		"| 指标 | 2020年 | 2020年 |\n| --- | --- | --- |\n| 指标 | 总量 | 增速 |\n| 旅游收入 | 340 | 5 |\n":                                  2,
		"| 县区 | 任务 | | |\n| --- | --- | --- | --- |\n| | 小计 | 新建 | |\n| | | 城区 | 镇区 |\n| 甲县 | 12 | 3 | 4 |\n":                  3,
		"| 类别 | 事项 | |\n| --- | --- | --- |\n| | 道路建设 | 甲处 |\n| 教育 | 学校建设 | 乙处 |\n":                                            1,
		"| 类别 | 指标 | |\n| --- | --- | --- |\n| | 道路里程 | 120 |\n| | 桥梁 | 12 |\n":                                                1,
		"| 指标 | 2020年 | |\n| --- | --- | --- |\n| 旅游收入 | 340 | 尚未统计 |\n| 接待游客 | 500 | 620 |\n":                                 1,
		"| 指标 | 2024年 | 2025年 |\n| --- | --- | --- |\n| 一、经济发展 | | |\n| 生产总值 | 340 | 360 |\n| 固定资产投资 | 100 | 120 |\n":          1,
	} {
		for _, b := range segment.Split(&source.Document{Name: "a", Text: text}).Blocks {
			if b.Table != nil {
				if b.Table.Heads != want {
					t.Errorf("%d heads, want %d, in\n%s", b.Table.Heads, want, text)
				}
				break
			}
		}
	}
}
