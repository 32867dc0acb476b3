package main

import (
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// A file that failed is tried again unless --skip-failed, and then as well when
// its content is another.
func TestIngestSkipFailed(t *testing.T) {
	dir := folder(t, map[string]string{"in/empty.txt": "", "in/good.txt": goodText, "in/zeros.txt": "\x00"})
	failed := "in/empty.txt: failed before and has not changed since, passed over\n"
	suyuan(t, dir, "", "ingest", "--skip-failed", "in").expect(t, 1, "1 added, 0 changed, 0 unchanged, 2 failed")
	suyuan(t, dir, "", "ingest", "in").expect(t, 1, "0 added, 0 changed, 1 unchanged, 2 failed")
	suyuan(t, dir, "", "ingest", "--skip-failed", "in").expect(t, 0, "[1/3] "+failed, "0 added, 0 changed, 1 unchanged, 0 failed")
	if err := os.WriteFile(filepath.Join(dir, "in/zeros.txt"), []byte(goodText+"又及"), 0o644); err != nil {
		t.Fatal(err)
	}
	suyuan(t, dir, "", "ingest", "--skip-failed", "in").expect(t, 0, failed, "1 added, 0 changed, 1 unchanged, 0 failed")
	if r := suyuan(t, dir, "", "ingest", "--skip-failed", "--json", "in"); !strings.Contains(r.out, `"message": "failed before and has not changed since, passed over"`) {
		t.Errorf("%s", r.out)
	}
}

// An empty path, as of an unset variable, is not the current folder.
func TestIngestEmptyPath(t *testing.T) {
	dir := folder(t, map[string]string{"good.txt": goodText})
	suyuan(t, dir, "", "ingest", "").expect(t, 2, `"": failed (find): no such file or directory; check the path`)
}

// Every name of the database is text that any program can read, and no name
// breaks a line or speaks to the terminal.
func TestIngestStrangeNames(t *testing.T) {
	dir := folder(t, map[string]string{"in/two\nlines.txt": goodText, "in/red\x1b[31m.txt": goodText, "in/规划.txt": goodText, "in/\xb9\xe6.txt": goodText})
	r := suyuan(t, dir, "", "ingest", "in")
	r.expect(t, 1, `"in/two\nlines.txt": added`, "in/规划.txt: added", "failed (read): its name is not UTF-8: rename it")
	if strings.Contains(r.out+r.messages, "\x1b") || !utf8.ValidString(r.out+r.messages) || strings.Count(r.out, "\n") != 4 {
		t.Errorf("%q", r.out+r.messages)
	}
	db := openSQL(t, filepath.Join(dir, "suyuan.db"))
	defer db.Close()
	var path, failed sql.NullString
	if err := db.QueryRow("SELECT (SELECT path FROM v_paths WHERE path LIKE 'in/two%'), (SELECT path FROM v_failures)").Scan(&path, &failed); err != nil {
		t.Fatal(err)
	}
	if path.String != "in/two\nlines.txt" || failed.String != "in/\ufffd.txt" {
		t.Errorf("stored are %q and %q", path.String, failed.String)
	}
}

// A full standard output is said, and that the documents are stored.
func TestIngestFullOutput(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("no /dev/full here")
	}
	defer full.Close()
	dir := folder(t, map[string]string{"good.txt": goodText})
	c := program(dir, "ingest", "good.txt")
	c.Stdout = full
	if err := c.Run(); c.ProcessState.ExitCode() != 1 {
		t.Errorf("status %d, %v", c.ProcessState.ExitCode(), err)
	}
	c = program(dir, "ingest", "good.txt")
	c.Stderr = full
	if err := c.Run(); err != nil {
		t.Errorf("messages that cannot be written: %v", err)
	}
}
