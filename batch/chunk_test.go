package batch

import (
	"fmt"
	"iter"
	"testing"
)

// sized yields so many files, each of a size of its own.
func sized(n int, size func(i int) int64) iter.Seq2[string, int64] {
	return func(yield func(string, int64) bool) {
		for i := range n {
			if !yield(fmt.Sprintf("%03d.txt", i), size(i)) {
				return
			}
		}
	}
}

func TestChunksHoldEveryFileOnce(t *testing.T) {
	i, bytes := 0, int64(0)
	for c := range chunks(sized(200, func(i int) int64 { return int64(i) })) {
		if len(c.items) == 0 || len(c.items) > chunkFiles {
			t.Errorf("a chunk of %d files", len(c.items))
		}
		for _, path := range c.items {
			if want := fmt.Sprintf("%03d.txt", i); path != want {
				t.Errorf("%s instead of %s", path, want)
			}
			i++
		}
		bytes += c.bytes
	}
	if i != 200 || bytes != 199*200/2 {
		t.Errorf("the chunks hold %d files of %d bytes", i, bytes)
	}
}

// A chunk holds about chunkBytes.
func TestChunksAreBounded(t *testing.T) {
	for c := range chunks(sized(20, func(int) int64 { return 500 << 10 })) {
		if len(c.items) != 4 {
			t.Errorf("%d files of 500 KB in a chunk", len(c.items))
		}
	}
}
