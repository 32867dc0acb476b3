package store

import (
	"context"
	"testing"
)

func TestSave(t *testing.T) {
	s := fresh(t)
	got := saved(t, s, entry("a.txt", plan))
	want := Summary{DocumentID: 1, Path: "a.txt", Title: "一、发展目标", Region: "某市", Figures: 6, Targets: 5, Dates: 2, Departments: 1, Projects: 1, Numerals: 8}
	if got != want {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if text := value(t, s, "SELECT text FROM v_texts"); text != plan {
		t.Errorf("text %q", text)
	}
	for _, view := range []string{"v_figures", "v_targets", "v_dates", "v_departments", "v_projects", "v_numerals"} {
		wrong := value(t, s, `SELECT count(*) FROM `+view+` r JOIN v_texts t USING (document_id)
			WHERE substr(t.text, char_start + 1, char_end - char_start) IS NOT r.quote
			OR substr(CAST(t.text AS BLOB), byte_start + 1, byte_end - byte_start) IS NOT CAST(r.quote AS BLOB)`)
		if wrong != int64(0) {
			t.Errorf("%s: %d quotes are not in their place", view, wrong)
		}
	}
}

func TestSaveTwiceChangesNothing(t *testing.T) {
	s := fresh(t)
	first := saved(t, s, entry("a.txt", plan))
	if again := saved(t, s, entry("a.txt", plan)); again != first {
		t.Errorf("again %+v, first %+v", again, first)
	}
	id, current, err := s.Find(context.Background(), entry("a.txt", plan).Document.Sum, "rules-1")
	if id != first.DocumentID || !current || err != nil {
		t.Errorf("found %d, %v, %v", id, current, err)
	}
}
