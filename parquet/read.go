package parquet

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"time"

	pq "github.com/parquet-go/parquet-go"

	"suyuan/intake"
)

// Reader reads one shard.
type Reader struct {
	documents *cursor[documentRow]
	texts     *cursor[textRow]
	blocks    *cursor[blockRow]
	records   *cursor[recordRow]
	evidence  *cursor[evidenceRow]
	links     *cursor[linkRow]
	numerals  *cursor[numeralRow]
	failures  *cursor[failureRow]
	files     []*os.File
}

// openReader opens the files of a shard; path gives the place of a table's file.
func openReader(path func(table string) string) (r *Reader, err error) {
	r = &Reader{}
	r.documents = openTable[documentRow](r, path("documents"), &err)
	r.texts = openTable[textRow](r, path("texts"), &err)
	r.blocks = openTable[blockRow](r, path("blocks"), &err)
	r.records = openTable[recordRow](r, path("records"), &err)
	r.evidence = openTable[evidenceRow](r, path("evidence"), &err)
	r.links = openTable[linkRow](r, path("links"), &err)
	r.numerals = openTable[numeralRow](r, path("numerals"), &err)
	r.failures = openTable[failureRow](r, path("failures"), &err)
	if err != nil {
		return nil, errors.Join(err, r.Close())
	}
	return r, nil
}

// Close closes the files.
func (r *Reader) Close() error {
	var errs []error
	for _, f := range r.files {
		errs = append(errs, f.Close())
	}
	return errors.Join(errs...)
}

// Entries yields the documents, one in memory at a time. It ends at the first
// error, which names the file.
func (r *Reader) Entries() iter.Seq2[*intake.Entry, error] {
	return func(yield func(*intake.Entry, error) bool) {
		for {
			row, err := r.documents.next()
			if err == io.EOF {
				return
			}
			var e *intake.Entry
			if err == nil {
				e, err = r.entry(row)
			}
			if !yield(e, err) || err != nil {
				return
			}
		}
	}
}

// Rulesets returns the rules that the documents were made by; it takes the place of
// Entries.
func (r *Reader) Rulesets() (all []string, err error) {
	seen := map[string]bool{}
	for {
		row, err := r.documents.next()
		if err == io.EOF {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		if !seen[row.Ruleset] {
			seen[row.Ruleset] = true
			all = append(all, row.Ruleset)
		}
	}
}

// Failures yields the files that could not be ingested, until the first error.
func (r *Reader) Failures() iter.Seq2[intake.Failure, error] {
	return func(yield func(intake.Failure, error) bool) {
		for {
			row, err := r.failures.next()
			if err == io.EOF {
				return
			}
			f := intake.Failure{Path: row.Path, Stage: row.Stage, Message: row.Message}
			if err == nil {
				f.At, err = time.Parse(time.RFC3339, row.At)
			}
			if err == nil && row.SHA256 != "" {
				_, err = hex.Decode(f.Sum[:], []byte(row.SHA256))
			}
			if !yield(f, err) || err != nil {
				return
			}
		}
	}
}

// cursor goes through the rows of a table.
type cursor[T any] struct {
	path string
	in   *pq.GenericReader[T]
	rows []T // read and not yet handed out
	room []T
	end  error
}

// lookahead is how many rows are read at once.
const lookahead = 128

// openTable opens a table's file unless err is set, which it sets when it fails.
func openTable[T any](r *Reader, path string, err *error) *cursor[T] {
	if *err != nil {
		return nil
	}
	file, failed := os.Open(path)
	if failed != nil {
		*err = failed
		return nil
	}
	r.files = append(r.files, file)
	stat, failed := file.Stat()
	var whole *pq.File
	if failed == nil {
		whole, failed = pq.OpenFile(file, stat.Size(), pq.SkipBloomFilters(true), pq.FileReadMode(pq.ReadModeSync))
	}
	if failed == nil {
		failed = lacks[T](whole.Schema())
	}
	if failed != nil {
		*err = fmt.Errorf("read %s: %w", path, failed)
		return nil
	}
	return &cursor[T]{path: path, in: pq.NewGenericReader[T](whole), room: make([]T, lookahead)}
}

// lacks reports a column that a table of this program has and the file has not: it
// would be read as empty.
func lacks[T any](file *pq.Schema) error {
	var row T
	for _, column := range pq.SchemaOf(row).Columns() {
		if _, ok := file.Lookup(column...); !ok {
			return fmt.Errorf("it has no column %s: make it again with this version of suyuan", column[0])
		}
	}
	return nil
}

// peek returns the next row, which stays. Past the last the error is io.EOF.
func (c *cursor[T]) peek() (row T, err error) {
	for len(c.rows) == 0 {
		if c.end != nil {
			return row, c.end
		}
		clear(c.room)
		n, err := c.read()
		if c.rows = c.room[:n]; err == nil && n == 0 {
			err = io.ErrNoProgress
		}
		if c.end = err; err != nil && err != io.EOF {
			c.end = fmt.Errorf("read %s: %w", c.path, err)
		}
	}
	return c.rows[0], nil
}

// read takes rows in. A damaged page makes the library panic in places.
func (c *cursor[T]) read() (n int, err error) {
	defer func() {
		if p := recover(); p != nil {
			n, err = 0, fmt.Errorf("it is damaged: %v", p)
		}
	}()
	return c.in.Read(c.room)
}

func (c *cursor[T]) next() (T, error) {
	row, err := c.peek()
	if err == nil {
		c.rows = c.rows[1:]
	}
	return row, err
}

// of returns the rows that come next and are the document's.
func (c *cursor[T]) of(document string, its func(*T) string) (rows []T, err error) {
	for {
		row, err := c.peek()
		if err == io.EOF || err == nil && its(&row) != document {
			return rows, nil
		}
		if err != nil {
			return nil, err
		}
		rows = append(rows, row)
		c.rows = c.rows[1:]
	}
}
