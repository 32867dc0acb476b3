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
