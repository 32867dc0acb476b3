package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
)

// Globs that the shell left alone, lists by either way, and patterns come to the same.
func TestIngestInputs(t *testing.T) {
	dir := folder(t, map[string]string{"in/a.txt": goodText, "in/deep/er/b.txt": goodText + "乙", "in/deep/c.md": goodText + "丙", "in/drafts/d.txt": goodText + "丁",
		"list": "in/a.txt\nin/deep/er/b.txt\n", "nul": "in/a.txt\x00in/deep/er/b.txt\x00"})
	want := ""
	for i, c := range []struct {
		in   string
		args []string
	}{
		{"", []string{"in/a.txt", "in/deep/er/b.txt"}},
		{"", []string{"in/*.txt", "in/deep/**/*.txt"}},
		{"", []string{"in", "--include", "*.txt", "--exclude", "drafts"}},
		{"", []string{"in", "--exclude=*.md", "--exclude=in/drafts/**"}},
		{"", []string{"--files-from", "list"}},
		{"in/deep/er/b.txt\r\nin/a.txt\r\n", []string{"--files-from", "-"}},
		{"in/deep/er/b.txt\x00", []string{"in/a.txt", "-"}},
		{"", []string{"--files-from", "nul"}},
	} {
		db := filepath.Join(dir, "suyuan.db")
		_ = os.Remove(db)
		suyuan(t, dir, c.in, append([]string{"ingest"}, c.args...)...).expect(t, 0, "2 added, 0 changed, 0 unchanged, 0 failed")
		got := dump(t, db)
		if i == 0 {
			want = got
		}
		if got != want {
			t.Errorf("%q gives other rows", c.args)
		}
	}
	suyuan(t, dir, "", "ingest", "in", "--exclude", "*").expect(t, 1, "left out by --include and --exclude: 3 files and folders", "nothing to read")
	suyuan(t, dir, "", "ingest", "*.pdf").expect(t, 2, "*.pdf: failed (find): no file matches this pattern; check the path")
	suyuan(t, dir, "", "ingest", "--files-from", "nowhere").expect(t, 2, "read the list of files: open nowhere: no such file")
	suyuan(t, dir, "", "ingest", "--include", "[", "in").expect(t, 2, `the pattern "[" cannot be read`)
}

// A pipe is a failure like any other, and nothing waits for it.
func TestIngestPipe(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": goodText})
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe"), 0o600); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		suyuan(t, dir, "", "ingest", "pipe", "a.txt").expect(t, 1, "pipe: failed (read): is no file, but a pipe; save what it gives as a file", "1 failed")
	}
}

func TestIngestMaxSize(t *testing.T) {
	dir := folder(t, map[string]string{"in/a.txt": goodText, "in/b.txt": strings.Repeat(goodText, 20)})
	suyuan(t, dir, "", "ingest", "--max-size", "1KB", "in").expect(t, 1,
		"in/b.txt: failed (read): is too large; the limit is 1 KB: split the file or raise the limit with --max-size", "1 added")
	suyuan(t, dir, "", "ingest", "--max-size", "1MB", "in").expect(t, 0, "1 added, 0 changed, 1 unchanged")
	for _, bad := range []string{"0", "much", "-3"} {
		suyuan(t, dir, "", "ingest", "--max-size="+bad, "in").expect(t, 2, "give a number with KB, MB or GB, such as 64MB")
	}
	if r := suyuan(t, dir, "", "ingest", "--help"); !strings.Contains(r.out, "(default 64MB)") {
		t.Errorf("%s", r.out)
	}
}

func TestIngestDryRun(t *testing.T) {
	dir := folder(t, map[string]string{"in/a.txt": goodText, "in/bad.txt": ""})
	r := suyuan(t, dir, "", "ingest", "--dry-run", "in")
	r.expect(t, 1, "[1/2] in/a.txt: added\n", "1 added, 0 changed, 0 unchanged, 1 failed; this was a dry run, nothing was written\n")
	if names, _ := os.ReadDir(dir); len(names) != 1 {
		t.Errorf("there is more than the input: %v", names)
	}
	if row := regexp.MustCompile(`(?m)^in/a.txt( +–){6} +\S+ +added$`); !row.MatchString(r.out) {
		t.Errorf("what was not extracted is not shown as unknown:\n%s", r.out)
	}
	if r = suyuan(t, dir, "", "ingest", "--dry-run", "--json", "in"); strings.Contains(r.out, "figures") || !strings.Contains(r.out, `"state": "added"`) {
		t.Errorf("what was not extracted has numbers:\n%s", r.out)
	}
}

// Where no file is found, the JSON object says so.
func TestIngestNothingJSON(t *testing.T) {
	dir := folder(t, map[string]string{"in/a.txt": goodText})
	for _, c := range []struct {
		status int
		args   []string
	}{{1, []string{"--exclude", "*", "in"}}, {2, []string{"nowhere"}}} {
		r := suyuan(t, dir, "", append([]string{"ingest", "--json"}, c.args...)...)
		r.expect(t, c.status, "nothing to read")
		var object struct {
			Files     int
			Documents []any
			Failures  []any
		}
		if err := json.Unmarshal([]byte(r.out), &object); err != nil || object.Documents == nil || len(object.Failures) != c.status-1 {
			t.Errorf("%v: %v\n%s", c.args, err, r.out)
		}
	}
}

func TestIngestNotesTheRun(t *testing.T) {
	dir := folder(t, map[string]string{"in/a.txt": goodText})
	suyuan(t, dir, "", "ingest", "--exclude", "*.md", "--jobs=1", "in").expect(t, 0)
	db := openSQL(t, filepath.Join(dir, "suyuan.db"))
	defer db.Close()
	var command, asked, folder, program, outcome string
	if err := db.QueryRow("SELECT command, asked, folder, program, outcome FROM v_runs").Scan(&command, &asked, &folder, &program, &outcome); err != nil {
		t.Fatal(err)
	}
	dir, _ = filepath.EvalSymlinks(dir)
	if command+asked+folder+program+outcome != `ingest["--exclude=*.md","--jobs=1","in"]`+dir+version+"done" {
		t.Errorf("%s %s %s %s %s", command, asked, folder, program, outcome)
	}
}

func TestForget(t *testing.T) {
	dir := folder(t, map[string]string{"in/a.txt": goodText, "in/b.txt": goodText, "in/c.txt": goodText + "丙"})
	suyuan(t, dir, "", "forget", "in").expect(t, 2, "suyuan.db: file does not exist")
	if _, err := os.Stat(filepath.Join(dir, "suyuan.db")); err == nil {
		t.Fatal("it made a database")
	}
	suyuan(t, dir, "", "ingest", "in").expect(t, 0)
	suyuan(t, dir, "", "forget", "--dry-run", "in").expect(t, 0)
	suyuan(t, dir, "", "forget", "--gone", "in").expect(t, 0, "0 paths, 0 documents taken out")
	suyuan(t, dir, "", "forget", "--dry-run", "in/b.txt").expect(t, 0, "1 paths would be forgotten; this was a dry run, nothing was written")
	r := suyuan(t, dir, "", "forget", "in/a.txt", "2023")
	r.expect(t, 1, "2023: no stored path is this one, lies below it or matches it; see the view v_paths\n", "1 paths, 0 documents taken out")
	if r.out != "in/a.txt: forgotten\n" {
		t.Errorf("%q", r.out)
	}
	if err := os.Remove(filepath.Join(dir, "in/c.txt")); err != nil {
		t.Fatal(err)
	}
	r = suyuan(t, dir, "", "forget", "--json", "--gone", "in")
	var got struct {
		Forgotten []struct {
			Path     string
			Document bool `json:"document_gone"`
		}
		Unmatched []string
	}
	if err := json.Unmarshal([]byte(r.out), &got); err != nil || len(got.Forgotten) != 1 || got.Forgotten[0].Path != "in/c.txt" || !got.Forgotten[0].Document || got.Unmatched == nil {
		t.Errorf("%v: %s", err, r.out)
	}
	suyuan(t, dir, "in/b.txt\n", "forget", "-").expect(t, 0, "1 paths, 1 documents taken out")
	suyuan(t, dir, "", "verify").expect(t, 0)
}

// The table of a huge batch ends somewhere, its JSON does not.
func TestIngestManyFiles(t *testing.T) {
	texts := map[string]string{}
	for i := range tableRows + 20 {
		texts["in/"+strings.Repeat("x", i%7)+string(rune('a'+i%26))+strings.Repeat("y", i/26)+".txt"] = "到2025年，专利达到600件。"
	}
	dir := folder(t, texts)
	r := suyuan(t, dir, "", "ingest", "in")
	r.expect(t, 0, "the table shows the first 1000 documents; 20 more are in the view v_documents, and --json prints all\n", "1020 added")
	if n := strings.Count(r.out, "\n"); n != tableRows+1 {
		t.Errorf("the table has %d lines", n)
	}
	r = suyuan(t, dir, "", "ingest", "--json", "in")
	var report struct{ Documents []rowJSON }
	if err := json.Unmarshal([]byte(r.out), &report); err != nil || len(report.Documents) != tableRows+20 {
		t.Errorf("%v: %d documents", err, len(report.Documents))
	}
}

// What stands in the way is said: where the patterns leave nothing of an archive, where
// a path leads into one, where a file failed; and what failed and is there stays.
func TestIngestSaysWhy(t *testing.T) {
	var data bytes.Buffer
	z := zip.NewWriter(&data)
	w, err := z.Create("a.txt")
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(w, goodText)
	z.Close()
	dir := folder(t, map[string]string{"a.zip": data.String(), "in/bad.txt": "", "in/\xd0\xd0.txt": goodText})
	suyuan(t, dir, "", "ingest", "--include", "*.doc", "a.zip").expect(t, 1, "a.zip: --include and --exclude leave out every file in it", "nothing to read: --include and --exclude leave out every file that was found")
	suyuan(t, dir, "", "ingest", "a.zip/a.txt").expect(t, 2, "a.zip/a.txt: failed (find): not a directory; of what is in an archive, name the archive, and the file with --include")
	suyuan(t, dir, "", "ingest", "in", "a.zip").expect(t, 1, "1 added, 0 changed, 0 unchanged, 2 failed")
	suyuan(t, dir, "", "show", "in/bad.txt").expect(t, 1, "in/bad.txt: failed (read) at ", ": is empty; fetch it again or leave it out")
	suyuan(t, dir, "", "forget", "--gone", "in").expect(t, 0, "0 paths, 0 documents taken out")
	if err := os.Remove(filepath.Join(dir, "in", "\xd0\xd0.txt")); err != nil {
		t.Fatal(err)
	}
	suyuan(t, dir, "", "forget", "--gone", "in").expect(t, 0, "1 paths, 0 documents taken out")
}

// Nothing is forgotten because a disk is not mounted or the folder is another one; what
// is gone from an archive is.
func TestForgetGone(t *testing.T) {
	archive := func(names ...string) string {
		var data bytes.Buffer
		z := zip.NewWriter(&data)
		for _, name := range names {
			w, err := z.Create(name)
			if err != nil {
				t.Fatal(err)
			}
			io.WriteString(w, goodText+name)
		}
		z.Close()
		return data.String()
	}
	dir := folder(t, map[string]string{"disk/a.txt": goodText, "disk/deep/b.txt": goodText + "乙", "in/c.txt": goodText + "丙",
		"in/z.zip": archive("d.txt", "sub/e.txt", "sub/f.txt"), "in/y.zip": archive("g.txt"), "in/gone/h.txt": goodText + "庚"})
	suyuan(t, dir, "", "ingest", "disk", "in").expect(t, 0, "8 added")
	move := func(from, to string) {
		if err := os.Rename(filepath.Join(dir, from), filepath.Join(dir, to)); err != nil {
			t.Fatal(err)
		}
	}
	move("disk", "elsewhere")
	for _, path := range []string{"disk", "disk/a.txt", "disk/**"} {
		suyuan(t, dir, "", "forget", "--gone", path).expect(t, 1, "disk/a.txt: is not there, and nothing else is in its folder", "0 paths, 0 documents taken out")
	}
	os.Mkdir(filepath.Join(dir, "disk"), 0o755) // where it was mounted
	r := suyuan(t, dir, "", "forget", "--json", "--gone", "disk")
	if r.expect(t, 1, "where it is gone for good, forget it without --gone"); !strings.Contains(r.out, `"unsure": ["disk/a.txt", "disk/deep/b.txt"]`) && !strings.Contains(strings.Join(strings.Fields(r.out), ""), `"unsure":["disk/a.txt","disk/deep/b.txt"]`) {
		t.Errorf("%s", r.out)
	}
	os.Remove(filepath.Join(dir, "disk"))
	move("elsewhere", "disk")
	os.WriteFile(filepath.Join(dir, "in/z.zip"), []byte(archive("d.txt", "sub/f.txt")), 0o644)
	os.Remove(filepath.Join(dir, "in/y.zip"))
	os.RemoveAll(filepath.Join(dir, "in/gone"))
	r = suyuan(t, dir, "", "forget", "--gone", ".")
	if r.expect(t, 0, "3 paths, 3 documents taken out"); r.out != "in/gone/h.txt: forgotten\nin/y.zip/g.txt: forgotten\nin/z.zip/sub/e.txt: forgotten\n" {
		t.Errorf("%s", r.out)
	}
}
