package export

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"suyuan/store"
)

const sourceSheet = "原句"

// writeXLSX writes a workbook: a sheet for each type of record, one of what does
// not add up, and one of the sentences, to which every row has a link.
func writeXLSX(ctx context.Context, w io.Writer, s *store.Store, f store.Filter) (n int, err error) {
	book := excelize.NewFile()
	defer func() { err = errors.Join(err, book.Close()) }()
	b := workbook{book: book, types: map[string]*sheet{}}
	if err := b.begin(); err != nil {
		return 0, err
	}
	for r, err := range s.Records(ctx, f) {
		if err != nil {
			return n, err
		}
		if err := b.add(&r); err != nil {
			return n, err
		}
		n++
	}
	if err := b.addFindings(ctx, s, f); err != nil {
		return n, err
	}
	if err := b.end(); err != nil {
		return n, err
	}
	return n, book.Write(w)
}

// workbook is a workbook on its way.
type workbook struct {
	book     *excelize.File
	types    map[string]*sheet // by the type of record
	findings *sheet
	sources  *sheet
	last     sentence // the sentence that was written last

	linkStyle int
}

// sentence is a sentence by where it begins.
type sentence struct {
	document int64
	start    int
}

// sheetOrder puts a record's own columns first and its places last.
func sheetOrder(t recordType) []column {
	own := t.columns[len(recordColumns):]
	return append(append([]column{}, own...), recordColumns...)
}

func (b *workbook) begin() (err error) {
	b.linkStyle, err = b.book.NewStyle(&excelize.Style{Font: &excelize.Font{Color: "0563C1", Underline: "single"}})
	if err != nil {
		return err
	}
	for _, t := range recordTypes {
		titles := []string{"原句 source"}
		for _, c := range sheetOrder(t) {
			titles = append(titles, c.title+" "+c.name)
		}
		if b.types[t.name], err = newSheet(b.book, t.title, titles); err != nil {
			return err
		}
	}
	if b.findings, err = newSheet(b.book, "疑点", []string{"等级 severity", "类别 kind", "说明 message", "Message in English", "算式 arithmetic", "路径 path", "疑点键 finding_key"}); err != nil {
		return err
	}
	if b.sources, err = newSheet(b.book, sourceSheet, []string{"路径 path", "标题 title", "章节 section", "行 line", "原句 statement"}); err != nil {
		return err
	}
	return b.book.DeleteSheet("Sheet1")
}

// add writes a record, and its sentence unless the record before had the same. The
// document's own fields stand in no sheet.
func (b *workbook) add(r *store.Record) error {
	for _, t := range recordTypes {
		if t.name != r.Type {
			continue
		}
		if err := b.addSource(r); err != nil {
			return err
		}
		row := []any{b.link()}
		for _, c := range sheetOrder(t) {
			row = append(row, c.value(r))
		}
		return b.types[t.name].add(row...)
	}
	return nil
}

func (b *workbook) addSource(r *store.Record) error {
	at := sentence{r.DocumentID, r.StatementStart}
	if at == b.last {
		return nil
	}
	b.last = at
	return b.sources.add(r.Path, string(r.Title), r.Section, r.Line, r.Statement)
}

// link leads to the sentence that was written last.
func (b *workbook) link() excelize.Cell {
	name := fmt.Sprintf("→ %d", b.sources.rows)
	return excelize.Cell{StyleID: b.linkStyle, Value: name, Formula: fmt.Sprintf(`HYPERLINK("#'%s'!A%d","%s")`, sourceSheet, b.sources.rows, name)}
}

// addFindings writes what does not add up in the documents of the filter.
func (b *workbook) addFindings(ctx context.Context, s *store.Store, f store.Filter) error {
	documents, err := s.Documents(ctx, f)
	if err != nil {
		return err
	}
	for _, d := range documents {
		if d.Findings == 0 {
			continue
		}
		rows, err := s.Query(ctx, `SELECT severity, kind, message, message_en, coalesce(arithmetic, ''), finding_key
			FROM v_findings WHERE document_id = ? ORDER BY finding_id`, d.ID)
		if err != nil {
			return err
		}
		for rows.Next() {
			var severity, kind, message, english, arithmetic, key string
			err = errors.Join(rows.Scan(&severity, &kind, &message, &english, &arithmetic, &key),
				b.findings.add(severity, kind, message, english, arithmetic, d.Path, key))
			if err != nil {
				break
			}
		}
		if err := errors.Join(err, rows.Err(), rows.Close()); err != nil {
			return err
		}
	}
	return nil
}

func (b *workbook) end() error {
	for _, t := range recordTypes {
		if err := b.types[t.name].end(); err != nil {
			return err
		}
	}
	return errors.Join(b.findings.end(), b.sources.end())
}
