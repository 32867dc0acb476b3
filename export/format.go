package export

import (
	"context"
	"io"

	"suyuan/store"
)

// Format is one way of handing on what a database holds.
type Format struct {
	Name string // as --format has it
	Doc  string // one line for the help
	// Write writes what the filter wants and returns how much that was: records,
	// or whatever the format has a line for.
	Write func(ctx context.Context, w io.Writer, s *store.Store, f store.Filter) (n int, err error)
}

// Formats returns every format there is.
func Formats() []Format {
	return []Format{
		{"jsonl", "JSON Lines: a record a line as suyuan extract prints it, with the verdict that stands on it", writeRecords},
		{"reviews", "JSON Lines: every verdict with its history, for suyuan import-reviews; of the filters those on documents hold", writeReviews},
	}
}
