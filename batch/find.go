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
	Failures []Failure // paths that lead nowhere, folders that cannot be read
	led      int       // how many of the paths led somewhere
	database os.FileInfo
}

// Find gathers the files under the paths, folders at any depth, each file once,
// whatever the order in which they were given. The database, which may lie in a
// folder that is read, is left out.
func Find(paths []string, database string) *Found {
	f := &Found{}
	f.database, _ = os.Stat(database)
	for _, path := range paths {
		if path != "" { // which Clean takes for the current folder
			path = filepath.Clean(path)
		}
		stat, err := os.Stat(path)
		if err != nil {
			f.fail(path, err)
			continue
		}
		f.led++
		if stat.IsDir() {
			f.walk(path)
		} else {
			f.Files = append(f.Files, path)
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

// ErrNothing is what a run has to report that found no file.
var ErrNothing = errors.New("nothing to read: the folders hold no files, hidden ones aside")

// ErrNowhere is what a run ends with none of whose paths lead anywhere.
var ErrNowhere = errors.New("nothing to read: check the paths")

// Err returns nil if there is a file to read, else ErrNothing or ErrNowhere.
func (f *Found) Err() error {
	switch {
	case len(f.Files) > 0:
		return nil
	case f.led == 0:
		return ErrNowhere
	}
	return ErrNothing
}

// walk adds every file below a folder that one would see there: hidden ones and
// what is no file at all are noted.
func (f *Found) walk(folder string) {
	root := folder + string(filepath.Separator) // a link that was named is followed
	_ = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			f.fail(filepath.Clean(path), err)
			return fs.SkipDir
		case path != root && strings.HasPrefix(entry.Name(), "."):
			f.note(path, "hidden, passed over: name it to have it read")
			if entry.IsDir() {
				return fs.SkipDir
			}
		case entry.IsDir():
		case entry.Type()&fs.ModeSymlink != 0:
			f.link(path)
		case !entry.Type().IsRegular():
			f.note(path, "neither a file nor a folder, passed over")
		case f.isDatabase(path, entry):
		default:
			f.Files = append(f.Files, path)
		}
		return nil
	})
}

// link adds what a symbolic link leads to if that is a file. A link to a folder
// is noted: it may lead back to where it stands.
func (f *Found) link(path string) {
	stat, err := os.Stat(path)
	switch {
	case err != nil:
		f.fail(path, err)
	case stat.IsDir():
		f.note(path, "a link to a folder, not followed: name it to have it read")
	case stat.Mode().IsRegular():
		f.Files = append(f.Files, path)
	default:
		f.note(path, "neither a file nor a folder, passed over")
	}
}

// isDatabase reports whether path is the database that is written to, or a file
// that SQLite keeps beside it.
func (f *Found) isDatabase(path string, entry fs.DirEntry) bool {
	if f.database == nil {
		return false
	}
	switch entry.Name() {
	case f.database.Name() + "-wal", f.database.Name() + "-shm", f.database.Name() + "-journal":
		return true
	}
	stat, err := entry.Info()
	return err == nil && os.SameFile(stat, f.database)
}

func (f *Found) fail(path string, err error) {
	f.Failures = append(f.Failures, Failure{Path: path, Stage: StageFind, Message: reason(err), Err: err})
}

func (f *Found) note(path, message string) {
	f.Notes = append(f.Notes, Note{Path: path, Message: message})
}

// reason returns what the system says, without the path, and what to do about it.
func reason(err error) string {
	message := err.Error()
	var system *fs.PathError
	if errors.As(err, &system) {
		message = system.Err.Error()
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return message + "; check the path"
	case errors.Is(err, fs.ErrPermission):
		return message + "; make it readable (chmod u+rx) or run as its owner"
	}
	return message
}
