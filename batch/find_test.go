package batch

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
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

// FindPaths is Find of a few paths.
func FindPaths(t testing.TB, database string, only Patterns, paths ...string) *Found {
	t.Helper()
	f := Find(paths, database, only)
	t.Cleanup(func() { f.Close() })
	return f
}

// below returns the files that were found, without the folder.
func below(dir string, f *Found) string {
	var out []string
	for path := range f.Paths() {
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
	f := FindPaths(t, filepath.Join(dir, "suyuan.db"), Patterns{}, filepath.Join(dir, "b.txt"), dir, dir+"/a/../a", filepath.Join(dir, "missing"))
	if got, want := below(dir, f), "a.txt a/b.txt a/c/d.md a/link.txt b.txt other.db"; got != want {
		t.Errorf("files  %s\nwant   %s", got, want)
	}
	var notes []string
	for n := range f.Notes() {
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
	for x := range f.Failures() {
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
	f := FindPaths(t, "", Patterns{}, dir+"/.hidden", dir+"/b/.c.txt", dir+"/link")
	if got, want := below(dir, f), ".hidden/a.txt b/.c.txt link/a.txt"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestNothingToRead(t *testing.T) {
	dir := tree(t, "hidden/.a.txt")
	for _, c := range []struct {
		path string
		want error
	}{{dir, ErrNothing}, {dir + "/missing", ErrNowhere}} {
		if err := FindPaths(t, "", Patterns{}, c.path).Err(); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.path, err, c.want)
		}
	}
}

// What is found is not held in memory, however much it is.
func TestFindKeepsNoPaths(t *testing.T) {
	const paths = 50_000
	before := heap()
	f := FindListed(func(yield func(string, error) bool) {
		for i := range paths {
			if !yield(fmt.Sprintf("nowhere/关于印发科技创新规划的通知%06d.txt", i), nil) {
				return
			}
		}
	}, "", Patterns{})
	defer f.Close()
	if grown := heap() - before; grown > 10*paths {
		t.Errorf("%d bytes a path", grown/paths)
	}
	n := 0
	for range f.Failures() {
		n++
	}
	if n != paths {
		t.Errorf("%d of %d paths", n, paths)
	}
}

// heap returns how many bytes are in use.
func heap() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
