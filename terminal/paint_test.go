package terminal

import (
	"strings"
	"testing"

	"suyuan/source"
	"suyuan/store"
)

func TestClean(t *testing.T) {
	for text, want := range map[string]string{
		"高新技术企业 600家":           "高新技术企业 600家",
		"\x1b[31m红\x1b]0;x\x07": `\u001b[31m红\u001b]0;x\u0007`,
		"a\r\nb\tc":             "a  b c",
		"\u202e反\u2066":         `\u202e反\u2066`,
		"坏\xff\xfe":             `坏\xff\xfe`,
		"\u009b31m":             `\u009b31m`,
		"\ufffd":                "\ufffd",
	} {
		if got := Clean(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestMarked(t *testing.T) {
	text := "企业\x1b600家"
	spans := []source.Span{{Start: 0, End: 6}, {Start: 7, End: 10}}
	if got := (Paint{}).Marked(text, spans); got != `«企业»\u001b«600»家` {
		t.Errorf("%q", got)
	}
	if got := (Paint{colours: true}).Marked(text, spans); got != "\x1b[30;43m企业\x1b[0m\\u001b\x1b[30;43m600\x1b[0m家" {
		t.Errorf("%q", got)
	}
}

func TestExcerpt(t *testing.T) {
	text := strings.Repeat("前", 50) + "企业" + strings.Repeat("间", 39) + "企业" + strings.Repeat("后", 50) + "企业"
	var spans []source.Span
	for i := 0; ; {
		at := strings.Index(text[i:], "企业")
		if at < 0 {
			break
		}
		spans = append(spans, source.Span{Start: i + at, End: i + at + 6})
		i += at + 6
	}
	want := "…" + strings.Repeat("前", 40) + "«企业»" + strings.Repeat("间", 39) + "«企业»…"
	if got := (Paint{}).excerpt(text, spans); got != want {
		t.Errorf("%s", got)
	}
	if got := (Paint{}).excerpt("企业", []source.Span{{Start: 0, End: 6}}); got != "«企业»" {
		t.Errorf("%s", got)
	}
}

func TestAmount(t *testing.T) {
	top := 2.0
	for want, f := range map[string]store.Figure{
		">=600家":     {Value: 600, Comparator: ">=", Unit: "家"},
		"1.8-2%":     {Value: 1.8, ValueMax: &top, Comparator: "=", Unit: "%"},
		"+9%":        {Value: 9, Comparator: "=", Unit: "%", Measure: "growth"},
		"-3%":        {Value: -3, Comparator: "=", Unit: "%", Measure: "growth"},
		"750000000元": {Value: 7.5e8, Comparator: "=", Unit: "元"},
	} {
		if got := Amount(&f); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
