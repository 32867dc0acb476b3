package source_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"suyuan/source"
)

// ofd returns an OFD document as GB/T 33190 has it: the running head stands in a
// template, the texts have their own boxes.
func ofd(t testing.TB, head string, pages ...[]placed) []byte {
	t.Helper()
	const ns = ` xmlns:ofd="http://www.ofdspec.org/2016"`
	const xml = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"
	object := func(w placed) string {
		const mm = 25.4 / 72
		return fmt.Sprintf(`<ofd:TextObject ID="9" Boundary="%.3f %.3f 200 10" Font="3" Size="%.3f"><ofd:FillColor Value="0 0 0"/><ofd:TextCode X="0" Y="%.3f">%s</ofd:TextCode></ofd:TextObject>`,
			w.x*mm, (w.y-w.size)*mm, w.size*mm, w.size*mm, w.text)
	}
	page := func(objects, template string) string {
		return xml + `<ofd:Page` + ns + `>` + template + `<ofd:Content><ofd:Layer ID="2"><ofd:PageBlock ID="4">` + objects + `</ofd:PageBlock></ofd:Layer></ofd:Content></ofd:Page>`
	}
	list := ""
	parts := []string{
		"OFD.xml", xml + `<ofd:OFD` + ns + ` Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
		"Doc_0/Tpls/Tpl_0/Content.xml", page(object(placed{230, 40, 10, head}), ""),
	}
	for i, words := range pages {
		objects := ""
		for _, w := range words {
			objects += object(w)
		}
		list += fmt.Sprintf(`<ofd:Page ID="%d" BaseLoc="Pages/Page_%d/Content.xml"/>`, 20+i, i)
		parts = append(parts, fmt.Sprintf("Doc_0/Pages/Page_%d/Content.xml", i), page(objects, `<ofd:Template TemplateID="7" ZOrder="Background"/>`))
	}
	parts = append(parts, "Doc_0/Document.xml", xml+`<ofd:Document`+ns+`><ofd:CommonData><ofd:MaxUnitID>99</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:TemplatePage ID="7" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData><ofd:Pages>`+list+`</ofd:Pages></ofd:Document>`)
	return zipped(t, parts...)
}

func TestOFD(t *testing.T) {
	pages := twoPages()
	for i := range pages {
		pages[i] = pages[i][1:]
	}
	d, err := source.ReadBytes("a.pdf", ofd(t, "某市水利发展规划", pages...))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{`某市水利发展规划
一、主要目标
到2025年，全市新增供水能力2.6亿立方米以上，农村自来水普及率达到95%以上，规模化供水工程服务农村人口比例达到60%。
五级及以上江河堤防达标率提高到85%以上，完成一百二十六
— 1 —
`, `某市水利发展规划
座病险水库除险加固。
| 序号 | 指标 | 单位 | 2020年 | 2025年 |
| --- | --- | --- | --- | --- |
| 1 | 农田灌溉水有效利用系数 | — | 0.53 | 0.56 |
| 2 | 用水总量 | 亿立方米 | 14.8 | 15.6 |
— 2 —
`}
	if d.Text != want[0]+want[1] {
		t.Errorf("got\n%s\nwant\n%s", d.Text, want[0]+want[1])
	}
	if !slices.Equal(d.Pages, []int{0, len(want[0])}) || d.MediaType != "application/ofd" || d.Reader != "ofd/4" {
		t.Errorf("%v %s %s", d.Pages, d.MediaType, d.Reader)
	}
}

// A character's distance from the next one, and the axes of its text, say where it stands.
func TestOFDPlaces(t *testing.T) {
	page := func(objects string) []byte {
		return zipped(t, "OFD.xml", `<OFD><DocBody><DocRoot> /D/Document.xml </DocRoot></DocBody></OFD>`,
			"D/Document.xml", `<Document><Pages><Page BaseLoc="..\P\Content.xml"/></Pages></Document>`,
			"P/Content.xml", `<Page><Content><Layer>`+objects+`</Layer></Content></Page>`)
	}
	for name, c := range map[string]struct{ objects, want string }{
		"a gap in a text": {`<TextObject Boundary="20 20 100 9" Size="5"><TextCode X="0" Y="5" DeltaX="5 g 2 20 5">甲乙丙丁戊</TextCode></TextObject>`, "甲乙　丙　丁戊\n"},
		"larger by axes":  {`<TextObject Boundary="20 20 100 9" Size="1" CTM="5 0 0 5 0 0"><TextCode X="0" Y="1">甲乙</TextCode></TextObject><TextObject Boundary="30 20 100 9" Size="5"><TextCode X="0" Y="5">丙</TextCode></TextObject>`, "甲乙丙\n"},
		"one above":       {`<TextObject Boundary="20 40 100 9" Size="5"><TextCode X="0" Y="5">乙</TextCode></TextObject><TextObject Boundary="20 20 100 9" Size="5"><TextCode X="0" Y="5">甲</TextCode></TextObject>`, "甲\n乙\n"},
		"unseen":          {`<TextObject Boundary="20 20 100 9" Size="5" Visible="false"><TextCode X="0" Y="5">甲</TextCode></TextObject><TextObject Boundary="20 20 100 9" Size="5"><CGTransform CodePosition="0"><Glyphs>1 2</Glyphs></CGTransform><TextCode X="0" Y="5">乙</TextCode></TextObject>`, "乙\n"},
		"upright":         {`<TextObject Boundary="20 20 9 100" Size="5"><TextCode X="0" Y="5" DeltaX="g 2 0" DeltaY="g 2 8">甲乙丙</TextCode></TextObject>`, "甲乙丙\n"},
	} {
		if d, err := source.ReadBytes("a.ofd", page(c.objects)); err != nil || d.Text != c.want {
			t.Errorf("%s: %v, got %q, want %q", name, err, d.Text, c.want)
		}
	}
}

func TestDamagedOFD(t *testing.T) {
	good := ofd(t, "", twoPages()...)
	for name, c := range map[string]struct {
		data []byte
		is   error
	}{
		"cut":         {good[:len(good)/2], source.ErrForeign},
		"no root":     {zipped(t, "OFD.xml", `<OFD><DocBody><DocRoot>../../etc/passwd</DocRoot></DocBody></OFD>`), source.ErrFormat},
		"no text":     {ofd(t, " ", nil), source.ErrBlank},
		"broken":      {zipped(t, "OFD.xml", `<OFD><DocBody>`+"\x00"), source.ErrFormat},
		"deep":        {zipped(t, "OFD.xml", strings.Repeat("<a>", 100000)+strings.Repeat("</a>", 100000)), source.ErrFormat},
		"entity":      {zipped(t, "OFD.xml", `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">]><OFD><DocBody><DocRoot>&a;</DocRoot></DocBody></OFD>`), source.ErrFormat},
		"bomb":        {claimed(t, "OFD.xml", 1<<40), source.ErrFormat},
		"encrypted":   {zipped(t, "OFD.xml", "<OFD/>", "Encryptions.xml", "<a/>"), source.ErrLocked},
		"a scan":      {zipped(t, "OFD.xml", `<OFD><DocRoot>D.xml</DocRoot></OFD>`, "D.xml", `<D><Page BaseLoc="P.xml"/></D>`, "P.xml", `<P><ImageObject/></P>`), source.ErrScan},
		"into itself": {zipped(t, "OFD.xml", `<OFD><DocRoot>D.xml</DocRoot></OFD>`, "D.xml", `<D><TemplatePage ID="1" BaseLoc="P.xml"/><Page BaseLoc="P.xml"/></D>`, "P.xml", `<P><Template TemplateID="1"/></P>`), source.ErrBlank},
	} {
		_, err := source.ReadBytes("a.ofd", c.data)
		var fault *source.Error
		if !errors.As(err, &fault) || !errors.Is(err, c.is) {
			t.Errorf("%s: %v, want %v", name, err, c.is)
		}
	}
}

// An interrupted run does not wait for a document of many pages.
func TestOFDInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	f := &source.File{Name: "a.ofd", Data: string(ofd(t, "某市水利发展规划", twoPages()...))}
	if _, err := f.Document(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

// What is attached to a document is told of.
func TestOFDAttachments(t *testing.T) {
	whole := sample(t, "plan.ofd")
	z, err := zip.NewReader(bytes.NewReader(whole), int64(len(whole)))
	if err != nil {
		t.Fatal(err)
	}
	parts := []string{"Doc_0/Attachs/Attachments.xml", "<Attachments/>"}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, f.Name, string(data))
	}
	d, err := source.ReadBytes("a.ofd", zipped(t, parts...))
	if err != nil || d.Doubt != "what is attached to it is not read: save it from an OFD reader as files" {
		t.Errorf("%v, %+v", err, d)
	}
	if d, err := source.ReadBytes("a.ofd", whole); err != nil || d.Doubt != "" {
		t.Errorf("%v, %+v", err, d)
	}
}
