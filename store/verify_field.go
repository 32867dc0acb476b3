package store

import (
	"database/sql"
	"fmt"
	"slices"

	"suyuan/extract"
	"suyuan/segment"
)

type storedName struct {
	record             int64
	name, second, task string
}

// names proves the departments and the projects.
func (d *inspection) names() error {
	scan := func(r *sql.Rows, n *storedName) error { return r.Scan(&n.record, &n.name, &n.second, &n.task) }
	departments, err := query(d.verification, `SELECT x.record_id, x.name, x.role, coalesce(x.task, '')
		FROM records r JOIN departments x ON x.record_id = r.id WHERE r.document_id = ? ORDER BY x.record_id`, scan, d.id)
	if err != nil {
		return err
	}
	for _, n := range departments {
		if r := d.typed(n.record, "department"); r != nil {
			if err := d.named(r, n.name); err != nil {
				return err
			}
			d.rests(r, extract.RoleTask, n.task)
		}
	}
	projects, err := query(d.verification, `SELECT x.record_id, x.name, x.category, ''
		FROM records r JOIN projects x ON x.record_id = r.id WHERE r.document_id = ? ORDER BY x.record_id`, scan, d.id)
	if err != nil {
		return err
	}
	for _, n := range projects {
		if r := d.typed(n.record, "project"); r != nil {
			if err := d.named(r, n.name); err != nil {
				return err
			}
		}
	}
	return nil
}

// named proves that a name is its quote, apart from line breaks, marks, the width of its
// signs and what stands amid it that no reader reads.
func (d *inspection) named(r *storedRecord, name string) error {
	d.report.Values++
	same := func(quote string) bool {
		read := segment.Read(quote)
		return name == read || segment.Read(name) == read
	}
	if !same(r.quote) {
		quote, err := d.unbroken(r)
		if err != nil {
			return err
		}
		if !same(quote) {
			d.wrong(r, "value", "its quote %q is not the stored name %q", r.quote, name)
		}
	}
	d.rests(r, extract.RoleName, name)
	return nil
}

// about proves that the document's own fields have evidence.
func (d *inspection) about() error {
	var fields [7]sql.NullString
	var record sql.NullInt64
	err := d.tx.QueryRowContext(d.ctx, "SELECT title, region, issuer, doc_number, issued_on, period, status, record_id FROM documents WHERE id = ?", d.id).
		Scan(&fields[0], &fields[1], &fields[2], &fields[3], &fields[4], &fields[5], &fields[6], &record)
	if err != nil {
		return err
	}
	r := d.records[record.Int64]
	for i, role := range []extract.Role{extract.RoleTitle, extract.RoleRegion, extract.RoleIssuer, extract.RoleDocNumber, extract.RoleIssuedOn, extract.RolePeriod, extract.RoleStatus} {
		switch {
		case fields[i].String == "":
		case r == nil:
			d.fault(Fault{Check: "evidence", Message: fmt.Sprintf("the document's %s is %q, and nothing shows where that was read", role, fields[i].String)})
		default:
			d.rests(r, role, fields[i].String)
		}
	}
	return nil
}

// rests proves that a field that has a value has evidence of one of the roles.
func (d *inspection) rests(r *storedRecord, role extract.Role, value string, others ...extract.Role) {
	if value == "" {
		return
	}
	for _, e := range r.evidence {
		if e.role == role || slices.Contains(others, e.role) {
			return
		}
	}
	d.wrong(r, "evidence", "its %s is %q, and nothing shows where that was read", role, value)
}

// typed returns the record of a row of a type's table, nil where it is of
// another type, which is told.
func (d *inspection) typed(id int64, kind string) *storedRecord {
	r := d.records[id]
	d.filled[id] = true
	if r.kind != kind {
		d.wrong(r, "fields", "it is a %s and has the fields of a %s", r.kind, kind)
		return nil
	}
	for _, e := range r.evidence {
		if e.span == r.span() {
			return r
		}
	}
	d.wrong(r, "evidence", "its own place is not among its evidence")
	return r
}

// empty tells of the records that have no fields.
func (d *inspection) empty() error {
	for _, r := range d.order {
		if !d.filled[r.id] && r.kind != "document" {
			d.wrong(r, "fields", "it has no fields")
		}
	}
	return nil
}
