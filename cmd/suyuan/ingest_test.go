package main

import (
	"bufio"
	"bytes"
	"database/sql"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"suyuan/store"
)

// Patterns that leave nothing are named, not the folders.
func TestIngestWhereAllIsLeftOut(t *testing.T) {
	dir := folder(t, map[string]string{"in/good.txt": goodText})
	suyuan(t, dir, "", "ingest", "--include", "*.pdf", "in").expect(t, 1, "--include and --exclude leave out every file that was found")
}

func TestIngestBadInput(t *testing.T) {
	dir := folder(t, map[string]string{"bad/empty.txt": "", "bad/zeros.bin": "\x00\x00", "bad/middle.txt": "到2025年\n达到\xb4\xef600家",
		"good.txt": goodText, "hollow/.hidden": goodText})
	suyuan(t, dir, "", "ingest", "missing.txt").expect(t, 2,
		"missing.txt: failed (find): no such file or directory; check the path\n", "suyuan: nothing to read: check the paths\n")
	suyuan(t, dir, "", "ingest", "hollow").expect(t, 1,
		"hollow/.hidden: hidden, passed over: name it to have it read\n", "suyuan: nothing to read: the folders hold no files, hidden ones aside\n")
	if _, err := os.Stat(filepath.Join(dir, "suyuan.db")); err == nil {
		t.Error("a database was made with nothing to put in")
	}
	r := suyuan(t, dir, "", "ingest", "bad", "good.txt", "missing.txt")
	r.expect(t, 1,
		"missing.txt: failed (find): no such file or directory; check the path\n",
		"[1/4] bad/empty.txt: failed (read): is empty; fetch it again or leave it out\n",
		"[2/4] bad/middle.txt: failed (read): invalid UTF-8 at byte 17 (line 2), bytes b4 ef 36 30; mend it there, or fetch the file again\n",
		"[3/4] bad/zeros.bin: failed (read): holds nothing but zeros; it was never written to its end: fetch it again\n",
		"[4/4] good.txt: added, ",
		"suyuan.db: 1 added, 0 changed, 0 unchanged, 4 failed\n")
	if !strings.Contains(r.out, "good.txt") || strings.Contains(r.out, "bad/") {
		t.Errorf("the table is not that of the good document:\n%s", r.out)
	}
}

// An unreadable folder is said. The superuser reads all, so the program runs as another user then.
func TestIngestUnreadableFolder(t *testing.T) {
	dir, err := os.MkdirTemp("/tmp", "unreadable")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	c := exec.Command(filepath.Join(dir, "suyuan"), "ingest", "closed", "good.txt")
	c.Dir = dir
	program, err := os.ReadFile(binary)
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"suyuan": program, "good.txt": []byte(goodText)} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "closed"), 0); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	if os.Geteuid() == 0 {
		c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	}
	finish(t, c).expect(t, 1, "closed: failed (find): permission denied; make it readable (chmod u+rx) or run as its owner\n", "1 added")
}

func TestIngestBadDatabase(t *testing.T) {
	dir := folder(t, map[string]string{"good.txt": goodText, "text.db": "not a database at all, but long enough to look like one\n"})
	make := func(name, setting string) {
		db := openSQL(t, filepath.Join(dir, name))
		defer db.Close()
		if _, err := db.Exec(setting); err != nil {
			t.Fatal(err)
		}
	}
	make("foreign.db", "CREATE TABLE t (x); PRAGMA application_id = 7")
	suyuan(t, dir, "", "ingest", "--db", "newer.db", "good.txt").expect(t, 0)
	make("newer.db", "PRAGMA user_version = 9999")
	suyuan(t, dir, "", "ingest", "--db", "readonly.db", "good.txt").expect(t, 0)
	if err := os.Chmod(filepath.Join(dir, "readonly.db"), 0o444); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ db, want string }{
		{"text.db", "text.db: it is not a suyuan database"},
		{"foreign.db", "foreign.db: it is not a suyuan database: name another file with --db, this one was not changed"},
		{"newer.db", "newer.db: it was written by a newer suyuan: install that version, or name another file with --db; this one was not changed"},
		{"readonly.db", "readonly.db: it is read-only: allow writing (chmod u+w) to it and to its folder, or name another file with --db"},
		{"", "open database : it has no name: give one with --db"},
		{".", "it is a folder: name a file, for example with --db suyuan.db"},
		{"nowhere/a.db", "its folder nowhere does not exist: make it first, or name another file with --db"},
	} {
		before, _ := os.ReadFile(filepath.Join(dir, c.db))
		suyuan(t, dir, "", "ingest", "--db", c.db, "good.txt").expect(t, 2, "suyuan: open database ", c.want)
		if after, _ := os.ReadFile(filepath.Join(dir, c.db)); !bytes.Equal(before, after) {
			t.Errorf("%s was changed", c.db)
		}
	}
}

func TestIngestLockedDatabase(t *testing.T) {
	t.Parallel()
	dir := folder(t, map[string]string{"good.txt": goodText, "other.txt": goodText + "又及"})
	suyuan(t, dir, "", "ingest", "good.txt").expect(t, 0)
	db := openSQL(t, filepath.Join(dir, "suyuan.db"))
	defer db.Close()
	if _, err := db.Exec("BEGIN EXCLUSIVE"); err != nil {
		t.Fatal(err)
	}
	suyuan(t, dir, "", "ingest", "other.txt").expect(t, 2, "suyuan.db", "another process is writing to it: wait until that has ended and run the command again")
}

// openSQL opens a database with one connection.
func openSQL(t *testing.T, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	return db
}

// dump returns every row of the database, ids and times aside.
func dump(t *testing.T, path string) string {
	t.Helper()
	s, err := store.OpenReadOnly(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var b strings.Builder
	if err := s.Dump(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// What was committed before Ctrl-C stays, nothing is half there, and the same
// command brings the rest.
func TestIngestInterrupted(t *testing.T) {
	seed, err := os.ReadFile(filepath.Join(seeds(t), "001_e5ee640610a49a2c.txt"))
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for i := range 60 {
		texts[fmt.Sprintf("in/%02d.txt", i)] = fmt.Sprintf("第%d份\n%s", i, seed)
	}
	dir := folder(t, texts)
	c := exec.Command(binary, "ingest", "--jobs", "2", "in")
	c.Dir = dir
	pipe, err := c.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	messages := bufio.NewReader(pipe)
	for line := ""; !strings.HasPrefix(line, "[3/60]"); {
		if line, err = messages.ReadString('\n'); err != nil {
			t.Fatal(err)
		}
	}
	if err := c.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	rest, _ := io.ReadAll(messages)
	_ = c.Wait()
	if status := c.ProcessState.ExitCode(); status != 130 || !strings.Contains(string(rest), "of 60 files are done and stay, run the same command again for the rest") {
		t.Errorf("status %d, messages\n%s", status, rest)
	}
	if _, err := os.Stat(filepath.Join(dir, "suyuan.db-wal")); err == nil {
		t.Error("a -wal file was left")
	}
	if n := strings.Count(dump(t, filepath.Join(dir, "suyuan.db")), "v_documents "); n < 3 || n == 60 {
		t.Errorf("%d documents after the interruption", n)
	}
	suyuan(t, dir, "", "verify").expect(t, 0)
	suyuan(t, dir, "", "ingest", "in").expect(t, 0)
	suyuan(t, dir, "", "ingest", "--db", "fresh.db", "in").expect(t, 0)
	if dump(t, filepath.Join(dir, "suyuan.db")) != dump(t, filepath.Join(dir, "fresh.db")) {
		t.Error("an interrupted run and the one after it give other rows than one undisturbed run")
	}
}

// The rows do not depend on the locale, the time zone or the number of workers.
func TestIngestAnywhere(t *testing.T) {
	dir := t.TempDir()
	want := ""
	for i, env := range [][]string{{"LC_ALL=C", "TZ=UTC"}, {"LC_ALL=zh_CN.GB18030", "TZ=Asia/Shanghai", "LANG=zh_CN"}, {"LC_ALL=tr_TR.UTF-8", "TZ=America/St_Johns", "GOMAXPROCS=1"}} {
		db := fmt.Sprintf("%d.db", i)
		c := exec.Command(binary, "ingest", "--db", db, seeds(t))
		c.Dir, c.Env = dir, append(os.Environ(), env...)
		finish(t, c).expect(t, 0)
		got := dump(t, filepath.Join(dir, db))
		if i == 0 {
			want = got
		}
		if got != want {
			t.Errorf("%v gave other rows", env)
		}
	}
}

func TestIngestTwice(t *testing.T) {
	dir := t.TempDir()
	r := suyuan(t, dir, "", "ingest", seeds(t))
	r.expect(t, 0, "suyuan.db: 5 added, 0 changed, 0 unchanged, 0 failed\n")
	if n := strings.Count(r.out, "\n"); n != 6 {
		t.Errorf("the table has %d lines:\n%s", n, r.out)
	}
	r = suyuan(t, dir, "", "ingest", "--json", seeds(t))
	r.expect(t, 0, "000_19c786fe24189706.txt: unchanged\n")
	var report struct {
		Files     int
		Documents []rowJSON
		Failures  []failureJSON `json:"failures"`
	}
	if err := json.Unmarshal([]byte(r.out), &report); err != nil {
		t.Fatal(err)
	}
	if report.Files != 5 || report.Failures == nil || len(report.Documents) != 5 || report.Documents[0].State != "unchanged" || report.Documents[0].Numerals == 0 {
		t.Errorf("%s", r.out)
	}
	suyuan(t, dir, "", "ingest", seeds(t)).expect(t, 0, "0 added, 0 changed, 5 unchanged, 0 failed; everything was stored already, nothing was written\n")
}
