package store

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
)

// Findings take the place of those before, as a whole, and go when their document
// is extracted anew.
func TestReplaceFindings(t *testing.T) {
	s, err := Open(ctx, filepath.Join(t.TempDir(), "a.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	e := entry("a.txt", plan)
	saved(t, s, e)
	d, err := s.Document(ctx, "a.txt")
	if err != nil {
		t.Fatal(err)
	}
	var ids []int64
	for r, err := range s.Records(ctx, Filter{Types: []string{"figure"}}) {
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, r.ID)
	}
	found := func() string {
		var lines []string
		if err := s.lines(ctx, "SELECT finding_key, record_ids FROM v_findings ORDER BY finding_key", func(line string) { lines = append(lines, line) }); err != nil {
			t.Fatal(err)
		}
		return strings.Join(lines, "\n")
	}
	one := Finding{Key: "k1", Kind: "two_values", Severity: "warning", Message: "不一", MessageEN: "differ", Records: []int64{ids[1], ids[0]}}
	two := Finding{Key: "k2", Kind: "rounding", Severity: "note", Message: "舍去", MessageEN: "cut"}
	if err := s.ReplaceFindings(ctx, d, []Finding{one, two}); err != nil {
		t.Fatal(err)
	}
	if err := s.ReplaceFindings(ctx, d, []Finding{one}); err != nil {
		t.Fatal(err)
	}
	before := found()
	if !strings.Contains(before, "k1") || strings.Contains(before, "k2") {
		t.Errorf("%s", before)
	}
	if _, err := s.Judge(ctx, Judgement{FindingKey: "k1", Verdict: Explained, Reviewer: "王"}); err != nil {
		t.Fatal(err)
	}
	other := one
	other.Message = "又不一"
	for _, want := range []struct {
		findings    []Finding
		gone, stale bool
	}{{[]Finding{one, two}, false, false}, {[]Finding{other}, false, true}, {nil, true, false}, {[]Finding{one}, false, false}} {
		if err := s.ReplaceFindings(ctx, d, want.findings); err != nil {
			t.Fatal(err)
		}
		reviews, err := s.Reviews(ctx)
		if err != nil || len(reviews) != 1 || reviews[0].Gone != want.gone || reviews[0].Stale != want.stale {
			t.Errorf("%v: a verdict after %v is %+v", err, want, reviews)
		}
	}
	bad := Finding{Key: "k3", Kind: "rounding", Severity: "note", Records: []int64{1 << 40}}
	if err := s.ReplaceFindings(ctx, d, []Finding{two, bad}); err == nil || found() != before {
		t.Errorf("%v: a record that is not there, and left are\n%s", err, found())
	}
	e.Ruleset = "rules-2"
	if _, err := save(ctx, s, e); err != nil {
		t.Fatal(err)
	}
	if left := found(); left != "" {
		t.Errorf("left of a document that was extracted anew: %s", left)
	}
	if err := s.ReplaceFindings(ctx, d, []Finding{one}); !errors.Is(err, ErrMeanwhile) || found() != "" {
		t.Errorf("of a document that is another by now: %v", err)
	}
	if _, err := s.Forget(ctx, "a.txt"); err != nil {
		t.Fatal(err)
	}
	if err := s.ReplaceFindings(ctx, d, nil); !errors.Is(err, ErrNoDocument) {
		t.Errorf("of a document that is gone: %v", err)
	}
}

// What goes with its records is counted, not what another process takes away, nor what
// is rolled back.
func TestWatchFindings(t *testing.T) {
	s := fresh(t)
	other := opened(t, s.Path())
	texts := map[string]Entry{}
	for _, name := range []string{"a.txt", "b.txt", "c.txt"} {
		texts[name] = entry(name, name+plan)
		saved(t, s, texts[name])
		d, err := s.Document(ctx, name)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.ReplaceFindings(ctx, d, []Finding{{Key: name + "1", Severity: "note"}, {Key: name + "2", Severity: "note"}}); err != nil {
			t.Fatal(err)
		}
	}
	gone, err := s.WatchFindings(ctx)
	if err != nil {
		t.Fatal(err)
	}
	b, err := other.Document(ctx, "b.txt")
	if err != nil {
		t.Fatal(err)
	}
	if err := other.ReplaceFindings(ctx, b, nil); err != nil {
		t.Fatal(err)
	}
	c, err := s.Document(ctx, "c.txt")
	if err != nil {
		t.Fatal(err)
	}
	e := texts["c.txt"]
	e.Ruleset = "rules-2"
	rows, err := Prepare(e)
	if err != nil {
		t.Fatal(err)
	}
	if v, err := s.Revise(ctx, c.ID, rows); err != nil || !v.Same {
		t.Errorf("%+v, %v", v, err)
	}
	if rows.sheets[1].made != nil {
		t.Error("the room of rows that are written is kept")
	}
	if _, err := s.Forget(ctx, "a.txt"); err != nil {
		t.Fatal(err)
	}
	if n, err := gone(ctx); n != 2 || err != nil {
		t.Errorf("%d findings went, %v", n, err)
	}
	if n := value(t, s, "SELECT count(*) FROM findings"); n != int64(2) {
		t.Errorf("%v are left", n)
	}
}
