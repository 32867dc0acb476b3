package store

import (
	"context"
	"database/sql"
	"encoding/json"
)

// History returns all reviews of a record or finding, the oldest first.
func (s *Store) History(ctx context.Context, key string) ([]Review, error) {
	all, err := askReviews(ctx, s.db, "WHERE v.record_key = ? OR v.finding_key = ?", key, key)
	return all, s.explain("read", err)
}

// Reviews returns every review there is with those taken back, the oldest first.
func (s *Store) Reviews(ctx context.Context) ([]Review, error) {
	all, err := askReviews(ctx, s.db, "")
	return all, s.explain("read", err)
}

// Verdicts returns the verdicts that stand on the records and findings of a text,
// figures added to it among them.
func (s *Store) Verdicts(ctx context.Context, textSHA256 string) ([]Review, error) {
	all, err := askReviews(ctx, s.db, "WHERE v.stands AND v.text_sha256 = ?", textSHA256)
	return all, s.explain("read", err)
}

// Gone returns the verdicts whose record or finding is not in the database now.
func (s *Store) Gone(ctx context.Context) ([]Review, error) {
	all, err := askReviews(ctx, s.db, "WHERE v.stands AND (v.gone OR v.finding_key IS NOT NULL AND NOT EXISTS (SELECT 1 FROM findings f WHERE f.key = v.finding_key))")
	return all, s.explain("read", err)
}

const reviewRows = `SELECT v.id, coalesce(v.key, ''), coalesce(v.record_key, ''), coalesce(v.finding_key, ''), coalesce(v.undoes, ''),
	coalesce(v.type, ''), coalesce(v.text_sha256, ''), coalesce(v.byte_start, 0), coalesce(v.quote, ''), coalesce(v.statement, ''),
	v.verdict, v.judged, coalesce(v.corrected, ''), v.own_value, coalesce(v.note, ''), v.reviewer, v.at, v.stale, CASE WHEN v.finding_key IS NULL THEN v.gone ELSE NOT EXISTS (SELECT 1 FROM findings f WHERE f.key = v.finding_key) END, v.stands, c.review_id IS NOT NULL, coalesce(c.text_sha256 = '', 0),
	coalesce(c.indicator, ''), c.indicator_id, coalesce(c.value, 0), c.value_max, coalesce(c.comparator, ''), coalesce(c.unit, ''), coalesce(c.value_base, 0), c.value_base_max, coalesce(c.unit_base, ''),
	coalesce(c.measure, ''), c.per, coalesce(c.kind, ''), c.scope, c.time, c.time_first, c.time_last, c.nature
FROM reviews v LEFT JOIN reviewed_figures c ON c.review_id = v.id `

// askReviews returns reviews, the oldest first.
func askReviews(ctx context.Context, q asker, where string, args ...any) ([]Review, error) {
	return ask(ctx, q, reviewRows+where+" ORDER BY v.at, v.key, v.id", scanReview, args...)
}

func scanReview(rows *sql.Rows, v *Review) error {
	var judged, corrected string
	var has bool
	var f Figure
	err := rows.Scan(append([]any{&v.ID, &v.Key, &v.RecordKey, &v.FindingKey, &v.Undoes, &v.Type, &v.TextSHA256, &v.ByteStart, &v.Quote, &v.Statement,
		&v.Verdict, &judged, &corrected, &v.OwnValue, &v.Note, &v.Reviewer, &v.At, &v.Stale, &v.Gone, &v.Stands, &has, &v.Misplaced}, f.pointers()...)...)
	v.Judged = json.RawMessage(judged)
	if corrected != "" {
		v.Corrected = json.RawMessage(corrected)
	}
	if has {
		v.Figure = &f
	}
	return err
}
