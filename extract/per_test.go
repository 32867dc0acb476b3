package extract_test

import (
	"slices"
	"strings"
	"testing"

	"suyuan/batch"
	"suyuan/source"
)

// TestPer reads texts and names the numbers that are amounts of each year.
func TestPer(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"市财政每年安排3000万元支持农业发展，新建冷库12座。", []string{"3000"}},
		{"每年新增岗位5000个，其中乡镇岗位1200个。", []string{"5000"}},
		{"“十四五”期间年均投入2亿元，年均增长6.5%。", []string{"2", "6.5"}},
		{"对脱贫户每户每年补助3000元，每人每月补助200元。", []string{"3000"}},
		{"低保标准从每人每年5600元提高到6200元。", []string{"5600", "6200"}},
		{"年均气温14.2℃，PM2.5年均浓度38微克/立方米。", nil},
		{"入学率逐年提高到97%，种粮补贴每亩100元。", nil},
		{"能耗逐年下降2%。", []string{"2"}},
		{"| 指标 | 单位 | 2020年 | 2025年 | 累计增长或年均增长（%） |\n| --- | --- | --- | --- | --- |\n| 服务业增加值 | 亿元 | 241 | 340 | [41] |\n| 旅游收入 | 亿元 | 168 | 320 | 13.7 |", []string{"13.7"}},
	}
	lexicon := loadLexicon(t)
	for _, test := range tests {
		d, err := source.ReadFrom("per.txt", strings.NewReader(test.text))
		if err != nil {
			t.Fatal(err)
		}
		records, err := batch.Extract(d, lexicon)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range records.Figures {
			if f.Per == "year" {
				got = append(got, d.Quote(f.Span))
			}
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s\n got  %q\n want %q", test.text, got, test.want)
		}
	}
}
