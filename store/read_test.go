package store

import (
	"context"
	"slices"
	"strings"
	"testing"
)

// What is read while another process stores the document over and over is of one
// moment: whole, or as it was before.
func TestReadsAreOfOneMoment(t *testing.T) {
	s := fresh(t)
	with := entry("a.txt", strings.Repeat(plan[len("\ufeff"):], 5))
	saved(t, s, with)
	records := *with.Records
	records.Departments = nil
	without := with
	without.Records, without.Ruleset = &records, "rules-2"
	other := opened(t, s.path)
	stop, done := make(chan bool), make(chan error)
	go func() {
		var err error
		for i := 0; err == nil; i++ {
			select {
			case <-stop:
				done <- nil
				return
			default:
				_, err = save(ctx, other, []Entry{without, with}[i%2])
			}
		}
		done <- err
	}()
	for range 150 {
		e, err := s.Entry(ctx, 1)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(e.Records.Departments); n != map[string]int{"rules-1": len(with.Records.Departments), "rules-2": 0}[e.Ruleset] {
			t.Fatalf("%d departments by %s", n, e.Ruleset)
		}
		for r, err := range s.Records(ctx, Filter{Types: []string{"department"}}) {
			if err != nil || r.Department == nil {
				t.Fatalf("%v: %s without its fields", err, r.Quote)
			}
		}
	}
	close(stop)
	if err := <-done; err != nil {
		t.Error(err)
	}
}

// A document that is forgotten while the documents are gone through is passed over.
func TestEntriesForgottenMeanwhile(t *testing.T) {
	s := fresh(t)
	for _, name := range []string{"a.txt", "b.txt", "c.txt"} {
		saved(t, s, entry(name, "到2025年，专利1件。"+name))
	}
	var seen []string
	for e, err := range s.Entries(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		seen = append(seen, e.Document.Name)
		for _, name := range []string{"a.txt", "b.txt", "c.txt"} {
			if name != seen[0] {
				if _, err := s.Forget(ctx, name); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	if len(seen) != 1 {
		t.Errorf("%v", slices.Sorted(slices.Values(seen)))
	}
}

// A reader that is cancelled leaves no transaction behind: what comes next can write.
func TestCancelledReadEnds(t *testing.T) {
	s := fresh(t)
	saved(t, s, entry("a.txt", plan))
	for range 50 {
		some, cancel := context.WithCancel(ctx)
		_ = s.read(some, func(q reader) error {
			rows, err := q.QueryContext(some, "SELECT 1 FROM records a, records b, records c, records d")
			if err != nil {
				return err
			}
			defer rows.Close()
			rows.Next()
			cancel()
			for rows.Next() {
			}
			return rows.Err()
		})
		cancel()
		if _, err := s.Forget(ctx, "nothing"); err != nil {
			t.Fatal(err)
		}
	}
}
