package main

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// What export writes of a record is what extract prints of it, and the verdict.
func TestExportJSONLines(t *testing.T) {
	dir := folder(t, map[string]string{"good.txt": goodText})
	suyuan(t, dir, "", "ingest", "good.txt").expect(t, 0)
	extracted := lines(t, suyuan(t, dir, "", "extract", "good.txt").out)
	stored := lines(t, suyuan(t, dir, "", "export", "--format", "jsonl").out)
	if len(stored) < 3 || len(stored) != len(extracted) {
		t.Fatalf("%d records stored, %d extracted", len(stored), len(extracted))
	}
	for key, record := range extracted {
		for name, want := range record {
			if got := stored[key][name]; string(got) != string(want) {
				t.Errorf("%s.%s is %s, extract has %s", record["type"], name, got, want)
			}
		}
		if string(stored[key]["review"]) != "null" {
			t.Errorf("review %s", stored[key]["review"])
		}
	}
	suyuan(t, dir, "", "export", "--format", "jsonl", "--region", "无名市").expect(t, 1, "nothing found")
	suyuan(t, dir, "", "export", "--format", "reviews").expect(t, 1, "nothing found")
	suyuan(t, dir, "", "export", "--format", "jsonl", "--out", "nowhere/x.jsonl").expect(t, 2, "write nowhere/x.jsonl: its folder takes no files: no such file or directory: name another with --out\n")
	suyuan(t, dir, "", "export", "--format", "jsonl", "--kind", "target", "-o", "x.jsonl").expect(t, 0)
	if got := suyuan(t, dir, "", "import-reviews", "x.jsonl"); got.status != 2 || !strings.Contains(got.messages, "line 1 is no review") {
		t.Errorf("%+v", got)
	}
}

// lines reads JSON Lines by type and place: a document's own line has no key.
func lines(t *testing.T, text string) map[string]map[string]json.RawMessage {
	t.Helper()
	all := map[string]map[string]json.RawMessage{}
	for line := range strings.Lines(text) {
		var one map[string]json.RawMessage
		if err := json.Unmarshal([]byte(line), &one); err != nil {
			t.Fatalf("%v: %s", err, line)
		}
		key := string(one["record_key"])
		if string(one["type"]) == `"document"` {
			key = "document"
		}
		all[key] = one
	}
	return all
}

// A file appears whole or not at all, never over the database that it is made of.
func TestExportKeepsTheDatabase(t *testing.T) {
	dir := folder(t, map[string]string{"good.txt": goodText})
	suyuan(t, dir, "", "ingest", "good.txt").expect(t, 0)
	before := read(t, dir, "suyuan.db")
	suyuan(t, dir, "", "export", "--format", "csv", "-o", "suyuan.db").expect(t, 2, "the database itself")
	suyuan(t, dir, "", "export", "--format", "sqlite", "--kind", "target", "-o", "copy.db").expect(t, 2, "leave the filters out")
	suyuan(t, dir, "", "export", "--format", "csv", "--type", "figure", "--type", "date").expect(t, 2, "holds one type")
	if _, err := os.Stat(filepath.Join(dir, "copy.db")); err == nil {
		t.Error("a copy stands there that failed")
	}
	suyuan(t, dir, "", "export", "--format", "sqlite", "-o", "copy.db").expect(t, 0)
	suyuan(t, dir, "", "verify", "--db", "copy.db").expect(t, 0)
	if read(t, dir, "suyuan.db") != before {
		t.Error("the database changed")
	}
}

// What is no file of its own is written to and stays what it is.
func TestExportToLinksAndPipes(t *testing.T) {
	dir := folder(t, map[string]string{"good.txt": goodText, "real.csv": "old"})
	suyuan(t, dir, "", "ingest", "good.txt").expect(t, 0)
	want := suyuan(t, dir, "", "export", "--format", "csv").out
	link, pipe := filepath.Join(dir, "link.csv"), filepath.Join(dir, "pipe")
	if err := errors.Join(os.Symlink("real.csv", link), syscall.Mkfifo(pipe, 0o600)); err != nil {
		t.Fatal(err)
	}
	suyuan(t, dir, "", "export", "--format", "csv", "-o", "link.csv").expect(t, 0)
	if to, err := os.Readlink(link); err != nil || to != "real.csv" || read(t, dir, "real.csv") != want {
		t.Errorf("the link leads to %q, %v", to, err)
	}
	reader, err := os.OpenFile(pipe, os.O_RDWR, 0) // opened both ways it waits for nobody
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	suyuan(t, dir, "", "export", "--format", "csv", "-o", "pipe").expect(t, 0)
	got := make([]byte, len(want))
	if _, err := io.ReadFull(reader, got); err != nil || string(got) != want {
		t.Errorf("the pipe gave %q, %v", got, err)
	}
	suyuan(t, dir, "", "export", "--format", "csv", "-o", ".").expect(t, 2, "is a folder")
}

// A new file has the mode of any new file, one that is written over keeps its own.
func TestExportKeepsModes(t *testing.T) {
	dir := folder(t, map[string]string{"good.txt": goodText, "secret.csv": "old"})
	suyuan(t, dir, "", "ingest", "good.txt").expect(t, 0)
	if err := os.Chmod(filepath.Join(dir, "secret.csv"), 0o640); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		umask, name string
		want        os.FileMode
	}{{"077", "new.csv", 0o600}, {"027", "shared.csv", 0o640}, {"002", "open.csv", 0o664}, {"000", "secret.csv", 0o640}} {
		sh := exec.Command("sh", "-c", "umask "+c.umask+` && exec "$0" export --format csv --out `+c.name, binary)
		sh.Dir = dir
		if text, err := stderr(sh); err != nil {
			t.Fatalf("%v: %s", err, text)
		}
		if info, err := os.Stat(filepath.Join(dir, c.name)); err != nil || info.Mode().Perm() != c.want || info.Size() < 10 {
			t.Errorf("umask %s: %s has the mode %v, want %v: %v", c.umask, c.name, info.Mode(), c.want, err)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".suyuan-*")); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}

// A command whose results cannot be written says so.
func TestFullDisk(t *testing.T) {
	dir := folder(t, map[string]string{"good.txt": goodText})
	suyuan(t, dir, "", "ingest", "good.txt").expect(t, 0)
	for _, args := range [][]string{{"search", "600"}, {"show", "1"}, {"show", "good.txt"}, {"export", "--format", "csv"}, {"verify"}} {
		full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
		if err != nil {
			t.Skip(err)
		}
		defer full.Close()
		c := program(dir, args...)
		c.Stdout = full
		if text, err := stderr(c); err == nil || !strings.Contains(text, "no space left on device") {
			t.Errorf("%v: %v, %s", args, err, text)
		}
	}
}

// stderr runs a program and returns what it says.
func stderr(c *exec.Cmd) (string, error) {
	var text strings.Builder
	c.Stderr = &text
	err := c.Run()
	return text.String(), err
}

func read(t *testing.T, dir, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
