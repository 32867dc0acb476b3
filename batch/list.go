package batch

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
)

// longestPath is more bytes than any system allows a path.
const longestPath = 64 << 10

// ReadList reads paths, one a line, or parted by NUL characters as find -print0
// does it where the first one ends with such. Empty lines are none. The error
// comes last.
func ReadList(r io.Reader) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		in := bufio.NewReaderSize(r, longestPath)
		head, _ := in.Peek(longestPath)
		end, crlf := byte('\n'), "\r"
		if bytes.IndexByte(head, 0) >= 0 {
			end, crlf = 0, ""
		}
		for {
			path, err := in.ReadString(end)
			path = strings.TrimSuffix(strings.TrimSuffix(path, string(rune(end))), crlf)
			if path != "" && !yield(path, nil) {
				return
			}
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield("", fmt.Errorf("read the list of files: %w", err))
				return
			}
		}
	}
}
