package export

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// errTooLong is a sheet with more rows than Excel has.
var errTooLong = fmt.Errorf("a sheet of Excel has %d rows: export less at once, with --region or --path, or as CSV", excelize.TotalRows)

// sheet is a sheet of a workbook that is written row by row: a head that stays in
// sight, a filter on each column, columns about as wide as what they hold.
type sheet struct {
	out     *excelize.StreamWriter
	columns int
	rows    int // written, the head among them
}

// wide are the columns that hold sentences and names, with their width in
// characters; others are narrow.
var wide = map[string]float64{"statement": 80, "message": 70, "English": 70, "arithmetic": 50, "indicator": 32, "name": 36, "canonical_name": 32,
	"task": 40, "path": 36, "title": 40, "section": 32, "note": 30}

func newSheet(book *excelize.File, name string, titles []string) (*sheet, error) {
	if _, err := book.NewSheet(name); err != nil {
		return nil, err
	}
	out, err := book.NewStreamWriter(name)
	if err != nil {
		return nil, err
	}
	s := &sheet{out: out, columns: len(titles)}
	row := make([]any, len(titles))
	for i, title := range titles {
		row[i] = title
		width := wide[title[strings.LastIndex(title, " ")+1:]]
		if err := out.SetColWidth(i+1, i+1, max(width, 12)); err != nil {
			return nil, err
		}
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return nil, err
	}
	return s, s.add(row...)
}

// add writes a row.
func (s *sheet) add(row ...any) error {
	if s.rows == excelize.TotalRows {
		return errTooLong
	}
	for i, v := range row {
		if text, ok := v.(string); ok {
			row[i] = cut(text)
		}
	}
	s.rows++
	return s.out.SetRow(fmt.Sprintf("A%d", s.rows), row)
}

// cut shortens a text to what a cell of Excel holds, and shows that it did.
func cut(text string) string {
	if len(text) <= excelize.TotalCellChars || utf8.RuneCountInString(text) <= excelize.TotalCellChars {
		return text
	}
	return string([]rune(text)[:excelize.TotalCellChars-1]) + "…"
}

// end puts the filters on, for which Excel wants a row below the head.
func (s *sheet) end() error {
	if s.rows > 1 {
		last, err := excelize.CoordinatesToCellName(s.columns, s.rows)
		if err != nil {
			return err
		}
		if err := s.out.AddTable(&excelize.Table{Range: "A1:" + last, StyleName: "TableStyleLight1"}); err != nil {
			return err
		}
	}
	return s.out.Flush()
}
