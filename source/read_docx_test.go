package source_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"

	"suyuan/source"
)

// zipped returns a zip of the parts, in the order given: name, content, name, content …
func zipped(t testing.TB, parts ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// claimed returns a zip of one part that claims to unpack to so many bytes.
func claimed(t testing.TB, name string, size uint64) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	w, err := z.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, CompressedSize64: 2, UncompressedSize64: size})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte{3, 0}); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// word returns a Word document with the body, as Word writes one.
func word(t testing.TB, body string) []byte {
	t.Helper()
	const w = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`
	const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\r\n"
	return zipped(t,
		"[Content_Types].xml", head+`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"word/document.xml", head+`<w:document`+w+`><w:body>`+body+`<w:sectPr><w:pgSz w:w="11906"/></w:sectPr></w:body></w:document>`,
		"word/styles.xml", head+`<w:styles`+w+`>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="own"><w:name w:val="二级标题"/><w:basedOn w:val="2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
</w:styles>`,
		"word/numbering.xml", head+`<w:numbering`+w+`><w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3"/></w:lvl>
<w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>`)
}

// para is a paragraph with properties and text in one run.
func para(props, text string) string {
	return `<w:p><w:pPr>` + props + `</w:pPr><w:r><w:t xml:space="preserve">` + text + `</w:t></w:r></w:p>`
}

func list(level string) string {
	return `<w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="1"/></w:numPr>`
}

func TestWordFile(t *testing.T) {
	tc := func(props, text string) string {
		return `<w:tc><w:tcPr>` + props + `</w:tcPr>` + para("", text) + `</w:tc>`
	}
	body := para(`<w:pStyle w:val="a3"/>`, "某市养老服务规划") +
		para(`<w:pStyle w:val="1"/>`+list("0"), "发展目标") +
		para(`<w:pStyle w:val="own"/>`, "总体目标") +
		`<w:p><w:r><w:t>到</w:t></w:r><w:ins><w:r><w:t>2025</w:t></w:r></w:ins><w:del><w:r><w:delText>2024</w:delText></w:r></w:del><w:r><w:t>年，</w:t><w:br/><w:t>床位达到</w:t><w:noBreakHyphen/></w:r><w:hyperlink><w:r><w:t>5万张 &amp; 以上。</w:t></w:r></w:hyperlink></w:p>` +
		`<w:p/>` +
		`<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>壮大队伍。</w:t></w:r><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>引进人才34位。</w:t></w:r></w:p>` +
		para(list("2"), "第一件") + para(list("2"), "第二件") + para(list("3"), "一项") +
		para(`<w:pStyle w:val="own"/>`, "主要任务") + para(list("2"), "又一件") +
		para(`<w:pStyle w:val="1"/>`+list("0"), "保障措施") +
		`<w:p><w:r><w:t>见专栏</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>` + para("", "专栏1 重点工程") + `</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>` + para("", "专栏1 重点工程") + `</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>` +
		`<w:tbl><w:tblPr/><w:tblGrid/>` +
		`<w:tr>` + tc(`<w:gridSpan w:val="4"/>`, "表1 主要指标") + `</w:tr>` +
		`<w:tr>` + tc(`<w:vMerge w:val="restart"/>`, "指标") + tc(`<w:vMerge w:val="restart"/>`, "单位") + tc(`<w:gridSpan w:val="2"/>`, "年份") + `</w:tr>` +
		`<w:tr>` + tc(`<w:vMerge/>`, "") + tc(`<w:vMerge/>`, "") + tc("", "2020年") + tc("", "2025年") + `</w:tr>` +
		`<w:tr>` + tc(`<w:vMerge w:val="restart"/>`, "床位") + tc("", "万张") + tc("", "3") + tc("", "5") + `</w:tr>` +
		`<w:tr>` + tc(`<w:vMerge/>`, "") + tc("", "％") + tc("", "40") + tc("", "55") + `</w:tr></w:tbl>`
	const want = `# 某市养老服务规划
# 一、发展目标
## （一）总体目标
到2025年， 床位达到-5万张 & 以上。
**壮大队伍。**引进人才34位。
1 第一件
2 第二件
- 一项
## （二）主要任务
1 又一件
# 二、保障措施
见专栏
专栏1 重点工程
表1 主要指标
| 指标 | 单位 | 年份 | 年份 |
| | | 2020年 | 2025年 |
| --- | --- | --- | --- |
| 床位 | 万张 | 3 | 5 |
| | ％ | 40 | 55 |
`
	d, err := source.ReadBytes("a.doc", word(t, body))
	if err != nil {
		t.Fatal(err)
	}
	if d.Text != want {
		t.Errorf("got\n%s\nwant\n%s", d.Text, want)
	}
	if d.Reader != "docx/2" || !strings.HasSuffix(d.MediaType, "wordprocessingml.document") {
		t.Errorf("%s, %s", d.Reader, d.MediaType)
	}
}

// What was deleted under track changes, and what is hidden, is not read; what was
// inserted is, and so is what content controls hold.
func TestWordChanges(t *testing.T) {
	deleted := func(text string) string {
		return `<w:del><w:r><w:delText>` + text + `</w:delText></w:r></w:del>`
	}
	run := func(text string) string { return `<w:r><w:t>` + text + `</w:t></w:r>` }
	tc := func(inside string) string { return `<w:tc><w:p>` + inside + `</w:p></w:tc>` }
	controlled := func(inside string) string {
		return `<w:sdt><w:sdtPr/><w:sdtContent>` + inside + `</w:sdtContent></w:sdt>`
	}
	joined := `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>`
	body := `<w:p>` + run("专利达到") + deleted("500") + `<w:ins>` + run("600") + `</w:ins>` + run("件。") + `</w:p>` +
		joined + run("到2026年，床位") + `</w:p>` + `<w:p>` + run("达到5万张。") + `</w:p>` +
		`<w:p><w:moveFrom>` + run("移走") + `</w:moveFrom><w:moveTo>` + run("移来") + `</w:moveTo></w:p>` +
		`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>可见</w:t></w:r></w:p>` +
		`<w:p><w:r><w:ruby><w:rt>` + run("zhù") + `</w:rt><w:rubyBase>` + run("住") + `</w:rubyBase></w:ruby></w:r>` + run("房") + `</w:p>` +
		joined + run("表前") + `</w:p>` +
		`<w:tbl><w:tr>` + tc(run("指标")) + tc(run("目标")) + `</w:tr>` +
		`<w:tr><w:trPr><w:del/></w:trPr>` + tc(deleted("旧")) + tc(deleted("1")) + `</w:tr>` +
		controlled(`<w:tr>`+tc(run("床位"))+controlled(tc(run("5")))+`</w:tr>`) + `</w:tbl>`
	const want = "专利达到600件。\n到2026年，床位达到5万张。\n移来\n可见\n住房\n表前\n| 指标 | 目标 |\n| --- | --- |\n| 床位 | 5 |\n"
	if d, err := source.ReadBytes("a.docx", word(t, body)); err != nil || d.Text != want {
		t.Errorf("%v, got\n%s\nwant\n%s", err, d.Text, want)
	}
}

func TestDamagedWordFiles(t *testing.T) {
	good := word(t, para("", "到2025年。"))
	for name, c := range map[string]struct {
		data []byte
		is   error
	}{
		"cut":     {good[:len(good)/2], source.ErrForeign},
		"no text": {word(t, ""), source.ErrBlank},
		"broken":  {word(t, "<w:p></w:tbl>"), source.ErrFormat},
		"deep":    {word(t, strings.Repeat("<w:sdt>", 100000)+strings.Repeat("</w:sdt>", 100000)), source.ErrFormat},
		"entity":  {zipped(t, "word/document.xml", `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:document>`), source.ErrFormat},
		"bomb":    {claimed(t, "word/document.xml", 1<<40), source.ErrFormat},
	} {
		_, err := source.ReadBytes("a.docx", c.data)
		var fault *source.Error
		if !errors.As(err, &fault) || !errors.Is(err, c.is) {
			t.Errorf("%s: %v, want %v", name, err, c.is)
		}
	}
}

// Whatever stands in a document's body, it is read or refused.
func FuzzWordFile(f *testing.F) {
	f.Add(para("", "到2025年。") + "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>")
	f.Add("<w:p><w:r><w:pict><w:txbxContent><w:p/>")
	f.Add(para(list("8")+`<w:pStyle w:val="own"/>`, "x"))
	f.Fuzz(func(t *testing.T, body string) {
		d, err := source.ReadBytes("a.docx", word(t, body))
		var fault *source.Error
		if err != nil && !errors.As(err, &fault) {
			t.Errorf("%q: %v", body, err)
		}
		if err == nil && strings.ToValidUTF8(d.Text, "") != d.Text {
			t.Errorf("%q gave %q", body, d.Text)
		}
	})
}
