package batch_test

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"suyuan/batch"
	"suyuan/store"
)

// Every run that writes has a row: what was asked, how it ended, and its counts.
func TestRunsAreNoted(t *testing.T) {
	dir := write(t, map[string]string{"a.txt": moving, "b.txt": moving + "又及", "bad.txt": ""})
	db := filepath.Join(t.TempDir(), "t.db")
	noted := func() string {
		s := open(t, db)
		defer s.Close()
		return strings.Join(column(t, s, `SELECT outcome || ' ' || asked || ' ' || program || ' ' || coalesce(files, 'null') || ' ' || coalesce(added, 'null') ||
			' ' || changed || ' ' || moved || ' ' || unchanged || ' ' || failed || ' ' || skipped || CASE WHEN ended_at >= begun_at THEN '' ELSE ' times' END
			FROM v_runs ORDER BY run_id DESC LIMIT 1`), "")
	}
	note := store.Run{Asked: []string{"in", "--skip-failed=true"}, Program: "0.1", Folder: dir}
	once := func(ctx context.Context, o batch.Options) {
		t.Helper()
		s := open(t, db)
		defer s.Close()
		o.Note, o.Jobs = note, 1
		if _, err := run(t, ctx, s, []string{dir}, o); err != nil {
			t.Fatal(err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	once(ctx, batch.Options{Progress: func(batch.Step) { cancel() }})
	if got := noted(); got != `interrupted ["in","--skip-failed=true"] 0.1 3 1 0 0 0 0 0` {
		t.Errorf("interrupted: %s", got)
	}
	once(t.Context(), batch.Options{})
	if got := noted(); got != `done ["in","--skip-failed=true"] 0.1 3 1 0 0 1 1 0` {
		t.Errorf("the rest: %s", got)
	}
	if err := os.Rename(dir+"/a.txt", dir+"/c.txt"); err != nil {
		t.Fatal(err)
	}
	put(t, dir+"/b.txt", moving+"改")
	once(t.Context(), batch.Options{Skip: true})
	if got := noted(); got != `done ["in","--skip-failed=true"] 0.1 3 0 1 1 0 0 1` {
		t.Errorf("moved and changed: %s", got)
	}
	before := file(t, db)
	once(t.Context(), batch.Options{Skip: true})
	if file(t, db) != before {
		t.Error("a run that had nothing to write wrote")
	}
	s := open(t, db)
	if _, err := s.Begin(t.Context(), note); err != nil {
		t.Fatal(err)
	}
	s.Close()
	if n := count(t, db, "SELECT count(*) FROM v_runs WHERE outcome = 'unfinished' AND ended_at IS NULL AND files IS NULL"); n != 1 {
		t.Errorf("%d unfinished runs", n)
	}
}

// A dry run says what a run would do, and changes nothing, be there a database or none.
func TestDryRun(t *testing.T) {
	dir := write(t, map[string]string{"a.txt": moving, "b.txt": moving + "又及", "bad.txt": "", "c.txt": moving + "丙"})
	dry := func(s *store.Store) string {
		t.Helper()
		r, err := run(t, t.Context(), s, []string{dir}, batch.Options{DryRun: true})
		if err != nil {
			t.Fatal(err)
		}
		return states(r)
	}
	if got := dry(nil); got != "added 3, failed 1" {
		t.Errorf("without a database: %s", got)
	}
	db := filepath.Join(t.TempDir(), "t.db")
	ingest(t, db, 1, dir)
	put(t, dir+"/b.txt", moving+"改")
	put(t, dir+"/d.txt", moving+"丁")
	if err := os.Rename(dir+"/a.txt", dir+"/e.txt"); err != nil {
		t.Fatal(err)
	}
	before := file(t, db)
	s, err := store.OpenReadOnly(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	would := dry(s)
	s.Close()
	if file(t, db) != before {
		t.Error("a dry run changed the database")
	}
	if got := states(ingest(t, db, 1, dir)); got != would || got != "added 1, changed 1, failed 1, moved 1, unchanged 1" {
		t.Errorf("it would do %s and does %s", would, got)
	}
}

// execute changes a database behind suyuan's back.
func execute(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(statement); err != nil {
		t.Fatal(err)
	}
}
