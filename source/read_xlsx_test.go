package source_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"suyuan/source"
)

// excel returns a workbook that has the rows on its first sheet.
func excel(t testing.TB, rows [][]any, change func(*excelize.File)) []byte {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	for i, row := range rows {
		at, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			t.Fatal(err)
		}
		if err := book.SetSheetRow("Sheet1", at, &row); err != nil {
			t.Fatal(err)
		}
	}
	if change != nil {
		change(book)
	}
	var out bytes.Buffer
	if err := book.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestWorkbook(t *testing.T) {
	data := excel(t, [][]any{
		{"某市“十四五”主要指标"},
		{"单位：万张、%"},
		{"序号", "指标", "年份", nil, "属性"},
		{nil, nil, "2020年", "2025年", nil},
		{1, "养老床位\n（万张）", 0.8, 1.2, "预期性"},
		{"约束性指标"},
		{2, "护理型床位占比", 0.4, 0.55, "约束性"},
		{"注：护理型床位占比指养老机构中护理型床位占全部床位的比重，按年末数计算，不含在建的床位。"},
		{},
		{"地区", "任务数"},
		{"甲县", 1200},
	}, func(book *excelize.File) {
		for _, m := range [][2]string{{"A1", "E1"}, {"A3", "A4"}, {"B3", "B4"}, {"C3", "D3"}, {"E3", "E4"}} {
			if err := book.MergeCell("Sheet1", m[0], m[1]); err != nil {
				t.Fatal(err)
			}
		}
		percent, err := book.NewStyle(&excelize.Style{NumFmt: 10})
		if err != nil {
			t.Fatal(err)
		}
		thousands, err := book.NewStyle(&excelize.Style{NumFmt: 3})
		if err != nil {
			t.Fatal(err)
		}
		book.SetCellStyle("Sheet1", "C7", "D7", percent)
		book.SetCellStyle("Sheet1", "B11", "B11", thousands)
		book.NewSheet("底稿")
		book.SetCellStr("底稿", "A1", "看不见")
		book.SetSheetVisible("底稿", false)
		book.NewSheet("空表")
		if err := book.AddChartSheet("图", &excelize.Chart{Type: excelize.Col, Series: []excelize.ChartSeries{{Name: "Sheet1!$B$11", Values: "Sheet1!$B$11:$B$11"}}}); err != nil {
			t.Fatal(err)
		}
	})
	const want = `某市“十四五”主要指标
单位：万张、%
| 序号 | 指标 | 年份 | 年份 | 属性 |
| | | 2020年 | 2025年 | |
| --- | --- | --- | --- | --- |
| 1 | 养老床位 （万张） | 0.8 | 1.2 | 预期性 |
| 约束性指标 | | | | |
| 2 | 护理型床位占比 | 40.00% | 55.00% | 约束性 |
注：护理型床位占比指养老机构中护理型床位占全部床位的比重，按年末数计算，不含在建的床位。
| 地区 | 任务数 |
| --- | --- |
| 甲县 | 1,200 |
`
	d, err := source.ReadBytes("a.xls", data)
	if err != nil {
		t.Fatal(err)
	}
	if d.Text != want {
		t.Errorf("got\n%s\nwant\n%s", d.Text, want)
	}
	if d.Reader != "xlsx/3" || !strings.HasSuffix(d.MediaType, "spreadsheetml.sheet") {
		t.Errorf("%s, %s", d.Reader, d.MediaType)
	}
}

// Dates are shown as a Chinese Excel shows them, hidden rows are read, since filters
// hide rows, too, and a formula without its result is told of.
func TestWorkbookDates(t *testing.T) {
	data := excel(t, [][]any{{"项目", "时间", "投资"}, {"甲", 45292, 1}, {"乙", 45292, 2}, {"丙", 45292, 3}, {"丁", 45292}}, func(book *excelize.File) {
		own := `[$-804]yyyy"年"m"月"d"日"`
		for at, style := range map[string]*excelize.Style{"B2": {NumFmt: 14}, "B3": {NumFmt: 31}, "B4": {NumFmt: 57}, "B5": {CustomNumFmt: &own}} {
			id, err := book.NewStyle(style)
			if err != nil {
				t.Fatal(err)
			}
			book.SetCellStyle("Sheet1", at, at, id)
		}
		book.SetCellFormula("Sheet1", "C5", "C2*2")
		book.SetCellFormula("Sheet1", "C4", "C2*3") // which has its result, 3
		book.SetRowVisible("Sheet1", 3, false)
	})
	const want = "| 项目 | 时间 | 投资 |\n| --- | --- | --- |\n| 甲 | 2024/1/1 | 1 |\n| 乙 | 2024年1月1日 | 2 |\n| 丙 | 2024年1月 | 3 |\n| 丁 | 2024年1月1日 | |\n"
	const doubt = "1 cells hold formulas without their results: open it in a spreadsheet program and save it"
	if d, err := source.ReadBytes("a.xlsx", data); err != nil || d.Text != want || d.Doubt != doubt {
		t.Errorf("%v, %+v", err, d)
	}
}

func TestDamagedWorkbooks(t *testing.T) {
	for name, c := range map[string]struct {
		data []byte
		is   error
	}{
		"no cells": {excel(t, nil, nil), source.ErrBlank},
		"no parts": {zipped(t, "xl/workbook.xml", "<workbook/>"), source.ErrFormat},
		"broken":   {zipped(t, "xl/workbook.xml", "<workbook"), source.ErrFormat},
		"bomb":     {claimed(t, "xl/workbook.xml", 1<<40), source.ErrFormat},
	} {
		_, err := source.ReadBytes("a.xlsx", c.data)
		var fault *source.Error
		if !errors.As(err, &fault) || !errors.Is(err, c.is) {
			t.Errorf("%s: %v, want %v", name, err, c.is)
		}
	}
}
