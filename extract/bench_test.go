package extract

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"suyuan/segment"
	"suyuan/source"
)

// BenchmarkExtract reads the records of the five seed texts, split and with the
// words loaded beforehand.
func BenchmarkExtract(b *testing.B) {
	lexicon, err := LoadLexicon(nil)
	if err != nil {
		b.Fatal(err)
	}
	paths, err := filepath.Glob("../seeds/*.txt")
	if err != nil || len(paths) == 0 {
		b.Fatal("no seed texts")
	}
	var outlines []*segment.Outline
	var texts []string
	size := 0
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		outlines = append(outlines, segment.Split(&source.Document{Name: path, Text: string(data)}))
		texts = append(texts, string(data))
		size += len(data)
	}
	words, err := segment.NewWords(lexicon.Words(), slices.Values(texts))
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, o := range outlines {
			if _, err := Extract(o, words, lexicon); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkLoadLexicon is what every start of the program pays.
func BenchmarkLoadLexicon(b *testing.B) {
	for b.Loop() {
		if _, err := LoadLexicon(nil); err != nil {
			b.Fatal(err)
		}
	}
}
