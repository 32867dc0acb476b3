package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"
)

// ErrNoWords is a search for nothing.
var ErrNoWords = errors.New("no words to search for: give at least one letter, digit or character")

// Search returns the blocks in which all the words stand, by the path of the
// document, then by place. Words are parted by white space; each is found wherever
// its characters follow one another, within words and sentences too. White space,
// quotation marks, book-title marks and asterisks in the text do not count, nor do
// width and case, nor whether characters are traditional ones. Of the filter those on documents hold, and Limit and Offset.
//
// What is in the index is looked up, the rest is read through: both find the same.
func (s *Store) Search(ctx context.Context, words string, f Filter) (Hits, error) {
	wanted := wordsOf(words)
	if len(wanted) == 0 {
		return Hits{}, ErrNoWords
	}
	hits, err := s.search(ctx, wanted, f)
	return hits, s.explain("search", err)
}

// wordsOf returns the words of a search, folded.
func wordsOf(words string) (all []string) {
	for _, word := range strings.Fields(words) {
		if word = foldText(word); word != "" && !slices.Contains(all, word) {
			all = append(all, word)
		}
	}
	return all
}

// searched is a document that is searched.
type searched struct {
	id                           int64
	firstRow, firstBlock, blocks int64 // in the index; 0 where it is not there
}

// blockFound is a block in which the words stand.
type blockFound struct {
	rank  int // of its document
	block int64
}

func (s *Store) search(ctx context.Context, words []string, f Filter) (Hits, error) {
	where, args := f.documents().where()
	documents, err := ask(ctx, s.db, `SELECT d.id, coalesce(x.first_row, 0), coalesce(x.first_block, 0), coalesce(x.blocks, 0)
		FROM documents d LEFT JOIN search_documents x ON x.document_id = d.id`+where+" ORDER BY (SELECT min(p.path) FROM paths p WHERE p.document_id = d.id)",
		func(r *sql.Rows, d *searched) error { return r.Scan(&d.id, &d.firstRow, &d.firstBlock, &d.blocks) }, args...)
	if err != nil {
		return Hits{}, err
	}
	all, err := s.lookUp(ctx, words, documents)
	if err != nil {
		return Hits{}, err
	}
	for rank, d := range documents {
		if d.firstRow != 0 {
			continue
		}
		blocks, err := s.readThrough(ctx, words, d.id)
		if err != nil {
			return Hits{}, err
		}
		for _, block := range blocks {
			all = append(all, blockFound{rank, block})
		}
	}
	slices.SortFunc(all, func(a, b blockFound) int { return cmp.Or(a.rank-b.rank, cmp.Compare(a.block, b.block)) })
	hits := Hits{Blocks: len(all)}
	for i, b := range all {
		if i == 0 || all[i-1].rank != b.rank {
			hits.Documents++
		}
	}
	all = all[min(f.Offset, len(all)):]
	if f.Limit > 0 {
		all = all[:min(f.Limit, len(all))]
	}
	hits.Hits, err = s.show(ctx, words, all)
	return hits, err
}

// lookUp finds the words in the index. A row of a document that is gone leads
// nowhere.
func (s *Store) lookUp(ctx context.Context, words []string, documents []searched) (all []blockFound, err error) {
	type ranked struct {
		searched
		rank int
	}
	var indexed []ranked
	for rank, d := range documents {
		if d.firstRow != 0 && d.blocks > 0 {
			indexed = append(indexed, ranked{d, rank})
		}
	}
	if len(indexed) == 0 {
		return nil, nil
	}
	slices.SortFunc(indexed, func(a, b ranked) int { return cmp.Compare(a.firstRow, b.firstRow) })
	var phrases []string
	for _, word := range words {
		phrases = append(phrases, `"`+tokens(word)+`"`)
	}
	rows, err := ask(ctx, s.db, "SELECT docid FROM search WHERE search MATCH ?", scanInt, strings.Join(phrases, " "))
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		i, ok := slices.BinarySearchFunc(indexed, row, func(d ranked, row int64) int { return cmp.Compare(d.firstRow, row) })
		if !ok {
			i--
		}
		if i >= 0 && row < indexed[i].firstRow+indexed[i].blocks {
			all = append(all, blockFound{indexed[i].rank, indexed[i].firstBlock + row - indexed[i].firstRow})
		}
	}
	return all, nil
}

// readThrough finds the blocks of a document in which the words stand.
func (s *Store) readThrough(ctx context.Context, words []string, document int64) ([]int64, error) {
	must := chinese(words)
	rows, err := s.db.QueryContext(ctx, "SELECT id, text FROM blocks WHERE document_id = ?", document)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []int64
	var id int64
	var text sql.RawBytes
	for rows.Next() {
		if err := rows.Scan(&id, &text); err != nil {
			return nil, err
		}
		if hasAny(string(text), must) && has(foldText(string(text)), words) {
			all = append(all, id)
		}
	}
	return all, rows.Err()
}

// chinese returns the Chinese characters of the words, each with the traditional ones
// that are searched as it: a text without any of one need not be folded.
func chinese(words []string) (all [][]string) {
	for _, r := range strings.Join(words, "") {
		if r >= 0x4e00 && r <= 0x9fff {
			all = append(all, append([]string{string(r)}, traditional()[r]...))
		}
	}
	return all
}

// hasAny reports whether a text has one of each of these.
func hasAny(text string, all [][]string) bool {
	for _, some := range all {
		if !slices.ContainsFunc(some, func(s string) bool { return strings.Contains(text, s) }) {
			return false
		}
	}
	return true
}

// has reports whether a text has every one of the words.
func has(text string, words []string) bool {
	for _, word := range words {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}
