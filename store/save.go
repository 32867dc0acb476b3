package store

import (
	"context"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"time"

	"suyuan/intake"
)

// Entry is one document as it is handed to Save.
type Entry = intake.Entry

// Failure is a file that could not be ingested.
type Failure = intake.Failure

// Attach makes path a path of the stored document id, as for a copy or a file
// that moved, and takes the paths that are gone from it. It reports whether that
// changed anything. A document that path belonged to before leaves the views
// unless it has another path.
func (s *Store) Attach(ctx context.Context, path string, id int64, gone ...string) (changed bool, err error) {
	err = s.write(ctx, "attach "+path+" in", func(tx *sql.Tx) error {
		if changed, err = attach(ctx, tx, path, id, time.Now()); err != nil {
			return err
		}
		return drop(ctx, tx, id, gone)
	})
	return changed, err
}

// Save stores a document with all that was extracted from it, in one transaction.
//
// Content that is stored with the same rules is not written again, it only gets
// the paths. Content that is stored with other rules keeps its id and its paths.
// A path that led to other content leads to this one now; the other document
// leaves the views unless it has another path. Reviews are kept in every case.
// The content's paths that are gone are taken from it.
func (s *Store) Save(ctx context.Context, e Entry, gone ...string) (Summary, error) {
	p, err := newPlaces(e.Outline)
	if err != nil {
		return Summary{}, fmt.Errorf("save %s: %w", e.Document.Name, err)
	}
	var id int64
	err = s.writeRows(ctx, "save "+e.Document.Name+" in", func(tx *transaction) error {
		var found bool
		var kept keptIDs
		id, found, kept, err = document(ctx, tx.Tx, e, p)
		if err != nil {
			return err
		}
		if !found {
			if err := rows(ctx, tx, e, p, id, kept); err != nil {
				return err
			}
			if err := settle(ctx, tx.Tx, p.textSum()); err != nil {
				return err
			}
		}
		for _, path := range e.AllPaths() {
			if _, err := attach(ctx, tx.Tx, path, id, e.FoundAt(path)); err != nil {
				return err
			}
		}
		return drop(ctx, tx.Tx, id, gone)
	})
	if err != nil {
		return Summary{}, err
	}
	return s.Summary(context.WithoutCancel(ctx), id) // what was committed is told
}

// Fail stores that a file could not be ingested, in place of an earlier failure
// of the same path. The next success of the path removes it. Where the path
// belonged to a document of other content, that document leaves the views unless
// it has another path; where the content is unknown it stays.
func (s *Store) Fail(ctx context.Context, f Failure) error {
	return s.write(ctx, "note the failure of "+f.Path+" in", func(tx *sql.Tx) error { return fail(ctx, tx, f) })
}

func fail(ctx context.Context, tx *sql.Tx, f Failure) error {
	var sum sql.NullString
	if f.Sum != [32]byte{} {
		sum = sql.NullString{String: hex.EncodeToString(f.Sum[:]), Valid: true}
		if _, err := detach(ctx, tx, f.Path, sum.String); err != nil {
			return err
		}
	}
	_, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO failures (path, sha256, stage, message, at) VALUES (?, ?, ?, ?, ?)",
		f.Path, sum, f.Stage, f.Message, stamp(f.At))
	return err
}

// Mend takes back the failure that is stored under path: what was wrong there no
// longer is. A document of that path stays.
func (s *Store) Mend(ctx context.Context, path string) error {
	return s.write(ctx, "take back the failure of "+path+" in", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "DELETE FROM failures WHERE path = ?", path)
		return err
	})
}

// Forget takes path out, and the failure that is stored under it. Its document
// leaves the views, and gone is true, unless it has another path. Reviews stay.
func (s *Store) Forget(ctx context.Context, path string) (gone bool, err error) {
	err = s.write(ctx, "forget "+path+" in", func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, "DELETE FROM failures WHERE path = ?", path); err != nil {
			return err
		}
		gone, err = detach(ctx, tx, path, "")
		return err
	})
	return gone, err
}

// document returns the id of e's document and whether it is stored with the same
// rules. Where it is not, its row is written and what was extracted from it by
// other rules is gone, but for the ids of those records.
func document(ctx context.Context, tx *sql.Tx, e Entry, p *places) (id int64, found bool, kept keptIDs, err error) {
	d, about := e.Document, e.Records.About
	sum := hex.EncodeToString(d.Sum[:])
	var rules string
	err = tx.QueryRowContext(ctx, "SELECT id, ruleset FROM documents WHERE sha256 = ?", sum).Scan(&id, &rules)
	switch {
	case err == nil && rules == e.Ruleset:
		return id, true, nil, nil
	case err == nil:
		if kept, err = keepIDs(ctx, tx, id); err != nil {
			return 0, false, nil, err
		}
		for _, table := range []string{"search_documents", "findings", "numerals", "records", "blocks", "pages"} {
			if _, err := tx.ExecContext(ctx, "DELETE FROM "+table+" WHERE document_id = ?", id); err != nil {
				return 0, false, nil, err
			}
		}
	case !errors.Is(err, sql.ErrNoRows):
		return 0, false, nil, err
	}
	n := count(e)
	err = tx.QueryRowContext(ctx, `INSERT INTO documents
		(id, sha256, text_sha256, media_type, encoding, reader, bytes, title, region, issuer, doc_number, issued_on, period, status, ingested_at, ruleset,
			figures, targets, dates, departments, projects, numerals, unexplained)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET text_sha256 = excluded.text_sha256, media_type = excluded.media_type, encoding = excluded.encoding,
			reader = excluded.reader, bytes = excluded.bytes, title = excluded.title, region = excluded.region, issuer = excluded.issuer,
			doc_number = excluded.doc_number, issued_on = excluded.issued_on, period = excluded.period, status = excluded.status,
			record_id = NULL, ingested_at = excluded.ingested_at, ruleset = excluded.ruleset,
			figures = excluded.figures, targets = excluded.targets, dates = excluded.dates, departments = excluded.departments,
			projects = excluded.projects, numerals = excluded.numerals, unexplained = excluded.unexplained
		RETURNING id`,
		sql.NullInt64{Int64: id, Valid: id != 0}, sum, p.textSum(), d.MediaType, d.Encoding, d.Reader, d.Size,
		null(about.Title), null(about.Region), null(about.Issuer), null(about.DocNumber), null(about.IssuedOn), null(about.Period), null(about.Status),
		stamp(e.At), e.Ruleset, n.Figures, n.Targets, n.Dates, n.Departments, n.Projects, n.Numerals, n.Unexplained).Scan(&id)
	return id, false, kept, err
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

// attach is Attach within a transaction, for a path that was found to have the
// content at a time.
func attach(ctx context.Context, tx *sql.Tx, path string, id int64, at time.Time) (changed bool, err error) {
	var before int64
	err = tx.QueryRowContext(ctx, "SELECT document_id FROM paths WHERE path = ?", path).Scan(&before)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return false, err
	}
	gone, err := tx.ExecContext(ctx, "DELETE FROM failures WHERE path = ?", path)
	if err != nil {
		return false, err
	}
	if before == id {
		n, err := gone.RowsAffected()
		return n > 0, err
	}
	if _, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO paths (path, document_id, found_at) VALUES (?, ?, ?)", path, id, stamp(at)); err != nil {
		return false, err
	}
	_, err = forgetOrphan(ctx, tx, before)
	return true, err
}

// detach takes path from its document unless that has the content sum, and
// reports whether that was its last path.
func detach(ctx context.Context, tx *sql.Tx, path, sum string) (gone bool, err error) {
	var id int64
	err = tx.QueryRowContext(ctx, `DELETE FROM paths WHERE path = ?
		AND document_id IN (SELECT id FROM documents WHERE sha256 <> ?) RETURNING document_id`, path, sum).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	return forgetOrphan(ctx, tx, id)
}

// drop takes paths from the document id, which has another one.
func drop(ctx context.Context, tx *sql.Tx, id int64, paths []string) error {
	for _, path := range paths {
		if _, err := tx.ExecContext(ctx, "DELETE FROM paths WHERE path = ? AND document_id = ?", path, id); err != nil {
			return err
		}
	}
	return nil
}

// forgetOrphan deletes a document that has no path left, with all that hangs on
// it, and reports whether it did.
func forgetOrphan(ctx context.Context, tx *sql.Tx, id int64) (gone bool, err error) {
	var text string
	err = tx.QueryRowContext(ctx, "DELETE FROM documents WHERE id = ? AND NOT EXISTS (SELECT 1 FROM paths WHERE document_id = documents.id) RETURNING text_sha256", id).Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	return true, settle(ctx, tx, text)
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
