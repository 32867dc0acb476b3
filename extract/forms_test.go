package extract_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"suyuan/eval"
)

// sheet is a table of testdata/tables: its cells with their marks, and what stands
// around it.
type sheet struct {
	name, lead, tail string
	forms            []string
	rows             [][]string // "<" goes on from the left, "^" from above
}

// forms are the ways in which a table is written.
var forms = map[string]func(*sheet) string{
	"markdown": func(s *sheet) string { return s.barred(false) },
	"repeated": func(s *sheet) string { return s.barred(true) },
	"html":     (*sheet).html,
	"tabs":     (*sheet).tabs,
	"gaps":     (*sheet).gaps,
	"lines":    (*sheet).lines,
	"wrapped":  func(s *sheet) string { return s.spaced(24) },
}

// TestForms demands that a table has the same figures in whatever form it is written:
// those that are marked, and no others. Of a table whose cells are wrapped some may be missed.
func TestForms(t *testing.T) {
	files, err := filepath.Glob("../testdata/tables/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no tables: %v", err)
	}
	lexicon := loadLexicon(t)
	for _, file := range files {
		for _, s := range readSheets(t, file) {
			for _, form := range s.forms {
				t.Run(s.name+"/"+form, func(t *testing.T) {
					m, err := readMarks(s.name, s.lead+"\n"+forms[form](s)+"\n"+s.tail)
					if err != nil {
						t.Fatal(err)
					}
					checkFigures(t, m, run(t, lexicon, m.name, m.text), form != "wrapped")
				})
			}
		}
	}
}

// checkFigures demands the figures that are marked, all of them or some, and no others.
func checkFigures(t *testing.T, m marked, got eval.Document, all bool) {
	t.Helper()
	for _, want := range m.marks {
		i := slices.IndexFunc(got.Records, func(r eval.Record) bool { return samePlace(want.Record, r) })
		if i < 0 {
			if !all {
				continue
			}
			t.Errorf("missed %s", want.Record)
			continue
		}
		for _, f := range eval.Compare(want.Record, got.Records[i]) {
			if !f.Right {
				t.Errorf("%s is wrong\n want %s\n got  %s", f.Name, want.Record, got.Records[i])
			}
		}
	}
	for _, r := range got.Records {
		if r.Type == eval.Figure && !slices.ContainsFunc(m.marks, func(want mark) bool { return samePlace(want.Record, r) }) {
			t.Errorf("not marked: %s", r)
		}
	}
}

// readSheets reads a file of tables. Each begins with a line === name | forms, lines
// stand above the table and below it, its rows have tabs between their cells.
func readSheets(t *testing.T, file string) (out []*sheet) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range strings.Split("\n"+string(data), "\n=== ")[1:] {
		head, body, _ := strings.Cut(part, "\n")
		name, list, _ := strings.Cut(head, " | ")
		s := &sheet{name: name, forms: strings.Fields(list)}
		for _, line := range strings.Split(body, "\n") {
			switch {
			case strings.Contains(line, "\t"):
				s.rows = append(s.rows, strings.Split(line, "\t"))
			case s.rows == nil:
				s.lead += line + "\n"
			default:
				s.tail += line + "\n"
			}
		}
		for _, form := range s.forms {
			if forms[form] == nil {
				t.Fatalf("%s: %s is no form", name, form)
			}
		}
		out = append(out, s)
	}
	return out
}

// at returns what a cell holds: in the place of one that is merged with another, that
// one's text where it is repeated, else nothing.
func (s *sheet) at(r, c int, repeated bool) string {
	switch cell := s.rows[r][c]; {
	case cell == "<" && repeated:
		return plain(s.at(r, c-1, true))
	case cell == "^" && repeated:
		return plain(s.at(r-1, c, true))
	case cell == "<" || cell == "^":
		return ""
	default:
		return cell
	}
}

// plain returns a cell without its marks.
func plain(cell string) string {
	m, err := readMarks("", cell)
	if err != nil {
		return cell
	}
	return m.text
}

func (s *sheet) barred(repeated bool) string {
	var b strings.Builder
	for r, row := range s.rows {
		for c := range row {
			b.WriteString("| " + s.at(r, c, repeated) + " ")
		}
		b.WriteString("|\n")
		if r == 0 {
			b.WriteString(strings.Repeat("| --- ", len(row)) + "|\n")
		}
	}
	return b.String()
}

func (s *sheet) html() string {
	var b strings.Builder
	b.WriteString("<table>\n")
	for r, row := range s.rows {
		b.WriteString("<tr>")
		for c, cell := range row {
			if cell == "<" || cell == "^" {
				continue
			}
			wide, high := 1, 1
			for c+wide < len(row) && row[c+wide] == "<" {
				wide++
			}
			for r+high < len(s.rows) && s.rows[r+high][c] == "^" {
				high++
			}
			fmt.Fprintf(&b, `<td colspan="%d" rowspan="%d">%s</td>`, wide, high, cell)
		}
		b.WriteString("</tr>\n")
	}
	return b.String() + "</table>\n"
}

func (s *sheet) tabs() string {
	var b strings.Builder
	for r, row := range s.rows {
		for c := range row {
			if c > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(s.at(r, c, false))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// gaps writes the table as pdftotext -layout does, a wide cell over the first of its columns.
func (s *sheet) gaps() string { return s.spaced(1000) }

// spaced does so with words wrapped that are wider than most.
func (s *sheet) spaced(most int) string {
	widths := make([]int, len(s.rows[0]))
	for r, row := range s.rows {
		for c := range row {
			widths[c] = max(widths[c], min(most, columnsOf(plain(s.at(r, c, false))))+3)
		}
	}
	var b strings.Builder
	for r, row := range s.rows {
		rest := make([]string, len(row))
		for c := range row {
			rest[c] = s.at(r, c, false)
		}
		for strings.Join(rest, "") != "" {
			line := ""
			for c, cell := range rest {
				n := len(cell)
				for columnsOf(plain(cell[:n])) > widths[c]-3 {
					_, size := utf8.DecodeLastRuneInString(cell[:n])
					n -= size
				}
				line += cell[:n] + strings.Repeat(" ", widths[c]-columnsOf(plain(cell[:n])))
				rest[c] = cell[n:]
			}
			b.WriteString(strings.TrimRight(line, " ") + "\n")
		}
	}
	return b.String()
}

// columnsOf returns how many columns a text takes where each letter has the same width.
func columnsOf(text string) (n int) {
	for _, r := range text {
		if n++; r > 0x2e80 {
			n++
		}
	}
	return n
}

func (s *sheet) lines() string {
	var b strings.Builder
	for r, row := range s.rows {
		for c := range row {
			if cell := s.at(r, c, false); cell != "" {
				b.WriteString(cell + "\n")
			}
		}
	}
	return b.String()
}
