package store

import (
	"context"
	"database/sql/driver"
	"fmt"
	"strings"
)

// sizes are how many rows one INSERT takes: many while there are many, few for
// the rest.
var sizes = [...]int{32, 4, 1}

// table is a table with its INSERT for each of sizes.
type table struct {
	columns int
	inserts [len(sizes)]string
}

// newTable takes the names of the columns separated by ", ".
func newTable(name, columns string) table {
	t := table{columns: strings.Count(columns, ",") + 1}
	row := "(?" + strings.Repeat(", ?", t.columns-1) + ")"
	for i, rows := range sizes {
		t.inserts[i] = fmt.Sprintf("INSERT INTO %s (%s) VALUES %s", name, columns, row+strings.Repeat(", "+row, rows-1))
	}
	return t
}

// insert collects rows of one table and writes them many at a time.
type insert struct {
	table
	w       *writing
	waiting []driver.NamedValue
}

// insert starts the rows of a table.
func (w *writing) insert(t table) *insert {
	return &insert{table: t, w: w, waiting: w.spare[:0]}
}

// add takes a row, its values in the order of the columns: nil or of a type that
// the driver takes, or int.
func (i *insert) add(values ...any) error {
	for _, v := range values {
		if n, ok := v.(int); ok {
			v = int64(n)
		}
		i.waiting = append(i.waiting, driver.NamedValue{Value: v})
	}
	if len(i.waiting) < sizes[0]*i.columns {
		return nil
	}
	return i.flush()
}

// flush writes the rows that wait.
func (i *insert) flush() error {
	rest := i.waiting
	for s, rows := range sizes {
		for n := rows * i.columns; len(rest) >= n; rest = rest[n:] {
			if err := i.write(i.inserts[s], rest[:n]); err != nil {
				return err
			}
		}
	}
	i.waiting = i.waiting[:0]
	i.w.spare = i.waiting
	return nil
}

// write runs an INSERT. It goes to the driver as a query, for which that hands
// all values over at once, and not one by one. Without a context that can end, it
// starts no goroutine for it: whoever ends the transaction's context is heard
// between tables.
func (i *insert) write(insert string, values []driver.NamedValue) error {
	for n := range values {
		values[n].Ordinal = n + 1
	}
	rows, err := i.w.conn.QueryContext(context.Background(), insert, values)
	if err != nil {
		return err
	}
	return rows.Close()
}
