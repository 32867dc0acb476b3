package store

import (
	"context"
	"database/sql"
	"encoding/hex"

	"suyuan/intake"
)

// Failure is a file that could not be ingested.
type Failure = intake.Failure

// Fail stores that a file could not be ingested, in place of an earlier failure
// of the same path. The next success of the path removes it. Where the path
// belonged to a document of other content, that document leaves the views unless
// it has another path; where the content is unknown it stays.
func (s *Store) Fail(ctx context.Context, f Failure) error {
	return s.write(ctx, "note the failure of "+f.Path+" in", func(tx *sql.Tx) error { return fail(ctx, tx, f) })
}

func fail(ctx context.Context, tx *sql.Tx, f Failure) error {
	var sum sql.NullString
	if f.Sum != [32]byte{} {
		sum = sql.NullString{String: hex.EncodeToString(f.Sum[:]), Valid: true}
		if _, err := detach(ctx, tx, f.Path, sum.String); err != nil {
			return err
		}
	}
	_, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO failures (path, sha256, stage, message, at) VALUES (?, ?, ?, ?, ?)",
		f.Path, sum, f.Stage, f.Message, stamp(f.At))
	return err
}

// Mend takes back the failure that is stored under path: what was wrong there no
// longer is. A document of that path stays.
func (s *Store) Mend(ctx context.Context, path string) error {
	return s.write(ctx, "take back the failure of "+path+" in", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "DELETE FROM failures WHERE path = ?", path)
		return err
	})
}
