package store

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"github.com/mattn/go-sqlite3"
)

// What can be wrong with a database. Each says the next step.
var (
	ErrFolder   = errors.New("it is a folder: name a file, for example with --db suyuan.db")
	ErrForeign  = errors.New("it is not a suyuan database: name another file with --db, this one was not changed")
	ErrNewer    = errors.New("it was written by a newer suyuan: install that version, or name another file with --db; this one was not changed")
	ErrOlder    = errors.New("it was written by an older suyuan: suyuan upgrade brings it up to this version")
	ErrLocked   = errors.New("another process is writing to it: wait until that has ended and run the command again")
	ErrReadOnly = errors.New("it is read-only: allow writing (chmod u+w) to it and to its folder, or name another file with --db")
	ErrFull     = errors.New("the disk is full: free some space and run the command again, what was stored before is kept")
	ErrDisk     = errors.New("the disk failed: see to it and run the command again, what was stored before is kept")
	ErrNoAccess = errors.New("SQLite cannot open it: see whether its folder may be written, or name another file with --db")
	ErrDamaged  = errors.New("the file is damaged: restore it from a copy, or ingest the documents again into a new file")
)

// errMissing is a file that is not there.
var errMissing = fmt.Errorf("%w: make it with suyuan ingest, or name another file with --db", fs.ErrNotExist)

// errEmpty is a file without anything in it: Open makes a database of it.
var errEmpty = errors.New("it is empty: ingest documents into it first, or name another file with --db")

// explain says what was being done to the database when err came, and the next
// step where the error is one that a user can do something about. The error may
// be nil.
func (s *Store) explain(doing string, err error) error {
	return explain(doing, s.path, err)
}

func explain(doing, path string, err error) error {
	if err == nil {
		return nil
	}
	var e sqlite3.Error
	if !errors.As(err, &e) {
		return fmt.Errorf("%s database %s: %w", doing, path, err)
	}
	next, ok := steps[e.Code]
	if errors.Is(e.SystemErrno, syscall.ENOSPC) || errors.Is(e.SystemErrno, syscall.EFBIG) || errors.Is(e.SystemErrno, syscall.EDQUOT) {
		next, ok = ErrFull, true // an I/O error to SQLite
	}
	if ok {
		return fmt.Errorf("%s database %s: %w (SQLite: %w)", doing, path, next, err)
	}
	return fmt.Errorf("%s database %s: %w", doing, path, err)
}

// steps are the errors of SQLite that a user can do something about.
var steps = map[sqlite3.ErrNo]error{
	sqlite3.ErrBusy:     ErrLocked,
	sqlite3.ErrLocked:   ErrLocked,
	sqlite3.ErrReadonly: ErrReadOnly,
	sqlite3.ErrPerm:     ErrReadOnly,
	sqlite3.ErrFull:     ErrFull,
	sqlite3.ErrIoErr:    ErrDisk,
	sqlite3.ErrCantOpen: ErrNoAccess,
	sqlite3.ErrNotADB:   ErrForeign,
	sqlite3.ErrCorrupt:  ErrDamaged,
}

func isBusy(err error) bool {
	var e sqlite3.Error
	return errors.As(err, &e) && (e.Code == sqlite3.ErrBusy || e.Code == sqlite3.ErrLocked)
}

func isReadOnly(err error) bool {
	var e sqlite3.Error
	return errors.As(err, &e) && e.Code == sqlite3.ErrReadonly
}
