package source

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
)

// grid makes words of lines: a word for each piece between bars, letters 10 wide,
// lines 14 apart.
func grid(lines ...string) (words []word) {
	for n, line := range lines {
		x := 100.0
		for text := range strings.SplitSeq(line, "|") {
			indent := len(text) - len(strings.TrimLeft(text, " "))
			x += float64(indent) * 5
			width := float64(cells(text[indent:])) * 5
			words = append(words, word{text: text[indent:], left: x, right: x + width, top: float64(n) * 14, bottom: float64(n)*14 + 10})
			x += width
		}
	}
	return words
}

// columns makes words of rows whose cells between bars stand in the middle of
// their columns, 100 wide; a cell that begins with > runs over two of them.
func columns(rows ...string) (words []word) {
	for n, line := range rows {
		x := 100.0
		for text := range strings.SplitSeq(line, "|") {
			wide := 100.0
			if strings.HasPrefix(text, ">") {
				text, wide = text[1:], 200
			}
			half := float64(cells(text)) * 2.5
			words = append(words, word{text: text, left: x + wide/2 - half, right: x + wide/2 + half, top: float64(n) * 14, bottom: float64(n)*14 + 10})
			x += wide
		}
	}
	return words
}

func laidOut(pages ...[]word) string {
	l := &layout{}
	for _, words := range pages {
		l.page(words)
	}
	return l.text()
}

func TestLayout(t *testing.T) {
	for name, c := range map[string]struct {
		pages [][]word
		want  string
	}{
		"paragraphs by indents": {[][]word{grid(
			"    到二〇二五年全市用水总量控制在十五亿立方米以内，",
			"水土保持率达到百分之八十三，建成国家水土保持示范县三个",
			"以上。",
			"    农村自来水普及率达到百分之九十五，完成水库除险加",
			"固一百二十六座。")},
			"到二〇二五年全市用水总量控制在十五亿立方米以内，水土保持率达到百分之八十三，建成国家水土保持示范县三个以上。\n农村自来水普及率达到百分之九十五，完成水库除险加固一百二十六座。\n"},
		"a paragraph over two pages": {[][]word{
			grid("    到二〇二五年全市用水总量控制在十五亿立方米以内，", "水土保持率达到百分之八十三，建成国家水土保持示范县三个"),
			grid("以上，农村自来水普及率达到百分之九十五，完成水库除险加", "固。")},
			"到二〇二五年全市用水总量控制在十五亿立方米以内，水土保持率达到百分之八十三，建成国家水土保持示范县三个以上，农村自来水普及率达到百分之九十五，完成水库除险加固。\n"},
		"words that a blank parts": {[][]word{grid("GDP| growth|达到| 5|%")}, "GDP growth达到5%\n"},
		"two columns need three lines": {[][]word{grid("签发人：某某|          临政发〔2022〕5号", "某市人民政府")},
			"签发人：某某　临政发〔2022〕5号\n某市人民政府\n"},
		"a row over two columns": {[][]word{columns("指标|单位|2020年|2025年", ">一、经济发展指标", "生产总值|亿元|100|200", ">二、民生福祉指标", "床位数|万张|3.5|5.5", "普及率|%|35|55")},
			"| 指标 | 单位 | 2020年 | 2025年 |\n| --- | --- | --- | --- |\n| 一、经济发展指标 | | | |\n| 生产总值 | 亿元 | 100 | 200 |\n| 二、民生福祉指标 | | | |\n| 床位数 | 万张 | 3.5 | 5.5 |\n| 普及率 | % | 35 | 55 |\n"},
		"a head of two rows": {[][]word{columns("指标|单位|>全市主要的实绩和目标", "||2020年|2025年", "生产总值|亿元|100|200", "床位数|万张|3.5|5.5", "普及率|%|35|55")},
			"| 指标 | 单位 | 全市主要的实绩和目标 | 全市主要的实绩和目标 |\n| | | 2020年 | 2025年 |\n| --- | --- | --- | --- |\n| 生产总值 | 亿元 | 100 | 200 |\n| 床位数 | 万张 | 3.5 | 5.5 |\n| 普及率 | % | 35 | 55 |\n"},
		"one row on the next page": {[][]word{
			columns("指标|单位|2020年|2025年", "生产总值|亿元|100|200", "床位数|万张|3.5|5.5"), columns("普及率|%|35|55", "注：来自年鉴")},
			"| 指标 | 单位 | 2020年 | 2025年 |\n| --- | --- | --- | --- |\n| 生产总值 | 亿元 | 100 | 200 |\n| 床位数 | 万张 | 3.5 | 5.5 |\n| 普及率 | % | 35 | 55 |\n注：来自年鉴\n"},
		"cells of several lines, from their tops": {[][]word{columns("任务|内容|单位|个数", "一|建设水库|座|3", "|和泵站||", "|以及水闸||", "二|建设渠道|公里|45", "|和泵站||")},
			"| 任务 | 内容 | 单位 | 个数 |\n| --- | --- | --- | --- |\n| 一 | 建设水库和泵站以及水闸 | 座 | 3 |\n| 二 | 建设渠道和泵站 | 公里 | 45 |\n"},
	} {
		if got := laidOut(c.pages...); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", name, got, c.want)
		}
	}
}

// Whatever words a page has, they are laid out, in time that grows with them.
func TestHostileLayout(t *testing.T) {
	column, scatter := []string{}, []word{}
	for i := range 4000 {
		column = append(column, fmt.Sprintf("%d|          x", i))
		scatter = append(scatter, word{text: "1", left: float64(i * 7919 % 600), right: float64(i*7919%600) + 5, top: float64(i * 104729 % 800), bottom: float64(i*104729%800) + 10})
	}
	for name, words := range map[string][]word{"column": grid(column...), "scatter": scatter,
		"empty": {{}}, "nowhere": {{text: "a", left: -1e308, right: 1e308, top: -1e308, bottom: 1e308}, {text: "b"}, {text: "c", right: 1e308}}} {
		if got := laidOut(words, words); got == "" && name != "empty" {
			t.Errorf("%s: nothing was laid out", name)
		}
	}
}

// A table that does not end on a page is looked at in parts: to part the lines of its
// cells among its rows takes as many steps as it has of the one times the other.
func TestLongTableIsParted(t *testing.T) {
	lines := []string{"指标|          单位|          2025年"}
	for i := range 2*mostRows + 20 {
		lines = append(lines, fmt.Sprintf("指标%03d|       万张|          %d", i, 100+i))
	}
	if n := strings.Count(laidOut(grid(lines...)), "| --- |\n"); n != 3 {
		t.Errorf("%d tables, want 3", n)
	}
}

// A PDF of more words than any document has is refused while they are read.
func TestMostWords(t *testing.T) {
	p := &pdfPages{}
	for range mostWords {
		if err := p.add(word{text: "1"}); err != nil {
			t.Fatal(err)
		}
	}
	if err := p.add(word{text: "1"}); !errors.Is(err, errToolOutput) {
		t.Error(err)
	}
	p.end() // a page has so many
	if err := p.add(word{text: "1"}); err != nil {
		t.Error(err)
	}
	p.words, p.size = nil, maxText
	if err := p.add(word{text: "1"}); !errors.Is(err, errToolOutput) {
		t.Error(err)
	}
}

// A line of very many words takes memory as they are long.
func TestLongLineIsLinear(t *testing.T) {
	words := make([]word, 50_000)
	for i := range words {
		words[i] = word{text: "年", left: float64(i) * 10, right: float64(i)*10 + 10, bottom: 10}
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	r := newRow(words, 5, cellGap)
	runtime.ReadMemStats(&after)
	if len(r.pieces) != 1 || len(r.pieces[0].text) != 3*len(words) || after.TotalAlloc-before.TotalAlloc > 20<<20 {
		t.Errorf("%d pieces, %d bytes allocated", len(r.pieces), after.TotalAlloc-before.TotalAlloc)
	}
}

// A page whose letters are words of their own is turned where its per cents and
// years stand the wrong way round, and no other.
func TestStandsOnItsHead(t *testing.T) {
	letters := func(text string) (words []word) {
		for i, r := range []rune(text) {
			words = append(words, word{text: string(r), left: float64(10 * i), right: float64(10*i + 10), bottom: 10})
		}
		return words
	}
	for text, want := range map[string]bool{
		"。上以%7.29到达率及普，年5202到，%09到高提年0202由率化镇城": true,
		"建成“百家项目”，到2025年，普及率达到92.7%以上。":         false,
		"2020年12月至2025年6月，95%1、90%2、80%3、70%4":  false,
		"村民议事会": false,
	} {
		l := &layout{}
		if l.inverted(letters(text)) != want {
			t.Errorf("%s: %v", text, !want)
		}
	}
}
