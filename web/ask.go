package web

import (
	"context"
	"database/sql"
	"fmt"
)

// ask reads the views for what a page shows and package store has no method for.
func (s *Site) ask(ctx context.Context, scan func(*sql.Rows) error, query string, args ...any) error {
	rows, err := s.store.Query(ctx, query, args...)
	if err != nil {
		return fmt.Errorf("read the database: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return fmt.Errorf("read the database: %w", err)
		}
	}
	return rows.Err()
}

// scanInto reads one column of each row into v, so that the last row's stays.
func scanInto[T any](v *T) func(*sql.Rows) error {
	return func(rows *sql.Rows) error { return rows.Scan(v) }
}
