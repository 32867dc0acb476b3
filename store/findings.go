package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// Finding is something that does not add up in one document.
type Finding struct {
	Key        string // the same after a new run
	Kind       string // the check that found it
	Severity   string // note, warning, error
	Message    string // in Chinese
	MessageEN  string // in English
	Arithmetic string // the calculation with the numbers put in, "" for none
	Records    []int64
}

// ErrMeanwhile is a document that has been stored anew since it was read.
var ErrMeanwhile = errors.New("it was stored anew meanwhile: run the command again")

// Still proves that a document is the one that was read: the error is ErrNoDocument
// where it was forgotten meanwhile, ErrMeanwhile where other rules were run over it.
func (s *Store) Still(ctx context.Context, d Document) error {
	return s.explain("read", still(ctx, s.db, d))
}

func still(ctx context.Context, q queryer, d Document) error {
	var at, rules string
	err := q.QueryRowContext(ctx, "SELECT ingested_at, ruleset FROM documents WHERE id = ? AND sha256 = ?", d.ID, d.SHA256).Scan(&at, &rules)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return fmt.Errorf("%s: %w", d.Path, ErrNoDocument)
	case err == nil && (at != d.IngestedAt || rules != d.Ruleset):
		return fmt.Errorf("%s: %w", d.Path, ErrMeanwhile)
	}
	return err
}

// ReplaceFindings stores the findings of a document in place of those it had, in one
// transaction. Verdicts on a finding are kept: they go by its key, and are stale
// where it says something else now. A document that is not Still what was read stays
// as it is.
func (s *Store) ReplaceFindings(ctx context.Context, d Document, findings []Finding) error {
	return s.write(ctx, "store findings in", func(tx *sql.Tx) error {
		if err := still(ctx, tx, d); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "DELETE FROM findings WHERE document_id = ?", d.ID); err != nil {
			return err
		}
		for _, f := range findings {
			if err := insertFinding(ctx, tx, d.ID, f); err != nil {
				return err
			}
		}
		return settle(ctx, tx, d.TextSHA256)
	})
}

func insertFinding(ctx context.Context, tx *sql.Tx, document int64, f Finding) error {
	r, err := tx.ExecContext(ctx, `INSERT INTO findings (key, document_id, kind, severity, message, message_en, arithmetic)
		VALUES (?, ?, ?, ?, ?, ?, ?)`, f.Key, document, f.Kind, f.Severity, f.Message, f.MessageEN, null(f.Arithmetic))
	if err != nil {
		return err
	}
	id, err := r.LastInsertId()
	if err != nil {
		return err
	}
	for i, record := range f.Records {
		_, err := tx.ExecContext(ctx, "INSERT INTO finding_records (finding_id, number, record_id) VALUES (?, ?, ?)", id, i+1, record)
		if err != nil {
			return err
		}
	}
	return nil
}

// WatchFindings has this Store count the findings that it takes away from now on, as
// the records do that they rest on. The function that it returns says how many went;
// what other processes find or take away does not count.
func (s *Store) WatchFindings(ctx context.Context) (gone func(context.Context) (int, error), err error) {
	var any bool
	err = s.db.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM findings)").Scan(&any)
	if err != nil || !any || s.readOnly {
		return nil, s.explain("read", err)
	}
	// A trigger of this connection alone, whose count is rolled back with what it counts.
	_, err = s.db.ExecContext(ctx, `CREATE TEMP TABLE IF NOT EXISTS gone (findings INTEGER NOT NULL);
		DELETE FROM gone;
		INSERT INTO gone VALUES (0);
		CREATE TEMP TRIGGER IF NOT EXISTS finding_gone AFTER DELETE ON main.findings BEGIN UPDATE gone SET findings = findings + 1; END`)
	return func(ctx context.Context) (n int, err error) {
		err = s.db.QueryRowContext(ctx, "SELECT findings FROM temp.gone").Scan(&n)
		return n, s.explain("read", err)
	}, s.explain("watch", err)
}
