package batch

import (
	"errors"
	"io/fs"
	"iter"
	"os"
	"path/filepath"

	"suyuan/store"
)

// Note says that something was passed over, and why. It is no failure: nothing
// was asked of it by name.
type Note struct {
	Path    string
	Message string
}

// Found is what Find gathers. What grows with the batch lies in a list that may be
// longer than the memory has room for.
type Found struct {
	Files    int             // how many there are to read
	LeftOut  int             // files and folders that the patterns leave out
	asked    map[string]bool // folders that were asked for, and patterns that led somewhere
	led      int             // how many of the paths led somewhere
	only     Patterns
	database os.FileInfo
	list     *store.List
	err      error // of the list that it was given
}

// What is in the list. A path that is met several times is the first of these.
const (
	foundFile    = iota
	foundFailure // a path that leads nowhere, a folder that cannot be read
	foundNote
)

// Find gathers the files under the paths, folders at any depth, that the patterns
// let through, each file once, whatever the order in which they were given. A path
// that is not there and has one of *?[{ is a pattern itself. The database, which
// may lie in a folder that is read, is left out. Found has to be closed.
func Find(paths []string, database string, only Patterns) *Found {
	return FindListed(func(yield func(string, error) bool) {
		for _, path := range paths {
			if !yield(path, nil) {
				return
			}
		}
	}, database, only)
}

// FindListed is Find of the paths of a list, as ReadList gives it. Its error is that
// of the run.
func FindListed(paths iter.Seq2[string, error], database string, only Patterns) *Found {
	f := &Found{only: only, asked: map[string]bool{}, list: store.NewList()}
	f.database, _ = os.Stat(database)
	for path, err := range paths {
		if f.err = err; err == nil {
			f.ask(path)
		}
	}
	f.Files = f.list.Count(foundFile)
	return f
}

// ask takes in a path as it was given.
func (f *Found) ask(path string) {
	if path != "" { // which Clean takes for the current folder
		path = filepath.Clean(path)
	}
	if err := f.add(path); errors.Is(err, fs.ErrNotExist) && isPattern(path) {
		f.expand(path)
	} else if err != nil {
		f.fail(path, err)
	}
}

// add takes a path that was named in. The error is that of a path that leads nowhere.
func (f *Found) add(path string) error {
	stat, err := os.Stat(path)
	switch {
	case err != nil:
		return err
	case stat.IsDir():
		f.asked[path] = true
		f.walk(path)
	case !f.wants(path, path, stat):
		f.LeftOut++
	default:
		f.file(path, stat)
	}
	f.led++
	return nil
}

func (f *Found) file(path string, stat os.FileInfo) {
	f.list.Add(store.Listed{Path: path, Kind: foundFile, Size: stat.Size()})
}

func (f *Found) fail(path string, err error) {
	f.list.Add(store.Listed{Path: path, Kind: foundFailure, Message: reason(err)})
}

func (f *Found) note(path, message string) {
	f.list.Add(store.Listed{Path: path, Kind: foundNote, Message: message})
}

// Paths returns the files with their sizes, in byte order.
func (f *Found) Paths() iter.Seq2[string, int64] {
	return func(yield func(string, int64) bool) {
		for p := range f.list.Each(foundFile) {
			if !yield(p.Path, p.Size) {
				return
			}
		}
	}
}

// Notes returns what was passed over, in byte order of the paths.
func (f *Found) Notes() iter.Seq[Note] { return f.told(foundNote) }

// Failures returns the paths that lead nowhere and the folders that cannot be read,
// in byte order.
func (f *Found) Failures() iter.Seq[Note] { return f.told(foundFailure) }

// HasFailures reports whether there are any.
func (f *Found) HasFailures() bool {
	return f.list.Count(foundFailure) > 0
}

func (f *Found) told(kind int) iter.Seq[Note] {
	return func(yield func(Note) bool) {
		for p := range f.list.Each(kind) {
			if !yield(Note{p.Path, p.Message}) {
				return
			}
		}
	}
}

// looked reports whether the run has looked at a path, which is no file that it
// reads, and met nothing wrong there: a folder that it read, or a path below one
// at which nothing is any more.
func (f *Found) looked(path string) bool {
	if f.list.Has(path) {
		return false
	}
	if f.asked[path] {
		return true
	}
	for folder := range above(path) {
		switch {
		case f.list.Has(folder): // hidden, a link, or unreadable itself
			return false
		case f.asked[folder]:
			return !f.only.excludes(path, f.below(folder, path))
		}
	}
	return false
}

// Close gives back what the list takes.
func (f *Found) Close() error { return f.list.Close() }

// ErrNothing is what a run has to report that found no file.
var ErrNothing = errors.New("nothing to read: the folders hold no files, hidden ones aside")

// ErrLeftOut is what a run has to report whose patterns leave no file.
var ErrLeftOut = errors.New("nothing to read: --include and --exclude leave out every file that was found")

// ErrNowhere is what a run ends with none of whose paths lead anywhere.
var ErrNowhere = errors.New("nothing to read: check the paths")

// Err returns nil if there is a file to read, else ErrNothing, ErrLeftOut or
// ErrNowhere, and before these what stood in the way of finding any.
func (f *Found) Err() error {
	switch err := f.broken(); {
	case err != nil:
		return err
	case f.Files > 0:
		return nil
	case f.led == 0:
		return ErrNowhere
	case f.LeftOut > 0:
		return ErrLeftOut
	}
	return ErrNothing
}

// broken returns the error of the list that was given, or of the one that was made.
func (f *Found) broken() error {
	if f.err != nil {
		return f.err
	}
	return f.list.Err()
}
