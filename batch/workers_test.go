package batch

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/sync/semaphore"

	"suyuan/extract"
	"suyuan/intake"
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
	queue := slices.Collect(turns(t.Context(), semaphore.NewWeighted(roomBytes), slices.Values(make([]chunk[int], 3))))
	done := make(chan *page, 2)
	page1 := &page{Page: intake.Again(&source.Document{Text: "高新技术企业达到600家。"})}
	page2 := &page{Page: intake.Again(&source.Document{Text: "高新技术企业达到700家。"})}
	go extractAll(t.Context(), r, make(workers, 2), queue[1], []*page{page1, page2}, func(p *page) { done <- p })
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
		if p := <-done; p.Err != nil || len(p.Entry.Records.Figures) != 1 {
			t.Errorf("%+v", p)
		}
	}
	<-queue[2].come
}

// The files that are in memory at once have no more bytes together than there is
// room for, however many workers there are.
func TestChunksWaitForRoom(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	room := semaphore.NewWeighted(roomBytes)
	given := make(chan string, 6)
	go func() {
		defer close(given)
		for c := range turns(ctx, room, chunks(sized(6, func(int) int64 { return roomBytes / 2 }))) {
			given <- c.items[0]
		}
	}()
	for range 2 {
		<-given
	}
	select {
	case path := <-given:
		t.Errorf("%s is begun with two others of half the room", path)
	case <-time.After(50 * time.Millisecond):
	}
	room.Release(roomBytes / 2)
	<-given
	stop()
	for path := range given {
		t.Errorf("%s is begun after the end", path)
	}
}

// What was stored makes room, and who stops waiting for it ends.
func TestPagesMakeRoom(t *testing.T) {
	lexicon, err := extract.LoadLexicon(nil)
	if err != nil {
		t.Fatal(err)
	}
	r := &run{o: Options{Jobs: 3, Lexicon: lexicon}}
	read := func(path string) []*page {
		return []*page{{Page: intake.Again(&source.Document{Name: path, Text: "高新技术企业达到600家。"})}}
	}
	n := 0
	for range pages(t.Context(), r, chunks(sized(5, func(int) int64 { return roomBytes })), read) {
		n++
	}
	if n != 5 {
		t.Errorf("%d pages", n)
	}
	for range pages(t.Context(), r, chunks(sized(5, func(int) int64 { return roomBytes })), read) {
		break
	}
}

// What the store refuses, and a fault in making rows, is the failure of that document.
func TestPrepareRefuses(t *testing.T) {
	lexicon, err := extract.LoadLexicon(nil)
	if err != nil {
		t.Fatal(err)
	}
	for want, damage := range map[string]func(*page){
		"": func(*page) {},
		"twice or out of order": func(p *page) {
			p.Entry.Records.Numerals = append(p.Entry.Records.Numerals, p.Entry.Records.Numerals[0])
		},
		"a fault of the program": func(p *page) { p.Entry.Records.Figures[0] = nil },
	} {
		p := &page{Page: intake.Again(&source.Document{Name: "a.txt", Text: "高新技术企业达到600家。"})}
		intake.Extract([]*intake.Page{p.Page}, lexicon, 0)
		damage(p)
		p.prepare()
		switch {
		case want == "":
			if p.Err != nil || p.rows == nil {
				t.Errorf("%v, rows %v", p.Err, p.rows)
			}
		case p.rows != nil || p.Err == nil:
			t.Errorf("%s: rows %v, %v", want, p.rows, p.Err)
		default:
			if f := p.Failure(time.Now()); f.Stage != string(StageSave) || !strings.Contains(f.Message, want) {
				t.Errorf("%+v, want %s", f, want)
			}
		}
	}
}
