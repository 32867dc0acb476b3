package batch

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"suyuan/source"
)

// Missing returns those of the matched paths at which nothing is any more, and those of
// which that cannot be said: nothing is there, but their folder is not there or empty
// either, and of all that is stored below a path asked for nothing is left. Then its
// disk may not be mounted, or the program was started in another folder.
func Missing(paths, asked []string) (gone, unsure []string) {
	l, wanted := looking{folders: map[string]bool{}}, cleaned(asked)
	alive := make([]bool, len(asked)) // something that is stored below it is there
	below := func(path string) (at []int) {
		for i, want := range wanted {
			if belongs(path, want) {
				at = append(at, i)
			}
		}
		return at
	}
	for _, path := range paths {
		missing, sure := l.missing(path)
		switch {
		case missing && sure:
			gone = append(gone, path)
		case missing:
			unsure = append(unsure, path)
		default:
			for _, i := range below(path) {
				alive[i] = true
			}
		}
	}
	unsure = slices.DeleteFunc(unsure, func(path string) bool {
		known := slices.ContainsFunc(below(path), func(i int) bool { return alive[i] })
		if known {
			gone = append(gone, path)
		}
		return known
	})
	slices.Sort(gone)
	return gone, unsure
}

// looking looks for many paths.
type looking struct {
	archives source.Archives
	folders  map[string]bool // whether something is in them
}

// missing reports whether nothing is at a path, which may lie in an archive, and
// whether that is sure: the archive was read, or something else is in the folder.
func (l *looking) missing(path string) (missing, sure bool) {
	if _, err := os.Lstat(path); errors.Is(err, syscall.ENOTDIR) {
		_, err := l.archives.Open(path)
		missing = errors.Is(err, fs.ErrNotExist)
		return missing, missing
	}
	if !lacking("", path) {
		return false, false
	}
	folder := filepath.Dir(path)
	filled, known := l.folders[folder]
	if !known {
		if f, err := os.Open(folder); err == nil {
			_, err = f.ReadDir(1)
			filled = !errors.Is(err, io.EOF)
			f.Close()
		}
		l.folders[folder] = filled
	}
	return true, filled
}

// lacking reports whether nothing is at a path within a folder, which ends in a
// separator. Of a name that is not UTF-8 the database has what can be written of it:
// any file whose name is written so counts.
func lacking(folder, path string) bool {
	_, err := os.Lstat(folder + path)
	at := strings.Index(path, illegible)
	if at < 0 || !errors.Is(err, fs.ErrNotExist) {
		return errors.Is(err, fs.ErrNotExist)
	}
	const separator = string(filepath.Separator)
	at = strings.LastIndex(path[:at], separator) + 1
	name, rest, deeper := strings.Cut(path[at:], separator)
	folder += path[:at]
	entries, err := os.ReadDir(filepath.Clean(folder))
	if err != nil {
		return errors.Is(err, fs.ErrNotExist)
	}
	return !slices.ContainsFunc(entries, func(e fs.DirEntry) bool {
		return strings.ToValidUTF8(e.Name(), illegible) == name && !(deeper && lacking(folder+e.Name()+separator, rest))
	})
}

// illegible stands for what is not UTF-8 in a name.
const illegible = "\ufffd"
