package export

import (
	"context"
	"errors"
	"io"

	"suyuan/store"
)

// Format is one way of handing on what a database holds.
type Format struct {
	Name string // as --format has it
	Doc  string // one line for the help
	// Binary says that a terminal cannot show it.
	Binary bool
	// Write writes what the filter wants and returns how much that was: records,
	// or whatever the format has a line for.
	Write func(ctx context.Context, w io.Writer, s *store.Store, f store.Filter) (n int, err error)
	// Folder is Write for a format of several files, which takes the place of that.
	Folder func(ctx context.Context, folder string, s *store.Store, f store.Filter) (n int, err error)
}

// ErrFilter is a filter that a format cannot keep to; nothing is written then.
var ErrFilter = errors.New("wrong filter")

// Formats returns every format there is.
func Formats() []Format {
	return []Format{
		{Name: "jsonl", Doc: "JSON Lines: a record a line as suyuan extract prints it, with the verdict that stands on it", Write: WriteRecords},
		{Name: "csv", Doc: "comma-separated values for Excel and others, one type of record (--type, figures without it)", Write: writeCSV},
		{Name: "xlsx", Doc: "a workbook of Excel: a sheet a type, each row with a link to its sentence", Binary: true, Write: writeXLSX},
		{Name: "webannotation", Doc: "W3C Web Annotations as JSON-LD: each record as a note on its place in the text", Write: writeWebAnnotation},
		{Name: "datasette", Doc: "the metadata file with which Datasette shows the database", Write: writeDatasette},
		{Name: "sqlite", Doc: "a copy of the whole database, while others work on it", Binary: true, Write: writeSQLite},
		{Name: "parquet", Doc: "a folder of Parquet files, a table each, which suyuan merge reads, too; of the filters those on documents hold", Folder: writeParquet},
		{Name: "reviews", Doc: "JSON Lines: every verdict with its history, for suyuan import-reviews; of the filters those on documents hold", Write: writeReviews},
	}
}
