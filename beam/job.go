// Package beam reads, segments and extracts documents with the rules of suyuan on
// Apache Beam, and writes them as the Parquet files of suyuan's package parquet.
// docs/SCALE.md says how to run it.
package beam

import (
	"context"
	"fmt"
	"hash/fnv"
	"os"
	"reflect"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"suyuan/parquet"
)

// Job is what is to be done, as it travels to the workers.
type Job struct {
	Globs    []string      // files to read, on any of Beam's filesystems
	Out      string        // folder that the Parquet files go to
	Shards   int           // how many sets of files they are cut into; 0 for as many as the bytes ask for
	Lexicon  []byte        // further word lists, see PackLexicon
	Limit    int64         // greatest source file in bytes; 0 for source.MaxSize
	Patience time.Duration // how long one document may be extracted
	Jobs     int           // documents a worker process works on at once; 0 for one a processor
	At       time.Time     // when the job was submitted: the time of ingestion of all documents
}

func init() {
	register.DoFn3x1[context.Context, string, func(int, string), error](&listFn{})
	register.DoFn5x1[context.Context, int, func(*string) bool, func(int, int), func(failed), error](&shardFn{})
	register.DoFn3x1[context.Context, int, func(*int) bool, error](&finishFn{})
	register.Emitter2[int, string]()
	register.Emitter2[int, int]()
	register.Emitter1[failed]()
	register.Iter1[string]()
	register.Iter1[int]()
	beam.RegisterType(reflect.TypeFor[failed]())
}

// Build adds the job to a pipeline: it lists the files, gives each to a shard by
// its name, makes the files of every shard in one go, and at last writes the index
// of the folder. Only names travel between workers. The result are the failures,
// which stand in the table of that name, too.
func Build(p *beam.Pipeline, j Job) beam.PCollection { return build(p, j, 1) }

// build has every shard made so many times, as a runner may.
func build(p *beam.Pipeline, j Job, times int) beam.PCollection {
	s := p.Root()
	named := beam.ParDo(s.Scope("list"), &listFn{Shards: j.Shards}, beam.CreateList(s, j.Globs))
	grouped := beam.GroupByKey(s, named)
	var made, failures []beam.PCollection
	for range times {
		shards, failed := beam.ParDo2(s.Scope("extract"), &shardFn{Job: j}, grouped)
		made, failures = append(made, shards), append(failures, failed)
	}
	beam.ParDo0(s.Scope("finish"), &finishFn{Out: j.Out, Shards: j.Shards}, beam.GroupByKey(s, beam.Flatten(s, made...)))
	return beam.Flatten(s, failures...)
}

// failed is a file that could not be ingested.
type failed struct{ Path, Stage, Message string }

// listFn lists the files of a glob with the shard of each.
type listFn struct{ Shards int }

// ProcessElement emits a shard and a path for each file.
func (f *listFn) ProcessElement(ctx context.Context, glob string, emit func(int, string)) error {
	paths, err := List(ctx, glob)
	if err != nil {
		return fmt.Errorf("list %s: %w", glob, err)
	}
	for _, path := range paths {
		emit(shardOf(path, f.Shards), path)
	}
	return nil
}

// shardOf depends on the name alone: a job that is submitted again makes the same
// files.
func shardOf(path string, shards int) int {
	h := fnv.New64a()
	h.Write([]byte(path))
	return int(h.Sum64() % uint64(shards))
}

// A shard is about shardBytes of source files, unless that made too many of them,
// or fewer than a handful of workers could share.
const (
	shardBytes = 32 << 20
	leastFiles = 16 // of a shard
	fewShards  = 4
	mostShards = 10_000
)

// Plan fills in what a job leaves open, and looks whether there is anything to do.
// It returns how many files there are; -1 where that was not asked for. An index of
// an earlier job is taken away: until this one ends, the folder is not whole.
func (j *Job) Plan(ctx context.Context) (files int, err error) {
	if err := remove(ctx, join(j.Out, parquet.IndexName)); err != nil {
		return 0, err
	}
	if j.At.IsZero() {
		j.At = time.Now().UTC().Truncate(time.Second)
	}
	if j.Shards > 0 {
		return -1, nil
	}
	var bytes int64
	for _, glob := range j.Globs {
		paths, err := List(ctx, glob)
		if err != nil {
			return 0, fmt.Errorf("list %s: %w", glob, err)
		}
		files += len(paths)
		n, err := size(ctx, paths)
		if err != nil {
			return 0, err
		}
		bytes += n
	}
	j.Shards = int(min(bytes/shardBytes+1, mostShards))
	if j.Shards < fewShards {
		j.Shards = max(j.Shards, min(fewShards, files/leastFiles))
	}
	return files, nil
}

// size returns how many bytes the files have. Of many remote ones only some are
// asked, each costs a request.
func size(ctx context.Context, paths []string) (total int64, err error) {
	if len(paths) == 0 {
		return 0, nil
	}
	if !remote(paths[0]) {
		for _, path := range paths {
			if stat, err := os.Stat(path); err == nil {
				total += stat.Size()
			}
		}
		return total, nil
	}
	step := len(paths)/sample + 1
	asked := int64(0)
	disk, err := diskOf(ctx, paths[0])
	if err != nil {
		return 0, err
	}
	for i := 0; i < len(paths); i += step {
		n, err := disk.Size(ctx, paths[i])
		if err != nil {
			return 0, fmt.Errorf("ask for the size of %s: %w", paths[i], err)
		}
		total, asked = total+n, asked+1
	}
	return total * int64(len(paths)) / asked, nil
}

// sample is how many files are asked for their size.
const sample = 200
