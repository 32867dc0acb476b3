package batch

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// walk adds every file below a folder that one would see there: hidden ones and
// what is no file at all are noted.
func (f *Found) walk(folder string) {
	root := folder + string(filepath.Separator) // a link that was named is followed
	_ = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			f.fail(filepath.Clean(path), err)
			return fs.SkipDir
		case path != root && f.leavesOut(root, path, entry):
			f.LeftOut++
			if entry.IsDir() {
				return fs.SkipDir
			}
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

// leavesOut reports whether the patterns keep an entry below the folder root from being read.
func (f *Found) leavesOut(root, path string, entry fs.DirEntry) bool {
	below := strings.TrimPrefix(path, root)
	if entry.IsDir() {
		return f.only.excludes(path, below)
	}
	return !f.only.pass(path, below)
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
