package batch

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"suyuan/source"
)

// entriesAtOnce is how many entries of a folder are in memory at once: it may have
// millions.
const entriesAtOnce = 4096

// walk adds every file below a folder that one would see there: hidden ones and
// what is no file at all are noted.
func (f *Found) walk(root string) {
	for folders := []string{root}; len(folders) > 0; {
		folder := folders[len(folders)-1]
		folders = append(folders[:len(folders)-1], f.enter(root, folder)...)
	}
}

// enter adds the files in a folder, and returns the folders in it. One that breaks
// off keeps what was read of it, and is a failure.
func (f *Found) enter(root, folder string) (folders []string) {
	dir, err := os.Open(folder)
	if err != nil {
		f.fail(folder, err)
		return nil
	}
	defer dir.Close()
	for {
		entries, err := dir.ReadDir(entriesAtOnce)
		for _, entry := range entries {
			if path := filepath.Join(folder, entry.Name()); f.meet(root, path, entry) {
				folders = append(folders, path)
			}
		}
		if err != nil {
			if err != io.EOF {
				f.fail(folder, err)
			}
			return folders
		}
	}
}

// meet takes an entry of a folder in, and reports whether that is to be entered.
func (f *Found) meet(root, path string, entry fs.DirEntry) (enter bool) {
	stat, err := entry.Info()
	switch below := f.below(root, path); {
	case errors.Is(err, fs.ErrNotExist): // it is gone since the folder was read
	case err != nil:
		f.fail(path, err)
	case entry.IsDir() && f.only.excludes(path, below), !entry.IsDir() && !f.wants(path, below, stat):
		f.LeftOut++
	case strings.HasPrefix(entry.Name(), "."):
		f.note(path, "hidden, passed over: name it to have it read")
	case entry.IsDir():
		return true
	case entry.Type()&fs.ModeSymlink != 0:
		f.link(path)
	case !entry.Type().IsRegular():
		f.note(path, "neither a file nor a folder, passed over")
	case f.isDatabase(path, stat):
	default:
		f.file(path, stat)
	}
	return false
}

// below returns a path as it is below a folder that was asked for.
func (f *Found) below(root, path string) string {
	if root == "." {
		return path
	}
	return strings.TrimPrefix(strings.TrimPrefix(path, root), string(filepath.Separator))
}

// wants reports whether the patterns let a file through: by itself, or, for an
// archive, because what is in it is looked at one by one.
func (f *Found) wants(path, below string, stat os.FileInfo) bool {
	return f.only.pass(path, below) ||
		!f.only.excludes(path, below) && !stat.IsDir() && source.IsArchive(path)
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
		f.file(path, stat)
	default:
		f.note(path, "neither a file nor a folder, passed over")
	}
}

// isDatabase reports whether path is the database that is written to, or a file
// that SQLite keeps beside it.
func (f *Found) isDatabase(path string, stat os.FileInfo) bool {
	if f.database == nil {
		return false
	}
	switch filepath.Base(path) {
	case f.database.Name() + "-wal", f.database.Name() + "-shm", f.database.Name() + "-journal":
		return true
	}
	return os.SameFile(stat, f.database)
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
	case errors.Is(err, syscall.ENOTDIR):
		return message + "; of what is in an archive, name the archive, and the file with --include"
	case errors.Is(err, fs.ErrPermission):
		return message + "; make it readable (chmod u+rx) or run as its owner"
	}
	return message
}
