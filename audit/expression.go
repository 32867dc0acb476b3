package audit

import (
	"regexp"
	"sync"
)

// expression declares a regular expression that is compiled when it is first asked
// for: a program that audits nothing does without all of them.
func expression(source string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(source) })
}
