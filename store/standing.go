package store

import (
	"context"
	"database/sql"
	"encoding/hex"
)

// Standing is what the database has of a path and of a content.
type Standing struct {
	Path    int64 // the document that the path belongs to, 0 for none
	Content int64 // the document that has the content, 0 for none
	Current bool  // its records were made by the rules asked for
	Failed  bool  // the path failed when it was last tried
}

// Standing looks a path up, and a content by the hash of its source file.
func (s *Store) Standing(ctx context.Context, path string, sum [32]byte, ruleset string) (Standing, error) {
	var at Standing
	var document, content sql.NullInt64
	var rules sql.NullString
	// The rules are compared here: for a value that no index looks up SQLite plans the
	// query anew each time.
	err := s.db.QueryRowContext(ctx, `SELECT (SELECT document_id FROM paths WHERE path = ?1), (SELECT id FROM documents WHERE sha256 = ?2),
			(SELECT ruleset FROM documents WHERE sha256 = ?2), EXISTS (SELECT 1 FROM failures WHERE path = ?1)`,
		path, hex.EncodeToString(sum[:])).Scan(&document, &content, &rules, &at.Failed)
	at.Current = rules.Valid && rules.String == ruleset
	at.Path, at.Content = document.Int64, content.Int64
	return at, s.explain("search", err)
}

// Paths returns the paths of the document id in byte order.
func (s *Store) Paths(ctx context.Context, id int64) ([]string, error) {
	rows, err := s.db.QueryContext(ctx, "SELECT path FROM paths WHERE document_id = ? ORDER BY path", id)
	if err != nil {
		return nil, s.explain("search", err)
	}
	all, err := scanAll(rows, func(r *sql.Rows, path *string) error { return r.Scan(path) })
	return all, s.explain("search", err)
}
