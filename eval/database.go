package eval

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"os"

	_ "github.com/mattn/go-sqlite3" // the driver "sqlite3"
)

// FromDatabase reads the documents of a database through the public views, as
// any downstream tool does, and leaves the file as it is.
func FromDatabase(path string) ([]Document, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, fmt.Errorf("open database: %w: make it with suyuan ingest", err)
	}
	db, err := sql.Open("sqlite3", "file:"+(&url.URL{Path: path}).EscapedPath()+"?mode=ro")
	if err != nil {
		return nil, fmt.Errorf("open database %s: %w", path, err)
	}
	defer db.Close()
	r := viewReader{db: db, byID: map[int64]*Document{}}
	for _, read := range []func() error{r.documents, r.figures, r.dates, r.departments, r.projects} {
		if err := read(); err != nil {
			return nil, fmt.Errorf("read database %s: %w", path, err)
		}
	}
	var out []Document
	for _, d := range r.inOrder {
		out = append(out, *d)
	}
	return out, nil
}

// viewReader reads one database.
type viewReader struct {
	db      *sql.DB
	byID    map[int64]*Document
	inOrder []*Document
}

// text is a column of text that may be null, which reads as "".
type text = sql.Null[string]

// rows calls scan for every row of a query.
func (v *viewReader) rows(query string, scan func(*sql.Rows) error) error {
	rows, err := v.db.QueryContext(context.Background(), query)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

func (v *viewReader) documents() error {
	return v.rows(`SELECT document_id, path, title, region, issuer, doc_number, issued_on, period FROM v_documents ORDER BY document_id`, func(rows *sql.Rows) error {
		var id int64
		var path string
		var f [6]text
		if err := rows.Scan(&id, &path, &f[0], &f[1], &f[2], &f[3], &f[4], &f[5]); err != nil {
			return err
		}
		d := &Document{Name: stem(path), About: &About{f[0].V, f[1].V, f[2].V, f[3].V, f[4].V, f[5].V}}
		v.byID[id] = d
		v.inOrder = append(v.inOrder, d)
		return nil
	})
}

// records reads one record view: the columns that all have, then those asked for.
func (v *viewReader) records(kind, view, columns string, fields []any, fill func(*Record)) error {
	query := `SELECT document_id, char_start, char_end, quote, statement, rule, ` + columns + ` FROM ` + view + ` ORDER BY document_id, char_start, char_end, record_id`
	return v.rows(query, func(rows *sql.Rows) error {
		r := Record{Type: kind}
		var id int64
		var statement, rule text
		if err := rows.Scan(append([]any{&id, &r.Start, &r.End, &r.Text, &statement, &rule}, fields...)...); err != nil {
			return err
		}
		r.Statement, r.Rule = statement.V, rule.V
		fill(&r)
		if d := v.byID[id]; d != nil {
			d.Records = append(d.Records, r)
		}
		return nil
	})
}

func (v *viewReader) figures() error {
	var value, valueMax sql.Null[float64]
	var f [6]text
	return v.records(Figure, "v_figures", "value, value_max, comparator, unit, measure, kind, indicator, time",
		[]any{&value, &valueMax, &f[0], &f[1], &f[2], &f[3], &f[4], &f[5]},
		func(r *Record) {
			r.Value, r.ValueMax = number(value), number(valueMax)
			r.Comparator, r.Unit, r.Measure, r.Kind, r.Indicator, r.Time = f[0].V, f[1].V, f[2].V, f[3].V, f[4].V, f[5].V
		})
}

func (v *viewReader) dates() error {
	var edtf text
	return v.records(Date, "v_dates", "edtf",
		[]any{&edtf},
		func(r *Record) { r.EDTF = edtf.V })
}

func (v *viewReader) departments() error {
	var name, role text
	return v.records(Department, "v_departments", "name, role",
		[]any{&name, &role},
		func(r *Record) { r.Name, r.Role = name.V, role.V })
}

func (v *viewReader) projects() error {
	var name, status text
	return v.records(Project, "v_projects", "name, status",
		[]any{&name, &status},
		func(r *Record) { r.Name, r.Status = name.V, status.V })
}

// number returns a column's number, nil where it is null.
func number(n sql.Null[float64]) *float64 {
	if !n.Valid {
		return nil
	}
	return &n.V
}
