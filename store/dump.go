package store

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// dumps are the views without ids and times, each record named by its document,
// its type and its place.
var dumps = []struct{ name, query string }{
	{"v_documents", `SELECT path, sha256, media_type, encoding, reader, bytes, title, region, issuer, doc_number, issued_on, period, status, ruleset, text_sha256 FROM v_documents`},
	{"v_paths", `SELECT d.sha256, p.path FROM v_paths p JOIN v_documents d USING (document_id)`},
	{"v_texts", `SELECT d.sha256, t.text FROM v_texts t JOIN v_documents d USING (document_id)`},
	{"blocks", `SELECT d.sha256, b.byte_start, b.kind, b.level, p.byte_start, b.section, b.text FROM blocks b JOIN documents d ON d.id = b.document_id LEFT JOIN blocks p ON p.id = b.parent_id`},
	{"v_records", `SELECT d.sha256, r.type, r.record_key, r.path, r.section, r.statement, r.char_start, r.char_end, r.byte_start, r.byte_end, r.line, r.quote, r.rule, r.confidence FROM v_records r JOIN v_documents d USING (document_id)`},
	{"v_figures", `SELECT d.sha256, f.record_key, f.indicator, f.indicator_id, f.value, f.value_max, f.comparator, f.unit, f.value_base, f.value_base_max, f.unit_base, f.measure, f.per, f.kind, f.scope, f.time, f.time_first, f.time_last, f.nature FROM v_figures f JOIN v_documents d USING (document_id)`},
	{"v_dates", `SELECT d.sha256, t.record_key, t.edtf, t.first_day, t.last_day FROM v_dates t JOIN v_documents d USING (document_id)`},
	{"v_departments", `SELECT d.sha256, t.record_key, t.name, t.canonical_name, t.role, t.task FROM v_departments t JOIN v_documents d USING (document_id)`},
	{"v_projects", `SELECT d.sha256, t.record_key, t.name, t.category, t.status FROM v_projects t JOIN v_documents d USING (document_id)`},
	{"v_evidence", `SELECT d.sha256, r.key, e.role, e.char_start, e.char_end, e.byte_start, e.byte_end, e.line, e.page, e.quote FROM v_evidence e JOIN records r ON r.id = e.record_id JOIN documents d ON d.id = r.document_id`},
	{"v_links", `SELECT d.sha256, a.key, b.key, l.role FROM v_links l JOIN records a ON a.id = l.record_id JOIN records b ON b.id = l.linked_id JOIN documents d ON d.id = a.document_id`},
	{"v_numerals", `SELECT d.sha256, n.char_start, n.char_end, n.byte_start, n.byte_end, n.quote, n.disposition, r.key, n.reason FROM v_numerals n JOIN v_documents d USING (document_id) LEFT JOIN records r ON r.id = n.record_id`},
	{"v_failures", `SELECT path, sha256, stage, message FROM v_failures`},
	{"v_findings", `SELECT finding_key, kind, severity, message, message_en, arithmetic FROM v_findings`},
	{"v_reviews", `SELECT record_key, finding_key, verdict, judged, corrected, stale, note, reviewer FROM v_reviews`},
}

// Dump writes every row of every view, without ids and times, one a line, in the
// order of their values: two databases made from the same files by the same rules
// give the same bytes. It holds one row; SQLite sorts, on disk where there are many.
func (s *Store) Dump(ctx context.Context, to io.Writer) error {
	out := bufio.NewWriter(to)
	for _, d := range dumps {
		query, err := s.sorted(ctx, d.query)
		if err == nil {
			err = s.lines(ctx, query, func(line string) { fmt.Fprintf(out, "%s %s\n", d.name, line) })
		}
		if err != nil {
			return s.explain("dump "+d.name+" of", err)
		}
	}
	return out.Flush()
}

// sorted returns the query with its rows in the order of all their columns.
func (s *Store) sorted(ctx context.Context, query string) (string, error) {
	rows, err := s.db.QueryContext(ctx, query+" LIMIT 0")
	if err != nil {
		return "", err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	for i := range columns {
		columns[i] = strconv.Itoa(i + 1)
	}
	return query + " ORDER BY " + strings.Join(columns, ", "), err
}

// lines takes the rows of a query one by one, each value quoted.
func (s *Store) lines(ctx context.Context, query string, take func(line string)) error {
	rows, err := s.db.QueryContext(ctx, query)
	if err != nil {
		return err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return err
	}
	values := make([]any, len(columns))
	pointers := make([]any, len(columns))
	for i := range values {
		pointers[i] = &values[i]
	}
	for rows.Next() {
		if err := rows.Scan(pointers...); err != nil {
			return err
		}
		var line strings.Builder
		for i, v := range values {
			fmt.Fprintf(&line, "%s=%#v ", columns[i], v)
		}
		take(strings.TrimSuffix(line.String(), " "))
	}
	return rows.Err()
}
