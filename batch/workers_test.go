package batch

import (
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"suyuan/extract"
	"suyuan/source"
)

// Several workers do the files of one chunk, never more than there are places, and
// their pages come in order.
func TestWorkersShareAChunk(t *testing.T) {
	lexicon, err := extract.LoadLexicon(nil)
	if err != nil {
		t.Fatal(err)
	}
	const jobs = 3
	var chunks [][]int
	for i := range 4 {
		chunks = append(chunks, []int{5 * i, 5*i + 1, 5*i + 2, 5*i + 3, 5*i + 4})
	}
	var busy, most atomic.Int32
	met := make(chan struct{})
	meet := sync.OnceFunc(func() { close(met) })
	read := func(i int) []*page {
		n := busy.Add(1)
		for old := most.Load(); n > old && !most.CompareAndSwap(old, n); old = most.Load() {
		}
		if n == jobs {
			meet()
		}
		defer busy.Add(-1)
		if i < jobs {
			select { // the first of them meet
			case <-met:
			case <-time.After(10 * time.Second):
				t.Errorf("item %d waits alone", i)
			}
		}
		return []*page{{id: int64(i), document: &source.Document{Text: "全市建成研发平台600家。\n"}}}
	}
	var got []int64
	for p := range pages(t.Context(), &run{o: Options{Jobs: jobs, Lexicon: lexicon}}, chunks, read) {
		if p.err != nil || len(p.records.Figures) != 1 {
			t.Errorf("page %d: %v", p.id, p.err)
		}
		got = append(got, p.id)
	}
	if !slices.IsSorted(got) || len(got) != 20 || most.Load() > jobs {
		t.Errorf("pages %v by %d workers", got, most.Load())
	}
}
