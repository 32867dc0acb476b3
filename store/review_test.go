package store

import "testing"

// The views of verdicts over rows as a reviewer leaves them.
func TestFiguresReviewed(t *testing.T) {
	s := fresh(t)
	saved(t, s, entry("a.txt", plan))
	for _, statement := range []string{
		`INSERT INTO reviews (record_key, verdict, judged, reviewer, at) SELECT record_key, 'wrong', '{}', '王', '2024-02-02' FROM v_figures WHERE quote = '1.5'`,
		`INSERT INTO reviews (record_key, verdict, judged, reviewer, at) SELECT record_key, 'right', '{}', '李', '2024-02-03' FROM v_figures WHERE quote = '1.5' AND line = 2`,
		`INSERT INTO reviews (id, record_key, verdict, judged, corrected, reviewer, at) SELECT 100, record_key, 'corrected', '{}', '{"value":-4}', '王', '2024-02-02' FROM v_figures WHERE quote = '3'`,
		`INSERT INTO reviews (id, record_key, verdict, judged, reviewer, at) VALUES (101, 'added', 'added', '{}', '王', '2024-02-02')`,
		`INSERT INTO reviewed_figures SELECT 100, d.text_sha256, f.section, f.statement, f.byte_start, f.char_start, f.line, f.quote, f.indicator, f.indicator_id, -4, f.value_max, f.comparator, f.unit, f.value_base, f.value_base_max, f.unit_base, f.measure, f.per, f.kind, f.scope, f.time, f.time_first, f.time_last, f.nature FROM v_figures f JOIN v_documents d USING (document_id) WHERE quote = '3'`,
		`INSERT INTO reviewed_figures SELECT 101, d.text_sha256, f.section, f.statement, f.byte_start, f.char_start, f.line, f.quote, '新指标', f.indicator_id, f.value, f.value_max, f.comparator, f.unit, f.value_base, f.value_base_max, f.unit_base, f.measure, f.per, f.kind, f.scope, f.time, f.time_first, f.time_last, f.nature FROM v_figures f JOIN v_documents d USING (document_id) WHERE quote = '3'`,
	} {
		if _, err := s.db.Exec(statement); err != nil {
			t.Fatal(err)
		}
	}
	for query, want := range map[string]any{
		"SELECT count(*) FROM v_reviews":                                       int64(4),
		"SELECT group_concat(verdict) FROM v_reviews WHERE verdict = 'wrong'":  "wrong",
		"SELECT count(*) FROM v_figures_reviewed":                              int64(6), // 6, one wrong, one added
		"SELECT count(*) FROM v_figures_reviewed WHERE quote = '1.5'":          int64(1),
		"SELECT value || rule FROM v_figures_reviewed WHERE value = -4":        "-4.0quantity",
		"SELECT rule FROM v_figures_reviewed WHERE record_id IS NULL":          "reviewer",
		"SELECT count(*) FROM v_figures_reviewed WHERE quote = '3'":            int64(2),
		"SELECT value FROM v_figures WHERE quote = '3'":                        -3.0,
		"SELECT count(*) FROM v_figures_reviewed WHERE indicator = '新指标'":      int64(1),
		"SELECT char_end - char_start FROM v_figures_reviewed WHERE value =-4": int64(1),
	} {
		if got := value(t, s, query); got != want {
			t.Errorf("%s: %v, want %v", query, got, want)
		}
	}
}

func TestFindings(t *testing.T) {
	s := fresh(t)
	saved(t, s, entry("a.txt", plan))
	for _, statement := range []string{
		"INSERT INTO findings VALUES (1, 'k', 1, 'rate', 'warning', '增幅不符', 'the rate does not fit', '3/2')",
		"INSERT INTO finding_records VALUES (1, 1, 4), (1, 2, 2)",
	} {
		if _, err := s.db.Exec(statement); err != nil {
			t.Fatal(err)
		}
	}
	if got := value(t, s, "SELECT record_ids FROM v_findings"); got != "[4,2]" {
		t.Errorf("record_ids %v", got)
	}
}
