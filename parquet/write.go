package parquet

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"time"

	pq "github.com/parquet-go/parquet-go"

	"suyuan/intake"
)

// groupBytes is how much text the rows of a row group stand for, about: what is
// in memory until it is written out.
const groupBytes = 8 << 20

// Writer writes one shard: a file for each table.
type Writer struct {
	documents *table[documentRow]
	texts     *table[textRow]
	blocks    *table[blockRow]
	records   *table[recordRow]
	evidence  *table[evidenceRow]
	links     *table[linkRow]
	numerals  *table[numeralRow]
	failures  *table[failureRow]
	files     []io.Closer
	waiting   int // bytes of text in the row groups that are open
}

// NewWriter begins a shard. Create makes the file of a table; it is called for
// each of Tables.
func NewWriter(create func(table string) (io.WriteCloser, error)) (*Writer, error) {
	return newWriter(create, pq.DefaultPageBufferSize)
}

// newWriter begins a shard whose texts are in pages of so many bytes. Of each page the
// library keeps the first and the last text in byte order until the file ends: a shard
// that may be of any size has large ones.
func newWriter(create func(table string) (io.WriteCloser, error), textPage int) (*Writer, error) {
	w := &Writer{}
	var all []io.Writer
	for _, name := range Tables {
		file, err := create(name)
		if err != nil {
			return nil, errors.Join(fmt.Errorf("make the file of the table %s: %w", name, err), w.closeFiles())
		}
		w.files, all = append(w.files, file), append(all, file)
	}
	w.documents, w.texts, w.blocks, w.records = newTable[documentRow](all[0]), newTable[textRow](all[1], pq.PageBufferSize(textPage)), newTable[blockRow](all[2]), newTable[recordRow](all[3])
	w.evidence, w.links, w.numerals, w.failures = newTable[evidenceRow](all[4]), newTable[linkRow](all[5]), newTable[numeralRow](all[6]), newTable[failureRow](all[7])
	return w, nil
}

// Add writes one document. An error before the first byte of it is an
// *EntryError: the shard has nothing of the document, and takes others.
func (w *Writer) Add(e *intake.Entry) error {
	r, err := newRows(e)
	if err != nil {
		return err
	}
	err = errors.Join(w.documents.add(r.document), w.texts.add(textRow{r.document.Document, e.Document.Text}), w.blocks.add(r.blocks...), w.records.add(r.records...),
		w.evidence.add(r.evidence...), w.links.add(r.links...), w.numerals.add(r.numerals...))
	if w.waiting += len(e.Document.Text); err == nil && w.waiting > groupBytes {
		err = w.flush()
	}
	return err
}

// Fail writes that a file could not be ingested.
func (w *Writer) Fail(f intake.Failure) error {
	row := failureRow{Path: f.Path, Stage: f.Stage, Message: f.Message, At: stamp(f.At)}
	if f.Sum != [32]byte{} {
		row.SHA256 = hex.EncodeToString(f.Sum[:])
	}
	return w.failures.add(row)
}

// Close ends the shard. Without it the files cannot be read.
func (w *Writer) Close() error {
	var errs []error
	for _, end := range []func() error{w.documents.out.Close, w.texts.out.Close, w.blocks.out.Close, w.records.out.Close,
		w.evidence.out.Close, w.links.out.Close, w.numerals.out.Close, w.failures.out.Close} {
		errs = append(errs, end())
	}
	return errors.Join(append(errs, w.closeFiles())...)
}

func (w *Writer) closeFiles() error {
	var errs []error
	for _, f := range w.files {
		errs = append(errs, f.Close())
	}
	return errors.Join(errs...)
}

// flush ends the row groups, so that memory does not grow with the shard.
func (w *Writer) flush() error {
	w.waiting = 0
	return errors.Join(w.documents.out.Flush(), w.texts.out.Flush(), w.blocks.out.Flush(), w.records.out.Flush(),
		w.evidence.out.Flush(), w.links.out.Flush(), w.numerals.out.Flush())
}

// table is the file of one table.
type table[T any] struct{ out *pq.GenericWriter[T] }

// The least and the greatest text would stand at the head of each page, too. Those
// of a row group stay: without them its index would say that they are empty, and a
// reader that believes it would pass rows over.
func newTable[T any](to io.Writer, more ...pq.WriterOption) *table[T] {
	return &table[T]{pq.NewGenericWriter[T](to, append(more, pq.Compression(compressor), pq.CreatedBy("suyuan", "", ""),
		pq.SkipPageStatistics("text"), pq.SkipPageStatistics("statement"))...)}
}

func (t *table[T]) add(rows ...T) error {
	_, err := t.out.Write(rows)
	return err
}

// stamp writes a time as the database does.
func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339) }
