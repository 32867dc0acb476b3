package batch

import (
	"context"
	"iter"
	"slices"
	"sync"

	"golang.org/x/sync/semaphore"

	"suyuan/intake"
	"suyuan/segment"
	"suyuan/source"
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
	return intake.InOrder(ctx, cap(w), slices.Values(items), func(item A, done func(B)) {
		var b B
		w.work(func() { b = do(item) })
		done(b)
	})
}

// roomBytes is how many bytes the files may have that are in memory at once: several
// small chunks, or one file of the greatest size.
const roomBytes = source.MaxSize

// pages takes what read makes of the items through every step up to the writer, a
// chunk with one dictionary, and yields each page, in order, as soon as it is done.
func pages[A any](ctx context.Context, r *run, chunks iter.Seq[chunk[A]], read func(A) []*page) iter.Seq[*page] {
	return func(yield func(*page) bool) {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		w, room := make(workers, r.o.Jobs), semaphore.NewWeighted(roomBytes)
		for p := range intake.InOrder(ctx, r.o.Jobs, turns(ctx, room, chunks), func(t turn[A], done func(*page)) {
			defer t.pass()
			all := slices.Concat(slices.Collect(each(ctx, w, t.items, read))...)
			if len(all) > 0 {
				all[len(all)-1].room = t.bytes
			}
			if !r.o.DryRun {
				extractAll(ctx, r, w, t, all, done)
				return
			}
			for _, p := range all {
				done(p)
			}
		}) {
			if !yield(p) {
				stop() // who waits for room
				return
			}
			room.Release(p.room)
		}
	}
}

// turn is when the pages of a chunk are extracted: those of the chunk before come
// first, and meanwhile this one is read and split and has its words loaded. Side by
// side, what both give would lie in memory until the first is stored.
type turn[A any] struct {
	chunk[A]
	come <-chan struct{}
	pass func() // to the next chunk; the second time it does nothing
}

// turns yields the turn of each chunk, in order, when there is room for it. The
// first has come.
func turns[A any](ctx context.Context, room *semaphore.Weighted, chunks iter.Seq[chunk[A]]) iter.Seq[turn[A]] {
	return func(yield func(turn[A]) bool) {
		come := make(chan struct{})
		close(come)
		for c := range chunks {
			c.bytes = min(c.bytes, roomBytes)
			next := make(chan struct{})
			if room.Acquire(ctx, c.bytes) != nil || !yield(turn[A]{c, come, sync.OnceFunc(func() { close(next) })}) {
				return
			}
			come = next
		}
	}
}

// extractAll splits and extracts pages; the words that can stand in them are loaded
// while they are split and while what comes before the first word is extracted. It hands
// each on and forgets it as soon as it is done. The turn passes on when the last is
// begun, so that no worker waits.
func extractAll[A any](ctx context.Context, r *run, w workers, t turn[A], all []*page, done func(*page)) {
	var words *segment.Words
	var err error
	marked := make(chan struct{})
	go func(texts []string) {
		if len(texts) == 0 {
			close(marked)
			return
		}
		w.work(func() {
			words, err = segment.NewWords(r.o.Lexicon.Words(), slices.Values(texts))
			close(marked)
			if err == nil {
				words.Load()
			}
		})
	}(texts(all))
	for range each(ctx, w, all, func(p *page) *intake.Page { return p.Split() }) {
	}
	<-marked
	<-t.come
	extract := func(p *page) *page {
		if p == all[len(all)-1] {
			t.pass()
		}
		p.Extract(words, err, r.o.Lexicon, 0)
		p.prepare()
		return p
	}
	i := 0
	for p := range each(ctx, w, all, extract) {
		done(p)
		all[i] = nil
		i++
	}
}

// texts gives the text of every page that is to be extracted, as the rules read it.
func texts(pages []*page) (out []string) {
	for _, p := range pages {
		if p.Err == nil && p.Entry.Document != nil {
			out = append(out, segment.Simplified(p.Entry.Document.Text))
		}
	}
	return out
}
