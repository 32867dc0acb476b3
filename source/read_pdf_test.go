package source_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"suyuan/source"
)

// placed is a text at its place on a page, in points from the top left corner, in
// letters of a size.
type placed struct {
	x, y, size float64
	text       string
}

// printed returns a PDF of A4 pages as offices print them, with a Chinese font
// that is not embedded.
func printed(pages ...[]placed) []byte {
	var out strings.Builder
	var offsets []int
	object := func(body string) {
		offsets = append(offsets, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", len(offsets), body)
	}
	out.WriteString("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
	object("<</Type/Catalog/Pages 2 0 R>>")
	kids := ""
	for i := range pages {
		kids += fmt.Sprintf("%d 0 R ", 6+2*i)
	}
	object(fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(pages), kids))
	object("<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[4 0 R]>>")
	object("<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/W[1[500] 814[500] 2[500] 3[500] 4[500] 5 95 500]/FontDescriptor 5 0 R>>")
	object("<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 80>>")
	for i, words := range pages {
		var content strings.Builder
		for _, w := range words {
			fmt.Fprintf(&content, "BT /F %g Tf %g %g Td <", w.size, w.x, 842-w.y)
			for _, u := range utf16.Encode([]rune(w.text)) {
				fmt.Fprintf(&content, "%04X", u)
			}
			content.WriteString("> Tj ET\n")
		}
		object(fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents %d 0 R>>", 7+2*i))
		object(fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", content.Len(), content.String()))
	}
	at := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&out, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, at)
	return []byte(out.String())
}

// twoPages is a plan with a running head, page numbers, and a paragraph and a
// table that go on over the page's end.
func twoPages() [][]placed {
	head := placed{230, 40, 10, "某市水利发展规划"}
	return [][]placed{
		{
			head,
			{80, 100, 16, "一、主要目标"},
			{112, 130, 16, "到2025年，全市新增供水能力2.6亿立方米以上，农村自来"},
			{80, 160, 16, "水普及率达到95%以上，规模化供水工程服务农村人口比例达到"},
			{80, 190, 16, "60%。"},
			{112, 220, 16, "五级及以上江河堤防达标率提高到85%以上，完成一百二十六"},
			{290, 800, 10, "— 1 —"},
		},
		{
			head,
			{80, 100, 16, "座病险水库除险加固。"},
			{90, 130, 12, "序号"}, {190, 130, 12, "指标"}, {300, 130, 12, "单位"}, {370, 130, 12, "2020年"}, {450, 130, 12, "2025年"},
			{100, 160, 12, "1"}, {170, 151, 12, "农田灌溉水有"}, {170, 169, 12, "效利用系数"}, {312, 160, 12, "—"}, {374, 160, 12, "0.53"}, {454, 160, 12, "0.56"},
			{100, 190, 12, "2"}, {180, 190, 12, "用水总量"}, {290, 190, 12, "亿立方米"}, {374, 190, 12, "14.8"}, {454, 190, 12, "15.6"},
			{290, 800, 10, "— 2 —"},
		},
	}
}

func TestPDF(t *testing.T) {
	needs(t, "pdftotext")
	pages := []string{`某市水利发展规划
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
	data := printed(twoPages()...)
	d, err := source.ReadBytes("a.txt", data)
	if err != nil {
		t.Fatal(err)
	}
	if want := pages[0] + pages[1]; d.Text != want {
		t.Errorf("got\n%s\nwant\n%s", d.Text, want)
	}
	if !slices.Equal(d.Pages, []int{0, len(pages[0])}) || d.MediaType != "application/pdf" || !strings.HasPrefix(d.Reader, "pdf/4 poppler ") || d.Doubt != "" {
		t.Errorf("%v %s %s %q", d.Pages, d.MediaType, d.Reader, d.Doubt)
	}
	if again, err := source.ReadBytes("b.pdf", append([]byte("\n"), data...)); err != nil || again.Text != d.Text {
		t.Errorf("with a line in front: %v", err)
	}
}

// A page that lies on its side or stands on its head is read as it stands, whichever way it was turned.
func TestPDFOnItsSide(t *testing.T) {
	needs(t, "pdftotext")
	for name, pages := range map[string][][]placed{"both pages": twoPages(), "a table": twoPages()[1:]} {
		data := string(printed(pages...))
		want, err := source.ReadBytes("a.pdf", []byte(data))
		if err != nil {
			t.Fatal(err)
		}
		for _, by := range []string{"90", "180", "270"} {
			if by == "180" && len(pages) == 1 {
				continue // a table alone does not show which way it stands
			}
			turned := strings.ReplaceAll(data, "/MediaBox", "/Rotate "+by+"/MediaBox")
			if d, err := source.ReadBytes("a.pdf", []byte(turned)); err != nil || d.Text != want.Text {
				t.Errorf("%s by %s: %v, got\n%s", name, by, err, d.Text)
			}
		}
	}
}

func TestWhatIsNoPDF(t *testing.T) {
	const text = "PDF文件以%PDF-1.4开头。"
	if d, err := source.ReadBytes("a.pdf", []byte(text)); err != nil || d.Text != text {
		t.Errorf("%v, %+v", err, d)
	}
}

// What gives no text says why, and what to do.
func TestUnreadablePDF(t *testing.T) {
	needs(t, "pdftotext")
	locked, err := os.ReadFile("../testdata/formats/locked.pdf")
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("TMPDIR", t.TempDir())
	whole := printed(twoPages()...)
	private := printed([]placed{{80, 100, 16, "АБВГ年"}})
	scan := strings.Replace(string(printed(nil, nil, []placed{{80, 100, 16, "扫描全能王创建"}})), "<</Type/Catalog", "<</X<</Subtype/Image>>/Type/Catalog", 1)
	for name, c := range map[string]struct {
		data    string
		is      error
		message string
	}{
		"locked":   {string(locked), source.ErrLocked, "save it without a password"},
		"scan":     {scan, source.ErrScan, "7 characters on 3 pages; make a text of it by character recognition"},
		"unmapped": {string(private), source.ErrUnmapped, "4 of 5 characters have no meaning; make a text of it by character recognition"},
		"cut":      {string(whole[:len(whole)/3]), source.ErrFormat, "fetch it again"},
		"empty":    {"%PDF-1.4\n", source.ErrFormat, "pdftotext says: "},
		"no words": {string(printed(nil)), source.ErrUnmapped, "it has fonts and no characters"},
	} {
		_, err := source.ReadBytes(name, []byte(c.data))
		var fault *source.Error
		if !errors.As(err, &fault) || !errors.Is(err, c.is) || !strings.Contains(err.Error(), c.message) {
			t.Errorf("%s: %v, want %v", name, err, c.is)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(os.TempDir(), "suyuan-reading-*")); len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
	// A page without text among others is said.
	d, err := source.ReadBytes("a", printed(append(twoPages(), nil)...))
	if err != nil || d.Doubt != "1 of 3 pages hold no text, the first is page 3" {
		t.Errorf("%v, %+v", err, d)
	}
}

// Without pdftotext the message names the command that installs it.
func TestPDFWithoutItsProgram(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	_, err := source.ReadBytes("a.pdf", printed(twoPages()...))
	if !errors.Is(err, source.ErrTool) || !strings.Contains(err.Error(), "apt-get install poppler-utils poppler-data, or brew install poppler") {
		t.Error(err)
	}
}
