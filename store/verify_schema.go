package store

import (
	"database/sql"
	"fmt"
)

// object is a table, index, view or trigger of a schema.
type object struct{ kind, name, text string }

const objects = "SELECT type, name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name"

func scanObject(r *sql.Rows, o *object) error { return r.Scan(&o.kind, &o.name, &o.text) }

// schema proves that the database has every table, index, view and trigger that
// this program makes, as it makes it: without a trigger, a quote may be written
// that is not at its place. What others have added is left alone.
func (v *verification) schema() error {
	stored, err := query(v, objects, scanObject)
	if err != nil {
		return err
	}
	has := map[object]bool{}
	for _, o := range stored {
		has[o] = true
	}
	want, err := v.fresh()
	if err != nil {
		return err
	}
	for _, o := range want {
		if !has[o] {
			v.fault(Fault{Check: "database", Path: v.path, Message: fmt.Sprintf("the %s %s is missing or altered: ingest the documents again into a new file", o.kind, o.name)})
		}
	}
	return nil
}

// fresh returns the schema of a new database.
func (v *verification) fresh() ([]object, error) {
	db, err := sql.Open("sqlite3", ":memory:")
	if err != nil {
		return nil, err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err := db.ExecContext(v.ctx, schema); err != nil {
		return nil, err
	}
	rows, err := db.QueryContext(v.ctx, objects)
	if err != nil {
		return nil, err
	}
	return scanAll(rows, scanObject)
}
