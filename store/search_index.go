package store

import (
	"context"
	"database/sql"
)

// Unindexed returns how many bytes of text the index lacks. Searching them means to
// read them through, which takes a second for about 100 MB.
func (s *Store) Unindexed(ctx context.Context) (bytes int64, err error) {
	err = s.db.QueryRowContext(ctx, "SELECT coalesce(sum(bytes), 0) FROM documents WHERE id NOT IN (SELECT document_id FROM search_documents)").Scan(&bytes)
	return bytes, s.explain("search", err)
}

// indexAtOnce is how many bytes of text go into the index in one transaction: it
// takes about a tenth of a second, for which others wait.
const indexAtOnce = 1 << 20

// Index takes texts into the index that it lacks, in short transactions, until it
// has taken so many bytes; more is false once it lacks none. A program that stays
// calls it again and again, so that searching gets faster.
func (s *Store) Index(ctx context.Context, bytes int64) (more bool, err error) {
	for more = true; more && bytes > 0; bytes -= indexAtOnce {
		err := s.write(ctx, "index the texts of", func(tx *sql.Tx) error {
			more, err = indexSome(ctx, tx)
			return err
		})
		if err != nil {
			return more, err
		}
	}
	return more, nil
}

// indexSome takes some documents into the index.
func indexSome(ctx context.Context, tx *sql.Tx) (more bool, err error) {
	if err := renew(ctx, tx); err != nil {
		return false, err
	}
	type lacking struct{ id, bytes int64 }
	documents, err := ask(ctx, tx, "SELECT id, bytes FROM documents WHERE id NOT IN (SELECT document_id FROM search_documents) ORDER BY id LIMIT 101", func(r *sql.Rows, d *lacking) error {
		return r.Scan(&d.id, &d.bytes)
	})
	if err != nil {
		return false, err
	}
	bytes := int64(0)
	for i, d := range documents {
		if i == 100 || bytes >= indexAtOnce {
			return true, nil
		}
		if err := indexDocument(ctx, tx, d.id); err != nil {
			return false, err
		}
		bytes += d.bytes
	}
	return false, nil
}

// indexDocument takes the blocks of one document into the index.
func indexDocument(ctx context.Context, tx *sql.Tx, document int64) error {
	var row, first, blocks int64
	err := tx.QueryRowContext(ctx, `SELECT (SELECT coalesce(max(docid), 0) + 1 FROM search_docsize), coalesce(min(id), 0), coalesce(max(id) - min(id) + 1, 0)
		FROM blocks WHERE document_id = ?`, document).Scan(&row, &first, &blocks)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "INSERT INTO search_documents (document_id, first_row, first_block, blocks) VALUES (?, ?, ?, ?)", document, row, first, blocks); err != nil {
		return err
	}
	texts, err := ask(ctx, tx, "SELECT id, text FROM blocks WHERE document_id = ?", func(r *sql.Rows, b *Block) error { return r.Scan(&b.ID, &b.Text) }, document)
	if err != nil {
		return err
	}
	insert, err := tx.PrepareContext(ctx, "INSERT INTO search (docid, characters) VALUES (?, ?)")
	if err != nil {
		return err
	}
	defer insert.Close()
	for _, b := range texts {
		if _, err := insert.ExecContext(ctx, row+b.ID-first, tokens(foldText(b.Text))); err != nil {
			return err
		}
	}
	return nil
}

// muchGone is how many rows of the index may lead nowhere before it is made anew.
const muchGone = 100_000

// renew empties the index where most of its rows are of documents that are gone or
// were extracted again: single rows cannot be taken out.
func renew(ctx context.Context, tx *sql.Tx) error {
	var rows, used int64
	var definition string
	err := tx.QueryRowContext(ctx, `SELECT (SELECT coalesce(max(docid), 0) FROM search_docsize), (SELECT coalesce(sum(blocks), 0) FROM search_documents),
		(SELECT sql FROM sqlite_schema WHERE name = 'search')`).Scan(&rows, &used, &definition)
	if err != nil || rows-used < muchGone || rows < 2*used {
		return err
	}
	for _, statement := range []string{"DROP TABLE search", definition, "DELETE FROM search_documents"} {
		if _, err := tx.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}
