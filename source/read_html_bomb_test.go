package source

import (
	"io"
	"strings"
	"testing"
)

// A parser is given neither long comments nor long attributes nor scripts, and all else.
func TestLeanPage(t *testing.T) {
	long := strings.Repeat("x", longestTag)
	for name, c := range map[string]struct{ page, want string }{
		"a long comment":   {"<p>甲<!--" + long + "-->乙", "<p>甲乙"},
		"a comment":        {"<p>甲<!--x-->乙", "<p>甲<!--x-->乙"},
		"a long attribute": {`<p title="` + long + `" class="a&amp;b">甲`, `<p class="a&amp;b">甲`},
		"attributes":       {`<p title="x" class=a>甲`, `<p title="x" class=a>甲`},
		"a script":         {"<script>" + long + "</script>甲", "<script></script>甲"},
	} {
		got, err := io.ReadAll(newLean(c.page))
		if err != nil || string(got) != c.want {
			t.Errorf("%s: %v, %.100s", name, err, got)
		}
	}
}
