package web

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"suyuan/audit"
	"suyuan/extract"
	"suyuan/segment"
	"suyuan/source"
	"suyuan/store"
)

var ctx = context.Background()

// library opens a new database with the texts in it, as an ingest stores them.
func library(t testing.TB, texts map[string]string) *store.Store {
	t.Helper()
	s, err := store.Open(ctx, filepath.Join(t.TempDir(), "suyuan.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		put(t, s, name, texts[name])
	}
	return s
}

// put stores one text.
func put(t testing.TB, s *store.Store, name, text string) store.Summary {
	t.Helper()
	lexicon, err := extract.LoadLexicon(nil)
	if err != nil {
		t.Fatal(err)
	}
	d, err := source.ReadBytes(name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	words, err := segment.NewWords(lexicon.Words(), slices.Values([]string{d.Text}))
	if err != nil {
		t.Fatal(err)
	}
	outline := segment.Split(d)
	records, err := extract.Extract(outline, words, lexicon)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := store.Prepare(store.Entry{Document: d, Outline: outline, Records: records, Ruleset: lexicon.Ruleset(), At: time.Now()})
	if err != nil {
		t.Fatal(err)
	}
	sum, err := s.Save(ctx, rows)
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

// audited has every check run over what is stored.
func audited(t testing.TB, s *store.Store) *store.Store {
	t.Helper()
	lexicon, err := extract.LoadLexicon(nil)
	if err != nil {
		t.Fatal(err)
	}
	all, none := func(audit.Finding) bool { return true }, func(audit.Shown) error { return nil }
	if _, err := audit.New(lexicon).Run(ctx, s, all, none); err != nil {
		t.Fatal(err)
	}
	return s
}

// seeds are the texts of the folder seeds.
func seeds(t testing.TB) map[string]string {
	t.Helper()
	out := map[string]string{}
	paths, err := filepath.Glob("../seeds/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no seeds: %v", err)
	}
	for _, p := range paths {
		text, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		out["seeds/"+filepath.Base(p)] = string(text)
	}
	return out
}
