package intake

import (
	"context"
	"iter"
	"runtime"
)

// InOrder has jobs workers do the items, each of which gives any number of
// results, and yields them in the order of the items, each as soon as it is there,
// until ctx ends. Not more than jobs items lie waiting, so that memory does not
// grow with their number.
func InOrder[A, B any](ctx context.Context, jobs int, items iter.Seq[A], do func(A, func(B))) iter.Seq[B] {
	return func(yield func(B) bool) {
		ctx, stop := context.WithCancel(ctx)
		waiting := make(chan chan B, jobs)
		defer func() { // nobody asks for items any more when it returns
			stop()
			for range waiting {
			}
		}()
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

const ahead = 4

// hire starts a worker for each item, jobs of them at a time, and hands on the
// channel that its results will come from. A worker runs ahead of whoever takes
// its results by so many of them.
func hire[A, B any](ctx context.Context, jobs int, items iter.Seq[A], do func(A, func(B)), waiting chan<- chan B) {
	defer close(waiting)
	busy := make(chan struct{}, jobs)
	for item := range items {
		results := make(chan B, ahead)
		select {
		case <-ctx.Done():
			return
		case waiting <- results:
		}
		select {
		case <-ctx.Done():
			return
		case busy <- struct{}{}:
		}
		if ctx.Err() != nil { // of two that are ready select takes any
			return
		}
		go func() {
			defer close(results)
			runtime.Gosched() // who takes what others have done comes first
			do(item, func(b B) {
				select {
				case <-ctx.Done():
				case results <- b:
				}
			})
			<-busy
		}()
		runtime.Gosched() // and the item before the next
	}
}
