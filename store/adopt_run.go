package store

import (
	"context"
	"database/sql"
	"strings"
)

// what a run says, and by which of it one is known again.
const (
	runSame = "command, asked, folder, program, rules, ruleset, begun_at"
	runEnd  = "ended_at, outcome, files, added, changed, moved, unchanged, failed, skipped"
)

// PastRun is a row of the table of runs, without its id.
type PastRun [7 + 9]any

// Runs returns all runs in their order.
func (s *Store) Runs(ctx context.Context) (all []PastRun, err error) {
	err = scan(ctx, s.db, "SELECT "+runSame+", "+runEnd+" FROM runs ORDER BY begun_at, id", nil, func(r *sql.Rows) error {
		all = append(all, PastRun{})
		var pointers []any
		for i := range all[len(all)-1] {
			pointers = append(pointers, &all[len(all)-1][i])
		}
		return r.Scan(pointers...)
	})
	return all, s.explain("read the runs of", err)
}

// AdoptRuns takes in the runs of another database that are not known here, or
// whose end is not. It returns how many that were.
func (s *Store) AdoptRuns(ctx context.Context, runs []PastRun) (n int, err error) {
	var missing []PastRun
	for _, run := range runs {
		known, ended := 0, 0
		err := s.db.QueryRowContext(ctx, "SELECT count(*), count(ended_at) FROM runs WHERE ("+runSame+") = (?, ?, ?, ?, ?, ?, ?)", run[:7]...).Scan(&known, &ended)
		if err != nil {
			return 0, s.explain("read the runs of", err)
		}
		if known == 0 || ended == 0 && run[7] != nil {
			missing = append(missing, run)
		}
	}
	if len(missing) == 0 {
		return 0, nil
	}
	err = s.write(ctx, "take runs into", func(tx *sql.Tx) error {
		for _, run := range missing {
			if _, err := tx.ExecContext(ctx, "DELETE FROM runs WHERE ("+runSame+") = (?, ?, ?, ?, ?, ?, ?)", run[:7]...); err != nil {
				return err
			}
			if _, err := tx.ExecContext(ctx, "INSERT INTO runs ("+runSame+", "+runEnd+") VALUES (?"+strings.Repeat(", ?", len(run)-1)+")", run[:]...); err != nil {
				return err
			}
		}
		return nil
	})
	return len(missing), err
}

// Unknown returns those of the reviews that are not stored here.
func (s *Store) Unknown(ctx context.Context, reviews []Review) (missing []Review, err error) {
	for _, v := range reviews {
		var n int
		if err := s.db.QueryRowContext(ctx, "SELECT count(*) FROM reviews WHERE key = ?", v.Key).Scan(&n); err != nil {
			return nil, s.explain("read", err)
		}
		if n == 0 {
			missing = append(missing, v)
		}
	}
	return missing, nil
}
