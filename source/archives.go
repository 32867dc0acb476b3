package source

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// Archives opens files by the names that Unpack gives them, one after the other:
// the archive that was opened last is kept.
type Archives struct {
	path    string
	members map[string]*File
}

// Open takes in the file at a path, be it one in an archive, as Open does. The
// error is an *Error.
func (a *Archives) Open(path string) (*File, error) {
	f, err := Open(path, 0)
	if !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, syscall.ENOTDIR) {
		return f, err
	}
	missing := &Error{Path: path, Err: fs.ErrNotExist, Next: "check the path"}
	archive := filepath.Dir(path)
	for {
		stat, err := os.Stat(archive)
		if err == nil && stat.Mode().IsRegular() {
			break
		}
		if err == nil || archive == filepath.Dir(archive) {
			return nil, missing
		}
		archive = filepath.Dir(archive)
	}
	if err := a.unpack(archive); err != nil {
		return nil, err
	}
	if f := a.members[path]; f != nil {
		return f, nil
	}
	return nil, missing
}

// unpack has the members of an archive at hand.
func (a *Archives) unpack(path string) error {
	if a.path == path {
		return nil
	}
	a.path, a.members = "", nil
	f, err := Open(path, 0)
	if err != nil {
		return err
	}
	a.members = map[string]*File{}
	if f.IsArchive() {
		files, err := f.Unpack(0, nil)
		if err != nil {
			return err
		}
		for _, m := range files {
			a.members[m.Name] = m
		}
	}
	a.path = path
	return nil
}
