package export

import (
	"context"
	"errors"
	"slices"
	"strings"

	"suyuan/parquet"
	"suyuan/store"
)

// writeParquet writes the documents into a folder, a Parquet file for each table of
// docs/SCHEMA.md, and with them all failures. The same database gives the same
// bytes. A folder that holds other files is refused; one that an earlier export
// filled is written anew.
func writeParquet(ctx context.Context, folder string, db *store.Store, f store.Filter) (n int, err error) {
	documents, err := db.Documents(ctx, f)
	if err != nil || len(documents) == 0 {
		return 0, err
	}
	slices.SortFunc(documents, func(a, b store.Document) int { return strings.Compare(a.SHA256, b.SHA256) })
	w, err := parquet.Create(folder)
	if err != nil {
		return 0, err
	}
	for _, d := range documents {
		e, err := db.Entry(ctx, d.ID)
		if err == nil {
			err = w.Add(e)
		}
		if err != nil {
			return n, errors.Join(err, w.Abandon())
		}
		n++
	}
	for f, err := range db.Failures(ctx) {
		if err == nil {
			err = w.Fail(f)
		}
		if err != nil {
			return n, errors.Join(err, w.Abandon())
		}
	}
	return n, w.Close()
}
