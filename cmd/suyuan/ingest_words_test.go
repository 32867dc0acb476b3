package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"suyuan/batch"
	"suyuan/extract"
)

// A run whose word lists cannot be loaded closes the database: nothing is left
// beside it.
func TestIngestWithoutWords(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": goodText})
	t.Chdir(dir)
	c := ingestCommand()
	c.SetOut(io.Discard)
	c.SetErr(io.Discard)
	c.SetContext(t.Context())
	found := batch.Find([]string{"a.txt"}, "t.db", batch.Patterns{})
	defer found.Close()
	broken := errors.New("broken lists")
	err := ingest(c, "t.db", found, batch.Options{}, func() (*extract.Lexicon, error) { return nil, broken }, false)
	if !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
	if left, _ := filepath.Glob("t.db-*"); left != nil {
		t.Errorf("left behind: %v", left)
	}
}

// A folder in which nothing is found but what is wrong has that stored, and the run
// has something to report; paths that all lead nowhere make no database.
func TestIngestLost(t *testing.T) {
	dir := folder(t, map[string]string{"in/.hidden": ""})
	if err := os.Symlink("nowhere", filepath.Join(dir, "in/dangling")); err != nil {
		t.Fatal(err)
	}
	suyuan(t, dir, "", "ingest", "nowhere").expect(t, 2, "nowhere: failed (find): no such file or directory; check the path", "nothing to read")
	if _, err := os.Stat(filepath.Join(dir, "suyuan.db")); err == nil {
		t.Error("a path that leads nowhere made a database")
	}
	suyuan(t, dir, "", "ingest", "in", "nowhere").expect(t, 1, "in/dangling: failed (find)", "2 failed", "nothing to read: the folders hold no files")
	if got := dump(t, filepath.Join(dir, "suyuan.db")); strings.Count(got, "v_failures ") != 2 {
		t.Errorf("%s", got)
	}
	if r := suyuan(t, dir, "", "ingest", "--json", "in"); r.status != 1 || strings.Count(r.out, `"stage": "find"`) != 1 {
		t.Errorf("%d, %s", r.status, r.out)
	}
	if err := os.Remove(filepath.Join(dir, "in/dangling")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "in/a.txt"), []byte(goodText), 0o644); err != nil {
		t.Fatal(err)
	}
	suyuan(t, dir, "", "ingest", "in").expect(t, 0, "1 added, 0 changed, 0 unchanged, 0 failed")
}
