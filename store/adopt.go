package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/hex"
	"errors"
	"slices"
	"strings"
	"time"

	"suyuan/extract"
	"suyuan/intake"
)

// Wanted is what of a document of another database is to be taken in.
type Wanted struct {
	Store    bool             // the document with its records: it is not here, or made by other rules
	Paths    []string         // the paths under which it is the latest that was found
	Findings []intake.Finding // those that are not known of it
	Lost     []string         // paths under which other content, found later, is stored here
	Replaced []string         // wanted paths under which other content is stored here

	ruleset string // by which it was looked
}

// Nothing reports whether there is nothing to take in.
func (w *Wanted) Nothing() bool { return !w.Store && len(w.Paths) == 0 && len(w.Findings) == 0 }

// Wants looks what of a document is to be taken in: of e only the hash, the paths
// with their times, the rules and the findings matter. Where a path leads to other
// content here, the content counts that was found later under it, and of two that
// were found in one second the one with the greater hash: whichever of several
// databases comes first, the last word is the same. A document that has no path
// left is not wanted, as one that was replaced is not kept.
func (s *Store) Wants(ctx context.Context, e *Entry, ruleset string) (w Wanted, err error) {
	err = s.read(ctx, func(q reader) error {
		w, err = wants(ctx, q, e, ruleset)
		return err
	})
	return w, s.explain("search", err)
}

func wants(ctx context.Context, q reader, e *Entry, ruleset string) (w Wanted, err error) {
	w.ruleset = ruleset
	sum := hex.EncodeToString(e.Document.Sum[:])
	var id int64
	var rules string
	err = q.QueryRowContext(ctx, "SELECT id, ruleset FROM documents WHERE sha256 = ?", sum).Scan(&id, &rules)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	for _, path := range e.AllPaths() {
		var at standing
		if err == nil {
			at, err = standingOf(ctx, q, path)
		}
		at.decide(&w, path, sum, stamp(e.FoundAt(path)))
	}
	w.Store = len(w.Paths) > 0 && id == 0 || id != 0 && rules != ruleset
	if err == nil && id != 0 && rules == ruleset && len(e.Findings) > 0 {
		w.Findings, err = unknown(ctx, q, id, e.Findings)
	}
	return w, err
}

// same reports whether the same is wanted as before.
func (w *Wanted) same(o *Wanted) bool {
	return w.Store == o.Store && slices.Equal(w.Paths, o.Paths) && slices.Equal(w.Lost, o.Lost) && slices.Equal(w.Replaced, o.Replaced) &&
		slices.EqualFunc(w.Findings, o.Findings, func(a, b intake.Finding) bool { return a.Key == b.Key })
}

// standing is what is known of a path: the content that it leads to and when that
// was found, and how it failed.
type standing struct{ sum, at, failedSum, failedAt string }

func standingOf(ctx context.Context, q queryer, path string) (p standing, err error) {
	err = q.QueryRowContext(ctx, `SELECT coalesce(d.sha256, ''), coalesce(p.found_at, d.ingested_at, ''), coalesce(f.sha256, ''), coalesce(f.at, '')
		FROM (SELECT ?1 AS path) x LEFT JOIN paths p ON p.path = x.path LEFT JOIN documents d ON d.id = p.document_id
		LEFT JOIN failures f ON f.path = x.path`, path).Scan(&p.sum, &p.at, &p.failedSum, &p.failedAt)
	return p, err
}

// decide says whether the path is to lead to the content sum, found at a time.
func (p standing) decide(w *Wanted, path, sum, at string) {
	switch later := cmp.Or(strings.Compare(at, p.at), strings.Compare(sum, p.sum)); {
	case p.failedAt > at && p.failedSum != "" && p.failedSum != sum:
		w.Lost = append(w.Lost, path) // later it had a content that could not be read
	case later > 0:
		w.Paths = append(w.Paths, path)
		if p.sum != "" && p.sum != sum {
			w.Replaced = append(w.Replaced, path)
		}
	case later < 0 && p.sum != sum:
		w.Lost = append(w.Lost, path)
	}
}

// unknown returns the findings that are not stored of the document id.
func unknown(ctx context.Context, q asker, id int64, findings []intake.Finding) (missing []intake.Finding, err error) {
	known := map[string]bool{}
	err = scan(ctx, q, "SELECT key FROM findings WHERE document_id = ?", []any{id}, func(r *sql.Rows) error {
		var key string
		err := r.Scan(&key)
		known[key] = true
		return err
	})
	for _, f := range findings {
		if !known[f.Key] {
			missing = append(missing, f)
		}
	}
	return missing, err
}

// Adopt takes in what is wanted of a document, in one transaction. Content that is
// stored keeps its id and its time. Where another process has changed meanwhile what
// is wanted, nothing is stored, and the error is ErrMeanwhile: look again.
func (s *Store) Adopt(ctx context.Context, e *Entry, w Wanted) error {
	var rows *Rows
	if w.Store {
		var err error
		if rows, err = Prepare(*e); err != nil {
			return err
		}
	}
	return s.writeRows(ctx, "take "+e.Document.Name+" into", func(tx *transaction) error {
		now, err := wants(ctx, tx, e, w.ruleset)
		if err == nil && !now.same(&w) {
			err = ErrMeanwhile
		}
		if err != nil {
			return err
		}
		id, err := adopted(ctx, tx, e, rows, w)
		if err != nil {
			return err
		}
		for _, path := range w.Paths {
			if err := lead(ctx, tx.Tx, path, id, e.FoundAt(path)); err != nil {
				return err
			}
		}
		return nil
	})
}

// adopted stores the document where that is wanted, or the findings that it lacks,
// and returns its id.
func adopted(ctx context.Context, tx *transaction, e *Entry, rows *Rows, w Wanted) (id int64, err error) {
	if w.Store {
		id, _, err = put(ctx, tx, rows)
		return id, err
	}
	err = tx.QueryRowContext(ctx, "SELECT id FROM documents WHERE sha256 = ?", hex.EncodeToString(e.Document.Sum[:])).Scan(&id)
	if err != nil || len(w.Findings) == 0 {
		return id, err
	}
	stored, err := keepIDs(ctx, tx.Tx, id)
	text := e.Document.TextSum()
	ids := map[*extract.Record]int64{}
	for kind, r := range e.Records.All() {
		if at, ok := stored.take(extract.Key(kind, text, r.Span)); ok {
			ids[r] = at
		}
	}
	if err == nil {
		err = addFindings(ctx, tx.Tx, id, w.Findings, func(r *extract.Record) (int64, bool) {
			at, ok := ids[r]
			return at, ok
		})
	}
	return id, err
}

// lead is attach for a path that is older than now: a failure that came later stays.
func lead(ctx context.Context, tx *sql.Tx, path string, id int64, at time.Time) error {
	var kept Failure
	var sum, failed string
	err := tx.QueryRowContext(ctx, `SELECT coalesce(sha256, ''), stage, message, at FROM failures WHERE path = ?1
		AND (at > ?2 OR at = ?2 AND (sha256 IS NULL OR sha256 = (SELECT sha256 FROM documents WHERE id = ?3)))`, path, stamp(at), id).
		Scan(&sum, &kept.Stage, &kept.Message, &failed)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	if _, err := attach(ctx, tx, path, id, at); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "UPDATE paths SET found_at = ? WHERE path = ?", stamp(at), path); err != nil || failed == "" {
		return err
	}
	_, err = tx.ExecContext(ctx, "INSERT INTO failures (path, sha256, stage, message, at) VALUES (?, ?, ?, ?, ?)", path, null(sum), kept.Stage, kept.Message, failed)
	return err
}

// addFindings stores findings of the document id, whose records have the ids that
// idOf gives.
func addFindings(ctx context.Context, tx *sql.Tx, id int64, findings []intake.Finding, idOf func(*extract.Record) (int64, bool)) error {
	for _, f := range findings {
		one := Finding{Key: f.Key, Kind: f.Kind, Severity: f.Severity, Message: f.Message, MessageEN: f.MessageEN, Arithmetic: f.Arithmetic}
		for _, r := range f.Records {
			record, ok := idOf(r)
			if !ok {
				return errLost
			}
			one.Records = append(one.Records, record)
		}
		if err := insertFinding(ctx, tx, id, one); err != nil {
			return err
		}
	}
	return nil
}

// Rulesets returns the rules that the stored documents were made by, in order.
func (s *Store) Rulesets(ctx context.Context) (all []string, err error) {
	err = scan(ctx, s.db, "SELECT DISTINCT ruleset FROM documents", nil, func(r *sql.Rows) error {
		all = append(all, "")
		return r.Scan(&all[len(all)-1])
	})
	slices.Sort(all)
	return all, s.explain("read", err)
}
