package extract_test

import (
	"reflect"
	"testing"

	"suyuan/batch"
	"suyuan/extract"
	"suyuan/source"
)

// FuzzExtract extracts any text twice: nothing stops it, both give the same, and
// every place lies in the text.
func FuzzExtract(f *testing.F) {
	for _, text := range []string{
		"到2026年,高新技术企业达到600家以上，增长3.5%，其中2024年新增1/3。（责任单位：市科技局、市财政局）",
		"一、总则\n第一条 给予企业最高50万元奖励，每人每月2000元、1000元。\n|指标|2024年|\n|---|---|\n|GDP（亿元）|12.5|\n",
		"1%1%2025年2025年、", "((((（（“《《", "由市财政局由市财政局牵头单位牵头单位：", "指标\t2023\t2024\n甲\t1\t2\n", "建设平台的工程建设推进第一批重点项目建成投产",
		"5.1:48:48.4 1 086 二〇二五 百分之六十 一点五亿 翻一番 零的突破 数十 \xff\xe4\xb8", "甲\xef\xfcX乙",
	} {
		f.Add(text)
	}
	lexicon, err := extract.LoadLexicon(nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 8<<10 {
			return
		}
		one, err := batch.Extract(&source.Document{Name: "fuzz", Text: text}, lexicon)
		if err != nil {
			t.Fatal(err)
		}
		two, err := batch.Extract(&source.Document{Name: "fuzz", Text: text}, lexicon)
		if err != nil || !reflect.DeepEqual(one.Numerals, two.Numerals) || !reflect.DeepEqual(one.Figures, two.Figures) || !reflect.DeepEqual(one.Projects, two.Projects) || !reflect.DeepEqual(one.Departments, two.Departments) {
			t.Fatalf("two runs differ: %v", err)
		}
		before := source.Span{}
		for _, n := range one.Numerals {
			if n.Span.Start < before.Start || n.Span.End > len(text) || n.Span.Start >= n.Span.End {
				t.Fatalf("the numeral at %v behind the one at %v of %d bytes", n.Span, before, len(text))
			}
			before = n.Span
		}
		for _, x := range one.Figures {
			for _, e := range x.Evidence {
				if e.Span.Start < 0 || e.Span.End > len(text) || e.Span.Start >= e.Span.End {
					t.Fatalf("evidence at %v of %d bytes", e.Span, len(text))
				}
			}
		}
	})
}

// FuzzReread reads any quote as a date and as a value: nothing stops it.
func FuzzReread(f *testing.F) {
	for _, quote := range []string{"2025年", "“十四五”末", "2021-25年", "2 0 2 5年", "20XX年", "3.5%", "1-2万", "二十余", "\xff年"} {
		f.Add(quote)
	}
	f.Fuzz(func(t *testing.T, quote string) {
		edtf, first, last, ok := extract.ReadDate(quote)
		if ok && edtf == "" && first == "" && last == "" {
			t.Errorf("%q is a date that says nothing", quote)
		}
	})
}
