package store

import (
	"context"
	"database/sql"
	"fmt"

	_ "github.com/mattn/go-sqlite3" // the database/sql driver
)

// transaction is a transaction with the connection that it is on.
type transaction struct {
	*sql.Tx
	conn *sql.Conn
}

// write runs do in one transaction. Where ctx ends before it is committed,
// nothing of it is stored and the error is ctx's.
func (s *Store) write(ctx context.Context, what string, do func(*sql.Tx) error) error {
	return s.writeRows(ctx, what, func(tx *transaction) error { return do(tx.Tx) })
}

// writeRows is write for what is more than a few statements.
func (s *Store) writeRows(ctx context.Context, what string, do func(*transaction) error) error {
	if s.readOnly {
		return fmt.Errorf("%s database %s: %w", what, s.path, ErrReadOnly)
	}
	err := s.transact(ctx, do)
	if err != nil && ctx.Err() != nil {
		err = ctx.Err()
	}
	return s.explain(what, err)
}

func (s *Store) transact(ctx context.Context, do func(*transaction) error) error {
	if err := s.logAhead(ctx); err != nil {
		return err
	}
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	tx, err := conn.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := do(&transaction{tx, conn}); err != nil {
		return err
	}
	return tx.Commit()
}
