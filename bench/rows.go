package main

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	_ "github.com/mattn/go-sqlite3" // the database/sql driver
)

// insertRows takes every row of a database and inserts it into a new one of the
// same schema, beside it: the time that any program needs to write these rows.
// It prints that time.
func insertRows(out io.Writer, path string) error {
	from, err := sql.Open("sqlite3", "file:"+path+"?mode=ro")
	if err != nil {
		return err
	}
	defer from.Close()
	tables, err := readTables(from)
	if err != nil {
		return fmt.Errorf("read the rows of %s: %w", path, err)
	}
	schema, err := texts(from, `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND `+ordinary+` ORDER BY rowid`)
	if err != nil {
		return err
	}
	copied := path + ".rows"
	defer os.Remove(copied)
	start := time.Now()
	rows, err := write(copied, schema, tables)
	if err != nil {
		return fmt.Errorf("insert the rows of %s: %w", path, err)
	}
	return json.NewEncoder(out).Encode(map[string]any{"rows": rows, "seconds": time.Since(start).Seconds()})
}

// ordinary leaves out SQLite's own tables and those of the search index, which
// ingest does not write to.
const ordinary = `name NOT LIKE 'sqlite_%' AND tbl_name NOT IN (SELECT name FROM pragma_table_list WHERE type IN ('virtual', 'shadow'))`

// table is the rows of one table, parents before children as the schema has them.
type table struct {
	name string
	rows [][]any
}

func readTables(db *sql.DB) ([]table, error) {
	names, err := texts(db, `SELECT name FROM sqlite_schema WHERE type = 'table' AND `+ordinary+` ORDER BY rowid`)
	if err != nil {
		return nil, err
	}
	var out []table
	for _, name := range names {
		rows, err := db.Query(`SELECT * FROM "` + name + `"`)
		if err != nil {
			return nil, err
		}
		t := table{name: name}
		columns, err := rows.Columns()
		if err != nil {
			return nil, err
		}
		for rows.Next() {
			row, places := make([]any, len(columns)), make([]any, len(columns))
			for i := range row {
				places[i] = &row[i]
			}
			if err := rows.Scan(places...); err != nil {
				return nil, err
			}
			t.rows = append(t.rows, row)
		}
		if err := rows.Err(); err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	return out, nil
}

func texts(db *sql.DB, query string) ([]string, error) {
	rows, err := db.Query(query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, rows.Err()
}

// write inserts the rows in one transaction, each by a prepared statement.
func write(path string, schema []string, tables []table) (int, error) {
	db, err := sql.Open("sqlite3", "file:"+path+"?_journal_mode=WAL&_synchronous=NORMAL&_foreign_keys=1")
	if err != nil {
		return 0, err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err := db.Exec(strings.Join(schema, ";\n")); err != nil {
		return 0, err
	}
	tx, err := db.Begin()
	if err != nil {
		return 0, err
	}
	defer tx.Rollback()
	n := 0
	for _, t := range tables {
		if len(t.rows) == 0 {
			continue
		}
		insert, err := tx.Prepare(`INSERT INTO "` + t.name + `" VALUES (?` + strings.Repeat(", ?", len(t.rows[0])-1) + `)`)
		if err != nil {
			return n, err
		}
		for _, row := range t.rows {
			if _, err := insert.Exec(row...); err != nil {
				return n, fmt.Errorf("table %s: %w", t.name, err)
			}
			n++
		}
	}
	if err := tx.Commit(); err != nil {
		return n, err
	}
	_, err = db.Exec("PRAGMA journal_mode = DELETE")
	return n, err
}
