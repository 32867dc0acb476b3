package batch

import (
	"context"
	"iter"
	"os"
)

// A chunk is the files that one worker takes at once: they share one filtered
// dictionary, whose cost is per chunk, and are all in memory together.
const (
	chunkBytes = 1 << 20
	chunkFiles = 64
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
	limit := min(chunkBytes, total/int64(jobs)+1)
	var out [][]string
	from, size := 0, int64(0)
	for i := range files {
		if i > from && (size+sizes[i]/2 > limit || i-from == chunkFiles) {
			out = append(out, files[from:i])
			from, size = i, 0
		}
		size += sizes[i]
	}
	if from < len(files) {
		out = append(out, files[from:])
	}
	return out
}

// inOrder has jobs workers do the items and yields the results in the order of
// the items, until ctx ends. Not more than jobs results lie waiting, so that memory does not
// grow with the items.
func inOrder[A, B any](ctx context.Context, jobs int, items []A, do func(A) B) iter.Seq[B] {
	return func(yield func(B) bool) {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		waiting := make(chan chan B, jobs)
		go hire(ctx, jobs, items, do, waiting)
		for result := range waiting {
			select {
			case <-ctx.Done():
				return
			case b := <-result:
				if !yield(b) {
					return
				}
			}
		}
	}
}

// hire starts a worker for each item, jobs of them at a time, and hands on the
// channel that its result will come from.
func hire[A, B any](ctx context.Context, jobs int, items []A, do func(A) B, waiting chan<- chan B) {
	defer close(waiting)
	busy := make(chan struct{}, jobs)
	for _, item := range items {
		result := make(chan B, 1)
		select {
		case <-ctx.Done():
			return
		case waiting <- result:
		}
		busy <- struct{}{}
		go func() {
			result <- do(item)
			<-busy
		}()
	}
}
