package batch

import (
	"context"
	"iter"
	"slices"

	"suyuan/segment"
)

// workers are the places for what a run does at once, of one chunk or of several.
type workers chan struct{}

func (w workers) work(do func()) {
	w <- struct{}{}
	defer func() { <-w }()
	do()
}

// each does something with every item, and yields what comes of it in their order.
func each[A, B any](ctx context.Context, w workers, items []A, do func(A) B) iter.Seq[B] {
	return inOrder(ctx, cap(w), items, func(item A, done func(B)) {
		var b B
		w.work(func() { b = do(item) })
		done(b)
	})
}

// pages takes what read makes of the items through every step up to the writer, a
// chunk with one dictionary, and yields each page, in order, as soon as it is done.
func pages[A any](ctx context.Context, r *run, chunks [][]A, read func(A) []*page) iter.Seq[*page] {
	w := make(workers, r.o.Jobs)
	return inOrder(ctx, r.o.Jobs, chunks, func(items []A, done func(*page)) {
		all := slices.Concat(slices.Collect(each(ctx, w, items, read))...)
		if !r.o.DryRun {
			r.extractAll(ctx, w, all, done)
			return
		}
		for _, p := range all {
			done(p)
		}
	})
}

// extractAll splits and extracts pages; the words that can stand in them are loaded
// while they are split. It hands each on and forgets it as soon as it is done.
func (r *run) extractAll(ctx context.Context, w workers, all []*page, done func(*page)) {
	var words *segment.Words
	var err error
	loaded := make(chan struct{})
	go func(texts []string) {
		defer close(loaded)
		if len(texts) > 0 {
			w.work(func() { words, err = segment.NewWords(r.o.Lexicon.Words(), slices.Values(texts)) })
		}
	}(slices.Collect(texts(all)))
	for range each(ctx, w, all, (*page).split) {
	}
	<-loaded
	extract := func(p *page) *page { return p.extract(words, err, r.o.Lexicon) }
	i := 0
	for p := range each(ctx, w, all, extract) {
		done(p)
		all[i] = nil
		i++
	}
}
