package source_test

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"suyuan/source"
)

var makeSamples = flag.Bool("samples", false, "write the samples that no office program makes")

const formats = "../testdata/formats/"

// sampleLines returns the lines of the Word sample, of which the others are made.
func sampleLines(t *testing.T) []string {
	t.Helper()
	d, err := source.Read(formats + "plan.docx")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(d.Text), "\n")
}

// cellsOf returns the cells of a line of a Markdown table, nil of another line,
// and whether it is the ruled one.
func cellsOf(line string) (cells []string, ruled bool) {
	inner, ok := strings.CutPrefix(line, "| ")
	if !ok {
		return nil, false
	}
	return strings.Split(strings.TrimSuffix(inner, " |"), " | "), strings.HasPrefix(inner, "---")
}

// sampleOFD lays the lines out on pages, 26 characters to a line, and makes an OFD
// document of them.
func sampleOFD(t *testing.T, lines []string) []byte {
	pages, y := [][]placed{nil}, 100.0
	put := func(x, size float64, text string) {
		pages[len(pages)-1] = append(pages[len(pages)-1], placed{x, y, size, text})
	}
	next := func(step float64) {
		if y += step; y > 500 {
			pages, y = append(pages, nil), 100
		}
	}
	for i, line := range lines {
		cells, ruled := cellsOf(line)
		switch {
		case ruled:
			continue
		case cells != nil:
			for c, text := range cells {
				put([]float64{80, 120, 270, 350, 410, 470}[c], 11, text)
			}
			next(24)
			continue
		}
		x := 80.0
		switch {
		case i < 2:
			x = 300 - float64(utf8.RuneCountInString(line))*8
		case i > 2 && strings.HasSuffix(line, "。"):
			x = 112 // the first line of a paragraph is indented
		}
		for line != "" {
			n, at := 0, 0
			for k, r := range line {
				if n += min(len(string(r)), 2); float64(n) > (520-x)/8 {
					break
				}
				if next := k + utf8.RuneLen(r); next == len(line) || line[next] >= utf8.RuneSelf {
					at = next // a number is not parted
				}
			}
			put(x, 16, line[:at])
			line, x = line[at:], 80
			next(28)
		}
	}
	return ofd(t, "临江市水利发展规划", pages...)
}

// sampleWorkbook puts the lines into a sheet, a cell of a table into one each.
func sampleWorkbook(t *testing.T, lines []string) []byte {
	book := excelize.NewFile()
	row, table := 0, false
	for _, line := range lines {
		cells, ruled := cellsOf(line)
		if ruled {
			continue
		}
		if row++; cells == nil {
			if table {
				row++ // an empty one under the table
			}
			cells = []string{line}
		}
		table = len(cells) > 1
		for c, text := range cells {
			name, err := excelize.CoordinatesToCellName(c+1, row)
			if err != nil {
				t.Fatal(err)
			}
			if err := book.SetCellStr("Sheet1", name, text); err != nil {
				t.Fatal(err)
			}
		}
	}
	var out bytes.Buffer
	if err := book.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// samplePage puts the lines on a page as the sites of governments have them.
func samplePage(lines []string) []byte {
	var out strings.Builder
	out.WriteString(`<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>` + lines[0] + `_临江市人民政府门户网站</title><style>body{font-family:"Noto Sans CJK SC"}p{text-indent:2em}@media print{.nav,.xxgk,.foot{display:none}}</style></head><body>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li><li><a href="/fw">政务服务</a></li><li><a href="/hd">互动交流</a></li></ul></div>
<table class="xxgk"><tr><td>索 引 号：</td><td>K00112-0202-2022-00018</td><td>主题分类：</td><td>水利</td></tr>
<tr><td>发文机关：</td><td>临江市人民政府办公室</td><td>成文日期：</td><td>2022年03月15日</td></tr>
<tr><td>标&nbsp;&nbsp;&nbsp;&nbsp;题：</td><td colspan="3">` + lines[0] + `</td></tr>
<tr><td>发文字号：</td><td>` + lines[1] + `</td><td>发布日期：</td><td>2022年03月18日</td></tr></table>
<div class="article"><h1>` + lines[0] + `</h1>
`)
	table := false
	for _, line := range lines[1:] {
		cells, ruled := cellsOf(line)
		switch {
		case ruled:
			continue
		case cells != nil && !table:
			out.WriteString("<table border=1>\n")
		case cells == nil && table:
			out.WriteString("</table>\n")
		}
		if table = cells != nil; table {
			out.WriteString("<tr><td>" + strings.Join(cells, "</td><td>") + "</td></tr>\n")
		} else {
			out.WriteString("<p>" + line + "</p>\n")
		}
	}
	out.WriteString(`</div><div class="foot">主办：临江市人民政府办公室　网站标识码：0000000018　<a href="/map">网站地图</a></div></body></html>` + "\n")
	return []byte(out.String())
}

// The samples that no office program writes are what their generators make.
func TestSamples(t *testing.T) {
	lines := sampleLines(t)
	for name, data := range map[string][]byte{"plan.ofd": sampleOFD(t, lines), "plan.xlsx": sampleWorkbook(t, lines),
		"plan.html": samplePage(lines), "plan.txt": []byte(strings.Join(lines, "\n") + "\n")} {
		if *makeSamples {
			if err := os.WriteFile(formats+name, data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		made, err := source.ReadBytes(name, data)
		if err != nil {
			t.Fatal(err)
		}
		if kept, err := source.Read(formats + name); err != nil || kept.Text != made.Text {
			t.Errorf("%v: %s is another one than is made: go test ./source -run TestSamples -args -samples", err, name)
		}
	}
}
