package source

import "strings"

// sheet is a table as a grid of cells. A cell that runs over several columns or
// rows stands in the first of them and the others are empty, but for the head:
// there each column has it, so that a year over two columns is that of both.
type sheet struct {
	above []string // first rows of one cell over several columns: its title, its unit
	rows  [][]string
	heads int             // how many of rows are head rows
	from  [sheetWidth]int // by column: the row in which its last cell began
	under [sheetWidth]int // by column: the first row that no cell from above covers
}

// cell is a cell on its way into a sheet.
type cell struct {
	text       string
	wide, high int  // how many columns and rows it runs over
	merged     bool // it continues the cell above it
	head       bool
}

// sheetWidth and sheetRow bound what is a table of figures: what is wider or has
// longer rows, in bytes, is there for layout.
const (
	sheetWidth = 64
	sheetRow   = 6 << 10
)

// add adds a row and reports whether it is narrow enough.
func (s *sheet) add(cells []cell) bool {
	row, column := len(s.rows), 0
	if row == 0 && len(cells) == 1 && cells[0].wide > 1 {
		s.above = append(s.above, cells[0].text)
		return true
	}
	head := row == 0 || s.isHead(cells)
	s.rows = append(s.rows, nil)
	for _, c := range cells {
		for column < sheetWidth && s.under[column] > row {
			column++
		}
		if column+c.wide > sheetWidth {
			return false
		}
		s.place(c, row, column, head)
		column += c.wide
	}
	return true
}

// isHead reports whether the next row belongs to the head: it says so of itself,
// or continues a cell of the first row.
func (s *sheet) isHead(cells []cell) bool {
	row, column := len(s.rows), 0
	if row < s.heads {
		return true
	}
	if row > s.heads {
		return false
	}
	all := true
	for _, c := range cells {
		if c.merged && column < sheetWidth && s.from[column] == 0 {
			return true
		}
		all = all && c.head
		column += c.wide
	}
	return all
}

// place sets a cell.
func (s *sheet) place(c cell, row, column int, head bool) {
	if head {
		s.heads = max(s.heads, row+1)
		if row == 0 {
			s.heads = max(s.heads, c.high)
		}
	}
	for len(s.rows[row]) < column+c.wide {
		s.rows[row] = append(s.rows[row], "")
	}
	for k := range c.wide {
		s.under[column+k] = row + c.high
		if c.merged {
			continue
		}
		s.from[column+k] = row
		if k == 0 || head {
			s.rows[row][column+k] = c.text
		}
	}
}

// fits reports whether it is a table: at least two rows of two columns, none of
// them too long.
func (s *sheet) fits() bool {
	for _, row := range s.rows {
		size := 0
		for _, text := range row {
			size += len(text)
		}
		if size > sheetRow {
			return false
		}
	}
	return len(s.rows) >= 2 && s.columns() >= 2
}

func (s *sheet) columns() int {
	n := 0
	for _, row := range s.rows {
		n = max(n, len(row))
	}
	return n
}

// write writes it as a Markdown table.
func (s *sheet) write(out *strings.Builder) {
	for _, text := range s.above {
		out.WriteString(text + "\n")
	}
	columns := s.columns()
	for i, row := range s.rows {
		for c := range columns {
			text := ""
			if c < len(row) {
				text = strings.ReplaceAll(row[c], "|", "｜")
			}
			out.WriteString("| " + text)
			if text != "" {
				out.WriteByte(' ')
			}
		}
		out.WriteString("|\n")
		if i+1 == min(s.heads, len(s.rows)) {
			out.WriteString(strings.Repeat("| --- ", columns) + "|\n")
		}
	}
}

// plain writes what is no table of figures: each cell on a line.
func (s *sheet) plain(out *strings.Builder) {
	for _, row := range append([][]string{s.above}, s.rows...) {
		for _, text := range row {
			if text != "" {
				out.WriteString(text + "\n")
			}
		}
	}
}
