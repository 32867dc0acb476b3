package extract

import (
	"regexp"
	"sync"
)

// Expression declares a regular expression that is compiled when it is first asked
// for: a program that needs none of them starts without.
func Expression(source string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(source) })
}
