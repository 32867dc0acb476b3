package batch

import (
	"context"
	"database/sql"
	"encoding/hex"
	"runtime"
	"slices"
	"time"

	"suyuan/extract"
	"suyuan/store"
)

// Options of a run. The zero value of each but Lexicon stands for its default.
type Options struct {
	Jobs     int   // workers; 0 for one a processor
	Limit    int64 // greatest source file in bytes; 0 for source.MaxSize
	Lexicon  *extract.Lexicon
	Skip     bool       // files that failed before, and have not changed since, are passed over
	Progress func(Step) // told of each file when it is done, in the order of the paths, by one goroutine
}

// State says what a run did with a document.
type State string

// The states of a document after a run.
const (
	Added     State = "added"
	Changed   State = "changed"   // its path had other content before, or other rules were used
	Unchanged State = "unchanged" // nothing was written
)

// Row is a document of a run.
type Row struct {
	Path  string
	State State
	store.Summary
	Doubt string        // what its reader was not sure of, "" for nothing
	Time  time.Duration // reading, splitting, extracting and saving it
}

// Failure is a file that could not be ingested.
type Failure struct {
	Path    string
	Stage   Stage
	Message string
	Err     error
}

// Step is one file that is done.
type Step struct {
	Done, Total int
	Row         *Row // of these three two are nil
	Failure     *Failure
	Note        *Note // it was passed over
}

// Report is what a run did. Rows, failures and notes stand in byte order of
// their paths; the files that an interrupted run did not come to are missing.
type Report struct {
	Rows        []Row
	Failures    []Failure
	Notes       []Note
	Files       int // how many were found
	Done        int // how many of them the run came to; an archive gives several rows
	Interrupted bool
}

// Run ingests the files that were found into db. A file that fails is stored as a
// failure and the others go on. The rows that are written do not depend on the
// order in which the paths were given, nor on the number of workers.
//
// When ctx ends, the document that is being saved is saved and no other one is.
// The error is the database's: what was saved before it stays.
func Run(ctx context.Context, db *store.Store, found *Found, o Options) (*Report, error) {
	if o.Jobs <= 0 {
		o.Jobs = runtime.GOMAXPROCS(0)
	}
	r := &run{db: db, o: o, rules: o.Lexicon.Ruleset(),
		report: &Report{Files: len(found.Files), Notes: found.Notes, Failures: slices.Clone(found.Failures)}}
	if err := r.recall(ctx); err != nil {
		return r.report, err
	}
	read := func(files []string) []*page { return r.read(ctx, files) }
	for pages := range inOrder(ctx, o.Jobs, chunks(found.Files, o.Jobs), read) {
		if err := r.writeAll(ctx, pages); err != nil {
			return r.report, err
		}
	}
	r.report.Interrupted = r.report.Done < len(found.Files)
	return r.report, nil
}

// run is a run on its way.
type run struct {
	db     *store.Store
	o      Options
	rules  string
	before past
	paths  map[string]int64 // the paths that were stored before the run, with their documents
	report *Report
}

// recall asks the database once what it has: the workers never wait for it.
func (r *run) recall(ctx context.Context) error {
	r.before, r.paths = past{map[[32]byte]int64{}, map[string][32]byte{}}, map[string]int64{}
	var id int64
	var text, rules string
	err := r.each(ctx, "SELECT document_id, sha256, ruleset FROM v_documents", func() {
		if sum, err := hex.DecodeString(text); err == nil && len(sum) == 32 && rules == r.rules {
			r.before.known[[32]byte(sum)] = id
		}
	}, &id, &text, &rules)
	if err != nil {
		return err
	}
	err = r.each(ctx, "SELECT path, document_id FROM v_paths", func() { r.paths[text] = id }, &text, &id)
	if err != nil {
		return err
	}
	var hash sql.NullString
	return r.each(ctx, "SELECT path, sha256 FROM v_failures", func() {
		if _, ok := r.paths[text]; ok {
			r.paths[text] = 0 // to be written even if its old content is back
		}
		if r.o.Skip {
			var sum [32]byte
			_, _ = hex.Decode(sum[:], []byte(hash.String))
			r.before.failed[text] = sum
		}
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
