package intake

import (
	"errors"
	"fmt"
	"regexp"
	"testing"
)

func TestGuard(t *testing.T) {
	broken := errors.New("broken")
	var list []int
	for _, c := range []struct {
		name string
		step func() error
		want string
	}{
		{"nothing wrong", func() error { return nil }, `^$`},
		{"an error", func() error { return broken }, `^extract: broken$`},
		{"an error that was thrown", func() error { panic(fmt.Errorf("rule x ran too long: %w", broken)) }, `^extract: rule x ran too long: broken$`},
		{"a fault of the program", func() error { list[3]++; return nil },
			`^extract: runtime error: index out of range \[3\] with length 0 in stage_test.go:\d+: this is a fault of the program, please report it with the document$`},
		{"a fault named by text", func() error { panic("extract: no rule named y") },
			`^extract: extract: no rule named y in stage_test.go:\d+: this is`},
	} {
		message := ""
		if err := Guard(StageExtract, c.step); err != nil {
			message = err.Error()
		}
		if !regexp.MustCompile(c.want).MatchString(message) {
			t.Errorf("%s: %q does not match %s", c.name, message, c.want)
		}
	}
}
