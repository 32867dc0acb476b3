package batch

import (
	"context"
	"iter"
	"os"

	"suyuan/intake"
)

// A chunk is the files that share one filtered dictionary, whose cost is per chunk.
// They are all in memory together.
const (
	chunkBytes = 2 << 20
	chunkFiles = 64
)

// chunks cuts the files into chunks of at most chunkFiles files and, but for one
// file that is larger, chunkBytes. Where it cuts decides about speed alone.
func chunks(files []string) (out [][]string) {
	from, size := 0, int64(0)
	for i, path := range files {
		n := int64(0)
		if stat, err := os.Stat(path); err == nil {
			n = stat.Size()
		}
		if i > from && (size+n/2 > chunkBytes || i-from == chunkFiles) {
			out = append(out, files[from:i])
			from, size = i, 0
		}
		size += n
	}
	if from < len(files) {
		out = append(out, files[from:])
	}
	return out
}

// inOrder has jobs workers do the items.
func inOrder[A, B any](ctx context.Context, jobs int, items []A, do func(A, func(B))) iter.Seq[B] {
	return intake.InOrder(ctx, jobs, items, do)
}
