package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"time"

	"suyuan/extract"
)

// Run is one run of a command that writes.
type Run struct {
	Command string   // ingest, reextract
	Asked   []string // what it was given on the command line
	Folder  string   // the current folder, from which the paths are read
	Program string   // its version
	Ruleset string   // hash over the rules and word lists
	Begun   time.Time
}

// Counts says how many files a run came to, and what became of them. A file that
// was added, changed or moved is a document of the database now.
type Counts struct {
	Files     int // how many were found, those that the run did not come to included
	Added     int
	Changed   int // the path had other content before, or other rules were used
	Moved     int // the content was stored under a path whose file is gone
	Unchanged int
	Failed    int
	Skipped   int // failed before, and passed over
}

// How a run ended.
const (
	Done        = "done"
	Interrupted = "interrupted"
	Broken      = "failed" // the database's error stopped it
)

// Begin notes that a run has begun, and returns its id. Until End is called, as
// when the process is killed, the run is unfinished.
func (s *Store) Begin(ctx context.Context, r Run) (id int64, err error) {
	asked, err := json.Marshal(append([]string{}, r.Asked...))
	if err != nil {
		return 0, err
	}
	err = s.write(ctx, "note the run in", func(tx *sql.Tx) error {
		return tx.QueryRowContext(ctx, `INSERT INTO runs (command, asked, folder, program, rules, ruleset, begun_at)
			VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id`,
			r.Command, string(asked), r.Folder, r.Program, extract.Version, r.Ruleset, stamp(r.Begun)).Scan(&id)
	})
	return id, err
}

// End notes how the run id ended, one of Done, Interrupted and Broken, and its counts.
func (s *Store) End(ctx context.Context, id int64, outcome string, n Counts, at time.Time) error {
	return s.write(ctx, "note the end of the run in", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE runs SET ended_at = ?, outcome = ?,
			files = ?, added = ?, changed = ?, moved = ?, unchanged = ?, failed = ?, skipped = ? WHERE id = ?`,
			stamp(at), outcome, n.Files, n.Added, n.Changed, n.Moved, n.Unchanged, n.Failed, n.Skipped, id)
		return err
	})
}
