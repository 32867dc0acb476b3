package beam

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strconv"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/log"

	"suyuan/extract"
	"suyuan/intake"
	"suyuan/parquet"
)

// What a job counts, in the namespace suyuan.
var (
	documents   = beam.NewCounter("suyuan", "documents")
	sourceBytes = beam.NewCounter("suyuan", "bytes") // of source files
	records     = beam.NewCounter("suyuan", "records")
	failures    = beam.NewCounter("suyuan", "failures")
	reading     = beam.NewCounter("suyuan", "read_microseconds") // of all workers together, as the others
	splitting   = beam.NewCounter("suyuan", "split_microseconds")
	bound       = beam.NewCounter("suyuan", "extract_microseconds")
	writing     = beam.NewCounter("suyuan", "write_microseconds")
)

// shardFn makes the Parquet files of one shard. It may run twice, or be cut short
// and run again: it writes the same bytes to the same names.
type shardFn struct {
	Job     Job
	lexicon *extract.Lexicon
}

// Setup loads the rules, once a worker process.
func (f *shardFn) Setup() (err error) {
	f.lexicon, err = lexicon(f.Job.Lexicon)
	return err
}

// ProcessElement reads and extracts the files of a shard, emits the shard, and
// each file that failed.
func (f *shardFn) ProcessElement(ctx context.Context, shard int, next func(*string) bool, emit func(int, int), fail func(failed)) (err error) {
	var paths []string
	for path := ""; next(&path); {
		paths = append(paths, path)
	}
	slices.Sort(paths)
	paths = slices.Compact(paths)
	open := placesOf(f.Job.Jobs).shards
	select {
	case open <- struct{}{}:
		defer func() { <-open }()
	case <-ctx.Done():
		return ctx.Err()
	}
	ctx, abandon := context.WithCancel(ctx)
	defer abandon()
	attempt := strconv.FormatUint(rand.Uint64(), 36)
	w, err := parquet.NewWriter(func(table string) (io.WriteCloser, error) {
		return create(ctx, join(f.Job.Out, parquet.FileName(table, shard, f.Job.Shards)), attempt)
	})
	if err != nil {
		return err
	}
	for p := range extracted(ctx, f.Job, f.lexicon, paths) {
		if err := f.write(ctx, w, p, fail); err != nil {
			abandon()
			return errors.Join(fmt.Errorf("shard %d: %w", shard, err), w.Close())
		}
	}
	if err := errors.Join(ctx.Err(), w.Close()); err != nil {
		return fmt.Errorf("shard %d: %w", shard, err)
	}
	emit(0, shard)
	return nil
}

// write writes what became of a file.
func (f *shardFn) write(ctx context.Context, w *parquet.Writer, p *intake.Page, fail func(failed)) error {
	begin := time.Now()
	defer func() { writing.Inc(ctx, time.Since(begin).Microseconds()) }()
	if p.Err == nil {
		p.Entry.At = f.Job.At
		var unfit *parquet.EntryError
		if err := w.Add(&p.Entry); errors.As(err, &unfit) {
			p.Err = err
		} else if err != nil {
			return err
		}
	}
	count(ctx, p)
	if p.Err == nil {
		return nil
	}
	failure := p.Failure(f.Job.At)
	log.Warnf(ctx, "%s: failed (%s): %s", failure.Path, failure.Stage, failure.Message)
	fail(failed{failure.Path, failure.Stage, failure.Message})
	return w.Fail(failure)
}

func count(ctx context.Context, p *intake.Page) {
	reading.Inc(ctx, p.Times.Read.Microseconds())
	splitting.Inc(ctx, p.Times.Split.Microseconds())
	bound.Inc(ctx, p.Times.Extract.Microseconds())
	if p.Err != nil {
		failures.Inc(ctx, 1)
		return
	}
	documents.Inc(ctx, 1)
	sourceBytes.Inc(ctx, p.Entry.Document.Size)
	r := p.Entry.Records
	records.Inc(ctx, int64(len(r.Figures)+len(r.Dates)+len(r.Departments)+len(r.Projects)))
}
