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

// insert writes the rows of a sheet, many at a time.
func (w *writing) insert(s *sheet) error {
	first := 0
	for size, n := range sizes {
		for ; s.rows-first >= n; first += n {
			rows, err := w.take(s, first, n)
			if err != nil {
				return err
			}
			if err := w.write(s.inserts[size], rows); err != nil {
				return err
			}
		}
	}
	return nil
}

// take returns the values of rows, which it makes where that was not done ahead.
func (w *writing) take(s *sheet, first, n int) ([]any, error) {
	if end := (first + n) * s.columns; end <= len(s.made) {
		return s.made[first*s.columns : end], nil
	}
	w.late.all = w.late.all[:0]
	err := s.add(first, n, &w.late)
	return w.late.all, err
}

// write runs an INSERT. It goes to the driver as a query, for which that hands
// all values over at once, and not one by one. Without a context that can end, it
// starts no goroutine for it: whoever ends the transaction's context is heard
// between tables.
func (w *writing) write(insert string, row []any) error {
	arguments := w.room.arguments[:0]
	for i, v := range row {
		switch at := v.(type) {
		case recordAt:
			v = w.recordIDs[at]
		case blockAt:
			v = w.blockIDs[at]
		case documentID:
			v = w.document
		}
		arguments = append(arguments, driver.NamedValue{Ordinal: i + 1, Value: v})
	}
	w.room.arguments = arguments
	rows, err := w.conn.QueryContext(context.Background(), insert, arguments)
	if err != nil {
		return err
	}
	return rows.Close()
}
