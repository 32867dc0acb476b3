package export

import (
	"context"
	"errors"

	"suyuan/parquet"
	"suyuan/store"
)

// WriteParquet writes the whole database into a folder, a Parquet file for each
// table of docs/SCHEMA.md. The same database gives the same bytes. A folder that
// holds other files is refused; one that an earlier export filled is written anew.
func WriteParquet(ctx context.Context, db *store.Store, folder string) error {
	w, err := parquet.Create(folder)
	if err != nil {
		return err
	}
	for e, err := range db.Entries(ctx) {
		if err == nil {
			err = w.Add(e)
		}
		if err != nil {
			return errors.Join(err, w.Abandon())
		}
	}
	for f, err := range db.Failures(ctx) {
		if err == nil {
			err = w.Fail(f)
		}
		if err != nil {
			return errors.Join(err, w.Abandon())
		}
	}
	return w.Close()
}
