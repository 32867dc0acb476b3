package store

import (
	"context"
	"database/sql"
	"errors"
	"time"
)

// Attach makes path a path of the stored document id, as for a copy or a file
// that moved, and takes the paths that are gone from it. It reports whether that
// changed anything. A document that path belonged to before leaves the views
// unless it has another path.
func (s *Store) Attach(ctx context.Context, path string, id int64, gone ...string) (changed bool, err error) {
	err = s.write(ctx, "attach "+path+" in", func(tx *sql.Tx) error {
		if changed, err = attach(ctx, tx, path, id, time.Now()); err != nil {
			return err
		}
		return drop(ctx, tx, id, gone)
	})
	return changed, err
}

// attach is Attach within a transaction, for a path that was found to have the
// content at a time.
func attach(ctx context.Context, tx *sql.Tx, path string, id int64, at time.Time) (changed bool, err error) {
	var before int64
	err = tx.QueryRowContext(ctx, "SELECT document_id FROM paths WHERE path = ?", path).Scan(&before)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return false, err
	}
	gone, err := tx.ExecContext(ctx, "DELETE FROM failures WHERE path = ?", path)
	if err != nil {
		return false, err
	}
	if before == id {
		n, err := gone.RowsAffected()
		return n > 0, err
	}
	if _, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO paths (path, document_id, found_at) VALUES (?, ?, ?)", path, id, stamp(at)); err != nil {
		return false, err
	}
	if before != 0 {
		_, err = forgetOrphan(ctx, tx, before)
	}
	return true, err
}

// Forget takes path out, and the failure that is stored under it. Its document
// leaves the views, and gone is true, unless it has another path. Reviews stay.
func (s *Store) Forget(ctx context.Context, path string) (gone bool, err error) {
	err = s.write(ctx, "forget "+path+" in", func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, "DELETE FROM failures WHERE path = ?", path); err != nil {
			return err
		}
		gone, err = detach(ctx, tx, path, "")
		return err
	})
	return gone, err
}

// detach takes path from its document unless that has the content sum, and
// reports whether that was its last path.
func detach(ctx context.Context, tx *sql.Tx, path, sum string) (gone bool, err error) {
	var id int64
	err = tx.QueryRowContext(ctx, `DELETE FROM paths WHERE path = ?
		AND document_id IN (SELECT id FROM documents WHERE sha256 <> ?) RETURNING document_id`, path, sum).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	return forgetOrphan(ctx, tx, id)
}

// drop takes paths from the document id, which has another one.
func drop(ctx context.Context, tx *sql.Tx, id int64, paths []string) error {
	for _, path := range paths {
		if _, err := tx.ExecContext(ctx, "DELETE FROM paths WHERE path = ? AND document_id = ?", path, id); err != nil {
			return err
		}
	}
	return nil
}

// forgetOrphan deletes a document that has no path left, with all that hangs on
// it, and reports whether it did.
func forgetOrphan(ctx context.Context, tx *sql.Tx, id int64) (gone bool, err error) {
	var text string
	err = tx.QueryRowContext(ctx, "DELETE FROM documents WHERE id = ? AND NOT EXISTS (SELECT 1 FROM paths WHERE document_id = documents.id) RETURNING text_sha256", id).Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	return true, settle(ctx, tx, text)
}
