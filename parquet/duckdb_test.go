package parquet_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"strings"
	"testing"

	"suyuan/store"
)

// views are questions to the Parquet files and to the views of the database that
// have the same answer. FILES/ stands for the folder.
var views = []struct{ name, files, view string }{
	{"documents", "SELECT document, path, array_to_string(paths, '|'), text_sha256, media_type, encoding, reader, bytes, title, region, issuer, doc_number, issued_on, period, status, ruleset FROM 'FILES/documents.parquet' ORDER BY document",
		"SELECT sha256, path, (SELECT group_concat(path, '|') FROM (SELECT path FROM v_paths p WHERE p.document_id = d.document_id ORDER BY path)), text_sha256, media_type, encoding, reader, bytes, title, region, issuer, doc_number, issued_on, period, status, ruleset FROM v_documents d ORDER BY sha256"},
	{"texts", "SELECT document, text FROM 'FILES/texts.parquet' ORDER BY document",
		"SELECT sha256, text FROM v_texts JOIN v_documents USING (document_id) ORDER BY sha256"},
	{"figures", "SELECT document, record_key, section, statement, char_start, char_end, byte_start, byte_end, line, quote, rule, indicator, indicator_id, comparator, unit, unit_base, measure, per, kind, scope, time, time_first, time_last, nature FROM 'FILES/records.parquet' WHERE type = 'figure' ORDER BY document, byte_start, record_key",
		"SELECT sha256, record_key, section, statement, char_start, char_end, byte_start, byte_end, line, quote, rule, indicator, indicator_id, comparator, unit, unit_base, measure, per, kind, scope, time, time_first, time_last, nature FROM v_figures JOIN v_documents USING (document_id) ORDER BY sha256, byte_start, record_key"},
	{"values", "SELECT record_key, CAST(round(value * 1000) AS BIGINT), CAST(round(value_max * 1000) AS BIGINT), CAST(value_base AS BIGINT), CAST(round(confidence * 1e6) AS BIGINT) FROM 'FILES/records.parquet' WHERE type = 'figure' AND value_base = floor(value_base) ORDER BY document, byte_start, record_key",
		"SELECT record_key, CAST(round(value * 1000) AS INTEGER), CAST(round(value_max * 1000) AS INTEGER), CAST(value_base AS INTEGER), CAST(round(confidence * 1e6) AS INTEGER) FROM v_figures JOIN v_documents USING (document_id) WHERE value_base = CAST(value_base AS INTEGER) ORDER BY sha256, byte_start, record_key"},
	{"dates", "SELECT record_key, edtf, first_day, last_day FROM 'FILES/records.parquet' WHERE type = 'date' ORDER BY document, byte_start",
		"SELECT record_key, edtf, first_day, last_day FROM v_dates JOIN v_documents USING (document_id) ORDER BY sha256, byte_start"},
	{"departments", "SELECT record_key, name, canonical_name, role, task FROM 'FILES/records.parquet' WHERE type = 'department' ORDER BY document, byte_start, role",
		"SELECT record_key, name, canonical_name, role, task FROM v_departments JOIN v_documents USING (document_id) ORDER BY sha256, byte_start, role"},
	{"projects", "SELECT record_key, name, category, status FROM 'FILES/records.parquet' WHERE type = 'project' ORDER BY document, byte_start, name",
		"SELECT record_key, name, category, p.status FROM v_projects p JOIN v_documents d USING (document_id) ORDER BY sha256, byte_start, name"},
	{"evidence", "SELECT r.record_key, e.role, e.char_start, e.char_end, e.byte_start, e.byte_end, e.line, e.page, e.quote FROM 'FILES/evidence.parquet' e JOIN 'FILES/records.parquet' r USING (document, record) ORDER BY document, record, e.byte_start, e.byte_end, e.role",
		"SELECT r.record_key, e.role, e.char_start, e.char_end, e.byte_start, e.byte_end, e.line, e.page, e.quote FROM v_evidence e JOIN v_records r USING (record_id) JOIN v_documents USING (document_id) ORDER BY sha256, e.record_id, e.byte_start, e.byte_end, e.role"},
	{"links", "SELECT a.record_key, b.record_key, l.role FROM 'FILES/links.parquet' l JOIN 'FILES/records.parquet' a ON a.document = l.document AND a.record = l.record JOIN 'FILES/records.parquet' b ON b.document = l.document AND b.record = l.linked ORDER BY l.document, 1, 2, 3",
		"SELECT a.record_key, b.record_key, l.role FROM v_links l JOIN v_records a ON a.record_id = l.record_id JOIN v_records b ON b.record_id = l.linked_id JOIN v_documents d ON d.document_id = a.document_id ORDER BY sha256, 1, 2, 3"},
	{"numerals", "SELECT n.byte_start, n.byte_end, n.quote, n.disposition, r.record_key, n.reason FROM 'FILES/numerals.parquet' n LEFT JOIN 'FILES/records.parquet' r USING (document, record) ORDER BY n.document, n.byte_start",
		"SELECT n.byte_start, n.byte_end, n.quote, n.disposition, r.record_key, n.reason FROM v_numerals n JOIN v_documents d USING (document_id) LEFT JOIN v_records r USING (record_id) ORDER BY sha256, n.byte_start"},
	{"blocks", "SELECT count(*) > 100, sum(byte_end - byte_start) = (SELECT sum(octet_length(encode(text))) FROM 'FILES/texts.parquet') FROM 'FILES/blocks.parquet'", ""},
	{"failures", "SELECT path, stage, message, \"at\" FROM 'FILES/failures.parquet'", ""},
}

// Another program reads the files and finds in them what the views show.
func TestDuckDBReadsThem(t *testing.T) {
	if _, err := os.Stat("duckdb/node_modules"); err != nil {
		if os.Getenv("SUYUAN_REQUIRE_TOOLS") == "1" {
			t.Fatal("DuckDB is required here: npm --prefix parquet/duckdb ci")
		}
		t.Skip("SKIPPED: no DuckDB to read the files with; npm --prefix parquet/duckdb ci installs it")
	}
	s := ingested(t)
	folder := written(t, s)
	var questions []string
	for _, v := range views {
		questions = append(questions, strings.ReplaceAll(v.files, "FILES", folder))
	}
	answers := duckDB(t, questions)
	for i, v := range views {
		var want [][]*string
		switch v.name {
		case "blocks":
			want = rows("true", "true")
		case "failures":
			want = rows("broken.txt", "read", "是空的", "2001-09-09T01:46:40Z")
		default:
			want = asked(t, s, v.view)
		}
		compare(t, v.name, answers[i], want)
	}
}

func compare(t *testing.T, name string, got, want [][]*string) {
	t.Helper()
	if len(got) != len(want) || len(want) == 0 {
		t.Errorf("%s: %d rows, want %d", name, len(got), len(want))
		return
	}
	for i := range want {
		a, _ := json.Marshal(got[i])
		b, _ := json.Marshal(want[i])
		if !bytes.Equal(a, b) {
			t.Errorf("%s, row %d\ngot  %.500s\nwant %.500s", name, i, a, b)
			return
		}
	}
}

func duckDB(t *testing.T, questions []string) (answers [][][]*string) {
	t.Helper()
	in, err := json.Marshal(questions)
	if err != nil {
		t.Fatal(err)
	}
	c := exec.CommandContext(t.Context(), "node", "duckdb/query.js")
	var out, complaint bytes.Buffer
	c.Stdin, c.Stdout, c.Stderr = bytes.NewReader(in), &out, &complaint
	if err := c.Run(); err != nil {
		t.Fatalf("node duckdb/query.js: %v\n%s", err, complaint.String())
	}
	if err := json.Unmarshal(out.Bytes(), &answers); err != nil {
		t.Fatal(err)
	}
	return answers
}

// asked returns the rows of a query on the database, every value as text.
func asked(t *testing.T, s *store.Store, query string) (all [][]*string) {
	t.Helper()
	rows, err := s.Query(t.Context(), query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	for rows.Next() {
		row := make([]*string, len(columns))
		into := make([]any, len(columns))
		for i := range row {
			into[i] = &row[i]
		}
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		all = append(all, row)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}

func rows(values ...string) [][]*string {
	row := make([]*string, len(values))
	for i := range values {
		row[i] = &values[i]
	}
	return [][]*string{row}
}
