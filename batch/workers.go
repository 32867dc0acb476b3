package batch

import (
	"context"
	"iter"
	"slices"
	"sync"

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
	return inOrder(ctx, r.o.Jobs, turns(len(chunks)), func(t turn, done func(*page)) {
		defer t.pass()
		all := slices.Concat(slices.Collect(each(ctx, w, chunks[t.chunk], read))...)
		if !r.o.DryRun {
			r.extractAll(ctx, w, t, all, done)
			return
		}
		for _, p := range all {
			done(p)
		}
	})
}

// turn is when the pages of a chunk are extracted: those of the chunk before come
// first, and meanwhile this one is read and split and has its words loaded. Side by
// side, what both give would lie in memory until the first is stored.
type turn struct {
	chunk int
	come  <-chan struct{}
	pass  func() // to the next chunk; the second time it does nothing
}

// turns returns the turn of each of n chunks, in order. The first has come.
func turns(n int) (out []turn) {
	come := make(chan struct{})
	close(come)
	for chunk := range n {
		next := make(chan struct{})
		out = append(out, turn{chunk, come, sync.OnceFunc(func() { close(next) })})
		come = next
	}
	return out
}

// extractAll splits and extracts pages; the words that can stand in them are loaded
// while they are split. It hands each on and forgets it as soon as it is done. The
// turn passes on when the last is begun, so that no worker waits.
func (r *run) extractAll(ctx context.Context, w workers, t turn, all []*page, done func(*page)) {
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
	<-t.come
	extract := func(p *page) *page {
		if p == all[len(all)-1] {
			t.pass()
		}
		return p.extract(words, err, r.o.Lexicon)
	}
	i := 0
	for p := range each(ctx, w, all, extract) {
		done(p)
		all[i] = nil
		i++
	}
}
