package store

import (
	"context"
	"os"
	"testing"
)

// library opens the database that SUYUAN_LIBRARY names, of 1 000 documents with
// about 300 000 records:
//
//	go run ./bench library /tmp/library 1000
//	go run ./cmd/suyuan ingest --db /tmp/library.db /tmp/library
//	SUYUAN_LIBRARY=/tmp/library.db go test ./store -run '^$' -bench Library
//
// Making it takes about a minute. Without it the benchmark takes two documents.
func library(b *testing.B) *Store {
	path := os.Getenv("SUYUAN_LIBRARY")
	if path == "" {
		s := fresh(b)
		saved(b, s, entry("a.txt", plan))
		saved(b, s, entry("b.txt", report))
		return s
	}
	s, err := Open(context.Background(), path)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	return s
}

// BenchmarkLibrary asks what the pages of the auditors' desk ask.
func BenchmarkLibrary(b *testing.B) {
	s := library(b)
	documents, err := s.Documents(ctx, Filter{})
	if err != nil || len(documents) == 0 {
		b.Fatal(err)
	}
	middle := documents[len(documents)/2]
	read := func(f Filter) func() (int, error) {
		return func() (n int, err error) {
			for _, err := range s.Records(ctx, f) {
				if err != nil {
					return n, err
				}
				n++
			}
			return n, nil
		}
	}
	for _, c := range []struct {
		name string
		ask  func() (int, error)
	}{
		{"documents", func() (int, error) { all, err := s.Documents(ctx, Filter{}); return len(all), err }},
		{"document", read(Filter{DocumentID: middle.ID, Evidence: true})},
		{"blocks", func() (int, error) { all, err := s.Blocks(ctx, middle.ID); return len(all), err }},
		{"ledger", func() (int, error) { all, err := s.Numerals(ctx, middle.ID); return len(all), err }},
		{"first-page", read(Filter{Limit: 100})},
		{"late-page", read(Filter{Limit: 100, Offset: 150000})},
		{"targets", read(Filter{Kinds: []string{"target"}, Limit: 100})},
		{"unreviewed-of-a-rule", read(Filter{Rules: []string{"figure_growth"}, Verdicts: []string{"unreviewed"}, Limit: 100})},
		{"indicator", read(Filter{Indicators: []string{"rd_intensity"}, Limit: 100})},
		{"indicator-and-region", read(Filter{Indicators: []string{"rd_intensity"}, Regions: []string{string(middle.Region)}})},
		{"name", read(Filter{Indicators: []string{"瞪羚"}, Limit: 100})},
		{"year", read(Filter{Years: []int{2025}, Limit: 100})},
		{"contains", read(Filter{Contains: "无人机", Limit: 100})},
		{"count", func() (int, error) { return s.Count(ctx, Filter{}) }},
		{"count-targets", func() (int, error) { return s.Count(ctx, Filter{Kinds: []string{"target"}}) }},
		{"search", search(s, "高新技术企业")},
		{"search-rare", search(s, "无人机")},
		{"search-common", search(s, "的")},
		{"search-two", search(s, "研发 600")},
		{"compare-all", func() (int, error) {
			all, err := s.Compare(ctx, Filter{Indicators: []string{"rd_intensity"}})
			return len(all), err
		}},
		{"compare-two", func() (int, error) {
			all, err := s.Compare(ctx, Filter{Indicators: []string{"rd_intensity", "high_tech_firms"}, Regions: []string{"沧州市", "潮州市"}})
			return len(all), err
		}},
		{"indicators", func() (int, error) { all, err := s.Indicators(ctx); return len(all), err }},
		{"sample", func() (int, error) {
			all, err := s.Sample(ctx, Filter{Rules: []string{"figure_growth"}}, 50, 1)
			return len(all), err
		}},
		{"sample-of-all", func() (int, error) { all, err := s.Sample(ctx, Filter{}, 50, 1); return len(all), err }},
		{"record", func() (int, error) { _, err := s.Record(ctx, "1"); return 1, err }},
	} {
		b.Run(c.name, func(b *testing.B) {
			n := 0
			for b.Loop() {
				if n, err = c.ask(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(n), "rows")
			b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N), "ms")
		})
	}
}

// search asks for the first page of what is found.
func search(s *Store, words string) func() (int, error) {
	return func() (int, error) {
		hits, err := s.Search(ctx, words, Filter{Limit: 50})
		return hits.Blocks, err
	}
}

// BenchmarkIndex takes all texts into the index, in a copy of the database.
func BenchmarkIndex(b *testing.B) {
	s := library(b)
	for b.Loop() {
		b.StopTimer()
		var size int64
		for _, statement := range []string{"DELETE FROM search_documents", "DROP TABLE search", `CREATE VIRTUAL TABLE search USING fts4(content="", characters)`} {
			if _, err := s.db.Exec(statement); err != nil {
				b.Fatal(err)
			}
		}
		if err := s.db.QueryRow("SELECT sum(bytes) FROM documents").Scan(&size); err != nil {
			b.Fatal(err)
		}
		b.SetBytes(size)
		b.StartTimer()
		if more, err := s.Index(ctx, 1<<40); more || err != nil {
			b.Fatal(more, err)
		}
	}
}
