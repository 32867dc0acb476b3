package web

import (
	"strings"
	"testing"
	"time"
)

// A numeral in context takes as long in a text of one line as in one of many.
func TestContextInALongLine(t *testing.T) {
	const size, mark = 1 << 20, "<mark>12</mark>"
	took := func(line string) (time.Duration, string) {
		text := strings.Repeat(line, size/len(line))
		least, got := time.Hour, ""
		for range 5 {
			begun := time.Now()
			for range 20 {
				at := len(line)*(size/len(line)/2) + strings.Index(line, "12")
				got = string(inContext(text, at, at+2))
			}
			least = min(least, time.Since(begun))
		}
		return least, got
	}
	many, short := took("共有企业12家\n")
	one, long := took("共有企业12家，")
	if short != "共有企业"+mark+"家" || !strings.HasPrefix(long, "…") || !strings.HasSuffix(long, "…") || !strings.Contains(long, "，共有企业"+mark+"家，") {
		t.Errorf("%q and %q", short, long)
	}
	if one > 50*many {
		t.Errorf("%s in a text of lines, %s in one of one line", many, one)
	}
}
