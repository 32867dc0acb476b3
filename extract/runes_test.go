package extract

import (
	"fmt"
	"strings"
	"testing"
)

func TestRuneMap(t *testing.T) {
	of := map[rune]string{}
	for _, r := range "\x00?@市县区中国\uffff" {
		of[r] = string(r) + "…"
	}
	of['𠀀'] = "no character of the basic plane"
	m := newRuneMap(of)
	for r := rune(0); r < 1<<17; r++ {
		want := of[r]
		if r >= 1<<16 {
			want = ""
		}
		if got := m.of(r); got != want {
			t.Fatalf("%U: %q, want %q", r, got, want)
		}
	}
}

// A listed word is found however long it is, the longest first.
func TestListedWords(t *testing.T) {
	long := strings.Repeat("长", 30)
	w := newProjectWords(nil, nil, [][]string{{"长远", "stop"}, {long, "stop"}, {"中部", "bare"}})
	for text, want := range map[string]string{"长远计划": long + " 长远", "中部地区": "中部", "西部": ""} {
		var got []string
		for _, one := range w.listedAt(text) {
			got = append(got, one.text)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
	if w.weigh("中部"+"西部") != 2 || w.weigh("中部") != 0 {
		t.Error("weigh")
	}
}

func TestSieve(t *testing.T) {
	s := newSieve(runesOf("市县"), runesOf("县("), runesOf("由"))
	var places [][]int
	for text, want := range map[string]string{"": "[[] [] []]", "某县(市)由a": "[[3 7] [3 6] [11]]", "无": "[[] [] []]"} {
		if places = s.places(text, places); fmt.Sprint(places) != want {
			t.Errorf("%s: %v, want %s", text, places, want)
		}
	}
}
