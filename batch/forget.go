package batch

import (
	"context"
	"path/filepath"
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
	wanted := cleaned(asked)
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

// cleaned returns the paths asked for as stored ones are written.
func cleaned(asked []string) []string {
	wanted := make([]string, len(asked))
	for i, path := range asked {
		if wanted[i] = path; path != "" {
			wanted[i] = filepath.Clean(strings.ToValidUTF8(path, illegible))
		}
	}
	return wanted
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
