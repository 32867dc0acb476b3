package merge

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"

	"suyuan/intake"
	"suyuan/parquet"
	"suyuan/store"
)

// input is what is merged: a database or a folder of Parquet files.
type input interface {
	// documents yields the documents, and what is wrong with those that are damaged.
	documents(ctx context.Context) iter.Seq2[*intake.Entry, error]
	failures(ctx context.Context) iter.Seq2[intake.Failure, error]
	rulesets(ctx context.Context) ([]string, error)
	reviews(ctx context.Context) ([]store.Review, error)
	runs(ctx context.Context) ([]store.PastRun, error)
	Close() error
}

// open opens an input for reading. What an older suyuan wrote is brought up to
// this version in a copy.
func open(ctx context.Context, path string) (input, error) {
	stat, err := os.Stat(path)
	if err == nil && stat.IsDir() {
		return openFolder(path)
	}
	s, err := store.OpenReadOnly(ctx, path)
	if errors.Is(err, store.ErrOlder) {
		return openCopy(ctx, path)
	}
	if err != nil {
		return nil, err
	}
	return &database{Store: s}, nil
}

// database is an input of one file.
type database struct {
	*store.Store
	copied string // the folder of its copy, "" for none
}

func openCopy(ctx context.Context, path string) (_ input, err error) {
	folder, err := os.MkdirTemp("", "suyuan-merge-")
	if err != nil {
		return nil, fmt.Errorf("copy %s, which an older suyuan wrote: %w", path, err)
	}
	copied := filepath.Join(folder, filepath.Base(path))
	if err = copyDatabase(path, copied); err == nil {
		var s *store.Store
		if s, err = store.Open(ctx, copied); err == nil {
			return &database{s, folder}, nil
		}
	}
	return nil, errors.Join(fmt.Errorf("bring a copy of %s up to this version: %w", path, err), os.RemoveAll(folder))
}

// copyDatabase copies a database with the log or the journal that a killed process
// left beside it: without them it would lack what was committed, or be damaged.
func copyDatabase(from, to string) error {
	for _, beside := range []string{"-wal", "-journal"} {
		if err := copyFile(from+beside, to+beside); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return copyFile(from, to)
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

func (d *database) documents(ctx context.Context) iter.Seq2[*intake.Entry, error] {
	return d.Entries(ctx)
}

func (d *database) failures(ctx context.Context) iter.Seq2[intake.Failure, error] {
	return d.Failures(ctx)
}

func (d *database) rulesets(ctx context.Context) ([]string, error) { return d.Rulesets(ctx) }

func (d *database) reviews(ctx context.Context) ([]store.Review, error) { return d.Reviews(ctx) }

func (d *database) runs(ctx context.Context) ([]store.PastRun, error) { return d.Runs(ctx) }

func (d *database) Close() error {
	err := d.Store.Close()
	if d.copied != "" {
		err = errors.Join(err, os.RemoveAll(d.copied))
	}
	return err
}

// folder is an input of Parquet files. It has neither reviews nor runs.
type folder struct {
	path  string
	index parquet.Index
}

func openFolder(path string) (input, error) {
	index, err := parquet.ReadIndex(path)
	return &folder{path, index}, err
}

func (f *folder) documents(context.Context) iter.Seq2[*intake.Entry, error] {
	return func(yield func(*intake.Entry, error) bool) {
		f.shards(func(r *parquet.Reader) bool {
			for e, err := range r.Entries() {
				if !yield(e, err) {
					return false
				}
			}
			return true
		}, func(err error) bool { return yield(nil, err) })
	}
}

func (f *folder) failures(context.Context) iter.Seq2[intake.Failure, error] {
	return func(yield func(intake.Failure, error) bool) {
		f.shards(func(r *parquet.Reader) bool {
			for failure, err := range r.Failures() {
				if !yield(failure, err) {
					return false
				}
			}
			return true
		}, func(err error) bool { return yield(intake.Failure{}, err) })
	}
}

// shards opens one shard after the other until use or broken return false.
func (f *folder) shards(use func(*parquet.Reader) bool, broken func(error) bool) {
	for _, n := range f.index.Shards {
		r, err := f.index.OpenShard(f.path, n)
		if err != nil {
			if !broken(err) {
				return
			}
			continue
		}
		again := use(r)
		r.Close()
		if !again {
			return
		}
	}
}

func (f *folder) rulesets(context.Context) (all []string, err error) {
	f.shards(func(r *parquet.Reader) bool {
		var some []string
		some, err = r.Rulesets()
		all = append(all, some...)
		return err == nil
	}, func(failed error) bool { err = failed; return false })
	slices.Sort(all)
	return slices.Compact(all), err
}

func (f *folder) reviews(context.Context) ([]store.Review, error) { return nil, nil }

func (f *folder) runs(context.Context) ([]store.PastRun, error) { return nil, nil }

func (f *folder) Close() error { return nil }
