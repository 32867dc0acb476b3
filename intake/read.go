package intake

import (
	"context"
	"errors"
	"strings"
	"time"

	"suyuan/extract"
	"suyuan/segment"
	"suyuan/source"
)

// Page is one document on its way from a file to an Entry. Err stops it where it
// is: it is a *StageError.
type Page struct {
	Path  string
	Sum   [32]byte // of the source file, zero until it is read
	Entry Entry
	Err   error
	Times struct{ Read, Split, Extract time.Duration } // what each step took
}

// ErrName is what a file fails with whose name no text column can hold.
var ErrName = errors.New("its name is not UTF-8: rename it, for example with convmv -f gb18030 -t utf8")

// Read makes the document of a file, and splits it. Open takes the file in; an
// archive gives a page for each file in it. Ctx ends the programs that some readers
// call.
func Read(ctx context.Context, path string, limit int64, open func() (*source.File, error)) []*Page {
	first := &Page{Path: strings.ToValidUTF8(path, "\ufffd")}
	var pages []*Page
	first.timed(&first.Times.Read, StageRead, func() error {
		if first.Path != path {
			return ErrName
		}
		file, err := open()
		if err != nil {
			return err
		}
		first.Sum = file.Sum
		if !file.IsArchive() {
			first.Entry.Document, err = file.Document(ctx)
			return err
		}
		pages, err = members(ctx, file, limit)
		return err
	})
	if len(pages) == 0 || first.Err != nil {
		pages = append(pages, first)
	}
	for _, p := range pages {
		p.split()
	}
	return pages
}

// Again returns a page of a document that was read before, split.
func Again(d *source.Document) *Page {
	p := &Page{Path: d.Name, Sum: d.Sum, Entry: Entry{Document: d}}
	p.split()
	return p
}

// members returns a page for each file in an archive.
func members(ctx context.Context, archive *source.File, limit int64) (pages []*Page, err error) {
	files, err := archive.Unpack(limit)
	for _, file := range files {
		p := &Page{Path: file.Name, Sum: file.Sum}
		p.timed(&p.Times.Read, StageRead, func() (err error) {
			p.Entry.Document, err = file.Document(ctx)
			return err
		})
		pages = append(pages, p)
	}
	if err == nil && len(files) == 0 {
		err = &source.Error{Path: archive.Name, Err: source.ErrEmpty, Next: "fetch it again or leave it out"}
	}
	return pages, err
}

func (p *Page) split() {
	if p.Entry.Document != nil {
		p.timed(&p.Times.Split, StageSplit, func() (err error) {
			p.Entry.Outline, err = Split(p.Entry.Document)
			return err
		})
	}
}

// Split splits a document, or refuses one that takes more memory than is given to any.
func Split(d *source.Document) (*segment.Outline, error) {
	if err := segment.Check(d); err != nil {
		return nil, err
	}
	return segment.Split(d), nil
}

// Extract takes pages that were split through the last step, with one dictionary of
// the words that can stand in them; which pages share it decides about speed alone.
// A page that takes longer than patience fails; 0 stands for no end.
func Extract(pages []*Page, lexicon *extract.Lexicon, patience time.Duration) {
	words, err := segment.NewWords(lexicon.Words(), func(yield func(string) bool) {
		for _, p := range pages {
			if p.Err == nil && !yield(p.Entry.Document.Text) {
				return
			}
		}
	})
	ruleset := lexicon.Ruleset()
	for _, p := range pages {
		p.timed(&p.Times.Split, StageSplit, func() error { return err })
		p.timed(&p.Times.Extract, StageExtract, func() (err error) {
			p.Entry.Ruleset = ruleset
			p.Entry.Records, err = within(patience, func() (*extract.Records, error) {
				return extract.Extract(p.Entry.Outline, words, lexicon)
			})
			return err
		})
	}
}

// ErrPatience is what a document fails with that takes too long.
var ErrPatience = errors.New("it took too long: please report it with the document")

// within returns what do returns, or ErrPatience. Nothing can stop a goroutine: one
// that took too long goes on for itself, and what it returns is lost.
func within(patience time.Duration, do func() (*extract.Records, error)) (*extract.Records, error) {
	if patience == 0 {
		return do()
	}
	type answer struct {
		records *extract.Records
		err     error
	}
	done := make(chan answer, 1)
	go func() {
		var a answer
		a.err = Guard(StageExtract, func() (err error) {
			a.records, err = do()
			return err
		})
		done <- a
	}()
	late := time.NewTimer(patience)
	defer late.Stop()
	select {
	case a := <-done:
		return a.records, a.err
	case <-late.C:
		return nil, ErrPatience
	}
}

// timed takes the next step unless one before it failed.
func (p *Page) timed(spent *time.Duration, stage Stage, step func() error) {
	if p.Err != nil {
		return
	}
	begin := time.Now()
	p.Err = Guard(stage, step)
	*spent += time.Since(begin)
}

// Failure says at which stage a page failed and why.
func (p *Page) Failure(at time.Time) Failure {
	f := Failure{Path: p.Path, Sum: p.Sum, Stage: string(StageSave), Message: p.Err.Error(), At: at}
	var stopped *StageError
	if errors.As(p.Err, &stopped) {
		f.Stage, f.Message = string(stopped.Stage), stopped.Err.Error()
	}
	var unread *source.Error
	if errors.As(p.Err, &unread) {
		f.Message = unread.Message()
	}
	return f
}
