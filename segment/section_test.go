package segment

import (
	"testing"

	"suyuan/source"
)

func TestTitle(t *testing.T) {
	for text, want := range map[string]string{
		"## **（一）做强主导产业。**":         "做强主导产业",
		"**壮大经营主体。**支持龙头企业兼并重组。":    "壮大经营主体",
		"第八条 【研发补助】对设立研发机构的企业给予补助。": "研发补助",
		"第八条（研发补助）对设立研发机构的企业给予补助。":  "研发补助",
		"专栏3：重点水源工程":                "重点水源工程",
		"1.组建团队：建立跨部门协同的工作专班，定期会商。": "组建团队",
		"一、“三农”工作\n（一）乡村振兴（含移民）":    "“三农”工作",
		"二、实施“百千万”工程（2023—2025年）":   "实施“百千万”工程(2023-2025年)",
	} {
		d := &source.Document{Text: text}
		b := Split(d).Blocks[0]
		if got := b.Title(d); b.Kind != Heading || got != want {
			t.Errorf("%s: kind %d, title %q, want %q", text, b.Kind, got, want)
		}
	}
}
