package batch_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"suyuan/batch"
	"suyuan/extract"
	"suyuan/store"
)

// BenchmarkIngest reads, extracts and stores eight times the seeds, each copy
// with a line of its own.
func BenchmarkIngest(b *testing.B) {
	dir, size := copies(b, 8)
	lexicon, err := extract.LoadLexicon(nil)
	if err != nil {
		b.Fatal(err)
	}
	for _, jobs := range []int{1, 2} {
		b.Run(fmt.Sprintf("jobs=%d", jobs), func(b *testing.B) {
			b.SetBytes(size)
			for b.Loop() {
				db := filepath.Join(b.TempDir(), "b.db")
				s, err := store.Open(b.Context(), db)
				if err != nil {
					b.Fatal(err)
				}
				if _, err := batch.Run(b.Context(), s, batch.Find([]string{dir}, db, batch.Patterns{}), batch.Options{Jobs: jobs, Lexicon: lexicon}); err != nil {
					b.Fatal(err)
				}
				if err := s.Close(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// copies writes n different copies of each seed, and returns their folder and size.
func copies(b *testing.B, n int) (dir string, size int64) {
	b.Helper()
	files, err := filepath.Glob(seeds + "/*")
	if err != nil {
		b.Fatal(err)
	}
	dir = b.TempDir()
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		for i := range n {
			data := fmt.Appendf(nil, "%s\n第%d份\n", text, i)
			size += int64(len(data))
			if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d_%s", i, filepath.Base(file))), data, 0o600); err != nil {
				b.Fatal(err)
			}
		}
	}
	return dir, size
}
