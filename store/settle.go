package store

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
)

// state says of a review whether what was judged is gone and whether its fields are
// others now.
type state struct{ gone, stale bool }

// settle brings the state of a text's reviews up to what is stored, after its
// records have changed. Nothing is moved to a look-alike.
func settle(ctx context.Context, tx *sql.Tx, text string) error {
	var n int
	if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM reviews WHERE text_sha256 = ?", text).Scan(&n); err != nil || n == 0 {
		return err
	}
	reviews, err := askReviews(ctx, tx, "WHERE v.text_sha256 = ?", text)
	if err != nil {
		return err
	}
	for i := range reviews {
		if err := relocate(ctx, tx, &reviews[i]); err != nil {
			return err
		}
	}
	now, err := settled(ctx, tx, text, reviews)
	if err != nil {
		return err
	}
	for i, v := range reviews {
		if (state{v.Gone, v.Stale}) == now[i] {
			continue
		}
		if _, err := tx.ExecContext(ctx, "UPDATE reviews SET gone = ?, stale = ? WHERE id = ?", now[i].gone, now[i].stale, v.ID); err != nil {
			return err
		}
	}
	return nil
}

// settled returns the state of each of a text's reviews.
func settled(ctx context.Context, tx *sql.Tx, text string, reviews []Review) ([]state, error) {
	records, err := judgedRecords(ctx, tx, text)
	if err != nil {
		return nil, err
	}
	var stored bool
	if err := tx.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM documents WHERE text_sha256 = ?)", text).Scan(&stored); err != nil {
		return nil, err
	}
	added := map[string]bool{} // figures that a reviewer put in: they are there with the text
	for _, v := range reviews {
		added[v.RecordKey] = added[v.RecordKey] || v.Verdict == Added && v.Figure != nil && !v.Misplaced
	}
	all := make([]state, len(reviews))
	for i, v := range reviews {
		if v.FindingKey != "" {
			if all[i], err = settledFinding(ctx, tx, v); err != nil {
				return nil, err
			}
			continue
		}
		r, here := records[v.RecordKey]
		all[i] = state{gone: !here && !(stored && added[v.RecordKey]), stale: here && changed(v, r)}
	}
	return all, nil
}

// relocate finds the place of a reviewer's figure in the stored text again, which
// may have come after it, by an import. A figure whose quote does not stand there
// is no figure of the text: it is tied to none, and no view shows it. It stays with
// its review, whose key is a hash over it.
func relocate(ctx context.Context, tx *sql.Tx, v *Review) error {
	if v.Figure == nil {
		return nil
	}
	at, err := figurePlace(ctx, tx, v)
	if errors.Is(err, errMisplaced) {
		v.Misplaced = true
		_, err = tx.ExecContext(ctx, "UPDATE reviewed_figures SET text_sha256 = '' WHERE review_id = ?", v.ID)
		return err
	}
	if err == nil && at.line > 0 {
		_, err = tx.ExecContext(ctx, "UPDATE reviewed_figures SET section = ?, char_start = ?, line = ? WHERE review_id = ?", null(string(at.section)), at.char, at.line, v.ID)
	}
	return err
}

// judgedRecords returns the records of a text on which there are reviews, by key.
func judgedRecords(ctx context.Context, tx *sql.Tx, text string) (map[string]Record, error) {
	ids, err := ask(ctx, tx, `SELECT r.id FROM documents d JOIN records r ON r.document_id = d.id
		WHERE d.text_sha256 = ? AND EXISTS (SELECT 1 FROM reviews v WHERE v.record_key = r.key) ORDER BY r.id DESC`, scanInt, text)
	if err != nil {
		return nil, err
	}
	all, err := load(ctx, tx, ids)
	if err != nil {
		return nil, err
	}
	byKey := make(map[string]Record, len(all))
	for _, r := range all {
		byKey[r.Key] = r // one text in two files has it twice: the first document counts
	}
	return byKey, nil
}

// changed reports whether a record has other fields than a review saw: than were
// judged or, for a figure that was added where now there is a record, than that has.
func changed(v Review, r Record) bool {
	if v.Verdict == Added && v.Figure != nil {
		put, _ := marshal(v.Figure)
		return differs(put, r.Fields())
	}
	return differs(v.Judged, r.Fields())
}

// differs reports whether an object of fields has one that another has not so.
// Fields that only the other has do not count: a later version has more.
func differs(was, now json.RawMessage) bool {
	var a, b map[string]json.RawMessage
	if json.Unmarshal(was, &a) != nil || json.Unmarshal(now, &b) != nil {
		return true
	}
	for name, value := range a {
		if !bytes.Equal(value, b[name]) {
			return true
		}
	}
	return false
}

// settledFinding returns the state of a review of a finding.
func settledFinding(ctx context.Context, tx *sql.Tx, v Review) (state, error) {
	now, err := judgedFinding(ctx, tx, v.FindingKey)
	if errors.Is(err, errNoFinding) {
		return state{gone: true}, nil
	}
	return state{stale: err == nil && differs(v.Judged, now.Judged)}, err
}
