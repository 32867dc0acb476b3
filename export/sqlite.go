package export

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"

	"suyuan/store"
)

// writeSQLite writes a copy of the whole database as it is at one moment, even
// while others read and write it.
func writeSQLite(ctx context.Context, w io.Writer, s *store.Store, f store.Filter) (n int, err error) {
	if err := whole(f); err != nil {
		return 0, err
	}
	folder, err := os.MkdirTemp("", "suyuan-export-")
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	path := filepath.Join(folder, "copy.db")
	if err := s.Copy(ctx, path); err != nil {
		return 0, err
	}
	file, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer file.Close()
	_, err = io.Copy(w, file)
	return 1, err
}

// whole refuses a filter where the database is handed on as a whole.
func whole(f store.Filter) error {
	if !reflect.ValueOf(f).IsZero() {
		return fmt.Errorf("%w: this format is of the whole database: leave the filters out", ErrFilter)
	}
	return nil
}
