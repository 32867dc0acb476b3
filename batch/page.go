package batch

import (
	"context"
	"encoding/binary"
	"iter"
	"slices"
	"strings"
	"time"

	"suyuan/extract"
	"suyuan/intake"
	"suyuan/segment"
	"suyuan/source"
	"suyuan/store"
)

// page is one document on its way through the steps; err stops it there.
type page struct {
	path     string
	sum      [32]byte     // of the source file, zero until it is read
	id       int64        // the document whose stored text is read again, 0 for a file
	old      *store.Entry // what was stored of it
	file     *source.File // what was read of it, where its content seems to be stored already
	document *source.Document
	outline  *segment.Outline
	records  *extract.Records
	err      error
	skipped  bool // it failed before, and is not to be tried again
	last     bool // no other page comes from the same file
	time     time.Duration
}

// past is what the database said when the run began: eight bytes a document,
// however many there are.
type past struct {
	known  []uint64            // contents that are stored with these rules: the first bytes of their hashes, in order
	failed map[string][32]byte // paths that failed and are not to be tried again: their content, zero where it could not be read
}

// knows reports whether a content seems to be stored. Whoever builds on it asks
// the database once more: hashes may begin alike, and others write, too.
func (b past) knows(sum [32]byte) bool {
	_, ok := slices.BinarySearch(b.known, beginning(sum))
	return ok
}

func beginning(sum [32]byte) uint64 { return binary.BigEndian.Uint64(sum[:]) }

// open reads a file, and makes its document unless the content is known. An
// archive gives a page for each file in it; the last page that a file gives is
// marked.
func open(ctx context.Context, path string, limit int64, before past) (pages []*page) {
	begin := time.Now()
	first := &page{path: strings.ToValidUTF8(path, "\ufffd")}
	first.err = guard(StageRead, func() error {
		if first.path != path {
			return intake.ErrName
		}
		file, err := source.Open(path, limit)
		switch {
		case err != nil:
			return err
		case file.IsArchive():
			first.sum = file.Sum
			pages, err = members(ctx, file, limit, before)
			return err
		}
		return first.read(ctx, file, before)
	})
	first.skip(before)
	if len(pages) == 0 || first.err != nil || first.skipped {
		first.time = time.Since(begin)
		pages = append(pages, first)
	}
	pages[len(pages)-1].last = true
	return pages
}

// members returns a page for each file in an archive.
func members(ctx context.Context, archive *source.File, limit int64, before past) (pages []*page, err error) {
	files, err := archive.Unpack(limit)
	for _, file := range files {
		p := &page{path: file.Name}
		p.timed(func() {
			p.err = guard(StageRead, func() error { return p.read(ctx, file, before) })
		})
		pages = append(pages, p)
	}
	if err == nil && len(files) == 0 {
		err = &source.Error{Path: archive.Name, Err: source.ErrEmpty, Next: "fetch it again or leave it out"}
	}
	return pages, err
}

// read makes the document of a file, unless the content is known or failed before.
func (p *page) read(ctx context.Context, file *source.File, before past) (err error) {
	p.sum = file.Sum
	if p.skip(before) {
		return nil
	}
	if before.knows(file.Sum) {
		p.file = file
		return nil
	}
	p.document, err = file.Document(ctx)
	return err
}

// skip leaves a page out that failed before, unless its content has changed since.
func (p *page) skip(before past) bool {
	if sum, ok := before.failed[p.path]; ok && sum == p.sum {
		p.skipped, p.err = true, nil
	}
	return p.skipped
}

// again reads a page after all whose content seemed to be stored and is not: the
// path that it stood under has been given other content since.
func (p *page) again(ctx context.Context, lexicon *extract.Lexicon) {
	p.timed(func() {
		p.err = guard(StageRead, func() (err error) {
			p.document, err = p.file.Document(ctx)
			return err
		})
	})
	extractOne(p, lexicon)
}

// split returns the page itself, as extract does.
func (p *page) split() *page {
	if p.err == nil && p.document != nil {
		p.timed(func() {
			p.err = guard(StageSplit, func() (err error) {
				p.outline, err = intake.Split(p.document)
				return err
			})
		})
	}
	return p
}

// extract takes the words that NewWords gave, and its error.
func (p *page) extract(words *segment.Words, err error, lexicon *extract.Lexicon) *page {
	if p.err == nil && p.outline != nil && err != nil {
		p.err = &StageError{Stage: StageSplit, Err: err}
	}
	if p.err == nil && p.outline != nil {
		p.timed(func() {
			p.err = guard(StageExtract, func() (err error) {
				p.records, err = extract.Extract(p.outline, words, lexicon)
				return err
			})
		})
	}
	return p
}

// doubt is what the reader was not sure of.
func (p *page) doubt() string {
	if p.document == nil {
		return ""
	}
	return p.document.Doubt
}

// timed adds the time that step takes to the page's.
func (p *page) timed(step func()) {
	begin := time.Now()
	step()
	p.time += time.Since(begin)
}

// texts gives the text of every page that is to be extracted.
func texts(pages []*page) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, p := range pages {
			if p.err == nil && p.document != nil && !yield(p.document.Text) {
				return
			}
		}
	}
}
