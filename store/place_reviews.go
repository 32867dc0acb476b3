package store

import (
	"context"
	"database/sql"
)

// placeReviews gives the reviews of schemas 3 and 4, which named a record by its key
// alone, what later ones have: the type and the place of what was judged, and a key of
// their own, by which they are exported, merged and taken back. Where what was judged
// is gone its key is all that there is to say.
func placeReviews(ctx context.Context, tx *sql.Tx) error {
	all, err := askReviews(ctx, tx, "WHERE v.type IS NULL")
	if err != nil {
		return err
	}
	texts := map[string]bool{}
	for i := range all {
		v := &all[i]
		if err := v.place(ctx, tx); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, "UPDATE reviews SET type = ?, text_sha256 = ?, byte_start = ?, quote = ?, statement = ?, gone = ? WHERE id = ?",
			v.Type, null(v.TextSHA256), v.ByteStart, v.Quote, null(v.Statement), v.TextSHA256 == "", v.ID)
		if err == nil { // what was said twice has one key
			_, err = tx.ExecContext(ctx, "UPDATE OR IGNORE reviews SET key = ? WHERE id = ?", v.hash(), v.ID)
		}
		if err != nil {
			return err
		}
		texts[v.TextSHA256] = true
	}
	delete(texts, "")
	for text := range texts {
		if err := settle(ctx, tx, text); err != nil {
			return err
		}
	}
	return nil
}

// place finds what an old review judged, by its key, or by the figure that corrects it.
func (v *Review) place(ctx context.Context, tx *sql.Tx) error {
	var rows []Review
	var err error
	if v.FindingKey != "" {
		v.Type = "finding"
		rows, err = ask(ctx, tx, "SELECT 'finding', d.text_sha256, 0, f.message, '' FROM findings f JOIN documents d ON d.id = f.document_id WHERE f.key = ? ORDER BY f.id LIMIT 1", scanPlace, v.FindingKey)
	} else {
		rows, err = ask(ctx, tx, `SELECT type, text_sha256, byte_start, quote, statement FROM (
			SELECT 0 AS place, r.record_id AS id, r.type, d.text_sha256, r.byte_start, r.quote, r.statement FROM v_records r JOIN documents d ON d.id = r.document_id WHERE r.record_key = ?1
			UNION ALL SELECT 1, review_id, 'figure', text_sha256, byte_start, quote, statement FROM reviewed_figures WHERE review_id = ?2)
			ORDER BY place, id LIMIT 1`, scanPlace, v.RecordKey, v.ID)
	}
	for _, at := range rows {
		v.Type, v.TextSHA256, v.ByteStart, v.Quote, v.Statement = at.Type, at.TextSHA256, at.ByteStart, at.Quote, at.Statement
	}
	return err
}

func scanPlace(r *sql.Rows, v *Review) error {
	return r.Scan(&v.Type, &v.TextSHA256, &v.ByteStart, &v.Quote, &v.Statement)
}
