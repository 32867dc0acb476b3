package terminal

import (
	"strings"
	"testing"
)

// A Chinese character is as wide as two others.
func TestTable(t *testing.T) {
	var b strings.Builder
	if err := WriteTable(&b, [][]string{{"region", "n", "x"}, {"潮州市", "1", "y"}, {"内蒙古自治区", "200", ""}}, "lrl"); err != nil {
		t.Fatal(err)
	}
	want := "" +
		"region          n  x\n" +
		"潮州市          1  y\n" +
		"内蒙古自治区  200\n"
	if b.String() != want {
		t.Errorf("got\n%swant\n%s", b.String(), want)
	}
}
