package extract

import (
	"fmt"
	"math"
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

// A listed word is found however long it is.
func TestProjectWordSizes(t *testing.T) {
	long := strings.Repeat("长", 30)
	w := newProjectWords(nil, nil, [][]string{{"长远", "stop"}, {long, "stop"}, {"中部", "bare"}})
	for text, want := range map[string]int{"长远计划": math.MaxInt, "中部地区": len("中部"), "西部": 0} {
		if got := w.sizesAt(text).most(); got != want {
			t.Errorf("%s: %d, want %d", text, got, want)
		}
	}
	if s := w.sizesAt(long); !s.has(len("长远")) || !s.has(len(long)) || s.has(len("长")) {
		t.Errorf("%b", s)
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
