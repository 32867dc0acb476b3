package store

import (
	"database/sql"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
)

var write = flag.Bool("write", false, "write schema.sql anew")

// A new database has what one has that went through every migration.
func TestSchemaIsWhatTheMigrationsMake(t *testing.T) {
	db, err := sql.Open("sqlite3", ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	all, err := migrations()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(strings.Join(all, "")); err != nil {
		t.Fatal(err)
	}
	migrated := &Store{db: db}
	if *write {
		// A virtual table makes its shadow tables itself.
		statements := names(t, migrated, `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL
			AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow') ORDER BY rowid`)
		text := "-- What the migrations come to, written by go generate ./store.\n\n" + strings.Join(statements, ";\n\n") + ";\n"
		if err := os.WriteFile("schema.sql", []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		schema = text
	}
	made := fresh(t)
	const objects = "SELECT concat_ws('\t', type, name, tbl_name, sql) FROM sqlite_schema ORDER BY type, name"
	want, got := names(t, migrated, objects), names(t, made, objects)
	if !slices.Equal(got, want) {
		t.Errorf("run go generate ./store: a new database has\n%s\nand the migrations make\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	for _, table := range names(t, migrated, "SELECT name FROM pragma_table_list WHERE type IN ('table', 'shadow') AND name NOT LIKE 'sqlite%'") {
		count := "SELECT count(*) FROM " + table
		if got, want := names(t, made, count), names(t, migrated, count); !slices.Equal(got, want) {
			t.Errorf("%s has %s rows in a new database, %s after the migrations", table, got, want)
		}
	}
}

// The views are read by SQLite 3.37, which has no operators for JSON.
func TestViewsAreOfSQLite337(t *testing.T) {
	for _, text := range names(t, fresh(t), "SELECT sql FROM sqlite_schema WHERE type = 'view' AND instr(sql, '->')") {
		t.Errorf("-> and ->> came with SQLite 3.38, use json_extract: %s", text)
	}
}

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
