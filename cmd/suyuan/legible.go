package main

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// legible returns a path as it may be put on a line: in quotes with escapes where it
// is empty or has a line break or another control character, which a terminal
// would obey.
func legible(path string) string {
	if path == "" || !utf8.ValidString(path) || strings.ContainsFunc(path, unicode.IsControl) {
		return strconv.Quote(path)
	}
	return path
}
