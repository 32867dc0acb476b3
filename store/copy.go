package store

import (
	"context"
	"errors"

	"github.com/mattn/go-sqlite3"
)

// Copy writes the database as it is at one moment to a new file at path, even
// while other processes read and write it.
func (s *Store) Copy(ctx context.Context, path string) error {
	to, err := connect(path, patience)
	if err != nil {
		return err
	}
	defer to.Close()
	target, err := to.Conn(ctx)
	if err != nil {
		return explain("copy to", path, err)
	}
	defer target.Close()
	from, err := s.db.Conn(ctx)
	if err != nil {
		return s.explain("copy", err)
	}
	err = target.Raw(func(t any) error {
		return from.Raw(func(f any) error { return backup(t.(*sqlite3.SQLiteConn), f.(*sqlite3.SQLiteConn)) })
	})
	if err := errors.Join(err, from.Close()); err != nil {
		return s.explain("copy", err)
	}
	_, err = target.ExecContext(ctx, "PRAGMA journal_mode = DELETE") // one file, whatever the original was
	return explain("copy to", path, err)
}

func backup(to, from *sqlite3.SQLiteConn) error {
	b, err := to.Backup("main", from, "main")
	if err != nil {
		return err
	}
	_, err = b.Step(-1)
	return errors.Join(err, b.Finish())
}
