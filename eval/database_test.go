package eval

import (
	"database/sql"
	"net/url"
	"path/filepath"
	"reflect"
	"testing"
)

// views are tables by the names of the public views, with the columns that are read.
const views = `
CREATE TABLE v_documents (document_id, path, title, region, issuer, doc_number, issued_on, period);
CREATE TABLE v_figures (record_id, document_id, char_start, char_end, quote, statement, rule, value, value_max, comparator, unit, measure, kind, indicator, time);
CREATE TABLE v_dates (record_id, document_id, char_start, char_end, quote, statement, rule, edtf);
CREATE TABLE v_departments (record_id, document_id, char_start, char_end, quote, statement, rule, name, role);
CREATE TABLE v_projects (record_id, document_id, char_start, char_end, quote, statement, rule, name, status);
INSERT INTO v_documents VALUES (7, 'in/方案.v2.txt', '方案', NULL, NULL, NULL, NULL, '2024/2026');
INSERT INTO v_figures VALUES (1, 7, 3, 6, '1-2', 's', 'r', 1, 2, '=', '个', 'level', 'target', '平台', NULL);
INSERT INTO v_dates VALUES (2, 7, 8, 13, '2026年', 's', 'r', '2026');
INSERT INTO v_departments VALUES (3, 7, 20, 24, '市财政局', 's', 'r', '市财政局', 'lead');
INSERT INTO v_projects VALUES (4, 7, 30, 34, '阳光工程', 's', 'r', '阳光工程', 'planned');
`

func TestFromDatabase(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a #1?.db") // signs that mean something in a URL
	db, err := sql.Open("sqlite3", "file:"+url.PathEscape(file))
	if err == nil {
		_, err = db.Exec(views)
	}
	if err != nil {
		t.Fatal(err)
	}
	db.Close()
	got, err := FromDatabase(file)
	if err != nil {
		t.Fatal(err)
	}
	want := []Document{{Name: "方案.v2", About: &About{Title: "方案", Period: "2024/2026"}, Records: []Record{
		{Type: Figure, Start: 3, End: 6, Text: "1-2", Statement: "s", Rule: "r", Value: f64(1), ValueMax: f64(2), Comparator: "=", Unit: "个", Measure: "level", Kind: "target", Indicator: "平台"},
		{Type: Date, Start: 8, End: 13, Text: "2026年", Statement: "s", Rule: "r", EDTF: "2026"},
		{Type: Department, Start: 20, End: 24, Text: "市财政局", Statement: "s", Rule: "r", Name: "市财政局", Role: "lead"},
		{Type: Project, Start: 30, End: 34, Text: "阳光工程", Statement: "s", Rule: "r", Name: "阳光工程", Status: "planned"},
	}}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if _, err := FromDatabase(file + ".none"); err == nil {
		t.Error("no error for a file that is not there")
	}
}
