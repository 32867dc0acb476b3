package batch

import "iter"

// A chunk is what shares one filtered dictionary, whose cost is per chunk. It is all
// in memory together.
const (
	chunkBytes = 2 << 20
	chunkFiles = 64
)

type chunk[A any] struct {
	items []A
	bytes int64 // of the source files, 0 where they are not read
}

// chunks cuts the files, which come with their sizes, into chunks of at most
// chunkFiles files and, but for one file that is larger, chunkBytes. Where it cuts
// decides about speed alone.
func chunks(files iter.Seq2[string, int64]) iter.Seq[chunk[string]] {
	return func(yield func(chunk[string]) bool) {
		var c chunk[string]
		for path, size := range files {
			if n := len(c.items); n > 0 && (c.bytes+size/2 > chunkBytes || n == chunkFiles) {
				if !yield(c) {
					return
				}
				c = chunk[string]{}
			}
			c.items, c.bytes = append(c.items, path), c.bytes+size
		}
		if len(c.items) > 0 {
			yield(c)
		}
	}
}
