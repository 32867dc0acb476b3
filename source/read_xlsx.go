package source

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// workbook makes a text of an Excel file: a heading for each sheet that has
// a name and is not hidden, its cells as Excel shows them, in Markdown tables.
var workbook = reader{
	name:  "xlsx/3",
	knows: isOffice("xl/workbook.xml"),
	read: func(_ context.Context, f *File, d *Document) *Error {
		text, err := workbookText(f, d)
		if err != nil {
			return f.damaged(err)
		}
		d.Text, d.Encoding = text, "utf-8"
		d.MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
		return nil
	},
}

// maxWorkbook is the greatest size of a workbook once it is unpacked: it is held
// in memory several times over.
const maxWorkbook = 32 << 20

// workbookText returns the text of a workbook, and sets Doubt of d.
func workbookText(f *File, d *Document) (text string, err error) {
	defer func() {
		if p := recover(); p != nil { // a file that the library did not expect
			err = fmt.Errorf("%v", p)
		}
	}()
	book, err := excelize.OpenReader(strings.NewReader(f.Data),
		excelize.Options{UnzipSizeLimit: maxWorkbook, UnzipXMLSizeLimit: maxWorkbook, CultureInfo: excelize.CultureNameZhCN, ShortDatePattern: "yyyy/m/d"})
	if err != nil {
		return "", err
	}
	defer book.Close()
	n, err := sizeOf(f)
	if err != nil {
		return "", err
	}
	if n.unknown > 0 {
		d.Doubt = fmt.Sprintf("%d cells hold formulas without their results: open it in a spreadsheet program and save it", n.unknown)
	}
	var out strings.Builder
	for _, name := range book.GetSheetList() {
		if visible, err := book.GetSheetVisible(name); err == nil && !visible {
			continue
		}
		w := &worksheet{merged: n.merged}
		if err := w.read(book, name); err != nil {
			return "", fmt.Errorf("sheet %s: %w", name, err)
		}
		if w.out.Len() > 0 && !unnamed(name) {
			out.WriteString("# " + name + "\n")
		}
		out.WriteString(w.out.String())
	}
	return out.String(), nil
}

// unnamed reports whether a sheet has the name that the program gave it: Sheet1.
func unnamed(name string) bool {
	for _, given := range [...]string{"Sheet", "工作表", "表"} {
		if n, ok := strings.CutPrefix(name, given); ok && strings.Trim(n, "0123456789") == "" {
			return true
		}
	}
	return false
}

// worksheet is a sheet on its way into the text: tables, parted by empty rows.
type worksheet struct {
	out    strings.Builder
	merges []rect // in the order of their first rows
	active []rect // those that the row in hand may lie in
	table  sheet
	merged bool // the workbook has merged cells
}

// rect is a merged cell: rows and columns from 1, both ends within.
type rect struct{ top, left, bottom, right int }

func (w *worksheet) read(book *excelize.File, name string) error {
	rows, err := book.Rows(name)
	if err != nil {
		return err
	}
	defer rows.Close()
	for n := 1; rows.Next(); n++ {
		if n == 1 && w.merged { // a sheet that is a chart has no rows
			if err := w.readMerges(book, name); err != nil {
				return err
			}
		}
		texts, err := rows.Columns()
		if err != nil {
			return err
		}
		if w.out.Len() > maxMade {
			return errHostile
		}
		w.row(w.cells(n, texts))
	}
	w.flush()
	return rows.Error()
}

func (w *worksheet) readMerges(book *excelize.File, name string) error {
	merges, err := book.GetMergeCells(name, true)
	if err != nil {
		return err
	}
	for _, m := range merges {
		left, top, err := excelize.CellNameToCoordinates(m.GetStartAxis())
		if err != nil {
			return err
		}
		right, bottom, err := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err != nil {
			return err
		}
		w.merges = append(w.merges, rect{top, left, bottom, right})
	}
	slices.SortFunc(w.merges, func(a, b rect) int { return cmp.Or(a.top-b.top, a.left-b.left) })
	return nil
}

// cells returns the cells of row n, one for each merged cell that it lies in.
func (w *worksheet) cells(n int, texts []string) []cell {
	for len(w.merges) > 0 && w.merges[0].top <= n {
		w.active, w.merges = append(w.active, w.merges[0]), w.merges[1:]
	}
	w.active = slices.DeleteFunc(w.active, func(m rect) bool { return m.bottom < n })
	var cells []cell
	for column := 1; column <= min(len(texts), sheetWidth+1); {
		c := cell{text: oneLine(texts[column-1]), wide: 1, high: 1}
		for _, m := range w.active {
			if m.left <= column && column <= m.right {
				c.wide, c.merged = m.right-column+1, m.top < n
			}
		}
		cells = append(cells, c)
		column += c.wide
	}
	return cells
}

// row takes a row. One with nothing in it ends a table; one text alone above a
// table is its title or its unit, a long one below it a note.
func (w *worksheet) row(cells []cell) {
	filled, alone := 0, ""
	for _, c := range cells {
		if c.text != "" || c.merged {
			filled++
			alone = c.text
		}
	}
	switch {
	case filled == 0:
		w.flush()
	case filled == 1 && (len(w.table.rows) == 0 || len(alone) > longNote):
		w.flush()
		w.out.WriteString(alone + "\n")
	case !w.table.add(cells):
		w.flush()
	}
}

// longNote is the length in bytes from which a text alone in its row is no label
// of the rows below it.
const longNote = 90

// flush writes the table in hand.
func (w *worksheet) flush() {
	if w.table.fits() {
		w.table.write(&w.out)
	} else {
		w.table.plain(&w.out)
	}
	w.table = sheet{}
}
