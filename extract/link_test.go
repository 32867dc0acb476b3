package extract_test

import (
	"slices"
	"strings"
	"testing"

	"suyuan/batch"
	"suyuan/extract"
	"suyuan/source"
)

// TestLink reads texts and names what is tied to which project.
func TestLink(t *testing.T) {
	tests := map[string]struct {
		text string
		want []string
	}{
		"clause": {
			"加快建设宣恩至咸丰高速公路，全长43公里，总投资67.2亿元，全县旅游收入增长12%。",
			[]string{"宣恩至咸丰高速公路 43", "宣恩至咸丰高速公路 67.2"},
		},
		"between two projects": {
			"开工建设大庸抽水蓄能电站（装机120万千瓦），建成澧水二桥（全长2.3公里）。",
			[]string{"大庸抽水蓄能电站 120", "澧水二桥 2.3"},
		},
		"box entry": {
			"一、重点任务\n\n专栏2 生态修复\n\n1.矿山复绿行动\n\n治理废弃矿山36处，由市自然资源局牵头。\n\n2.湿地保护工程\n\n恢复湿地1.2万亩。\n",
			[]string{"矿山复绿行动 市自然资源局", "矿山复绿行动 36", "湿地保护工程 1.2"},
		},
		"paragraph": {
			"实施农村供水保障工程，农村自来水普及率达到95%。（责任单位：市水利局、市财政局）",
			[]string{"农村供水保障工程 市水利局", "农村供水保障工程 市财政局"},
		},
		"none": {
			"全市高新技术企业达到600家，由市科技局牵头。",
			nil,
		},
	}
	lexicon := loadLexicon(t)
	for name, test := range tests {
		d, err := source.ReadFrom(name, strings.NewReader(test.text))
		if err != nil {
			t.Fatal(err)
		}
		records, err := batch.Extract(d, lexicon)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, l := range records.Links {
			if slices.ContainsFunc(records.Projects, func(p *extract.Project) bool { return &p.Record == l.From }) {
				got = append(got, d.Quote(l.From.Span)+" "+d.Quote(l.To.Span))
			}
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s:\n got  %q\n want %q", name, got, test.want)
		}
	}
}

// TestAnswering reads texts and names who answers for which figure.
func TestAnswering(t *testing.T) {
	tests := map[string]struct {
		text string
		want []string
	}{
		"item": {
			"高新技术企业达到600家，农村自来水普及率达到95%。（责任单位：市科技局、市水利局）",
			[]string{"600 市科技局", "600 市水利局", "95 市科技局", "95 市水利局"},
		},
		"one behind another": {
			"高新技术企业达到600家，由市科技局牵头，农村自来水普及率达到95%，由市水利局牵头。",
			[]string{"600 市科技局", "95 市水利局"},
		},
		"in front": {"由市科技局牵头，高新技术企业达到600家。", nil},
	}
	lexicon := loadLexicon(t)
	for name, test := range tests {
		d, err := source.ReadFrom(name, strings.NewReader(test.text))
		if err != nil {
			t.Fatal(err)
		}
		records, err := batch.Extract(d, lexicon)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, l := range records.Links {
			got = append(got, d.Quote(l.From.Span)+" "+d.Quote(l.To.Span))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s:\n got  %q\n want %q", name, got, test.want)
		}
	}
}
