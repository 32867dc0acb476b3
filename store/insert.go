package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
)

// chunk is how many rows one INSERT takes.
const chunk = 32

// insert collects the rows of one table and writes them by the chunk.
type insert struct {
	tx         *sql.Tx
	columns    int
	whole, one string // the statement that takes a chunk of rows, and one
	waiting    []any
}

// newInsert starts the rows of a table. The names of its columns are separated by ", ".
func newInsert(tx *sql.Tx, table, columns string) *insert {
	n := strings.Count(columns, ",") + 1
	row := "(?" + strings.Repeat(", ?", n-1) + ")"
	one := fmt.Sprintf("INSERT INTO %s (%s) VALUES %s", table, columns, row)
	return &insert{tx: tx, columns: n, whole: one + strings.Repeat(", "+row, chunk-1), one: one, waiting: make([]any, 0, chunk*n)}
}

// add takes a row, its values in the order of the columns.
func (i *insert) add(values ...any) error {
	i.waiting = append(i.waiting, values...)
	if len(i.waiting) < chunk*i.columns {
		return nil
	}
	// Without a context that can end, the driver starts no goroutine for each
	// statement. Whoever ends the transaction's context is heard between tables.
	_, err := i.tx.ExecContext(context.Background(), i.whole, i.waiting...)
	i.waiting = i.waiting[:0]
	return err
}

// flush writes the rows that wait.
func (i *insert) flush() error {
	for ; len(i.waiting) > 0; i.waiting = i.waiting[i.columns:] {
		if _, err := i.tx.ExecContext(context.Background(), i.one, i.waiting[:i.columns]...); err != nil {
			return err
		}
	}
	return nil
}
