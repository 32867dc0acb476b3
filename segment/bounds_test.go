package segment

import (
	"strings"
	"testing"

	"suyuan/source"
)

func TestCheck(t *testing.T) {
	if err := Check(&source.Document{Text: strings.Repeat("甲\n", MaxLines)}); err != nil {
		t.Error(err)
	}
	if err := Check(&source.Document{Text: strings.Repeat("甲\n", MaxLines+1)}); err == nil || !strings.Contains(err.Error(), "300001 lines") {
		t.Errorf("the error is %v", err)
	}
	if err := Check(&source.Document{Text: strings.Repeat("1 ", MaxDigits)}); err != nil {
		t.Error(err)
	}
	if err := Check(&source.Document{Text: "甲\n" + strings.Repeat("12 ", MaxDigits+1)}); err == nil || !strings.Contains(err.Error(), "4000000 runs of digits, line 2 the first") {
		t.Errorf("the error is %v", err)
	}
}

// What is written otherwise throughout, or as it stands, is one run, however long.
func TestRunsOfFlow(t *testing.T) {
	for text, want := range map[string]int{strings.Repeat(",", 1000): 1, strings.Repeat("１", 1000): 1, strings.Repeat("1 ", 1000): 1, strings.Repeat("plan of 2025 ", 100): 1, "甲,,乙": 3, "ＡA": 2} {
		if f := NewFlow(text, source.Span{End: len(text)}, nil); len(f.runs) != want {
			t.Errorf("%.20q: %d runs, want %d", text, len(f.runs), want)
		}
	}
}

// Every character of a flow has the place of the one that it stands for.
func TestPlacesInRuns(t *testing.T) {
	const text = ", ,,％﹐％１２a b，1"
	want := []string{",", ",", ",", "％", "﹐", "％", "１", "２", "a", " ", "b", "，", "1"}
	f, n := NewFlow(text, source.Span{End: len(text)}, nil), 0
	for i, r := range f.Text {
		s := f.Span(i, i+len(string(r)))
		if a, b := f.Find(s); n >= len(want) || text[s.Start:s.End] != want[n] || a != i || b != i+len(string(r)) {
			t.Errorf("%q at %d stands for %q at %v, which leads to %d:%d", r, i, text[s.Start:s.End], s, a, b)
		}
		n++
	}
	if s := f.Span(3, 9); s != (source.Span{Start: 2, End: 4}) {
		t.Errorf("two commas stand at %v", s)
	}
}
