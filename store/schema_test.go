package store

import (
	"os"
	"strings"
	"testing"
)

// docs/SCHEMA.md describes every column of every view, and no other.
func TestSchemaIsWrittenDown(t *testing.T) {
	page, err := os.ReadFile("../docs/SCHEMA.md")
	if err != nil {
		t.Fatal(err)
	}
	described := map[string]map[string]bool{}
	heading := ""
	for line := range strings.Lines(string(page)) {
		if strings.HasPrefix(line, "## ") {
			heading = strings.Fields(line)[1]
			described[heading] = map[string]bool{}
		}
		if name, _, ok := strings.Cut(strings.TrimPrefix(line, "| `"), "` |"); ok && strings.HasPrefix(line, "| `") {
			described[heading][name] = true
		}
	}
	s := fresh(t)
	views := names(t, s, "SELECT name FROM sqlite_schema WHERE type = 'view'")
	for _, view := range views {
		own := described[view]
		if view == "v_targets" || view == "v_figures_reviewed" {
			own = described["v_figures"]
		}
		if view != "v_records" && own == nil {
			t.Errorf("%s is not described", view)
		}
		columns := names(t, s, "SELECT name FROM pragma_table_info(?)", view)
		record := len(columns) > 12 && columns[1] == "record_key"
		for _, column := range columns {
			if !own[column] && !(record && described["Every"][column]) && !(view == "v_records" && column == "type") {
				t.Errorf("%s.%s is not described", view, column)
			}
		}
		for column := range own {
			if !strings.Contains(" "+strings.Join(columns, " ")+" ", " "+column+" ") {
				t.Errorf("%s has no column %s", view, column)
			}
		}
	}
}

// names returns the first column of a query.
func names(t testing.TB, s *Store, query string, args ...any) (all []string) {
	t.Helper()
	rows, err := s.db.Query(query, args...)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		all = append(all, name)
	}
	return all
}
