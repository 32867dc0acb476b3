package export

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"suyuan/store"
)

// byteOrderMark is what tells Excel that a file of text is UTF-8.
const byteOrderMark = "\ufeff"

// writeCSV writes the records of one type, those of the filter or figures, a line
// each under a line of names, as RFC 4180 has it. What is null is empty.
func writeCSV(ctx context.Context, w io.Writer, s *store.Store, f store.Filter) (n int, err error) {
	t, err := oneType(&f)
	if err != nil {
		return 0, err
	}
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return 0, err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	line := make([]string, len(t.columns))
	for i, c := range t.columns {
		line[i] = c.name
	}
	if err := out.Write(line); err != nil {
		return 0, err
	}
	for r, err := range s.Records(ctx, f) {
		if err != nil {
			return n, err
		}
		for i, c := range t.columns {
			line[i] = cell(c.value(&r))
		}
		if err := out.Write(line); err != nil {
			return n, err
		}
		n++
	}
	out.Flush()
	return n, out.Error()
}

// oneType returns the one type that a filter wants, which becomes figures where it
// names none.
func oneType(f *store.Filter) (recordType, error) {
	if len(f.Types) == 0 {
		f.Types = []string{recordTypes[0].name}
	}
	for _, t := range recordTypes {
		if len(f.Types) == 1 && f.Types[0] == t.name {
			return t, nil
		}
	}
	return recordType{}, fmt.Errorf("%w: a CSV file holds one type: give --type figure, date, department or project", ErrFilter)
}

// cell writes a value for a program that takes some texts for formulas.
func cell(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case string:
		return harmless(v)
	}
	return fmt.Sprint(v)
}

// harmless puts an apostrophe before a text that a spreadsheet would take for a
// formula and run. A sign that stands alone, as the comparator = does, is none.
func harmless(text string) string {
	if signs := []rune(text); len(signs) > 1 && strings.ContainsRune("=+-@\t\r\n＝＋－＠", signs[0]) {
		return "'" + text
	}
	return text
}
