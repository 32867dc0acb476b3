package batch

import (
	"context"
	"errors"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"

	"suyuan/store"
)

// gone returns the paths that a content has moved from: it is stored, and
// nothing is there any more where it was. A path at which nothing can be looked
// for, as when its disk is not mounted or the program was started in another
// folder, is not gone: its own folder has to be there, or one above it that was
// asked for.
func (r *run) gone(ctx context.Context, at store.Standing) ([]string, error) {
	if at.Content == 0 || at.Path == at.Content {
		return nil, nil
	}
	paths, err := r.db.Paths(ctx, at.Content)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(paths, func(path string) bool {
		_, err := os.Lstat(path)
		if !errors.Is(err, fs.ErrNotExist) {
			return true
		}
		stat, err := os.Stat(filepath.Dir(path))
		return !(err == nil && stat.IsDir()) && !r.found.covers(path)
	}), nil
}

// covers reports whether a path lies below one of the folders that were asked
// for, going by the names alone.
func (f *Found) covers(path string) bool {
	for folder := range above(path) {
		if f.asked[folder] {
			return true
		}
	}
	return false
}

// above yields the folders that a path lies in, by the names alone, from the inmost on.
func above(path string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for folder := filepath.Dir(path); yield(folder); folder = filepath.Dir(folder) {
			if name := filepath.Base(folder); name == "." || name == ".." || name == string(filepath.Separator) {
				return
			}
		}
	}
}
