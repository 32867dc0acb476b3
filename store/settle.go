package store

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
)

// settle says of each review of a text, after its records have changed, whether
// what was judged is gone and whether its fields are others now. Nothing is moved
// to a look-alike.
func settle(ctx context.Context, tx *sql.Tx, text string) error {
	var n int
	if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM reviews WHERE text_sha256 = ?", text).Scan(&n); err != nil || n == 0 {
		return err
	}
	reviews, err := askReviews(ctx, tx, "WHERE v.text_sha256 = ?", text)
	if err != nil {
		return err
	}
	records, err := judgedRecords(ctx, tx, text)
	if err != nil {
		return err
	}
	stored, err := stored(ctx, tx, text)
	if err != nil {
		return err
	}
	added := map[string]bool{}
	for _, v := range reviews {
		added[v.RecordKey] = added[v.RecordKey] || v.Verdict == Added
	}
	for _, v := range reviews {
		r, here := records[v.RecordKey]
		gone := !here && !(stored && added[v.RecordKey])
		if stored && v.Figure != nil {
			ok, err := relocate(ctx, tx, &v)
			if err != nil {
				return err
			}
			gone = gone || !ok
		}
		stale := here && changed(v, r)
		if v.FindingKey != "" {
			gone, stale, err = settledFinding(ctx, tx, v)
			if err != nil {
				return err
			}
		}
		if gone == v.Gone && stale == v.Stale {
			continue
		}
		if _, err := tx.ExecContext(ctx, "UPDATE reviews SET gone = ?, stale = ? WHERE id = ?", gone, stale, v.ID); err != nil {
			return err
		}
	}
	return nil
}

// relocate finds the place of a reviewer's figure in the stored text again, which
// may have come after it, by an import. A figure whose quote does not stand there
// is no figure of the text: it is taken out, and its review is left without one.
func relocate(ctx context.Context, tx *sql.Tx, v *Review) (ok bool, err error) {
	at, err := figurePlace(ctx, tx, v)
	if errors.Is(err, errMisplaced) {
		_, err = tx.ExecContext(ctx, "DELETE FROM reviewed_figures WHERE review_id = ?", v.ID)
		return false, err
	}
	if err == nil {
		_, err = tx.ExecContext(ctx, "UPDATE reviewed_figures SET section = ?, char_start = ?, line = ? WHERE review_id = ?", null(string(at.section)), at.char, at.line, v.ID)
	}
	return true, err
}

func stored(ctx context.Context, tx *sql.Tx, text string) (ok bool, err error) {
	return ok, tx.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM documents WHERE text_sha256 = ?)", text).Scan(&ok)
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

// settledFinding says of a review of a finding whether that is gone and whether it
// says something else now.
func settledFinding(ctx context.Context, tx *sql.Tx, v Review) (gone, stale bool, err error) {
	now, err := judgedFinding(ctx, tx, v.FindingKey)
	if err != nil {
		return true, false, ctx.Err()
	}
	return false, differs(v.Judged, now.Judged), nil
}
