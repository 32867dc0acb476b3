package source

import "strings"

// sheet is a table as a grid of cells. A cell that runs over several columns or
// rows stands in the first of them; the others are empty, but for the head,
// where each column it covers has it.
type sheet struct {
	rows  [][]string
	heads int      // how many of rows are head rows
	above []string // first rows of one cell over all columns: its title, its unit
}

// sheetWidth and sheetRow bound what is a table of figures: what is wider or has
// longer rows, in bytes, is there for layout.
const (
	sheetWidth = 64
	sheetRow   = 6 << 10
)

// fits reports whether the grid is a table: at least two rows of two columns,
// none of them too long.
func (s *sheet) fits() bool {
	columns := 0
	for _, row := range s.rows {
		size := 0
		for _, cell := range row {
			size += len(cell)
		}
		if size > sheetRow || len(row) > sheetWidth {
			return false
		}
		columns = max(columns, len(row))
	}
	return len(s.rows) >= 2 && columns >= 2
}

// put sets a cell, growing the grid to it.
func (s *sheet) put(row, column int, text string) {
	for len(s.rows) <= row {
		s.rows = append(s.rows, nil)
	}
	for len(s.rows[row]) <= column {
		s.rows[row] = append(s.rows[row], "")
	}
	s.rows[row][column] = text
}

// write writes the grid as a Markdown table.
func (s *sheet) write(out *strings.Builder) {
	columns := 0
	for _, row := range s.rows {
		columns = max(columns, len(row))
	}
	for i, row := range s.rows {
		for c := range columns {
			cell := ""
			if c < len(row) {
				cell = strings.ReplaceAll(row[c], "|", "｜")
			}
			out.WriteString("| " + cell)
			if cell != "" {
				out.WriteByte(' ')
			}
		}
		out.WriteString("|\n")
		if i+1 == max(1, s.heads) {
			out.WriteString(strings.Repeat("| --- ", columns) + "|\n")
		}
	}
}
