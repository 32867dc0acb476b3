package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"syscall"
	"time"

	"suyuan/store"
)

// answered is what was asked of a database, with the least time that the processor
// took for it.
type answered struct {
	Documents int      `json:"documents"`
	Bytes     int64    `json:"bytes"`   // of the database, without the index of its texts
	Indexed   int64    `json:"indexed"` // with it
	Questions []timing `json:"questions"`
}

type timing struct {
	What string  `json:"what"`
	MS   float64 `json:"ms"`
}

// asked is looked for: an indicator that plans name often.
const asked = "高新技术企业"

// askAll asks a database what a page of the desk and a search ask, and prints how
// long that takes. It makes the index of the texts on the way.
func askAll(path string) error {
	ctx := context.Background()
	s, err := store.Open(ctx, path)
	if err != nil {
		return err
	}
	defer s.Close()
	a := answered{}
	documents, err := s.Documents(ctx, store.Filter{})
	if err != nil {
		return err
	}
	records, err := s.Count(ctx, store.Filter{})
	if err != nil {
		return err
	}
	a.Documents = len(documents)
	middle := documents[len(documents)/2].ID
	page := func(f store.Filter) func() error {
		f.Limit = 50
		return func() error {
			for _, err := range s.Records(ctx, f) {
				if err != nil {
					return err
				}
			}
			return nil
		}
	}
	search := func() error { _, err := s.Search(ctx, asked, store.Filter{Limit: 50}); return err }
	size := func() int64 {
		var pages, bytes int64
		if err := scan(s, "SELECT page_count, page_size FROM pragma_page_count, pragma_page_size", &pages, &bytes); err != nil {
			return 0
		}
		return pages * bytes
	}
	a.Bytes = size()
	for _, q := range []struct {
		what  string
		times int
		do    func() error
	}{
		{"list of the documents", 3, func() error { _, err := s.Documents(ctx, store.Filter{}); return err }},
		{"one document with its records and evidence", 5, func() error {
			for _, err := range s.Records(ctx, store.Filter{DocumentID: middle, Evidence: true}) {
				if err != nil {
					return err
				}
			}
			_, err := s.Blocks(ctx, middle)
			return err
		}},
		{"first 50 records", 5, page(store.Filter{})},
		{"50 records from the middle", 3, page(store.Filter{Offset: records / 2})},
		{"first 50 figures of an indicator", 5, page(store.Filter{Indicators: []string{asked}})},
		{"number of the targets", 3, func() error { _, err := s.Count(ctx, store.Filter{Kinds: []string{"target"}}); return err }},
		{"an indicator compared by region", 3, func() error { _, err := s.Compare(ctx, store.Filter{Indicators: []string{asked}}); return err }},
		{"search, texts read through", 2, search},
		{"index of the texts made", 1, func() error { _, err := s.Index(ctx, 1<<40); return err }},
		{"search by the index", 5, search},
	} {
		ms, err := least(q.times, q.do)
		if err != nil {
			return fmt.Errorf("%s: %w", q.what, err)
		}
		a.Questions = append(a.Questions, timing{q.what, ms})
	}
	a.Indexed = size()
	return json.NewEncoder(os.Stdout).Encode(a)
}

func scan(s *store.Store, query string, to ...any) error {
	rows, err := s.Query(context.Background(), query)
	if err != nil {
		return err
	}
	defer rows.Close()
	rows.Next()
	return rows.Scan(to...)
}

// least is the least time of the processor that do takes, in ms.
func least(times int, do func() error) (ms float64, err error) {
	for i := range times {
		before := spent()
		if err := do(); err != nil {
			return 0, err
		}
		if took := (spent() - before).Seconds() * 1000; i == 0 || took < ms {
			ms = took
		}
	}
	return ms, nil
}

// spent is the time that this process has had of the processor.
func spent() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
