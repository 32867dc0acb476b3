package source

import "io"

// Take takes in a file that r reads, of up to limit bytes; 0 stands for MaxSize.
// Name stands for its path. The error is an *Error.
func Take(name string, r io.Reader, limit int64) (*File, error) {
	if limit <= 0 {
		limit = MaxSize
	}
	return take(name, r, 0, limit)
}
