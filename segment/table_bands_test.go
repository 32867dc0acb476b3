package segment_test

import (
	"testing"

	"suyuan/segment"
	"suyuan/source"
)

// TestCentredHeads reads no head whose words stand as near to one column as to another.
func TestCentredHeads(t *testing.T) {
	for text, want := range map[string]bool{
		`   指标      单位     基期值              目标值
                      2022年    2023年    2024年    2025年
  回收率      %         28        31        33        35
 处理能力     吨       100       150       150       300
  投放点      个       620       900       1200      1500
`: true,
		`   指标      单位          基期值              目标值
                      2022年    2023年    2024年    2025年
  回收率      %         28        31        33        35
 处理能力     吨       100       150       150       300
  投放点      个       620       900       1200      1500
`: false,
	} {
		for _, b := range segment.Split(&source.Document{Name: "a", Text: text}).Blocks {
			if b.Table != nil {
				if b.Table.Mixed != want {
					t.Errorf("mixed %v, want %v: %s", b.Table.Mixed, want, text)
				}
				break
			}
		}
	}
}
