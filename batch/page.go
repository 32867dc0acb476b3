package batch

import (
	"context"
	"encoding/binary"
	"slices"
	"time"

	"suyuan/intake"
	"suyuan/store"
)

// page is one document on its way through a run.
type page struct {
	*intake.Page
	rows *store.Rows // what is to be stored of it, nil where it failed
	id   int64       // the document whose stored text is read again, 0 for a file
	past string      // why it is passed over, "" if it is not
	last bool        // no other page comes from the same file
	room int64       // bytes that its chunk takes, where no other page comes from that
}

// prepare makes the rows of a page that was extracted.
func (p *page) prepare() {
	if p.Err != nil || p.Entry.Records == nil {
		return
	}
	begin := time.Now()
	p.Err = intake.Guard(StageSave, func() (err error) {
		p.rows, err = store.Prepare(p.Entry)
		return err
	})
	p.Times.Extract += time.Since(begin)
}

// took is the time that was spent on a page.
func (p *page) took() time.Duration { return p.Times.Read + p.Times.Split + p.Times.Extract }

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

// gaveUp reports whether a path failed before, unless its content has changed since.
func (b past) gaveUp(path string, sum [32]byte) bool {
	before, ok := b.failed[path]
	return ok && before == sum
}

// What is said of a page that is passed over.
const (
	failedBefore = "failed before and has not changed since, passed over"
	forgotten    = "was forgotten or replaced meanwhile"
	noneWanted   = "--include and --exclude leave out every file in it"
)

// open reads a file, and makes its document unless the content is known or failed
// before. An archive gives a page for each file in it; the last page that a file
// gives is marked.
func (r *run) open(ctx context.Context, path string) (pages []*page) {
	for _, p := range r.reading.Read(ctx, path) {
		pages = append(pages, &page{Page: p, past: r.before.passes(p)})
	}
	pages[len(pages)-1].last = true
	return pages
}

// passes says why a page is passed over, "" if it is not.
func (b past) passes(p *intake.Page) string {
	switch {
	case b.gaveUp(p.Path, p.Sum):
		return failedBefore
	case p.Err == nil && p.Unwanted:
		return noneWanted
	}
	return ""
}

// doubt is what the reader was not sure of.
func (p *page) doubt() string {
	if p.Entry.Document == nil {
		return ""
	}
	return p.Entry.Document.Doubt
}
