package store

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
)

// Revision says what other rules changed in a stored document.
type Revision struct {
	DocumentID int64
	Path       string // the first of its paths
	Same       bool   // nothing changed, in its blocks, records, evidence, ledger and links
	Kept       int    // records that are as they were
	Added      []Record
	Removed    []Record
	Changed    []Amendment
}

// Amendment is a record that has the key it had, and another content.
type Amendment struct{ Was, Now Record }

// Field is what a revision changed in one field, as JSON.
type Field struct {
	Name string          `json:"name"`
	Was  json.RawMessage `json:"was"`
	Now  json.RawMessage `json:"now"`
}

// Revise writes what other rules made of the stored document id in the place of
// what is there, in one transaction, and says what that changed. Where nothing did,
// every row stays, and the document is noted as made by these rules. Records with
// the key that they had keep their ids, and failures of its paths are gone.
func (s *Store) Revise(ctx context.Context, id int64, rows *Rows) (Revision, error) {
	v := Revision{DocumentID: id, Path: rows.Document.Name}
	err := s.writeRows(ctx, "revise "+rows.Document.Name+" in", func(tx *transaction) error {
		var is int64
		err := tx.QueryRowContext(ctx, "SELECT id FROM documents WHERE id = ? AND sha256 = ?", id, hex.EncodeToString(rows.Document.Sum[:])).Scan(&is)
		if errors.Is(err, sql.ErrNoRows) {
			return ErrNoDocument // it was forgotten meanwhile
		}
		if err != nil {
			return err
		}
		before, err := contentOf(ctx, tx.Tx, id)
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "SAVEPOINT revision"); err != nil {
			return err
		}
		// Rules that are no rules: what is there is written anew even if the same made it.
		if _, err := tx.ExecContext(ctx, "UPDATE documents SET ruleset = '' WHERE id = ?", id); err != nil {
			return err
		}
		if at, was, err := put(ctx, tx, rows); err != nil {
			return err
		} else if at != id || was.same {
			return fmt.Errorf("the document %d was stored under another id", id)
		}
		after, err := contentOf(ctx, tx.Tx, id)
		if err != nil {
			return err
		}
		v.compare(before, after)
		if v.Same {
			if _, err := tx.ExecContext(ctx, "ROLLBACK TO revision"); err != nil {
				return err
			}
		}
		_, err = tx.ExecContext(ctx, `UPDATE documents SET ruleset = ?1 WHERE id = ?2 AND ruleset <> ?1`, rows.Ruleset, id)
		if err == nil {
			_, err = tx.ExecContext(ctx, "DELETE FROM failures WHERE path IN (SELECT path FROM paths WHERE document_id = ?)", id)
		}
		return err
	})
	return v, err
}

// content is all that rules make of a document.
type content struct {
	records []Record // by key, then as they are numbered
	rest    []string // what is in no record: blocks, the ledger, links, the document's own row
}

// contentOf reads the content of a document.
func contentOf(ctx context.Context, q asker, id int64) (c content, err error) {
	ids, err := ask(ctx, q, "SELECT id FROM records WHERE document_id = ? ORDER BY key, id", scanInt, id)
	if err != nil {
		return c, err
	}
	if c.records, err = load(ctx, q, ids, fillEvidence); err != nil {
		return c, err
	}
	for _, query := range []string{
		"SELECT json_array(title, region, issuer, doc_number, issued_on, period, status) FROM documents WHERE id = ?",
		"SELECT json_array(b.byte_start, b.kind, b.level, p.byte_start, b.section) FROM blocks b LEFT JOIN blocks p ON p.id = b.parent_id WHERE b.document_id = ? ORDER BY b.byte_start",
		"SELECT json_array(n.byte_start, n.quote, n.disposition, r.key, n.reason) FROM v_numerals n LEFT JOIN records r ON r.id = n.record_id WHERE n.document_id = ? ORDER BY n.byte_start",
		"SELECT json_array(a.key, b.key, l.role) FROM records a JOIN links l ON l.record_id = a.id JOIN records b ON b.id = l.linked_id WHERE a.document_id = ? ORDER BY 1",
	} {
		part, err := ask(ctx, q, query, func(r *sql.Rows, line *string) error { return r.Scan(line) }, id)
		if err != nil {
			return c, err
		}
		c.rest = append(c.rest, part...)
	}
	return c, nil
}

// compare pairs the records of before and after by their keys.
func (v *Revision) compare(before, after content) {
	a, b := before.records, after.records
	for len(a) > 0 || len(b) > 0 {
		switch {
		case len(b) == 0 || len(a) > 0 && a[0].Key < b[0].Key:
			v.Removed, a = append(v.Removed, a[0]), a[1:]
		case len(a) == 0 || b[0].Key < a[0].Key:
			v.Added, b = append(v.Added, b[0]), b[1:]
		default:
			if change := (Amendment{a[0], b[0]}); len(change.Fields()) > 0 {
				v.Changed = append(v.Changed, change)
			} else {
				v.Kept++
			}
			a, b = a[1:], b[1:]
		}
	}
	place := func(a, b Record) int { return a.ByteStart - b.ByteStart }
	slices.SortStableFunc(v.Added, place)
	slices.SortStableFunc(v.Removed, place)
	slices.SortStableFunc(v.Changed, func(a, b Amendment) int { return place(a.Now, b.Now) })
	v.Same = len(v.Added)+len(v.Removed)+len(v.Changed) == 0 && slices.Equal(before.rest, after.rest)
}

// Fields returns the fields that differ: those of the record's type first, in
// their order, then what all records have.
func (c Amendment) Fields() (changed []Field) {
	was, now := described(c.Was), described(c.Now)
	for i, f := range now {
		if i < len(was) && !bytes.Equal(was[i].Now, f.Now) {
			changed = append(changed, Field{f.Name, was[i].Now, f.Now})
		}
	}
	return changed
}

// described returns the fields of a record in their order; one type has always
// the same ones.
func described(r Record) (all []Field) {
	d := json.NewDecoder(bytes.NewReader(r.Fields()))
	_, _ = d.Token() // {
	for d.More() {
		name, _ := d.Token()
		var value json.RawMessage
		_ = d.Decode(&value)
		all = append(all, Field{Name: fmt.Sprint(name), Now: value})
	}
	var evidence []any
	for _, e := range r.Evidence {
		evidence = append(evidence, []any{e.Role, e.ByteStart, e.ByteEnd, e.Quote})
	}
	for _, f := range []struct {
		name  string
		value any
	}{{"section", r.Section}, {"statement", r.Statement}, {"rule", r.Rule}, {"confidence", r.Confidence}, {"evidence", evidence}} {
		value, _ := marshal(f.value)
		all = append(all, Field{Name: f.name, Now: value})
	}
	return all
}
