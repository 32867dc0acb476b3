package intake

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"time"

	"suyuan/extract"
	"suyuan/segment"
	"suyuan/source"
)

func TestReadAndExtract(t *testing.T) {
	lexicon, err := extract.LoadLexicon(nil)
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{"a.txt": "到2025年，高新技术企业达到600家以上。", "b.txt": "", "f.txt": "一" + strings.Repeat("\n", segment.MaxLines+1)}
	reading := Reading{Open: func(path string, limit int64) (*source.File, error) {
		if path == "e.txt" {
			panic("poison")
		}
		if text, ok := texts[path]; ok {
			return source.Take(path, strings.NewReader(text), limit)
		}
		return source.Open("nowhere/"+path, limit)
	}}
	var pages []*Page
	for _, path := range []string{"a.txt", "b.txt", "c\xff.txt", "d.txt", "e.txt", "f.txt"} {
		pages = append(pages, reading.Read(t.Context(), path)...)
	}
	Extract(pages, lexicon, time.Minute)
	if p := pages[0]; p.Err != nil || len(p.Entry.Records.Figures) != 1 || p.Entry.Ruleset != lexicon.Ruleset() || p.Sum != p.Entry.Document.Sum {
		t.Errorf("%+v", p)
	}
	for i, want := range []string{"read: is empty; fetch it again or leave it out", "read: its name is not UTF-8", "read: no such file or directory; check the path", "read: poison in read_test.go", "split: it has 300001 lines"} {
		if f := pages[i+1].Failure(time.Now()); !strings.HasPrefix(f.Stage+": "+f.Message, want) {
			t.Errorf("%s: %s, want %s", f.Stage, f.Message, want)
		}
	}
	if !errors.Is(pages[3].Err, fs.ErrNotExist) || pages[2].Path != "c\ufffd.txt" {
		t.Errorf("%v, %q", pages[3].Err, pages[2].Path)
	}
}

// A document that never ends costs its time and nothing else.
func TestPatience(t *testing.T) {
	forever := make(chan bool)
	defer close(forever)
	p := &Page{}
	p.timed(&p.Times.Extract, StageExtract, func() error {
		_, err := within(time.Millisecond, func() (*extract.Records, error) { <-forever; return nil, nil })
		return err
	})
	if !errors.Is(p.Err, ErrPatience) || p.Failure(time.Now()).Stage != "extract" {
		t.Errorf("%v", p.Err)
	}
	_, err := within(time.Minute, func() (*extract.Records, error) { panic("a fault") })
	if err == nil || !strings.Contains(err.Error(), "a fault in read_test.go") {
		t.Errorf("%v", err)
	}
}
