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
	free := placesOf(j.Jobs).documents
	reading := intake.Reading{Limit: j.Limit, Open: func(path string, limit int64) (*source.File, error) { return open(ctx, path, limit) }}
	return intake.InOrder(ctx, readers*cap(free), slices.Chunk(paths, chunkFiles), func(paths []string, done func(*intake.Page)) {
		var waiting []*intake.Page
		size := 0
		for i, path := range paths {
			for _, p := range reading.Read(ctx, path) {
				if waiting = append(waiting, p.Split()); p.Err == nil {
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

// places is how much this process does at once, whatever the number of bundles that
// a runner gives it.
type places struct {
	documents chan struct{} // that are extracted
	shards    chan struct{} // that are open: each has a row group in memory
}

// shardDocuments is how many documents are extracted at once for each shard that is
// open: to write them takes a quarter of what it takes to extract them.
const shardDocuments = 4

var allPlaces sync.Map

func placesOf(jobs int) places {
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	made, _ := allPlaces.LoadOrStore(jobs, places{make(chan struct{}, jobs), make(chan struct{}, (jobs-1)/shardDocuments+1)})
	return made.(places)
}
