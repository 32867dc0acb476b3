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
	Path     string
	Sum      [32]byte     // of the source file, zero until it is read
	File     *source.File // where its content is known and no document was made of it, else nil
	Entry    Entry
	Err      error
	Unwanted bool                                         // it is an archive of which nothing is wanted: there is no document and no fault
	Times    struct{ Read, Split, Extract time.Duration } // what each step took
}

// Reading says how files are taken in.
type Reading struct {
	Limit  int64                                                // bytes that a file may have, and those in an archive together; 0 for source.MaxSize
	Open   func(path string, limit int64) (*source.File, error) // nil for source.Open
	Known  func(path string, sum [32]byte) bool                 // whether no document is to be made of a content; nil for none
	Wanted func(archive, path string) bool                      // whether a file in an archive is to be read; nil for all
}

// ErrName is what a file fails with whose name no text column can hold.
var ErrName = errors.New("its name is not UTF-8: rename it, for example with convmv -f gb18030 -t utf8")

// Read makes the document of a file. An archive gives a page for each file in it.
// Ctx ends the programs that some readers call.
func (r *Reading) Read(ctx context.Context, path string) (pages []*Page) {
	first := &Page{Path: strings.ToValidUTF8(path, "\ufffd")}
	first.timed(&first.Times.Read, StageRead, func() error {
		if first.Path != path {
			return ErrName
		}
		file, err := r.open(path)
		if err != nil {
			return err
		}
		if first.Sum = file.Sum; file.IsArchive() {
			pages, err = r.members(ctx, file)
			first.Unwanted = len(pages) == 0
			return err
		}
		return r.document(ctx, first, file)
	})
	if len(pages) == 0 || first.Err != nil {
		pages = append(pages, first)
	}
	return pages
}

func (r *Reading) open(path string) (*source.File, error) {
	if r.Open != nil {
		return r.Open(path, r.Limit)
	}
	return source.Open(path, r.Limit)
}

// document makes the document of a file, unless its content is known.
func (r *Reading) document(ctx context.Context, p *Page, file *source.File) (err error) {
	if r.Known != nil && r.Known(p.Path, p.Sum) {
		p.File = file
		return nil
	}
	p.Entry.Document, err = file.Document(ctx)
	return err
}

// members returns a page for each wanted file in an archive.
func (r *Reading) members(ctx context.Context, archive *source.File) (pages []*Page, err error) {
	met := false
	files, err := archive.Unpack(r.Limit, func(path string) bool {
		met = true
		return r.Wanted == nil || r.Wanted(archive.Name, path)
	})
	for _, file := range files {
		p := &Page{Path: file.Name, Sum: file.Sum}
		p.timed(&p.Times.Read, StageRead, func() error {
			if file.IsArchive() {
				return &source.Error{Path: file.Name, Err: source.ErrForeign, Detail: "an archive in an archive", Next: "unpack the outer one, and ingest the folder"}
			}
			return r.document(ctx, p, file)
		})
		pages = append(pages, p)
	}
	if err == nil && !met {
		err = &source.Error{Path: archive.Name, Err: source.ErrEmpty, Next: "fetch it again or leave it out"}
	}
	return pages, err
}

// Make makes the document of a page after all whose content was known.
func (p *Page) Make(ctx context.Context) {
	p.timed(&p.Times.Read, StageRead, func() (err error) {
		p.Entry.Document, err = p.File.Document(ctx)
		return err
	})
}

// Again returns a page of a document that was read before.
func Again(d *source.Document) *Page {
	return &Page{Path: d.Name, Sum: d.Sum, Entry: Entry{Document: d}}
}

// Split splits the document of a page that has one, unless that was done, and returns
// the page.
func (p *Page) Split() *Page {
	if p.Entry.Document != nil && p.Entry.Outline == nil {
		p.timed(&p.Times.Split, StageSplit, func() (err error) {
			p.Entry.Outline, err = Split(p.Entry.Document)
			return err
		})
	}
	return p
}

// Split splits a document, or refuses one that takes more memory than is given to any.
func Split(d *source.Document) (*segment.Outline, error) {
	if err := segment.Check(d); err != nil {
		return nil, err
	}
	return segment.Split(d), nil
}

// Extract takes a page that was split through the last step, with the words that
// NewWords gave for its text, or its error, and returns the page. One that takes longer
// than patience fails; 0 stands for no end.
func (p *Page) Extract(words *segment.Words, failed error, lexicon *extract.Lexicon, patience time.Duration) *Page {
	if p.Entry.Outline == nil {
		return p
	}
	p.timed(&p.Times.Split, StageSplit, func() error { return failed })
	p.timed(&p.Times.Extract, StageExtract, func() (err error) {
		p.Entry.Ruleset = lexicon.Ruleset()
		p.Entry.Records, err = within(patience, func() (*extract.Records, error) {
			return extract.Extract(p.Entry.Outline, words.Sure(), lexicon)
		})
		return err
	})
	return p
}

// Extract splits and extracts pages, with one dictionary of the words that can stand
// in them; which pages share it decides about speed alone.
func Extract(pages []*Page, lexicon *extract.Lexicon, patience time.Duration) {
	words, err := segment.NewWords(lexicon.Words(), func(yield func(string) bool) {
		for _, p := range pages {
			if p.Split().Entry.Outline != nil && !yield(p.Entry.Outline.Text) {
				return
			}
		}
	})
	for _, p := range pages {
		p.Extract(words, err, lexicon, patience)
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
