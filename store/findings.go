package store

import (
	"context"
	"database/sql"
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

// ReplaceFindings stores the findings of the document id in place of those it
// had, in one transaction. Verdicts on a finding are kept: they go by its key, and
// are stale where it says something else now.
func (s *Store) ReplaceFindings(ctx context.Context, id int64, findings []Finding) error {
	return s.write(ctx, "store findings in", func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, "DELETE FROM findings WHERE document_id = ?", id); err != nil {
			return err
		}
		for _, f := range findings {
			if err := insertFinding(ctx, tx, id, f); err != nil {
				return err
			}
		}
		var text string
		if err := tx.QueryRowContext(ctx, "SELECT text_sha256 FROM documents WHERE id = ?", id).Scan(&text); err != nil {
			return err
		}
		return settle(ctx, tx, text)
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
