package batch

import (
	"context"
	"iter"
	"os"

	"suyuan/intake"
)

// A chunk is the files that one worker takes at once: they share one filtered
// dictionary, whose cost is per chunk, and are all in memory together.
const (
	chunkBytes = 2 << 20
	chunkFiles = 64
	lastBytes  = 256 << 10 // of the last chunks, so that no worker is left with a large one
)

// chunks cuts the files into chunks of at most chunkFiles files and, but for one
// file that is larger, chunkBytes; small runs into one for each worker. Where it
// cuts decides about speed alone.
func chunks(files []string, jobs int) [][]string {
	sizes := make([]int64, len(files))
	total := int64(0)
	for i, path := range files {
		if stat, err := os.Stat(path); err == nil {
			sizes[i] = stat.Size()
		}
		total += sizes[i]
	}
	least := total/int64(jobs) + 1
	if jobs > 1 {
		least = min(least, lastBytes)
	}
	var out [][]string
	from, size, left := 0, int64(0), total
	for i := range files {
		limit := min(chunkBytes, max(least, left/int64(jobs)))
		if i > from && (size+sizes[i]/2 > limit || i-from == chunkFiles) {
			out = append(out, files[from:i])
			from, size, left = i, 0, left-size
		}
		size += sizes[i]
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
