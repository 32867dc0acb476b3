package source

import (
	"strings"
	"testing"
)

// set makes words of paragraphs in a column of so many characters, from a line on:
// letters 10 wide, lines 14 apart, first lines indented,
// save where … says that one goes on.
func set(left float64, line, wide int, paragraphs ...string) (words []word) {
	for _, p := range paragraphs {
		rest := []rune("　　" + p)
		if going, ok := strings.CutPrefix(p, "…"); ok {
			rest = []rune(going)
		}
		for len(rest) > 0 {
			n := min(wide, len(rest))
			text := strings.TrimLeft(string(rest[:n]), "　")
			x := left + float64(n-len([]rune(text)))*10
			words = append(words, word{text: text, left: x, right: x + float64(cells(text))*5, top: float64(line) * 14, bottom: float64(line)*14 + 10})
			rest = rest[n:]
			line++
		}
	}
	return words
}

// both puts words together.
func both(words ...[]word) (all []word) {
	for _, w := range words {
		all = append(all, w...)
	}
	return all
}

// half writes half-width commas.
func half(texts ...string) (out []string) {
	for _, text := range texts {
		out = append(out, strings.NewReplacer("，", ",", "。", ";").Replace(text))
	}
	return out
}

// over adds a mark to the end of the third line, outside the column.
func over(words []word) []word {
	words[2].text += "、"
	words[2].right += 10
	return words
}

// lower moves words down the page.
func lower(words []word, by float64) []word {
	for i := range words {
		words[i].top, words[i].bottom = words[i].top+by, words[i].bottom+by
	}
	return words
}

var prose = []string{
	"到二〇二五年，全市用水总量控制在十五亿立方米以内，水土保持率达到百分之八十三，建成国家水土保持示范县三个以上。农村自来水普及率达到百分之九十五，规模化供水工程服务农村人口比例达到百分之六十。",
	"完成水库除险加固一百二十六座，五级及以上江河堤防达标率提高到百分之八十五以上，新增供水能力二点六亿立方米以上，重点河湖基本生态流量达标率达到百分之九十。",
	"加快推进数字孪生流域建设，大中型水库安全监测覆盖率达到百分之百，水文站网密度达到国内先进水平。各级各部门要加强组织领导，落实工作责任，按照职责分工抓好各项任务的实施。",
}

func TestColumnsOfRunningText(t *testing.T) {
	title := word{text: "某市水利发展规划（二〇二一—二〇二五年）", left: 200, right: 400, top: 0, bottom: 10}
	number := word{text: "— 1 —", left: 290, right: 312, top: 700, bottom: 710}
	text := strings.Join(prose, "\n") + "\n"
	for name, c := range map[string]struct {
		pages [][]word
		want  string
	}{
		"two, under a title": {[][]word{both([]word{title, number}, set(80, 2, 20, prose...), set(310, 2, 20, prose...))},
			"某市水利发展规划（二〇二一—二〇二五年）\n" + text + text + "— 1 —\n"},
		"lines that are not level": {[][]word{both(set(80, 2, 20, prose...), lower(set(310, 2, 20, prose...), 6))}, text + text},
		"half-width commas":        {[][]word{both(set(80, 2, 20, half(prose...)...), set(310, 2, 20, half(prose...)...))}, half(text + text)[0]},
		"a mark that hangs over":   {[][]word{both(over(set(80, 2, 20, prose...)), set(298, 2, 20, prose...))}, strings.Replace(text, "农村自", "农村自、", 1) + text},
		"a running head over each": {[][]word{both([]word{{text: "某市人民政府公报", left: 80, right: 160, bottom: 10}, {text: "第三期", left: 480, right: 510, bottom: 10}}, set(80, 5, 20, prose...), set(310, 5, 20, prose...))}, "某市人民政府公报　第三期\n" + text + text},
		"three":                    {[][]word{both(set(80, 2, 12, prose...), set(220, 2, 12, prose...), set(360, 2, 12, prose...))}, text + text + text},
		"a paragraph over a column's end": {[][]word{both(set(80, 2, 20, prose[0], strings.Repeat("山水林田", 24)+"江河"), set(310, 2, 20, "…第一三五第"+prose[1], prose[2]))},
			prose[0] + "\n" + strings.Repeat("山水林田", 24) + "江河第一三五第" + prose[1] + "\n" + prose[2] + "\n"},
		"a paragraph each, of three lines": {[][]word{both(set(80, 2, 34, prose[0][:225]+"。"), set(440, 2, 34, prose[1][:225]+"。"))}, prose[0][:225] + "。\n" + prose[1][:225] + "。\n"},
		"the rest of the last page": {[][]word{
			both(set(80, 2, 20, prose...), set(310, 2, 20, prose...)),
			both(set(80, 2, 20, prose...), set(310, 2, 20, "以上任务，由各县区负责完成，每年报告一次。"))},
			text + text + text + "以上任务，由各县区负责完成，每年报告一次。\n"},
	} {
		if got := laidOut(c.pages...); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", name, got, c.want)
		}
	}
}

// Tables of two columns are not read column by column, be their cells sentences over many lines.
func TestTwoColumnsOfATable(t *testing.T) {
	problems := func(from int) (words []word) {
		for i, line := 0, from; i < 6; i++ {
			words = append(words, both(set(80, line, 20, prose[i%3][:90]+"。"), set(310, line, 20, prose[(i+1)%3]))...)
			line += 7
		}
		return words
	}
	var values, departments, middle, spaced, lists, ragged, slim []word
	for i := range 6 {
		middle = append(middle, both(set(80, 8*i+4-i%2, 20, prose[1][:120]+"。"), set(310, 8*i+2, 20, prose[0]))...)
		spaced = append(spaced, lower(both(set(80, 5*i, 20, prose[0]), set(310, 5*i, 20, prose[0])), float64(8*i))...)
		lists = append(lists, both(set(80, 5*i, 20, strings.Repeat("…市水利局、市发展改革委", 10)), set(310, 5*i, 20, strings.Repeat("市财政局、市农业农村局", 8)))...)
	}
	for i := range 30 {
		short := func(n int) string { return prose[0][:3*(5+n*7%12)] + "。" }
		ragged = append(ragged, both(set(80, i, 22, "…"+short(i)), set(330, i, 22, "…"+short(i+5)))...)
		slim = append(slim, both(set(80, i, 20, "…完成，达标。"), set(160, i, 20, "…按期，完成。"))...)
	}
	for i := range 20 {
		values = append(values, both(set(80, i, 22, "农村自来水普及率和水土保持率，全市合计。"), set(330, i, 20, "百分之九十"))...)
		departments = append(departments, both(set(80, 2*i, 20, "推进水库除险加固，五级堤防达标，完成年度任务一百座。"), set(310, 2*i, 20, "市水利局、市发展改革委、市财政局、市农业农村局、市住房城乡建设局"))...)
	}
	beside := func(line int, size float64) (words []word) {
		words = both([]word{{text: strings.Repeat("山", 43), left: 80, right: 510, bottom: 10}}, set(80, 2, 20, prose...))
		for i := range 3 {
			amount := float64(line*i+2) * 14
			words = append(words, word{text: "市水利局", left: 310, right: 310 + 4*size, top: amount, bottom: amount + size})
		}
		return words
	}
	head := []word{{text: "存在的问题", left: 160, right: 210, top: 14, bottom: 24}, {text: "整改的措施", left: 390, right: 440, top: 14, bottom: 24}}
	for name, words := range map[string][]word{
		"sentences beside longer ones":            problems(2),
		"a head":                                  both(head, set(80, 2, 20, prose...), set(310, 2, 20, prose...)),
		"sentences in the middle of their cells":  middle,
		"cells that begin on one line":            spaced,
		"lists of names":                          lists,
		"short sentences":                         ragged,
		"narrow cells":                            slim,
		"names that stand apart beside sentences": beside(3, 10),
		"small names beside sentences":            beside(1, 8),
		"three lines in a row":                    both(set(80, 0, 34, "…"+prose[0][:225]+"。"), set(440, 0, 34, "…"+prose[1][:225]+"。")),
		"names and values":                        values,
		"tasks and departments":                   departments,
	} {
		if got := laidOut(words); !strings.ContainsAny(got, "|\u3000") {
			t.Errorf("%s: got\n%s", name, got)
		}
		// A page before with columns of text makes no difference.
		if got := laidOut(both(set(80, 2, 20, prose...), set(310, 2, 20, prose...)), words); !strings.ContainsAny(got, "|\u3000") {
			t.Errorf("%s, behind columns of text: got\n%s", name, got)
		}
	}
}

// However often columns begin anew on a page, it is parted no more than so often.
func TestMostStretches(t *testing.T) {
	var words []word
	for i := range 150 {
		across := word{text: strings.Repeat("山", 40), left: 80, right: 510, top: float64(i) * 196, bottom: float64(i)*196 + 10}
		words = append(words, both([]word{across}, set(80, 14*i+1, 20, prose[0], prose[1]), set(310, 14*i+1, 20, prose[0], prose[1]))...)
	}
	l := &layout{}
	if n := len(l.stretches(words)); n < mostStretches || n > mostStretches+3 {
		t.Errorf("%d stretches", n)
	}
}
