package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// Summary counts what a stored document gave.
type Summary struct {
	DocumentID  int64
	Path        string // the first of its paths
	Title       string // "" where unknown
	Region      string // the same
	Figures     int    // targets among them
	Targets     int
	Dates       int
	Departments int
	Projects    int
	Numerals    int // lines of the ledger
	Unexplained int // those among them that nothing explains
}

const summaries = `SELECT d.document_id, d.path, coalesce(d.title, ''), coalesce(d.region, ''),
	x.figures, x.targets, x.dates, x.departments, x.projects, x.numerals, x.unexplained
FROM v_documents d JOIN documents x ON x.id = d.document_id`

// Summary returns the counts of the document id.
func (s *Store) Summary(ctx context.Context, id int64) (Summary, error) {
	sum, err := scanSummary(s.db.QueryRowContext(ctx, summaries+" WHERE d.document_id = ?", id))
	if errors.Is(err, sql.ErrNoRows) {
		return sum, fmt.Errorf("database %s has no document %d", s.path, id)
	}
	return sum, s.explain("read", err)
}

// Summaries returns the counts of every document, ordered by path.
func (s *Store) Summaries(ctx context.Context) ([]Summary, error) {
	rows, err := s.db.QueryContext(ctx, summaries+" ORDER BY d.path")
	if err != nil {
		return nil, s.explain("read", err)
	}
	defer rows.Close()
	var all []Summary
	for rows.Next() {
		sum, err := scanSummary(rows)
		if err != nil {
			return nil, s.explain("read", err)
		}
		all = append(all, sum)
	}
	return all, s.explain("read", rows.Err())
}

func scanSummary(row interface{ Scan(...any) error }) (s Summary, err error) {
	err = row.Scan(&s.DocumentID, &s.Path, &s.Title, &s.Region, &s.Figures, &s.Targets, &s.Dates, &s.Departments, &s.Projects, &s.Numerals, &s.Unexplained)
	return s, err
}
