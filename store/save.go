package store

import (
	"context"
	"database/sql"
	"encoding/hex"
	"errors"
	"slices"
	"time"

	"suyuan/intake"
)

// Entry is one document as it is handed to Save.
type Entry = intake.Entry

// Save stores a document with all that was extracted from it, in one transaction.
//
// Content that is stored with the same rules is not written again, it only gets
// the paths. Content that is stored with other rules keeps its id and its paths.
// A path that led to other content leads to this one now; the other document
// leaves the views unless it has another path. Reviews are kept in every case.
// The content's paths that are gone are taken from it.
func (s *Store) Save(ctx context.Context, r *Rows, gone ...string) (Summary, error) {
	var id int64
	var was former
	err := s.writeRows(ctx, "save "+r.Document.Name+" in", func(tx *transaction) (err error) {
		if id, was, err = put(ctx, tx, r); err != nil {
			return err
		}
		for _, path := range r.AllPaths() {
			if _, err := attach(ctx, tx.Tx, path, id, r.FoundAt(path)); err != nil {
				return err
			}
		}
		return drop(ctx, tx.Tx, id, gone)
	})
	if err != nil {
		return Summary{}, err
	}
	if was.id != 0 {
		return s.Summary(context.WithoutCancel(ctx), id) // what was committed is told
	}
	return r.summary(id), nil
}

// former is what was stored of a content.
type former struct {
	id   int64   // 0 for nothing
	same bool    // by the same rules
	kept keptIDs // of the records by other rules
}

// put writes the rows of a document, unless it is stored with the same rules, and
// returns its id and what was there before.
func put(ctx context.Context, tx *transaction, r *Rows) (id int64, was former, err error) {
	defer r.release()
	if was, err = formerOf(ctx, tx.Tx, r.Entry); err != nil || was.same {
		return was.id, was, err
	}
	w, err := identify(ctx, tx, r, was.kept)
	if err != nil {
		return 0, was, err
	}
	if id, err = w.row(ctx, tx.Tx, was.id); err != nil {
		return 0, was, err
	}
	w.document = id
	if err = w.tables(ctx, tx); err == nil {
		err = addFindings(ctx, tx.Tx, id, r.Findings, w.id)
	}
	if err == nil {
		err = settle(ctx, tx.Tx, r.textSum())
	}
	return id, was, err
}

// formerOf looks what is stored of e's content, and takes away what was extracted from it
// by other rules, but for the ids of those records.
func formerOf(ctx context.Context, tx *sql.Tx, e Entry) (was former, err error) {
	var rules string
	err = tx.QueryRowContext(ctx, "SELECT id, ruleset FROM documents WHERE sha256 = ?", hex.EncodeToString(e.Document.Sum[:])).Scan(&was.id, &rules)
	if errors.Is(err, sql.ErrNoRows) {
		return was, nil
	}
	was.same = rules == e.Ruleset
	if err != nil || was.same {
		return was, err
	}
	if was.kept, err = keepIDs(ctx, tx, was.id); err != nil {
		return was, err
	}
	for _, table := range []string{"search_documents", "findings", "numerals", "records", "blocks", "pages"} {
		if _, err := tx.ExecContext(ctx, "DELETE FROM "+table+" WHERE document_id = ?", was.id); err != nil {
			return was, err
		}
	}
	return was, nil
}

// row writes the row of the document, in the place of the one with the id unless that
// is 0, and returns its id.
func (w *writing) row(ctx context.Context, tx *sql.Tx, id int64) (int64, error) {
	d, about, n := w.Document, w.Records.About, w.counts
	err := tx.QueryRowContext(ctx, `INSERT INTO documents
		(id, sha256, text_sha256, media_type, encoding, reader, bytes, title, region, issuer, doc_number, issued_on, period, status, record_id, ingested_at, ruleset,
			figures, targets, dates, departments, projects, numerals, unexplained)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET text_sha256 = excluded.text_sha256, media_type = excluded.media_type, encoding = excluded.encoding,
			reader = excluded.reader, bytes = excluded.bytes, title = excluded.title, region = excluded.region, issuer = excluded.issuer,
			doc_number = excluded.doc_number, issued_on = excluded.issued_on, period = excluded.period, status = excluded.status,
			record_id = excluded.record_id, ingested_at = excluded.ingested_at, ruleset = excluded.ruleset,
			figures = excluded.figures, targets = excluded.targets, dates = excluded.dates, departments = excluded.departments,
			projects = excluded.projects, numerals = excluded.numerals, unexplained = excluded.unexplained
		RETURNING id`,
		sql.NullInt64{Int64: id, Valid: id != 0}, hex.EncodeToString(d.Sum[:]), w.textSum(), d.MediaType, d.Encoding, d.Reader, d.Size,
		null(about.Title), null(about.Region), null(about.Issuer), null(about.DocNumber), null(about.IssuedOn), null(about.Period), null(about.Status), w.about(),
		stamp(w.At), w.Ruleset, n.Figures, n.Targets, n.Dates, n.Departments, n.Projects, n.Numerals, n.Unexplained).Scan(&id)
	return id, err
}

// summary says what the document gave that is stored under an id for the first time.
func (r *Rows) summary(id int64) Summary {
	s := r.counts
	s.DocumentID, s.Path, s.Title, s.Region = id, slices.Min(r.AllPaths()), r.Records.About.Title, r.Records.About.Region
	return s
}

// count counts what the document gave.
func count(e Entry) (s Summary) {
	r := e.Records
	s.Figures, s.Dates, s.Departments, s.Projects, s.Numerals = len(r.Figures), len(r.Dates), len(r.Departments), len(r.Projects), len(r.Numerals)
	for _, f := range r.Figures {
		if f.Kind == "target" {
			s.Targets++
		}
	}
	for _, n := range r.Numerals {
		if n.Disposition == "unexplained" {
			s.Unexplained++
		}
	}
	return s
}

// stamp writes a time as the database keeps it.
func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339) }

// null returns nil for "", which the database keeps as NULL.
func null(s string) any {
	if s == "" {
		return nil
	}
	return s
}
