package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/json"
	"strings"
)

// asker and queryer are what a database, a connection and a transaction have in
// common; a reader is both.
type (
	asker interface {
		QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	}
	queryer interface {
		QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
	}
	reader interface {
		asker
		queryer
	}
)

// read runs do, whose queries all see the database as it is at one moment, whatever
// other processes write meanwhile.
func (s *Store) read(ctx context.Context, do func(reader) error) error {
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	if _, err := conn.ExecContext(ctx, "SAVEPOINT reading"); err != nil { // BEGIN IMMEDIATE, as transactions here are, would wait for writers
		return err
	}
	defer func() {
		if _, err := conn.ExecContext(context.WithoutCancel(ctx), "RELEASE reading"); err != nil {
			_ = conn.Raw(func(any) error { return driver.ErrBadConn }) // nobody is to get a connection that is within a transaction
		}
	}()
	return do(conn)
}

// ask returns the rows of a query, read to their end.
func ask[T any](ctx context.Context, q asker, text string, scan func(*sql.Rows, *T) error, args ...any) ([]T, error) {
	rows, err := q.QueryContext(ctx, strings.TrimSpace(text), args...)
	if err != nil {
		return nil, err
	}
	return scanAll(rows, scan)
}

// scan calls do for every row of a query.
func scan(ctx context.Context, q asker, query string, args []any, do func(*sql.Rows) error) error {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := do(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

func scanInt(r *sql.Rows, id *int64) error { return r.Scan(id) }

// list writes ids as a list that json_each reads.
func list(ids []int64) string {
	text, _ := json.Marshal(ids)
	if ids == nil {
		return "[]"
	}
	return string(text)
}
