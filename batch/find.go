package batch

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Note says that something was passed over, and why. It is no failure: nothing
// was asked of it by name.
type Note struct {
	Path    string
	Message string
}

// Found is what Find gathers, each list in byte order of the paths.
type Found struct {
	Files    []string
	Notes    []Note
	Failures []Failure       // paths that lead nowhere, folders that cannot be read
	LeftOut  int             // files and folders that the patterns leave out
	folders  map[string]bool // those that were asked for
	led      int             // how many of the paths led somewhere
	only     Patterns
	database os.FileInfo
}

// Find gathers the files under the paths, folders at any depth, that the patterns
// let through, each file once, whatever the order in which they were given. A path
// that is not there and has one of *?[{ is a pattern itself. The database, which
// may lie in a folder that is read, is left out.
func Find(paths []string, database string, only Patterns) *Found {
	f := &Found{only: only, folders: map[string]bool{}}
	f.database, _ = os.Stat(database)
	for _, path := range paths {
		if path != "" { // which Clean takes for the current folder
			path = filepath.Clean(path)
		}
		if err := f.add(path); errors.Is(err, fs.ErrNotExist) && isPattern(path) {
			f.expand(path)
		} else if err != nil {
			f.fail(path, err)
		}
	}
	slices.Sort(f.Files)
	f.Files = slices.Compact(f.Files)
	slices.SortFunc(f.Notes, func(a, b Note) int { return strings.Compare(a.Path, b.Path) })
	f.Notes = slices.Compact(f.Notes)
	slices.SortFunc(f.Failures, func(a, b Failure) int { return strings.Compare(a.Path, b.Path) })
	f.Failures = slices.CompactFunc(f.Failures, func(a, b Failure) bool { return a.Path == b.Path })
	return f
}

// add takes a path that was named in. The error is that of a path that leads nowhere.
func (f *Found) add(path string) error {
	stat, err := os.Stat(path)
	switch {
	case err != nil:
		return err
	case stat.IsDir():
		f.folders[path] = true
		f.walk(path)
	case !f.only.pass(path, path):
		f.LeftOut++
	default:
		f.Files = append(f.Files, path)
	}
	f.led++
	return nil
}

// ErrNothing is what a run has to report that found no file.
var ErrNothing = errors.New("nothing to read: the folders hold no files, hidden ones aside")

// ErrLeftOut is what a run has to report whose patterns leave no file.
var ErrLeftOut = errors.New("nothing to read: --include and --exclude leave out every file that was found")

// ErrNowhere is what a run ends with none of whose paths lead anywhere.
var ErrNowhere = errors.New("nothing to read: check the paths")

// Err returns nil if there is a file to read, else ErrNothing, ErrLeftOut or ErrNowhere.
func (f *Found) Err() error {
	switch {
	case len(f.Files) > 0:
		return nil
	case f.led == 0:
		return ErrNowhere
	case f.LeftOut > 0:
		return ErrLeftOut
	}
	return ErrNothing
}
