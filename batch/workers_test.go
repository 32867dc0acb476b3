package batch

import (
	"testing"
	"time"

	"suyuan/extract"
	"suyuan/source"
)

// The pages of a chunk are extracted when its turn has come, and it passes on with the
// last of them.
func TestChunksTakeTurns(t *testing.T) {
	lexicon, err := extract.LoadLexicon(nil)
	if err != nil {
		t.Fatal(err)
	}
	r := &run{o: Options{Jobs: 2, Lexicon: lexicon}}
	queue := turns(3)
	done := make(chan *page, 2)
	go r.extractAll(t.Context(), make(workers, 2), queue[1], []*page{
		{document: &source.Document{Text: "高新技术企业达到600家。"}}, {document: &source.Document{Text: "高新技术企业达到700家。"}},
	}, func(p *page) { done <- p })
	select {
	case <-done:
		t.Error("a page is done before the turn has come")
	case <-queue[2].come:
		t.Error("the turn is passed on before it has come")
	case <-time.After(100 * time.Millisecond):
	}
	queue[0].pass()
	queue[0].pass() // as a chunk does that failed
	for range 2 {
		if p := <-done; p.err != nil || len(p.records.Figures) != 1 {
			t.Errorf("%+v", p)
		}
	}
	<-queue[2].come
}
