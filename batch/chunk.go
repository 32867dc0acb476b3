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

// inOrder has jobs workers do the items, each of which gives any number of
// results, and yields them in the order of the items, each as soon as it is there,
// until ctx ends. Not more than jobs items lie waiting, so that memory does not
// grow with their number.
func inOrder[A, B any](ctx context.Context, jobs int, items []A, do func(A, func(B))) iter.Seq[B] {
	return func(yield func(B) bool) {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		waiting := make(chan chan B, jobs)
		go hire(ctx, jobs, items, do, waiting)
		for results := range waiting {
			for b, ok := next(ctx, results); ok; b, ok = next(ctx, results) {
				if !yield(b) {
					return
				}
			}
			if ctx.Err() != nil {
				return
			}
		}
	}
}

// next takes a result, unless there is none left or ctx has ended.
func next[B any](ctx context.Context, results <-chan B) (b B, ok bool) {
	select {
	case <-ctx.Done():
		return b, false
	case b, ok = <-results:
		return b, ok && ctx.Err() == nil
	}
}

// hire starts a worker for each item, jobs of them at a time, and hands on the
// channel that its results will come from. A worker runs ahead of whoever takes
// its results by chunkFiles of them.
func hire[A, B any](ctx context.Context, jobs int, items []A, do func(A, func(B)), waiting chan<- chan B) {
	defer close(waiting)
	busy := make(chan struct{}, jobs)
	for _, item := range items {
		results := make(chan B, chunkFiles)
		select {
		case <-ctx.Done():
			return
		case waiting <- results:
		}
		busy <- struct{}{}
		go func() {
			defer close(results)
			do(item, func(b B) {
				select {
				case <-ctx.Done():
				case results <- b:
				}
			})
			<-busy
		}()
	}
}
