package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"
)

// applicationID marks the file as suyuan's: "suyu" in ASCII.
const applicationID = 0x73757975

//go:embed migrations/*.sql
var migrationFiles embed.FS

// schema is what all migrations come to: a new database takes it at once, since each
// ALTER TABLE reads all that is there again.
//
//go:generate go test -run TestSchemaIsWhatTheMigrationsMake -args -write
//go:embed schema.sql
var schema string

// migrations returns the statements of every migration in order. The number of
// those applied is the file's user_version.
func migrations() ([]string, error) {
	entries, err := migrationFiles.ReadDir("migrations")
	if err != nil {
		return nil, err
	}
	var all []string
	for i, e := range entries {
		var number int
		if _, err := fmt.Sscanf(e.Name(), "%04d_", &number); err != nil || number != i+1 {
			return nil, fmt.Errorf("migration %s is not number %d", e.Name(), i+1)
		}
		text, err := migrationFiles.ReadFile("migrations/" + e.Name())
		if err != nil {
			return nil, err
		}
		all = append(all, string(text))
	}
	return all, nil
}

// migrate brings the database to this program's schema in one transaction, which
// also reads the version: two processes that open it at once take turns.
func (s *Store) migrate(ctx context.Context) error {
	all, err := migrations()
	if err != nil {
		return err
	}
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	version, err := schemaVersion(ctx, tx)
	if err != nil && !errors.Is(err, ErrOlder) && !errors.Is(err, errEmpty) {
		return err
	}
	fresh := errors.Is(err, errEmpty)
	switch {
	case fresh:
		_, err = tx.ExecContext(ctx, schema)
	case err == nil:
		return nil
	default:
		err = upgrade(ctx, tx, all, version)
	}
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, len(all))); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil || fresh {
		return err
	}
	s.shrink(ctx)
	return nil
}

// shrink gives back the room that a migration has left empty, where that is a
// twentieth of the file or more. It wants as much room again for a while: where
// there is none, the file stays as it is, and what is empty is filled again.
func (s *Store) shrink(ctx context.Context) {
	var empty, pages int
	err := s.db.QueryRowContext(ctx, "SELECT freelist_count, page_count FROM pragma_freelist_count, pragma_page_count").Scan(&empty, &pages)
	if err == nil && empty > 0 && empty*20 >= pages {
		// What is committed is folded in first, so that a log that fills the disk holds none of it.
		_, _ = s.db.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)")
		_, _ = s.db.ExecContext(ctx, "VACUUM") // a transaction of its own
	}
}

// upgrade runs the migrations that a database of a version has not had.
func upgrade(ctx context.Context, tx *sql.Tx, all []string, version int) error {
	for i, text := range all[version:] {
		if _, err := tx.ExecContext(ctx, text); err != nil {
			return fmt.Errorf("migration %d: %w", version+i+1, err)
		}
	}
	return placeReviews(ctx, tx)
}

// probe looks at the database at path without a change to it, not even to its
// journal mode: the file may be another program's.
func probe(ctx context.Context, path string, wait time.Duration) error {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		err = errMissing
	}
	if err != nil {
		return fmt.Errorf("open database %s: %w", path, err)
	}
	if info.IsDir() {
		return fmt.Errorf("open database %s: %w", path, ErrFolder)
	}
	err = look(ctx, path, wait, "mode=ro")
	if isReadOnly(err) {
		// A process was killed while it gave the log up: SQLite must undo the
		// last page before anyone reads.
		err = look(ctx, path, wait, "mode=rw")
	}
	return explain("open", path, err)
}

func look(ctx context.Context, path string, wait time.Duration, mode string) error {
	db, err := connect(path, wait, mode)
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = schemaVersion(ctx, db)
	return err
}

// schemaVersion returns how many migrations the database has had, with errEmpty
// for one that has had none and holds nothing, as a program that was killed at
// its start leaves it.
func schemaVersion(ctx context.Context, q queryer) (int, error) {
	var id, version, tables int
	err := q.QueryRowContext(ctx, `SELECT
		(SELECT application_id FROM pragma_application_id),
		(SELECT user_version FROM pragma_user_version),
		(SELECT count(*) FROM sqlite_schema)`).Scan(&id, &version, &tables)
	if err != nil {
		return 0, err
	}
	all, err := migrations()
	switch {
	case err != nil:
		return 0, err
	case id != applicationID && (id != 0 || version != 0 || tables != 0):
		return 0, ErrForeign
	case id == 0:
		return 0, errEmpty
	case version > len(all):
		return version, ErrNewer
	case version < len(all):
		return version, ErrOlder
	}
	return version, nil
}
