package store

import (
	"context"
	"database/sql"
)

const recordRows = `SELECT r.id, r.key, r.type, r.document_id, coalesce((SELECT min(p.path) FROM paths p WHERE p.document_id = r.document_id), ''),
	d.title, d.region, d.status, d.text_sha256, coalesce(s.section, ''),
	r.block_id, r.statement_start, r.statement_end, r.byte_start, r.byte_start + length(CAST(r.quote AS BLOB)), r.char_start, r.char_start + length(r.quote),
	r.line, r.quote, r.rule, r.confidence
FROM records r JOIN documents d ON d.id = r.document_id
LEFT JOIN blocks s ON s.id = r.section_id
WHERE r.id IN (SELECT value FROM json_each(?))`

// loaded is a record whose statement is still to be cut out of its block.
type loaded struct {
	Record
	block int64
	end   int // of the statement
}

func scanRecord(rows *sql.Rows, r *loaded) error {
	return rows.Scan(&r.ID, &r.Key, &r.Type, &r.DocumentID, &r.Path, &r.Title, &r.Region, &r.Status, &r.TextSHA256, &r.Section,
		&r.block, &r.StatementStart, &r.end, &r.ByteStart, &r.ByteEnd, &r.CharStart, &r.CharEnd, &r.Line, &r.Quote, &r.Rule, &r.Confidence)
}

// fill reads what a record has beside its place.
type fill func(ctx context.Context, q asker, ids string, byID map[int64]*Record) error

// load returns the records with these ids in this order, without those that are
// gone meanwhile, each with its fields and the verdict that stands on it.
func load(ctx context.Context, q asker, ids []int64, more ...fill) ([]Record, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	wanted := list(ids)
	rows, err := ask(ctx, q, recordRows, scanRecord, wanted)
	if err != nil {
		return nil, err
	}
	if err := cutStatements(ctx, q, wanted, rows); err != nil {
		return nil, err
	}
	byID := make(map[int64]*Record, len(rows))
	for i := range rows {
		byID[rows[i].ID] = &rows[i].Record
	}
	for _, fill := range append([]fill{fillFigures, fillDates, fillDepartments, fillProjects, fillAbout, fillReviews}, more...) {
		if err := fill(ctx, q, wanted, byID); err != nil {
			return nil, err
		}
	}
	all := make([]Record, 0, len(rows))
	for _, id := range ids {
		if r := byID[id]; r != nil {
			all = append(all, *r)
		}
	}
	return all, nil
}

// cutStatements cuts the statements out of their blocks: many records have the same one, and
// of a line without a full stop it is long.
func cutStatements(ctx context.Context, q asker, ids string, rows []loaded) error {
	blocks := map[int64]Block{}
	err := scan(ctx, q, "SELECT id, byte_start, text FROM blocks WHERE id IN (SELECT block_id FROM records WHERE id IN (SELECT value FROM json_each(?)))", []any{ids}, func(r *sql.Rows) error {
		var b Block
		err := r.Scan(&b.ID, &b.ByteStart, &b.Text)
		blocks[b.ID] = b
		return err
	})
	for i := range rows {
		r := &rows[i]
		b := blocks[r.block]
		if from, to := r.StatementStart-b.ByteStart, r.end-b.ByteStart; 0 <= from && from <= to && to <= len(b.Text) {
			r.Statement = b.Text[from:to]
		}
	}
	return err
}

// loadNow is load at one moment.
func (s *Store) loadNow(ctx context.Context, ids []int64, more ...fill) (all []Record, err error) {
	err = s.read(ctx, func(q reader) error {
		all, err = load(ctx, q, ids, more...)
		return err
	})
	return all, err
}

const among = " WHERE record_id IN (SELECT value FROM json_each(?))"

// fields is a row of a type's table.
type fields[T any] struct {
	record int64
	of     T
}

func fillFigures(ctx context.Context, q asker, ids string, byID map[int64]*Record) error {
	all, err := ask(ctx, q, "SELECT record_id, "+figureColumns+" FROM figures"+among, func(r *sql.Rows, f *fields[Figure]) error {
		return r.Scan(append([]any{&f.record}, f.of.pointers()...)...)
	}, ids)
	for i := range all {
		if r := byID[all[i].record]; r != nil {
			r.Figure = &all[i].of
		}
	}
	return err
}

func fillDates(ctx context.Context, q asker, ids string, byID map[int64]*Record) error {
	all, err := ask(ctx, q, "SELECT record_id, edtf, first_day, last_day FROM dates"+among, func(r *sql.Rows, f *fields[Date]) error {
		return r.Scan(&f.record, &f.of.EDTF, &f.of.FirstDay, &f.of.LastDay)
	}, ids)
	for i := range all {
		if r := byID[all[i].record]; r != nil {
			r.Date = &all[i].of
		}
	}
	return err
}

func fillDepartments(ctx context.Context, q asker, ids string, byID map[int64]*Record) error {
	all, err := ask(ctx, q, "SELECT record_id, name, canonical_name, role, task FROM departments"+among, func(r *sql.Rows, f *fields[Department]) error {
		return r.Scan(&f.record, &f.of.Name, &f.of.CanonicalName, &f.of.Role, &f.of.Task)
	}, ids)
	for i := range all {
		if r := byID[all[i].record]; r != nil {
			r.Department = &all[i].of
		}
	}
	return err
}

func fillProjects(ctx context.Context, q asker, ids string, byID map[int64]*Record) error {
	all, err := ask(ctx, q, "SELECT record_id, name, category, status FROM projects"+among, func(r *sql.Rows, f *fields[Project]) error {
		return r.Scan(&f.record, &f.of.Name, &f.of.Category, &f.of.Status)
	}, ids)
	for i := range all {
		if r := byID[all[i].record]; r != nil {
			r.Project = &all[i].of
		}
	}
	return err
}

func fillAbout(ctx context.Context, q asker, ids string, byID map[int64]*Record) error {
	all, err := ask(ctx, q, "SELECT r.id, d.title, d.region, d.issuer, d.doc_number, d.issued_on, d.period, d.status FROM records r JOIN documents d ON d.id = r.document_id WHERE r.type = 'document' AND r.id IN (SELECT value FROM json_each(?))",
		func(r *sql.Rows, f *fields[About]) error {
			a := &f.of
			return r.Scan(&f.record, &a.Title, &a.Region, &a.Issuer, &a.DocNumber, &a.IssuedOn, &a.Period, &a.Status)
		}, ids)
	for i := range all {
		if r := byID[all[i].record]; r != nil {
			r.About = &all[i].of
		}
	}
	return err
}

func fillEvidence(ctx context.Context, q asker, ids string, byID map[int64]*Record) error {
	all, err := askEvidence(ctx, q, among, ids)
	for _, e := range all {
		if r := byID[e.RecordID]; r != nil {
			r.Evidence = append(r.Evidence, e)
		}
	}
	return err
}

func fillReviews(ctx context.Context, q asker, ids string, byID map[int64]*Record) error {
	all, err := askReviews(ctx, q, "WHERE v.stands AND v.record_key IN (SELECT r.key FROM records r WHERE r.id IN (SELECT value FROM json_each(?)))", ids)
	if err != nil {
		return err
	}
	byKey := make(map[string]*Review, len(all))
	for i := range all {
		byKey[all[i].RecordKey] = &all[i]
	}
	for _, r := range byID {
		r.Review = byKey[r.Key]
	}
	return nil
}
