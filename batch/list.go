package batch

import (
	"bytes"
	"fmt"
	"io"
)

// ReadList reads paths, one a line, or parted by NUL characters as find -print0
// does it where there is one. Empty lines are none.
func ReadList(r io.Reader) (paths []string, err error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("read the list of files: %w", err)
	}
	end := []byte{0}
	if !bytes.Contains(data, end) {
		end = []byte{'\n'}
	}
	for line := range bytes.SplitSeq(data, end) {
		if end[0] == '\n' {
			line = bytes.TrimSuffix(line, []byte{'\r'})
		}
		if len(line) > 0 {
			paths = append(paths, string(line))
		}
	}
	return paths, nil
}
