package store

import (
	"context"
	"database/sql"
	"fmt"
	"iter"
)

// List is a list of paths, each once and in byte order, that may be longer than
// the memory has room for: SQLite keeps it, beyond some MB in a temporary file of
// its own. It is filled by Add, then read.
type List struct {
	db  *sql.DB
	tx  *sql.Tx
	put *sql.Stmt
	err error
}

// Listed is a path of a List and what is said of it. What a Kind means is up to
// whoever adds it.
type Listed struct {
	Path    string // as the system has it, be it UTF-8 or not
	Kind    int
	Size    int64
	Message string
}

// NewList makes an empty list.
func NewList() *List {
	l := &List{}
	if l.db, l.err = sql.Open("sqlite3", ""); l.err != nil {
		return l
	}
	l.db.SetMaxOpenConns(1)
	// Nothing has to outlive a crash.
	if _, l.err = l.db.Exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -4000; PRAGMA temp_store = FILE;
		CREATE TABLE paths (path BLOB PRIMARY KEY, kind INTEGER NOT NULL, size INTEGER NOT NULL, message TEXT NOT NULL) STRICT, WITHOUT ROWID`); l.err == nil {
		l.tx, l.err = l.db.Begin()
	}
	if l.err == nil {
		l.put, l.err = l.tx.Prepare("INSERT INTO paths VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET (kind, size, message) = (excluded.kind, excluded.size, excluded.message) WHERE excluded.kind < kind")
	}
	return l
}

// Add adds a path. One that is there keeps the lesser kind. The first error is
// kept for Err.
func (l *List) Add(p Listed) {
	if l.err == nil {
		_, l.err = l.put.Exec([]byte(p.Path), p.Kind, p.Size, p.Message)
	}
}

// Err returns what went wrong while the list was made, filled or read.
func (l *List) Err() error {
	if l.err == nil {
		return nil
	}
	return fmt.Errorf("list the files to read, in the folder for temporary files: %w", l.err)
}

// Has reports whether a path is in the list.
func (l *List) Has(path string) (has bool) {
	l.scan("SELECT EXISTS (SELECT 1 FROM paths WHERE path = ?)", func(rows *sql.Rows) error { return rows.Scan(&has) }, []byte(path))
	return has
}

// Count returns how many paths of a kind there are.
func (l *List) Count(kind int) (n int) {
	l.scan("SELECT count(*) FROM paths WHERE kind = ?", func(rows *sql.Rows) error { return rows.Scan(&n) }, kind)
	return n
}

// listPage is how many paths are read at once, so that nothing stays open while
// they are dealt with.
const listPage = 256

// Each returns the paths of a kind in byte order.
func (l *List) Each(kind int) iter.Seq[Listed] {
	return func(yield func(Listed) bool) {
		for from := []byte{}; ; {
			var page []Listed
			l.scan("SELECT path, size, message FROM paths WHERE path >= ? AND kind = ? ORDER BY path LIMIT ?", func(rows *sql.Rows) error {
				p, path := Listed{Kind: kind}, []byte(nil)
				err := rows.Scan(&path, &p.Size, &p.Message)
				p.Path = string(path)
				page = append(page, p)
				return err
			}, from, kind, listPage)
			for _, p := range page {
				if !yield(p) {
					return
				}
			}
			if len(page) < listPage {
				return
			}
			from = append([]byte(page[len(page)-1].Path), 0)
		}
	}
}

func (l *List) scan(query string, row func(*sql.Rows) error, args ...any) {
	if l.err != nil {
		return
	}
	rows, err := l.tx.QueryContext(context.Background(), query, args...)
	for err == nil && rows.Next() {
		err = row(rows)
	}
	if rows != nil {
		if err == nil {
			err = rows.Err()
		}
		rows.Close()
	}
	l.err = err
}

// Close gives back what the list takes.
func (l *List) Close() error {
	if l.db == nil {
		return nil
	}
	if l.tx != nil {
		_ = l.tx.Commit() // a database does not close the connection of a transaction
	}
	return l.db.Close()
}
