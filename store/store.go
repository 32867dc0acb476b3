// Package store keeps documents, records, evidence, the ledger and reviews in
// one SQLite file. It owns the schema, the migrations, the views and Verify.
//
// One exported method is one transaction: what it did is there as a whole, or
// nothing of it. Downstream readers use the views, see docs/SCHEMA.md.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	_ "github.com/mattn/go-sqlite3" // the database/sql driver

	"suyuan/extract"
)

// patience is how long a method waits for another process that holds the database.
const patience = 10 * time.Second

// Store is an open database. Its methods may be called by several goroutines;
// they take turns.
type Store struct {
	db       *sql.DB
	path     string
	readOnly bool
	ahead    atomic.Bool // whether the file has been given a write-ahead log
	lexicon  func() (*extract.Lexicon, error)
}

// Open opens the database at path for reading and writing. It is made where there
// is none, and brought up to this program's schema where it is older.
//
// The error says what to do, and is one of ErrFolder, ErrForeign, ErrNewer,
// ErrLocked, ErrReadOnly, ErrFull and ErrDamaged where it is one of these
// (errors.Is). The file is then as it was.
func Open(ctx context.Context, path string) (*Store, error) {
	return open(ctx, path, patience)
}

func open(ctx context.Context, path string, wait time.Duration) (*Store, error) {
	err := writable(path)
	if err != nil {
		return nil, fmt.Errorf("open database %s: %w", path, err)
	}
	err = probe(ctx, path, wait)
	if err != nil && !errors.Is(err, ErrOlder) && !errors.Is(err, errEmpty) && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	current, fresh := err == nil, err != nil && !errors.Is(err, ErrOlder)
	db, err := connect(path, wait, "mode=rwc", "_synchronous=NORMAL", "_foreign_keys=1",
		"_txlock=immediate", "_stmt_cache_size=64", "_cache_size=-8000")
	if err != nil {
		return nil, err
	}
	s := &Store{db: db, path: path, lexicon: words()}
	if !current || s.logged(ctx) {
		err = s.logAhead(ctx)
	}
	if err == nil && fresh {
		_, err = db.ExecContext(ctx, "PRAGMA synchronous = OFF") // what a power cut leaves of the log of an empty database is one still
	}
	if err == nil {
		err = s.migrate(ctx)
	}
	if err == nil && fresh {
		_, err = db.ExecContext(ctx, "PRAGMA synchronous = NORMAL")
	}
	if err != nil {
		s.Close()
		return nil, s.explain("open", err)
	}
	return s, nil
}

// OpenExisting is Open for a database that has to be there: none is made. Where
// there is none the error is one for which errors.Is(err, fs.ErrNotExist) holds.
func OpenExisting(ctx context.Context, path string) (*Store, error) {
	if err := probe(ctx, path, patience); errors.Is(err, fs.ErrNotExist) || errors.Is(err, errEmpty) {
		return nil, err
	}
	return Open(ctx, path)
}

// OpenReadOnly opens the database at path for reading alone: nothing that is done
// with the Store changes what is stored. A database that does not exist is an
// error for which errors.Is(err, fs.ErrNotExist) holds.
func OpenReadOnly(ctx context.Context, path string) (*Store, error) {
	if err := probe(ctx, path, patience); err != nil {
		return nil, err
	}
	s := &Store{path: path, readOnly: true, lexicon: words()}
	s.foldIn()
	var err error
	s.db, err = connect(path, patience, "mode=ro", "_foreign_keys=1", "_query_only=1")
	if err != nil {
		return nil, err
	}
	return s, nil
}

// words reads the built-in word lists when they are first asked for.
func words() func() (*extract.Lexicon, error) {
	return sync.OnceValues(func() (*extract.Lexicon, error) { return extract.LoadLexicon(nil) })
}

// foldIn folds a write-ahead log that nobody works on into the file. One that was
// open for reading alone when its writer ended is left to the reader.
func (s *Store) foldIn() {
	if _, err := os.Stat(s.path + "-wal"); err == nil && writable(s.path) == nil {
		fold(s.path)
	}
}

// fold folds the write-ahead log that a killed process left behind into its
// file. Where another process is at work it is left to that one.
func fold(path string) {
	if db, err := connect(path, 0, "mode=rw"); err == nil {
		db.Exec("PRAGMA journal_mode = DELETE")
		db.Close()
	}
}

// connect opens a pool of one connection, so that every statement meets the same
// settings and writers of one process take turns.
func connect(path string, wait time.Duration, settings ...string) (*sql.DB, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("open database %s: %w", path, err)
	}
	dsn := fmt.Sprintf("file://%s?_mutex=no&_busy_timeout=%d", (&url.URL{Path: filepath.ToSlash(abs)}).EscapedPath(), wait.Milliseconds())
	for _, s := range settings {
		dsn += "&" + s
	}
	db, err := sql.Open("sqlite3", dsn)
	if err != nil {
		return nil, fmt.Errorf("open database %s: %w", path, err)
	}
	db.SetMaxOpenConns(1)
	return db, nil
}

// writable reports a folder and a file that says by its mode that it is not to be
// written, which the superuser could do all the same.
func writable(path string) error {
	info, err := os.Stat(path)
	switch {
	case path == "":
		return errors.New("it has no name: give one with --db")
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Stat(filepath.Dir(path)); err != nil {
			return fmt.Errorf("its folder %s does not exist: make it first, or name another file with --db", filepath.Dir(path))
		}
		return nil
	case err != nil:
		return err
	case info.IsDir():
		return ErrFolder
	case info.Mode().Perm()&0o222 == 0:
		return ErrReadOnly
	}
	return nil
}

// Path returns the path that the database was opened by.
func (s *Store) Path() string { return s.path }

// Query reads the views, whose columns docs/SCHEMA.md lists.
func (s *Store) Query(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	return s.db.QueryContext(ctx, query, args...)
}

// Close closes the database and leaves one file: the write-ahead log is folded
// into it, unless another process still works on it.
func (s *Store) Close() error {
	if s.readOnly {
		err := s.db.Close()
		s.foldIn()
		return err
	}
	if !s.ahead.Load() && !s.logged(context.Background()) {
		return s.db.Close()
	}
	// Back to a rollback journal: such a file can be read from a folder or a
	// medium that cannot be written, one with a write-ahead log cannot.
	// The journal of that one change may stay in memory: it writes two bytes of
	// the first sector.
	_, err := s.db.Exec("PRAGMA busy_timeout = 0; PRAGMA journal_mode = MEMORY")
	if isBusy(err) {
		err = nil // who closes last does it
	}
	return errors.Join(s.explain("close", err), s.db.Close())
}

// logAhead gives the file a write-ahead log, which spares a batch two waits for
// the disk a document. It is folded into the file at Close. A run that writes
// nothing does without, and leaves the file as it was to the byte; so does one
// that meets another process at work without a log, which SQLite does not wait for.
func (s *Store) logAhead(ctx context.Context) error {
	if s.ahead.Load() {
		return nil
	}
	// As in Close, the journal of that one change may stay in memory.
	_, _ = s.db.ExecContext(ctx, "PRAGMA journal_mode = MEMORY")
	_, err := s.db.ExecContext(ctx, "PRAGMA journal_mode = WAL")
	s.ahead.Store(err == nil)
	if err != nil {
		_, _ = s.db.ExecContext(context.WithoutCancel(ctx), "PRAGMA journal_mode = DELETE")
	}
	if isBusy(err) {
		return nil
	}
	return err
}

// logged reports whether the file has a log already: another process is at work,
// or one was killed.
func (s *Store) logged(ctx context.Context) bool {
	var mode string
	err := s.db.QueryRowContext(ctx, "PRAGMA journal_mode").Scan(&mode)
	return err == nil && mode == "wal"
}
