package store

import (
	"encoding/json"
	"strings"
	"testing"

	"suyuan/source"
)

// reviewed is a store with reviews of every make, one of a text that is gone.
func reviewed(t *testing.T) *Store {
	s := shelf(t)
	judged(t, s, "800", Right, "")
	judged(t, s, "1.8", Corrected, `{"kind":"target"}`)
	judged(t, s, "𠮷林路科技大桥工程", Doubtful, "")
	if _, err := s.Undo(ctx, keyOf(t, s, "800"), "李"); err != nil {
		t.Fatal(err)
	}
	at := strings.Index(report, "2025")
	_, err := s.AddFigure(ctx, Addition{DocumentID: 2, Span: source.Span{Start: at, End: at + 4}, Fields: json.RawMessage(`{"indicator":"年份"}`), Reviewer: "王"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Forget(ctx, "plans/a.txt"); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestVerifyReviews(t *testing.T) {
	faults, r := verified(t, reviewed(t))
	if r.Faults > 0 || r.Reviews != 5 {
		t.Errorf("%+v\n%v", r, faults)
	}
	for damage, says := range map[string]string{
		"UPDATE reviews SET note = 'x' WHERE quote = '800'":                       "was altered",
		"UPDATE reviews SET verdict = 'right' WHERE verdict = 'doubtful'":         "was altered",
		"UPDATE reviewed_figures SET value = 7 WHERE quote = '1.8'":               "was altered",
		"UPDATE reviews SET stale = 1 WHERE quote = '800'":                        "changed: false; stored is gone: false, changed: true",
		"UPDATE reviews SET gone = 1 WHERE quote = '1.8'":                         "what it judged is gone: false",
		"UPDATE reviews SET gone = 0 WHERE verdict = 'doubtful'":                  "does not say so",
		"UPDATE reviewed_figures SET line = 9, char_start = 1 WHERE quote='2025'": "its figure is not at character 1, line 9",
		"UPDATE figures SET unit = '‰' WHERE unit = '%'":                          "changed: true; stored is gone: false, changed: false",
		"UPDATE documents SET figures = 9":                                        "said to have 9 figures, it has 2",
		"UPDATE documents SET unexplained = 3":                                    "said to have 3 unexplained numerals, it has 0",
	} {
		s := reviewed(t)
		if _, err := s.db.Exec(damage); err != nil {
			t.Fatal(err)
		}
		faults, r := verified(t, s)
		told := ""
		for _, f := range faults {
			told += f.String() + "\n"
		}
		if r.Faults == 0 || !strings.Contains(told, says) {
			t.Errorf("%s: want %q, told\n%s", damage, says, told)
		}
	}
}

// A finding that says something else after a new run makes its review stale, one
// that is gone and comes back finds it again.
func TestReviewOfAFindingSettles(t *testing.T) {
	s := shelf(t)
	d, err := s.Document(ctx, "1")
	if err != nil {
		t.Fatal(err)
	}
	find := func(findings ...Finding) {
		t.Helper()
		if err := s.ReplaceFindings(ctx, d, findings); err != nil {
			t.Fatal(err)
		}
	}
	one := Finding{Key: "k", Kind: "rate", Severity: "warning", Message: "增幅不符", MessageEN: "the rate does not fit"}
	find(one)
	if _, err := s.Judge(ctx, Judgement{FindingKey: "k", Verdict: Explained, Note: "口径不同", Reviewer: "王"}); err != nil {
		t.Fatal(err)
	}
	other := one
	other.Message = "增幅相差甚远"
	for _, step := range []struct {
		findings []Finding
		want     string
	}{{[]Finding{one}, "00"}, {[]Finding{other}, "10"}, {nil, "01"}, {[]Finding{one}, "00"}} {
		find(step.findings...)
		got := value(t, s, "SELECT (stale AND NOT gone) || gone FROM v_reviews")
		if got != step.want {
			t.Errorf("%v: %v, want %s", step.findings, got, step.want)
		}
		if faults, r := verified(t, s); r.Faults > 0 {
			t.Errorf("%v: %v", step.findings, faults)
		}
	}
}
