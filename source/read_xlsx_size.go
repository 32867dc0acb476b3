package source

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"strings"

	"github.com/xuri/excelize/v2"
)

// maxCells is how many cells a workbook may have, empty ones before others
// included, and maxMerged how many one with merged cells: to find these the
// library holds a sheet in memory, with a KB for each of its cells.
const (
	maxCells  = 1_000_000
	maxMerged = 150_000
)

var errCells = errors.New("more than a million cells, or 150000 where some are merged")

// size is what a workbook holds.
type size struct {
	cells   int
	merged  bool
	unknown int // cells that hold a formula and not its result
}

// sizeOf counts a workbook's cells before they are held in memory, and refuses one
// that has too many: a row whose only cell stands in the last column has 16384.
func sizeOf(f *File) (n size, err error) {
	o, err := openOffice(f)
	if err != nil {
		return n, err
	}
	for name, part := range o.parts {
		if strings.HasSuffix(name, ".xml") {
			if err := n.count(o, part); err != nil {
				return n, err
			}
		}
	}
	if n.cells > maxCells || n.merged && n.cells > maxMerged {
		return n, errCells
	}
	return n, nil
}

// count adds the cells of one part, up to the last of each row.
func (n *size) count(o *office, part *zip.File) error {
	x, closer, err := o.part(part.Name)
	if err != nil {
		return err
	}
	defer closer.Close()
	width, formula, result := 0, false, false
	for n.cells <= maxCells {
		t, err := x.RawToken()
		if err != nil {
			return nil // at its end, or damaged: the library says so
		}
		e, ok := t.(xml.StartElement)
		if !ok {
			if e, ok := t.(xml.EndElement); ok && e.Name.Local == "c" && formula && !result {
				n.unknown++
			}
			continue
		}
		switch e.Name.Local {
		case "row":
			n.cells, width = n.cells+1, 0
		case "f":
			formula = true
		case "v":
			result = true
		case "c":
			formula, result = false, false
			column := width + 1
			if c, _, err := excelize.CellNameToCoordinates(attr(e, "r")); err == nil {
				column = c
			}
			if column > width {
				n.cells, width = n.cells+column-width, column
			}
		case "mergeCell":
			n.merged = true
		}
	}
	return nil
}
