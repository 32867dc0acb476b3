package source_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"suyuan/source"
)

// seedsOf gives a fuzz target samples, whole and cut.
func seedsOf(f *testing.F, names ...string) {
	for _, name := range names {
		data := sample(f, name)
		f.Add(data)
		f.Add(data[:len(data)/2])
	}
}

// readable demands a text in UTF-8 with its pages in order, or a fault, and the
// same one again.
func readable(t *testing.T, data []byte) {
	t.Helper()
	d, err := source.ReadBytes("a", data)
	again, same := source.ReadBytes("a", data)
	var fault *source.Error
	switch {
	case (err == nil) != (same == nil) || err != nil && err.Error() != same.Error():
		t.Fatalf("first %v, then %v", err, same)
	case err != nil && !errors.As(err, &fault):
		t.Fatalf("%v is no *Error", err)
	case err != nil:
		return
	case d.Text != again.Text:
		t.Fatalf("first %q, then %q", d.Text, again.Text)
	case !utf8.ValidString(d.Text) || strings.Contains(d.Text, "\x00"):
		t.Fatalf("text %q", d.Text)
	}
	at := 0
	for _, p := range d.Pages {
		if p < at || p > len(d.Text) || p < len(d.Text) && !utf8.RuneStart(d.Text[p]) {
			t.Fatalf("pages %v of %d bytes", d.Pages, len(d.Text))
		}
		at = p
	}
}

func FuzzWebPage(f *testing.F) {
	f.Add([]byte(page))
	seedsOf(f, "plan.html", "plan.gb2312.html")
	f.Fuzz(func(t *testing.T, data []byte) { readable(t, append([]byte("<html>"), data...)) })
}

func FuzzWorkbook(f *testing.F) {
	f.Add(`<row r="1"><c r="A1" t="inlineStr"><is><t>指标</t></is></c><c r="B1"><v>5</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>`)
	f.Add(`<row><c r="XFD1"/></row></sheetData>`)
	f.Fuzz(func(t *testing.T, rows string) {
		readable(t, zipped(t, "[Content_Types].xml", types, "_rels/.rels", roots, "xl/workbook.xml", books, "xl/_rels/workbook.xml.rels", rels,
			"xl/worksheets/sheet1.xml", sheet+rows+"</worksheet>"))
	})
}

func FuzzOFD(f *testing.F) {
	f.Add(`<TextObject Boundary="20 20 100 9" Size="5" CTM="1 0 0 1 0 0"><TextCode X="0" Y="5" DeltaX="5 g 2 20 5">甲乙丙</TextCode></TextObject>`)
	f.Add(`<Template TemplateID="1"/><PageBlock><TextObject Size="1e9"/></PageBlock>`)
	f.Fuzz(func(t *testing.T, objects string) {
		readable(t, zipped(t, "OFD.xml", `<OFD><DocRoot>D.xml</DocRoot></OFD>`, "D.xml", `<D><TemplatePage ID="1" BaseLoc="P.xml"/><Page BaseLoc="P.xml"/><Page BaseLoc="P.xml"/></D>`,
			"P.xml", "<P>"+objects+"</P>"))
	})
}

// Office files of any kind, their zips and file systems damaged; what would need
// another program is left alone.
func FuzzOffice(f *testing.F) {
	seedsOf(f, "plan.docx", "plan.xlsx", "plan.ofd")
	f.Add([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
	f.Add(sample(f, "plan.doc")[:2048])
	f.Setenv("PATH", "")
	f.Fuzz(func(t *testing.T, data []byte) { readable(t, data) })
}

func FuzzArchive(f *testing.F) {
	f.Add(zipped(f, "a/b.txt", "到2025年。", "../c.txt", "x"))
	f.Add(tarred(f, "a/b.txt", "到2025年。", "/c", "x"))
	f.Add(gzipped(tarred(f, "a.txt", "x")))
	f.Fuzz(func(t *testing.T, data []byte) {
		file := archive(t, "in", data)
		if !file.IsArchive() {
			return
		}
		files, err := file.Unpack(1<<20, nil)
		var fault *source.Error
		if err != nil && !errors.As(err, &fault) {
			t.Fatalf("%v is no *Error", err)
		}
		size := 0
		for _, m := range files {
			size += len(m.Data)
			if !strings.HasPrefix(m.Name, "in/") || strings.Contains("/"+m.Name+"/", "/../") {
				t.Fatalf("%q leads out of the archive", m.Name)
			}
		}
		if size > 1<<20 {
			t.Fatalf("%d bytes", size)
		}
	})
}
