package segment

import (
	"testing"
	"unicode/utf8"

	"suyuan/source"
)

// FuzzFlow reads any text as a flow: its text is UTF-8, every character of it has a
// place in the document, in order, and a place leads back to its characters. Where it leaves nothing out, what is known of
// the document's characters is known of its own.
func FuzzFlow(f *testing.F) {
	for _, text := range []string{"到2026年,达到1,200家\r\n　以上", "ｆｕｌｌ　ｗｉｄｔｈ１２％", "<b>甲</b>&nbsp;乙<sup>2</sup>", "\xff\xe4\xb8甲\xed\xa0\x80", "a\t1 b", "甲[1]乙**丙**，１,２３４", ",,，,,(１２３４Ａ,,", "a b  c", "甲, ,乙！!?？"} {
		f.Add(text, 1, 3)
	}
	f.Fuzz(func(t *testing.T, text string, from, to int) {
		var skips []source.Span
		if from >= 0 && from < to && to < len(text) {
			skips = []source.Span{{Start: from, End: to}}
		}
		flow := NewFlow(text, source.Span{End: len(text)}, skips)
		if !utf8.ValidString(flow.Text) {
			t.Fatalf("%q is not UTF-8", flow.Text)
		}
		marks := newMarks(textLines)
		marks.add(text)
		if !flow.partial && !marks.covers(flow.Text) {
			t.Fatalf("%q has what %q has not, and is not partial", flow.Text, text)
		}
		last := 0
		for i, r := range flow.Text {
			j := i + utf8.RuneLen(r)
			s := flow.Span(i, j)
			if s.Start < last || s.End <= s.Start || s.End > len(text) {
				t.Fatalf("%q at %d has the place %v behind %d of %q", r, i, s, last, text)
			}
			last = s.End
			if a, b := flow.Find(s); a != i || b != j {
				t.Fatalf("%v of %q leads to %d:%d, not %d:%d", s, text, a, b, i, j)
			}
		}
	})
}
