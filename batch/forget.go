package batch

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"suyuan/store"
)

// Forgotten is a path that was taken out of the database.
type Forgotten struct {
	Path     string
	Document bool // its document is gone with it; else that has another path, or the path had only failed
}

// Match returns the stored paths, of documents and of failures, that are one of
// those asked for, lie below one of them, or match one as a pattern, in byte
// order; and those asked for that none of them belongs to.
func Match(ctx context.Context, db *store.Store, asked []string) (paths, missed []string, err error) {
	wanted := make([]string, len(asked))
	for i, path := range asked {
		if wanted[i] = path; path != "" {
			wanted[i] = filepath.Clean(strings.ToValidUTF8(path, illegible))
		}
	}
	met := make([]bool, len(asked))
	rows, err := db.Query(ctx, "SELECT path FROM v_paths UNION SELECT path FROM v_failures ORDER BY path")
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var path string
		if err := rows.Scan(&path); err != nil {
			return nil, nil, err
		}
		hit := false
		for i, want := range wanted {
			if belongs(path, want) {
				met[i], hit = true, true
			}
		}
		if hit {
			paths = append(paths, path)
		}
	}
	for i, path := range asked {
		if !met[i] {
			missed = append(missed, path)
		}
	}
	return paths, missed, rows.Err()
}

// belongs reports whether a path is the one wanted, lies below it, or it or a
// folder above it matches it as a pattern.
func belongs(path, want string) bool {
	if path == want || want != "" && isBelow(want, path) {
		return true
	}
	if !isPattern(want) {
		return false
	}
	for {
		if ok, err := doublestar.PathMatch(want, path); ok && err == nil {
			return true
		}
		above := filepath.Dir(path)
		if above == path {
			return false
		}
		path = above
	}
}

// isBelow reports whether a path lies below a folder, going by the names alone.
func isBelow(folder, path string) bool {
	below, err := filepath.Rel(folder, path)
	return err == nil && below != ".." && !strings.HasPrefix(below, ".."+string(filepath.Separator))
}

// Missing returns those of the paths at which nothing is any more.
func Missing(paths []string) []string {
	return slices.DeleteFunc(slices.Clone(paths), func(path string) bool { return !missing("", path) })
}

// missing reports whether nothing is at a path within a folder, which ends in a
// separator. Of a name that is not UTF-8 the database has what can be written of it:
// any file whose name is written so counts.
func missing(folder, path string) bool {
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
		return strings.ToValidUTF8(e.Name(), illegible) == name && !(deeper && missing(folder+e.Name()+separator, rest))
	})
}

// illegible stands for what is not UTF-8 in a name.
const illegible = "\ufffd"

// Forget takes paths out of the database, each in a transaction of its own, until
// ctx ends, and tells of each. The error is the database's.
func Forget(ctx context.Context, db *store.Store, paths []string, tell func(Forgotten)) error {
	for _, path := range paths {
		if ctx.Err() != nil {
			return nil
		}
		gone, err := db.Forget(context.WithoutCancel(ctx), path)
		if err != nil {
			return err
		}
		tell(Forgotten{path, gone})
	}
	return nil
}
