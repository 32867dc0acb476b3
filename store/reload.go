package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"iter"
	"strings"
	"time"

	"suyuan/extract"
	"suyuan/segment"
	"suyuan/source"
)

// Entries yields every document as it was handed to Save, its paths in byte order,
// in the order of the source files' hashes, which is the same in every database.
// One is in memory at a time. Of its blocks only what is stored comes back: their
// places, kinds, levels and headings. A document that is damaged, as one whose text
// is not the one that was read, is yielded as ErrDamaged, and the others follow;
// after any other error none does.
func (s *Store) Entries(ctx context.Context) iter.Seq2[*Entry, error] {
	return func(yield func(*Entry, error) bool) {
		ids, err := s.ids(ctx)
		if err != nil {
			yield(nil, s.explain("list the documents of", err))
			return
		}
		for _, id := range ids {
			e, err := s.Entry(ctx, id)
			if errors.Is(err, ErrNoDocument) {
				continue // forgotten meanwhile
			}
			if !yield(e, err) || err != nil && !errors.Is(err, ErrDamaged) {
				return
			}
		}
	}
}

func (s *Store) ids(ctx context.Context) (ids []int64, err error) {
	err = scan(ctx, s.db, "SELECT id FROM documents ORDER BY sha256", nil, func(r *sql.Rows) error {
		ids = append(ids, 0)
		return r.Scan(&ids[len(ids)-1])
	})
	return ids, err
}

// Entry returns the document with this id as Entries does, as it is at one moment.
// The error is ErrNoDocument where there is none.
func (s *Store) Entry(ctx context.Context, id int64) (*Entry, error) {
	l := &loading{ctx: ctx, id: id, blocks: map[int64]*segment.Block{}, records: map[int64]*extract.Record{}}
	l.Entry = Entry{Document: &source.Document{}, Records: &extract.Records{}}
	l.Outline = &segment.Outline{Document: l.Document}
	err := s.read(ctx, func(q reader) error {
		l.q = q
		for _, part := range []func() error{l.document, l.paths, l.pages, l.outline, l.common, l.figures, l.dates, l.departments, l.projects, l.own, l.numerals, l.links, l.findings} {
			if err := part(); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, s.explain(fmt.Sprintf("load document %d of", id), err)
	}
	return &l.Entry, nil
}

// loading is an entry on its way out of the tables.
type loading struct {
	Entry
	q       reader
	ctx     context.Context
	id      int64
	about   sql.NullInt64 // the record of the document's own fields
	textSum string
	blocks  map[int64]*segment.Block
	records map[int64]*extract.Record // with the fields that all types have
}

// each calls do for every row of a query about the document.
func (l *loading) each(query string, do func(*sql.Rows) error) error {
	return scan(l.ctx, l.q, query, []any{l.id}, do)
}

func (l *loading) document() error {
	d, about := l.Document, &l.Records.About
	var sum, at string
	err := l.q.QueryRowContext(l.ctx, `SELECT sha256, text_sha256, media_type, encoding, reader, bytes, coalesce(title, ''), coalesce(region, ''), coalesce(issuer, ''),
		coalesce(doc_number, ''), coalesce(issued_on, ''), coalesce(period, ''), coalesce(status, ''), record_id, ingested_at, ruleset FROM documents WHERE id = ?`, l.id).
		Scan(&sum, &l.textSum, &d.MediaType, &d.Encoding, &d.Reader, &d.Size, &about.Title, &about.Region, &about.Issuer,
			&about.DocNumber, &about.IssuedOn, &about.Period, &about.Status, &l.about, &at, &l.Ruleset)
	if errors.Is(err, sql.ErrNoRows) {
		return ErrNoDocument
	}
	if err != nil {
		return err
	}
	if n, err := hex.Decode(d.Sum[:], []byte(sum)); err != nil || n != len(d.Sum) {
		return fmt.Errorf("%w: the hash of a source file is %q", ErrDamaged, sum)
	}
	l.At, err = time.Parse(time.RFC3339, at)
	return err
}

func (l *loading) paths() error {
	var all []string
	l.Found = map[string]time.Time{}
	err := l.each("SELECT path, coalesce(found_at, '') FROM paths WHERE document_id = ? ORDER BY path", func(r *sql.Rows) error {
		var path, at string
		if err := r.Scan(&path, &at); err != nil {
			return err
		}
		all = append(all, path)
		if found, err := time.Parse(time.RFC3339, at); err == nil {
			l.Found[path] = found
		}
		return nil
	})
	if err == nil && len(all) == 0 {
		err = fmt.Errorf("%w: the document has no path", ErrDamaged)
	}
	if err == nil {
		l.Document.Name, l.Paths = all[0], all[1:]
	}
	return err
}

func (l *loading) pages() error {
	return l.each("SELECT byte_start FROM pages WHERE document_id = ? ORDER BY number", func(r *sql.Rows) error {
		l.Document.Pages = append(l.Document.Pages, 0)
		return r.Scan(&l.Document.Pages[len(l.Document.Pages)-1])
	})
}

// outline joins the blocks to the text.
func (l *loading) outline() error {
	var text strings.Builder
	err := l.each("SELECT id, byte_start, kind, level, parent_id, coalesce(section, ''), text FROM blocks WHERE document_id = ? ORDER BY byte_start", func(r *sql.Rows) error {
		b := &segment.Block{}
		var id int64
		var parent sql.NullInt64
		var kind, section, part string
		if err := r.Scan(&id, &b.Span.Start, &kind, &b.Level, &parent, &section, &part); err != nil {
			return err
		}
		text.WriteString(part)
		b.Span.End, b.Parent = b.Span.Start+len(part), l.blocks[parent.Int64]
		var known bool
		if b.Kind, known = segment.ParseKind(kind); !known {
			return fmt.Errorf("%w: a block is of the unknown kind %q", ErrDamaged, kind)
		}
		l.blocks[id] = b
		l.Outline.Blocks, l.Sections = append(l.Outline.Blocks, b), append(l.Sections, section)
		return nil
	})
	l.Document.Text = text.String()
	if sum := sha256.Sum256([]byte(l.Document.Text)); err == nil && hex.EncodeToString(sum[:]) != l.textSum {
		err = fmt.Errorf("%w: the stored text of %s is not the one that was read", ErrDamaged, l.Document.Name)
	}
	return err
}

// common reads what all records have.
func (l *loading) common() error {
	return l.each(`SELECT id, byte_start, length(CAST(quote AS BLOB)), statement_start, statement_end, section_id, rule, confidence, block_id, evidence
		FROM records WHERE document_id = ?`, func(r *sql.Rows) error {
		var id, length, block int64
		var section sql.NullInt64
		var evidence string
		var c extract.Record
		if err := r.Scan(&id, &c.Span.Start, &length, &c.Statement.Start, &c.Statement.End, &section, &c.Rule, &c.Confidence, &block, &evidence); err != nil {
			return err
		}
		c.Span.End, c.Section = c.Span.Start+int(length), l.blocks[section.Int64]
		l.records[id] = &c
		return l.evidence(&c, block, evidence)
	})
}

// errLost is a row that names a record that is not there.
var errLost = errors.New("a row names a record that is none of the document's")

// Failures yields the files that could not be ingested, in byte order of their
// paths, until the first error.
func (s *Store) Failures(ctx context.Context) iter.Seq2[Failure, error] {
	return func(yield func(Failure, error) bool) {
		err := scan(ctx, s.db, "SELECT path, coalesce(sha256, ''), stage, message, at FROM failures ORDER BY path", nil, func(r *sql.Rows) error {
			var f Failure
			var sum, at string
			err := r.Scan(&f.Path, &sum, &f.Stage, &f.Message, &at)
			if err == nil && sum != "" {
				_, err = hex.Decode(f.Sum[:], []byte(sum))
			}
			if err == nil {
				f.At, err = time.Parse(time.RFC3339, at)
			}
			if err == nil && !yield(f, nil) {
				err = errStop
			}
			return err
		})
		if err != nil && err != errStop {
			yield(Failure{}, s.explain("list the failures of", err))
		}
	}
}

// errStop ends a query that nobody listens to any more.
var errStop = errors.New("stop")
