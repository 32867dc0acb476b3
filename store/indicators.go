package store

import (
	"cmp"
	"context"
	"database/sql"
)

// Indicator is an indicator that figures of the database have.
type Indicator struct {
	ID      string
	Name    string // the usual one
	Figures int
}

// Indicators returns the indicators that the figures of the database have an id
// for, the most frequent first.
func (s *Store) Indicators(ctx context.Context) ([]Indicator, error) {
	lexicon, err := s.lexicon()
	if err != nil {
		return nil, err
	}
	all, err := ask(ctx, s.db, "SELECT indicator_id, count(*) AS n FROM figures WHERE indicator_id IS NOT NULL GROUP BY indicator_id ORDER BY n DESC, indicator_id", func(r *sql.Rows, i *Indicator) error {
		return r.Scan(&i.ID, &i.Figures)
	})
	for i := range all {
		all[i].Name = cmp.Or(lexicon.IndicatorName(all[i].ID), all[i].ID)
	}
	return all, s.explain("read", err)
}

// IndicatorID returns the id of an indicator by its id or any of its names, "" where
// the list of indicators has none.
func (s *Store) IndicatorID(name string) (string, error) {
	lexicon, err := s.lexicon()
	if err != nil {
		return "", err
	}
	return lexicon.IndicatorID(name), nil
}

// Regions returns the regions of the documents.
func (s *Store) Regions(ctx context.Context) ([]string, error) {
	all, err := ask(ctx, s.db, "SELECT DISTINCT region FROM documents WHERE region IS NOT NULL ORDER BY region", func(r *sql.Rows, region *string) error { return r.Scan(region) })
	return all, s.explain("read", err)
}
