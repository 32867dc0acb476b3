package batch

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// tree makes files with the paths below a new folder, and returns it.
func tree(t *testing.T, paths ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, path := range paths {
		full := filepath.Join(dir, path)
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte("到2025年"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// below cuts the folder off each path.
func below(dir string, paths []string) string {
	var out []string
	for _, path := range paths {
		out = append(out, strings.TrimPrefix(path, dir+"/"))
	}
	return strings.Join(out, " ")
}

func TestFind(t *testing.T) {
	dir := tree(t, "b.txt", "a/c/d.md", "a/b.txt", "a.txt", ".git/config", ".hidden", "suyuan.db", "suyuan.db-wal", "other.db")
	for _, link := range [][2]string{{"../b.txt", "a/link.txt"}, {"..", "a/loop"}, {"nowhere", "a/dangling"}} {
		if err := os.Symlink(link[0], filepath.Join(dir, link[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe"), 0o600); err != nil {
		t.Fatal(err)
	}
	f := Find([]string{filepath.Join(dir, "b.txt"), dir, dir + "/a/../a", filepath.Join(dir, "missing")}, filepath.Join(dir, "suyuan.db"), Patterns{})
	if got, want := below(dir, f.Files), "a.txt a/b.txt a/c/d.md a/link.txt b.txt other.db"; got != want {
		t.Errorf("files  %s\nwant   %s", got, want)
	}
	var notes []string
	for _, n := range f.Notes {
		notes = append(notes, strings.TrimPrefix(n.Path, dir+"/")+": "+n.Message)
	}
	if want := []string{
		".git: hidden, passed over: name it to have it read",
		".hidden: hidden, passed over: name it to have it read",
		"a/loop: a link to a folder, not followed: name it to have it read",
		"pipe: neither a file nor a folder, passed over",
	}; !slices.Equal(notes, want) {
		t.Errorf("notes %q\nwant  %q", notes, want)
	}
	var failures []string
	for _, x := range f.Failures {
		failures = append(failures, strings.TrimPrefix(x.Path, dir+"/")+": "+x.Message)
	}
	if want := []string{
		"a/dangling: no such file or directory; check the path",
		"missing: no such file or directory; check the path",
	}; !slices.Equal(failures, want) {
		t.Errorf("failures %q\nwant     %q", failures, want)
	}
}

// What is hidden or a link is read all the same when it is named.
func TestFindWhatIsNamed(t *testing.T) {
	dir := tree(t, ".hidden/a.txt", "b/.c.txt")
	if err := os.Symlink(".hidden", filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	f := Find([]string{dir + "/.hidden", dir + "/b/.c.txt", dir + "/link"}, "", Patterns{})
	if got, want := below(dir, f.Files), ".hidden/a.txt b/.c.txt link/a.txt"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestNothingToRead(t *testing.T) {
	dir := tree(t, "hidden/.a.txt")
	for _, c := range []struct {
		path string
		want error
	}{{dir, ErrNothing}, {dir + "/missing", ErrNowhere}} {
		if err := Find([]string{c.path}, "", Patterns{}).Err(); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.path, err, c.want)
		}
	}
}
