package source

import "testing"

// laid makes rows of words that stand at places of 12 points a character.
func laid(words ...word) []row {
	for i := range words {
		w := &words[i]
		w.right, w.bottom = w.left+6*float64(cells(w.text)), w.top+12
	}
	return pageRows(words)
}

// TestDivide parts columns of which no line shows both, and no column of text.
func TestDivide(t *testing.T) {
	at := func(text string, left, top float64) word { return word{text: text, left: left, top: top} }
	years := laid(
		at("年份", 60, 0), at("产值", 110, 8), at("比重", 220, 8),
		at("2019", 60, 40), at("年", 60, 54), at("312.5", 110, 47), at("44.6", 220, 47),
		at("2020", 60, 80), at("年", 60, 94), at("329.8", 110, 87), at("45.0", 220, 87),
		at("2021", 60, 120), at("年", 60, 134), at("361.2", 110, 127), at("44.3", 220, 127))
	table := &ruled{rows: years, parts: []float64{200}}
	if table.divide(); len(table.parts) != 2 || table.parts[0] < 84 || table.parts[0] > 110 {
		t.Errorf("parts %v, want one between 84 and 110", table.parts)
	}
	text := laid(
		at("新建厂房", 60, 0), at("12", 120, 0), at("座", 140, 0), at("5", 300, 0),
		at("改造老旧管网", 60, 20), at("42", 140, 20), at("公里", 160, 20), at("6", 300, 20),
		at("维修水渠", 60, 40), at("3", 120, 40), at("处", 132, 40), at("7", 300, 40),
		at("建设道路两条", 60, 60), at("8", 300, 60))
	table = &ruled{rows: text, parts: []float64{250}}
	if table.divide(); len(table.parts) != 1 {
		t.Errorf("parts %v, want that at 250 alone", table.parts)
	}
}

// TestPartMerged puts the text of a cell beside several rows into the first of these.
func TestPartMerged(t *testing.T) {
	var levels []level
	for i := range 6 {
		levels = append(levels, level{middle: float64(30 * i)})
	}
	pieces := []piece{{text: "甲", middle: 15, em: 12}, {text: "乙", middle: 75, em: 12}, {text: "丙", middle: 120, em: 12}, {text: "丁", middle: 150, em: 12}}
	got := ""
	for _, p := range part(pieces, levels) {
		got += textOf(p) + "|"
	}
	if want := "甲||乙||丙|丁|"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestGroupLevels keeps the lines that name the rows below them apart from these.
func TestGroupLevels(t *testing.T) {
	at := func(text string, left, top float64) word { return word{text: text, left: left, top: top} }
	table := findTable(laid(
		at("指标", 60, 0), at("2020年", 200, 0), at("2025年", 300, 0),
		at("一、学前教育", 60, 30),
		at("毛入园率", 60, 60), at("88.5", 200, 60), at("92", 300, 60),
		at("覆盖率", 60, 90), at("86", 200, 90), at("88", 300, 90),
		at("二、义务教育", 60, 120),
		at("巩固率", 60, 150), at("98.1", 200, 150), at("99", 300, 150)))
	if table == nil {
		t.Fatal("no table")
	}
	got := ""
	for _, row := range append(table.heads, table.body...) {
		got += row[0].text + "|"
	}
	if want := "指标|一、学前教育|毛入园率|覆盖率|二、义务教育|巩固率|"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
