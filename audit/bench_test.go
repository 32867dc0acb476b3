package audit_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"suyuan/audit"
	"suyuan/store"
)

// materialOf loads what is stored of the only document.
func materialOf(t testing.TB, s *store.Store) *audit.Material {
	t.Helper()
	documents, err := s.Documents(ctx, store.Filter{})
	if err != nil || len(documents) != 1 {
		t.Fatal(err, len(documents))
	}
	m, err := audit.Load(ctx, s, documents[0])
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// A document four times as long takes about four times as long, also one that
// speaks of the same thing all the time.
func TestLinear(t *testing.T) {
	auditor := audit.New(words(t))
	for _, sentence := range []string{
		"2020年，全市高新技术企业达到%d家，其中制造业%d家，比上年增长9%%。到2025年，高新技术企业达到%d家。\n\n",
		"2020年，第%[1]d高级中学在校生达到%[2]d人，教职工%[3]d人。\n\n",
	} {
		took := func(n int) time.Duration {
			var b strings.Builder
			for i := range n {
				fmt.Fprintf(&b, sentence, 300+i, i, 500+i)
			}
			m := materialOf(t, ingested(t, folder(t, map[string]string{"long.txt": b.String()})))
			best := time.Hour
			for range 3 {
				start := time.Now()
				auditor.Findings(m)
				best = min(best, time.Since(start))
			}
			return best
		}
		if one, four := took(400), took(1600); four > 10*one+50*time.Millisecond {
			t.Errorf("%.20s: %v for one text, %v for four times as much", sentence, one, four)
		} else {
			t.Logf("%.20s: %v, %v", sentence, one, four)
		}
	}
}

// BenchmarkAudit audits the five seeds in a database, findings stored.
func BenchmarkAudit(b *testing.B) {
	s := ingested(b, "../seeds")
	auditor := audit.New(words(b))
	documents := 0
	for b.Loop() {
		counts, err := auditor.Run(ctx, s, func(audit.Finding) bool { return false }, nil)
		if err != nil {
			b.Fatal(err)
		}
		documents += counts.Documents
	}
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(documents), "ms/document")
}
