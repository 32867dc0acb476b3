package store

import (
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"os"
	"strings"

	"suyuan/segment"
	"suyuan/source"
)

// inspection is the look at one document.
type inspection struct {
	*verification
	id      int64
	sum     string // of the source file
	textSum string
	ruleset string
	reader  string
	path    string // the first of its paths
	text    string
	index   *source.Index
	blocks  map[int64]storedBlock
	records map[int64]*storedRecord
	order   []*storedRecord  // by id
	filled  map[int64]bool   // the records that have fields
	outline *segment.Outline // of the text, once it was asked for; see unbroken
}

type storedBlock struct {
	id    int64
	start int
	char  int
	line  int
	kind  string
	text  string
}

func (v *verification) document(id int64) error {
	v.report.Documents++
	d := &inspection{verification: v, id: id, filled: map[int64]bool{}}
	err := v.tx.QueryRowContext(v.ctx, `SELECT sha256, text_sha256, ruleset, reader, coalesce((SELECT min(path) FROM paths WHERE document_id = d.id), '')
		FROM documents d WHERE id = ?`, id).Scan(&d.sum, &d.textSum, &d.ruleset, &d.reader, &d.path)
	if err != nil {
		return err
	}
	if d.path == "" {
		d.fault(Fault{Check: "database", Message: "the document has no path"})
	}
	for _, check := range []func() error{d.joins, d.loads, d.places, d.figures, d.dates, d.names, d.empty, d.about, d.ledger, d.counts, d.reviews, d.files} {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
}

// fault tells of something of this document.
func (d *inspection) fault(f Fault) {
	f.DocumentID = d.id
	if f.Path == "" {
		f.Path = d.path
	}
	d.verification.fault(f)
}

// joins proves that the blocks join to the text that was read.
func (d *inspection) joins() error {
	list, err := query(d.verification, "SELECT id, byte_start, char_start, line, kind, text FROM blocks WHERE document_id = ? ORDER BY byte_start, id", func(r *sql.Rows, b *storedBlock) error {
		return r.Scan(&b.id, &b.start, &b.char, &b.line, &b.kind, &b.text)
	}, d.id)
	if err != nil {
		return err
	}
	d.blocks = make(map[int64]storedBlock, len(list))
	var text strings.Builder
	for _, b := range list {
		if b.start != text.Len() {
			d.fault(Fault{Check: "text", Message: fmt.Sprintf("a block begins at byte %d where the one before it ends at byte %d", b.start, text.Len())})
		}
		d.blocks[b.id] = b
		text.WriteString(b.text)
	}
	d.text = text.String()
	d.index = source.NewIndex(d.text)
	for _, b := range list {
		if b.start < 0 || b.start > len(d.text) || d.text[b.start:min(b.start+len(b.text), len(d.text))] != b.text {
			continue // the blocks do not join, which was told
		}
		if char, line := d.index.Char(b.start), d.index.Line(b.start); b.char != char || b.line != line {
			d.fault(Fault{Check: "place", Span: source.Span{Start: b.start, End: b.start + len(b.text)}, Line: line,
				Message: fmt.Sprintf("a block begins at character %d on line %d, stored are %d and %d", char, line, b.char, b.line)})
		}
	}
	if sum := sha256.Sum256([]byte(d.text)); hex.EncodeToString(sum[:]) == d.textSum {
		return nil
	}
	f := Fault{Check: "text", Message: "the stored text is not the one that was read: its hash is another; ingest the file again into a new database"}
	if at, ok, err := d.difference(); err != nil {
		return err
	} else if ok {
		f.Span, f.Line = source.Span{Start: at, End: at + 1}, d.line(at)
		f.Message = "the stored text differs from its file from here on; ingest the file again into a new database"
	}
	d.fault(f)
	return nil
}

// difference returns the first byte at which the stored text differs from the
// one that was read, where a source file that is still there is that text.
func (d *inspection) difference() (at int, ok bool, err error) {
	paths, err := d.paths()
	if err != nil {
		return 0, false, err
	}
	for _, path := range paths {
		read, err := os.ReadFile(path)
		if sum := sha256.Sum256(read); err != nil || hex.EncodeToString(sum[:]) != d.textSum {
			continue
		}
		for at < len(read) && at < len(d.text) && read[at] == d.text[at] {
			at++
		}
		return at, true, nil
	}
	return 0, false, nil
}

func (d *inspection) paths() ([]string, error) {
	return query(d.verification, "SELECT path FROM paths WHERE document_id = ? ORDER BY path", func(r *sql.Rows, p *string) error { return r.Scan(p) }, d.id)
}
