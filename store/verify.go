package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"suyuan/extract"
	"suyuan/source"
)

// Fault is something stored that does not hold, or a note.
type Fault struct {
	Check      string // what was checked: database, text, quote, place, statement, key, fields, value, evidence, ledger, review, file, rules
	Note       bool   // nothing is wrong, but something could not be checked
	DocumentID int64  // 0 where it is no document's
	Path       string // the first of the document's paths, or the file
	RecordID   int64  // 0 where it is no record's
	Type       string // of the record
	Span       source.Span
	Line       int // 0 where it has no place
	Message    string
}

// String says it in one line: the document, the place, the record, what is wrong.
func (f Fault) String() string {
	var b strings.Builder
	b.WriteString(f.Path)
	if f.Line > 0 {
		fmt.Fprintf(&b, ":%d", f.Line)
	}
	b.WriteString(": ")
	if f.Note {
		b.WriteString("note: ")
	}
	b.WriteString(f.Check + ": ")
	if f.RecordID > 0 {
		fmt.Fprintf(&b, "%s %d: ", f.Type, f.RecordID)
	}
	b.WriteString(f.Message)
	if f.Line > 0 {
		fmt.Fprintf(&b, " (bytes %d to %d)", f.Span.Start, f.Span.End)
	}
	return b.String()
}

// Report says how much Verify has looked at and what it found.
type Report struct {
	Documents int
	Records   int
	Evidence  int
	Numerals  int
	Values    int // numbers and dates read again from their quotes
	Files     int // source files whose hash was compared
	Again     int // documents extracted again, see VerifyRules
	Reviews   int // verdicts of reviewers, those taken back among them
	Faults    int
	Notes     int
}

// Verify proves what is stored and tells tell of everything that does not hold,
// document by document in the order of their ids:
//
//   - the database is sound, has its views and triggers, and every reference
//     leads somewhere,
//   - the blocks of each text join to the text that was read, by its hash,
//   - every quote of a record stands in its place, by bytes, characters and lines,
//     and lies in its statement,
//   - every piece of evidence and every numeral is a stretch of the text, and one of
//     the evidence is the record's own place,
//   - every number and date read again from its quote is the stored one, and the
//     value in the base unit is that of the unit,
//   - every field that was read from the text has evidence,
//   - every digit of the text stands in the ledger,
//   - every review is as it was given, says rightly whether what was judged is
//     still here and unchanged, and the figure of a reviewer stands at its place,
//   - every source file that is still there has its hash.
//
// The error is one of the environment's; what was told until then holds.
func (s *Store) Verify(ctx context.Context, tell func(Fault)) (Report, error) {
	v := &verification{ctx: ctx, tell: tell, path: s.path}
	err := s.verify(ctx, v)
	return v.report, s.explain("verify", err)
}

func (s *Store) verify(ctx context.Context, v *verification) error {
	lexicon, err := extract.LoadLexicon(nil)
	if err != nil {
		return err
	}
	v.lexicon = lexicon
	// One transaction: an ingest that runs beside it is not seen half done.
	v.tx, err = s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer v.tx.Rollback()
	if err := v.database(); err != nil {
		return err
	}
	if err := v.schema(); err != nil {
		return err
	}
	ids, err := query(v, "SELECT id FROM documents ORDER BY id", func(r *sql.Rows, id *int64) error { return r.Scan(id) })
	if err != nil {
		return err
	}
	for _, id := range ids {
		if err := v.document(id); err != nil {
			return err
		}
	}
	return v.strays()
}

// verification is one run of Verify.
type verification struct {
	ctx      context.Context
	tx       *sql.Tx
	path     string
	lexicon  *extract.Lexicon
	tell     func(Fault)
	report   Report
	archives source.Archives
}

func (v *verification) fault(f Fault) {
	v.report.count(f)
	v.tell(f)
}

func (r *Report) count(f Fault) {
	if f.Note {
		r.Notes++
	} else {
		r.Faults++
	}
}

// database asks SQLite for what it can prove itself.
func (v *verification) database() error {
	broken, err := query(v, "PRAGMA integrity_check", func(r *sql.Rows, s *string) error { return r.Scan(s) })
	if err != nil {
		return err
	}
	for _, message := range broken {
		if message != "ok" {
			v.fault(Fault{Check: "database", Path: v.path, Message: message})
		}
	}
	type reference struct {
		table, parent string
		row           sql.NullInt64
	}
	lost, err := query(v, `SELECT "table", rowid, parent FROM pragma_foreign_key_check`, func(r *sql.Rows, f *reference) error { return r.Scan(&f.table, &f.row, &f.parent) })
	if err != nil {
		return err
	}
	for _, f := range lost {
		v.fault(Fault{Check: "database", Path: v.path, Message: fmt.Sprintf("row %d of %s refers to a row of %s that is not there", f.row.Int64, f.table, f.parent)})
	}
	return nil
}

// query returns the rows of a query, each read by scan. They are read to the end
// before anything else is asked: there is one connection.
func query[T any](v *verification, text string, scan func(*sql.Rows, *T) error, args ...any) ([]T, error) {
	rows, err := v.tx.QueryContext(v.ctx, text, args...)
	if err != nil {
		return nil, err
	}
	return scanAll(rows, scan)
}

// scanAll reads rows to their end.
func scanAll[T any](rows *sql.Rows, scan func(*sql.Rows, *T) error) ([]T, error) {
	defer rows.Close()
	var all []T
	for rows.Next() {
		var one T
		if err := scan(rows, &one); err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}
