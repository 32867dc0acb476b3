package beam

import (
	"context"
	"iter"
	"runtime"
	"slices"
	"sync"

	"suyuan/extract"
	"suyuan/intake"
	"suyuan/source"
)

// A chunk is the files that one goroutine takes; those of up to dictionaryBytes
// share a dictionary and are in memory together.
const (
	chunkFiles      = 16
	dictionaryBytes = 1 << 20
)

// readers is how many chunks are read for each that is extracted: an object store
// takes its time to answer.
const readers = 2

// extracted reads and extracts the files, and yields what became of each, in their
// order.
func extracted(ctx context.Context, j Job, lexicon *extract.Lexicon, paths []string) iter.Seq[*intake.Page] {
	free := slots(j.Jobs)
	chunks := slices.Collect(slices.Chunk(paths, chunkFiles))
	return intake.InOrder(ctx, readers*cap(free), chunks, func(paths []string, done func(*intake.Page)) {
		var waiting []*intake.Page
		size := 0
		for i, path := range paths {
			for _, p := range intake.Read(ctx, path, j.Limit, func() (*source.File, error) { return open(ctx, path, j.Limit) }) {
				if waiting = append(waiting, p); p.Err == nil {
					size += len(p.Entry.Document.Text)
				}
			}
			if size < dictionaryBytes && i < len(paths)-1 {
				continue
			}
			free <- struct{}{}
			intake.Extract(waiting, lexicon, j.Patience)
			<-free
			for _, p := range waiting {
				done(p)
			}
			waiting, size = nil, 0
		}
	})
}

var allSlots sync.Map

// slots are the places for what this process extracts at once, whatever the number
// of bundles that a runner gives it.
func slots(jobs int) chan struct{} {
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	made, _ := allSlots.LoadOrStore(jobs, make(chan struct{}, jobs))
	return made.(chan struct{})
}
