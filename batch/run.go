package batch

import (
	"context"
	"database/sql"
	"encoding/hex"
	"errors"
	"runtime"
	"slices"
	"strings"
	"time"

	"suyuan/extract"
	"suyuan/intake"
	"suyuan/store"
)

// Options of a run. The zero value of each but Lexicon stands for its default.
type Options struct {
	Jobs     int   // workers; 0 for one a processor
	Limit    int64 // greatest source file in bytes; 0 for source.MaxSize
	Lexicon  *extract.Lexicon
	Patience time.Duration // how long to wait for another process that holds the database, some seconds at least
	Skip     bool          // files that failed before, and have not changed since, are passed over
	DryRun   bool          // files are read, and what would be done is told; nothing is written
	Progress func(Step)    // told of each document when it is done, in the order of the paths, by one goroutine
	Note     store.Run     // what the table of runs is to say
}

// State says what a run did with a document.
type State string

// The states of a document after a run.
const (
	Added     State = "added"
	Changed   State = "changed"   // its path had other content before, or other rules were used
	Moved     State = "moved"     // it was stored under a path that leads nowhere any more
	Unchanged State = "unchanged" // nothing was written
)

// Row is a document of a run.
type Row struct {
	Path  string
	From  string // the path that it moved from, "" for none
	State State
	store.Summary
	Doubt    string          // what its reader was not sure of, "" for nothing
	Time     time.Duration   // reading, splitting, extracting and saving it
	Revision *store.Revision // what changed where a stored text was read again, else nil
}

// Failure is a file that could not be ingested.
type Failure = intake.Failure

// Step is one document that is done.
type Step struct {
	Done, Total int
	Row         *Row // of these three two are nil
	Failure     *Failure
	Note        *Note // it was passed over
}

// Report counts what a run did. What became of each document is told to Progress:
// nothing here grows with the batch.
type Report struct {
	store.Counts     // failures to find a file included
	LeftOut      int // archives of which the patterns leave nothing
	Done         int // how many of the files the run came to; an archive gives several documents
	Findings     int // of the audit, that went with the records they rested on
	Interrupted  bool
}

// Run ingests the files that were found into db. A file that fails is stored as a
// failure and the others go on. The rows that are written do not depend on the
// order in which the paths were given, nor on the number of workers. A dry run
// takes nil for a database that is not there yet.
//
// When ctx ends, the document that is being saved is saved and no other one is.
// The error is the database's: what was saved before it stays.
func Run(ctx context.Context, db *store.Store, found *Found, o Options) (*Report, error) {
	if o.Jobs <= 0 {
		o.Jobs = runtime.GOMAXPROCS(0)
	}
	r := &run{db: db, o: o, found: found, rules: o.Lexicon.Ruleset(), report: &Report{}}
	r.reading = intake.Reading{Limit: o.Limit, Wanted: found.wantsMember, Known: func(path string, sum [32]byte) bool {
		return r.before.knows(sum) || r.before.gaveUp(path, sum)
	}}
	r.report.Files = found.Files
	r.o.Note.Command, r.o.Note.Ruleset, r.o.Note.Begun = "ingest", r.rules, time.Now()
	return r.work(ctx, r.all)
}

// run is a run on its way.
type run struct {
	db      *store.Store
	o       Options
	found   *Found
	rules   string
	reading intake.Reading
	before  past
	noted   int64 // the run's row in the table of runs, 0 while nothing has been written
	report  *Report
}

// work does the work of a run and notes how it ended.
func (r *run) work(ctx context.Context, do func(context.Context) error) (*Report, error) {
	always := context.WithoutCancel(ctx)
	var lost func(context.Context) (int, error)
	var err error
	if r.db != nil {
		lost, err = r.db.WatchFindings(always)
	}
	if err == nil {
		err = do(ctx)
	}
	if lost != nil {
		r.report.Findings, _ = lost(always)
	}
	if ended := r.end(always, err); err == nil {
		err = ended
	}
	return r.report, err
}

func (r *run) all(ctx context.Context) error {
	if err := r.found.broken(); err != nil {
		return err
	}
	if err := r.recall(ctx); err != nil {
		return err
	}
	if err := r.lost(ctx); err != nil {
		return err
	}
	read := func(path string) []*page { return r.open(ctx, path) }
	for p := range pages(ctx, r, chunks(r.found.Paths()), read) {
		if err := r.persist(ctx, p); err != nil {
			return err
		}
	}
	r.report.Interrupted = r.report.Done < r.report.Files
	return r.found.broken()
}

// lost stores the failures to find a file. A path that failed so before, and at
// which this run has looked again without one, failed no longer.
func (r *run) lost(ctx context.Context) error {
	for f := range r.found.Failures() {
		path := strings.ToValidUTF8(f.Path, illegible)
		p := &page{Page: &intake.Page{Path: path, Err: &StageError{Stage: StageFind, Err: errors.New(f.Message)}}}
		p.past = r.before.passes(p.Page)
		if err := r.persist(ctx, p); err != nil || ctx.Err() != nil {
			return err
		}
	}
	if r.db == nil || r.o.DryRun || ctx.Err() != nil {
		return nil
	}
	var path string
	var mended []string
	err := r.each(ctx, "SELECT path FROM v_failures WHERE stage = 'find'", func() {
		if r.found.looked(path) {
			mended = append(mended, path)
		}
	}, &path)
	for i := 0; err == nil && i < len(mended); i++ {
		if err = r.begin(ctx); err == nil {
			err = r.db.Mend(ctx, mended[i])
		}
	}
	return err
}

// begin notes the run before it writes for the first time: one that finds all
// stored already leaves the database as it was.
func (r *run) begin(ctx context.Context) (err error) {
	if r.noted == 0 {
		r.noted, err = r.db.Begin(ctx, r.o.Note)
	}
	return err
}

// end notes how the run ended.
func (r *run) end(ctx context.Context, err error) error {
	outcome := store.Done
	switch {
	case r.noted == 0:
		return nil
	case err != nil:
		outcome = store.Broken
	case r.report.Interrupted:
		outcome = store.Interrupted
	}
	return r.db.End(ctx, r.noted, outcome, r.report.Counts, time.Now())
}

// recall asks the database once what it has: the workers never wait for it.
func (r *run) recall(ctx context.Context) error {
	r.before.failed = map[string][32]byte{}
	if r.db == nil {
		return nil
	}
	var text, rules string
	err := r.each(ctx, "SELECT sha256, ruleset FROM v_documents", func() {
		var sum [32]byte
		if _, err := hex.Decode(sum[:], []byte(text)); err == nil && rules == r.rules {
			r.before.known = append(r.before.known, beginning(sum))
		}
	}, &text, &rules)
	slices.Sort(r.before.known)
	if err != nil || !r.o.Skip {
		return err
	}
	var hash sql.NullString
	return r.each(ctx, "SELECT path, sha256 FROM v_failures", func() {
		var sum [32]byte
		_, _ = hex.Decode(sum[:], []byte(hash.String))
		r.before.failed[text] = sum
	}, &text, &hash)
}

func (r *run) each(ctx context.Context, query string, do func(), columns ...any) error {
	rows, err := r.db.Query(ctx, query)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := rows.Scan(columns...); err != nil {
			return err
		}
		do()
	}
	return rows.Err()
}
