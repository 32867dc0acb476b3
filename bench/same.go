package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"suyuan/store"
)

// same compares two databases row by row, ids and times aside: what a change that
// is to change no result must leave as it was. It writes the rows that stand in
// one of them alone, and the error says that there are some.
func same(out io.Writer, a, b string) error {
	rows := map[string]int{} // how often more a row stands in a than in b
	n := 0
	for _, side := range []struct {
		path  string
		count int
	}{{a, 1}, {b, -1}} {
		lines, err := dump(side.path)
		if err != nil {
			return err
		}
		for line := range bytes.Lines(lines) {
			rows[string(line)] += side.count
			n++
		}
	}
	maps.DeleteFunc(rows, func(_ string, count int) bool { return count == 0 })
	for _, row := range slices.Sorted(maps.Keys(rows)) {
		fmt.Fprintf(out, "%+d %s", -rows[row], row)
	}
	if len(rows) > 0 {
		return fmt.Errorf("%d rows differ: - stands before those of %s, + before those of %s", len(rows), a, b)
	}
	fmt.Fprintf(out, "%d rows in each, all the same\n", n/2)
	return nil
}

func dump(path string) ([]byte, error) {
	s, err := store.OpenReadOnly(context.Background(), path)
	if errors.Is(err, store.ErrOlder) {
		return dumpOlder(path)
	}
	if err != nil {
		return nil, err
	}
	defer s.Close()
	var out bytes.Buffer
	if err := s.Dump(context.Background(), &out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// dumpOlder brings a copy of a database that an older program wrote up to this
// one's schema: its rows are compared as they are shown now.
func dumpOlder(path string) ([]byte, error) {
	folder, err := os.MkdirTemp("", "suyuan-same-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	copied := filepath.Join(folder, "copy.db")
	data, err := os.ReadFile(path)
	if err == nil {
		err = os.WriteFile(copied, data, 0o600)
	}
	if err != nil {
		return nil, err
	}
	s, err := store.Open(context.Background(), copied)
	if err != nil {
		return nil, err
	}
	if err := s.Close(); err != nil {
		return nil, err
	}
	return dump(copied)
}
