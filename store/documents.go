package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// ErrNoDocument is a document that is not in the database.
var ErrNoDocument = errors.New("no such document: give its id or its path as v_documents has it")

// Document is a stored document with what it gave and how much of it is reviewed.
type Document struct {
	ID         int64
	Path       string // the first of its paths
	SHA256     string // of the source file
	TextSHA256 string
	MediaType  string
	Encoding   string
	Reader     string
	Bytes      int64  // of the source file
	About             // title, region, issuer, number, dates, status
	IngestedAt string // UTC
	Ruleset    string

	Figures     int // targets among them
	Targets     int
	Dates       int
	Departments int
	Projects    int
	Numerals    int // lines of the ledger
	Unexplained int // those among them that nothing explains
	Findings    int
	Reviewed    int // records on which a verdict stands, added figures among them
	Wrong       int // those among them judged wrong or corrected
}

// Records is how many records the document has, its own fields apart.
func (d *Document) Records() int { return d.Figures + d.Dates + d.Departments + d.Projects }

const documentRows = `SELECT d.id, coalesce((SELECT min(p.path) FROM paths p WHERE p.document_id = d.id), '') AS path,
	d.sha256, d.text_sha256, d.media_type, d.encoding, d.reader, d.bytes,
	d.title, d.region, d.issuer, d.doc_number, d.issued_on, d.period, d.status, d.ingested_at, d.ruleset,
	d.figures, d.targets, d.dates, d.departments, d.projects, d.numerals, d.unexplained,
	(SELECT count(*) FROM findings f WHERE f.document_id = d.id),
	coalesce(v.reviewed, 0), coalesce(v.wrong, 0)
FROM documents d
LEFT JOIN (SELECT text_sha256, count(*) AS reviewed, sum(verdict IN ('wrong', 'corrected')) AS wrong
	FROM reviews WHERE stands AND NOT gone AND record_key IS NOT NULL GROUP BY text_sha256) v ON v.text_sha256 = d.text_sha256`

// Documents returns the documents that the filter wants, by path; what it says of
// records is left aside.
func (s *Store) Documents(ctx context.Context, f Filter) ([]Document, error) {
	where, args := f.documents().where()
	all, err := ask(ctx, s.db, documentRows+where+" ORDER BY path", scanDocument, args...)
	return all, s.explain("read", err)
}

// Document returns one document by its id or one of its paths. The error is
// ErrNoDocument where there is none.
func (s *Store) Document(ctx context.Context, name string) (Document, error) {
	for _, where := range []string{
		" WHERE d.id = (SELECT p.document_id FROM paths p WHERE p.path = ?)",
		" WHERE CAST(d.id AS TEXT) = ?",
	} {
		all, err := ask(ctx, s.db, documentRows+where, scanDocument, name)
		if err != nil {
			return Document{}, s.explain("read", err)
		}
		if len(all) > 0 {
			return all[0], nil
		}
	}
	return Document{}, fmt.Errorf("document %q: %w", name, ErrNoDocument)
}

func scanDocument(r *sql.Rows, d *Document) error {
	a := &d.About
	return r.Scan(&d.ID, &d.Path, &d.SHA256, &d.TextSHA256, &d.MediaType, &d.Encoding, &d.Reader, &d.Bytes,
		&a.Title, &a.Region, &a.Issuer, &a.DocNumber, &a.IssuedOn, &a.Period, &a.Status, &d.IngestedAt, &d.Ruleset,
		&d.Figures, &d.Targets, &d.Dates, &d.Departments, &d.Projects, &d.Numerals, &d.Unexplained,
		&d.Findings, &d.Reviewed, &d.Wrong)
}

// Block is a stretch of a document's text; the blocks of a document join to it.
type Block struct {
	ID        int64
	ByteStart int
	Kind      string // paragraph, heading, item, row, front, contents, noise
	Level     int    // of a heading, 1 the highest; 0 otherwise
	Section   string // of a heading: it and those above, joined by " > "
	Text      string
}

// Blocks returns the text of a document, block by block.
func (s *Store) Blocks(ctx context.Context, document int64) ([]Block, error) {
	all, err := ask(ctx, s.db, "SELECT id, byte_start, kind, level, coalesce(section, ''), text FROM blocks WHERE document_id = ? ORDER BY byte_start", func(r *sql.Rows, b *Block) error {
		return r.Scan(&b.ID, &b.ByteStart, &b.Kind, &b.Level, &b.Section, &b.Text)
	}, document)
	return all, s.explain("read", err)
}

// Evidence is a place that a field of a record rests on.
type Evidence struct {
	RecordID           int64
	Role               string
	ByteStart, ByteEnd int
	CharStart, CharEnd int
	Line               int // from 1
	Page               int // from 1, 0 in a format without pages
	Quote              string
}

// Evidence returns what the fields of a record rest on, by place.
func (s *Store) Evidence(ctx context.Context, record int64) ([]Evidence, error) {
	all, err := askEvidence(ctx, s.db, "WHERE record_id = ?", record)
	return all, s.explain("read", err)
}

// EvidenceOf does the same for all records of a document, by record.
func (s *Store) EvidenceOf(ctx context.Context, document int64) ([]Evidence, error) {
	all, err := askEvidence(ctx, s.db, "WHERE record_id IN (SELECT id FROM records WHERE document_id = ?)", document)
	return all, s.explain("read", err)
}

func askEvidence(ctx context.Context, q asker, where string, arg any) ([]Evidence, error) {
	return ask(ctx, q, "SELECT record_id, role, byte_start, byte_end, char_start, char_end, line, coalesce(page, 0), quote FROM v_evidence "+where+" ORDER BY record_id, byte_start, byte_end, role", func(r *sql.Rows, e *Evidence) error {
		err := r.Scan(&e.RecordID, &e.Role, &e.ByteStart, &e.ByteEnd, &e.CharStart, &e.CharEnd, &e.Line, &e.Page, &e.Quote)
		if err == nil && len(e.Quote) != e.ByteEnd-e.ByteStart {
			err = errors.New("it runs over the end of its block")
		}
		if err != nil {
			err = fmt.Errorf("%w: the evidence of the record %d: %w", ErrDamaged, e.RecordID, err)
		}
		return err
	}, arg)
}

// Link ties a record to another of the same document.
type Link struct {
	RecordID, LinkedID int64
	Role               string // what the other is to the first: figure, department, baseline, end
}

// Links returns the links of a document's records.
func (s *Store) Links(ctx context.Context, document int64) ([]Link, error) {
	all, err := ask(ctx, s.db, "SELECT record_id, linked_id, role FROM links WHERE record_id IN (SELECT id FROM records WHERE document_id = ?) ORDER BY 1, 2, 3", func(r *sql.Rows, l *Link) error {
		return r.Scan(&l.RecordID, &l.LinkedID, &l.Role)
	}, document)
	return all, s.explain("read", err)
}

// Numeral is a line of the ledger.
type Numeral struct {
	DocumentID         int64
	ByteStart, ByteEnd int
	CharStart, CharEnd int
	Quote              string
	Disposition        string // the type of the record that uses it, set_aside or unexplained
	RecordID           int64  // 0 for no record
	Reason             Text   // why it was set aside
}

// Numerals returns the ledger of a document, by place.
func (s *Store) Numerals(ctx context.Context, document int64) ([]Numeral, error) {
	all, err := ask(ctx, s.db, "SELECT document_id, byte_start, byte_end, char_start, char_end, quote, disposition, coalesce(record_id, 0), reason FROM v_numerals WHERE document_id = ? ORDER BY byte_start", func(r *sql.Rows, n *Numeral) error {
		return r.Scan(&n.DocumentID, &n.ByteStart, &n.ByteEnd, &n.CharStart, &n.CharEnd, &n.Quote, &n.Disposition, &n.RecordID, &n.Reason)
	}, document)
	return all, s.explain("read", err)
}
