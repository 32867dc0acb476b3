package store

import (
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	cases := []struct {
		name string
		make func(path string)
		want error
	}{
		{"folder", func(path string) { os.Mkdir(path, 0o755) }, ErrFolder},
		{"text file", func(path string) { os.WriteFile(path, []byte(strings.Repeat("到2025年", 400)), 0o644) }, ErrForeign},
		{"another program's", func(path string) { run(t, path, "CREATE TABLE bookmarks (url TEXT)") }, ErrForeign},
		{"another application", func(path string) { run(t, path, "PRAGMA application_id = 7; CREATE TABLE documents (id)") }, ErrForeign},
		{"newer", func(path string) { opened(t, path).Close(); run(t, path, "PRAGMA user_version = 999") }, ErrNewer},
		{"read-only", func(path string) { opened(t, path).Close(); os.Chmod(path, 0o444) }, ErrReadOnly},
		{"no folder", func(string) {}, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(dir, c.name+".db")
			if c.want == nil {
				path = filepath.Join(dir, "missing", "suyuan.db")
			}
			c.make(path)
			before, _ := os.ReadFile(path)
			s, err := Open(ctx, path)
			if err == nil {
				s.Close()
				t.Fatal("it was opened")
			}
			if c.want != nil && !errors.Is(err, c.want) || !strings.Contains(err.Error(), path) {
				t.Errorf("error %q", err)
			}
			if after, _ := os.ReadFile(path); string(after) != string(before) {
				t.Error("the file was changed")
			}
			if left, _ := filepath.Glob(path + "-*"); left != nil {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

func TestOpenLocked(t *testing.T) {
	path := filepath.Join(t.TempDir(), "suyuan.db")
	saved(t, opened(t, path), entry("a.txt", plan))
	other, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	other.SetMaxOpenConns(1)
	if _, err := other.Exec("BEGIN IMMEDIATE"); err != nil {
		t.Fatal(err)
	}
	if _, err := open(ctx, path, 50*time.Millisecond); !errors.Is(err, ErrLocked) {
		t.Errorf("error %v", err)
	}
	other.Exec("ROLLBACK")
	if _, err := open(ctx, path, 50*time.Millisecond); err != nil {
		t.Error(err)
	}
}

func TestOpenMakesUseOfAnEmptyFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "suyuan.db")
	os.WriteFile(path, nil, 0o644)
	if _, err := OpenReadOnly(ctx, path); !errors.Is(err, errEmpty) {
		t.Errorf("error %v", err)
	}
	saved(t, opened(t, path), entry("a.txt", plan))
}

func TestOpenReadOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a b?%41#.db")
	if _, err := OpenReadOnly(ctx, path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("error %v", err)
	}
	s := opened(t, path)
	saved(t, s, entry("a.txt", plan))
	s.Close()
	os.Chmod(path, 0o444)
	r, err := OpenReadOnly(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if all, err := r.Summaries(ctx); err != nil || len(all) != 1 || all[0].Figures != 6 {
		t.Errorf("%+v, %v", all, err)
	}
	if _, err := save(ctx, r, entry("b.txt", plan+"。")); !errors.Is(err, ErrReadOnly) {
		t.Errorf("error %v", err)
	}
}

func TestCloseLeavesOneFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "suyuan.db")
	a, b := opened(t, path), opened(t, path)
	saved(t, a, entry("a.txt", plan))
	saved(t, b, entry("b.txt", plan+"。\n"))
	begin := time.Now()
	for _, s := range []*Store{a, b} {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
	if d := time.Since(begin); d > patience/2 {
		t.Errorf("closing took %v", d)
	}
	names, _ := filepath.Glob(filepath.Join(dir, "*"))
	if len(names) != 1 {
		t.Errorf("left behind: %v", names)
	}
}

// A killed process leaves its write-ahead log: what was committed is read, and
// the log is gone afterwards.
func TestOpenAfterAKill(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "suyuan.db")
	s := opened(t, path)
	saved(t, s, entry("a.txt", plan))
	killed := filepath.Join(dir, "killed.db")
	for _, end := range []string{"", "-wal"} {
		data, err := os.ReadFile(path + end)
		if err != nil {
			t.Fatal(err)
		}
		os.WriteFile(killed+end, data, 0o644)
	}
	r, err := OpenReadOnly(ctx, killed)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if all, err := r.Summaries(ctx); err != nil || len(all) != 1 {
		t.Errorf("%+v, %v", all, err)
	}
	if left, _ := filepath.Glob(killed + "-*"); left != nil {
		t.Errorf("left behind: %v", left)
	}
}

// A new database does not wait for the disk before something is in it: a power cut may
// leave nothing of its file and much of its log. It is a new database then.
func TestOpenAfterAPowerCut(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "suyuan.db")
	s := opened(t, path)
	if n := value(t, s, "PRAGMA synchronous").(int64); n != 1 {
		t.Errorf("synchronous is %d, 1 is what documents are stored with", n)
	}
	saved(t, s, entry("a.txt", plan))
	log, err := os.ReadFile(path + "-wal")
	if err != nil {
		t.Fatal(err)
	}
	cut := filepath.Join(dir, "cut.db")
	for _, length := range []int{len(log), len(log) / 2, 32, 0} {
		os.WriteFile(cut, nil, 0o644)
		os.WriteFile(cut+"-wal", log[:length], 0o644)
		after := opened(t, cut)
		saved(t, after, entry("b.txt", plan))
		if err := after.Close(); err != nil {
			t.Error(err)
		}
		if report, err := opened(t, cut).Verify(ctx, func(Fault) {}); err != nil || report.Documents != 1 || report.Faults > 0 {
			t.Errorf("%d bytes of log: %+v, %v", length, report, err)
		}
		os.Remove(cut)
	}
}

func TestOpenAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "suyuan.db")
	done := make(chan error)
	for range 8 {
		go func() {
			s, err := Open(ctx, path)
			if err == nil {
				err = s.Close()
			}
			done <- err
		}()
	}
	for range 8 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
}

func TestFullDisk(t *testing.T) {
	s := fresh(t)
	saved(t, s, entry("a.txt", plan))
	pages := value(t, s, "PRAGMA page_count").(int64)
	if _, err := s.db.Exec("PRAGMA max_page_count = " + strconv.FormatInt(pages+2, 10)); err != nil {
		t.Fatal(err)
	}
	var before, after strings.Builder
	s.Dump(ctx, &before)
	_, err := save(ctx, s, entry("b.txt", strings.Repeat(plan, 100)))
	if !errors.Is(err, ErrFull) || !strings.Contains(err.Error(), "b.txt") {
		t.Errorf("error %v", err)
	}
	s.Dump(ctx, &after)
	if before.String() != after.String() {
		t.Error("something of the document stayed behind")
	}
	s.db.Exec("PRAGMA max_page_count = 100000")
	saved(t, s, entry("b.txt", strings.Repeat(plan, 100)))
}

// run executes statements on a file without looking whose it is.
func run(t testing.TB, path, statements string) {
	t.Helper()
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(statements); err != nil {
		t.Fatal(err)
	}
}
