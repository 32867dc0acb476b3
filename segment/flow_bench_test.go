package segment

import (
	"testing"

	"suyuan/source"
)

func BenchmarkFlow(b *testing.B) {
	texts := seedTexts(b)
	size := 0
	for _, text := range texts {
		size += len(text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, text := range texts {
			NewFlow(text, source.Span{Start: 0, End: len(text)}, nil)
		}
	}
}

func BenchmarkSentences(b *testing.B) {
	var flows []*Flow
	size := 0
	for _, text := range seedTexts(b) {
		f := NewFlow(text, source.Span{Start: 0, End: len(text)}, nil)
		flows = append(flows, f)
		size += len(f.Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, f := range flows {
			for _, s := range f.Sentences() {
				f.Clauses(nil, s)
			}
		}
	}
}
