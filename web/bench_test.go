package web

import (
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"suyuan/store"
)

// BenchmarkPages asks for every page over HTTP, as a browser does. SUYUAN_LIBRARY
// names a database of 1 000 documents with about 300 000 records:
//
//	go run ./bench library /tmp/library 1000
//	go run ./cmd/suyuan ingest --db /tmp/library.db /tmp/library
//	SUYUAN_LIBRARY=/tmp/library.db go test ./web -run '^$' -bench Pages
//
// Without it the seeds are asked. It reports the median and the slowest of a page,
// and the time of processor that one takes.
func BenchmarkPages(b *testing.B) {
	s := benchStore(b)
	base := served(b, s, Options{Reviewer: "王芳"})
	documents, err := s.Documents(ctx, store.Filter{})
	if err != nil {
		b.Fatal(err)
	}
	middle := documents[len(documents)/2]
	var key string
	for r, err := range s.Records(ctx, store.Filter{DocumentID: middle.ID, Types: []string{"figure"}, Limit: 60}) {
		if err != nil {
			b.Fatal(err)
		}
		key = r.Key
	}
	id := fmt.Sprint(middle.ID)
	for _, page := range []struct{ name, path string }{
		{"documents", "/"},
		{"documents-sorted", "/?sort=-unexplained&contains=" + url.QueryEscape("创新")},
		{"document", "/documents/" + id},
		{"record", "/documents/" + id + "?record=" + key},
		{"part", "/documents/" + id + "/parts/1"},
		{"records", "/documents/" + id + "/records?type=figure&verdict=unreviewed"},
		{"ledger", "/ledger?document=" + id},
		{"ledger-all", "/ledger"},
		{"compare", "/compare?indicator=high_tech_firms&indicator=rd_intensity"},
		{"compare-empty", "/compare"},
		{"search", "/search?q=" + url.QueryEscape("高新")},
		{"search-rare", "/search?q=" + url.QueryEscape("稀土 永磁")},
		{"timeline", "/timeline?document=" + id},
		{"timeline-region", "/timeline?region=" + url.QueryEscape(string(middle.Region))},
		{"findings", "/findings"},
		{"sample", "/sample?n=30&seed=7&type=figure"},
		{"sample-rule", "/sample?n=30&seed=7&rule=figure_level"},
		{"help", "/help"},
	} {
		b.Run(page.name, func(b *testing.B) {
			var times []time.Duration
			cpu := processor()
			for b.Loop() {
				began := time.Now()
				fetch(b, base+page.path)
				times = append(times, time.Since(began))
			}
			slices.Sort(times)
			b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, "ms/median")
			b.ReportMetric(float64(times[len(times)-1].Microseconds())/1000, "ms/slowest")
			b.ReportMetric(float64((processor()-cpu).Microseconds())/1000/float64(len(times)), "cpu-ms/op")
		})
	}
}

// BenchmarkLongDocument asks for the first screen of a document of 1 MB that no
// one has looked at yet, and for a record in its middle.
func BenchmarkLongDocument(b *testing.B) {
	var text strings.Builder
	texts := seeds(b)
	for i := 0; text.Len() < 1<<20; i++ {
		for _, name := range slices.Sorted(maps.Keys(texts)) {
			fmt.Fprintf(&text, "# 第%d部分\n%s\n", i+1, texts[name])
		}
	}
	s := library(b, map[string]string{"long.txt": text.String()[:strings.LastIndex(text.String()[:1<<20], "\n")]})
	var key string
	for r, err := range s.Records(ctx, store.Filter{Types: []string{"figure"}, Offset: 3000, Limit: 1}) {
		if err != nil {
			b.Fatal(err)
		}
		key = r.Key
	}
	for name, path := range map[string]string{"first-screen": "/documents/1", "record": "/documents/1?record=" + key, "ledger": "/ledger?document=1"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				base := served(b, s, Options{}) // a new site has no sheet yet
				b.StartTimer()
				fetch(b, base+path)
			}
		})
	}
}

// processor is how long this process has used processors: what a page costs whatever
// else the machine does.
func processor() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func fetch(b *testing.B, address string) {
	b.Helper()
	res, err := http.Get(address)
	if err != nil {
		b.Fatal(err)
	}
	defer res.Body.Close()
	if _, err := io.Copy(io.Discard, res.Body); err != nil || res.StatusCode != http.StatusOK {
		b.Fatalf("%s: %s %v", address, res.Status, err)
	}
}

// benchStore opens the database that SUYUAN_LIBRARY names, or one of the seeds.
func benchStore(b *testing.B) *store.Store {
	path := os.Getenv("SUYUAN_LIBRARY")
	if path == "" {
		return library(b, seeds(b))
	}
	s, err := store.Open(ctx, path)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	for more := true; more; {
		if more, err = s.Index(ctx, 1<<30); err != nil {
			b.Fatal(err)
		}
	}
	return s
}
