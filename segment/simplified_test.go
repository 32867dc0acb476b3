package segment

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// A text in traditional characters is read in simplified ones, any other as it stands.
func TestSimplified(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"到2025年，全縣生產總值達到1,200億元，提高0.9個百分點。", "到2025年，全县生产总值达到1,200亿元，提高0.9个百分点。"},
		{"完成投資3.2萬元，稅收佔比72%", "完成投资3.2万元，税收占比72%"},
		{"修繕乾隆行宮、乾坤樓等專案3個，投資1.2億元，生產餅乾、乾貨5萬噸，餅乾安全、污泥乾化，舉辦乾縣產業論壇", "修缮乾隆行宫、乾坤楼等专案3个，投资1.2亿元，生产饼干、干货5万吨，饼干安全、污泥干化，举办乾县产业论坛"},
		{"引進億元以上項目6個\xe5\x80", "引进亿元以上项目6个\xe5\x80"},
		{"于右任書法藝術館、乾元观于2021年建成，俱乐部会员12人，建筑面积3600平方米，藏品2.3万件，展厅6个，年接待观众15万人次，讲解员18名。", ""}, // a name
		{"到2025年，全县生产总值达到1200亿元。", ""},
		{"億元", ""}, // too little to say
		{"", ""},
	} {
		want := c.want
		if want == "" {
			want = c.text
		}
		if got := Simplified(c.text); got != want {
			t.Errorf("%q is read as %q, not %q", c.text, got, want)
		}
	}
}

// Every line of the table is a character of three bytes that is not itself read
// for another, and the one it is read as.
func TestSimplifiedPairs(t *testing.T) {
	lines := strings.Split(strings.TrimSuffix(simplifiedPairs, "\n"), "\n")
	table := simplified()
	last := ""
	for _, line := range lines {
		from, n := utf8.DecodeRuneInString(line)
		to, m := utf8.DecodeRuneInString(line[n:])
		if n != 3 || m != 3 || len(line) != 6 || line <= last || table[from-0x4e00] != uint16(to) || table[to-0x4e00] != 0 {
			t.Errorf("line %q behind %q", line, last)
		}
		last = line
	}
}

// A text that is not in traditional characters costs nothing but a look at some places.
func TestSimplifiedCostsNothing(t *testing.T) {
	for _, text := range seedTexts(t) {
		text := text
		if n := testing.AllocsPerRun(10, func() { Simplified(text) }); n > 0 {
			t.Errorf("%v allocations", n)
		}
	}
}

// FuzzSimplified demands that what is read has the same places.
func FuzzSimplified(f *testing.F) {
	f.Add("億元達到\xe5個\xff萬")
	f.Fuzz(func(t *testing.T, text string) {
		got := inSimplified(text)
		if len(got) != len(text) || utf8.ValidString(got) != utf8.ValidString(text) {
			t.Fatalf("%q is read as %q", text, got)
		}
		for i := range text {
			if utf8.RuneStart(text[i]) != utf8.RuneStart(got[i]) {
				t.Fatalf("byte %d of %q and of %q", i, text, got)
			}
		}
	})
}
